"""Find in the source, in a line above it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from editor.ui.source_pane import SourcePane


class FindBar(QWidget):
    """Enter finds on, Shift+Enter back, Escape closes."""

    def __init__(self, pane: SourcePane) -> None:
        super().__init__()
        self._pane = pane
        self.words = QLineEdit(placeholderText=self.tr("Find in the Markdown"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Find in the Markdown"))
        self.words.returnPressed.connect(self.find_next)
        self._none = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.words, 1)
        for text, act in ((self.tr("Previous"), self.find_previous), (self.tr("Next"), self.find_next)):
            button = QPushButton(text)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addWidget(self._none)
        self.hide()

    def open(self) -> None:
        """Show the bar, with the selection as its words."""
        selection = self._pane.textCursor().selectedText()
        if selection and "\u2029" not in selection:
            self.words.setText(selection)
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def find_next(self) -> None:
        self._found(self._pane.find_text(self.words.text()))

    def find_previous(self) -> None:
        self._found(self._pane.find_text(self.words.text(), back=True))

    def _found(self, found: bool) -> None:
        self._none.setText("" if found else self.tr("not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._pane.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        else:
            super().keyPressEvent(event)
