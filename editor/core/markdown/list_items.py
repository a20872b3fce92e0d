"""List items with spans, nested as CommonMark §5.2 nests them: by the column of their content."""

import re
from collections.abc import Iterator

from msgspec import Struct

from editor.core.base.edits import Span
from editor.core.markdown.block_starts import (
    LIST_ITEM,
    THEMATIC_BREAK,
    count_indent,
    interrupts_paragraph,
)
from editor.core.markdown.outline import Line, read_lines

_MAX_NESTING = 100


class Item(Struct, frozen=True):
    """A list item."""

    span: Span
    """Its lines with their ends, nested items included."""
    indent: int
    """How many spaces stand before the marker."""
    marker: str
    """The bullet, or the number with its ``.`` or ``)``."""
    content: Span
    """The first line behind the marker."""
    rest: tuple[Span, ...]
    """The further lines that belong to no nested item."""
    children: tuple["Item", ...]

    def moved(self, by: int) -> "Item":
        """Return the item so many code points further on."""
        return Item(
            self.span.moved(by),
            self.indent,
            self.marker,
            self.content.moved(by),
            tuple(span.moved(by) for span in self.rest),
            tuple(child.moved(by) for child in self.children),
        )


def read_items(text: str, within: Span) -> Iterator[Item]:
    """Read the list items of a range, one after the other as they are asked for.

    Args:
        text: The whole document.
        within: The range, such as the body of a section.

    Yields:
        The outermost items in their order.
    """
    root: _OpenItem | None = None
    stack: list[_OpenItem] = []
    after_empty_line = False
    for line in read_lines(text, within.start, within.end):
        content = line.span.of(text)
        if not content.strip():
            after_empty_line = True
            continue
        indent = count_indent(content)
        match = not THEMATIC_BREAK.match(content) and LIST_ITEM.match(content)
        if stack and indent < stack[-1].column:
            if match or after_empty_line or interrupts_paragraph(content):
                _leave_items(stack, indent)
        column = stack[-1].column if stack else 0
        if match and indent < column + 4 and len(stack) < _MAX_NESTING:
            item = _OpenItem(line, indent, match)
            if stack:
                stack[-1].children.append(item)
            elif root:
                yield root.close()
            stack.append(item)
            root = stack[0]
        elif stack:
            stack[-1].rest.append(Span(line.span.start + indent, line.span.end))
        for item in stack:
            item.end = line.after
        after_empty_line = False
    if root:
        yield root.close()


class _OpenItem:
    """A list item whose end is not known yet."""

    def __init__(self, line: Line, indent: int, match: re.Match[str]) -> None:
        self.start, self.end = line.span.start, line.after
        self.indent, self.marker = indent, match[2]
        self.column = indent + len(match[2]) + (len(match[3]) or 1)
        """Where the content begins: lines indented so far belong to the item."""
        self.content = Span(line.span.start + match.end(), line.span.end)
        self.rest: list[Span] = []
        self.children: list[_OpenItem] = []

    def close(self) -> Item:
        return Item(
            span=Span(self.start, self.end),
            indent=self.indent,
            marker=self.marker,
            content=self.content,
            rest=tuple(self.rest),
            children=tuple(child.close() for child in self.children),
        )


def _leave_items(stack: list[_OpenItem], indent: int) -> None:
    """Close the items that a line with such an indent does not belong to."""
    while stack and indent < stack[-1].column:
        stack.pop()
