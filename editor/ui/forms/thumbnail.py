"""A small view of a picture's file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel

_SIZE = QSize(360, 240)


class Thumbnail(QLabel):
    """Shows a picture scaled to a fixed area, or words in its place."""

    def __init__(self, size: QSize = _SIZE) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.setObjectName("thumbnail")
        self._size = size
        self.setFixedSize(size)

    def show_picture(self, path: Path | None, missing: str) -> None:
        """Show a picture.

        Args:
            path: Its file; None for none.
            missing: What to say where it cannot be shown.
        """
        picture = QPixmap()
        if path:
            picture = self._read_scaled(path)
        if picture.isNull():
            self.setText(missing)
        else:
            self.setPixmap(picture)

    def _read_scaled(self, path: Path) -> QPixmap:
        """Read a picture in the pixels of the screen, turned as its Exif data say."""
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        ratio = self.devicePixelRatioF()
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(
                size.scaled(self._size * ratio, Qt.AspectRatioMode.KeepAspectRatio)
            )
        picture = QPixmap.fromImage(reader.read())
        picture.setDevicePixelRatio(ratio)
        return picture
