"""Spans and edits: the only place where text is spliced.

Law: edits of one command are sorted and disjoint, and ``apply(apply(t, e), invert(t, e)) == t``.
Positions are Python code points into the decoded text.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

_LINE_END = re.compile(r"\n")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MAX_LINE_PAIRS = 4_000_000
"""How many pairs of lines are compared to find edits; above it is one edit."""
_LETTER = re.compile(r"[^\n]")
_BLOCK = 65_536
"""Characters that are compared at once: copies of more would take fresh memory each time."""


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of a text that the span covers."""
        return text[self.start : self.end]

    def moved(self, by: int) -> "Span":
        """Return the span so many code points further on."""
        return Span(self.start + by, self.end + by)


class Edit(Struct, frozen=True, order=True):
    """Replace ``text[start:end]`` by ``new``; an insertion has ``start == end``."""

    start: int
    end: int
    new: str

    @property
    def growth(self) -> int:
        """By how much the text grows; negative where it shrinks."""
        return len(self.new) - (self.end - self.start)


def sort_edits(edits: Iterable[Edit]) -> list[Edit]:
    """Sort edits.

    Args:
        edits: Edits on one text, in any order.

    Returns:
        The edits by their place; insertions at one place keep their order.

    Raises:
        ValueError: If two overlap, which is a programming error.
    """
    # sorted() is stable: insertions at one place keep their order
    result = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for left, right in zip(result, result[1:], strict=False):
        if right.start < left.end:
            raise ValueError(f"edits overlap: {left} and {right}")
    return result


def check_edits(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Check that edits fit a text.

    Args:
        text: The text they are meant for.
        edits: The edits, in any order.

    Returns:
        The edits, sorted.

    Raises:
        ValueError: If two overlap, or one lies outside the text.
    """
    ordered = sort_edits(edits)
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} lies outside a text of {len(text)} characters")
    return ordered


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits to a text.

    >>> apply("abc", [Edit(1, 2, "B"), Edit(3, 3, "!")])
    'aBc!'

    Args:
        text: The text.
        edits: Edits whose positions all count in ``text`` as it is.

    Returns:
        The text after the edits.

    Raises:
        ValueError: If two overlap, or one lies outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in check_edits(text, edits):
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


def invert(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Find the edits that lead back.

    Args:
        text: The text before the edits.
        edits: Edits on it.

    Returns:
        Edits on ``apply(text, edits)`` that make it ``text`` again.
    """
    back: list[Edit] = []
    growth = 0
    for edit in sort_edits(edits):
        start = edit.start + growth
        back.append(Edit(start, start + len(edit.new), text[edit.start : edit.end]))
        growth += edit.growth
    return back


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
    whole = trim_edit(old, Edit(0, len(old), new))
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


def drop_idle_edits(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Drop the edits that change nothing: GetPut wants none at all where nothing is new.

    Args:
        text: The text they are meant for.
        edits: The edits.

    Returns:
        The others, sorted.
    """
    return [edit for edit in sort_edits(edits) if text[edit.start : edit.end] != edit.new]


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """Replace parts of a text by spaces; everything else, and every line end, stays in its place.

    >>> blank_out("a `b` c", [Span(2, 5)])
    'a     c'

    Args:
        text: The text.
        spans: The parts; they may overlap.

    Returns:
        A text of the same length.
    """
    parts, at = [], 0
    for span in sorted(spans):
        start = max(span.start, at)
        if span.end > start:
            part = text[start : span.end]
            parts += [text[at:start], _LETTER.sub(" ", part) if "\n" in part else " " * len(part)]
            at = span.end
    return "".join([*parts, text[at:]])


def find_spans(
    pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> list[Span]:
    """Find where a pattern matches.

    Args:
        pattern: A compiled pattern.
        text: Where to look.
        start: From where on.
        end: Up to where; None for the end of the text.

    Returns:
        The spans of all matches, in the order of the text.
    """
    return [
        Span(*match.span())
        for match in pattern.finditer(text, start, len(text) if end is None else end)
    ]


def line_starts(text: str, start: int = 0) -> list[int]:
    r"""Find where the lines of a text begin.

    >>> line_starts("a\nbc\n")
    [0, 2, 5]

    Args:
        text: The text.
        start: The first line is taken to begin here.

    Returns:
        The positions, in the order of the text.
    """
    return [start, *(span.end for span in find_spans(_LINE_END, text, start))]


def line_number(text: str, position: int) -> int:
    """Return the number, from 1, of the line that holds a position.

    Args:
        text: The text.
        position: A position in it.

    Returns:
        The number of the line.
    """
    return text.count("\n", 0, position) + 1
