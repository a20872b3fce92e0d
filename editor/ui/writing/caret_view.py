"""The page of the text, which tells what its caret is in."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat

from editor.app.document.session import Session
from editor.core.base.edits import Span
from editor.core.checks.diagnostic import Diagnostic
from editor.core.richtext import linking, marking
from editor.core.richtext.blocks import BlockKind, Mark
from editor.core.richtext.caret import to_shown
from editor.core.richtext.proof import Place
from editor.core.richtext.tables import is_grid
from editor.ui.widgets.text_marks import TextMarks, make_mark
from editor.ui.widgets.underlines import make_underlines
from editor.ui.writing.writing_view import WritingView

_DEEPEST = 6
"""The deepest level of a heading."""


class CaretView(WritingView):
    """Knows the marks, the link and the block at the caret."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.marks = TextMarks(self)
        self.is_focused = False
        """Whether all but the section of the caret steps back."""
        self.state_changed.connect(self._settle_tab)
        self.state_changed.connect(self._show_focus)

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

    # --- what checks have found ------------------------------------------------------------------

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Underline what checks have found, where it is seen.

        Args:
            diagnostics: All diagnostics of the text that is shown.
        """
        if self.body is None or self.body.text != self.session.text:
            return
        starts = [placed.start for placed in self.rich.blocks]
        placed = []
        for diagnostic in diagnostics:
            index = bisect_right(starts, diagnostic.span.start) - 1
            if index >= 0 and diagnostic.span.start < self.rich.blocks[index].end:
                placed.append((self._shown_span(index, diagnostic.span), diagnostic))
        self.marks.show("checks", make_underlines(self.document(), placed))

    def _shown_span(self, index: int, span: Span) -> Span:
        placed = self.rich.blocks[index]
        start = to_shown(placed.block, span.start - placed.start)
        end = to_shown(placed.block, min(span.end, placed.end) - placed.start)
        return self.rich.to_span(index, start, end)

    # --- one section alone -----------------------------------------------------------------------

    def set_focused(self, is_focused: bool) -> None:
        """Let all but the section of the caret step back.

        Args:
            is_focused: Whether to do so; False shows all alike.
        """
        self.is_focused = is_focused
        self._show_focus()

    def _show_focus(self) -> None:
        marks = []
        if self.is_focused and self.rich.blocks:
            quiet = QTextCharFormat()
            quiet.setForeground(self.rich.looks.grid)
            first, last = self._find_section()
            count = len(self.rich.blocks)
            spans = [Span(0, self.rich.to_position(Place(first, 0)))]
            if last < count:
                start = self.rich.to_position(Place(last, 0))
                spans.append(Span(start, self.document().characterCount() - 1))
            document = self.document()
            marks = [make_mark(document, span, quiet) for span in spans if span.start < span.end]
        self.marks.show("focus", marks)

    def _find_section(self) -> tuple[int, int]:
        """The first block of the section of the caret, and the first behind it."""
        blocks, here = self.rich.blocks, self.place.block
        first = here
        while first and blocks[first].block.kind is not BlockKind.HEADING:
            first -= 1
        level = blocks[first].block.level or _DEEPEST
        last = here + 1
        while last < len(blocks) and not 0 < blocks[last].block.level <= level:
            last += 1
        return first, last
