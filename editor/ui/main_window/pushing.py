"""Pushing the branch of a publication with the user's git; only ever on a click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from editor.app.services.background import BackgroundTask
from editor.core.base.messages import Message
from editor.ui.main_window.window_callbacks import WindowCallbacks
from editor.ui.widgets.message_bar import Action
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.app.site.publish_plan import Publication


class Pushing(QObject):
    """Says what comes of it, and offers the page of the pull request."""

    def __init__(self, callbacks: WindowCallbacks, parent: QObject) -> None:
        """Push nothing yet.

        Args:
            callbacks: Say what happens.
            parent: Owns it.
        """
        super().__init__(parent)
        self._callbacks = callbacks
        self._task = BackgroundTask(self, "push")
        self._task.done.connect(self._on_pushed)
        self._task.failed.connect(self._on_failed)
        self._publication: Publication | None = None

    def push(self, publication: "Publication") -> None:
        """Push the branch of a publication.

        Args:
            publication: It has a branch and a remote.
        """
        from editor.app.site.git import push

        self._publication = publication
        root, branch, remote = publication.root, publication.branch, publication.remote
        text = self.tr("Pushing “{0}” to “{1}”…").format(branch, remote)
        self._callbacks.say(text, [(self.tr("Stop"), self._task.cancel)], False)
        self._task.start(lambda stop: push(root, branch, remote, stop))

    def _on_pushed(self, address: str) -> None:
        branch = self._publication.branch if self._publication else ""
        text = self.tr("“{0}” is pushed.").format(branch)
        self._callbacks.say(text, [self.open_page(address)] if address else [], False)

    def open_page(self, address: str) -> Action:
        """Return the answer to a message that opens the page of a pull request."""
        return self.tr("Open the pull request"), lambda: QDesktopServices.openUrl(QUrl(address))

    def _on_failed(self, message: Message) -> None:
        again = []
        if publication := self._publication:
            again = [(self.tr("Push again"), lambda: self.push(publication))]
        self._callbacks.say(translated(message), again, True)

    def close(self) -> None:
        """Take no more work."""
        self._task.close()
