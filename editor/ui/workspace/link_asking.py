"""Asking every link of the issue whether it answers, and saying what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.app.checks.check_runner import CheckRunner

_TOO_MANY_DEAD = 4
"""If more links than that do not answer, and none does, it is not they who are gone."""


class LinkAsking(QObject):
    """Tells of its progress and its end in the message bar."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(
        self, runner: CheckRunner, show_problems: Callable[[], object], parent: QObject
    ) -> None:
        """Make it; ``ask`` asks.

        Args:
            runner: Asks the links of the session's text.
            show_problems: Opens the list of problems.
            parent: The QObject it lives with.
        """
        super().__init__(parent)
        self._runner, self._show_problems = runner, show_problems
        runner.links_progressed.connect(self._on_asked)
        runner.links_finished.connect(self._on_finished)

    def ask(self, *, private: bool) -> None:
        """Ask every link.

        Args:
            private: Whether links in the user's own network are asked too.
        """
        self._tell(self.tr("Checking the links…"))
        self._runner.check_links(private=private)

    def _on_asked(self, done: int, total: int) -> None:
        self._tell(self.tr("Checking the links: {0} of {1}…").format(done, total))

    def _tell(self, progress: str) -> None:
        self.message_posted.emit(progress, [(self.tr("Stop"), self._runner.stop_links)], False)

    def _on_finished(self, asked: int, dead: int) -> None:
        if not asked:
            message = self.tr(
                "There is no link that can be asked; "
                "those on this machine or in its own network are not."
            )
            self.message_posted.emit(message, [], False)
        elif dead == asked and dead > _TOO_MANY_DEAD:
            message = self.tr(
                "None of the {0} links answers. Is there a connection to the network?"
            )
            self.message_posted.emit(message.format(asked), [], True)
        elif dead:
            message = self.tr("%n link(s) of {0} do not answer.", "", dead).format(asked)
            actions = [(self.tr("Show the problems"), self._show_problems)]
            self.message_posted.emit(message, actions, True)
        else:
            message = self.tr("All {0} links answer.").format(asked)
            self.message_posted.emit(message, [], False)
