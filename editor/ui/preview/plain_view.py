"""The preview where WebEngine is missing: the same page in a QTextBrowser, without columns and with less grace."""

from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from editor.app.site.site import Site
from editor.core.rendering.blocks import strip_markers
from editor.ui.preview.page import Page, PageLook, find_place

_WIDEST = 560


class PlainView(QTextBrowser):
    """The preview in Qt's own rich text."""

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
        self._shown = Page("", [], Site(None, None), PageLook())

    def show_page(self, new: Page) -> None:
        """Show the page, keeping the scroll position as well as may be."""
        at = self.verticalScrollBar().value() if new.document == self._shown.document else 0
        self._shown = new
        self.setHtml(
            "".join(
                f'<a name="b{i}"></a>{strip_markers(block.html)}'
                for i, block in enumerate(new.blocks)
            )
        )
        self.verticalScrollBar().setValue(at)
        self.patched.emit()

    def show_position(self, position: int, *, point: bool = False) -> None:
        at = find_place(self._shown, position)
        if at is not None:
            self.scrollToAnchor(f"b{at.block}")

    def shown(self) -> Page:
        return self._shown

    def set_paper(self, colour: QColor) -> None:
        """Rich text has the window's colours."""

    def find_text(
        self, words: str, *, back: bool = False, done: Callable[[int, int], None] = lambda *_: None
    ) -> None:
        found = self.find(
            words, QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        )
        done(0, -1 if found else 0)

    def loadResource(self, kind: int, address: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Images of the site; nothing from anywhere else."""
        url = QUrl(address)
        if kind == QTextDocument.ResourceType.ImageResource.value and url.isRelative():
            path = self._shown.site.asset(url.path())
        else:
            path = None
        image = QImage(str(path)) if path else QImage()
        if image.width() > _WIDEST:
            return image.scaledToWidth(_WIDEST)
        return image

    def setZoomFactor(self, factor: float) -> None:  # noqa: N802 - as the other view calls it
        font = self.font()
        font.setPointSizeF(self.window().font().pointSizeF() * 1.1 * factor)
        self.setFont(font)

    def close_down(self) -> None:
        """Nothing to take apart."""
