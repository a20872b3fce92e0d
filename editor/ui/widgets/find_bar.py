"""The bar to find words with, above what is searched."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from editor.ui.widgets.announcing import announce
from editor.ui.widgets.buttons import icon_button
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextLine


class Searchable(Protocol):
    """What can be searched: the source, the preview."""

    def selected_words(self) -> str:
        """Return the selected words, in one line; "" for none."""

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> object:
        """Go to the next occurrence.

        Args:
            words: What to look for; "" takes the marks of the last search away.
            back: Whether to go to the previous occurrence instead.
            done: Told which occurrence of how many was reached; a count of -1 means some.
        """

    def setFocus(self) -> None:  # noqa: N802 - Qt's name
        """Take the keyboard again when the bar closes."""


class SearchBar(QWidget):
    """A line to type words in: Enter finds the next, Shift+Enter the previous, Escape closes."""

    def __init__(self, prompt: str) -> None:
        super().__init__()
        self.words = TextLine(placeholderText=prompt, clearButtonEnabled=True)
        self.words.setAccessibleName(prompt)
        self._result = PlainLabel()

    @property
    def answer(self) -> str:
        """What the last search came to, as it is shown; "" where there is nothing to say."""
        return self._result.text()

    def answer_with(self, words: str) -> None:
        """Show what a search came to, and let it be read out.

        Args:
            words: Such as "1 of 5".
        """
        self._result.setText(words)
        announce(self, words)

    def find_next(self) -> None:
        """Go to the next occurrence of the words."""
        raise NotImplementedError

    def find_previous(self) -> None:
        """Go to the previous occurrence of the words."""
        raise NotImplementedError

    def close_bar(self) -> None:
        """Hide the bar and take the marks of its search away."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif is_return and self.words.hasFocus():
            # returnPressed would come with Shift, too
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.find_previous() if is_back else self.find_next()
        else:
            super().keyPressEvent(event)


def make_close_button(bar: SearchBar) -> QToolButton:
    """Make the button that closes a bar, as Escape does.

    Args:
        bar: The bar.

    Returns:
        The button.
    """
    button = icon_button("x", QCoreApplication.translate("FindBar", "Close"))
    button.clicked.connect(bar.close_bar)
    return button


class FindBar(SearchBar):
    """Searches a target that does the work."""

    def __init__(self, target: Searchable, prompt: str) -> None:
        super().__init__(prompt)
        self._target = target
        self.words.textEdited.connect(self._on_typed)
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
        row.addWidget(self._result)
        row.addWidget(make_close_button(self))
        self.hide()

    def open(self) -> None:
        """Show the bar, with the selected words in it."""
        selection = self._target.selected_words()
        if selection:
            self.words.setText(selection)
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def _on_typed(self, words: str) -> None:
        """Go to the first match while the words are typed; the marks of the last search go."""
        self._target.find_text("")
        if words:
            self._target.find_text(words, done=self._show_result)
        else:
            self._result.clear()

    def find_next(self) -> None:
        """Go to the next occurrence of the words."""
        self._target.find_text(self.words.text(), done=self._show_result)

    def find_previous(self) -> None:
        """Go to the previous occurrence of the words."""
        self._target.find_text(self.words.text(), back=True, done=self._show_result)

    def _show_result(self, number: int, count: int) -> None:
        result = ""
        if self.words.text():
            if count > 0:
                result = self.tr("{0} of {1}").format(number, count)
            elif count == 0:
                result = self.tr("not found")
        self.answer_with(result)

    def close_bar(self) -> None:
        """Hide the bar and take the marks of its search away."""
        self.hide()
        self._target.find_text("")
        self._target.setFocus()
