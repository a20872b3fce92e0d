"""The small panel at the caret where the address of a link is typed, or searched for."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
)

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.app.site.link_index import read_links
from editor.core.base.urls import complete_address, is_address_like
from editor.core.issue.known_links import KnownLink, event_links, find_source, search_links
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.text_input import TextLine
from editor.ui.writing.writing_pane import WritingPane

_SCHEMES = ("https://", "http://", "mailto:")
_ROWS = 6
"""How many proposals are seen at once."""


class LinkPanel(QFrame):
    """A line for the address or for words to search by, what is found, and buttons."""

    opened = Signal(QUrl)
    """An address that shall be opened."""

    def __init__(self, pane: WritingPane, session: Session) -> None:
        super().__init__(pane, Qt.WindowType.Popup)
        self._pane, self._session = pane, session
        self._view: QTextEdit | QPlainTextEdit = pane
        self._known: Sequence[KnownLink] = ()
        self._read_for: object = None
        """The site and file whose links are known."""
        self._task = BackgroundTask(self, "links of the site")
        self._task.done.connect(self._on_read)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.address = TextLine(placeholderText=self.tr("Address, or words to search by"))
        self.address.setAccessibleName(self.tr("Address of the link"))
        self.address.setMinimumWidth(360)
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Known links"))
        self.rows.setFixedHeight(_ROWS * (self.fontMetrics().height() + 12))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.about = hint()
        self.set_button = QPushButton(self.tr("Link"))
        self.open_button = QPushButton(self.tr("Open"))
        self.remove_button = QPushButton(self.tr("No link"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.address, 1)
        for button in (self.set_button, self.open_button, self.remove_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(row)
        column.addWidget(self.about)
        column.addWidget(self.rows)

    def _connect(self) -> None:
        self.address.returnPressed.connect(self._on_set)
        self.address.textEdited.connect(lambda _: self._search())
        self.rows.itemActivated.connect(self._on_chosen)
        self.rows.itemClicked.connect(self._on_chosen)
        self.set_button.clicked.connect(self._on_set)
        self.remove_button.clicked.connect(self._on_remove)
        self.open_button.clicked.connect(self._on_open)

    def open(self, view: QTextEdit | QPlainTextEdit) -> None:
        """Show the panel at the caret, with the address of the link there or of the clipboard.

        Args:
            view: The view that is visible, at whose caret it opens.
        """
        self._view = view
        address = self._pane.link_here()
        self.remove_button.setVisible(bool(address))
        self.open_button.setVisible(address.startswith(_SCHEMES))
        if not address:
            copied = QGuiApplication.clipboard().text().strip()
            address = copied if copied.startswith(_SCHEMES) and " " not in copied else ""
        self.address.setText(address)
        self.address.selectAll()
        self._read()
        self._search()
        self.adjustSize()
        below = view.cursorRect().bottomLeft()
        below.setY(below.y() + 6)
        self.move(view.viewport().mapToGlobal(below))
        self.show()
        self.address.setFocus()

    # --- known links -----------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the links of the site, once for each file."""
        session = self._session
        site, path, registry = session.site, session.place, session.registry
        if self._read_for == (site.root, path):
            return
        self._read_for, self._known = (site.root, path), ()

        def read(stop: threading.Event) -> list[KnownLink]:
            def pause() -> None:
                if stop.is_set():
                    raise TaskStopped

            return read_links(site, path, registry, pause)

        self._task.start(read)

    def _on_read(self, links: list[KnownLink]) -> None:
        self._known = links
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        """List the links that fit what is typed, and tell where the address stood before."""
        typed = self.address.text().strip()
        links = [*event_links(self._session.issue), *self._known]
        self.rows.clear()
        if not typed.startswith(_SCHEMES):
            for link in search_links(links, typed):
                text = f"{link.words} — {link.address}"
                item = QListWidgetItem(text)
                item.setToolTip(plain_tip(f"{text}\n{link.source}".strip()))
                item.setData(Qt.ItemDataRole.UserRole, link.address)
                self.rows.addItem(item)
        self.rows.setVisible(self.rows.count() > 0)
        source = find_source(self._known, typed) if typed else ""
        about = self.tr("This link stood in “{0}”.").format(source) if source else ""
        from editor.core.checks.accessibility import says_nothing  # with an open panel alone

        words = self._pane.textCursor().selectedText()
        if says_nothing(words):
            about = self.tr("“{0}” does not say where the link leads.").format(words[:60])
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.adjustSize()

    # --- what the user does ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Down and self.address.hasFocus() and self.rows.count():
            self.rows.setFocus()
            self.rows.setCurrentRow(0)
            return
        super().keyPressEvent(event)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.address.setText(item.data(Qt.ItemDataRole.UserRole))
        self._on_set()

    def _on_set(self) -> None:
        address = self.address.text().strip()
        if address and not is_address_like(address) and self.rows.count():
            address = self.rows.item(0).data(
                Qt.ItemDataRole.UserRole
            )  # words that were searched by
        elif address and not is_address_like(address):
            self.about.setText(self.tr("No link is known by these words; type an address."))
            self.about.show()
            self.adjustSize()
            return
        self._leave()
        if address:
            self._pane.set_link(complete_address(address))

    def _on_remove(self) -> None:
        self._leave()
        self._pane.set_link("")

    def _on_open(self) -> None:
        self._leave()
        self.opened.emit(QUrl(self.address.text().strip()))

    def _leave(self) -> None:
        self.close()
        self._view.setFocus()

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()
