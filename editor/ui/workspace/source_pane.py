"""The Markdown source: a view of the session's text. What is typed becomes edits on that text.

Traps met here: QTextDocument swallows CR and counts UTF-16 (editor.app.document.utf16_positions),
its own undo is off, and ``contentsChange`` reports more than changed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.app.document.utf16_positions import (
    Fold,
    Utf16Positions,
    keep_folds,
    shown_text,
)
from editor.core.base.edits import Edit, Span
from editor.core.checks.table import Diagnostic
from editor.core.rendering.page import dialect_for
from editor.ui.widgets.form_parts import set_monospaced
from editor.ui.widgets.text_input import TextArea
from editor.ui.widgets.text_marks import TextMarks
from editor.ui.widgets.underlines import make_underlines
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.workspace.document_change import find_long_lines, needs_fold, read_change
from editor.ui.workspace.gradual_text import GradualText
from editor.ui.workspace.link_caret import LinkCaret
from editor.ui.workspace.source_highlighter import SourceHighlighter
from editor.ui.workspace.source_marks import SourceMargin
from editor.ui.writing.pasting import convert_copied, has_marks

_MAX_LINES = 20_000
"""The longest text that is highlighted."""
_MOST_MARKED = 3_000
"""How many diagnostics are marked: the list has them all, and each costs 20 µs."""
_SHOWN_AT_ONCE = 200_000
"""The longest text that is shown at once, in characters; Qt needs 20 ms for it."""
_CARET_DELAY = 120
"""Milliseconds the caret must rest before ``caret_moved``."""


class SourcePane(TextArea):
    """The whole text, Markdown as it is; calendar links collapse to the words of their title."""

    caret_moved = Signal(int)
    """The text position of the caret, a moment after it came to rest."""

    menu_opened = Signal(QMenu, int)
    """The menu at the caret, and the position of the text that it is about."""

    _pasted = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._pasted.connect(self._on_pasted)
        self._positions = Utf16Positions("")
        self._shown = ""
        """The text that the document shows."""
        self._following = False
        """Changes of the session are shown; to block signals instead would crash the layout."""
        self._wanted: Span | None = None
        """What is to be selected when all of a giant is shown."""
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
        self._highlighter = SourceHighlighter(self.document(), self.palette())
        self._caret_timer = QTimer(self, singleShot=True, interval=_CARET_DELAY)
        self._giant = GradualText(self.document())
        self._connect()
        self._link_caret = LinkCaret(self, self._is_edited)

    def _connect(self) -> None:
        self.updateRequest.connect(self.margin.follow_text)
        self._caret_timer.timeout.connect(lambda: self.caret_moved.emit(self.caret))
        self._giant.finished.connect(self._on_giant_shown)
        self.cursorPositionChanged.connect(self._caret_timer.start)
        self.document().contentsChange.connect(self._on_contents_change)
        self.session.changed.connect(self.follow)

    def _is_edited(self) -> bool:
        """Whether the user moves the caret, in a text that is highlighted."""
        return not self._following and self._highlighter.document() is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self._link_caret.select_link(event.key()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if is_mouse else self.textCursor()
        self.menu_opened.emit(menu, self._positions.to_text(cursor.position()))
        menu.popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        if source.hasHtml() and has_marks(source.html()):
            self._pasted.emit(source.html(), source.text())
        else:
            super().insertFromMimeData(source)

    def _on_pasted(self, html: str, words: str) -> None:
        """Write copied HTML as Markdown, where that keeps its words."""
        data = QMimeData()
        data.setText(convert_copied(html, dialect_for(self.session.profile)) or words)
        super().insertFromMimeData(data)

    def apply_style(self) -> None:
        """Take the colors of the palette again."""
        self._highlighter.apply_style(self.palette())
        if self._highlighter.document() is not None:
            self._highlighter.rehighlight()

    # --- from the session ------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Show a change that did not come from here.

        Args:
            change: A change of the session's text, already made there.
        """
        if change.origin is self:
            return
        if change.edits is None or not self._shown:
            self._show_text(self.session.text)
            return
        folds = keep_folds(self._positions.folds, change.edits)
        if len(folds) < len(self._positions.folds) or any(map(needs_fold, change.edits)):
            self._show_text(self.session.text)
            return
        self._following = True
        try:
            for edit in reversed(change.edits):
                self._show_edit(edit)
        finally:
            self._following = False
        self._remember(self.session.text, folds)

    def _show_text(self, text: str) -> None:
        """Show a text from nothing; a giant cannot be edited before all of it is shown."""
        self._giant.stop()
        self._wanted = None
        self._remember(text, self._fold_long_lines(text))
        shown = self._positions.fold_text(text, 0, len(text))
        is_giant = len(shown) > _SHOWN_AT_ONCE
        self.setReadOnly(is_giant)
        is_colored = text.count("\n") <= _MAX_LINES
        self._following = True
        try:
            self._color(is_colored=is_colored)
            if is_giant:
                self._shown = ""
                self._giant.start(shown)
            else:
                self.document().setPlainText(shown)
        finally:
            self._following = False

    def _color(self, *, is_colored: bool) -> None:
        if is_colored != (self._highlighter.document() is not None):
            self._highlighter.setDocument(self.document() if is_colored else None)

    def _on_giant_shown(self) -> None:
        self._shown = self.session.text
        self.setReadOnly(False)
        self.mark(self._marked)
        if self._wanted:
            self._select(self._wanted)

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
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_document(edit.start))
        cursor.setPosition(self._positions.to_document(edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown_text(edit.new))

    def _remember(self, text: str, folds: Sequence[Fold]) -> None:
        self._positions = Utf16Positions(text, folds)
        self._shown = text

    def chosen_text(self) -> str:
        """Return the selected part of the session's text, not what stands in for it here."""
        return self.selected_span.of(self._shown).replace("\r\n", "\n")

    # --- to the session --------------------------------------------------------------------------

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._following or self._giant.is_running or removed == added == 0:
            return
        changed = (position, removed, added)
        edit, is_outdated = read_change(self.document(), self._positions, self._shown, changed)
        if edit:
            self._commit(edit)
        if is_outdated:
            QTimer.singleShot(0, self._show_all)

    def _commit(self, edit: Edit) -> None:
        """Apply what was typed: words merge into one undo step, a space or a line end closes it."""
        edit = Edit(edit.start, edit.end, edit.new.replace("\n", self.session.form.newline))
        closes_step = edit.new.isspace() or "\n" in edit.new
        merge = "" if closes_step else "typing"
        self.session.apply([edit], self.tr("Typing"), merge=merge, origin=self)
        if closes_step:
            self.session.pause()
        self._remember(self.session.text, keep_folds(self._positions.folds, [edit]))

    def _show_all(self) -> None:
        """Show the session's text from nothing, the caret where it was."""
        caret = self.caret
        self.follow(Change(None, self._shown))
        self.go_to(min(caret, len(self.session.text)))

    # --- diagnostics -----------------------------------------------------------------------------

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Underline what checks have found, and mark the lines in the margin.

        Args:
            diagnostics: All diagnostics of the text that is shown.
        """
        self._marked = diagnostics
        marked = diagnostics[:_MOST_MARKED]
        placed = [(self.to_document(diagnostic.span), diagnostic) for diagnostic in marked]
        self.marks.show("checks", make_underlines(self.document(), placed))
        self.margin.show_diagnostics(placed)

    def to_document(self, span: Span) -> Span:
        """Map a part of the text to positions of the document."""
        return Span(self._positions.to_document(span.start), self._positions.to_document(span.end))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.margin.follow_size()

    # --- caret -----------------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """The caret as a position of the text."""
        return self._positions.to_text(self.textCursor().position())

    @property
    def selected_span(self) -> Span:
        """The part of the text that is selected; empty at the caret where nothing is."""
        cursor = self.textCursor()
        to_text = self._positions.to_text
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
        if self._giant.is_running:
            self._wanted = span
            return
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        places = self.to_document(span)
        cursor.setPosition(min(places.start, last))
        cursor.setPosition(min(places.end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()
