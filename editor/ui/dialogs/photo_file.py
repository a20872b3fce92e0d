"""A photo's file: opened in the worker's thread, and its weight in words."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage

from editor.app.services.files import describe_failure
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.ui.widgets.photo_image import make_image

if TYPE_CHECKING:
    from editor.app.services.photos import Photo

_PREVIEW_EDGE = 1400
"""The most pixels a side of the picture on the screen has."""


def load_photo(path: Path) -> "tuple[Photo, QImage]":
    """Read a photo from its file.

    Args:
        path: The file.

    Returns:
        The photo, and a small picture of it for the screen.

    Raises:
        InputRejected: If the file cannot be read, is too large, or is not a photo.
    """
    from editor.app.services.photos import MAX_FILE_BYTES, open_photo  # with Pillow

    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputRejected(
                translate(
                    "core", "“{name}” is larger than {limit} MB; save it smaller first."
                ).fill(name=path.name, limit=MAX_FILE_BYTES >> 20)
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputRejected(describe_failure(error, path)) from None
    photo = open_photo(data, path.name)
    return photo, make_image(photo, _PREVIEW_EDGE)


def format_weight(count: int) -> str:
    """Format the size of a file.

    Args:
        count: Its bytes.

    Returns:
        At least one kilobyte, megabytes with one decimal, in the language of the window.
    """
    decimals = 0
    if count >= 2**20:
        decimals = 1
    return QLocale().formattedDataSize(
        max(count, 1024), decimals, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
