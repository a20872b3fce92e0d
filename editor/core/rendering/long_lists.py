"""Long lists, item by item: after a key press only the item that was changed is rendered again."""

import re

from editor.core.base.remembering import remember
from editor.core.markdown.goldmark import typographer
from editor.core.markdown.goldmark.typographer import OpenQuotes
from editor.core.markdown.parser import Dialect
from editor.core.rendering.blocks import CACHE_SIZE, RenderedChunk, SourcePiece
from editor.core.rendering.pieces import render_pieces
from editor.core.rendering.raw_html import LIST_TAG

_LONG_LIST = 8
"""From so many items on it pays to remember them one by one."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ITEM = re.compile(r"[*+-] {1,4}\S")
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
    head, items = _split_items(text)
    if len(items) < _LONG_LIST:
        return None
    before = RenderedChunk((), open_quotes)
    if head:
        before = render_pieces(dialect, head, open_quotes)
    if before.elements:
        return None
    quotes, position = before.quotes, len(head)
    pieces: list[SourcePiece] = []
    for item in items:
        clamped = typographer.clamp_quotes(item, quotes)
        rendered = _render_item(dialect, item, clamped)
        if rendered is None:
            return None
        quotes = typographer.quotes_after(quotes, clamped, rendered.quotes)
        end = position + len(item)
        pieces.append(SourcePiece(rendered.pieces[0].html, position, end))
        position = end
    content = "".join(["<ul>\n", *(piece.html for piece in pieces), "</ul>\n"])
    whole_list = SourcePiece(content, len(head), position, tuple(pieces))
    return RenderedChunk((*before.pieces, whole_list), quotes)


def _split_items(text: str) -> tuple[str, list[str]]:
    """What comes before a list, and its items; no items where anything is not plainly so.

    Without blank lines a list is tight, and no item depends on the others (CommonMark §5.3).
    """
    if "\n* " not in text and "\n- " not in text:
        return "", []
    head, items, ended = "", list[str](), False
    for line in _LINE.findall(text):
        if not line.strip():
            ended = bool(items)
            if not items:
                head += line
        elif not items:
            if _starts_item(line, line[0]):
                items.append(line)
            elif _UNSAFE.match(line):
                return "", []
            else:
                head += line
        elif ended:
            return "", []
        elif _starts_item(line, items[0][0]):
            items.append(line)
        elif _INDENTED.match(line):
            items[-1] += line
        else:
            return "", []
    return head, items


def _starts_item(line: str, marker: str) -> bool:
    return line[0] == marker and bool(_ITEM.match(line)) and not _RULE.match(line)


@remember(CACHE_SIZE, at=1)
def _render_item(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk | None:
    """One item of a tight list; None where the text is more or less than that."""
    if LIST_TAG.search(text):
        return None  # raw HTML that may end the item
    rendered = render_pieces(dialect, text, open_quotes)
    if rendered.elements or len(rendered.pieces) != 1 or len(rendered.pieces[0].items) != 1:
        return None
    return RenderedChunk(rendered.pieces[0].items, rendered.quotes)
