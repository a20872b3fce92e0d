"""What an event may be: an item of a list, a row of a table, a line, or a definition.

All are read as ``Item``; what is no item of a list has no marker and no indent.
"""

import re
from collections.abc import Collection, Iterator

from editor.core.base.edits import Span
from editor.core.markdown.list_items import Item, read_items
from editor.core.markdown.outline import Line, read_lines
from editor.core.profiles.event_settings import Unit

_ROW = re.compile(r" {0,3}\|?(?=[^|\n]*\|)")
_DELIMITERS = re.compile(r"[\s|:-]+")
_DEFINITION = re.compile(r" {0,3}:[ \t]+")
_NO_LINE = re.compile(r" {0,3}(?:\#{1,6}(?:\s|$)|>|```|~~~|<)|\s*$|[ ]{4}|\t")


def read_units(text: str, within: Span, units: Collection[Unit]) -> Iterator[Item]:
    """Read what may be events.

    Args:
        text: The whole document.
        within: The range, such as the body of a section.
        units: What events are written as.

    Yields:
        The units of a range in their order, of lists the outermost.
    """
    items = read_items(text, within)
    if set(units) == {Unit.ITEM}:
        yield from items
        return
    at = within.start
    for item in items:
        yield from _read_lines(text, Span(at, item.span.start), units)
        at = item.span.end
        if Unit.ITEM in units:
            yield item
    yield from _read_lines(text, Span(at, within.end), units)


def _read_lines(text: str, within: Span, units: Collection[Unit]) -> Iterator[Item]:
    """Read the rows, lines and definitions of a range without lists."""
    term: list[Line] = []
    for line in read_lines(text, within.start, within.end):
        content = line.span.of(text)
        if Unit.DEFINITION in units and term and _DEFINITION.match(content):
            term.append(line)
            continue
        yield from _close(text, term, units)
        term = []
        if _ROW.match(content) and not _DELIMITERS.fullmatch(content):
            if Unit.ROW in units:
                yield _make_item(line.span, line.after)
        elif not _NO_LINE.match(content):
            term = [line]
    yield from _close(text, term, units)


def _close(text: str, lines: list[Line], units: Collection[Unit]) -> Iterator[Item]:
    """A line alone, or a term with its definitions."""
    if len(lines) > 1:
        rest = []
        for line in lines[1:]:
            match = _DEFINITION.match(line.span.of(text))
            assert match
            rest.append(Span(line.span.start + match.end(), line.span.end))
        yield _make_item(lines[0].span, lines[-1].after, tuple(rest))
    elif lines and Unit.LINE in units:
        yield _make_item(lines[0].span, lines[0].after)


def _make_item(content: Span, end: int, rest: tuple[Span, ...] = ()) -> Item:
    return Item(Span(content.start, end), 0, "", content, rest, ())
