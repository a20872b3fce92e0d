"""The question of a line whose date nobody understands: when is it?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.core.calendar.date_formats import write_time_span
from editor.core.calendar.dates import TimeSpan
from editor.ui.widgets.form_parts import hint
from editor.ui.wording.translation import current_language

_MOST = 3


class UnreadDate(QWidget):
    """The words of a line that are not understood, and what they may mean as buttons."""

    chosen = Signal(object)
    """The ``TimeSpan`` that was chosen; None for what the fields show."""

    def __init__(self) -> None:
        super().__init__()
        self.question = hint()
        self.question.setObjectName("problem")
        self.answers = [QPushButton() for _ in range(_MOST)]
        self.as_shown = QPushButton(self.tr("Use the date in the fields above"))
        self._guesses: Sequence[TimeSpan] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        for number, button in enumerate(self.answers):
            button.clicked.connect(lambda _=False, number=number: self._on_answer(number))
            column.addWidget(button)
        self.as_shown.clicked.connect(lambda _: self.chosen.emit(None))
        column.addWidget(self.as_shown)

    def ask(self, words: str, guesses: Sequence[TimeSpan]) -> None:
        """Ask when it is.

        Args:
            words: Those that should say it; "" for a line that names no date.
            guesses: What they may mean.
        """
        if words:
            text = self.tr("“{0}” is no date that is understood. When is it?").format(words)
        else:
            text = self.tr("This line names no date. When is it?")
        self.question.setText(text)
        self._guesses = guesses[:_MOST]
        for button, guess in zip(self.answers, [*self._guesses, None, None, None], strict=False):
            button.setVisible(guess is not None)
            button.setText(write_time_span(guess, current_language()) if guess else "")

    def _on_answer(self, number: int) -> None:
        self.chosen.emit(self._guesses[number])
