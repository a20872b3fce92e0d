"""The body as a list of rich blocks that follows the edits of its text.

Law: a body that has followed edits has the blocks of a body read anew, once it is read in the same
chunks.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from editor.core.base.edits import Edit, Span
from editor.core.base.encoding import detect_newline
from editor.core.issue.issue import Issue
from editor.core.markdown.parser import Dialect
from editor.core.rendering.chunks import cut_at_headings
from editor.core.richtext.blocks import BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.reading import read_chunk

_EMPTY = RichBlock(BlockKind.EMPTY, 0, ())
_BLANKS = re.compile(r"[ \t\r\n]*")
_WIDE_GAP = 4
"""How many characters between two blocks may hold an empty paragraph."""


class _Chunk(NamedTuple):
    """A part of the body that is read at once."""

    length: int
    blocks: tuple[tuple[int, RichBlock], ...]


class Replaced(NamedTuple):
    """Which blocks have taken the place of which."""

    first: int
    """The first block that is new, and was the first to go."""
    old_count: int
    new_count: int


@dataclass(frozen=True)
class RichBody:
    """The blocks of a body, in the order of the text."""

    dialect: Dialect
    text: str
    """The whole text, front matter included."""
    start: int
    """Where the body starts in it."""
    chunks: tuple[_Chunk, ...]

    @cached_property
    def blocks(self) -> list[PlacedBlock]:
        """All blocks, with empty paragraphs where the text has room for them; never none."""
        placed: list[PlacedBlock] = []
        base = self.start
        for chunk in self.chunks:
            placed += [PlacedBlock(base + start, block) for start, block in chunk.blocks]
            base += chunk.length
        return _add_empty(self.text, self.start, placed)

    @cached_property
    def newline(self) -> str:
        """How most lines end in the text."""
        return detect_newline(self.text)

    def follow(self, edits: Sequence[Edit], text: str) -> "RichBody":
        """Read again what edits touch.

        Args:
            edits: Edits on the text, sorted.
            text: The text after them.

        Returns:
            The body of the new text.
        """
        growth = sum(edit.growth for edit in edits)
        inside = [edit for edit in edits if edit.end > self.start or edit.start >= self.start]
        moved = growth - sum(edit.growth for edit in inside)
        if any(edit.start < self.start for edit in inside):
            return self._replace(text, self.start, 0, len(self.chunks), len(text) - self.start)
        start = self.start + moved
        if not inside:
            return RichBody(self.dialect, text, start, self.chunks)
        ends = list(accumulate(chunk.length for chunk in self.chunks))
        first = bisect_right(ends, inside[0].start - self.start - 1)
        last = bisect_right(ends, inside[-1].end - self.start - 1) + 1
        first, last = max(min(first, len(ends) - 1), 0), min(last, len(ends))
        at = start + sum(chunk.length for chunk in self.chunks[:first])
        length = sum(edit.growth for edit in inside)
        length += sum(chunk.length for chunk in self.chunks[first:last])
        while last < len(ends) and text[at + length - 1 : at + length] != "\n":
            length += self.chunks[last].length  # its heading has become part of a line
            last += 1
        return self._replace(text, start, first, last, length)

    def _replace(self, text: str, start: int, first: int, last: int, length: int) -> "RichBody":
        """The body with some chunks read anew as one."""
        before = self.chunks[:first]
        at = start + sum(chunk.length for chunk in before)
        chunk = _read(self.dialect, text[at : at + length])
        return RichBody(self.dialect, text, start, (*before, chunk, *self.chunks[last:]))


def read_body(issue: Issue, dialect: Dialect) -> RichBody:
    """Read the body of an issue.

    Args:
        issue: The issue.
        dialect: How its site reads Markdown.

    Returns:
        The body.
    """
    spans = cut_at_headings(issue) or [Span(issue.front.body, len(issue.text))]
    chunks = tuple(_read(dialect, span.of(issue.text)) for span in spans)
    return RichBody(dialect, issue.text, issue.front.body, chunks)


def _read(dialect: Dialect, text: str) -> _Chunk:
    return _Chunk(len(text), read_chunk(dialect, text))


def find_replaced(old: Sequence[PlacedBlock], new: Sequence[PlacedBlock]) -> Replaced:
    """Find the blocks that differ between two readings.

    Args:
        old: The blocks before.
        new: The blocks after.

    Returns:
        The shortest range that all differences are in; where blocks stand does not count.
    """
    limit = min(len(old), len(new))
    pairs = zip(old, new, strict=False)
    first = next((i for i, (a, b) in enumerate(pairs) if not a.has_block_of(b)), limit)
    limit -= first
    tail = next((i for i in range(limit) if not old[-1 - i].has_block_of(new[-1 - i])), limit)
    return Replaced(first, len(old) - first - tail, len(new) - first - tail)


def _add_empty(text: str, start: int, blocks: Sequence[PlacedBlock]) -> list[PlacedBlock]:
    """Blocks with an empty paragraph for every two line ends more than a gap needs."""
    if not blocks:
        places = _empty_places(text, Span(start, len(text)), needed=0)
        return [PlacedBlock(place, _EMPTY) for place in places or [len(text)]]
    places = _empty_places(text, Span(start, blocks[0].start), needed=0)
    places = [start, *places[:-1]][: len(places)]  # what is typed stands before line ends
    result = [PlacedBlock(place, _EMPTY) for place in places]
    at = blocks[0].start
    for block in blocks:
        if block.start - at >= _WIDE_GAP:
            places = _empty_places(text, Span(at, block.start), needed=2)
            result += [PlacedBlock(place, _EMPTY) for place in places]
        result.append(block)
        at = block.end
    places = _empty_places(text, Span(at, len(text)), needed=0)
    return result + [PlacedBlock(place, _EMPTY) for place in places]


def _empty_places(text: str, gap: Span, *, needed: int) -> list[int]:
    """Where empty paragraphs are in a gap: two line ends make one, beside those that it needs."""
    count = text.count("\n", gap.start, gap.end)
    if count < needed + 2 or not _BLANKS.fullmatch(text, gap.start, gap.end):
        return []
    ends = [at + 1 for at in range(gap.start, gap.end) if text[at] == "\n"]
    return [ends[2 * k + 1] for k in range((count - needed) // 2)]
