"""The entries of one item of a list, read by its own text alone, and remembered by it.

Law: what is remembered is what reading anew would say, wherever the item stands by then.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from editor.core.base.edits import Span
from editor.core.calendar.date_words import find_date_words
from editor.core.events.dated_line import read_dated
from editor.core.events.details import read_details
from editor.core.events.first_line import FirstLine, read_deadline, read_unread
from editor.core.events.line_forms import LineForms
from editor.core.events.meeting_line import read_meeting
from editor.core.events.model import EntryKind, EntryReading, Event
from editor.core.events.units import read_units
from editor.core.markdown.list_items import Item
from editor.core.profiles.event_settings import Unit

_FILE_ANCHOR = r"""
    <a\s (?:[^<>]|<(?!/?a\b))*? type=["']text/calendar["'] [^<>]*>
    (?:(?!<a\s).)*? </a>
"""
CALENDAR_ANCHOR = re.compile(
    rf"""
    <a\s (?:[^<>]|<(?!/?a\b))*?                                 # attributes; "<" stands in titles
    href=(?P<quote>["'])
    (?P<href>data:text/calendar[^"'<>\s]*)
    (?P=quote) [^<>]*>
    (?:(?!<a\s).)*? </a>
    (?: \s* {_FILE_ANCHOR} )?
    | {_FILE_ANCHOR}
    """,
    re.VERBOSE,
)
"""A calendar link: an HTML element with the data, one that leads to a file, or both."""
MAX_ENTRIES = 2_500
"""How many entries are read: each takes 0.5 ms, once. The largest real issue has 50."""
_MOST_LINES = 4
"""How many lines below its first an entry's form may have."""
_MOST_REMEMBERED = 2 * MAX_ENTRIES
_MOST_BODIES = 30
"""Each keeps its text, and while somebody types in it there is another at each key."""
_LONGEST = 3000
"""Characters of a line that can be an entry: the patterns take quadratic time."""


_Key = TypeVar("_Key")
_ItemKey = tuple[str, str, str, int]
"""The text of an item, its marker, the sub-heading above it, and how many such are before it."""

_BodyKey = tuple[str, frozenset[Unit], str]
"""What stands below a sub-heading, what its entries are written as, and the sub-heading."""


class _Memory(Generic[_Key]):
    """Entries by what they were read from, as if that began the text."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[_Key, tuple[Event, ...]] = {}

    def find(self, key: _Key) -> tuple[Event, ...] | None:
        """Return what is remembered; None where it was not read yet."""
        return self._known.get(key)

    def keep(self, key: _Key, entries: tuple[Event, ...]) -> tuple[Event, ...]:
        """Remember entries; returns them."""
        if len(self._known) >= self._most:
            self._known.clear()
        self._known[key] = entries
        return entries


class ItemReader:
    """Reads the entries of items, each by its own text alone, which it remembers."""

    def __init__(self, kind: EntryKind, forms: LineForms, near: date | None) -> None:
        self._kind, self._forms, self._near = kind, forms, near
        self._items = _Memory[_ItemKey](_MOST_REMEMBERED)
        self._bodies = _Memory[_BodyKey](_MOST_BODIES)

    def read(
        self, text: str, body: Span, units: Collection[Unit], subheading: str
    ) -> tuple[Event, ...]:
        """Read the entries below a sub-heading."""
        key = (body.of(text), frozenset(units), subheading)
        known = self._bodies.find(key)
        if known is not None:
            return _move(known, body.start)
        entries = self.read_items(text, read_units(text, body, units), subheading)
        self._bodies.keep(key, _move(entries, -body.start))
        return entries

    def read_items(self, text: str, items: Iterable[Item], subheading: str) -> tuple[Event, ...]:
        """Read the entries that outermost items are or hold."""
        entries: list[Event] = []
        seen = Counter[str]()
        for item in items:
            words = item.span.of(text)
            entries += self._read_item(item, (words, item.marker, subheading, seen[words]))
            seen[words] += 1
            if len(entries) >= MAX_ENTRIES:
                break
        return tuple(entries)

    def _read_item(self, item: Item, key: _ItemKey) -> tuple[Event, ...]:
        start = item.span.start
        known = self._items.find(key)
        if known is None:
            words, _, subheading, _ = key
            reader = _EntryReader(words, self._kind, self._forms, self._near)
            known = self._items.keep(key, tuple(reader.read(item.moved(-start), subheading)))
        return _move(known, start)


def _move(entries: tuple[Event, ...], by: int) -> tuple[Event, ...]:
    return tuple(entry.moved(by) for entry in entries)


item_reader = lru_cache(maxsize=16)(ItemReader)
"""Readers of items; each of them remembers what it has read."""


class _EntryReader(Struct, frozen=True):
    """Reads the entries of one item."""

    text: str
    kind: EntryKind
    forms: LineForms
    near: date | None

    def read(self, item: Item, subheading: str, listed_under: str = "") -> Iterator[Event]:
        """Read the entries that an item is or holds."""
        line = self._make_line(item)
        if len(line.words) > _LONGEST:
            return
        if understood := self._read_line(item):
            yield self._make_event(item, understood, subheading, listed_under)
            return
        title = item.content.of(self.text).strip()
        inner = [event for child in item.children for event in self.read(child, subheading, title)]
        if any(event.is_read for event in inner) or not self._may_be_entry(item, line):
            yield from inner
            return
        read_unread(line, self.forms, self.text, self._lines_below(item))
        line.kind = self.kind
        yield self._make_event(item, line, subheading, listed_under)

    def _may_be_entry(self, item: Item, line: FirstLine) -> bool:
        """Whether a line that nobody understands may be an entry: it heads no group."""
        words = line.words.strip().strip("*_")
        if self.kind is EntryKind.DEADLINE or not words or words.endswith(":"):
            return False
        return bool(item.marker) or find_date_words(line.words) > 0

    def _read_line(self, item: Item) -> FirstLine | None:
        """The first line of an item, read by the first reader that understands all of it."""
        line = self._make_line(item)
        if self.kind is EntryKind.DEADLINE and not self.forms.templates:
            read_deadline(line, self.near)
            return line
        if read_dated(line, self.forms, self.near, self.text, self._lines_below(item)):
            line.kind = self.kind
            return line
        line = self._make_line(item)
        is_meeting = self.kind is not EntryKind.DEADLINE and read_meeting(line, self.near)
        return line if is_meeting else None

    def _make_line(self, item: Item) -> FirstLine:
        """The first line of an item, taken apart at its calendar link."""
        content = item.content.of(self.text)
        anchor = CALENDAR_ANCHOR.search(content) if "text/calendar" in content else None
        return FirstLine.cut(item.content.start, content, anchor)

    def _lines_below(self, item: Item) -> list[Span]:
        """The lines of an item below its first, as far as templates may ask for them."""
        below = [*item.rest[:_MOST_LINES]]
        below += [child.content for child in item.children[:_MOST_LINES]]
        return [span for span in sorted(below) if span.end - span.start <= _LONGEST][:_MOST_LINES]

    def _make_event(self, item: Item, line: FirstLine, subheading: str, listed_under: str) -> Event:
        reading = EntryReading(
            kind=line.kind,
            span=item.span,
            content=item.content,
            indent=item.indent,
            marker=item.marker,
            title=line.title,
            title_span=line.title_span,
            when=line.when,
            when_span=line.when_span,
            weekdays=line.weekdays,
            rule=line.rule,
            rule_text=line.rule_text,
            rule_span=line.rule_span,
            limits_span=line.limits_span,
            what=line.what,
            what_span=line.what_span,
            strike=line.strike,
            place=line.place,
            place_span=line.place_span,
            link=line.link,
            href=line.href,
            line_url=line.line_url,
            details=read_details(self.text, item, self.near, line.more),
            subheading=subheading,
            listed_under=listed_under,
            group=line.group,
            group_span=line.group_span,
            group_url=line.group_url,
            label=line.label,
            label_span=line.label_span,
            end_span=line.end_span,
            time_span=line.time_span,
            more=line.more,
            template=line.template,
            pattern=line.pattern,
            is_whole=line.is_whole,
        )
        return Event(reading, 0)
