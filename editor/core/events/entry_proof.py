"""An entry read again by its own lines: what else a text says cannot have changed.

Law: what is told here is what reading the whole text tells (held by tests over random edits).
It rests on two facts. An item in column 0 ends the list item before it, and no line before an item
has a say in what stands below it (CommonMark §5.2); a heading has no state behind it (§4.2).
"""

import re
from collections.abc import Iterable
from datetime import date

from editor.core.base.edits import Span
from editor.core.events.item_reading import item_reader
from editor.core.events.line_forms import forms_of
from editor.core.events.model import EntryKind, Event
from editor.core.markdown.list_items import Item, read_items
from editor.core.markdown.outline import Section, may_hold_heading
from editor.core.profiles.event_settings import Unit
from editor.core.profiles.profile import Profile

_BEHIND = re.compile(r"[ \t]*\r?\n|[*+-][ ]|\d{1,9}[.)][ ]|\#{1,6}[ ]|\Z")
"""What may follow: an empty line, another item, a heading, or the end."""
_INDENTED_BEHIND = re.compile(r"(?:[ \t]*\r?\n)*[ \t]+\S")
"""A line with blanks before it: it is a part of the entry if the entry's words begin above it."""
_LEANING_HEADING = re.compile(r"\n {1,3}#")
"""A heading with blanks before it: items far above decide whether it is one."""


def read_entry_alone(
    event: Event, before: str, after: str, profile: Profile, near: date | None, *, heading: int
) -> tuple[Event, ...] | None:
    """Read what an entry has become in a text that differs within its span alone.

    Args:
        event: The entry of the text before.
        before: The text before.
        after: The text after.
        profile: How entries are written.
        near: Dates without a year are taken as close to this day as possible.
        heading: Where the next heading in column 0 begins in the text after.

    Returns:
        The entries that its lines are now. None where other lines may read differently, or where
        that cannot be told.
    """
    growth = len(after) - len(before)
    span = Span(event.span.start, event.span.end + growth)
    is_outermost = event.marker and not event.indent and not event.listed_under
    if not is_outermost or set(profile.events.units) != {Unit.ITEM}:
        return None
    item = _find_item(span.of(after), event)
    if item is None or _find_item(event.span.of(before), event) is None:
        return None
    if not _BEHIND.match(after, span.end) or _INDENTED_BEHIND.match(after, span.end):
        return None
    if _LEANING_HEADING.search(after, span.end - 1, heading):
        return None
    kind = EntryKind.DEADLINE if event.kind is EntryKind.DEADLINE else EntryKind.EVENT
    reader = item_reader(kind, forms_of(profile, kind), near)
    read = reader.read_items(after, [item.moved(span.start)], event.subheading)
    return read if len(read) == 1 else None


def _find_item(lines: str, event: Event) -> Item | None:
    """The one item in column 0 that lines are, with the marker of the entry; None for others."""
    if not lines.endswith("\n") or may_hold_heading(lines):
        return None
    whole = Span(0, len(lines))
    item = next(read_items(lines, whole), None)
    is_whole = item is not None and (item.span, item.indent) == (whole, 0)
    return item if item and is_whole and item.marker == event.marker else None


def stretch_sections(sections: Iterable[Section], at: int, growth: int) -> tuple[Section, ...]:
    """Move and stretch sections around a place that holds no heading.

    Args:
        sections: Sections.
        at: Where the text has grown.
        growth: By how much.

    Returns:
        The sections of the text that has grown.
    """

    def stretch(section: Section) -> Section:
        heading, span = section.heading, section.span
        if span.start >= at:
            return Section(heading.moved(growth), span.moved(growth))
        return Section(heading, Span(span.start, span.end + growth)) if span.end >= at else section

    return tuple(map(stretch, sections))
