"""What every reader of events from elsewhere gives, and gets."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from editor.core.base.messages import Message
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.calendar.entry import Moment
from editor.core.events.model import EventData
from editor.core.profiles.profile import Profile


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal: what a line would say; ``href`` is the calendar link it came with, if any."""

    values: EventData
    uid: str = ""
    href: str = ""
    doubts: tuple[Message, ...] = ()
    double: bool = False


@dataclass(frozen=True, slots=True)
class ImportContext:
    """Into what it is read: the profile, and the day of publication, from which on events count."""

    profile: Profile
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was found, what could not be read, and the addresses of calendars a page leads to."""

    candidates: tuple[Candidate, ...]
    problems: tuple[Message, ...] = ()
    linked: tuple[str, ...] = ()


_SPECIAL = re.compile(r"([\\*\[\]<>`]|(?<!\w)_|_(?!\w)|~(?=~)|&(?=#?\w+;))")
_BLANKS = re.compile(r"\s+")
_URL = re.compile(r"https?://[^\s<>\"']+")
_ONLINE = re.compile(
    r"\W*(?:online|virtuell|virtual|digital|(?:per |via |über )?(?:zoom|jitsi|bigbluebutton|bbb|webex|(?:microsoft |ms )?teams|google meet|livestream))"
    r"(?:[- ](?:meeting|besprechung|veranstaltung|event|call|konferenz))?\W*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s+/\s+|\s*;\s+|\s+(?:und|and|&|oder|or)\s+(?:auch\s+|also\s+)?(?=(?:online|virtuell|zoom|jitsi|livestream|im livestream)\b)",
    re.IGNORECASE,
)


def plain_words(text: str) -> str:
    """Text from elsewhere as Markdown of one line that shows the same words."""
    return _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", text).strip())[:500]


def first_address(text: str) -> str:
    """The first address in a text that a browser can open; "" for none."""
    found = _URL.search(text)
    if found:
        return found[0].rstrip(".,;:!?)")
    return ""


def with_location(values: EventData, location: str) -> EventData:
    """The values with a location as calendars and pages write it: an address, online, or both."""
    location = _BLANKS.sub(" ", location.replace("\n", ", ").replace(" ,", ",")).strip(" ,")
    url = first_address(location)
    parts = [
        part.strip(" ,()") for part in _PARTS.split(location.replace(url, "") if url else location)
    ]
    online = bool(url) or any(_ONLINE.fullmatch(part) for part in parts)
    place = ", ".join(part for part in parts if part and not _ONLINE.fullmatch(part))
    return replace(values, address=plain_words(place), online=online, url=values.url or url)


def time_span_of(start: Moment, end: Moment | None, zone: str) -> TimeSpan:
    """A calendar's start and (exclusive) end as a line says them, on the clocks of a zone."""
    if not isinstance(start, datetime):
        if end and not isinstance(end, datetime) and end > start:
            last = end - timedelta(days=1)
        else:
            last = start
        return TimeSpan(start, None, last if last != start else None)
    begin = _local(start, zone)
    stop = _local(end, zone) if isinstance(end, datetime) else None
    if stop is None or stop <= begin:
        return TimeSpan(begin.date(), _minute(begin))
    if stop.date() == begin.date():
        return TimeSpan(begin.date(), _minute(begin), None, _minute(stop))
    return roll_midnight(TimeSpan(begin.date(), _minute(begin), stop.date(), _minute(stop)))


def _minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)


def _local(moment: datetime, zone: str) -> datetime:
    try:
        return (
            (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone)))
            .astimezone(ZoneInfo(zone))
            .replace(tzinfo=None)
        )
    except OverflowError:
        return moment.replace(tzinfo=None)


def is_over(when: TimeSpan | None, day: date | None) -> bool:
    """Whether it is past on the day of publication."""
    return bool(when and day and when.last < day)
