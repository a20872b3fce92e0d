"""Asking the sources of the inbox what is new: on a click, with progress, and it can be stopped."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.app.inbox.inbox import Inbox
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.core.base.messages import Message
from editor.core.inbox.networks import NetworkAccount
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.app.inbox.sources import Answer
    from editor.ui.inbox.sources_dialog import SourcesDialog

_REVOKING_SECONDS = 3.0


class SourceAsking(QObject):
    """Tells of its progress and its end in the message bar."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""
    _asked = Signal(int, int)

    def __init__(self, inbox: Inbox, settings: Settings, page: QWidget) -> None:
        """Ask nothing yet.

        Args:
            inbox: Where what is new goes.
            settings: Whether hosts of the user's own network may be asked.
            page: The parent of the dialog.
        """
        super().__init__(page)
        self._inbox, self._settings, self._page = inbox, settings, page
        self.dialog: SourcesDialog | None = None
        self._revoking: list[BackgroundTask] = []
        self._task = BackgroundTask(self, "sources of the inbox")
        self._task.done.connect(self._on_answered)
        self._task.failed.connect(self._on_failed)
        self._asked.connect(self._on_asked)

    def choose(self) -> None:
        """Let the user write down the sources."""
        from editor.ui.inbox.sources_dialog import SourcesDialog

        dialog = self.dialog = SourcesDialog(self._inbox.sources, self._settings, self._page)
        dialog.accounts.signed_out.connect(self._sign_out)
        dialog.accepted.connect(lambda: self._keep(dialog.addresses))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, addresses: list[str]) -> None:
        self._inbox.sources = addresses
        if addresses:
            self.ask()

    def _sign_out(self, account: NetworkAccount) -> None:
        """Forget and revoke, whatever becomes of the dialog."""
        from editor.app.networks.accounts import revoke, sign_out

        def work(_: threading.Event) -> None:
            signed_in = sign_out(account)
            if signed_in:
                revoke(signed_in, threading.Event())

        task = BackgroundTask(self, "sign out")
        task.failed.connect(self._on_not_revoked)
        self._revoking.append(task)
        task.start(work)

    def _on_not_revoked(self, message: Message) -> None:
        text = self.tr("The account is forgotten here, but its server has not revoked it:")
        self.message_posted.emit(f"{text} {translated(message)}", [], True)

    def ask(self) -> None:
        """Ask all sources; where there are none, ask for them."""
        addresses, private = self._inbox.sources, self._settings.now.private_addresses
        if not addresses:
            self.choose()
            return
        count, newsletter = len(addresses), self._inbox.newsletter
        posts = self._inbox.known_posts

        def work(stop: threading.Event) -> "tuple[Path | None, list[Answer]]":
            from editor.app.inbox.sources import ask_sources

            return newsletter, ask_sources(
                addresses,
                stop,
                lambda number: self._asked.emit(number, count),
                private=private,
                known=lambda source: posts.read(newsletter, source),
            )

        self._task.start(work)

    def _on_asked(self, number: int, count: int) -> None:
        text = self.tr("Asking the sources: {0} of {1}…").format(number + 1, count)
        self.message_posted.emit(text, [(self.tr("Stop"), self._task.stop)], False)

    def _on_answered(self, answered: "tuple[Path | None, list[Answer]]") -> None:
        newsletter, answers = answered
        if newsletter and newsletter != self._inbox.newsletter:  # another document is open by now
            text = self.tr("Another newsletter is open by now; ask its sources again there.")
            self.message_posted.emit(text, [], False)
            return
        new = self._inbox.take(answers)
        if new < 0:
            return
        text = self.tr("%n new address(es) from the sources.", "", new)
        problems = [translated(answer.problem) for answer in answers if answer.problem]
        notes = [translated(note) for answer in answers for note in answer.notes]
        if self._inbox.is_full:
            problems.insert(0, self.tr("The inbox is full: remove what you do not need any more."))
        text = " ".join((text, *problems[:3], *notes[:3]))
        self.message_posted.emit(text, [], bool(problems))

    def _on_failed(self, message: Message) -> None:
        self.message_posted.emit(translated(message), [], True)

    def close_down(self) -> None:
        """Take no more work; what is being revoked has some seconds."""
        self._task.close()
        for task in self._revoking:
            task.close(seconds=_REVOKING_SECONDS if task.busy else 0.0)
