"""What title, app bar and status line say of the document, its panes and its problems."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.core.base.severity import Severity
from editor.ui.main_window.app_bar import AppBar
from editor.ui.main_window.document_files import DocumentFiles
from editor.ui.main_window.status_line import StatusLine

if TYPE_CHECKING:
    from editor.ui.workspace.workspace import Workspace

_IDLE = 300
"""Milliseconds of quiet before title and words are read from the text."""


class WindowState(QObject):
    """Follows session and workspace."""

    def __init__(
        self,
        session: Session,
        files: DocumentFiles,
        app_bar: AppBar,
        status: StatusLine,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._files, self._window = session, files, window
        self._app_bar, self._status = app_bar, status
        self._workspace: Workspace | None = None
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._show_document)
        self._show_title()
        session.changed.connect(self._on_changed)
        session.saved_changed.connect(lambda _: self._show_saved())
        session.path_changed.connect(lambda _: self._show_document())

    def follow(self, workspace: "Workspace") -> None:
        """Show what the workspace knows, too.

        Args:
            workspace: The panes.
        """
        self._workspace = workspace
        workspace.engine_changed.connect(self._show_engine)
        workspace.text.named.connect(self._show_place)
        workspace.panes.folded.connect(self._show_panes)
        workspace.diagnostics.opened.connect(self._app_bar.show_problems_open)
        self._app_bar.show_problems_open(workspace.diagnostics.is_open)
        workspace.check_runner.finished.connect(self._show_problems)
        workspace.middle.unwritten_changed.connect(self._show_unwritten)
        workspace.middle.currentChanged.connect(lambda _: self._status.show_place(""))

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:
            self._status.show_place("")
            self._show_engine()
            self._app_bar.show_problems(None)
            self._show_title()
        self._idle.start()
        self._show_saved()

    def _show_document(self) -> None:
        """Show what has to be read from the text: not at each key."""
        self._status.show_words()
        self._show_engine()
        self._show_title()
        self._show_saved()

    def _show_title(self) -> None:
        if not self._session.is_open:
            self._window.setWindowTitle("Rundbrief[*]")
            return
        title = self._session.issue.front.text("title") or self._files.name
        shown = title.replace("[*]", "[*][*]")  # Qt's place of the star
        self._window.setWindowTitle(f"{shown}[*] — Rundbrief")
        self._app_bar.show_title(title)

    def _show_saved(self) -> None:
        if self._session.is_open:
            self._window.setWindowModified(not self._session.saved)
            self._status.show_state()
            self._app_bar.show_saved(self._session.saved)

    def _show_panes(self) -> None:
        assert self._workspace
        panes = self._workspace.panes
        outline, preview = panes.outline.isHidden(), panes.preview.isHidden()
        self._app_bar.show_panes(outline=not outline, preview=not preview)

    def _show_place(self, name: str) -> None:
        """What the caret is in, while its page is shown."""
        assert self._workspace
        is_shown = self._workspace.middle.currentWidget() is self._workspace.text
        self._status.show_place(name if is_shown else "")

    def _show_problems(self) -> None:
        assert self._workspace
        counts = Counter(each.severity for each in self._workspace.check_runner.diagnostics)
        self._app_bar.show_problems(
            counts[Severity.ERROR], counts[Severity.WARNING], is_quiet=self._is_only_read
        )

    @property
    def _is_only_read(self) -> bool:
        """Whether the page came out before today, and nothing in it was changed."""
        from editor.core.issue.issue import is_draft  # with a document

        session = self._session
        if not session.saved or session.path is None:
            return False
        day = session.issue.day
        return day is not None and day < date.today() and not is_draft(session.issue)

    def _show_unwritten(self) -> None:
        assert self._workspace
        self._app_bar.show_unwritten(self._workspace.middle.unwritten is not None)

    def _show_engine(self) -> None:
        if self._workspace:
            self._status.show_engine(self._workspace.pane)

    def close_down(self) -> None:
        """Count no more words."""
        self._idle.stop()
