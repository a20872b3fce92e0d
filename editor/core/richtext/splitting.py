"""Paragraphs parted and joined: Enter, and Backspace at the start of a block."""

import re
from collections.abc import Iterator, Sequence

from editor.core.base.edits import Edit
from editor.core.richtext.blocks import LINE_BREAK, BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import block_prefix, order_sources, shown_span, to_sources
from editor.core.richtext.proof import Judge, Place, Proved, Rate, Selected, prove
from editor.core.richtext.replacing import replace_words

_NUMBER = re.compile(r"(\d+)([.)][ \t]*)$")
_TASK = re.compile(r"\[[ xX]\][ \t]+$")
_BLANKS = " \t"


def split_block(body: RichBody, place: Place) -> Proved:
    """Begin a new paragraph or item, as Enter does.

    Args:
        body: The body.
        place: Where; an empty item ends its list instead.

    Returns:
        The edits, with the caret at the start of the new block.

    Raises:
        EditRejected: If the block cannot be parted there.
    """
    blocks = body.blocks
    placed = blocks[place.block]
    block = placed.block
    if block.kind is BlockKind.EMPTY:
        edits = [Edit(placed.start, placed.start, 2 * body.newline)]
        return _prove_blocks(body, [edits], place.block, 1, [_is_empty, _is_empty], 1)
    if block.kind in (BlockKind.CODE, BlockKind.OTHER):
        return replace_words(body, Selected(place, place), LINE_BREAK)
    if block.place.marker and not block.shown:
        return end_list(body, place.block)
    head, tail = block.shown[: place.offset], block.shown[place.offset :]
    if not block.place.marker and not (head and tail):
        return _add_empty(body, place.block, before=not head)
    expected = [_shows(head.rstrip(_BLANKS)), _shows(tail.lstrip(_BLANKS))]
    return _prove_blocks(body, _find_splits(body, placed, place), place.block, 1, expected, 1)


def break_line(body: RichBody, selected: Selected) -> Proved:
    """End a line within a paragraph, as Shift+Enter does.

    Args:
        body: The body.
        selected: What the line end stands in place of; the blanks around it go, too, since none
            can stand at either end of a line.

    Returns:
        The edits.

    Raises:
        EditRejected: If there are no words behind it.
    """
    start, end = selected
    before = body.blocks[start.block].block.shown[: start.offset]
    behind = body.blocks[end.block].block.shown[end.offset :]
    wider = Selected(
        Place(start.block, len(before.rstrip(_BLANKS))),
        Place(end.block, end.offset + len(behind) - len(behind.lstrip(_BLANKS))),
    )
    return replace_words(body, wider, LINE_BREAK)


def join_block(body: RichBody, index: int) -> Proved:
    """Take away what stands before a block, as Backspace at its start does.

    Args:
        body: The body.
        index: Which block. First it loses what makes it an item or a heading, then it is joined
            to the block before.

    Returns:
        The edits.

    Raises:
        EditRejected: If it cannot be joined.
    """
    blocks = body.blocks
    placed = blocks[index]
    if placed.block.kind is BlockKind.EMPTY or (
        index and blocks[index - 1].block.kind is BlockKind.EMPTY
    ):
        return _remove_empty(body, index)
    if placed.block.place.marker:
        return end_list(body, index)
    if placed.block.kind is BlockKind.HEADING:
        edits = [Edit(placed.start, placed.start + block_prefix(placed.block), "")]
        return _prove_blocks(body, [edits], index, 1, [_shows(placed.block.shown)], 0)
    if not index:
        return Proved([], body, Place(0, 0))
    before = Place(index - 1, len(blocks[index - 1].block.shown))
    return replace_words(body, Selected(before, Place(index, 0)), "")


def end_list(body: RichBody, index: int) -> Proved:
    """Make an item a paragraph behind its list.

    Args:
        body: The body.
        index: Which block; it begins an item.

    Returns:
        The edits, with the caret in the paragraph.

    Raises:
        EditRejected: If items below it would change.
    """
    placed = body.blocks[index]
    start, prefix = placed.start, block_prefix(placed.block)
    newline = body.newline
    shown = placed.block.shown
    wanted = _shows(shown) if shown else _is_empty
    candidates = [
        [Edit(start, start + prefix, before * newline)] + _insert(placed.end, after * newline)
        for after in (0, 1, 2)
        for before in (0, 1, 2, 3)
    ]
    return _prove_blocks(body, candidates, index, 1, [wanted], 0)


def _insert(at: int, new: str) -> list[Edit]:
    return [Edit(at, at, new)] if new else []


# --- proof ----------------------------------------------------------------------------------------


class _Expected:
    """What a block shall be."""

    def __init__(self, shown: str, kind: BlockKind | None = None) -> None:
        self.shown, self.kind = shown, kind

    def fits(self, block: RichBlock) -> bool:
        return block.shown == self.shown and self.kind in (None, block.kind)


_is_empty = _Expected("", BlockKind.EMPTY)


def _shows(shown: str) -> _Expected:
    return _Expected(shown)


def _prove_blocks(
    body: RichBody,
    candidates: Sequence[list[Edit]] | Iterator[list[Edit]],
    index: int,
    count: int,
    expected: Sequence[_Expected],
    caret: int,
) -> Proved:
    """Prove that some blocks become others, and the rest stays."""
    old = body.blocks

    def judge(new: Sequence[PlacedBlock]) -> tuple[Rate, Place]:
        place = Place(index + caret, 0)
        if len(new) != len(old) - count + len(expected):
            return Rate.WRONG, place
        middle = [placed.block for placed in new[index : index + len(expected)]]
        if not all(want.fits(block) for want, block in zip(expected, middle, strict=True)):
            return Rate.WRONG, place
        rest = [placed.block for placed in (*new[:index], *new[index + len(expected) :])]
        kept = [placed.block for placed in (*old[:index], *old[index + count :])]
        if rest == kept:
            return Rate.EXACT, place
        shown = [(block.kind, block.shown) for block in rest]
        if shown == [(block.kind, block.shown) for block in kept]:
            return Rate.WORDS, place  # the numbers or the spacing of a list may differ
        return Rate.WRONG, place

    checked: Judge = judge
    return prove(body, candidates, checked)


# --- candidates -----------------------------------------------------------------------------------


def _find_splits(body: RichBody, placed: PlacedBlock, place: Place) -> Iterator[list[Edit]]:
    """Edits that part a block, with marks closed before and opened again behind."""
    block, text = placed.block, body.text
    separators = _separators(body, placed)
    sources = order_sources(block, place.offset, to_sources(block, place.offset))
    for separator in separators:
        for source in sources:
            closing = opening = ""
            for construct in block.constructs:
                inner = shown_span(block, construct.inner)
                if inner.start < place.offset < inner.end:
                    start, end = construct.outer.start, construct.inner.start
                    opening += text[placed.start + start : placed.start + end]
                    start, end = construct.inner.end, construct.outer.end
                    closing = text[placed.start + start : placed.start + end] + closing
            at = placed.start + source
            left = text[placed.start : at]
            right = text[at : placed.end]
            start = at - (len(left) - len(left.rstrip(_BLANKS)))
            start = max(start, placed.start + block_prefix(block))
            end = at + len(right) - len(right.lstrip(_BLANKS))
            yield [Edit(start, end, closing + separator + opening)]


def _separators(body: RichBody, placed: PlacedBlock) -> Iterator[str]:
    """What may stand between a block and the next of its kind."""
    newline = body.newline
    prefix = body.text[placed.start : placed.start + block_prefix(placed.block)]
    if placed.block.place.marker:
        task = _TASK.search(prefix)
        item = _NUMBER.sub(lambda match: f"{int(match[1]) + 1}{match[2]}", prefix)
        yield newline + item + ("[ ] " if task else "")
        yield 2 * newline + item
        return
    if placed.block.kind is BlockKind.HEADING:
        prefix = ""
    quotes = prefix.rstrip(_BLANKS)
    yield newline + quotes + newline + prefix
    yield 2 * newline


def _add_empty(body: RichBody, index: int, *, before: bool) -> Proved:
    """Add an empty paragraph before or behind a block."""
    placed = body.blocks[index]
    newline = body.newline
    at = placed.start if before else placed.end
    candidates = [[Edit(at, at, count * newline)] for count in (2, 1, 3, 4)]
    place = index if before else index + 1
    proved = _prove_blocks(body, candidates, place, 0, [_is_empty], 0)
    return proved._replace(caret=Place(index + 1, 0))


def _remove_empty(body: RichBody, index: int) -> Proved:
    """Remove an empty paragraph, or the one before a block."""
    blocks = body.blocks
    gone = index if blocks[index].block.kind is BlockKind.EMPTY else index - 1
    at, text = blocks[gone].start, body.text
    candidates = []
    for start, end in ((-2, 0), (0, 2), (-1, 1), (-1, 0), (0, 1)):
        first, last = _skip_lines(text, at, start), _skip_lines(text, at, end)
        if first is not None and last is not None:
            candidates.append([Edit(first, last, "")])
    proved = _prove_blocks(body, candidates, gone, 1, [], 0)
    caret = Place(max(index - 1, 0), 0)
    if gone == index and index:
        caret = Place(index - 1, len(blocks[index - 1].block.shown))
    return proved._replace(caret=caret)


def _skip_lines(text: str, at: int, count: int) -> int | None:
    """The place some empty lines before or behind another; None where there are no such."""
    for _ in range(abs(count)):
        if count > 0:
            end = text.find("\n", at)
            if end < 0 or text[at:end].strip():
                return None
            at = end + 1
        else:
            if at < 1 or text[at - 1] != "\n":
                return None
            start = text.rfind("\n", 0, at - 1) + 1
            if text[start : at - 1].strip():
                start = at - 1 - text[:at].endswith("\r\n")
            at = start
    return at
