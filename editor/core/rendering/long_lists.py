"""Long lists, item by item: after a key press only the item that was changed is rendered again.

The items of a very long list are remembered in groups, too: so a key press looks at those of one.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from editor.core.base.remembering import remember
from editor.core.markdown.goldmark import typographer
from editor.core.markdown.goldmark.typographer import OpenQuotes
from editor.core.markdown.parser import Dialect
from editor.core.rendering.blocks import CACHE_SIZE, RenderedChunk
from editor.core.rendering.pieces import render_pieces
from editor.core.rendering.raw_html import LIST_TAG
from editor.core.rendering.source_pieces import ListItems, SourcePiece

_Render = Callable[[Dialect, str, OpenQuotes], RenderedChunk | None]
_LONG_LIST = 8
"""From so many items on it pays to remember them one by one."""
_GROUP = 50
"""Items of a group."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_ITEM = re.compile(r"[*+-] {1,4}\S")
_NEXT_ITEM = {marker: re.compile(rf"\n[{marker}] {{1,4}}\S") for marker in "*+-"}
_RULE = re.compile(r"([*-])[ \t]*(?:\1[ \t]*){2,}$")
_INDENTED = re.compile(r"  |\t")
_UNSAFE = re.compile(r"\s|[*+><`~|:-]|\d+[.)]")
"""What may begin something that reaches into the list.

Lists, quotes, HTML, fences, tables and definitions do.
"""


def render_long_list(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk | None:
    """Render a chunk that ends in a long tight list, item by item, each remembered.

    Args:
        dialect: How the site reads Markdown.
        text: The chunk.
        open_quotes: The quotes that are open before it.

    Returns:
        The chunk; None for any other chunk.
    """
    if dialect.engine == "python-markdown":
        return None
    head, groups = _split_list(text)
    if not groups:
        return None
    before = RenderedChunk((), open_quotes)
    if head:
        before = render_pieces(dialect, head, open_quotes)
    if before.elements:
        return None
    rendered = _render_in_turn(_render_group, dialect, groups, before.quotes, len(head))
    if rendered is None:
        return None
    items, quotes = rendered
    content = "".join(["<ul>\n", *items.html, "</ul>\n"])
    whole_list = SourcePiece(content, len(head), len(head) + sum(map(len, groups)), items)
    return RenderedChunk((*before.pieces, whole_list), quotes)


def _render_in_turn(
    render: _Render, dialect: Dialect, parts: Sequence[str], quotes: OpenQuotes, start: int = 0
) -> tuple[ListItems, OpenQuotes] | None:
    """The items of parts of a list, each with the quotes that those before it have left open."""
    groups: list[tuple[int, Sequence[SourcePiece]]] = []
    for part in parts:
        clamped = typographer.clamp_quotes(part, quotes)
        rendered = render(dialect, part, clamped)
        if rendered is None:
            return None
        quotes = typographer.quotes_after(quotes, clamped, rendered.quotes)
        groups.append((start, rendered.pieces))
        start += len(part)
    return ListItems(groups), quotes


def _split_list(text: str) -> tuple[str, list[str]]:
    """What comes before a list, and groups of its items; no groups where that is not plainly so.

    Without blank lines a list is tight, and no item depends on the others (CommonMark §5.3).
    """
    if "\n* " not in text and "\n- " not in text:
        return "", []
    start = _find_list(text)
    if start is None:
        return "", []
    last_word = len(text.rstrip())
    end = text.find("\n", last_word) + 1 or len(text)
    if _BLANK_LINE.search(text, start, end):
        return "", []
    following = _NEXT_ITEM[text[start]].finditer(text, start, end)
    starts = [start, *(match.start() + 1 for match in following)]
    if len(starts) < _LONG_LIST:
        return "", []
    cuts = [*starts[::_GROUP], end]
    return text[:start], [text[first:behind] for first, behind in pairwise(cuts)]


def _find_list(text: str) -> int | None:
    """Where a list begins behind lines that cannot reach into it; None where it does not."""
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        if _starts_item(line, line[0]):
            return match.start()
        if _UNSAFE.match(line):
            return None
    return None


def _starts_item(line: str, marker: str) -> bool:
    return line[0] == marker and bool(_ITEM.match(line)) and not _RULE.match(line)


@remember(CACHE_SIZE, at=1)
def _render_group(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk | None:
    """Some items of a tight list; None where any of them is more or less than that."""
    items = _split_items(text)
    rendered = _render_in_turn(_render_item, dialect, items, open_quotes) if items else None
    if rendered is None:
        return None
    listed, quotes = rendered
    return RenderedChunk(tuple(listed), quotes)


def _split_items(text: str) -> list[str]:
    """The items of a group; none where a line belongs to none of them."""
    items: list[str] = []
    for line in _LINE.findall(text):
        if _starts_item(line, text[0]):
            items.append(line)
        elif items and _INDENTED.match(line):
            items[-1] += line
        else:
            return []
    return items


@remember(CACHE_SIZE, at=1)
def _render_item(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk | None:
    """One item of a tight list; None where the text is more or less than that."""
    if LIST_TAG.search(text):
        return None  # raw HTML that may end the item
    rendered = render_pieces(dialect, text, open_quotes)
    if rendered.elements or len(rendered.pieces) != 1 or len(rendered.pieces[0].items) != 1:
        return None
    item = SourcePiece(rendered.pieces[0].items[0].html, 0, len(text))
    return RenderedChunk((item,), rendered.quotes)
