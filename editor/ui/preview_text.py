"""The preview where WebEngine is missing: the same page in a QTextBrowser, without columns and with less grace."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from editor.app.renderer import Piece
from editor.app.site import Site

_WIDEST = 560


class TextPreview(QTextBrowser):
    """The preview in Qt's own rich text."""

    complete = False
    link_clicked = Signal(QUrl)
    patched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.anchorClicked.connect(self.link_clicked)
        self.document().setDocumentMargin(18)
        self._site = Site(None, None)
        self._pieces: Sequence[Piece] = ()

    def show_pieces(self, pieces: list[Piece], site: Site) -> None:
        """Show the page, keeping the scroll position as well as may be."""
        self._site, self._pieces = site, pieces
        at = self.verticalScrollBar().value()
        self.setHtml("".join(f'<a name="b{i}"></a>{piece.html}' for i, piece in enumerate(pieces)))
        self.verticalScrollBar().setValue(at)
        self.patched.emit()

    def reload_page(self, pieces: list[Piece], site: Site) -> None:
        self.show_pieces(pieces, site)
        self.verticalScrollBar().setValue(0)

    def show_position(self, position: int) -> None:
        index = next((i for i, piece in enumerate(self._pieces) if piece.start <= position < piece.end), None)
        if index is not None:
            self.scrollToAnchor(f"b{index}")

    def loadResource(self, kind: int, address: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Images of the site; nothing from anywhere else."""
        url = QUrl(address)
        path = self._site.asset(url.path()) if kind == QTextDocument.ResourceType.ImageResource.value and url.isRelative() else None
        image = QImage(str(path)) if path else QImage()
        return image.scaledToWidth(_WIDEST) if image.width() > _WIDEST else image

    def setZoomFactor(self, factor: float) -> None:  # noqa: N802 - as the other preview calls it
        font = self.font()
        font.setPointSizeF(self.window().font().pointSizeF() * 1.1 * factor)
        self.setFont(font)

    def close_down(self) -> None:
        """Nothing to take apart."""
