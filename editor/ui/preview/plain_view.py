"""The preview where WebEngine is missing: the same page in a QTextBrowser, without columns."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPageLayout, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from editor.app.site.site import Site
from editor.core.rendering.blocks import PageBlocks, strip_markers
from editor.ui.preview.page import Page, PageLook, find_place

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MAX_IMAGE_WIDTH = 560
_FONT_SCALE = 1.1
"""The size of the page's text at the original zoom, measured by the window's."""


class PlainView(QTextBrowser):
    """A PreviewView in Qt's own rich text. Places and calendar links are not told apart."""

    complete = False
    link_clicked = Signal(QUrl)
    patched = Signal()
    place_chosen = Signal(object, str, int)
    image_chosen = Signal()
    calendar_pointed = Signal(object, str, bool)
    calendar_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.link_clicked)
        self.document().setDocumentMargin(18)
        self._shown = Page("", PageBlocks(), Site(None, None), PageLook())

    @property
    def widget(self) -> QWidget:
        return self

    def show_page(self, new: Page) -> None:
        scrolled = 0
        if new.document == self._shown.document:
            scrolled = self.verticalScrollBar().value()
        self._shown = new
        self.setHtml(
            "".join(
                f'<a name="b{index}"></a>{strip_markers(block.html)}'
                for index, block in enumerate(new.blocks)
            )
        )
        self.verticalScrollBar().setValue(scrolled)
        self.patched.emit()

    def show_position(self, position: int, *, point: bool = False) -> None:
        place = find_place(self._shown, position)
        if place is not None:
            self.scrollToAnchor(f"b{place.block}")

    def set_paper(self, color: QColor) -> None:
        """Do nothing: rich text has the window's colors."""

    def selected_text(self) -> str:
        """Return nothing: the find bar is not filled from this view."""
        return ""

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        flags = QTextDocument.FindFlag(0)
        if back:
            flags = QTextDocument.FindFlag.FindBackward
        done(0, -1 if self.find(words, flags) else 0)

    def print_to(self, printer: "QPrinter") -> None:
        self.print_(printer)

    def write_pdf(self, layout: QPageLayout, done: Callable[[bytes], None]) -> None:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageLayout(layout)
        self.print_(writer)
        del writer  # which writes the end of the file
        done(bytes(buffer.data().data()))

    def loadResource(self, kind: int, address: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load images of the site; nothing from anywhere else."""
        url, path = QUrl(address), None
        if kind == QTextDocument.ResourceType.ImageResource.value and url.isRelative():
            path = self._shown.site.asset(url.path())
        if path is None:
            return QImage()
        image = QImage(str(path))
        if image.width() > _MAX_IMAGE_WIDTH:
            return image.scaledToWidth(_MAX_IMAGE_WIDTH)
        return image

    def setZoomFactor(self, factor: float) -> None:  # noqa: N802 - as the other view calls it
        font = self.font()
        font.setPointSizeF(self.window().font().pointSizeF() * _FONT_SCALE * factor)
        self.setFont(font)

    def close_down(self) -> None:
        """Do nothing: there is nothing to take apart."""
