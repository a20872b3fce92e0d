"""Spans and edits: the only place where text is spliced.

Law: edits of one command are sorted and disjoint, and ``apply(apply(t, e), invert(t, e)) == t``.
Positions are Python code points into the decoded text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

_LINE_END = re.compile(r"\n")
_LETTER = re.compile(r"[^\n]")


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


def surround_edits(text: str, edits: Sequence[Edit]) -> Edit:
    """Make one edit of several.

    >>> surround_edits("a new text, it is", [Edit(2, 2, "new "), Edit(8, 10, "it is")])
    Edit(start=2, end=10, new='new text, it is')

    Args:
        text: The text that the edits have made.
        edits: The edits, at least one.

    Returns:
        The edit from the beginning of the first to the end of the last.
    """
    start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
    return Edit(start, end, text[start : end + sum(edit.growth for edit in edits)])


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
