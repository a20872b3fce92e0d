"""What every reader of events from elsewhere is given, and what it returns."""

import re
from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.messages import Message, translate
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.calendar.entry import Moment
from editor.core.calendar.moments import to_local
from editor.core.calendar.recurrence import Rule
from editor.core.calendar.rule_doubts import explain_doubt
from editor.core.events.model import EntryKind, EventData
from editor.core.profiles.profile import Profile

MAX_CANDIDATES = 500
"""How many candidates are shown of one source."""


class Candidate(Struct, frozen=True):
    """A proposal for an entry, which the user looks at first.

    Attributes:
        data: What the line would say.
        uid: The UID of the calendar entry it came with; "" for none.
        href: The calendar link it came with; "" for none.
        doubts: What the user should look at.
        is_duplicate: Whether the issue has this entry, or the list of candidates has it twice.
    """

    data: EventData
    uid: str = ""
    href: str = ""
    doubts: tuple[Message, ...] = ()
    is_duplicate: bool = False

    @property
    def is_read(self) -> bool:
        """Whether anybody knows when it takes place; else its title is words that may say it."""
        return self.data.when is not None or self.data.kind is EntryKind.MEETING

    def edited(self, data: EventData) -> "Candidate":
        """Return the candidate with other values; one that says when at last is no doubt.

        Args:
            data: What the line would say now.

        Returns:
            The candidate.
        """
        edited = replace(self, data=data)
        return replace(edited, doubts=()) if edited.is_read and not self.is_read else edited


class ImportContext(Struct, frozen=True):
    """The issue that events are read for.

    Attributes:
        profile: The profile of the issue.
        day: The day of publication, from which on events count; None where it is not known.
    """

    profile: Profile
    day: date | None = None


class ImportResult(Struct, frozen=True):
    """What a reader has found.

    Attributes:
        candidates: The events.
        problems: What could not be read, or was left out.
        linked: Addresses of calendars the page leads to.
    """

    candidates: tuple[Candidate, ...]
    problems: tuple[Message, ...] = ()
    linked: tuple[str, ...] = ()


# --- doubts ---------------------------------------------------------------------------------------


def doubt_rule(rule: Rule | None, words: str, language: str) -> tuple[Message, ...]:
    """Doubt a rule that no calendar can follow.

    Args:
        rule: What was read of it; None for no meeting.
        words: The rule as it will stand in the line.
        language: That of the issue.

    Returns:
        A doubt; none for a rule that is certain.
    """
    doubt = explain_doubt(rule, words[:80], language) if rule else None
    return (doubt,) if doubt else ()


# --- words ----------------------------------------------------------------------------------------

_MARKUP = re.compile(r"([\\*\[\]<>`]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;))")
_BRACES = re.compile(r"\{(?=[{%])")
_WHITE_SPACE = re.compile(r"\s+")
_URL = re.compile(r"https?://[^\s<>\"']+")
_LONGEST_FIELD = 500


def escape_markdown(text: str) -> str:
    """Escape text from elsewhere.

    Args:
        text: Plain text of any number of lines.

    Returns:
        Markdown of one line that shows the same words, cut to a length a line can have.
    """
    bare = _WHITE_SPACE.sub(" ", text).strip()
    return escape_shortcodes(_MARKUP.sub(r"\\\1", bare)[:_LONGEST_FIELD])


def escape_shortcodes(text: str, brace: str = "&#123;") -> str:
    """Let no braces of text from elsewhere begin a shortcode or tag, which the site would run.

    >>> escape_shortcodes("{{< figure >}} {% raw %} {a}")
    '&#123;{< figure >}} &#123;% raw %} {a}'

    Args:
        text: Markdown, or an address.
        brace: What stands for the first brace: an entity, or "%7B" in an address.

    Returns:
        Markdown that shows the same words.
    """
    return _BRACES.sub(brace, text)


def find_first_url(text: str) -> str:
    """Find the first address in a text that a browser can open.

    Args:
        text: Any text.

    Returns:
        The address without punctuation behind it; "" for none.
    """
    match = _URL.search(text)
    if match:
        return match[0].rstrip(".,;:!?)")
    return ""


def is_address(text: str) -> bool:
    """Tell whether a text is nothing but an address that a browser can open.

    Args:
        text: Any text.

    Returns:
        Whether it is; "" is none.
    """
    return bool(text) and find_first_url(text) == text


# --- time -----------------------------------------------------------------------------------------


_LAST_MINUTE = time(23, 59)
"""How some write the end of a day."""


def make_time_span(start: Moment, end: Moment | None, zone: str) -> TimeSpan:
    """Make the time span of a calendar entry as a line says it.

    Args:
        start: The first day or moment.
        end: The end, which is exclusive (RFC 5545 §3.6.1); None where there is none.
        zone: The name of the time zone on whose clocks the line counts.

    Returns:
        The time span, to the minute.
    """
    if not isinstance(start, datetime):
        return _make_day_span(start, end)
    opening = _to_local(start, zone)
    span = TimeSpan(opening.date(), _to_minute(opening))
    if not isinstance(end, datetime):
        return span
    closing = _to_local(end, zone)
    if closing <= opening:
        return span
    if opening.time() == time() and closing.time() >= _LAST_MINUTE:
        return _make_day_span(opening.date(), closing.date() + timedelta(days=1))
    if opening.time() == closing.time() == time():
        return _make_day_span(opening.date(), closing.date())  # from midnight to midnight
    span = replace(span, end_time=_to_minute(closing))
    if closing.date() == opening.date():
        return span
    return roll_midnight(replace(span, end=closing.date()))


def _make_day_span(start: date, end: Moment | None) -> TimeSpan:
    if end is None or isinstance(end, datetime) or end <= start:
        return TimeSpan(start)
    last = end - timedelta(days=1)
    return TimeSpan(start, end=last if last != start else None)


def _to_minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _to_local(moment: datetime, zone: str) -> datetime:
    """A moment on the clocks of a zone; one without a zone is on them already."""
    return to_local(moment, zone).replace(tzinfo=None)


def is_past(candidate: Candidate, day: date | None) -> bool:
    """Tell whether a candidate is over at publication.

    Args:
        candidate: The candidate; a series is never over.
        day: The day of publication; None where it is not known.

    Returns:
        Whether its last day is before the day of publication.
    """
    when = candidate.data.when
    if candidate.data.kind == EntryKind.MEETING:
        return False
    return bool(when and day and when.last < day)


def report_past(count: int) -> tuple[Message, ...]:
    """Report how many events were left out because they are over.

    Args:
        count: How many.

    Returns:
        One message; none where the count is 0.
    """
    if not count:
        return ()
    message = translate("core", "{count} events are over at publication and were left out.")
    return (message.fill(count=count),)
