"""Photos that are dragged onto a form."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

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
