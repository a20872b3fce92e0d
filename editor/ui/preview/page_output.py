"""The page on its way out of the preview: to paper, to a PDF, to the browser."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from editor.app.services.files import write_file
from editor.core.base.errors import UserFacingError
from editor.core.issue.issue import Issue
from editor.core.publishing.calendar_files import write_page
from editor.ui.preview.page import Page
from editor.ui.wording.translation import translated

_DOTS = 300
Answers = list[tuple[str, Callable[[], object]]]


class PageOutput(QObject):
    """``say`` takes what there is to tell: text, its answers, whether it is a warning."""

    def __init__(self, parent: QWidget, say: Callable[[str, Answers, bool], object]) -> None:
        super().__init__(parent)
        self._window, self._say = parent, say
        self._folder: QTemporaryDir | None = None
        self._printer: QPrinter | None = None

    def print_page(self, view: QWidget) -> None:
        """Ask for a printer and print."""
        printer = self._printer = QPrinter(
            QPrinter.PrinterMode.HighResolution
        )  # must outlive the printing
        printer.setResolution(_DOTS)
        if QPrintDialog(printer, self._window).exec() != QPrintDialog.DialogCode.Accepted:
            return
        if printer.outputFileName():  # the engine prints pictures of pages, but writes PDF as text
            self.write_pdf(view, Path(printer.outputFileName()))
        else:
            (getattr(view, "print_", None) or view.print)(printer)  # type: ignore[attr-defined]

    def save_pdf(self, view: QWidget, name: str) -> None:
        """Ask where to, and write a PDF, A4 upright."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save as PDF"), name, self.tr("PDF (*.pdf)")
        )
        if chosen:
            self.write_pdf(view, Path(chosen))

    def write_pdf(self, view: QWidget, path: Path) -> None:
        """Write the page as a PDF."""
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(18, 18, 18, 18),
            QPageLayout.Unit.Millimeter,
        )
        page = getattr(view, "page", None)
        if page is None:
            data = QBuffer()
            data.open(QBuffer.OpenModeFlag.WriteOnly)
            writer = QPdfWriter(data)
            writer.setPageLayout(layout)
            view.print_(writer)  # type: ignore[attr-defined]
            del writer
            self._write(path, bytes(data.data().data()))
        else:
            page().printToPdf(lambda data: self._write(path, bytes(data.data())), layout)

    def _write(self, path: Path, data: bytes) -> None:
        if not data:
            self._say(self.tr("The page could not be made into a PDF."), [], True)
            return
        try:
            write_file(path, data)
        except UserFacingError as refusal:
            self._say(translated(refusal), [], True)
        else:
            self._tell(path)

    def _tell(self, path: Path) -> None:
        file = QUrl.fromLocalFile(str(path))
        self._say(
            self.tr("Written: {0}").format(path),
            [(self.tr("Open"), lambda: QDesktopServices.openUrl(file))],
            False,
        )

    def open_in_browser(self, issue: Issue, page: Page) -> Path | None:
        """A temporary page that needs nothing else, images included, shown by the browser; gone when the program ends."""
        self._folder = self._folder or QTemporaryDir()
        path = Path(self._folder.path()) / "index.html"
        try:
            images = "data: http: https:" if page.look.remote_images else "data:"
            write_file(path, page.site.embedded(write_page(issue, page.look.css, images)).encode())
        except UserFacingError as refusal:
            self._say(translated(refusal), [], True)
            return None
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(
                self.tr("No browser answers. The page is at {0} until Rundbrief closes.").format(
                    path
                ),
                [],
                True,
            )
        return path
