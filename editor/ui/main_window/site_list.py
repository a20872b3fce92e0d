"""The sites that the user works on: which is shown, what they are called, the menu of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.app.services.site_reading import read_site

_MOST = 12


class SiteList(QObject):
    """Kept in the settings; the session hears which site is shown."""

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings

    @property
    def shown(self) -> Path | None:
        """The folder of the site that is shown."""
        name = self._settings.now.site
        return Path(name) if name and Path(name).is_dir() else None

    def follow_settings(self) -> None:
        """Take the site that the settings name among those offered; new issues begin there."""
        site = self.shown
        if site and str(site) not in self._settings.now.sites:
            self.remember(site)
        self._session.remembered_site = site

    def remember(self, root: Path) -> None:
        """Take a site among those that are offered, and show it.

        Args:
            root: Its folder.
        """
        sites = (str(root), *(name for name in self._settings.now.sites if name != str(root)))
        self._settings.keep(sites=sites[:_MOST], site=str(root))

    def forget(self) -> None:
        """Take the site that is shown off the list; its files stay."""
        sites = tuple(name for name in self._settings.now.sites if Path(name) != self.shown)
        self._settings.keep(sites=sites, site=sites[0] if sites else "")

    def name_of(self, root: Path | None) -> str:
        """Name a site: where it is on the web, else its title, else its folder.

        Args:
            root: Its folder; None for no site.

        Returns:
            The name.
        """
        if root is None:
            return self.tr("No site yet")
        configuration = read_site(root)
        if configuration and configuration.address:
            address = configuration.address.partition("://")[2].strip("/")
            if address and not address.startswith("localhost"):
                return address
        return (configuration.title if configuration else "") or root.name

    def fill_menu(
        self, menu: QMenu, choose: Callable[[], object], get: Callable[[], object]
    ) -> None:
        """Offer the sites, and others.

        Args:
            menu: The menu; what it held is taken out.
            choose: Lets the user choose a folder.
            get: Lets the user name a repository.
        """
        menu.clear()
        for name in self._settings.now.sites:
            root = Path(name)
            action = menu.addAction(self.name_of(root).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(root == self.shown)
            action.setEnabled(root.is_dir())
            action.triggered.connect(lambda _=False, root=root: self.remember(root))
        menu.addSeparator()
        another = menu.addAction(self.tr("Another site’s &folder…"))
        another.triggered.connect(lambda: choose())
        hosted = menu.addAction(self.tr("Open from a &code host…"))
        hosted.triggered.connect(lambda: get())
        if self.shown:
            off = menu.addAction(self.tr("&Take this site off the list"))
            off.triggered.connect(lambda: self.forget())
