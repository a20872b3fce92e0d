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
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_END_OF_COMMENT = re.compile("-->")
_EMPTY_LINE = re.compile(r"[ \t]*\r?\n")
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
    hidden: re.Pattern[str] | None = None
    for line in read_lines(text, within.start, within.end):
        content = line.span.of(text)
        if hidden:  # code, or a comment
            hidden = None if hidden.search(content) else hidden
            continue
        if Unit.DEFINITION in units and term and _DEFINITION.match(content):
            term.append(line)
            continue
        yield from _close(text, term, units)
        term = []
        hidden = _find_closing(content)
        if hidden:
            continue
        if _ROW.match(content) and not _DELIMITERS.fullmatch(content):
            if Unit.ROW in units:
                yield _make_item(line.span, line.after)
        elif not _NO_LINE.match(content):
            term = [line]
    yield from _close(text, term, units)


def _find_closing(content: str) -> re.Pattern[str] | None:
    """What ends the code or comment that a line opens; None where it opens none."""
    fence = _FENCE.match(content)
    if fence:
        return re.compile(rf"^ {{0,3}}{re.escape(fence[1])}+[ \t]*$")
    opening = content.rfind("<!--")
    if opening >= 0 and "-->" not in content[opening:]:
        return _END_OF_COMMENT
    return None


def _close(text: str, lines: list[Line], units: Collection[Unit]) -> Iterator[Item]:
    """A line alone, or a term with its definitions."""
    if len(lines) > 1:
        rest = []
        for line in lines[1:]:
            match = _DEFINITION.match(line.span.of(text))
            assert match
            rest.append(Span(line.span.start + match.end(), line.span.end))
        yield _make_item(lines[0].span, _with_empty_line(text, lines[-1].after), tuple(rest))
    elif lines and Unit.LINE in units:
        yield _make_item(lines[0].span, _with_empty_line(text, lines[0].after))


def _with_empty_line(text: str, end: int) -> int:
    """The end of a paragraph with the empty line that parts it from the next one."""
    behind = _EMPTY_LINE.match(text, end)
    return behind.end() if behind else end


def _make_item(content: Span, end: int, rest: tuple[Span, ...] = ()) -> Item:
    return Item(Span(content.start, end), 0, "", content, rest, ())
