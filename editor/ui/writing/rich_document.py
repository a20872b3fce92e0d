"""A QTextDocument that shows blocks: one text block for each, holding only what is seen.

Positions of the document count UTF-16 code units; places count the characters of ``shown``.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from editor.app.document.utf16_positions import shown_text, utf16_length
from editor.core.base.differences import find_edit
from editor.core.base.edits import Span
from editor.core.richtext.blocks import LINE_BREAK, AtomKind, BlockKind, PlacedBlock, RichBlock
from editor.core.richtext.body import Replaced
from editor.core.richtext.caret import place_runs
from editor.core.richtext.proof import Place, Selected
from editor.core.richtext.tables import is_grid
from editor.ui.widgets.rich_looks import Looks

_WHOLE = frozenset(
    (AtomKind.IMAGE, AtomKind.HTML, AtomKind.SHORTCODE, AtomKind.FOOTNOTE, AtomKind.BLOCK)
)
"""What is deleted as a whole, whatever words stand for it."""
WRITTEN_ON = (BlockKind.PARAGRAPH, BlockKind.EMPTY)
"""What one writes sentences in."""


class _Piece(NamedTuple):
    """Words of one look."""

    words: str
    format: QTextCharFormat


def _count_same(pairs: Iterable[tuple[_Piece, _Piece]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _length(pieces: Iterable[_Piece]) -> int:
    return sum(utf16_length(piece.words) for piece in pieces)


class RichDocument:
    """Fills a document, and leads from its positions to places and back."""

    def __init__(self, document: QTextDocument, looks: Looks) -> None:
        """Take a document.

        Args:
            document: It shows nothing else.
            looks: How blocks and words look.
        """
        self._document, self.looks = document, looks
        self.blocks: Sequence[PlacedBlock] = ()
        """The blocks that are shown."""
        self.room_above = self.room_to_begin = 0
        """Pixels above the first block, and those added where it is no paragraph."""
        self._places: dict[int, Place] = {}
        """The places of positions that were asked for since the last change."""

    def show(self, blocks: Sequence[PlacedBlock]) -> None:
        """Show blocks from nothing.

        Args:
            blocks: At least one.
        """
        self.blocks = blocks
        self._places.clear()
        self._document.clear()
        self._make_room()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for index, placed in enumerate(blocks):
            if index:
                cursor.insertBlock()
            self._write(cursor, placed.block)
        cursor.endEditBlock()

    def replace(self, replaced: Replaced, blocks: Sequence[PlacedBlock]) -> None:
        """Show blocks in place of those that are shown.

        Args:
            replaced: Which of them differ.
            blocks: All blocks.
        """
        before, self.blocks = self.blocks, blocks
        self._places.clear()
        first, old_count, new_count = replaced
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for index in range(first, first + min(old_count, new_count)):
            self._rewrite(cursor, index, before[index].block)
        for _ in range(old_count - new_count):
            self._remove(cursor, first + new_count)
        for index in range(first + old_count, first + new_count):
            self._insert(cursor, index, blocks[index].block)
        cursor.endEditBlock()
        self._make_room()

    @property
    def has_beginning(self) -> bool:
        """Whether the text begins with a paragraph."""
        return bool(self.blocks) and self.blocks[0].block.kind in WRITTEN_ON

    def _make_room(self) -> None:
        root = self._document.rootFrame()
        frame = root.frameFormat()
        room = self.room_above + (0 if self.has_beginning else self.room_to_begin)
        if frame.topMargin() != room:
            frame.setTopMargin(room)
            root.setFrameFormat(frame)

    def _write(self, cursor: QTextCursor, block: RichBlock) -> None:
        cursor.setBlockFormat(self.looks.block_format(block))
        for piece in self._pieces(block):
            cursor.insertText(*piece)

    def _pieces(self, block: RichBlock) -> list[_Piece]:
        pieces = []
        is_head = is_grid(block)
        for run in block.runs:
            format_of = self.looks.head_format if is_head else self.looks.run_format
            if run.shown:
                pieces.append(_Piece(shown_text(run.shown), format_of(block, run)))
            is_head = is_head and run.shown != LINE_BREAK
        return pieces

    def _rewrite(self, cursor: QTextCursor, index: int, before: RichBlock) -> None:
        """Write a block over another; words that stay as they are are not touched."""
        shown, block = self._document.findBlockByNumber(index), self.blocks[index].block
        cursor.setPosition(shown.position())
        made = self.looks.block_format(block)
        if shown.blockFormat() != made:
            cursor.setBlockFormat(made)
        old, new = self._pieces(before), self._pieces(block)
        head = _count_same(zip(old, new, strict=False))
        tail = _count_same(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
        gone, new = old[head : len(old) - tail], new[head : len(new) - tail]
        start = shown.position() + _length(old[:head])
        end = start + _length(gone)
        if len(gone) == len(new) == 1 and gone[0].format == new[0].format:
            words = gone[0].words
            edit = find_edit(words, new[0].words)
            start += utf16_length(words[: edit.start])
            end -= utf16_length(words[edit.end :])
            new = [_Piece(edit.new, new[0].format)]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        for piece in new:
            cursor.insertText(*piece)

    def _remove(self, cursor: QTextCursor, index: int) -> None:
        shown = self._document.findBlockByNumber(index)
        if index:
            cursor.setPosition(shown.position() - 1)
            end = shown.position() + shown.length() - 1
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(0)
            cursor.setPosition(shown.next().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _insert(self, cursor: QTextCursor, index: int, block: RichBlock) -> None:
        if index:
            shown = self._document.findBlockByNumber(index - 1)
            cursor.setPosition(shown.position() + shown.length() - 1)
            cursor.insertBlock()
        else:
            cursor.setPosition(0)
            cursor.insertBlock()
            cursor.setPosition(0)
        self._write(cursor, block)

    # --- positions -------------------------------------------------------------------------------

    def to_place(self, position: int) -> Place:
        """Map a position of the document.

        Args:
            position: A position in UTF-16 code units.

        Returns:
            The place; within an emoji its start.
        """
        known = self._places.get(position)
        if known is None:
            known = self._places[position] = self._find_place(position)
        return known

    def _find_place(self, position: int) -> Place:
        shown = self._document.findBlock(position)
        index = min(max(shown.blockNumber(), 0), len(self.blocks) - 1)
        words = self.blocks[index].block.shown
        inside = words.encode("utf-16-le")[: 2 * (position - shown.position())]
        return Place(index, len(inside.decode("utf-16-le", "ignore")))

    def to_position(self, place: Place) -> int:
        """Map a place.

        Args:
            place: A place among the blocks that are shown.

        Returns:
            The position in UTF-16 code units.
        """
        index = min(place.block, len(self.blocks) - 1)
        words = self.blocks[index].block.shown[: place.offset]
        return self._document.findBlockByNumber(index).position() + utf16_length(words)

    def widen(self, selected: Selected) -> Selected:
        """Widen a part of one block to all of the chips and pictures that it touches.

        Args:
            selected: The part.

        Returns:
            The part; what is in several blocks as it is.
        """
        start, end = selected
        if start.block != end.block or start == end:
            return selected
        first, last = start.offset, end.offset
        for part, run in place_runs(self.blocks[start.block].block):
            if run.atom in _WHOLE and part.start < end.offset and start.offset < part.end:
                first, last = min(first, part.start), max(last, part.end)
        return Selected(Place(start.block, first), Place(start.block, last))

    def to_span(self, index: int, start: int, end: int) -> Span:
        """Map a part of what a block shows.

        Args:
            index: The index of the block.
            start: Where the part starts in ``shown``.
            end: Where it ends.

        Returns:
            The part in UTF-16 code units.
        """
        return Span(self.to_position(Place(index, start)), self.to_position(Place(index, end)))
