"""Paragraphs and items moved up and down, with all that stands below them."""

from collections.abc import Sequence

from editor.core.base.edits import Edit, Span
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.richtext.blocks import PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import block_prefix
from editor.core.richtext.proof import Place, Proved, Rate, Selected, prove


def move_blocks(body: RichBody, selected: Selected, *, up: bool) -> Proved:
    """Move paragraphs, or items with what is below them, past their neighbor.

    Args:
        body: The body.
        selected: The blocks are those that it touches.
        up: Whether they go up.

    Returns:
        The edits, with the caret in the moved blocks.

    Raises:
        EditRejected: If there is no such neighbor, or it cannot change places.
    """
    blocks = body.blocks
    moved = range(selected.start.block, last_below(blocks, selected.end.block) + 1)
    neighbor = _find_neighbor(blocks, moved, up=up)
    if neighbor is None:
        raise EditRejected(translate("core", "There is nothing to change places with."))
    first, second = sorted((moved, neighbor), key=lambda part: part.start)
    old = [placed.block for placed in blocks]
    wanted = [old[index] for index in (*second, *first)]
    step = -len(neighbor) if up else len(neighbor)
    caret = Place(selected.end.block + step, selected.end.offset)

    def judge(new: Sequence[PlacedBlock]) -> Rate:
        after = [placed.block for placed in new]
        middle = after[first.start : second.stop]
        rest = after[: first.start] == old[: first.start] and (
            after[second.stop :] == old[second.stop :]
        )
        replaced = old[first.start : second.stop]
        fits = len(first) != len(second) or list(map(_marker, middle)) == list(
            map(_marker, replaced)
        )
        is_same = list(map(_look, middle)) == list(map(_look, wanted))
        return Rate.EXACT if rest and fits and is_same else Rate.WRONG

    return prove(body, _find_swaps(body.text, blocks, first, second), judge, caret)


def _marker(block: RichBlock) -> str:
    return block.nesting.marker


def _look(block: RichBlock) -> tuple[str, str, int, int]:
    return block.kind, block.shown, block.nesting.depth, block.nesting.quotes


def last_below(blocks: Sequence[PlacedBlock], index: int) -> int:
    """Find the last block that is part of an item or stands below it.

    Args:
        blocks: All blocks.
        index: The block that begins the item, or a paragraph.

    Returns:
        The index of the last block.
    """
    depth = blocks[index].block.nesting.depth
    last = index
    for at in range(index + 1, len(blocks)):
        place = blocks[at].block.nesting
        if place.depth < depth or (place.depth == depth and (place.marker or not depth)):
            break
        last = at
    return last


def _find_neighbor(blocks: Sequence[PlacedBlock], moved: range, *, up: bool) -> range | None:
    """The paragraph or item before or behind some blocks, at their depth."""
    place = blocks[moved.start].block.nesting
    if not up:
        if moved.stop == len(blocks) or blocks[moved.stop].block.nesting.depth != place.depth:
            return None
        return range(moved.stop, last_below(blocks, moved.stop) + 1)
    for at in range(moved.start - 1, -1, -1):
        other = blocks[at].block.nesting
        if other.depth < place.depth:
            return None
        if other.depth == place.depth and (other.marker or not place.depth):
            return range(at, moved.start)
    return None


def _find_swaps(
    text: str, blocks: Sequence[PlacedBlock], first: range, second: range
) -> list[list[Edit]]:
    """Edits that change two parts, with their marks and without."""
    candidates = []
    for has_mark in (True, False):
        left, right = (_span_of(blocks, part, has_mark=has_mark) for part in (first, second))
        candidates.append(
            [
                Edit(left.start, left.end, right.of(text)),
                Edit(right.start, right.end, left.of(text)),
            ]
        )
    return candidates


def _span_of(blocks: Sequence[PlacedBlock], part: range, *, has_mark: bool) -> Span:
    start = blocks[part.start].start
    if not has_mark:
        start += block_prefix(blocks[part.start].block)
    return Span(start, blocks[part.stop - 1].end)
