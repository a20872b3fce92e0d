"""A photo as the screen shows it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from editor.app.services.photos import Photo


def make_image(photo: "Photo", edge: int) -> QImage:
    """Make a small picture of a photo; for any thread.

    Args:
        photo: The photo.
        edge: The most pixels a side may have.

    Returns:
        The picture, with data of its own.
    """
    small = photo.preview(edge)
    size = (small.width, small.height, 3 * small.width)
    return QImage(small.tobytes(), *size, QImage.Format.Format_RGB888).copy()
