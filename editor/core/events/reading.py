"""Event, meeting and deadline lines, read with spans.

Law: the reader takes every form of real issues and never fails; what it does not understand is not
an entry and stays as it is. ``editing`` changes what is read here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from editor.core.base.edits import Span
from editor.core.calendar.date_words import find_date_words
from editor.core.events.dated_line import read_dated
from editor.core.events.details import read_details
from editor.core.events.first_line import FirstLine, read_deadline, read_unread
from editor.core.events.line_forms import LineForms, forms_of
from editor.core.events.location import split_place
from editor.core.events.meeting_line import read_meeting
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.units import read_units
from editor.core.markdown.list_items import Item
from editor.core.markdown.outline import Section
from editor.core.profiles.event_settings import EventSettings
from editor.core.profiles.profile import Profile

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
MAX_ENTRIES = 400
"""How many entries are read; the forms stay quick then. The largest real issue has 50."""
_MOST_LINES = 4
"""How many lines below its first an entry's form may have."""
_MOST_REMEMBERED = 2 * MAX_ENTRIES
_LONGEST = 3000
"""Characters of a line that can be an entry: the patterns take quadratic time."""


# --- what an event says ---------------------------------------------------------------------------


def read_event_data(event: Event, text: str) -> EventData:
    """Read what an entry says, as the forms show it.

    Args:
        event: The entry.
        text: The text it was read from.

    Returns:
        Its values.
    """
    address, online = split_place(event.place)
    url = event.line_url.of(text) if event.line_url else ""
    return EventData(
        title=event.title,
        when=event.when,
        address=address,
        online=online,
        url=event.url.url if event.url else url,
        notes="\n".join(detail.text for detail in event.notes),
        rule=event.rule_text,
        kind=event.kind,
        what=event.what,
        registration=event.registration.registration if event.registration else None,
        cancelled=event.strike is not None,
        group=event.group,
        group_url=event.group_url.of(text) if event.group_url else "",
    )


# --- entries --------------------------------------------------------------------------------------


def read_entries(
    text: str, sections: Sequence[Section], profile: Profile, near: date | None
) -> tuple[Event, ...]:
    """Read the entries of the sections that a profile names.

    Args:
        text: The whole document.
        sections: Its sections.
        profile: Says which headings hold what, and how entries are written.
        near: Dates without a year are taken as close to this day as possible.

    Returns:
        The first ``MAX_ENTRIES`` events, meetings and deadlines in the order of the text.
    """
    settings = profile.events
    entries: list[Event] = []
    read_to = 0
    for number, section in enumerate(sections):
        if section.span.start < read_to:
            continue
        kind = kind_of_section(section, settings)
        if not kind:
            continue
        read_to = section.span.end
        reader = item_reader(kind, forms_of(profile, kind), near)
        for title, body in _split_at_subheadings(sections, number):
            items = read_units(text, body, settings.units)
            entries += islice(reader.read(text, items, title), MAX_ENTRIES - len(entries))
    return tuple(entries)


def _split_at_subheadings(sections: Sequence[Section], number: int) -> Iterator[tuple[str, Span]]:
    """The title of each sub-heading of a section and what stands below it; first "" and the rest.

    What stands below a sub-heading goes on to the next one, of whatever level.
    """
    section = sections[number]
    title, start = "", section.body.start
    for inner in sections[number + 1 :]:
        if inner.span.start >= section.span.end:
            break
        yield title, Span(start, inner.span.start)
        title, start = inner.heading.title, inner.body.start
    yield title, Span(start, section.span.end)


def kind_of_section(section: Section, settings: EventSettings) -> EntryKind | None:
    """Find out what a section lists, by the first word of its heading.

    Args:
        section: A section of the body.
        settings: Which headings hold what.

    Returns:
        EVENT (which stands for meetings, too) or DEADLINE; None for other sections.
    """
    title = section.heading.title.lstrip("[*_ ").casefold()
    for kind, words in (
        (EntryKind.EVENT, settings.events),
        (EntryKind.DEADLINE, settings.deadlines),
    ):
        if any(title.startswith(word.casefold()) for word in words):
            return kind
    return None


_ItemKey = tuple[str, str, str, int]
"""The text of an item, its marker, the sub-heading above it, and how many such are before it."""


class ItemReader:
    """Reads the entries of items, each by its own text alone, which it remembers."""

    def __init__(self, kind: EntryKind, forms: LineForms, near: date | None) -> None:
        self._kind, self._forms, self._near = kind, forms, near
        self._known: dict[_ItemKey, tuple[int, tuple[Event, ...]]] = {}
        """Where an item stood last, and its entries there."""

    def read(self, text: str, items: Iterable[Item], subheading: str) -> Iterator[Event]:
        """Read the entries that the outermost items below a sub-heading are or hold."""
        seen = Counter[str]()
        for item in items:
            words = item.span.of(text)
            yield from self._read_item(item, words, (words, item.marker, subheading, seen[words]))
            seen[words] += 1

    def _read_item(self, item: Item, words: str, key: "_ItemKey") -> tuple[Event, ...]:
        start = item.span.start
        known = self._known.get(key)
        if known is None:
            reader = _EntryReader(words, self._kind, self._forms, self._near)
            known = (0, tuple(reader.read(item.moved(-start), subheading=key[2])))
        before, entries = known
        if before != start:
            entries = tuple(entry.moved(start - before) for entry in entries)
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        self._known[key] = (start, entries)
        return entries


item_reader = lru_cache(maxsize=16)(ItemReader)
"""Readers of items; each of them remembers what it has read."""


@dataclass(frozen=True, slots=True)
class _EntryReader:
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
        return Event(
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
            end_span=line.end_span,
            time_span=line.time_span,
            more=line.more,
            template=line.template,
            pattern=line.pattern,
            is_whole=line.is_whole,
        )
