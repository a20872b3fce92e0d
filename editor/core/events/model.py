"""Entries as values: an ``Event`` with its spans, and ``EventData``, what a form shows of it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from enum import StrEnum

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
class Event:
    """One entry of a list of events. Spans are None for what the line does not say."""

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

    def moved(self, by: int) -> "Event":
        """Return the entry so many code points further on."""
        moved = object.__new__(Event)  # a fifth of the time that ``replace`` takes, at each key
        for name, read, write in _SLOTS:
            value = read(self)
            if type(value) is Span:
                value = Span(value[0] + by, value[1] + by)
            elif value and name in _MOVED:
                value = tuple(part.moved(by) for part in value)
            write(moved, value)
        return moved

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


_SLOTS = tuple(
    (field.name, (slot := Event.__dict__[field.name]).__get__, slot.__set__)
    for field in fields(Event)
)
_MOVED = ("strike", "details", "more")
"""Fields that hold several of what has a place."""


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
