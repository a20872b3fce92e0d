"""Edits of what is seen are candidates until the text that they make has been read again."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from editor.core.base.edits import Edit, apply
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.frontmatter.reading import read_front_matter
from editor.core.richtext.blocks import BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.body import RichBody

_MOST_CANDIDATES = 64


class Place(NamedTuple):
    """A place in what is seen."""

    block: int
    """The index of a block."""
    offset: int
    """A position in what it shows."""


class Selected(NamedTuple):
    """A part of what is seen, from one place to a later one."""

    start: Place
    end: Place


class Proved(NamedTuple):
    """Edits, the body that they make, and where the caret is in it."""

    edits: list[Edit]
    body: RichBody
    caret: Place


class Rate(IntEnum):
    """How well a reading fits what is wanted."""

    WRONG = 0
    WORDS = 1
    """The words are right, but other words look different."""
    EXACT = 2


Judge = Callable[[Sequence[PlacedBlock]], Rate]
"""Rates the blocks that a candidate makes."""


def prove(body: RichBody, candidates: Iterable[list[Edit]], judge: Judge, caret: Place) -> Proved:
    """Choose the best of some candidates.

    Args:
        body: The body.
        candidates: Edits that may do what is wanted, sorted, the likeliest first.
        judge: Rates what they make.
        caret: Where the caret goes; to the end of the words there are, where these are fewer.

    Returns:
        The first candidate that is exact, else the first with the right words.

    Raises:
        EditRejected: If there is neither.
    """
    best: Proved | None = None
    for edits in islice(candidates, _MOST_CANDIDATES):
        after = body.follow(edits, apply(body.text, edits))
        if not body.start and read_front_matter(after.text).body:
            continue  # what was the body would be front matter
        rate = judge(after.blocks)
        if rate is Rate.WRONG or (rate is Rate.WORDS and best):
            continue
        best = Proved(edits, after, _keep_inside(after, caret))
        if rate is Rate.EXACT:
            return best
    if best is None:
        raise EditRejected(
            translate(
                "core", "This cannot be written here so that the site shows it as you see it."
            )
        )
    return best


def _keep_inside(body: RichBody, caret: Place) -> Place:
    """A caret where there are words: blocks may have gone, and line breaks."""
    block = min(caret.block, len(body.blocks) - 1)
    return Place(block, min(caret.offset, len(body.blocks[block].block.shown)))


class Expected:
    """What a block shall be."""

    def __init__(self, shown: str, kind: BlockKind | None = None) -> None:
        self.shown, self.kind = shown, kind

    def fits(self, block: RichBlock) -> bool:
        """Tell whether a block is so."""
        return block.shown == self.shown and self.kind in (None, block.kind)


IS_EMPTY = Expected("", BlockKind.EMPTY)


def prove_blocks(
    body: RichBody,
    candidates: Iterable[list[Edit]],
    index: int,
    count: int,
    expected: Sequence[Expected],
    caret: int,
) -> Proved:
    """Choose a candidate that turns some blocks into others and leaves the rest.

    Args:
        body: The body.
        candidates: Edits that may do it.
        index: The first block to go.
        count: How many go.
        expected: What takes their place.
        caret: In which of these the caret is, at its start.

    Returns:
        The first candidate that is exact, else one in which only numbers or spacing of a list
        differ.

    Raises:
        EditRejected: If there is neither.
    """
    old, gone = body.blocks, range(index, index + count)
    return prove(
        body,
        candidates,
        lambda new: _rate_blocks(old, new, gone, expected),
        Place(index + caret, 0),
    )


def _rate_blocks(
    old: Sequence[PlacedBlock],
    new: Sequence[PlacedBlock],
    gone: range,
    expected: Sequence[Expected],
) -> Rate:
    """How well some blocks have become others, while the rest stayed."""
    if len(new) != len(old) - len(gone) + len(expected):
        return Rate.WRONG
    end = gone.start + len(expected)
    middle = [placed.block for placed in new[gone.start : end]]
    if not all(want.fits(block) for want, block in zip(expected, middle, strict=True)):
        return Rate.WRONG
    rest = [placed.block for placed in (*new[: gone.start], *new[end:])]
    kept = [placed.block for placed in (*old[: gone.start], *old[gone.stop :])]
    if rest == kept:
        return Rate.EXACT
    if [(block.kind, block.shown) for block in rest] == [
        (block.kind, block.shown) for block in kept
    ]:
        return Rate.WORDS  # the numbers or the spacing of a list may differ
    return Rate.WRONG
