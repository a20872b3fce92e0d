"""Paragraphs parted and joined: Enter, and Backspace at the start of a block."""

import re
from collections.abc import Iterator

from editor.core.base.edits import Edit
from editor.core.richtext.blocks import LINE_BREAK, AtomKind, BlockKind, PlacedBlock
from editor.core.richtext.body import RichBody
from editor.core.richtext.caret import (
    block_end,
    block_prefix,
    order_sources,
    shown_span,
    to_sources,
)
from editor.core.richtext.items import end_item, task_box, words_of
from editor.core.richtext.moving import last_below
from editor.core.richtext.proof import IS_EMPTY, Expected, Place, Proved, Selected, prove_blocks
from editor.core.richtext.replacing import replace_words

_NUMBER = re.compile(r"(\d+)([.)][ \t]*)$")
_BLANKS = " \t"
_ENDS = _BLANKS + LINE_BREAK
"""What no paragraph begins or ends with."""


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
        return prove_blocks(body, [edits], place.block, 1, [IS_EMPTY, IS_EMPTY], 1)
    if block.kind in (BlockKind.CODE, BlockKind.OTHER):
        return replace_words(body, Selected(place, place), LINE_BREAK)
    if block.nesting.marker and not words_of(block):
        return end_item(body, place.block)
    box = task_box(block)
    place = Place(place.block, max(place.offset, len(box)))
    head, tail = block.shown[: place.offset], block.shown[place.offset :]
    if not block.nesting.marker and not (head and tail):
        return add_empty(body, place.block, before=not head)
    last = last_below(blocks, place.block)
    if block.nesting.marker and not tail and last > place.block:
        separator = next(_separators(body, placed))
        edits = [Edit(blocks[last].end, blocks[last].end, separator)]
        return prove_blocks(body, [edits], last + 1, 0, [Expected(box)], 0)
    expected = [Expected(head.rstrip(_ENDS)), Expected(box + tail.lstrip(_ENDS))]
    proved = prove_blocks(body, _find_splits(body, placed, place), place.block, 1, expected, 1)
    return proved._replace(caret=Place(place.block + 1, len(box)))


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
    if placed.block.nesting.marker:
        return end_item(body, index)
    if placed.block.kind is BlockKind.HEADING:
        end = placed.start + block_end(placed.block)
        edits = [Edit(placed.start, placed.start + block_prefix(placed.block), "")]
        edits += [Edit(end, placed.end, "")] if end < placed.end else []
        return prove_blocks(body, [edits], index, 1, [Expected(placed.block.shown)], 0)
    if not index:
        return Proved([], body, Place(0, 0))
    before = Place(index - 1, len(blocks[index - 1].block.shown))
    return replace_words(body, Selected(before, Place(index, 0)), "")


def remove_block(body: RichBody, index: int) -> Proved:
    """Remove a block with the empty lines behind it.

    Args:
        body: The body.
        index: Which block.

    Returns:
        The edits, with the caret at the start of the block behind it.

    Raises:
        EditRejected: If others would be read in another way without it.
    """
    blocks, placed = body.blocks, body.blocks[index]
    start = blocks[index - 1].end if index else placed.start
    end = blocks[index + 1].start if index + 1 < len(blocks) else len(body.text)
    candidates = [[Edit(placed.start, end, "")], [Edit(start, placed.end, "")]]
    return prove_blocks(body, candidates, index, 1, [], 0)


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
                    within, outer = map(placed.in_text, (construct.inner, construct.outer))
                    opening += text[outer.start : within.start]
                    closing = text[within.end : outer.end] + closing
            at = placed.start + source
            start, end = _widen(placed, at, at)
            left, right = text[placed.start : start], text[end : placed.end]
            start -= len(left) - len(left.rstrip(_BLANKS))
            start = max(start, placed.start + block_prefix(block))
            end = max(end + len(right) - len(right.lstrip(_BLANKS)), start)
            words_end = placed.start + block_end(block)
            hidden = text[words_end : placed.end]  # closing hashes, attributes, an underline
            if hidden and end <= words_end:
                gone = Edit(words_end, placed.end, "")
                yield [Edit(start, end, closing + hidden + separator + opening), gone]
            yield [Edit(start, end, closing + separator + opening)]


def _widen(placed: PlacedBlock, start: int, end: int) -> tuple[int, int]:
    """A place of the source with the line breaks beside it."""
    for run in placed.block.runs:
        if run.atom is AtomKind.BREAK:
            if placed.start + run.end == start:
                start = placed.start + run.start
            if placed.start + run.start == end:
                end = placed.start + run.end
    return start, end


def _separators(body: RichBody, placed: PlacedBlock) -> Iterator[str]:
    """What may stand between a block and the next of its kind."""
    newline = body.newline
    prefix = body.text[placed.start : placed.start + block_prefix(placed.block)]
    if placed.block.nesting.marker:
        box = "[ ] " if task_box(placed.block) else ""
        item = _NUMBER.sub(lambda match: f"{int(match[1]) + 1}{match[2]}", prefix)
        yield newline + item + box
        yield 2 * newline + item + box
        return
    if placed.block.kind is BlockKind.HEADING:
        prefix = ""
    quotes = prefix.rstrip(_BLANKS)
    yield newline + quotes + newline + prefix
    yield 2 * newline


def add_empty(body: RichBody, index: int, *, before: bool) -> Proved:
    """Add an empty paragraph beside a block.

    Args:
        body: The body.
        index: Which block.
        before: Whether it goes before the block.

    Returns:
        The edits.

    Raises:
        EditRejected: If there is no room for one.
    """
    placed = body.blocks[index]
    newline = body.newline
    at = placed.start if before else placed.end
    candidates = [[Edit(at, at, count * newline)] for count in (2, 1, 3, 4)]
    place = index if before else index + 1
    proved = prove_blocks(body, candidates, place, 0, [IS_EMPTY], 0)
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
    proved = prove_blocks(body, candidates, gone, 1, [], 0)
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
