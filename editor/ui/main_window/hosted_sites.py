"""Sites from code hosts: opened by their address, and looked after when they are shown again."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask
from editor.app.services.settings import Settings
from editor.app.versions.version_store import Limits
from editor.core.base.messages import Message
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.app.hosting.fetched_sites import FetchedSite
    from editor.app.hosting.refreshing import Refreshed

_FRESH_SECONDS = 600.0
_MOST_NAMED = 3


class HostedSites(QObject):
    """Asks a host for a site that came from it, at most every ten minutes by itself."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        bar: MessageBar,
        opened: Callable[[Path], object],
        window: QWidget,
    ) -> None:
        """Make it.

        Args:
            session: Knows through which profile pages are merged.
            settings: Where the names of accounts are.
            bar: Says what has come.
            opened: Called with the folder of a site that was fetched.
            window: The parent of the dialog.
        """
        super().__init__(window)
        self._session, self._settings, self._bar = session, settings, bar
        self._opened, self._window = opened, window
        self.dialog: QDialog | None = None
        self._asked: dict[Path, float] = {}
        """When each site was brought up to date last."""
        self._wanted: set[Path] = set()
        """The sites that the user has asked for: they hear that nothing is new, too."""
        self._tasks: dict[Path, BackgroundTask] = {}
        session.opened.connect(lambda: self.refresh(session.site_root))

    def open(self) -> None:
        """Let the user name a repository, and get its files."""
        from editor.ui.dialogs.get_site_dialog import GetSiteDialog

        dialog = self.dialog = GetSiteDialog(self._settings, self._window)
        dialog.accepted.connect(lambda: self._on_got(dialog.site))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_got(self, site: "FetchedSite | None") -> None:
        from editor.app.hosting.getting import find_root

        if site:
            self._opened(find_root(site))

    def refresh(self, root: Path | None, *, is_wanted: bool = False) -> None:
        """Bring what the host has changed, if the site came from one.

        Args:
            root: The folder of the site; None for no site.
            is_wanted: Whether the user has asked for it, and wants to hear that nothing is new.
        """
        from editor.app.hosting.fetched_sites import find_fetched

        site = find_fetched(root) if root else None
        if site is None:
            if is_wanted:
                self._say_obstacle(None)
            return
        asked = self._asked.get(site.folder)
        if is_wanted or asked is None or time.monotonic() - asked > _FRESH_SECONDS:
            self._start(site, is_wanted=is_wanted)

    def _start(self, site: "FetchedSite", *, is_wanted: bool) -> None:
        settings, registry = self._settings, self._session.registry
        limits = Limits(settings.now.versions, settings.now.version_days)

        def work(stop: threading.Event) -> "Refreshed | None":
            # the clients of hosts take a while to be imported
            from editor.app.hosting.accounts import Accounts
            from editor.app.hosting.refreshing import refresh_site

            account = Accounts(settings).find(site.repository.host)
            if account is None:
                return None
            return refresh_site(account, site, registry, limits, stop, again=is_wanted)

        task = self._task_of(site)
        if is_wanted:
            self._wanted.add(site.folder)
            text = self.tr("Asking {0} what is new…").format(site.repository.host)
            self._bar.say(text, [(self.tr("Stop"), lambda: self._stop(task))])
        if not task.busy:
            task.start(work)

    @property
    def busy(self) -> bool:
        """Whether a host is being asked."""
        return any(task.busy for task in self._tasks.values())

    def _task_of(self, site: "FetchedSite") -> BackgroundTask:
        folder = site.folder
        if folder not in self._tasks:
            task = self._tasks[folder] = BackgroundTask(self, "refresh a site")
            task.done.connect(lambda refreshed: self._on_refreshed(site, refreshed))
            task.failed.connect(lambda message: self._on_failed(folder, message))
        return self._tasks[folder]

    def _stop(self, task: BackgroundTask) -> None:
        task.cancel()
        self._wanted.clear()
        self._bar.say(self.tr("Stopped; nothing was changed."))

    def _say_obstacle(self, site: "FetchedSite | None") -> None:
        text = self.tr(
            "This site was not opened from a code host; its folder is yours to look after."
        )
        if site:
            text = self.tr("You are not signed in to {0}: “Open from a code host” does that.")
            text = text.format(site.repository.host)
        self._bar.say(text, warning=True)

    def _on_refreshed(self, site: "FetchedSite", refreshed: "Refreshed | None") -> None:
        is_wanted = site.folder in self._wanted
        self._wanted.discard(site.folder)
        if refreshed is None:
            if is_wanted:
                self._say_obstacle(site)
            return
        self._asked[site.folder] = time.monotonic()
        texts = []
        if refreshed.changed:
            texts.append(self.tr("%n file(s) came from the code host.", "", len(refreshed.changed)))
        elif is_wanted and not refreshed.kept:
            texts.append(self.tr("Nothing is new at the code host."))
        if refreshed.kept:
            text = self.tr("Changed here and there, and kept as it is here: {0}.")
            texts.append(text.format(self._name(refreshed.kept)))
        if texts:
            self._bar.say(" ".join(texts), warning=bool(refreshed.kept))

    def _name(self, paths: tuple[str, ...]) -> str:
        names = ", ".join(path.rpartition("/")[2] for path in paths[:_MOST_NAMED])
        more = len(paths) - _MOST_NAMED
        return names + (" " + self.tr("and %n more", "", more) if more > 0 else "")

    def _on_failed(self, folder: Path, message: Message) -> None:
        if folder in self._wanted:
            self._wanted.discard(folder)
            self._bar.say(translated(message), warning=True)
            return
        text = self.tr("The site could not be brought up to date: {0}")
        self._bar.say(text.format(translated(message)))

    def close_down(self) -> None:
        """Take no more work."""
        for task in self._tasks.values():
            task.close()
