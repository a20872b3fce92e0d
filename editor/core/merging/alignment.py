"""Which unit of one version became which unit of another."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from editor.core.merging.units import Unit

_WORD = re.compile(r"\w+")
_LIKE = 0.4
"""The share of words that two units have in common which are taken for one."""
_MAX_PAIRS = 10_000
"""How many pairs of units are compared by their words."""


def align_units(base: Sequence[Unit], other: Sequence[Unit]) -> list[int | None]:
    """Find what became of each unit; their order stays.

    Args:
        base: The units of the version both come from.
        other: The units of a later version.

    Returns:
        For each unit of ``base`` its index in ``other``; None where it is gone.
    """
    found: list[int | None] = [None] * len(base)
    for i, i_end, j, j_end in _gaps(base, other, found):
        for left, right in _pair_up(base[i:i_end], other[j:j_end]):
            found[i + left] = j + right
    return found


def _gaps(
    base: Sequence[Unit], other: Sequence[Unit], found: list[int | None]
) -> Iterator[tuple[int, int, int, int]]:
    """Note equal units in ``found``, and yield the ranges between them."""
    matcher = SequenceMatcher(
        None, [unit.text for unit in base], [unit.text for unit in other], autojunk=False
    )
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            found[i:i_end] = range(j, j_end)
        elif tag == "replace":
            yield i, i_end, j, j_end


def _pair_up(base: Sequence[Unit], other: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair changed units: first by what they are called, then by their words."""
    if len(base) == len(other) == 1 and base[0].in_front == other[0].in_front:
        return [(0, 0)]
    if len(base) * len(other) > _MAX_PAIRS:
        return _pair_by_identity(base, other)
    words = [[Counter(_WORD.findall(unit.text)) for unit in units] for units in (base, other)]
    best = [[0.0] * (len(other) + 1) for _ in range(len(base) + 1)]
    likeness: dict[tuple[int, int], float] = {}
    for i in reversed(range(len(base))):
        for j in reversed(range(len(other))):
            likeness[i, j] = _compare(base[i], other[j], words[0][i], words[1][j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i, j] + best[i + 1][j + 1])
    return list(_walk(best, likeness, len(base), len(other)))


def _walk(
    best: list[list[float]], likeness: dict[tuple[int, int], float], rows: int, columns: int
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < rows and j < columns:
        if likeness[i, j] and best[i][j] == likeness[i, j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _compare(base: Unit, other: Unit, words: Counter[str], others: Counter[str]) -> float:
    """How much alike two units are: 0 for not at all, above 2 for the same name."""
    if base.in_front != other.in_front:
        return 0.0
    total = words.total() + others.total()
    likeness = 2 * (words & others).total() / total if total else 0.0
    if base.identity or other.identity:
        if base.identity == other.identity:
            return 2.0 + likeness
        if base.in_front:
            return 0.0
    return likeness if likeness >= _LIKE else 0.0


def _pair_by_identity(base: Sequence[Unit], other: Sequence[Unit]) -> list[tuple[int, int]]:
    names = [
        [unit.identity or f"{side} {number}" for number, unit in enumerate(units)]
        for side, units in enumerate((base, other))
    ]
    blocks = SequenceMatcher(None, names[0], names[1], autojunk=False).get_matching_blocks()
    return [(i + step, j + step) for i, j, size in blocks for step in range(size)]
