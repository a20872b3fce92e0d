"""Find words, in a line above what is searched."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class Searchable(Protocol):
    """What can be searched: the source, the page."""

    def selected_words(self) -> str:
        """The words that are selected, in one line; "" for none."""

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> object:
        """Go to the next occurrence and tell ``done`` which of how many it is (-1: some)."""

    def setFocus(self) -> None:  # noqa: N802 - Qt's name
        """Where the keys go when the bar closes."""


class FindBar(QWidget):
    """Enter finds on, Shift+Enter back, Escape closes."""

    def __init__(self, target: Searchable, prompt: str) -> None:
        super().__init__()
        self._target = target
        self.words = QLineEdit(placeholderText=prompt, clearButtonEnabled=True)
        self.words.setAccessibleName(prompt)
        self.words.returnPressed.connect(self.find_next)
        self.words.textEdited.connect(self._on_typed)
        self._none = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.words, 1)
        for text, act in (
            (self.tr("Previous"), self.find_previous),
            (self.tr("Next"), self.find_next),
        ):
            button = QPushButton(text)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addWidget(self._none)
        self.hide()

    @property
    def answer(self) -> str:
        """What became of the last search; "" where it found something."""
        return self._none.text()

    def open(self) -> None:
        """Show the bar, with the selection as its words."""
        selection = self._target.selected_words()
        if selection:
            self.words.setText(selection)
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def _on_typed(self, words: str) -> None:
        """The first match while the words are typed; old marks go."""
        self._target.find_text("")
        if words:
            self._target.find_text(words, done=self._found)
        else:
            self._none.clear()

    def find_next(self) -> None:
        self._target.find_text(self.words.text(), done=self._found)

    def find_previous(self) -> None:
        self._target.find_text(self.words.text(), back=True, done=self._found)

    def _found(self, number: int, count: int) -> None:
        if count > 0:
            told = self.tr("{0} of {1}").format(number, count)
        elif count:
            told = ""
        else:
            told = self.tr("not found")
        self._none.setText(told if self.words.text() else "")

    def close_bar(self) -> None:
        """Hide it and leave no marks."""
        self.hide()
        self._target.find_text("")
        self._target.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.find_previous()
        else:
            super().keyPressEvent(event)
