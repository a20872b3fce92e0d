"""A page that is an event: what its front matter says of it."""

from datetime import date, time

from editor.core.calendar.date_fields import read_timestamp
from editor.core.calendar.dates import TimeSpan, read_time_span, roll_midnight
from editor.core.calendar.moments import to_local
from editor.core.events.model import EventData
from editor.core.frontmatter.model import FrontMatter, Node
from editor.core.profiles.profile import Profile


def read_page_event(front: FrontMatter, profile: Profile) -> EventData | None:
    """Read the event that a page is.

    Args:
        front: Its front matter.
        profile: Names the keys, and the zone of times with an offset.

    Returns:
        The event; None where the profile names no key of a start, or the page has no date there.
    """
    keys = profile.events.page
    start = find_start(front, profile)
    begins = _read_moment(start.text, profile.timezone) if start else None
    if begins is None:
        return None
    day, hour = begins
    when = TimeSpan(day, hour)
    ends = _read_moment(_text(front, keys.end), profile.timezone)
    if ends and ends[0] >= day:
        when = TimeSpan(day, hour, ends[0] if ends[0] > day else None, ends[1])
    return EventData(
        title=_text(front, keys.title),
        when=roll_midnight(when),
        address=_text(front, keys.place),
        url=_text(front, keys.url),
    )


def find_start(front: FrontMatter, profile: Profile) -> Node | None:
    """Find the value that says when a page's event starts.

    Args:
        front: Its front matter.
        profile: Names the key.

    Returns:
        The value; None where the profile names none, or the page has none.
    """
    key = profile.events.page.start
    return front.node(*key.split(".")) if key else None


def _text(front: FrontMatter, key: str) -> str:
    node = front.node(*key.split(".")) if key else None
    return node.text if node else ""


def _read_moment(text: str, zone: str) -> tuple[date, time | None] | None:
    """The day and hour of a value: ISO 8601, or as events are written."""
    stamp = read_timestamp(text)
    if stamp is None:
        match = read_time_span(text)
        return (match.when.start, match.when.start_time) if match else None
    if stamp.tzinfo and zone:
        stamp = to_local(stamp, zone)
    has_time = ":" in text or (stamp.hour, stamp.minute) != (0, 0)
    return stamp.date(), stamp.time().replace(second=0, microsecond=0) if has_time else None
