"""Entries as values: an ``Event`` with its spans, and ``EventData``, what a form shows of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from editor.core.base.edits import Span
from editor.core.calendar import recurrence
from editor.core.calendar.date_patterns import DatePattern
from editor.core.calendar.dates import TimeSpan
from editor.core.profiles.line_template import LineTemplate


class EntryKind(StrEnum):
    """The kinds of entries an issue lists."""

    EVENT = "event"
    MEETING = "meeting"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class EventData:
    """What an entry's line and details say, and nothing of how."""

    title: str
    when: TimeSpan | None
    """A meeting's has only hours: its day is ``date.min``."""
    address: str = ""
    online: bool = False
    url: str = ""
    notes: str = ""
    rule: str = ""
    """A meeting's phrase, such as "jeden dritten Montag im Monat"."""
    kind: EntryKind = EntryKind.EVENT
    what: str = ""
    """What a deadline is for, such as "Einreichungen"."""
    registration: TimeSpan | None = None
    """Until when people can register."""
    cancelled: bool = False
    group: str = ""
    """Who invites, where the newsletter says so in the line."""
    group_url: str = ""
    label: str = ""
    """What a meeting's line begins with, where its title stands last: its town."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A line below an event's: a bare address (``url``), or anything else."""

    span: Span
    """The text of the line, without marker and line end."""
    whole: Span
    """The lines with everything, for taking out."""
    text: str
    url: str
    registration: TimeSpan | None = None
    """Until when people can register, if that is what the line says."""

    def moved(self, by: int) -> "Detail":
        """Return the line so many code points further on."""
        whole = self.whole.moved(by)
        return Detail(self.span.moved(by), whole, self.text, self.url, self.registration)


@dataclass(frozen=True, slots=True)
class EntryReading:
    """What the lines of one entry say, wherever they stand.

    Spans count from the beginning of the list item that holds the entry; they are None for what the
    line does not say.
    """

    kind: EntryKind
    span: Span
    """The whole entry, details and line ends included."""
    content: Span
    """The first line behind its marker."""
    indent: int
    marker: str
    title: str = ""
    title_span: Span | None = None
    when: TimeSpan | None = None
    when_span: Span | None = None
    weekdays: tuple[int | None, ...] = ()
    rule: recurrence.Rule | None = None
    rule_text: str = ""
    rule_span: Span | None = None
    limits_span: Span | None = None
    """Words behind the hours that limit the rule; ``rule_text`` has them, too."""
    what: str = ""
    what_span: Span | None = None
    """What a deadline is for; empty, and before its "bis", where the line does not say."""
    strike: tuple[Span, Span] | None = None
    """The ~~ around a line that is cancelled."""
    place: str = ""
    place_span: Span | None = None
    link: Span | None = None
    href: Span | None = None
    line_url: Span | None = None
    details: tuple[Detail, ...] = ()
    subheading: str = ""
    """The heading below that of its list under which it stands."""
    listed_under: str = ""
    """The item of its list below which it stands."""
    group: str = ""
    group_span: Span | None = None
    group_url: Span | None = None
    label: str = ""
    label_span: Span | None = None
    end_span: Span | None = None
    time_span: Span | None = None
    """Last day and hours where they stand apart from the date."""
    more: tuple[Span, ...] = ()
    """The lines below the first that are of its form, without their markers."""
    template: LineTemplate | None = None
    """The form of an event."""
    pattern: DatePattern | None = None
    """How its date is written; None for the usual way."""
    is_whole: bool = False
    """Whether its lines say nothing but what has been read."""


def _said(name: str) -> Any:
    """An attribute of the reading that has no place."""
    return property(attrgetter(f"reading.{name}"))


def _placed(name: str) -> Any:
    """A span of the reading, counted from the beginning of the text."""
    read = attrgetter(f"reading.{name}")

    def place(event: "Event") -> Span | None:
        span: Span | None = read(event)
        return None if span is None else Span(span[0] + event.at, span[1] + event.at)

    return property(place)


def _placed_each(name: str) -> Any:
    """Several parts of the reading that have a place."""
    read = attrgetter(f"reading.{name}")

    def place(event: "Event") -> object:
        parts = read(event)
        return parts and tuple(part.moved(event.at) for part in parts)

    return property(place)


class _PlacedReading(NamedTuple):
    reading: EntryReading
    at: int


class Event(_PlacedReading):
    """One entry of a list of events: its reading, and where in the text its item begins.

    Its attributes are those of ``EntryReading``, with spans of the text. An edit before it moves
    one number, not its twenty spans.
    """

    __slots__ = ()

    kind: EntryKind = _said("kind")
    span: Span = _placed("span")
    content: Span = _placed("content")
    indent: int = _said("indent")
    marker: str = _said("marker")
    title: str = _said("title")
    title_span: Span | None = _placed("title_span")
    when: TimeSpan | None = _said("when")
    when_span: Span | None = _placed("when_span")
    weekdays: tuple[int | None, ...] = _said("weekdays")
    rule: recurrence.Rule | None = _said("rule")
    rule_text: str = _said("rule_text")
    rule_span: Span | None = _placed("rule_span")
    limits_span: Span | None = _placed("limits_span")
    what: str = _said("what")
    what_span: Span | None = _placed("what_span")
    strike: tuple[Span, Span] | None = _placed_each("strike")
    place: str = _said("place")
    place_span: Span | None = _placed("place_span")
    link: Span | None = _placed("link")
    href: Span | None = _placed("href")
    line_url: Span | None = _placed("line_url")
    details: tuple[Detail, ...] = _placed_each("details")
    subheading: str = _said("subheading")
    listed_under: str = _said("listed_under")
    group: str = _said("group")
    group_span: Span | None = _placed("group_span")
    group_url: Span | None = _placed("group_url")
    label: str = _said("label")
    label_span: Span | None = _placed("label_span")
    end_span: Span | None = _placed("end_span")
    time_span: Span | None = _placed("time_span")
    more: tuple[Span, ...] = _placed_each("more")
    template: LineTemplate | None = _said("template")
    pattern: DatePattern | None = _said("pattern")
    is_whole: bool = _said("is_whole")

    def moved(self, by: int) -> "Event":
        """Return the entry so many code points further on."""
        return Event(self.reading, self.at + by)

    @property
    def is_read(self) -> bool:
        """Whether its time is understood; every line of a list of events is an entry."""
        return self.when is not None or self.kind is not EntryKind.EVENT

    @property
    def ends_with_title(self) -> bool:
        """Whether the title of a meeting stands behind its rule."""
        if self.rule_span is None or self.title_span is None:
            return False
        return self.rule_span.start < self.title_span.start

    @property
    def url(self) -> Detail | None:
        return next((detail for detail in self.details if detail.url), None)

    @property
    def notes(self) -> tuple[Detail, ...]:
        shown = (self.url, self.registration)
        return tuple(detail for detail in self.details if detail not in shown and detail.text)

    @property
    def registration(self) -> Detail | None:
        return next((detail for detail in self.details if detail.registration), None)


def split_by_time(events: Iterable[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Split the entries of lists by whether their time is understood.

    Args:
        events: The entries, in the order of the text.

    Returns:
        Those that are read, and the others.
    """
    listed = tuple(events)
    return (
        tuple(event for event in listed if event.is_read),
        tuple(event for event in listed if not event.is_read),
    )


def start_of(data: EventData) -> tuple[date, time]:
    """Return what entries are ordered by: day and hour, all-day entries first.

    Args:
        data: What an entry says.

    Returns:
        Its first day and hour; the earliest possible ones where it has none.
    """
    if data.when is None:
        return date.min, time()
    return data.when.start, data.when.start_time or time()
