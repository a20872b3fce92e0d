"""The page of the text, which tells what its caret is in."""

from editor.app.document.session import Session
from editor.core.base.edits import Span
from editor.core.richtext import linking, marking
from editor.core.richtext.blocks import BlockKind, Mark
from editor.core.richtext.tables import is_grid
from editor.ui.widgets.text_marks import TextMarks
from editor.ui.writing.writing_view import WritingView


class CaretView(WritingView):
    """Knows the marks, the link and the block at the caret."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.marks = TextMarks(self)
        self.state_changed.connect(self._settle_tab)

    def _settle_tab(self) -> None:
        """In items the key indents, in tables it goes from cell to cell, else to the next field."""
        self.setTabChangesFocus(not (self.block_here()[2] or self.table_here()))

    def marks_here(self) -> frozenset[Mark]:
        """Return the marks that all selected words have, or those at the caret."""
        if self.body is None:
            return frozenset()
        selected = self.selected
        if selected.start != selected.end:
            return frozenset(mark for mark in Mark if marking.has_mark(self.body, selected, mark))
        block = self.rich.blocks[selected.start.block].block
        marks = [run.marks for run in block.runs for _ in run.shown]
        return marks[selected.start.offset - 1] if selected.start.offset else frozenset()

    def link_here(self) -> str:
        """Return where the link at the caret leads; "" where there is none."""
        if not self.rich.blocks:
            return ""
        selected = self.selected
        block = self.rich.blocks[selected.start.block].block
        link = linking.find_link(block, Span(selected.start.offset, selected.end.offset))
        return link.address if link else ""

    def is_quoted(self) -> bool:
        """Return whether the block at the caret is part of a quote."""
        return bool(self.rich.blocks and self.rich.blocks[self.place.block].block.nesting.quotes)

    def block_here(self) -> tuple[BlockKind, int, str]:
        """Return the kind and level of the block at the caret, and its mark as an item."""
        if not self.rich.blocks:
            return BlockKind.EMPTY, 0, ""
        block = self.rich.blocks[self.place.block].block
        return block.kind, block.level, block.nesting.marker

    def table_here(self) -> bool:
        """Tell whether the caret is in a table whose cells are known."""
        return bool(self.rich.blocks) and is_grid(self.rich.blocks[self.place.block].block)
