"""Whether an entry's line and its calendar entry say the same."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from editor.core.base.addresses import to_ascii_address
from editor.core.base.edits import Span
from editor.core.base.phrasebook import PHRASEBOOKS
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, Moment, decode_link
from editor.core.calendar.moments import (
    entry_moments,
    may_be_same,
    to_local,
)
from editor.core.events.link_reading import read_link
from editor.core.events.location import location_text
from editor.core.events.model import EntryKind, EntryReading, Event, EventData
from editor.core.events.reading import read_event_data
from editor.core.events.rule_consistency import is_other_rule
from editor.core.markdown.inline import plain_text
from editor.core.profiles.profile import Profile


class ComparedField(StrEnum):
    """What line and calendar entry both can say, in the order it is shown."""

    TITLE = "title"
    START = "start"
    END = "end"
    PLACE = "place"
    URL = "url"
    RULE = "rule"


class Comparison(Struct, frozen=True):
    """What a line says, what its calendar entry says, and the fields that differ.

    ``kind`` is None for a link without a line; ``entry`` is None where it cannot be read. What one
    of the two does not say at all differs, but does not contradict.
    """

    kind: EntryKind | None
    data: EventData
    entry: CalendarEntry | None
    content: bytes
    """The entry's bytes as they stand in the link."""
    differs: tuple[ComparedField, ...]

    @property
    def contradicts(self) -> tuple[ComparedField, ...]:
        """The fields of which line and entry both say something, and not the same."""
        if self.entry is None:
            return ()
        when = self.data.when
        line_has_end = when and (when.end_time or when.end or when.all_day)
        silent = {
            ComparedField.END: not self.entry.end or not line_has_end,
            ComparedField.RULE: not self.entry.rrule,
            ComparedField.PLACE: not self.entry.location or not location_text(self.data),
            ComparedField.URL: not self.entry.url or not self.data.url,
        }
        return tuple(field for field in self.differs if not silent.get(field))


def subject_of(summary: str) -> str:
    """Return a summary without the word for a deadline that a link puts before it.

    Args:
        summary: The summary of a calendar entry, or the title of its link.

    Returns:
        What the entry is about; the summary itself where it has no such word.
    """
    for book in PHRASEBOOKS:
        summary = summary.removeprefix(book.deadline)
    return summary


def compare_event(event: Event, text: str, profile: Profile) -> Comparison:
    """Compare an entry's line with its calendar link.

    Args:
        event: An entry with a link.
        text: The text it was read from.
        profile: The profile it was read through.

    Returns:
        The comparison; its ``entry`` is None where the link's data cannot be read.

    Raises:
        InputRejected: If the link cannot be decoded.
    """
    href = event.href.of(text) if event.href else ""
    return _compare(event.reading, read_event_data(event, text), href, profile.timezone)


@lru_cache(maxsize=2000)
def _compare(reading: EntryReading, data: EventData, href: str, zone: str) -> Comparison:
    """Compare a line with its link: five checks ask, and the inspector, of the same ones."""
    content, entry = decode_link(href), read_link(href)
    differs = _find_differences(reading, data, entry, zone) if entry else ()
    return Comparison(reading.kind, data, entry, content, differs)


def read_unattached_link(href: str) -> Comparison:
    """Read a calendar link that belongs to no line.

    Args:
        href: Its address.

    Returns:
        A comparison with nothing to differ.

    Raises:
        InputRejected: If the link cannot be decoded.
    """
    return Comparison(None, EventData("", None), read_link(href), decode_link(href), ())


def compare_at(
    events: tuple[Event, ...], text: str, profile: Profile, span: Span, href: str
) -> tuple[Comparison, Event | None]:
    """Compare the calendar link of a place on the page with its line.

    Args:
        events: The entries of the text.
        text: The document.
        profile: The profile they were read through.
        span: The part of the text the place was made from.
        href: The link's address.

    Returns:
        The comparison, and the entry; None where the link belongs to none.

    Raises:
        InputRejected: If the link cannot be decoded.
    """
    for event in events:
        if event.href and span.start <= event.href.start < span.end:
            if event.href.of(text) == href:
                return compare_event(event, text, profile), event
    return read_unattached_link(href), None


def _find_differences(
    reading: EntryReading, data: EventData, entry: CalendarEntry, zone: str
) -> tuple[ComparedField, ...]:
    differ = {
        ComparedField.TITLE: _contradict(
            plain_text(data.title or reading.listed_under), entry.summary
        ),
        ComparedField.PLACE: _contradict(location_text(data), entry.location),
        ComparedField.URL: _are_other_urls(data.url, entry.url),
    }
    if not zone and isinstance(entry.start, datetime) and entry.start.tzinfo:
        differ[ComparedField.START] = _is_at_no_place(data.when, entry.start)
    elif reading.kind == EntryKind.MEETING:
        differ[ComparedField.RULE] = is_other_rule(reading.rule, entry, zone)
        differ |= _compare_hours(data.when, entry, zone)
    elif data.when:
        differ |= _compare_moments(data.when, entry, zone)
    return tuple(field for field in ComparedField if differ.get(field))


def _are_other_urls(line: str, entry: str) -> bool:
    if not (line and entry):
        return False
    return to_ascii_address(line).rstrip("/") != to_ascii_address(entry).rstrip("/")


def _is_at_no_place(when: TimeSpan | None, start: Moment) -> bool:
    """Whether a line's time is that of an entry on nobody's clocks; a meeting's has no day."""
    if when is None or when.start == date.min:
        return False
    return not may_be_same(entry_moments(when, "")[0], start)


def _compare_moments(
    when: TimeSpan, entry: CalendarEntry, zone: str
) -> Mapping[ComparedField, bool]:
    try:
        start, end = entry_moments(when, zone)
    except (OverflowError, ValueError):
        return {ComparedField.START: True}
    has_end = bool(entry.end or when.end_time)
    same_end = _is_same_end(_day_at_midnight(end, zone), _day_at_midnight(entry.end, zone))
    return {
        ComparedField.START: _day_at_midnight(start, zone) != _day_at_midnight(entry.start, zone),
        ComparedField.END: has_end and not same_end,
    }


def _compare_hours(
    when: TimeSpan | None, entry: CalendarEntry, zone: str
) -> Mapping[ComparedField, bool]:
    """A meeting's line names hours, not days."""
    start, end = _local_time(entry.start, zone), _local_time(entry.end, zone)
    if when is None or when.start_time is None or not isinstance(start, datetime):
        return {}
    other_end = isinstance(end, datetime) and when.end_time != end.time()
    return {
        ComparedField.START: when.start_time != start.time(),
        ComparedField.END: bool(when.end_time) and other_end,
    }


def _day_at_midnight(moment: Moment | None, zone: str) -> Moment | None:
    """A moment, or a day for midnight: all day either way."""
    local = _local_time(moment, zone)
    if isinstance(local, datetime) and local.time() == time():
        return local.date()
    return local


def _is_same_end(line: Moment | None, entry: Moment | None) -> bool:
    """Whether two ends are one: 23:59:59 is how some write midnight."""
    if isinstance(line, datetime) and isinstance(entry, datetime):
        return abs(line - entry) < timedelta(minutes=1)
    late, day = (line, entry) if isinstance(line, datetime) else (entry, line)
    if isinstance(late, datetime) and isinstance(day, date):
        return timedelta(0) <= datetime.combine(day, time()) - late <= timedelta(minutes=1)
    return line == entry


def _local_time(moment: Moment | None, zone: str) -> Moment | None:
    """The time on the clocks of a zone; entries without a zone mean that."""
    if isinstance(moment, datetime):
        return to_local(moment, zone).replace(tzinfo=None)
    return moment


_PUNCTUATION = re.compile(r"[\W_]+")


def _contradict(line: str, entry: str) -> bool:
    """Whether each of two texts has words the other lacks; punctuation does not count."""
    line_words, entry_words = words_of(line), words_of(entry)
    if bool(line_words) != bool(entry_words):
        return True
    return bool(line_words - entry_words and entry_words - line_words)


def words_of(text: str) -> set[str]:
    """Return the words of a text; punctuation and capitals do not count.

    Args:
        text: Any text.

    Returns:
        The words.
    """
    return set(_PUNCTUATION.sub(" ", text.casefold()).split())
