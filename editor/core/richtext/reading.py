"""The body read as rich text: every character of it belongs to a block, or to a gap of blanks.

A chunk between two headings is read at once and remembered, so that a key costs one chunk.
"""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from editor.core.base.edits import Span
from editor.core.base.remembering import remember
from editor.core.markdown.outline import read_lines
from editor.core.markdown.parser import Definitions, Dialect, parse_blocks
from editor.core.markdown.placeholders import swap_out
from editor.core.rendering.chunks import is_too_heavy
from editor.core.richtext.block_runs import Leaf, make_block
from editor.core.richtext.blocks import BlockKind, Nesting, RichBlock
from editor.core.richtext.swapping import restore_block

_CACHE_SIZE = 2000
_LONE_CR = re.compile(r"\r(?!\n)|\0")
_BLANK = re.compile(r"[\s>]*")
_LEAVES = {
    "paragraph_open": BlockKind.PARAGRAPH,
    "heading_open": BlockKind.HEADING,
    "dt_open": BlockKind.PARAGRAPH,
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "html_block": BlockKind.HTML,
    "hr": BlockKind.RULE,
    "table_open": BlockKind.TABLE,
}


@remember(_CACHE_SIZE, at=1)
def read_chunk(dialect: Dialect, text: str) -> tuple[tuple[int, RichBlock], ...]:
    """Read a chunk of a body as rich text.

    Args:
        dialect: How the site reads Markdown.
        text: The chunk.

    Returns:
        Its blocks, and where each starts in it.
    """
    if is_too_heavy(text):
        return _show_as_one(text)
    swapped = swap_out(_LONE_CR.sub(" ", text), dialect.engine)
    lines = [line.span for line in read_lines(swapped.text)]
    tokens, definitions = parse_blocks(dialect, swapped.text)
    found: list[tuple[int, RichBlock]] = []
    at = 0
    for leaf in _find_leaves(tokens):
        first, last = _trim_lines(swapped.text, lines, leaf)
        if first < at:
            continue
        found += _read_gap(swapped.text, lines[at:first])
        block = make_block(dialect, swapped.text, lines[first:last], leaf, definitions)
        found.append((lines[first].start, block))
        at = last
    found += _read_gap(swapped.text, lines[at:])
    return tuple(restore_block(swapped, text, start, block) for start, block in found)


def _show_as_one(text: str) -> tuple[tuple[int, RichBlock], ...]:
    """A chunk that is not parsed: one block, of which the beginning is seen."""
    start = len(text) - len(text.lstrip())
    source = text.strip()
    leaf = Leaf(BlockKind.HTML, (0, 1))
    line = Span(start, start + len(source))
    return ((start, make_block(Dialect(""), text, [line], leaf, Definitions())),)


def _trim_lines(text: str, lines: list[Span], leaf: Leaf) -> tuple[int, int]:
    """The lines of a leaf without blank ones at its end."""
    first, last = leaf.lines
    while last > first + 1 and _BLANK.fullmatch(lines[last - 1].of(text)):
        last -= 1
    return first, last


def _read_gap(text: str, lines: list[Span]) -> Iterator[tuple[int, RichBlock]]:
    """Lines that are part of no block: definitions of links, and what only the site reads."""
    group: list[Span] = []
    for line in [*lines, None]:
        if line and not _BLANK.fullmatch(line.of(text)):
            group.append(line)
        elif group:
            leaf = Leaf(BlockKind.OTHER, (0, len(group)))
            yield group[0].start, make_block(Dialect(""), text, group, leaf, Definitions())
            group = []


class _Containers:
    """The quotes and lists that are open while tokens are walked through."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._numbers: list[int] = []
        """The number of the next item of each numbered list that is open."""
        self._marker = ""
        self._item_line: int | None = None

    def step(self, token: Token) -> Leaf | None:
        """Take a token; the leaf of an item that ends without one."""
        if token.type in ("blockquote_open", "bullet_list_open", "ordered_list_open"):
            self._open.append(token.type)
            if token.type == "ordered_list_open":
                self._numbers.append(int(token.attrs.get("start", 1)))
        elif token.type in ("blockquote_close", "bullet_list_close", "ordered_list_close"):
            self._open.pop()
            if token.type == "ordered_list_close":
                self._numbers.pop()
        elif token.type == "list_item_open" and token.map:
            empty = self._end_hollow_item(token.map[0])
            self._marker = "•"
            if self._open[-1] == "ordered_list_open":
                self._marker = f"{self._numbers[-1]}{token.markup}"
                self._numbers[-1] += 1
            self._item_line = token.map[0]
            return empty
        elif token.type == "list_item_close" and self._item_line is not None:
            line = self._item_line
            return Leaf(BlockKind.PARAGRAPH, (line, line + 1), nesting=self.take_nesting())
        return None

    def _end_hollow_item(self, line: int) -> Leaf | None:
        """The leaf of an item that has nothing but a list below it."""
        if self._item_line is None or self._item_line >= line:
            return None
        first, nesting = self._item_line, self.take_nesting()
        outer = Nesting(nesting.quotes, max(nesting.depth - 1, 1), nesting.marker)
        return Leaf(BlockKind.PARAGRAPH, (first, first + 1), nesting=outer)

    def take_nesting(self) -> Nesting:
        """The nesting of the next leaf; it begins the item that was opened before it."""
        marker, self._marker, self._item_line = self._marker, "", None
        quotes = self._open.count("blockquote_open")
        return Nesting(quotes, len(self._open) - quotes, marker)


def _find_leaves(tokens: list[Token]) -> Iterator[Leaf]:
    """The blocks that hold no others, each with the containers it stands in."""
    containers = _Containers()
    table_level: int | None = None
    for index, token in enumerate(tokens):
        if table_level is not None:
            if token.type == "table_close" and token.level == table_level:
                table_level = None
            continue
        empty = containers.step(token)
        if empty:
            yield empty
        kind = _LEAVES.get(token.type)
        if kind is None or not token.map:
            continue
        content = None
        if token.nesting > 0:
            content = tokens[index + 1].content
        if kind is BlockKind.TABLE:
            table_level, content = token.level, None
        level = int(token.tag[1:]) if kind is BlockKind.HEADING else 0
        first, last = token.map[0], max(token.map[1], token.map[0] + 1)
        yield Leaf(
            kind,
            (first, last),
            content or token.content,
            containers.take_nesting(),
            level,
            token.type,
        )
