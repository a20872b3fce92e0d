"""What a block is made from: pieces of a chunk, which stay the same wherever the chunk stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, overload

from editor.core.base.edits import Span


class Block(NamedTuple):
    """A part of the page: its HTML, safe to show, and the part of the text it was made from.

    Inside it ``data-line`` says how many lines below the block's first an element begins. The items
    of a list are blocks too: together, between the list's own tags, they are its HTML.
    """

    html: str
    span: Span
    items: tuple["Block", ...] = ()


class ListItems(Sequence["SourcePiece"]):
    """The items of a list, in groups that stay the same objects when the list grows before them."""

    def __init__(self, groups: Sequence[tuple[int, Sequence["SourcePiece"]]] = ()) -> None:
        """Join the items of groups.

        Args:
            groups: Where each group begins in the chunk, and its items, counted from there.
        """
        self._groups = groups
        self._ends = list(accumulate(len(items) for _, items in groups))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> "SourcePiece": ...
    @overload
    def __getitem__(self, index: slice) -> list["SourcePiece"]: ...
    def __getitem__(self, index: int | slice) -> "SourcePiece | list[SourcePiece]":
        if isinstance(index, slice):
            return list(self)[index]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        number = bisect_right(self._ends, at)
        start, items = self._groups[number]
        return items[at - self._ends[number]].moved(start)

    def __iter__(self) -> Iterator["SourcePiece"]:
        for start, items in self._groups:
            for item in items:
                yield item.moved(start)

    @property
    def html(self) -> list[str]:
        """The HTML of each item."""
        return [item.html for _, items in self._groups for item in items]


class SourcePiece(NamedTuple):
    """A block of a chunk, with positions counted from the chunk's beginning."""

    html: str
    start: int
    end: int
    items: ListItems = ListItems()

    def moved(self, by: int) -> "SourcePiece":
        """Return the piece, which has no items, so many code points further on."""
        return SourcePiece(self.html, self.start + by, self.end + by)

    def to_block(self, base: int) -> Block:
        """Make the block of a chunk that begins at ``base`` in the text."""
        return Block(
            self.html,
            Span(base + self.start, base + self.end),
            tuple(item.to_block(base) for item in self.items),
        )
