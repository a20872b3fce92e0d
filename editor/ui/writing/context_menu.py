"""The menu at the caret."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from editor.ui.writing.pasting import paste_words

if TYPE_CHECKING:
    from editor.ui.writing.writing_pane import WritingPane


_Row = tuple[str, Callable[[], object], bool]
"""A label, what it does, and whether it can be done."""
_OPENED = ("http", "https", "mailto")


class ContextMenu(QMenu):
    """What can be done at the caret. It deletes itself once it is closed."""

    def __init__(self, pane: "WritingPane") -> None:
        super().__init__(pane)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_selected, can_paste = pane.textCursor().hasSelection(), pane.canPaste()
        rows = (
            *self._link_rows(pane),
            (self.tr("Cu&t"), pane.cut_selected, is_selected),
            (self.tr("&Copy"), pane.copy, is_selected),
            (self.tr("&Paste"), pane.paste, can_paste),
            (self.tr("Paste without &formatting"), lambda: _paste_bare(pane), can_paste),
            (self.tr("Select &all"), pane.selectAll, True),
        )
        for text, act, is_enabled in rows:
            action = self.addAction(text)
            action.triggered.connect(lambda _=False, act=act: act())
            action.setEnabled(is_enabled)
        if pane.table_here():
            self.addSeparator()
            pane.tables.fill_menu(self.addMenu(self.tr("Ta&ble")))

    def _link_rows(self, pane: "WritingPane") -> tuple[_Row, ...]:
        """What can be done with a link; the data of a calendar link is nothing to copy."""
        address = pane.link_here()
        url = QUrl(address)
        if not address or url.scheme() == "data":
            return ()
        clipboard = QGuiApplication.clipboard()
        return (
            (
                self.tr("&Open the link in the browser"),
                lambda: QDesktopServices.openUrl(url),
                url.scheme() in _OPENED,
            ),
            (self.tr("Copy the a&ddress"), lambda: clipboard.setText(address), True),
            (self.tr("Change the &link…"), pane.link_wanted.emit, True),
        )


def _paste_bare(pane: "WritingPane") -> None:
    paste_words(pane, QGuiApplication.clipboard().text())
