"""What can be done about the problems at the caret, on top of the menu there."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.app.checks.check_runner import CheckRunner
from editor.core.base.edits import Edit
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.wording.shortening import shorten_words
from editor.ui.wording.translation import translated
from editor.ui.workspace.word_learning import WordLearning

_MOST_PROPOSED = 6
_LONGEST = 70


class MendingMenu(QObject):
    """Proposes words, mends, learns and ignores."""

    def __init__(
        self,
        runner: CheckRunner,
        words: WordLearning,
        apply_fix: Callable[[list[Edit], str], object],
    ) -> None:
        """Make no menu yet.

        Args:
            runner: Knows the problems of the session's text.
            words: Learns words.
            apply_fix: Makes the edits of a fix, for a kind of problem.
        """
        super().__init__(words)
        self._runner, self._words, self._apply_fix = runner, words, apply_fix

    def fill(self, menu: QMenu, position: int) -> None:
        """Put what can be done about the problems at a place before the rest of a menu.

        Args:
            menu: The menu at the caret.
            position: The position of the text.
        """
        if not self._runner.current:
            return
        first = menu.actions()[0] if menu.actions() else None
        for diagnostic in self._runner.diagnostics:
            if diagnostic.span.start <= position <= diagnostic.span.end:
                self._add(menu, first, diagnostic)

    def _add(self, menu: QMenu, before: QAction | None, diagnostic: Diagnostic) -> None:
        def add(text: str) -> QAction:
            action = QAction(text.replace("&", "&&"), menu)
            menu.insertAction(before, action)  # type: ignore[arg-type]
            return action

        add(shorten_words(translated(diagnostic.message), _LONGEST)).setEnabled(False)
        span = diagnostic.span
        for word in self._runner.proposals(diagnostic)[:_MOST_PROPOSED]:
            edit = Edit(span.start, span.end, word)
            add(word).triggered.connect(lambda _=False, edit=edit: self._mend([edit], diagnostic))
        if not diagnostic.proposals and diagnostic.fix:
            edits = self._runner.fix(diagnostic)
            if edits:
                add(self.tr("Fix")).triggered.connect(lambda: self._mend(edits, diagnostic))
        if diagnostic.code == "spelling":
            add(self.tr("Learn the word")).triggered.connect(
                lambda: self._words.learn(span.of(self._runner.session.text))
            )
        add(self.tr("Ignore here")).triggered.connect(lambda: self._runner.ignore(diagnostic))
        menu.insertSeparator(before)  # type: ignore[arg-type]

    def _mend(self, edits: list[Edit], diagnostic: Diagnostic) -> None:
        if self._runner.current:
            self._apply_fix(edits, diagnostic.code)
