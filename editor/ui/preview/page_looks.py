"""How pages look: what the settings, the window's colors and the user's consent make of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from editor.app.services.settings import Settings
from editor.app.site.site import Site
from editor.core.profiles.profile import Profile
from editor.ui.preview.page import PageLook
from editor.ui.preview.style_sheets import StyleSheetReader, program_style_sheet
from editor.ui.widgets.file_choice import DOCUMENTS, choose_file

# The context of the texts here is the pane whose pages they are about.


class PageLooks(QObject):
    """Makes the look of pages, and takes the user's wishes for it."""

    changed = Signal()
    """Pages look different from now on."""
    images_allowed = Signal()
    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, settings: Settings, pane: QWidget) -> None:
        """Take the wishes of before.

        Args:
            settings: Remembers colors and style sheet.
            pane: The pane of the preview, whose palette tells light from dark.
        """
        super().__init__(pane)
        self._settings, self._pane = settings, pane
        self._style_sheets = StyleSheetReader()
        self.document = 0
        """Which document is shown; it is counted up with each new one."""
        self._allowed: set[int] = set()
        """Documents whose remote images may load."""
        self._asked: set[int] = set()
        """Documents for which the user was asked about them."""

    def make_look(self, profile: Profile, site: Site) -> PageLook:
        """Make the look of the current document's page.

        Args:
            profile: The issue's profile, which may name a style sheet of the site.
            site: The site of the document.

        Returns:
            The look as settings, files and window are now.
        """
        scheme = self._settings.now.page_scheme or self._window_scheme()
        return PageLook(
            scheme,
            self._css(profile, site),
            self.document in self._allowed,
            profile.language,
            QCoreApplication.translate("PreviewPane", "Preview"),
        )

    def _css(self, profile: Profile, site: Site) -> str:
        """Join a style sheet for the page with the one for what only the preview shows.

        That for the page is the user's choice, else the site's, else the program's.
        """
        css, chosen = None, self._settings.now.page_css
        if chosen:
            try:
                css = self._style_sheets.read(Path(chosen))
            except OSError:
                self._settings.keep(page_css="")
                message = QCoreApplication.translate(
                    "PreviewPane", "The style sheet “{0}” cannot be read any more."
                )
                self.message_posted.emit(message.format(chosen), [], True)
        if css is None:
            css = self._site_css(profile, site)
        return (css or program_style_sheet("page.css")) + program_style_sheet("signs.css")

    def _site_css(self, profile: Profile, site: Site) -> str:
        path = site.style_path(profile.css)
        if path is None:
            return ""
        try:
            return self._style_sheets.read(path)
        except OSError:
            return ""

    def _window_scheme(self) -> str:
        if self._pane.palette().color(QPalette.ColorRole.Base).lightness() < 128:
            return "dark"
        return "light"

    def show_dark(self, is_dark: bool) -> None:
        """Show pages in the dark or in the light.

        The one that the window has too is not remembered: pages follow the window then.

        Args:
            is_dark: Whether pages are to be dark.
        """
        scheme = "dark" if is_dark else "light"
        if scheme == self._window_scheme():
            scheme = ""
        self._settings.keep(page_scheme=scheme)
        self.changed.emit()

    def choose_css(self) -> None:
        """Let the user choose a style sheet for pages."""
        name = choose_file(
            self._pane,
            QCoreApplication.translate("PreviewPane", "Style sheet of the preview"),
            QCoreApplication.translate("PreviewPane", "Style sheets (*.css)"),
            DOCUMENTS,
        )
        if name:
            self._settings.keep(page_css=name)
            self.changed.emit()

    def own_css(self) -> None:
        """Return to the site's style sheet, or the program's."""
        self._settings.keep(page_css="")
        self.changed.emit()

    def offer_images(self, text: str) -> None:
        """Offer to load the images of other sites, once per document.

        Loading them tells those sites who is looking.

        Args:
            text: Says how many there are, in the language of the window.
        """
        if self.document in self._asked:
            return
        self._asked.add(self.document)
        load = QCoreApplication.translate("PreviewPane", "Load for this document")
        self.message_posted.emit(text, [(load, self.allow_images)], False)

    def allow_images(self) -> None:
        """Load the images of other sites in the current document, until it is closed."""
        self._allowed.add(self.document)
        self.changed.emit()
        self.images_allowed.emit()
