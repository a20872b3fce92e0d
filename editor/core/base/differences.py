"""Edits found between two texts.

Law: the edits that are found lead from the one text to the other.
"""

import re
from difflib import SequenceMatcher

from editor.core.base.edits import Edit, drop_idle_edits

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MAX_LINE_PAIRS = 4_000_000
"""How many pairs of lines are compared to find edits; above it is one edit."""
_BLOCK = 65_536
"""Characters that are compared at once: copies of more would take fresh memory each time."""


def trim_edit(old: str, edit: Edit) -> Edit:
    """Drop the characters that both sides of an edit share at their ends.

    >>> trim_edit("one two", Edit(0, 7, "one too"))
    Edit(start=5, end=6, new='o')

    Args:
        old: The text the edit is meant for.
        edit: The edit.

    Returns:
        The shortest edit that makes the same change.
    """
    before, new = old[edit.start : edit.end], edit.new
    head = _count_common(before, new, min(len(before), len(new)))
    tail = _count_common(before, new, min(len(before), len(new)) - head, from_end=True)
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def _count_common(one: str, other: str, limit: int, *, from_end: bool = False) -> int:
    """Count the characters at the start of two texts that are the same, or at their ends.

    Whole blocks are compared first, then halves of the block that differs.
    """

    def is_same(start: int, end: int) -> bool:
        if from_end:
            start, end = len(one) - end, len(one) - start
            return other.startswith(one[start:end], start + len(other) - len(one))
        return other.startswith(one[start:end], start)

    known = 0
    while limit - known > _BLOCK and is_same(known, known + _BLOCK):
        known += _BLOCK
    limit = min(limit, known + _BLOCK)
    while known < limit:
        middle = (known + limit + 1) // 2
        if is_same(known, middle):
            known = middle
        else:
            limit = middle - 1
    return known


def find_edit(old: str, new: str) -> Edit:
    """Find the one edit that leads from one text to another.

    >>> find_edit("one two", "one too")
    Edit(start=5, end=6, new='o')

    Args:
        old: A text.
        new: Another one.

    Returns:
        The shortest edit of ``old``; it changes nothing where the texts are equal.
    """
    return trim_edit(old, Edit(0, len(old), new))


def find_edits(old: str, new: str) -> list[Edit]:
    r"""Find edits that lead from one text to another, line by line.

    >>> find_edits("one\ntwo\n", "one\ntoo\nsix\n")
    [Edit(start=5, end=7, new='oo\nsix')]

    Args:
        old: A text.
        new: Another one.

    Returns:
        Edits on ``old``, sorted, each as short as it can be; none where the texts are equal.
    """
    whole = find_edit(old, new)
    before, after = (_LINES.findall(text) for text in (old[whole.start : whole.end], whole.new))
    if len(before) * len(after) > _MAX_LINE_PAIRS:
        return drop_idle_edits(old, [whole])
    starts = [whole.start]
    for line in before:
        starts.append(starts[-1] + len(line))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    edits = [
        trim_edit(old, Edit(starts[i], starts[i_end], "".join(after[j:j_end])))
        for tag, i, i_end, j, j_end in matcher.get_opcodes()
        if tag != "equal"
    ]
    return drop_idle_edits(old, edits)
