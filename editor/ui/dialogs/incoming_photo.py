"""Photos that are dragged onto a form, or pasted into it."""

import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from editor.app.services.pending_photos import PHOTO_SUFFIXES


def find_dropped_photo(event: QDropEvent) -> Path | None:
    """Find the photo among what is being dropped.

    Args:
        event: The event of a drag or a drop.

    Returns:
        The first local file with a suffix of a photo; None for none.
    """
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in PHOTO_SUFFIXES:
            return path
    return None


def save_picture(image: QImage) -> Path | None:
    """Save a picture of the clipboard, to be read like any other.

    Args:
        image: The picture.

    Returns:
        Its file in a folder of its own, gone when the program ends; None where it cannot be
        written.
    """
    name = QCoreApplication.translate("TextPictures", "picture")
    path = Path(tempfile.mkdtemp(dir=_make_folder().name)) / f"{name}.png"
    return path if image.save(str(path)) else None


@lru_cache(maxsize=1)
def _make_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="rundbrief-")


def accept_pasted_photos(form: QWidget, take: Callable[[Path], object]) -> None:
    """Let Ctrl+V take a picture of the clipboard; fields keep the key for words.

    Args:
        form: The form.
        take: Takes the file of a photo.
    """

    def paste() -> None:
        image = QGuiApplication.clipboard().image()
        path = None if image.isNull() else save_picture(image)
        if path:
            take(path)

    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), form)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(paste)
