"""Files dropped on the window, sorted by what they are for."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl

from editor.app.services.pending_photos import PHOTO_SUFFIXES

_IMPORTABLE = {".ics", ".ical", ".html", ".htm", ".eml", ".csv", ".tsv"}
"""How files end that hold events from elsewhere."""


@dataclass(frozen=True, slots=True)
class DroppedFiles:
    """The dropped files; those with events and the photos among them."""

    paths: list[Path]
    importable: list[Path]
    photos: list[Path]


def sort_files(urls: Iterable[QUrl]) -> DroppedFiles | None:
    """Sort what was dropped.

    Args:
        urls: What was dropped; what is no file of this machine is passed over.

    Returns:
        The files; None where there are none.
    """
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if not paths:
        return None
    return DroppedFiles(
        paths,
        importable=[path for path in paths if path.suffix.lower() in _IMPORTABLE],
        photos=[path for path in paths if path.suffix.lower() in PHOTO_SUFFIXES],
    )
