"""Entries as values: an ``Event`` with its spans, and ``EventData``, what a form shows of it."""

from collections.abc import Callable, Iterable
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple, TypeVar, cast

from msgspec import Struct

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


class EventData(Struct, frozen=True):
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


class Detail(Struct, frozen=True):
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


class EntryReading(Struct, frozen=True):
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


T = TypeVar("T")
MaybeSpan = TypeVar("MaybeSpan", Span, Span | None)


def _said(read: Callable[[EntryReading], T]) -> T:
    """An attribute of the reading that has no place."""
    return cast("T", property(lambda event: read(event.reading)))


def _placed(read: Callable[[EntryReading], MaybeSpan]) -> MaybeSpan:
    """A span of the reading, counted from the beginning of the text."""

    def place(event: "Event") -> Span | None:
        span, at = read(event.reading), event.at
        return span and Span(span[0] + at, span[1] + at)

    return cast("MaybeSpan", property(place))


class _PlacedReading(NamedTuple):
    reading: EntryReading
    at: int


class Event(_PlacedReading):
    """One entry of a list of events: its reading, and where in the text its item begins.

    Its attributes are those of ``EntryReading``, with spans of the text. An edit before it moves
    one number, not its twenty spans.
    """

    __slots__ = ()

    kind = _said(lambda reading: reading.kind)
    span = _placed(lambda reading: reading.span)
    content = _placed(lambda reading: reading.content)
    indent = _said(lambda reading: reading.indent)
    marker = _said(lambda reading: reading.marker)
    title = _said(lambda reading: reading.title)
    title_span = _placed(lambda reading: reading.title_span)
    when = _said(lambda reading: reading.when)
    when_span = _placed(lambda reading: reading.when_span)
    weekdays = _said(lambda reading: reading.weekdays)
    rule = _said(lambda reading: reading.rule)
    rule_text = _said(lambda reading: reading.rule_text)
    rule_span = _placed(lambda reading: reading.rule_span)
    limits_span = _placed(lambda reading: reading.limits_span)
    what = _said(lambda reading: reading.what)
    what_span = _placed(lambda reading: reading.what_span)
    place = _said(lambda reading: reading.place)
    place_span = _placed(lambda reading: reading.place_span)
    link = _placed(lambda reading: reading.link)
    href = _placed(lambda reading: reading.href)
    line_url = _placed(lambda reading: reading.line_url)
    subheading = _said(lambda reading: reading.subheading)
    listed_under = _said(lambda reading: reading.listed_under)
    group = _said(lambda reading: reading.group)
    group_span = _placed(lambda reading: reading.group_span)
    group_url = _placed(lambda reading: reading.group_url)
    label = _said(lambda reading: reading.label)
    label_span = _placed(lambda reading: reading.label_span)
    end_span = _placed(lambda reading: reading.end_span)
    time_span = _placed(lambda reading: reading.time_span)
    template = _said(lambda reading: reading.template)
    pattern = _said(lambda reading: reading.pattern)
    is_whole = _said(lambda reading: reading.is_whole)

    def moved(self, by: int) -> "Event":
        """Return the entry so many code points further on."""
        return Event(self.reading, self.at + by)

    @property
    def details(self) -> tuple[Detail, ...]:
        """The lines below its first."""
        return tuple(detail.moved(self.at) for detail in self.reading.details)

    @property
    def strike(self) -> tuple[Span, Span] | None:
        """The ~~ around a line that is cancelled."""
        pair = self.reading.strike
        return pair and (pair[0].moved(self.at), pair[1].moved(self.at))

    @property
    def more(self) -> tuple[Span, ...]:
        """The lines below the first that are of its form, without their markers."""
        return tuple(span.moved(self.at) for span in self.reading.more)

    @property
    def is_read(self) -> bool:
        """Whether its time is understood; every line of a list of events is an entry."""
        return self.reading.when is not None or self.reading.kind is not EntryKind.EVENT

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
    read: list[Event] = []
    unread: list[Event] = []
    for event in events:
        (read if event.is_read else unread).append(event)
    return tuple(read), tuple(unread)


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
