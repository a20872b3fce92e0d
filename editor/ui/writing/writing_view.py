"""The body as it will look: a view of the session's text that follows its changes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.core.base.edits import Span
from editor.core.rendering.dialects import dialect_for
from editor.core.richtext.body import RichBody, find_replaced, read_body
from editor.core.richtext.caret import to_shown, to_source_span, to_sources
from editor.core.richtext.proof import Place, Selected
from editor.ui.widgets.rich_looks import Looks
from editor.ui.widgets.thumbnails import Thumbnails
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.writing.decorations import draw_decorations
from editor.ui.writing.rich_document import RichDocument

_MEASURE = 38
"""The longest line, in widths of an average capital letter: about 70 characters."""
_CARET_DELAY = 120
"""Milliseconds the caret must rest before ``caret_moved``."""
_QUIET = 400
"""Milliseconds of quiet before the whole body is read again."""


class WritingView(QTextEdit):
    """Shows the body as it will look, and what is selected of it. It changes nothing."""

    caret_moved = Signal(int)
    """The position of the text that the caret is at, a moment after it came to rest."""
    state_changed = Signal()
    """What the tools can do or show may be another: the caret has moved, or the text changed."""
    resized = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.body: RichBody | None = None
        self._following = False
        self.is_acting = False
        """Whether an edit is being made: what it changes is told once."""
        self.setAccessibleName(self.tr("Text"))
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        forward_undo(self)
        self.thumbnails = Thumbnails(lambda address: session.site.asset(address), self)
        self.thumbnails.loaded.connect(self.viewport().update)
        self.rich = RichDocument(
            self.document(), Looks(self.palette(), self.font(), self.thumbnails.has)
        )
        self._quiet_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet_timer.timeout.connect(self._read_again)
        self._caret_timer = QTimer(self, singleShot=True, interval=_CARET_DELAY)
        self._caret_timer.timeout.connect(lambda: self.caret_moved.emit(self.caret))
        self.cursorPositionChanged.connect(self._on_caret)
        self.document().contentsChange.connect(self._on_contents_change)
        session.changed.connect(self.follow)

    # --- from the session ------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Show a change of the session's text, if the page is visible.

        Args:
            change: A change, already made there.
        """
        if change.origin is self:
            return
        if self.body is None or change.edits is None or not self.isVisible():
            self.body = None
            if self.isVisible():
                self.show_now()
            return
        self.show_body(read_body(self.session.issue, self.body.dialect))
        if change.edits and self.hasFocus():
            last = change.edits[-1]
            growth = sum(edit.growth for edit in change.edits[:-1])
            self.put_caret(self.place_of(last.start + growth + len(last.new)))

    def show_now(self) -> None:
        """Read the body anew, unless it is shown already."""
        if self.body is not None and self.body.text == self.session.text:
            return
        self.body = read_body(self.session.issue, dialect_for(self.session.profile))
        self._following = True
        try:
            self.rich.show(self.body.blocks)
        finally:
            self._following = False

    def show_body(self, body: RichBody) -> None:
        """Show another body; only the blocks that differ are touched.

        Args:
            body: The body of the session's text.
        """
        self.body = body
        blocks = body.blocks
        self._following = True
        try:
            self.rich.replace(find_replaced(self.rich.blocks, blocks), blocks)
        finally:
            self._following = False
        self._quiet_timer.start()
        self.tell_state()

    def _read_again(self) -> None:
        """Read the whole body: an edit may have made a chunk part of another, by a code fence."""
        if self.body is not None and self.isVisible():
            body = read_body(self.session.issue, self.body.dialect)
            if body != self.body:
                place = self.place
                self.show_body(body)
                self.put_caret(place)

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        """Whatever else writes into the document is taken back: it knows nothing of the text."""
        if not self._following and (removed or added) and not self._has_preedit():
            QTimer.singleShot(0, self._show_again)

    def _has_preedit(self) -> bool:
        return bool(self.textCursor().block().layout().preeditAreaText())

    def _show_again(self) -> None:
        """Show the same anew: what is selected stays so, and stands where it stood."""
        cursor = self.textCursor()
        anchor, place = map(self.rich.to_place, (cursor.anchor(), cursor.position()))
        top = self.cursorRect().top()
        self.body = None
        self.show_now()
        self.put_caret(place, anchor)
        self._scroll(self.cursorRect().top() - top)

    def _scroll(self, pixels: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def apply_style(self) -> None:
        """Take the colors of the palette and the size of the font again."""
        self.rich.looks = self._make_looks()
        self._fill_margins()
        if self.body is not None:
            self._show_again()

    def _make_looks(self) -> Looks:
        return Looks(self.palette(), self.font(), self.thumbnails.has)

    def _fill_margins(self) -> None:
        """Give the margins beside the text the color of the page."""
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Window, colors.color(QPalette.ColorRole.Base))
        self.setPalette(colors)
        self.setAutoFillBackground(True)

    # --- places ----------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """Where the caret is."""
        return self.rich.to_place(self.textCursor().position())

    @property
    def selected(self) -> Selected:
        """What is selected; an empty part at the caret where nothing is."""
        cursor = self.textCursor()
        places = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = map(self.rich.to_place, places)
        return Selected(start, end)

    @property
    def caret(self) -> int:
        """The position of the text that the caret is at."""
        return self.source_of(self.place) if self.rich.blocks else 0

    def source_of(self, place: Place) -> int:
        """Find the position of the text of a place, behind marks that stand there.

        Args:
            place: A place.

        Returns:
            The position.
        """
        placed = self.rich.blocks[place.block]
        return placed.start + to_sources(placed.block, place.offset)[-1]

    def place_of(self, position: int) -> Place:
        """Find the place at which a position of the text is seen.

        Args:
            position: A position of the text.

        Returns:
            The place; the end of the block before for what stands between blocks.
        """
        index = 0
        for number, placed in enumerate(self.rich.blocks):
            if placed.start > position:
                break
            index = number
        placed = self.rich.blocks[index]
        return Place(index, to_shown(placed.block, position - placed.start))

    def put_caret(self, place: Place, anchor: Place | None = None) -> None:
        """Put the caret at a place.

        Args:
            place: Where.
            anchor: From where on the words are selected; None for no selection.
        """
        cursor = self.textCursor()
        if anchor:
            cursor.setPosition(self.rich.to_position(anchor))
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(self.rich.to_position(place), keep)
        else:
            cursor.setPosition(self.rich.to_position(place))
        self.setTextCursor(cursor)

    def go_to(self, position: int) -> None:
        """Put the caret where a position of the text is seen, in the upper half of the page.

        Args:
            position: A position of the text.
        """
        self.choose(Span(position, position), focus=False)

    @property
    def selected_span(self) -> Span:
        """The part of the text whose words are selected."""
        start, end = self.selected
        if start == end:
            return Span(self.caret, self.caret)
        first, last = self.rich.blocks[start.block], self.rich.blocks[end.block]
        head_end = end.offset if first is last else len(first.block.shown)
        head = first.in_text(to_source_span(first.block, Span(start.offset, head_end)))
        tail = last.in_text(to_source_span(last.block, Span(0, end.offset)))
        return Span(head.start, head.end if first is last else tail.end)

    def choose(self, span: Span, *, focus: bool = True) -> None:
        """Select what is seen of a part of the text.

        Args:
            span: The part.
            focus: Whether to take the focus.
        """
        self.show_now()
        self.put_caret(self.place_of(span.end), self.place_of(span.start))
        self._scroll(self.cursorRect().top() - self.viewport().height() // 3)
        if focus:
            self.setFocus()

    def _on_caret(self) -> None:
        if not self._following:
            self._caret_timer.start()
            self.tell_state()

    def tell_state(self) -> None:
        """Tell that the state may be another; within an edit once, at its end."""
        if not self.is_acting:
            self.state_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        draw_decorations(self, event.rect(), self.rich, self.thumbnails)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        measure = self.fontMetrics().horizontalAdvance("M") * _MEASURE
        side = max((self.width() - measure) // 2, 24)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)
        self.resized.emit()
