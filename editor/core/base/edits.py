"""Spans and edits: the only place where text is spliced.

Law: edits of one command are sorted and disjoint, and ``apply(apply(t, e), invert(t, e)) == t``.
Positions are Python code points into the decoded text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LINE_END = re.compile(r"\n")
_LETTER = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``text[start:end]`` by ``new``; an insertion has ``start == end``."""

    start: int
    end: int
    new: str

    @property
    def growth(self) -> int:
        return len(self.new) - (self.end - self.start)


def sort_edits(edits: Iterable[Edit]) -> list[Edit]:
    """The edits sorted, those without effect on length or content left in; overlap is a programming error."""
    result = sorted(
        edits, key=lambda edit: (edit.start, edit.end)
    )  # stable: insertions at one place keep their order
    for left, right in zip(result, result[1:], strict=False):
        if right.start < left.end:
            raise ValueError(f"edits overlap: {left} and {right}")
    return result


def check_edits(text: str, edits: Iterable[Edit]) -> None:
    """Check that edits fit a text.

    Args:
        text: The text they are meant for.
        edits: The edits, in any order.

    Raises:
        ValueError: If two overlap, or one lies outside the text.
    """
    for edit in sort_edits(edits):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} lies outside a text of {len(text)} characters")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, all of which count positions in ``text`` as it was.

    >>> apply("abc", [Edit(1, 2, "B"), Edit(3, 3, "!")])
    'aBc!'
    """
    parts: list[str] = []
    at = 0
    for edit in sort_edits(edits):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} lies outside a text of {len(text)} characters")
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


def invert(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits that lead back from ``apply(text, edits)`` to ``text``."""
    back: list[Edit] = []
    growth = 0
    for edit in sort_edits(edits):
        start = edit.start + growth
        back.append(Edit(start, start + len(edit.new), text[edit.start : edit.end]))
        growth += edit.growth
    return back


def trim_edit(old: str, edit: Edit) -> Edit:
    """The same change without the characters that both sides share at their ends.

    >>> trim_edit("one two", Edit(0, 7, "one too"))
    Edit(start=5, end=6, new='o')
    """
    before, new = old[edit.start : edit.end], edit.new
    limit = min(len(before), len(new))
    head = next((i for i in range(limit) if before[i] != new[i]), limit)
    limit -= head
    tail = next((i for i in range(limit) if before[-1 - i] != new[-1 - i]), limit)
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def drop_idle_edits(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that change something: GetPut wants none at all where nothing is new."""
    return [edit for edit in sort_edits(edits) if text[edit.start : edit.end] != edit.new]


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """A text with some spans made blank; everything else, and every line's end, in its place.

    >>> blank_out("a `b` c", [Span(2, 5)])
    'a     c'
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
    """Where a pattern is found."""
    return [
        Span(*match.span())
        for match in pattern.finditer(text, start, len(text) if end is None else end)
    ]


def line_starts(text: str, start: int = 0) -> list[int]:
    """Where the lines of a text begin, from ``start`` on.

    >>> line_starts("a\\nbc\\n")
    [0, 2, 5]
    """
    return [start, *(span.end for span in find_spans(_LINE_END, text, start))]


def line_number(text: str, position: int) -> int:
    """The number, from 1, of the line that holds the position."""
    return text.count("\n", 0, position) + 1
