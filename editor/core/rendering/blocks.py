"""What rendering makes: blocks of HTML that a view can swap one by one, each with its source.

Elements carry ``data-line`` attributes, the source markers: they lead from the page to the text.
"""

import re
from typing import NamedTuple

from editor.core.base.edits import Span
from editor.core.markdown.goldmark.typographer import OpenQuotes

CACHE_SIZE = 2000
"""How many chunks, blocks, and items of long lists are remembered."""
_MARKER = re.compile(r' data-line="\d+"')


class Block(NamedTuple):
    """A part of the page: its HTML, safe to show, and the part of the text it was made from.

    Inside it ``data-line`` says how many lines below the block's first an element begins. The items
    of a list are blocks too: together, between the list's own tags, they are its HTML.
    """

    html: str
    span: Span
    items: tuple["Block", ...] = ()


class SourcePiece(NamedTuple):
    """A block of a chunk, with positions counted from the chunk's beginning."""

    html: str
    start: int
    end: int
    items: tuple["SourcePiece", ...] = ()

    def to_block(self, base: int) -> Block:
        """Make the block of a chunk that begins at ``base`` in the text."""
        return Block(
            self.html,
            Span(base + self.start, base + self.end),
            tuple(item.to_block(base) for item in self.items),
        )


OpenElements = tuple[tuple[str, int], ...]
"""Names of elements, and how many more begin than end."""


class RenderedChunk(NamedTuple):
    """The blocks of a chunk, and what is open after it: quotes, and elements of raw HTML."""

    pieces: tuple[SourcePiece, ...]
    quotes: OpenQuotes
    elements: OpenElements = ()


def strip_markers(content: str) -> str:
    """Remove the source markers from HTML.

    Args:
        content: HTML of a block.

    Returns:
        The same HTML, as the site has it.
    """
    return _MARKER.sub("", content)
