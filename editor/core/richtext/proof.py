"""Edits of what is seen are candidates until the text that they make has been read again."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from editor.core.base.edits import Edit, apply
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.frontmatter.reading import read_front_matter
from editor.core.richtext.blocks import PlacedBlock
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


Judge = Callable[[Sequence[PlacedBlock]], tuple[Rate, Place]]
"""Rates the blocks that a candidate makes, and says where the caret goes."""


def prove(body: RichBody, candidates: Iterable[list[Edit]], judge: Judge) -> Proved:
    """Choose the best of some candidates.

    Args:
        body: The body.
        candidates: Edits that may do what is wanted, sorted, the likeliest first.
        judge: Rates what they make.

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
        rate, caret = judge(after.blocks)
        if rate is Rate.EXACT:
            return Proved(edits, after, caret)
        if rate is Rate.WORDS and best is None:
            best = Proved(edits, after, caret)
    if best is None:
        raise EditRejected(
            translate(
                "core", "This cannot be written here so that the site shows it as you see it."
            )
        )
    return best
