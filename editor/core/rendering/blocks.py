"""What rendering makes: blocks of HTML that a view can swap one by one, each with its source.

Elements carry ``data-line`` attributes, the source markers: they lead from the page to the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from itertools import accumulate, islice
from typing import NamedTuple, overload

from editor.core.markdown.goldmark.typographer import NO_QUOTES, OpenQuotes
from editor.core.rendering.source_pieces import Block, ListItems, SourcePiece

CACHE_SIZE = 2000
"""How many chunks, blocks, and items of long lists are remembered."""
_MOST_TWINS = 20
"""How many chunks of one text may stand on a page without being made anew at each key."""
_MARKER = re.compile(r' data-line="\d+"')
_SITE_IMAGE = re.compile(
    r"""
    <img\b [^>]*?
    (?<![-\w]) src="               # the attribute itself, not data-src
    (?! data: | https?: | // )     # not of another site
    ([^"]+)"
    """,
    re.VERBOSE,
)
_HEADING_ID = re.compile(r'(<h[1-6] id=")([^"]*)(")')


OpenElements = tuple[tuple[str, int], ...]
"""Names of elements, and how many more begin than end."""


class Omissions(NamedTuple):
    """How much of a page, or of a part of it, the preview does not show.

    Attributes:
        shortcodes: Tags of the site generator, of which the preview shows a label.
        embeds: Frames, of which it shows the address.
        scripts: Scripts, which are left out.
        remote_images: Images that wait until the user allows to fetch them.
        extensions: Extensions of the site's Markdown that are not run.
    """

    shortcodes: int = 0
    embeds: int = 0
    scripts: int = 0
    remote_images: int = 0
    extensions: int = 0


@dataclass(frozen=True, eq=False)
class RenderedChunk:
    """The blocks of a chunk, and what is open after it: quotes, and elements of raw HTML.

    It is one and the same object as long as nothing in it changes, wherever the chunk stands.
    """

    pieces: tuple[SourcePiece, ...]
    quotes: OpenQuotes
    elements: OpenElements = ()
    omitted: Omissions = Omissions()
    _with_ids: "dict[tuple[str, ...], RenderedChunk]" = field(default_factory=dict, init=False)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of its headings, in order, as far as a chunk can tell."""
        return tuple(match[2] for piece in self.pieces for match in _find_ids(piece))

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The addresses of its pictures that the site should have itself."""
        found = (match[1] for piece in self.pieces for match in _SITE_IMAGE.finditer(piece.html))
        return tuple(map(unescape, found))

    def with_ids(self, ids: tuple[str, ...]) -> "RenderedChunk":
        """Return the chunk with other ids, as many as it has; not to be asked of its result."""
        if ids == self.ids:
            return self
        if ids not in self._with_ids:
            if len(self._with_ids) == _MOST_TWINS:
                self._with_ids.clear()
            following = iter(ids)
            pieces = tuple(_write_ids(piece, following) for piece in self.pieces)
            self._with_ids[ids] = replace(self, pieces=pieces)
        return self._with_ids[ids]


def _find_ids(piece: SourcePiece) -> list[re.Match[str]]:
    return list(_HEADING_ID.finditer(piece.html))


def _write_ids(piece: SourcePiece, following: Iterator[str]) -> SourcePiece:
    """A piece with the ids that follow, as many as it has."""
    ids = tuple(islice(following, len(_find_ids(piece))))
    if not ids:
        return piece
    own, of_items = iter(ids), iter(ids)
    html = _HEADING_ID.sub(lambda match: match[1] + next(own) + match[3], piece.html)
    # in its items they are the same headings once more, in the same order
    items = [_write_ids(item, of_items) for item in piece.items]
    return piece._replace(html=html, items=ListItems([(0, items)]))


class PlacedChunk(NamedTuple):
    """A rendered chunk, and where it begins in the text."""

    start: int
    chunk: RenderedChunk
    """The chunk with the ids that its headings have on the page."""
    alone: RenderedChunk
    """The same with the ids that they would have if they were the first of the page."""
    quotes: OpenQuotes = NO_QUOTES
    """The quotes that are open before it."""

    def moved(self, by: int) -> "PlacedChunk":
        """Return the chunk so many code points further on."""
        return PlacedChunk(self.start + by, self.chunk, self.alone, self.quotes)

    def with_ids(self, ids: tuple[str, ...]) -> "PlacedChunk":
        """Return the chunk with the ids that its headings have on the page."""
        return PlacedChunk(self.start, self.alone.with_ids(ids), self.alone, self.quotes)


class PageBlocks(Sequence[Block]):
    """The blocks of a page, in the order of the text. They are made as they are asked for."""

    def __init__(self, chunks: Sequence[PlacedChunk] = (), *, is_free: bool = False) -> None:
        """Join the blocks of chunks.

        Args:
            chunks: The chunks, in the order of the text.
            is_free: Whether there is one for each heading, and none is tied to another.
        """
        self.chunks, self.is_free = chunks, is_free

    @cached_property
    def ends(self) -> list[int]:
        """How many blocks there are up to the end of each chunk."""
        return list(accumulate(len(placed.chunk.pieces) for placed in self.chunks))

    def __len__(self) -> int:
        return self.ends[-1] if self.chunks else 0

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        piece, start = self.find_piece(index + len(self) if index < 0 else index)
        return piece.to_block(start)

    def find_piece(self, index: int) -> tuple[SourcePiece, int]:
        """Find what a block is made from, without making it: a long list has thousands of items.

        Args:
            index: The index of the block.

        Returns:
            Its piece, and where the chunk begins that the piece's positions are counted from.

        Raises:
            IndexError: If there is no such block.
        """
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = bisect_right(self.ends, index)
        start, chunk, *_ = self.chunks[number]
        return chunk.pieces[index - self.ends[number]], start

    def __iter__(self) -> Iterator[Block]:
        for start, chunk, *_ in self.chunks:
            for piece in chunk.pieces:
                yield piece.to_block(start)

    def find_block(self, position: int) -> tuple[int, bool]:
        """Find the block at a position of the text.

        Args:
            position: The position.

        Returns:
            The index of the last block that begins there or above, -1 for none; and whether the
            position is in it.
        """
        number = bisect_right(self.chunks, position, key=lambda placed: placed.start)
        while number:
            number -= 1
            start, chunk, *_ = self.chunks[number]
            for index in reversed(range(len(chunk.pieces))):
                piece = chunk.pieces[index]
                if start + piece.start <= position:
                    at = self.ends[number] - len(chunk.pieces) + index
                    return at, position < start + piece.end
        return -1, False


def make_plain_page(content: str, length: int) -> PageBlocks:
    """Make a page that is one block.

    Args:
        content: Its HTML, safe to show.
        length: The length of the text that it shows.

    Returns:
        The page.
    """
    chunk = RenderedChunk((SourcePiece(content, 0, length),), NO_QUOTES)
    return PageBlocks([PlacedChunk(0, chunk, chunk)])


def strip_markers(content: str) -> str:
    """Remove the source markers from HTML.

    Args:
        content: HTML of a block.

    Returns:
        The same HTML, as the site has it.
    """
    return _MARKER.sub("", content)
