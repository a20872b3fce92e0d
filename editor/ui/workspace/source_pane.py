"""The Markdown source, to write in. What is typed becomes edits of the session's text.

A trap met here: ``contentsChange`` reports more than changed.
"""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.rendering.dialects import dialect_for
from editor.ui.workspace.document_change import read_change
from editor.ui.workspace.link_caret import LinkCaret
from editor.ui.workspace.source_view import SourceView
from editor.ui.writing.pasting import convert_copied, has_marks


class SourcePane(SourceView):
    """The whole text, Markdown as it is; calendar links collapse to the words of their title."""

    menu_opened = Signal(QMenu, int)
    """The menu at the caret, and the position of the text that it is about."""

    _pasted = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._pasted.connect(self._on_pasted)
        self.document().contentsChange.connect(self._on_contents_change)
        self._link_caret = LinkCaret(self, self._is_edited)

    def _is_edited(self) -> bool:
        """Whether the user moves the caret, in a text that is highlighted."""
        return not self.is_following and self.highlighter.document() is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self._link_caret.select_link(event.key()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if is_mouse else self.textCursor()
        self.menu_opened.emit(menu, self.positions.to_text(cursor.position()))
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

    # --- to the session --------------------------------------------------------------------------

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self.is_following or self.giant.is_running or removed == added == 0:
            return
        if self.is_behind:  # what was written stands in a text that is no more
            QTimer.singleShot(0, self._show_again)
            return
        changed = (position, removed, added)
        edit, is_outdated = read_change(self.document(), self.positions, self.shown, changed)
        if edit:
            self._commit(edit)
        if is_outdated:
            QTimer.singleShot(0, self._show_again)

    def _commit(self, edit: Edit) -> None:
        """Apply what was typed: words merge into one undo step, a space or a line end closes it."""
        edit = Edit(edit.start, edit.end, edit.new.replace("\n", self.session.form.newline))
        closes_step = edit.new.isspace() or "\n" in edit.new
        merge = "" if closes_step else "typing"
        self.session.apply([edit], self.tr("Typing"), merge=merge, origin=self)
        if closes_step:
            self.session.pause()

    def _show_again(self) -> None:
        """Show the session's text from nothing, the caret where it was."""
        caret = self.caret
        self.show_all()
        self.go_to(min(caret, len(self.session.text)))
