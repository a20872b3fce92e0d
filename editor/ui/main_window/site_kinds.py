"""Kinds of page of a site that has none yet: offered once, made from its pages, corrected, kept."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from editor.app.document.session import Session
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.app.services.profile_registry import load_own_profiles
from editor.app.services.settings import Settings
from editor.app.services.site_reading import find_site_folder
from editor.core.base.errors import UserFacingError
from editor.core.sites.configuration import Generator
from editor.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from editor.app.services.profile_derivation import Derived

_MOST_SITES = 50


class SiteKinds(QObject):
    """One for the window."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget, bar: MessageBar
    ) -> None:
        """Follow which documents are opened.

        Args:
            session: The document.
            settings: They remember where kinds of page were offered.
            parent: The window.
            bar: Where messages are shown.
        """
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._window, self._bar = parent, bar
        self.dialog: QDialog | None = None
        self._task = BackgroundTask(self, "kinds")
        self._task.done.connect(self._on_derived)
        self._task.failed.connect(bar.warn)
        session.opened.connect(lambda: QTimer.singleShot(0, self, self.offer))

    def offer(self) -> None:
        """Offer to make kinds of page, once for each site that has none."""
        path = self._session.path
        site = find_site_folder(path) if path and not self._bar.text else None
        if site is None or site.configuration.generator is Generator.PLAIN:
            return
        known = self._settings.now.offered_sites
        is_own = bool(self._session.profile.site or load_own_profiles(site.root))
        if is_own or str(site.root) in known:
            return
        self._settings.keep(offered_sites=(*known, str(site.root))[-_MOST_SITES:])
        name = site.configuration.title or site.root.name
        self._bar.say(
            self.tr("“{0}” has no kinds of page yet: fields, names and folders can be learned.")
            .format(name),
            ((self.tr("Learn from its pages…"), self.derive),),
        )  # fmt: skip

    def derive(self) -> None:
        """Make the kinds of page of the open document's site, and show them."""
        path = self._session.path
        if path is None:
            self._bar.say(self.tr("Open a page of the site first."))
            return

        from editor.app.services.profile_derivation import derive_from  # not at every start

        def work(stop: Event) -> "Derived":
            def pause() -> None:
                if stop.is_set():
                    raise TaskStopped

            site = find_site_folder(path)
            return derive_from(site.root if site else path.parent, pause)

        self._bar.say(self.tr("Reading the pages of the site…"))
        self._task.start(work)

    def _on_derived(self, derived: "Derived") -> None:
        from editor.ui.dialogs.kinds_dialog import KindsDialog

        self._bar.clear()
        if not derived.profiles:
            self._bar.say(self.tr("The site has no pages with front matter."), warning=True)
            return
        dialog = self.dialog = KindsDialog(derived, self._window)
        dialog.accepted.connect(lambda: self._keep(derived.site.root, dialog))
        dialog.open()

    def _keep(self, root: Path, dialog: QDialog) -> None:
        from editor.app.services.profile_derivation import keep_profiles
        from editor.ui.dialogs.kinds_dialog import KindsDialog

        assert isinstance(dialog, KindsDialog)
        try:
            path = keep_profiles(root, dialog.profiles, in_site=dialog.is_for_all)
        except UserFacingError as error:
            self._bar.warn(error.message)
            return
        session = self._session
        session.set_profile(session.registry.choose(session.text, session.path))
        self._bar.say(self.tr("Kept in {0}.").format(path))

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close(seconds=0.3)
