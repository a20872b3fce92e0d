"""Markdown from elsewhere put into the body: words into a paragraph, or blocks between blocks."""

from collections.abc import Iterator, Sequence

from editor.core.base.edits import Edit
from editor.core.richtext.blocks import BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import order_sources, to_sources
from editor.core.richtext.proof import Place, Proved, Rate, prove
from editor.core.richtext.reading import read_chunk

_Look = tuple[str, str, int, str]


def insert_markdown(
    body: RichBody, place: Place, markdown: str, *, as_block: bool = False
) -> Proved:
    """Insert Markdown.

    Args:
        body: The body.
        place: Where. A single paragraph goes into the words there; other blocks go between the
            blocks, for which the place must be at the end of one, or in an empty one.
        markdown: The Markdown, with LF for line ends.
        as_block: Whether a single paragraph stays one, too.

    Returns:
        The edits, with the caret behind what was inserted.

    Raises:
        EditRejected: If it would not be seen there as it is by itself.
    """
    inner = [block for _, block in read_chunk(body.dialect, markdown)]
    is_words = [(block.kind, block.nesting.depth) for block in inner] == [(BlockKind.PARAGRAPH, 0)]
    written = markdown.replace("\n", body.newline)
    if is_words and not as_block and body.blocks[place.block].block.kind is not BlockKind.EMPTY:
        return _insert_words(body, place, written, inner[0].shown)
    return _insert_blocks(body, place, written, inner)


def _insert_blocks(
    body: RichBody, place: Place, written: str, inner: Sequence[RichBlock]
) -> Proved:
    """Put blocks behind a block, or in place of an empty one."""
    placed = body.blocks[place.block]
    old = [_look(block.block) for block in body.blocks]
    new = [_look(block) for block in inner]
    index = place.block
    if placed.block.kind is BlockKind.EMPTY:
        wanted = [*old[:index], *new, *old[index + 1 :]]
        last = index + len(new) - 1
    else:
        wanted = [*old[: index + 1], *new, *old[index + 1 :]]
        last = index + len(new)

    def judge(after: Sequence[PlacedBlock]) -> Rate:
        looks = [_look(block.block) for block in after]
        return Rate.EXACT if looks == wanted else Rate.WRONG

    joins = bool(placed.block.nesting.marker and inner and inner[0].nesting.marker)
    caret = Place(last, len(inner[-1].shown) if inner else 0)
    return prove(body, _find_block_edits(body, placed, written, joins=joins), judge, caret)


def _look(block: RichBlock) -> _Look:
    return block.kind, block.shown, block.nesting.depth, block.nesting.marker


def _insert_words(body: RichBody, place: Place, written: str, shown: str) -> Proved:
    old = body.blocks
    placed = old[place.block]
    words = placed.block.shown
    wanted = words[: place.offset] + shown + words[place.offset :]

    def judge(after: Sequence[PlacedBlock]) -> Rate:
        if len(after) != len(old) or after[place.block].block.shown != wanted:
            return Rate.WRONG
        is_same = all(
            left.has_block_of(right) or index == place.block
            for index, (left, right) in enumerate(zip(after, old, strict=True))
        )
        return Rate.EXACT if is_same else Rate.WRONG

    sources = to_sources(placed.block, place.offset)
    places = order_sources(placed.block, place.offset, sources)
    candidates = [[Edit(placed.start + at, placed.start + at, written)] for at in places]
    return prove(body, candidates, judge, Place(place.block, place.offset + len(shown)))


def _find_block_edits(
    body: RichBody, placed: PlacedBlock, written: str, *, joins: bool
) -> Iterator[list[Edit]]:
    """Edits that put blocks into an empty one or behind another; items join their list."""
    newline = body.newline
    if placed.block.kind is BlockKind.EMPTY:
        ends = ("", newline, 2 * newline)
        if placed.start == len(body.text):
            ends = (newline, "", 2 * newline)  # a text ends with a line end
        for behind in ends:
            yield [Edit(placed.start, placed.start, written + behind)]
        return
    for before in (newline, 2 * newline) if joins else (2 * newline, newline):
        for behind in ("", newline):
            yield [Edit(placed.end, placed.end, before + written + behind)]
