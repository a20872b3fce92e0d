"""What reviewers say of the open issue at its code host."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.base.edits import line_starts
from editor.core.hosting.line_places import find_line
from editor.ui.main_window.window_callbacks import WindowCallbacks


class Reviews(QObject):
    """Opens the dialog for the pull request of the open issue."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        callbacks: WindowCallbacks,
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            session: The document.
            settings: Where the accounts are.
            callbacks: Say why there is nothing to show, and show a place of the text.
            window: The parent of the dialog.
        """
        super().__init__(window)
        self._session, self._settings = session, settings
        self._callbacks, self._window = callbacks, window
        self.dialog: QDialog | None = None

    def show(self) -> None:
        """Open the dialog, or say why there is none."""
        from editor.app.hosting.accounts import Accounts
        from editor.app.hosting.memory import HostMemory
        from editor.ui.dialogs.review_dialog import ReviewDialog

        page = self._session.place
        try:
            known = HostMemory().pull_request(page) if page else None
        except OSError as error:
            self._callbacks.say(str(error), [], True)
            return
        if page is None or known is None:
            text = self.tr(
                "This issue was not submitted to a code host from here. “Publish” does that."
            )
            self._callbacks.say(text, [], False)
            return
        account = Accounts(self._settings).find(known.host)
        if account is None:
            text = self.tr("You are not signed in to {0}: “Publish on the website” does that.")
            self._callbacks.say(text.format(known.host), [], True)
            return
        if self.dialog:
            self.dialog.close()
        dialog = self.dialog = ReviewDialog(
            account, known, page, partial(self._go_to, page), self._window
        )
        dialog.finished.connect(self._on_finished)
        dialog.show()

    def _on_finished(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
        self.dialog = None

    def _go_to(self, page: Path, before: str, line: int) -> None:
        """Show a line of an earlier text of a page, which is opened if another is open by now."""
        session = self._session
        if session.place != page and not self._callbacks.begin(lambda: session.open(page)):
            return
        text = self._session.text
        self._callbacks.show_position(line_starts(text)[find_line(before, text, line) - 1])
