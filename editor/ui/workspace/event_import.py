"""Adding many events, and renewing calendar links: from the menu or a drop to the dialog."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.app.document.session import Session
from editor.app.document.undo_commands import undo_if_last
from editor.app.services.settings import Settings
from editor.app.services.source_addresses import find_addresses
from editor.core.events.model import Event
from editor.ui.widgets.message_bar import Action

if TYPE_CHECKING:
    from editor.app.services.import_runner import SourceCache
    from editor.ui.dialogs.import_dialog import ImportDialog
    from editor.ui.dialogs.refresh_dialog import RefreshDialog


_MOST_REFUSED = 2000


class EventImport(QObject):
    """Opens the dialogs that add events or renew calendar links."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QWidget,
        show_message: Callable[[str, Sequence[Action]], object],
        selected_entries: Callable[[], list[Event]],
    ) -> None:
        """Prepare the dialogs; none opens yet.

        Args:
            session: The open document, which the dialogs edit.
            settings: Whether addresses of the user's own network may be fetched.
            parent: The window of the dialogs.
            show_message: Shows a message to the user, with the actions that answer it.
            selected_entries: Gives the entries selected in the visible table; [] without one.
        """
        super().__init__(parent)
        self.session, self.settings, self._parent = session, settings, parent
        self._show_message, self._selected_entries = show_message, selected_entries
        self._cache: SourceCache | None = None
        self.dialog: ImportDialog | RefreshDialog | None = None

    def import_events(self) -> None:
        """Open the import dialog, empty."""
        self._open_import()

    def paste_events(self) -> None:
        """Open the import dialog with what is in the clipboard."""
        self._open_import().take(QGuiApplication.clipboard().mimeData())

    def ask_sources(self) -> None:
        """Open the import dialog with what is new at the sources of the profile."""
        sources = self.session.profile.events.sources
        addresses = find_addresses(sources, self.session.site_root)
        if not sources:
            words = self.tr("No source is named for this kind of page (“sources” in its profile).")
            self._show_message(words, [])
            return
        if not addresses:
            message = self.tr("No page of the site names a calendar to ask ({0}).")
            self._show_message(message.format(", ".join(sources)), [])
            return
        from editor.app.services.import_runner import SourceCache
        from editor.ui.dialogs.news_dialog import NewsDialog

        self._cache = self._cache or SourceCache()
        dialog = NewsDialog(self.session, self._parent, private=self.settings.now.private_addresses)
        self._open(dialog)
        dialog.refused.connect(self._remember_refused)
        dialog.ask(addresses, self.settings.now.refused_events, self._cache)

    def _remember_refused(self, keys: list[str]) -> None:
        known = dict.fromkeys((*self.settings.now.refused_events, *keys))
        self.settings.keep(refused_events=tuple(known)[-_MOST_REFUSED:])

    def take(self, data: QMimeData) -> None:
        """Open the import dialog with what was dropped.

        Args:
            data: Dropped text, addresses or files.
        """
        self._open_import().take(data)

    def take_text(self, text: str) -> None:
        """Open the import dialog with entries of another window.

        Args:
            text: Their lines.
        """
        data = QMimeData()
        data.setText(text)
        self.take(data)

    def read_files(self, paths: list[Path]) -> None:
        """Open the import dialog with the events of files.

        Args:
            paths: Files of any format that the dialog reads.
        """
        self._open_import().read_files(paths)

    def _open_import(self) -> "ImportDialog":
        from editor.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(
            self.session, self._parent, private=self.settings.now.private_addresses
        )
        self._open(dialog)
        return dialog

    def _open(self, dialog: "ImportDialog") -> None:
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._tell_done(dialog.done_text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_done(self, words: str) -> None:
        """Say what was done, and offer to undo it as long as nothing else has changed."""
        self._show_message(words, [(self.tr("Undo"), undo_if_last(self.session.stack))])

    def renew_links(self) -> None:
        """Renew all calendar links of the issue, after a review."""
        self._open_refresh(list(self.session.issue.entries))

    def renew_chosen(self) -> None:
        """Renew the calendar links of the selected entries, after a review."""
        self._open_refresh(self._selected_entries())

    def _open_refresh(self, entries: list[Event]) -> None:
        from editor.core.events.link_refresh import find_refreshes
        from editor.ui.dialogs.refresh_dialog import RefreshDialog

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            refreshes = find_refreshes(self.session.edit_context(), entries)
        finally:
            QGuiApplication.restoreOverrideCursor()
        if not refreshes:
            self._show_message(self.tr("All calendar links are as they should be."), [])
            return
        dialog = self.dialog = RefreshDialog(self.session, refreshes, self._parent)
        dialog.accepted.connect(lambda: self._tell_done(dialog.done_text))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
