"""The Markdown source shown: a view of the session's text that follows its changes.

Traps met here: QTextDocument swallows CR and counts UTF-16 (editor.app.document.utf16_positions),
its own undo is off, and to block signals while it changes would crash the layout.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.app.document.utf16_positions import Fold, Utf16Positions, keep_folds, shown_text
from editor.core.base.edits import Edit, Span
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.widgets.form_parts import set_monospaced
from editor.ui.widgets.text_input import TextArea
from editor.ui.widgets.text_marks import TextMarks
from editor.ui.widgets.underlines import make_underlines
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.workspace.document_change import find_changes, find_long_lines, needs_fold
from editor.ui.workspace.early_input import EarlyInput
from editor.ui.workspace.gradual_text import GradualText
from editor.ui.workspace.source_highlighter import SourceHighlighter
from editor.ui.workspace.source_marks import SourceMargin

_MAX_LINES = 20_000
"""The longest text that is highlighted."""
_MOST_MARKED = 3_000
"""How many diagnostics are marked: the list has them all, and each costs 20 µs."""
_SHOWN_AT_ONCE = 200_000
"""The longest text that is shown at once, in characters; Qt needs 20 ms for it."""
_CARET_DELAY = 120
"""Milliseconds the caret must rest before ``caret_moved``."""


class SourceView(TextArea):
    """Shows the whole text, and what is selected of it. It changes nothing.

    While nobody sees it, it does not follow: it catches up when it is shown or asked.
    """

    caret_moved = Signal(int)
    """The text position of the caret, a moment after it came to rest."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.positions = Utf16Positions("")
        self.shown = ""
        """The text that the document shows."""
        self.is_following = False
        """Whether changes of the session are being shown."""
        self.is_behind = False
        """Whether the session's text may be another than the one that is shown."""
        self._wanted: Span | None = None
        """What is to be selected when all of a giant is shown."""
        self._early_input = EarlyInput(self)
        self._marked: Sequence[Diagnostic] = ()
        self.marks = TextMarks(self)
        set_monospaced(self)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(False)
        self.setAccessibleName(self.tr("Markdown"))
        self.document().setDocumentMargin(14)
        forward_undo(self)
        self.margin = SourceMargin(self)
        self.margin.settle()
        self.highlighter = SourceHighlighter(self.document(), self.palette())
        self.giant = GradualText(self.document())
        self._caret_timer = QTimer(self, singleShot=True, interval=_CARET_DELAY)
        self._caret_timer.timeout.connect(lambda: self.caret_moved.emit(self.caret))
        self.updateRequest.connect(self.margin.follow_text)
        self.giant.finished.connect(self._on_giant_shown)
        self.cursorPositionChanged.connect(self._caret_timer.start)
        session.changed.connect(self.follow)

    def apply_style(self) -> None:
        """Take the colors of the palette again."""
        self.highlighter.apply_style(self.palette())
        if self.highlighter.document() is not None:
            self.highlighter.rehighlight()

    # --- from the session ------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Show a change that did not come from here, as soon as it can be seen.

        Args:
            change: A change of the session's text, already made there.
        """
        if change.origin is self:
            known = change.edits if change.before is self.shown else None
            self.remember(keep_folds(self.positions.folds, change.edits or ()), known)
            return
        if change.edits is None:
            self.shown = ""
            self.giant.stop()
            self._early_input.take()
        if not self.isVisible():
            self.is_behind = True
        elif self.is_behind:
            self.show_now()
        else:
            self._show_edits(change.edits)

    def show_now(self) -> None:
        """Show the session's text, if it has changed while this was not visible."""
        if not self.is_behind:
            return
        self.is_behind = False
        self._show_edits(find_changes(self.shown, self.session.text) if self.shown else None)
        self.mark(self._marked)
        self._write_early_input()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        self.show_now()
        super().showEvent(event)

    def _show_edits(self, edits: Sequence[Edit] | None) -> None:
        """Make edits of the shown text in the document; None for another text."""
        folds = keep_folds(self.positions.folds, edits or ())
        is_folded_anew = len(folds) < len(self.positions.folds) or any(map(needs_fold, edits or ()))
        if edits is None or not self.shown or is_folded_anew:
            self.show_all()
            return
        self.is_following = True
        try:
            for edit in reversed(edits):
                self._show_edit(edit)
        finally:
            self.is_following = False
        self.remember(folds, edits)

    def show_all(self) -> None:
        """Show the session's text from nothing; a giant is read-only before all is shown."""
        text = self.session.text
        self.giant.stop()
        self._wanted = None
        self.remember(self._fold_long_lines(text))
        shown = self.positions.fold_text(text, 0, len(text))
        is_giant = len(shown) > _SHOWN_AT_ONCE
        self.setReadOnly(is_giant)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # for early input, too
        is_colored = text.count("\n") <= _MAX_LINES
        self.is_following = True
        try:
            self._color(is_colored=is_colored)
            if is_giant:
                self.shown = ""
                self.giant.start(shown)
            else:
                self.document().setPlainText(shown)
        finally:
            self.is_following = False

    def _color(self, *, is_colored: bool) -> None:
        if is_colored != (self.highlighter.document() is not None):
            self.highlighter.setDocument(self.document() if is_colored else None)

    def _on_giant_shown(self) -> None:
        self.shown = self.positions.text  # a form may have changed the session's meanwhile
        self.setReadOnly(False)
        if self._wanted:
            self._select_shown(self._wanted)
        if self.isVisible():
            self.show_now()
        self.mark(self._marked)
        self._write_early_input()

    def finish_early_input(self) -> None:
        """Show the rest of a giant at once where something was typed that waits for it."""
        if self._early_input:
            self.giant.finish()

    def _write_early_input(self) -> None:
        if not (self.isReadOnly() or self.is_behind):
            self._early_input.write()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._early_input:  # it is written where the caret was
            clicked = self.cursorForPosition(event.position().toPoint())
            self.finish_early_input()
            self.setTextCursor(clicked)
        else:
            self._wanted = None
            super().mousePressEvent(event)

    def _fold_long_lines(self, text: str) -> list[Fold]:
        """The folds of a text, each with the number of characters it hides."""
        words = self.tr("[… {count} characters …]")
        counted = self.locale().toString
        return [
            Fold(span, words.format(count=counted(span.end - span.start)))
            for span in find_long_lines(text)
        ]

    def _show_edit(self, edit: Edit) -> None:
        """Make an edit in the document; its positions are those of the text shown before."""
        self._cursor_over(Span(edit.start, edit.end)).insertText(shown_text(edit.new))

    def remember(self, folds: Sequence[Fold], edits: Sequence[Edit] | None = None) -> None:
        """Count positions in the session's text from now on.

        Args:
            folds: What of it is not shown.
            edits: What has made it of the text that is shown; None where that is not known.
        """
        self.positions = self.positions.after(self.session.text, folds, edits)
        self.shown = self.session.text

    def chosen_text(self) -> str:
        """Return the selected part of the session's text, not what stands in for it here."""
        return self.selected_span.of(self.shown).replace("\r\n", "\n")

    # --- diagnostics -----------------------------------------------------------------------------

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Underline what checks have found, and mark the lines in the margin.

        Args:
            diagnostics: All diagnostics of the session's text.
        """
        self._marked = diagnostics
        if self.is_behind:
            return
        marked = diagnostics[:_MOST_MARKED]
        placed = [(self.to_document(diagnostic.span), diagnostic) for diagnostic in marked]
        self.marks.show("checks", make_underlines(self.document(), placed))
        self.margin.show_diagnostics(placed)

    def to_document(self, span: Span) -> Span:
        """Map a part of the text to positions of the document."""
        return Span(self.positions.to_document(span.start), self.positions.to_document(span.end))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.margin.follow_size()

    # --- caret -----------------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """The caret as a position of the text."""
        self.show_now()
        return self.positions.to_text(self.textCursor().position())

    @property
    def selected_span(self) -> Span:
        """The part of the text that is selected; empty at the caret where nothing is."""
        self.show_now()
        cursor = self.textCursor()
        to_text = self.positions.to_text
        return Span(to_text(cursor.selectionStart()), to_text(cursor.selectionEnd()))

    def go_to(self, position: int) -> None:
        """Put the caret at a position and show it in the middle.

        Args:
            position: A position of the text.
        """
        self._select(Span(position, position))

    def choose(self, span: Span, *, focus: bool = True) -> None:
        """Select a part of the text and show it.

        Args:
            span: The part, in positions of the text.
            focus: Whether to take the focus.
        """
        self._select(span)
        if focus:
            self.setFocus()

    def _select(self, span: Span) -> None:
        self.show_now()
        self.finish_early_input()
        if self.giant.is_running:
            self._wanted = span
        else:
            self._select_shown(span)

    def _select_shown(self, span: Span) -> None:
        self.setTextCursor(self._cursor_over(span))
        self.centerCursor()

    def _cursor_over(self, span: Span) -> QTextCursor:
        cursor, places = QTextCursor(self.document()), self.to_document(span)
        last = self.document().characterCount() - 1
        cursor.setPosition(min(places.start, last))
        cursor.setPosition(min(places.end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor
