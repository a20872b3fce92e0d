"""The main window: menus, messages, start page and workspace around one session."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget

from editor.app.document.edited_text import Change
from editor.app.document.renderer import Renderer
from editor.app.document.session import Session
from editor.app.drafts.draft_keeper import DraftKeeper
from editor.app.services.settings import Settings
from editor.app.services.suggestion_loader import SuggestionLoader
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.places.gazetteer import Gazetteer
from editor.resources import resource
from editor.ui.main_window.actions import build_menus
from editor.ui.main_window.document_files import DocumentFiles
from editor.ui.main_window.file_drops import FileDrops
from editor.ui.main_window.help import Help
from editor.ui.main_window.preview_links import PreviewLinks
from editor.ui.main_window.publishing import Publishing
from editor.ui.main_window.recent_files import RecentFilesMenu
from editor.ui.main_window.site_kinds import SiteKinds
from editor.ui.main_window.start_page import StartPage
from editor.ui.main_window.status_line import StatusLine
from editor.ui.main_window.undo_actions import make_undo_actions
from editor.ui.main_window.unsaved_work import UnsavedWork
from editor.ui.main_window.window_callbacks import WindowCallbacks
from editor.ui.widgets.form_parts import finish_typing, stacked
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.mnemonics import menu_mnemonics, resolve_mnemonics

if TYPE_CHECKING:
    from editor.ui.workspace.workspace import Workspace

_RECENT_SHOWN = 6
_IDLE = 300
"""Milliseconds of quiet before words are counted."""


class MainWindow(QMainWindow):
    """A shell: menus and message bar above, status line below, start page or workspace between."""

    painted = Signal()
    """The window was seen for the first time: what is slow may start now."""
    preview_patched = Signal()
    """The preview shows the newest text."""
    files: DocumentFiles
    unsaved_work: UnsavedWork
    help: Help
    publishing: Publishing
    preview_links: PreviewLinks

    def __init__(
        self,
        session: Session,
        settings: Settings,
        renderer: Renderer,
        suggestion_loader: SuggestionLoader,
        keeper: DraftKeeper,
    ) -> None:
        super().__init__()
        self.session, self.settings, self.renderer = session, settings, renderer
        self.suggestion_loader = suggestion_loader
        self._workspace: Workspace | None = None
        self._seen = False
        self.is_ending = False
        """Whether the system ends the program: nothing is asked then, and drafts are kept."""
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        room = self.screen().availableSize()
        self.resize(min(1360, room.width()), min(860, room.height() - 40))
        self._make_shell()
        self.files = DocumentFiles(session, settings, self, self.bar, self._finish_field)
        callbacks = self._make_callbacks()
        self.publishing = Publishing(session, settings, self, callbacks)
        self.unsaved_work = UnsavedWork(session, keeper, self.files, self.bar, callbacks, self)
        self.help = Help(self.bar, self.files, self)
        self.site_kinds: SiteKinds = SiteKinds(session, settings, self, self.bar)
        self.preview_links = PreviewLinks(session, self.bar, self)
        self._make_menus()
        self.status = StatusLine(session)
        self.setStatusBar(self.status)
        self._connect()
        resolve_mnemonics(self.start, menu_mnemonics(self.menuBar()))
        self._restore()
        self._show_document(is_open=False)

    # --- building ---------------------------------------------------------------------------------

    def _make_shell(self) -> None:
        self.bar = MessageBar()
        self.start = StartPage()
        self.front = QStackedWidget()
        self.front.addWidget(self.start)
        self.setCentralWidget(stacked(self.bar, self.front))

    @property
    def workspace(self) -> "Workspace":
        """The panes; made when a document needs them, or once the window has been painted."""
        if self._workspace is None:
            self._workspace = self._make_workspace()
        return self._workspace

    def _make_workspace(self) -> "Workspace":
        from editor.ui.workspace.workspace import Workspace

        workspace = Workspace(self.session, self.settings, self.renderer)
        workspace.refused.connect(self.bar.say_refusal)
        workspace.link_clicked.connect(self.preview_links.follow)
        workspace.preview_patched.connect(self.preview_patched)
        workspace.engine_changed.connect(self._show_engine)
        workspace.message_posted.connect(self.bar.say)
        workspace.text.tools.fill_menu(self._format_menu)
        workspace.text.named.connect(self.status.show_place)
        # the list of diagnostics is there beside every page
        taken = resolve_mnemonics(workspace.diagnostics, menu_mnemonics(self.menuBar()))
        for page in workspace.pages.values():
            resolve_mnemonics(page, taken)
        self.front.addWidget(workspace)
        return workspace

    def _make_menus(self) -> None:
        undo, redo = make_undo_actions(self.session.stack, self)
        self.recent_menu = RecentFilesMenu(self.settings, self.open_path, self)
        self.actions_by_name, self._format_menu = build_menus(self, undo, redo, self.recent_menu)
        self._publish_button = QPushButton(self.tr("For the site…"))
        self._publish_button.setObjectName("primary")
        self._publish_button.clicked.connect(lambda: self.publishing.export())
        self.menuBar().setCornerWidget(self._publish_button)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.session.saved_changed.connect(lambda _: self._show_state())
        self.session.path_changed.connect(lambda _: self._show_state())
        self._idle.timeout.connect(self.status.show_words)
        self.suggestion_loader.loaded.connect(self._on_suggestions)
        self.suggestion_loader.failed.connect(self.bar.warn)
        self.renderer.failed.connect(self.bar.warn)
        self.start.new_wanted.connect(self.publishing.new_issue)
        self.start.open_wanted.connect(self.open_dialog)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.file_wanted.connect(self.open_path)
        self.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)

        FileDrops(self, lambda: self.workspace if self.session.is_open else None, self.open_path)

    def _make_callbacks(self) -> WindowCallbacks:
        return WindowCallbacks(
            say=self.bar.say,
            finish_field=self._finish_field,
            may_leave=self.files.may_leave,
            begin=self.begin,
            refresh_pictures=lambda: self.workspace.refresh_pictures(),
            diagnostics=lambda: self.workspace.check_runner.diagnostics,
        )

    def _on_painted(self) -> None:
        """Build the workspace now; its engine starts when there is a page to show."""
        self.unsaved_work.look()
        if self.front.currentWidget() is self.workspace:
            self.workspace.start_preview()

    def _restore(self) -> None:
        if self.settings.now.geometry:
            self.restoreGeometry(QByteArray(self.settings.now.geometry))
        for message in self.session.registry.problems:
            self.bar.warn(message)

    # --- documents --------------------------------------------------------------------------------

    def begin(self, change: Callable[[], None]) -> bool:
        """Let the session have another document, and show it.

        Args:
            change: Opens or makes the document; it may raise UserFacingError.

        Returns:
            Whether it worked; the open document stays where it did not.
        """
        workspace = self.workspace  # made before the session has news
        try:
            change()
        except UserFacingError as error:
            self.bar.warn(error.message)
            return False
        self.front.setCurrentWidget(workspace)
        if self._seen:
            QTimer.singleShot(0, workspace.start_preview)
        self.bar.clear()
        self.publishing.settle_site()
        if place := self.session.place:
            self.suggestion_loader.load(place.resolve().parent)
        return True

    def open_path(self, path: Path) -> bool:
        """Open a file; unsaved work is asked about first.

        Args:
            path: The file.

        Returns:
            Whether it was opened.
        """
        if not self.files.may_leave() or not self.begin(lambda: self.session.open(path)):
            return False
        if not path.is_relative_to(resource("sample")):
            self.settings.opened(path)
        self.unsaved_work.offer_for(path)
        return True

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        if path := self.files.ask_for_file():
            self.open_path(path)

    def open_sample(self) -> None:
        """Open the sample issue of the program."""
        self.open_path(next(resource("sample").glob("**/*.md")))

    def _finish_field(self) -> None:
        finish_typing(self._workspace.middle.currentWidget() if self._workspace else None, self)

    # --- following the session --------------------------------------------------------------------

    def _on_suggestions(self, gazetteer: Gazetteer, problems: list[Message]) -> None:
        self.session.gazetteer = gazetteer
        if self._workspace:
            self._workspace.set_gazetteer()
        for message in problems:
            self.bar.warn(message)

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:
            self._show_document(is_open=True)
            self._show_engine()
        self._idle.start()
        self._show_state()

    def _show_document(self, *, is_open: bool) -> None:
        if not is_open:
            paths = [Path(name) for name in self.settings.now.recent]
            self.start.show_recent([path for path in paths if path.is_file()][:_RECENT_SHOWN])
        self.front.setCurrentWidget(self.workspace if is_open else self.start)
        self._publish_button.setVisible(is_open)
        for action in self.actions_by_name.values():
            action.setEnabled(is_open or not action.data())
        self._format_menu.menuAction().setEnabled(is_open)

    def _show_state(self) -> None:
        if not self.session.is_open:
            self.setWindowTitle("Rundbrief")
            return
        self.setWindowTitle(f"{self.files.name}[*] — Rundbrief")
        self.setWindowModified(not self.session.saved)
        self.status.show_state()

    def _show_engine(self) -> None:
        if self._workspace:
            self.status.show_engine(self._workspace.pane)

    # --- Qt's events ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._seen and self._workspace:
            self._workspace.apply_style()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.bar.clear()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self.is_ending:
            self._finish_field()
        elif not self.files.may_leave():
            event.ignore()
            return
        self.unsaved_work.close(keep=self.is_ending)
        self.settings.keep(geometry=bytes(self.saveGeometry().data()))
        self._idle.stop()
        if self._workspace:
            self.settings.keep(panes=tuple(self._workspace.sizes()))
            self._workspace.close_down()
        self.files.disk_changes.close()
        self.suggestion_loader.close()
        self.publishing.close()
        self.site_kinds.close_down()
        event.accept()
