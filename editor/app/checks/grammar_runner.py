"""Asks a LanguageTool server after the checks, and adds what it says: nothing waits for it."""

from PySide6.QtCore import QObject

from editor.app.checks.check_runner import CheckRunner
from editor.app.checks.language_tool import ask_language_tool
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.core.checks.diagnostic import CheckContext, GrammarHint
from editor.core.checks.spelling import page_language


class GrammarRunner(QObject):
    """One question for each text that was checked."""

    def __init__(self, runner: CheckRunner, settings: Settings) -> None:
        """Ask whenever checks have run, if a server is set.

        Args:
            runner: Runs the checks.
            settings: Say which server is asked.
        """
        super().__init__(runner)
        self._runner, self._settings = runner, settings
        self._asked = ""
        self._hints: tuple[GrammarHint, ...] = ()
        self._task = BackgroundTask(self, "grammar")
        self._task.done.connect(self._on_answered)
        runner.finished.connect(self._on_checked)

    def _on_checked(self) -> None:
        server, issue = self._settings.now.language_tool, self._runner.session.issue
        if server and issue.text != self._asked:
            self._asked, self._hints = issue.text, ()
            self._task.start(lambda _: ask_language_tool(server, issue, page_language(issue)))
        elif server and self._hints:
            self._add()

    def _on_answered(self, hints: tuple[GrammarHint, ...]) -> None:
        self._hints = hints
        if hints and self._runner.current and self._runner.session.text == self._asked:
            self._add()

    def _add(self) -> None:
        from editor.core.checks.table import find_check, run_checks  # loaded by the checks before

        row = find_check("language-tool")
        known = {each.code for each in self._runner.diagnostics}
        if row and "language-tool" not in known:
            context = CheckContext(grammar=self._hints)
            self._runner.add(run_checks(self._runner.session.issue, context, rows=[row]))
