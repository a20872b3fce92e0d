"""What fills the window: home, the document's panes, or the page to publish from."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from editor.app.services.background import BackgroundTask
from editor.ui.help.chapters import Chapter
from editor.ui.main_window.hosted_sites import HostedSites
from editor.ui.main_window.last_place import LastPlace
from editor.ui.main_window.site_list import SiteList

if TYPE_CHECKING:
    from editor.ui.main_window.goals import Goals
    from editor.ui.main_window.home import Home
    from editor.ui.main_window.window import MainWindow

_CHAPTERS = {
    "head": Chapter.WINDOW,
    "image": Chapter.PICTURES,
    "event": Chapter.EVENTS,
    "meeting": Chapter.EVENTS,
    "deadline": Chapter.EVENTS,
    "inbox": Chapter.INBOX,
}
"""The chapters about pages; all others are about writing."""


class Front(QStackedWidget):
    """Leads from one to another; the document stays open meanwhile."""

    turned = Signal(bool)
    """Another page is about to be shown; whether it is home."""
    hosted: HostedSites

    def __init__(self, window: "MainWindow") -> None:
        """Show nothing yet; each page is made when it is wanted.

        Args:
            window: The window, with session, settings, files and publishing.
        """
        super().__init__()
        self._window = window
        self._last_place = LastPlace(window.session, window.settings)
        self.sites = SiteList(window.session, window.settings, self)
        self.hosted = HostedSites(
            window.session, window.settings, window.bar, self._show_fetched, window
        )
        self._nothing = QWidget()
        self._home: Home | None = None
        self.addWidget(self._nothing)
        self._goals: Goals | None = None
        self._preparing = BackgroundTask(self, "workspace")
        self._preparing.done.connect(lambda _: window.workspace)
        self._preparing.failed.connect(window.bar.warn)
        self.currentChanged.connect(lambda _: self._on_current())
        window.bar.focus_left.connect(lambda: QTimer.singleShot(0, self, self._take_focus))

    @property
    def home(self) -> "Home":
        """The site; made when it is first wanted."""
        if self._home is None:
            from editor.ui.main_window.home import Home
            from editor.ui.main_window.home_offers import HomeActions

            window = self._window
            actions = HomeActions(
                new_issue=window.publishing.new_issue,
                open_dialog=window.open_dialog,
                start_tour=window.help.start_tour,
                choose_site=self.choose_site,
                get_site=self.hosted.open,
                refresh_site=self.hosted.refresh,
                open_path=self.open_at,
                show_document=self.show_document,
                list_kept=lambda: window.unsaved_work.kept,
                restore=window.unsaved_work.restore,
                warn=window.bar.warn,
            )
            self._home = Home(window.session, self.sites, window.settings, actions, self)
            self.addWidget(self._home.page)
            window.unsaved_work.kept_changed.connect(self._home.follow_kept)
        return self._home

    @property
    def goals(self) -> "Goals":
        """The page to publish from, with what it does; made when it is first wanted."""
        if self._goals is None:
            from editor.ui.main_window.goals import Goals

            self._goals = Goals(self._window, self)
        return self._goals

    @property
    def chapter(self) -> Chapter:
        """The chapter of the manual about what is shown."""
        if self.is_home or self.currentWidget() is self._nothing:
            return Chapter.HOME
        workspace = self._window.made_workspace
        if workspace is None or self.currentWidget() is not workspace:
            return Chapter.PUBLISHING
        if workspace.diagnostics.is_used:
            return Chapter.PROBLEMS
        return _CHAPTERS.get(workspace.outline.current.page, Chapter.WRITING)

    @property
    def is_home(self) -> bool:
        """Whether home is shown."""
        return self._home is not None and self.currentWidget() is self._home.page

    def setCurrentWidget(self, page: QWidget) -> None:  # noqa: N802 - Qt's name
        """Show a page, after the bars that it has: else it would be laid out for each of them.

        Args:
            page: The page.
        """
        if page is not self.currentWidget():
            self.turned.emit(self._home is not None and page is self._home.page)
            super().setCurrentWidget(page)

    def _on_current(self) -> None:
        name = self.tr("Home") if self.is_home else self.tr("Issue")
        self.setAccessibleName(name)  # said where the focus comes into it
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        """Put the focus into the document: hiding a page sends it to the bar above."""
        workspace, focused = self._window.made_workspace, self._window.focusWidget()
        if workspace is None or workspace is not self.currentWidget():
            return
        if focused is None or self._window.app_bar.isAncestorOf(focused):
            workspace.middle.return_to_field()

    # --- pages ------------------------------------------------------------------------------------

    def show_home(self) -> None:
        """Show the site."""
        self._window.finish_field()
        self.home.page.list.leave_search(self._window.session.path)
        self.setCurrentWidget(self.home.page)
        self.home.show()
        self.home.page.take_focus()

    def show_waiting_home(self) -> None:
        """Show the site, unless a document has come first; make the workspace meanwhile."""
        if self._window.session.is_open:
            return
        self.setCurrentWidget(self.home.page)
        self.home.show()
        self._preparing.start(lambda _: import_module("editor.ui.workspace.workspace"))

    def search_site(self, words: str = "") -> None:
        """Look for words in all pages of the site.

        Args:
            words: The words; "" leaves those of the last search.
        """
        self.show_home()
        self.home.search(words)

    def show_document(self) -> None:
        """Return to the open document."""
        if self._window.session.is_open:
            self.setCurrentWidget(self._window.workspace)

    def show_publishing(self) -> None:
        """Show where the issue can go."""
        self._window.finish_field()
        page = self.goals.page
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.goals.show()
        self.setCurrentWidget(page)
        page.take_focus()

    # --- documents --------------------------------------------------------------------------------

    def choose_site(self) -> None:
        """Ask for the folder of a site, and show it."""
        root = self._window.publishing.choose_site()
        if root:
            self.sites.remember(root)

    def _show_fetched(self, root: Path) -> None:
        self.sites.remember(root)
        self.show_home()

    def refresh_site(self) -> None:
        """Ask the code host of the site that is worked on what is new."""
        session = self._window.session
        root = session.site_root if session.is_open and not self.is_home else None
        self.hosted.refresh(root or self.sites.shown, is_wanted=True)

    def open_at(self, path: Path, words: str = "", near: str = "") -> None:
        """Open a file where words stand in it, or where it was.

        Args:
            path: The file.
            words: What was looked for; "" for the start.
            near: The words around the place that was shown.
        """
        if self._window.open_path(path) and words:
            self._window.workspace.navigator.go_to_words(words, near)

    def open_from_outside(self, path: Path | None) -> None:
        """Come to the front, and open what was opened outside of the program.

        Args:
            path: The file; None for none.
        """
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if path:
            self.open_at(path)

    def open_window(self) -> None:
        """Open another window: a program of its own, which no fault of this one can take along."""
        arguments = [] if getattr(sys, "frozen", False) else ["-m", "editor"]
        QProcess.startDetached(sys.executable, [*arguments, "--home"])

    def reopen(self) -> None:
        """Begin where the user was when the program ended."""
        self._last_place.reopen(self._window.open_path, lambda: self._window.workspace)

    def follow_settings(self) -> None:
        """Show the site that the settings name by now."""
        self.sites.follow_settings()
        if self._home and self.is_home:
            self._home.show()

    def close_down(self) -> None:
        """Remember where the user is, and take no more work."""
        if self.currentWidget() is not self._nothing:
            self._last_place.keep(self._window.made_workspace, is_home=self.is_home)
        if self._home:
            self._home.close_down()
        self.hosted.close_down()
        self._preparing.close()
        if self._goals:
            self._goals.close_down()
