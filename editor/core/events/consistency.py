"""Whether an event's line and its calendar entry say the same."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from editor.core.base.edits import Span
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, Moment, decode_link
from editor.core.calendar.moments import entry_moments, to_local
from editor.core.events import calendar_link
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.reading import read_event_data
from editor.core.markdown.inline import plain_text
from editor.core.profiles.profile import Profile

TITLE, START, END, PLACE, URL, RULE = FIELDS = ("title", "start", "end", "place", "url", "rule")
_IDLE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the line says, what the entry says (None where nobody can read it), and the FIELDS that differ.

    ``kind`` is the event's, "" for a link without a line. What one of the two does not say at all differs, but does
    not contradict.
    """

    kind: EntryKind | None
    values: EventData
    entry: CalendarEntry | None
    data: bytes
    """The entry's bytes as they stand in the link."""
    differs: tuple[str, ...]

    @property
    def contradicts(self) -> tuple[str, ...]:
        """The FIELDS of which line and entry both say something, and not the same."""
        if self.entry is None:
            return ()
        when = self.values.when
        silent = {
            END: not self.entry.end or not (when and (when.end_time or when.end or when.all_day)),
            RULE: not self.entry.rrule,
            PLACE: not self.entry.location or not calendar_link.location_text(self.values),
            URL: not self.entry.url or not self.values.url,
        }
        return tuple(name for name in self.differs if not silent.get(name))


def compare_event(event: Event, text: str, profile: Profile) -> Comparison:
    """An event with a link and the entry in it. Raises EditRejected where the link cannot be decoded."""
    assert event.href
    href = event.href.of(text)
    data, entry = decode_link(href), calendar_link.read_link(href)
    values = read_event_data(event, text)
    differs = _differences(event, values, entry, profile.timezone) if entry else ()
    return Comparison(event.kind, values, entry, data, differs)


def read_unattached_link(href: str) -> Comparison:
    """The entry of a link that belongs to no line. Raises EditRejected where it cannot be decoded."""
    return Comparison(
        None, EventData("", None), calendar_link.read_link(href), decode_link(href), ()
    )


def compare_at(
    events_: tuple[Event, ...], text: str, profile: Profile, span: Span, href: str
) -> tuple[Comparison, Event | None]:
    """The entry of a link on the page, made from a part of the text, with its line where it has one."""
    found = next(
        (
            event
            for event in events_
            if event.href
            and event.href.start in range(span.start, span.end)
            and event.href.of(text) == href
        ),
        None,
    )
    if found:
        return (compare_event(found, text, profile), found)
    return (read_unattached_link(href), None)


def _differences(
    event: Event, values: EventData, entry: CalendarEntry, zone: str
) -> tuple[str, ...]:
    wrong = {
        TITLE: _contradict(plain_text(values.title or event.group), entry.summary),
        PLACE: _contradict(calendar_link.location_text(values), entry.location),
        URL: bool(values.url and entry.url and values.url.rstrip("/") != entry.url.rstrip("/")),
    }
    if event.kind == EntryKind.MEETING:
        wrong[RULE] = bool(
            event.rule and event.rule.rrule and _parts(event.rule.rrule) != _parts(entry.rrule)
        )
        wrong |= _hours(values.when, entry, zone)
    elif values.when:
        try:
            start, end = entry_moments(values.when, zone)
        except (OverflowError, ValueError):
            return (START,)
        wrong[START] = _when(start, zone) != _when(entry.start, zone)
        wrong[END] = bool(entry.end or values.when.end_time) and not _together(
            _when(end, zone), _when(entry.end, zone)
        )
    return tuple(name for name in FIELDS if wrong.get(name))


def _hours(when: TimeSpan | None, entry: CalendarEntry, zone: str) -> dict[str, bool]:
    """A meeting's line names hours, not days."""
    start, end = _local(entry.start, zone), _local(entry.end, zone)
    if when is None or when.start_time is None or not isinstance(start, datetime):
        return {}
    return {
        START: when.start_time != start.time(),
        END: bool(when.end_time and isinstance(end, datetime) and when.end_time != end.time()),
    }


def _when(moment: Moment | None, zone: str) -> Moment | None:
    """A moment, or a day for midnight: all day either way."""
    local = _local(moment, zone)
    if isinstance(local, datetime) and local.time() == time():
        return local.date()
    return local


def _together(one: Moment | None, other: Moment | None) -> bool:
    """Whether two ends are one: 23:59:59 is how some write midnight."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return abs(one - other) < timedelta(minutes=1)
    late, day = (one, other) if isinstance(one, datetime) else (other, one)
    if isinstance(late, datetime) and isinstance(day, date):
        return timedelta(0) <= datetime.combine(day, time()) - late <= timedelta(minutes=1)
    return one == other


def _local(moment: Moment | None, zone: str) -> Moment | None:
    """The time on the clocks of a zone; entries without a zone mean that."""
    if isinstance(moment, datetime):
        return to_local(moment, zone).replace(tzinfo=None)
    return moment


def _contradict(line: str, entry: str) -> bool:
    """Whether each of two texts has words that the other has not; quotation marks, dashes and commas are no words."""
    one, other = set(_words(line)), set(_words(entry))
    return bool(one - other and other - one) or bool(one) != bool(other)


def _words(text: str) -> list[str]:
    return _IDLE.sub(" ", text.casefold()).split()


def _parts(rrule: str) -> set[str]:
    """What a rule repeats, without how long."""
    return {
        part
        for part in rrule.upper().split(";")
        if not part.startswith(("UNTIL=", "COUNT=", "WKST=")) and part != "INTERVAL=1"
    }
