"""The page as the site's own generator makes it, in place of the preview's."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.app.site.site_programs import SiteProgram, program_for
from editor.core.profiles.profile import Engine
from editor.ui.preview.toolbar import PreviewToolbar

if TYPE_CHECKING:
    from editor.ui.preview.real_preview import RealPreview, RealView


_MAX_SITES = 50


class RealSwitch(QObject):
    """Starts and ends the real page; its button in the toolbar tells what has become of it."""

    shown = Signal(QWidget)
    """The view of the real page."""
    ended = Signal()
    link_clicked = Signal(QUrl)
    refused = Signal(str)
    asked = Signal(str, object, bool)
    """A question for the message bar, its answers, and whether it is a warning."""

    def __init__(
        self, session: Session, settings: Settings, bar: PreviewToolbar, parent: QWidget
    ) -> None:
        """Prepare; the generator starts with ``start``.

        Args:
            session: The document whose page is shown.
            settings: Remembers for which sites it may run.
            bar: The toolbar with the button.
            parent: The pane of the preview.
        """
        super().__init__(parent)
        self._session, self._settings, self._bar = session, settings, bar
        self._preview: RealPreview | None = None

    @property
    def view(self) -> "RealView | None":
        """The view of the real page; None where it is not shown."""
        return self._preview.view if self._preview else None

    @property
    def running(self) -> bool:
        """Whether the page is being built or served."""
        return self._preview is not None and self._preview.running

    def start(self, *, is_possible: bool) -> None:
        """Build the page with the text as it is now, and show it.

        Args:
            is_possible: Whether the preview has an engine that can show it.
        """
        path, root = self._session.path, self._session.site.root
        is_known = self._row is not None or self._session.profile.renderer == Engine.GOLDMARK
        if not is_possible or path is None or root is None or not is_known:
            self._bar.show_real(False)
            message = QCoreApplication.translate(
                "PreviewPane",
                "The real page needs a saved file in a site whose generator is known.",
            )
            self.refused.emit(message)
            return
        if str(root) in self._settings.now.hugo_sites:
            self._build(root, path)
        else:
            self._bar.show_real(False)
            self._ask(root, path)

    @property
    def _row(self) -> SiteProgram | None:
        """The program that builds the site; None for Hugo, and for what is not known."""
        return program_for(self._session.site.configuration.generator)

    def _ask(self, root: Path, path: Path) -> None:
        """Ask once for each site: it says what the generator does."""
        text = QCoreApplication.translate(
            "PreviewPane",
            "To show the page as the website will, Rundbrief starts the program that builds it "
            "({0}) on a copy of “{1}”. Only do so with a site you trust.",
        )
        name = self._row.name if self._row else "Hugo"
        label = QCoreApplication.translate("PreviewPane", "Show the real page")
        self.asked.emit(text.format(name, root), [(label, lambda: self._trust(root, path))], True)

    def _trust(self, root: Path, path: Path) -> None:
        sites = (str(root), *self._settings.now.hugo_sites)
        self._settings.keep(hugo_sites=sites[:_MAX_SITES])
        if self._session.path == path:
            self._build(root, path)

    def _build(self, root: Path, path: Path) -> None:
        preview = self._preview = self._preview or self._make_preview()
        self._bar.show_real(True, building=True)
        preview.start(root, path, self._session.encoded(), self._row)

    def _make_preview(self) -> "RealPreview":
        from editor.ui.preview.real_preview import RealPreview

        preview = RealPreview(self)
        preview.shown.connect(self._on_shown)
        preview.ended.connect(self._on_ended)
        preview.refused.connect(self.refused)
        preview.link_clicked.connect(self.link_clicked)
        return preview

    def update(self) -> None:
        """Build the page anew with the session's text, if it is shown."""
        if self._preview:
            self._preview.update(self._session.encoded())

    def end(self) -> None:
        """Return to the preview's own page."""
        if self._preview:
            self._preview.end()

    def _on_shown(self, view: QWidget) -> None:
        self._bar.show_real(True)
        self.shown.emit(view)

    def _on_ended(self) -> None:
        self._bar.show_real(False)
        self.ended.emit()
