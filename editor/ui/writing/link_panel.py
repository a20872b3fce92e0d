"""The small panel at the caret where the address of a link is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from editor.ui.widgets.text_input import TextLine
from editor.ui.writing.writing_pane import WritingPane

_SCHEMES = ("https://", "http://", "mailto:")


class LinkPanel(QFrame):
    """A line for the address, with buttons to set the link and to take it away."""

    def __init__(self, pane: WritingPane) -> None:
        super().__init__(pane, Qt.WindowType.Popup)
        self._pane = pane
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.address = TextLine(placeholderText="https://")
        self.address.setAccessibleName(self.tr("Address of the link"))
        self.address.setMinimumWidth(320)
        self.address.returnPressed.connect(self._on_set)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.addWidget(self.address)
        self.set_button = QPushButton(self.tr("Link"))
        self.set_button.clicked.connect(self._on_set)
        self.remove_button = QPushButton(self.tr("No link"))
        self.remove_button.clicked.connect(self._on_remove)
        for button in (self.set_button, self.remove_button):
            row.addWidget(button)

    def open(self) -> None:
        """Show the panel at the caret, with the address of the link there or of the clipboard."""
        address = self._pane.link_here()
        self.remove_button.setVisible(bool(address))
        if not address:
            copied = QGuiApplication.clipboard().text().strip()
            address = copied if copied.startswith(_SCHEMES) and " " not in copied else ""
        self.address.setText(address)
        self.address.selectAll()
        self.adjustSize()
        below = self._pane.cursorRect().bottomLeft()
        below.setY(below.y() + 6)
        self.move(self._pane.viewport().mapToGlobal(below))
        self.show()
        self.address.setFocus()

    def _on_set(self) -> None:
        address = self.address.text().strip()
        self.close()
        self._pane.setFocus()
        if address:
            self._pane.set_link(address)

    def _on_remove(self) -> None:
        self.close()
        self._pane.setFocus()
        self._pane.set_link("")
