"""The main window: menus, messages, start page and workspace around one session.

It is made in steps: its frame, its parts when that has been painted, and panes for a document.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QUndoGroup
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QVBoxLayout, QWidget

from editor.app.services.sample import find_sample, is_sample
from editor.app.services.settings import Settings
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.ui.look.appearance import appearance
from editor.ui.main_window.actions import build_menus
from editor.ui.main_window.app_bar import AppBar
from editor.ui.main_window.recent_files import RecentFilesMenu
from editor.ui.main_window.undo_actions import make_undo_actions

if TYPE_CHECKING:
    from editor.app.document.edited_text import Change
    from editor.app.document.renderer import Renderer
    from editor.app.document.session import Session
    from editor.app.services.suggestion_loader import SuggestionLoader
    from editor.core.places.gazetteer import Gazetteer
    from editor.ui.main_window.document_files import DocumentFiles
    from editor.ui.main_window.front import Front
    from editor.ui.main_window.help import Help
    from editor.ui.main_window.preview_links import PreviewLinks
    from editor.ui.main_window.publishing import Publishing
    from editor.ui.main_window.site_kinds import SiteKinds
    from editor.ui.main_window.status_line import StatusLine
    from editor.ui.main_window.unsaved_work import UnsavedWork
    from editor.ui.main_window.window_state import WindowState
    from editor.ui.widgets.message_bar import MessageBar
    from editor.ui.workspace.workspace import Workspace


class MainWindow(QMainWindow):
    """A shell: menus above, messages and status line below, start page or workspace between."""

    painted = Signal()
    """The window was seen for the first time: what is slow may start now."""
    preview_patched = Signal()
    """The preview shows the newest text."""
    session: "Session"
    renderer: "Renderer"
    suggestion_loader: "SuggestionLoader"
    bar: "MessageBar"
    files: "DocumentFiles"
    publishing: "Publishing"
    unsaved_work: "UnsavedWork"
    help: "Help"
    site_kinds: "SiteKinds"
    preview_links: "PreviewLinks"
    front: "Front"
    status: "StatusLine"
    state: "WindowState"

    def __init__(self, settings: Settings, make_parts: "Callable[[MainWindow], None]") -> None:
        """Make the frame.

        Args:
            settings: What the program remembers.
            make_parts: Gives the window all other attributes, with ``parts.make_parts``; it is
                called once, by ``complete``.
        """
        super().__init__()
        self.settings, self._make_parts = settings, make_parts
        self._workspace: Workspace | None = None
        self._seen = False
        self.is_complete = False
        """Whether the window has its parts."""
        self.is_ending = False
        """Whether the system ends the program: nothing is asked then, and drafts are kept."""
        room = self.screen().availableSize()
        self.resize(min(1360, room.width()), min(860, room.height() - 40))
        self._undo_group = QUndoGroup(self)
        self._make_menus()
        self._enable_actions(is_open=False)
        if settings.now.geometry:
            self.restoreGeometry(QByteArray(settings.now.geometry))
        self.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        appearance().dress(self)

    def complete(self) -> None:
        """Make what the frame shows nothing of. Called as soon as it has been painted.

        Where something happens before that, it waits for this.
        """
        if self.is_complete:
            return
        self._make_parts(self)
        self._undo_group.addStack(self.session.stack)
        self.session.stack.setActive()
        self._column.addWidget(self.front, 1)
        self.front.show()  # a layout would only do it later, and a document comes at once
        self._column.addWidget(self.bar)
        self.setStatusBar(self.status)
        self.status.hide()
        self._connect()
        self.is_complete = True

    @property
    def workspace(self) -> "Workspace":
        """The panes; made when a document needs them, or while home is looked at."""
        if self._workspace is None:
            self._workspace = self._make_workspace()
        return self._workspace

    @property
    def made_workspace(self) -> "Workspace | None":
        """The panes; None where no document has needed them."""
        return self._workspace

    def _make_workspace(self) -> "Workspace":
        from editor.ui.widgets.mnemonics import menu_mnemonics, resolve_mnemonics
        from editor.ui.workspace.workspace import Workspace

        workspace = Workspace(self.session, self.settings, self.renderer)
        workspace.refused.connect(self.bar.say_refusal)
        workspace.link_clicked.connect(self.preview_links.follow)
        workspace.preview_patched.connect(self.preview_patched)
        workspace.message_posted.connect(self.bar.say)
        workspace.middle.currentChanged.connect(lambda _: self.bar.leave())
        workspace.help_wanted.connect(lambda: self.help.show_manual())
        workspace.text.find_bar.elsewhere_wanted.connect(self.front.search_site)
        workspace.text.tools.fill_menu(self._format_menu)
        workspace.text.tools.fill_insert_menu(self._insert_menu)
        self.state.follow(workspace)
        # the list of diagnostics is there beside every page
        taken = resolve_mnemonics(workspace.diagnostics, menu_mnemonics(self.menuBar()))
        workspace.middle.for_each_form(lambda page: resolve_mnemonics(page, taken))
        self.front.addWidget(workspace)
        return workspace

    def _make_menus(self) -> None:
        undo, redo = make_undo_actions(self._undo_group, self)
        self.recent_menu = RecentFilesMenu(self.settings, self.open_path, self)
        self.actions_by_name, menus = build_menus(self, undo, redo, self.recent_menu)
        self._format_menu, self._insert_menu = menus["F&ormat"], menus["&Insert"]
        self.app_bar = AppBar(self.actions_by_name, undo, redo)
        self.app_bar.hide()  # until a document is open, or sure to be
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.app_bar, 0, Qt.AlignmentFlag.AlignTop)
        self.setCentralWidget(holder)

    def _connect(self) -> None:
        self.app_bar.publish_wanted.connect(self.front.show_publishing)
        self.app_bar.field_wanted.connect(lambda: self.front.goals.show_problems())
        self.session.changed.connect(self._on_changed)
        self.suggestion_loader.loaded.connect(self._on_suggestions)
        self.suggestion_loader.failed.connect(self.bar.warn)
        self.renderer.failed.connect(self.bar.warn)
        self.front.turned.connect(self._show_bars)
        self.settings.changed.connect(self._on_settings)

    def _on_painted(self) -> None:
        self.complete()
        for message in self.session.registry.problems:
            self.bar.warn(message)
        self.unsaved_work.look()
        self.help.greet()
        if not self.session.is_open:
            QTimer.singleShot(0, self.front, self.front.show_waiting_home)
        if self._workspace and self.front.currentWidget() is self._workspace:
            self._workspace.start_preview()

    # --- documents --------------------------------------------------------------------------------

    def begin(self, change: Callable[[], None]) -> bool:
        """Let the session have another document, and show it; what is typed in a field counts.

        Args:
            change: Opens or makes the document; it may raise UserFacingError.

        Returns:
            Whether it worked; the open document stays where it did not.
        """
        workspace = self.workspace  # made before the session has news
        self.finish_field()
        try:
            change()
        except UserFacingError as error:
            self.bar.warn(error.message)
            return False
        self.front.setCurrentWidget(workspace)
        if self._seen:
            QTimer.singleShot(0, workspace.start_preview)
        self.bar.clear()
        if root := self.publishing.settle_site():
            self.front.sites.remember(root)
        if place := self.session.place:
            self.suggestion_loader.load(place.resolve().parent)
        return True

    def open_path(self, path: Path) -> bool:
        """Open a file, or return to it; what is unsaved of another is kept. True if it worked."""
        self.complete()
        disk, opened = self.session.disk, self.session.path
        if opened and disk and path.absolute() == opened.absolute() and disk.same(path):
            self.front.show_document()
            return True
        if not self.begin(lambda: self.session.open(path)):
            return False
        if not is_sample(path):
            self.settings.opened(path)
        self.unsaved_work.offer_for(path)
        return True

    def open_dialog(self) -> None:
        """Ask for a file and open it."""
        if path := self.files.ask_for_file():
            self.open_path(path)

    def open_sample(self) -> bool:
        """Open the sample issue of the program; False where the user stays."""
        is_open = self.open_path(find_sample())
        if is_open:
            self.bar.say(self.tr("A sample to try everything with. It is yours alone."))
        return is_open

    def finish_field(self) -> None:
        """Let what is typed in a field count, although the user has not left it."""
        from editor.ui.widgets.form_parts import finish_typing

        finish_typing(self._workspace.middle.finish_text() if self._workspace else None, self)

    # --- following the session --------------------------------------------------------------------

    def _on_suggestions(self, gazetteer: "Gazetteer", problems: list[Message]) -> None:
        self.session.gazetteer = gazetteer
        if self._workspace:
            self._workspace.set_gazetteer()
        for message in problems:
            self.bar.warn(message)

    def _show_bars(self, is_home: bool) -> None:
        """Bar and status line are about the document: home has neither."""
        self.bar.leave()
        self.app_bar.setVisible(not is_home)
        self.status.setVisible(not is_home)

    def _on_settings(self, names: set[str]) -> None:
        now = self.settings.now
        if names & {"scheme", "text_percent"}:
            appearance().show(now.scheme, now.text_percent)
        if "site" in names:
            self.front.follow_settings()

    def _on_changed(self, change: "Change") -> None:
        if change.edits is None:
            self.front.setCurrentWidget(self.workspace)
            self._enable_actions(is_open=True)

    def _enable_actions(self, *, is_open: bool) -> None:
        for action in self.actions_by_name.values():
            action.setEnabled(is_open or not action.data())
        self._format_menu.menuAction().setEnabled(is_open)
        self.app_bar.publish.setEnabled(is_open)

    # --- Qt's events ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.complete()
        if event.key() == Qt.Key.Key_Escape:
            self.bar.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()  # as in dialogs
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        from editor.ui.main_window.parts import close_parts

        self.complete()
        if self.is_ending:
            self.finish_field()
        elif not self.files.may_leave():
            event.ignore()
            return
        self.settings.keep(geometry=bytes(self.saveGeometry().data()))
        close_parts(self)
        event.accept()
