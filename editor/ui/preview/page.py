"""A page as the preview holds it: blocks, the text they come from, and how it looks. No Qt.

Laws: ``find_change`` leads from any page to any other; ``position_of_place`` of a ``find_place`` is
never behind the position it was made from or the marker of its line, and in the same line where
the page marks it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from html import escape
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from editor.app.site.site import Site
from editor.core.base.edits import Span
from editor.core.rendering.blocks import PageBlocks, PlacedChunk
from editor.core.rendering.source_pieces import SourcePiece

_POLICY = (
    "default-src 'none'; img-src {images}; style-src 'unsafe-inline'; font-src preview: data:; "
    "base-uri 'none'; form-action 'none'"
)
_OWN_IMAGES = "preview: data:"
_ALL_IMAGES = "preview: data: http: https:"
_POINTED_AT = (
    "@keyframes pointed-at{from{background:#ffd54a66}to{background:transparent}}"
    ".pointed-at{animation:pointed-at 1.6s ease-out}"
    "@media(prefers-reduced-motion:reduce){.pointed-at{animation:none;background:#ffd54a66}}"
)
"""How a place is marked for a moment when a form leads to it."""


class PageLook(Struct, frozen=True):
    """How a page looks."""

    scheme: str = "light"
    """"light" or "dark"."""
    css: str = ""
    remote_images: bool = False
    """Whether images of other sites load."""
    language: str = ""
    """The language of the page, for screen readers; "" for one that is not known."""
    title: str = ""
    """What screen readers call the page."""


class Page(Struct, frozen=True):
    """What the preview shows. ``document`` tells one document from another, whatever their text."""

    text: str
    blocks: PageBlocks
    site: Site
    look: PageLook
    document: int = 0

    def count_missing_images(self) -> int:
        """Count the images on the page that the site should have, but does not have."""
        sources = (source for placed in self.blocks.chunks for source in placed.chunk.pictures)
        return sum(self.site.asset(source) is None for source in sources)


class PagePosition(NamedTuple):
    """A place on a page."""

    block: int
    """The index of the block."""
    item: int = -1
    """The index of the item in the block's list; -1 for none."""
    line: int = 0
    """How many lines below the first of block or item."""


class PageChange(NamedTuple):
    """What turns one page into another: a run of blocks, or of items in one list, is replaced."""

    inside: int
    """The index of the block whose list is changed; -1 where blocks are changed."""
    first: int
    gone: int
    """How many are taken out, from the first."""
    new: list[str]
    """The HTML of those that are put in."""


def write_html(page: Page) -> str:
    """Write the whole document.

    Args:
        page: The page.

    Returns:
        HTML with a policy that loads nothing from other sites, but images where the look allows
        them. The n-th child of ``main`` is the n-th block.
    """
    policy = _POLICY.format(images=_ALL_IMAGES if page.look.remote_images else _OWN_IMAGES)
    style = page.look.css.replace("</", "<\\/")
    blocks = "".join(f'<div class="block">{block.html}</div>' for block in page.blocks)
    return (
        f"<!DOCTYPE html><html class='{page.look.scheme}' lang='{escape(page.look.language)}'>"
        f"<head><meta charset='utf-8'><title>{escape(page.look.title)}</title>"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{style}.block{{display:contents}}{_POINTED_AT}</style></head>"
        f"<body><main>{blocks}</main></body></html>"
    )


def find_change(old: PageBlocks, new: PageBlocks) -> PageChange:
    """Find the smallest run of blocks that differ; where that is one list, the run of its items.

    Args:
        old: The blocks that are shown.
        new: The blocks to show.

    Returns:
        The change that leads from the old blocks to the new ones.
    """
    head, tail = _count_same(old.chunks, new.chunks)
    first, gone, put = find_difference(
        _html_between(old, head, tail), _html_between(new, head, tail)
    )
    first += old.ends[head - 1] if head else 0
    if gone == len(put) == 1:
        (one, _), (other, _) = old.find_piece(first), new.find_piece(first)
        if one.items and other.items and _start_tag(one) == _start_tag(other):
            return PageChange(first, *find_difference(one.items.html, other.items.html))
    return PageChange(-1, first, gone, put)


def _count_same(old: Sequence[PlacedChunk], new: Sequence[PlacedChunk]) -> tuple[int, int]:
    """How many chunks at the beginnings and at the ends of two pages are the very same."""
    limit = min(len(old), len(new))
    same = (one.chunk is other.chunk for one, other in zip(old, new, strict=False))
    head = next((index for index, is_same in enumerate(same) if not is_same), limit)
    from_end = zip(reversed(old), reversed(new), strict=False)
    same = (one.chunk is other.chunk for one, other in islice(from_end, limit - head))
    tail = next((index for index, is_same in enumerate(same) if not is_same), limit - head)
    return head, tail


def _html_between(blocks: PageBlocks, head: int, tail: int) -> list[str]:
    """The HTML of the blocks of a page, without some chunks at its beginning and at its end."""
    chunks = blocks.chunks[head : len(blocks.chunks) - tail]
    return [piece.html for placed in chunks for piece in placed.chunk.pieces]


def _start_tag(piece: SourcePiece) -> str:
    return piece.html[: piece.html.index(">") + 1]


def find_difference(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, list[str]]:
    """Find the one run in which two sequences differ.

    >>> find_difference(["a", "b", "c"], ["a", "x", "c"])
    (1, 1, ['x'])

    Args:
        old: The one sequence.
        new: The other.

    Returns:
        What turns ``old`` into ``new``: from which index, how many to take out, what to put in.
    """
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    limit -= head
    tail = next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)
    return head, len(old) - head - tail, list(new[head : len(new) - tail])


def find_place(page: Page, position: int) -> PagePosition | None:
    """Find where a position of the text is shown.

    Args:
        page: The page.
        position: A position of the page's text.

    Returns:
        The place; for a position between blocks or below the last, the end of the block above.
        None where there is no block above.
    """
    index, is_in = page.blocks.find_block(position)
    if index < 0:
        return None
    piece, base = page.blocks.find_piece(index)
    if not is_in:
        position = min(position, base + piece.end - 1)
    item, start = _index_at(piece.items, position - base), base + piece.start
    if item >= 0:
        start = base + piece.items[item].start
    return PagePosition(index, item, page.text.count("\n", start, position))


def span_of_place(page: Page, place: PagePosition) -> Span:
    """Find the part of the text that the block or item at a place was made from.

    Args:
        page: The page.
        place: A place, which may be missing from the page.

    Returns:
        The part; empty where there is no such place.
    """
    if not 0 <= place.block < len(page.blocks):
        return Span(0, 0)
    piece, base = page.blocks.find_piece(place.block)
    if 0 <= place.item < len(piece.items):
        piece = piece.items[place.item]
    return Span(base + piece.start, base + piece.end)


def position_of_place(page: Page, place: PagePosition) -> int:
    """Find where a place begins in the text.

    Args:
        page: The page.
        place: A place, which may be missing from the page.

    Returns:
        The position behind the marker of its item; 0 where there is no such place.
    """
    span = span_of_place(page, place)
    start = span.start
    for _ in range(min(place.line, page.text.count("\n", span.start, span.end))):
        start = page.text.find("\n", start, span.end) + 1 or start
    line = page.text[start : page.text.find("\n", start) + 1 or None]
    return start + len(line) - len(line.lstrip(" \t*+-#>"))


def word_at(page: Page, place: PagePosition, word: str, number: int) -> int:
    """Find the n-th occurrence of a word at a place.

    Args:
        page: The page.
        place: A place, which may be missing from the page.
        word: The word; "" for none.
        number: How many occurrences come before it there.

    Returns:
        Its position in the text; that of the last occurrence where there are fewer; where the
        place begins if the text does not have the word there.
    """
    start, end = position_of_place(page, place), span_of_place(page, place).end
    position = page.text.find(word, start, end) if word else -1
    if position < 0:
        return start
    for _ in range(number):
        following = page.text.find(word, position + len(word), end)
        if following < 0:
            break
        position = following
    return position


def _index_at(pieces: Sequence[SourcePiece], position: int) -> int:
    """Return the index of the piece that holds a position of its chunk; -1 for none."""
    index = bisect_right(pieces, position, key=lambda piece: piece.start) - 1
    return index if index >= 0 and position < pieces[index].end else -1
