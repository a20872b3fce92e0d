"""Adding many events, and renewing calendar links: from the menu or a drop to the dialog and back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.events.model import Event

if TYPE_CHECKING:
    from editor.ui.dialogs.import_dialog import ImportDialog
    from editor.ui.dialogs.refresh_dialog import RefreshDialog


class EventImport(QObject):
    """``say`` takes a sentence; ``chosen`` tells which entries are selected, if somebody is looking at a list."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QWidget,
        say: Callable[[str], object],
        chosen: Callable[[], list[Event]],
    ) -> None:
        super().__init__(parent)
        self.session, self.settings = session, settings
        self._window, self._say, self._chosen = parent, say, chosen
        self.dialog: ImportDialog | RefreshDialog | None = None

    def import_events(self) -> None:
        """The review list, empty."""
        self._open()

    def paste_events(self) -> None:
        """The review list with what is in the clipboard."""
        self._open().take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """The review list with what was dropped."""
        self._open().take(data)

    def read_files(self, paths: list[Path]) -> None:
        self._open().read_files(paths)

    def _open(self) -> "ImportDialog":
        from editor.ui.dialogs.import_dialog import ImportDialog

        dialog = self.dialog = ImportDialog(
            self.session, self._window, private=self.settings.now.private_addresses
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def renew_links(self) -> None:
        """All calendar links of the issue."""
        self._renew(list(self.session.issue.entries))

    def renew_chosen(self) -> None:
        """The calendar links of the selected entries."""
        self._renew(self._chosen())

    def _renew(self, entries: list[Event]) -> None:
        from editor.core.events.link_refresh import find_refreshes
        from editor.ui.dialogs.refresh_dialog import RefreshDialog

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = find_refreshes(self.session.context(), entries)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if not found:
            self._say(self.tr("All calendar links are as they should be."))
            return
        dialog = self.dialog = RefreshDialog(self.session, found, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
