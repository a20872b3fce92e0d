"""Words that the user calls right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.app.checks.check_runner import CheckRunner
from editor.core.base.errors import UserFacingError
from editor.ui.wording.translation import translated


class WordLearning(QObject):
    """Changes the user's word list, and says so."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, runner: CheckRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner

    def learn(self, word: str) -> None:
        """Take a word as right from now on.

        Args:
            word: The word.
        """
        self._change(
            self._runner.learn,
            word,
            self.tr("“{0}” is known from now on."),
            [(self.tr("Undo"), lambda: self._unlearn(word))],
        )

    def _unlearn(self, word: str) -> None:
        self._change(self._runner.unlearn, word, self.tr("“{0}” is unknown again."), [])

    def _change(
        self, change: Callable[[str], None], word: str, message: str, actions: list[object]
    ) -> None:
        try:
            change(word)
        except UserFacingError as refusal:
            self.message_posted.emit(translated(refusal), [], True)
        else:
            self.message_posted.emit(message.format(word), actions, False)
