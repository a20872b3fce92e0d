"""Small pictures of files, read in a thread and remembered."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from editor.app.services.background import BackgroundTask

HEIGHT = 130
"""Pixels of the height that a picture has room for, whether it is there already or not."""
_WIDEST = 420
_MOST = 200
"""How many are remembered."""

_Key = tuple[str, int, int]


class Thumbnails(QObject):
    """Gives what it has at once, and reads the rest."""

    loaded = Signal()

    def __init__(
        self, find: Callable[[str], Path | None], parent: QObject, room: QSize | None = None
    ) -> None:
        """Remember nothing yet.

        Args:
            find: Finds the file that an address means.
            parent: The page.
            room: How large pictures are shown at most; None for those in a text.
        """
        super().__init__(parent)
        self._find = find
        self._room = (room or QSize(_WIDEST, HEIGHT)) * 2
        self._known: dict[_Key, QPixmap] = {}
        self._wanted: dict[_Key, Path] = {}
        self._task = BackgroundTask(self, "thumbnails")
        self._task.done.connect(self._on_done)

    def has(self, address: str) -> bool:
        """Tell whether there is a file of a picture.

        Args:
            address: The address in the text.
        """
        return self._find(address) is not None

    def get(self, address: str) -> QPixmap | None:
        """Return a small picture.

        Args:
            address: The address in the text.

        Returns:
            The picture; None where there is none yet. ``loaded`` tells when to ask again.
        """
        path = self._find(address)
        if path is None:
            return None
        try:
            stat = path.stat()
        except OSError:
            return None
        key = (str(path), stat.st_mtime_ns, stat.st_size)
        if key in self._known:
            return self._known[key]
        self._wanted[key] = path
        if not self._task.busy:
            self._start()
        return None

    def close(self) -> None:
        """Read no more."""
        self._task.close()

    def _start(self) -> None:
        wanted, self._wanted = self._wanted, {}
        room = self._room

        def read(stop: threading.Event) -> dict[_Key, QImage]:
            return {
                key: _read_small(path, room) for key, path in wanted.items() if not stop.is_set()
            }

        self._task.start(read)

    def _on_done(self, images: dict[_Key, QImage]) -> None:
        for key, image in images.items():
            self._known[key] = QPixmap.fromImage(image)
        while len(self._known) > _MOST:
            del self._known[next(iter(self._known))]
        if self._wanted:
            self._start()
        self.loaded.emit()


def _read_small(path: Path, room: QSize) -> QImage:
    """A picture at twice the size it is shown, turned as its Exif data say; empty for none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    image.setDevicePixelRatio(2)
    return image
