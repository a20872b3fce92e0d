"""The page on its way out of the preview: to paper, to a PDF, to the browser."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.app.document.session import Session
from editor.app.services.files import write_file
from editor.app.services.settings import Settings
from editor.core.base.errors import UserFacingError
from editor.ui.preview.link_inspection import ShownPage
from editor.ui.preview.view_factory import PreviewView
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_RESOLUTION = 300
"""Dots per inch on paper."""
_MARGIN = 18
"""Millimeters on each side of the paper."""


class PageOutput(QObject):
    """Prints the page and writes it to files."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""
    view_wanted = Signal()
    """The page is to go out of a pane that nobody has seen."""
    done = Signal()
    """The page is on paper, or in a PDF."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QWidget,
        shown_page: Callable[[], ShownPage | None],
    ) -> None:
        """Prepare the ways out.

        Args:
            session: The document, whose name a PDF gets.
            settings: Remembers the folder that files go to.
            parent: The window of the dialogs.
            shown_page: Gives the page that is shown; None before the first.
        """
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._parent, self._shown_page = parent, shown_page
        self.view: PreviewView | None = None
        """The view that shows the page, once it has started."""
        self._has_page = False
        self._waiting: Callable[[], None] | None = None
        """What was asked for before there was a page."""
        self._folder: QTemporaryDir | None = None
        self._printer: QPrinter | None = None

    def print_page(self) -> None:
        """Ask for a printer and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        view = self._view_for(self.print_page)
        if view is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer = printer  # must outlive the printing
        printer.setResolution(_RESOLUTION)
        if QPrintDialog(printer, self._parent).exec() != QPrintDialog.DialogCode.Accepted:
            return
        if printer.outputFileName():
            # the engine prints pictures of pages, but writes PDF as text
            self.write_pdf(view, Path(printer.outputFileName()))
        else:
            view.print_to(printer)
            self.done.emit()

    def save_pdf(self) -> None:
        """Ask where to, and write a PDF."""
        view = self._view_for(self.save_pdf)
        if view is None:
            return
        # never the site's folder: what is no page of it has no place there
        folder = Path(self._settings.now.export_folder or Path.home())
        name = folder / "rundbrief.pdf"
        if self._session.path:
            name = folder / f"{self._session.path.stem}.pdf"
        target, _ = QFileDialog.getSaveFileName(
            self._parent, self.tr("Save as PDF"), str(name), self.tr("PDF (*.pdf)")
        )
        if target:
            self._settings.keep(export_folder=str(Path(target).parent))
            self.write_pdf(view, Path(target))

    def _view_for(self, way_out: Callable[[], None]) -> PreviewView | None:
        """Return the view; None where it has no page yet: then it is called again with one."""
        if self.view is None:
            self.view_wanted.emit()
        if self._has_page:
            return self.view
        self._waiting = way_out
        return None

    def forget(self) -> None:
        """Forget what waits: it was asked for with another document."""
        self._waiting = None

    def follow_page(self) -> None:
        """Let out what has waited for the first page."""
        self._has_page = True
        way_out, self._waiting = self._waiting, None
        if way_out is not None:
            way_out()

    def write_pdf(self, view: PreviewView, path: Path) -> None:
        """Write the page as a PDF, A4 upright.

        Args:
            view: The view that shows the page.
            path: The file to write; it is replaced if it exists.
        """
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
        view.write_pdf(layout, lambda data: self._write(path, data))

    def _write(self, path: Path, data: bytes) -> None:
        if not data:
            self.message_posted.emit(self.tr("The page could not be made into a PDF."), [], True)
            return
        try:
            write_file(path, data)
        except UserFacingError as refusal:
            self.message_posted.emit(translated(refusal), [], True)
        else:
            url = QUrl.fromLocalFile(str(path))
            actions = [(self.tr("Open"), lambda: QDesktopServices.openUrl(url))]
            self.message_posted.emit(self.tr("Written: {0}").format(path), actions, False)
            self.done.emit()

    def open_in_browser(self) -> None:
        """Let the browser show a page that needs no other file, images included.

        Its temporary file is gone when the program ends.
        """
        from editor.core.publishing.page import write_page

        shown = self._shown_page()
        if shown is None:
            self._view_for(self.open_in_browser)
            return
        issue, page = shown
        self._folder = self._folder or QTemporaryDir()
        path = Path(self._folder.path()) / "index.html"
        image_sources = "data: http: https:" if page.look.remote_images else "data:"
        try:
            html = page.site.embedded(write_page(issue, page.look.css, image_sources))
            write_file(path, html.encode())
        except UserFacingError as refusal:
            self.message_posted.emit(translated(refusal), [], True)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            message = self.tr("No browser answers. The page is at {0} until Rundbrief closes.")
            self.message_posted.emit(message.format(path), [], True)
