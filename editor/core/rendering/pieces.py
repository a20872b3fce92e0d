"""The blocks of a chunk of Markdown: parsed at once, written one by one."""

from dataclasses import replace

from markdown_it.token import Token
from msgspec import Struct

from editor.core.base.remembering import remember
from editor.core.markdown.goldmark.typographer import OpenQuotes
from editor.core.markdown.outline import read_lines
from editor.core.markdown.parser import Dialect, make_parser, parse_tokens
from editor.core.markdown.placeholders import Swapped, swap_out, unescape_shortcodes
from editor.core.markdown.python_markdown import render_python_markdown
from editor.core.markdown.sanitizer import sanitize
from editor.core.rendering.blocks import CACHE_SIZE, RenderedChunk
from editor.core.rendering.raw_html import LIST_TAG, count_open_elements, find_raw_html
from editor.core.rendering.source_pieces import ListItems, SourcePiece

_MARKED = {"list_item_open", "tr_open", "dt_open", "dd_open"}
_LISTS = {"bullet_list_open", "ordered_list_open"}


def render_pieces(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk:
    """Render a chunk, block by block.

    Args:
        dialect: How the site reads Markdown.
        text: The chunk, with shortcodes and calendar data as they stand in the issue.
        open_quotes: The quotes that are open before it.

    Returns:
        The chunk; one block only where its raw HTML ties its blocks together.
    """
    swapped = swap_out(text, dialect.engine)
    chunk = _render_swapped(dialect, swapped.text, open_quotes)
    if swapped.kept:
        pieces = tuple(_restore_piece(piece, swapped) for piece in chunk.pieces)
        return replace(chunk, pieces=pieces)
    return chunk


def _restore_piece(piece: SourcePiece, swapped: Swapped) -> SourcePiece:
    return SourcePiece(
        swapped.restore(piece.html),
        swapped.origin(piece.start),
        swapped.origin(piece.end),
        ListItems([(0, [_restore_piece(item, swapped) for item in piece.items])]),
    )


def _render_swapped(dialect: Dialect, text: str, open_quotes: OpenQuotes) -> RenderedChunk:
    if dialect.engine == "python-markdown":
        content = sanitize(render_python_markdown(text, dialect.extensions))
        return RenderedChunk((SourcePiece(content, 0, len(text)),), open_quotes)
    tokens, quotes = parse_tokens(dialect, text, open_quotes)
    blocks = _group_blocks(tokens)
    is_tied = any(count_open_elements(block) for block in blocks)
    if is_tied or any(block[0].map is None for block in blocks):
        # raw HTML opens what a later block closes: such a chunk is one block
        piece = SourcePiece(write_tokens(dialect, tokens, 0), 0, len(text))
        return RenderedChunk((piece,), quotes, count_open_elements(tokens))
    writer = _PieceWriter(dialect, [0, *(line.after for line in read_lines(text))])
    return RenderedChunk(tuple(writer.write(block) for block in blocks), quotes)


def _group_blocks(tokens: list[Token]) -> list[list[Token]]:
    """Tokens as runs that each begin and end at the depth of the first."""
    groups: list[list[Token]] = []
    level = 0
    for token in tokens:
        if level == 0:
            groups.append([])
        groups[-1].append(token)
        level += token.nesting
    return groups


class _PieceWriter(Struct, frozen=True):
    """Writes the blocks of one chunk; ``starts`` are the positions where its lines begin."""

    dialect: Dialect
    starts: list[int]

    def write(self, block: list[Token]) -> SourcePiece:
        """A block as a piece; a list with its items, unless raw HTML may go over their ends."""
        items = _group_blocks(block[1:-1]) if block[0].type in _LISTS else []
        may_tie = any(LIST_TAG.search(raw.content) for raw in find_raw_html(block))
        if may_tie or not items or any(count_open_elements(item) for item in items):
            return self._write_plain(block)
        pieces = tuple(self._write_plain(item) for item in items)
        md = make_parser(self.dialect)
        opening = md.renderer.render(block[:1], md.options, {})
        closing = md.renderer.render(block[-1:], md.options, {})
        content = "".join([opening, *(piece.html for piece in pieces), closing])
        return SourcePiece(content, *self._find_range(block), ListItems([(0, pieces)]))

    def _write_plain(self, block: list[Token]) -> SourcePiece:
        first_line = (block[0].map or (0, 0))[0]
        content = write_tokens(self.dialect, block, first_line)
        return SourcePiece(content, *self._find_range(block))

    def _find_range(self, block: list[Token]) -> tuple[int, int]:
        first, last = block[0].map or (0, 0)
        return self._find_start(first), self._find_start(last)

    def _find_start(self, line: int) -> int:
        return self.starts[min(line, len(self.starts) - 1)]


def write_tokens(dialect: Dialect, tokens: list[Token], first_line: int) -> str:
    """Write the HTML of blocks, with source markers.

    Args:
        dialect: How the site reads Markdown.
        tokens: The tokens of the blocks; they are given the markers.
        first_line: The line in which the blocks begin, counted as the tokens count.

    Returns:
        The HTML, sanitized.
    """
    for token in tokens[1:]:
        if token.type in _MARKED and token.map:
            token.attrs = {**token.attrs, "data-line": token.map[0] - first_line}
    md = make_parser(dialect)
    return unescape_shortcodes(_sanitize_cached(md.renderer.render(tokens, md.options, {})))


_sanitize_cached = remember(2 * CACHE_SIZE)(sanitize)
