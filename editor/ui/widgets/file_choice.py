"""Choosing a file: where one was chosen before, else in the user's own folders."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

Location = QStandardPaths.StandardLocation
PICTURES, DOCUMENTS = Location.PicturesLocation, Location.DocumentsLocation
_chosen_in: dict[Location, str] = {}
"""The folders of the files that were chosen last."""


def find_folder(location: Location) -> str:
    """Find where files of a kind are looked for first.

    A dialog without a folder would begin in that of the process: wherever it was started.

    Args:
        location: Where the user keeps such files: PICTURES or DOCUMENTS.

    Returns:
        A folder.
    """
    folder = _chosen_in.get(location) or QStandardPaths.writableLocation(location)
    return folder if folder and Path(folder).is_dir() else str(Path.home())


def choose_file(parent: QWidget, title: str, filters: str, location: Location) -> str:
    """Ask for a file to read.

    Args:
        parent: The parent of the dialog.
        title: Its title.
        filters: The kinds of files, as Qt's dialogs take them.
        location: Where the user keeps such files: PICTURES or DOCUMENTS.

    Returns:
        The name of the file; "" where none is chosen.
    """
    name, _ = QFileDialog.getOpenFileName(parent, title, find_folder(location), filters)
    if name:
        _chosen_in[location] = str(Path(name).parent)
    return name


def choose_files(parent: QWidget, title: str, filters: str, location: Location) -> list[str]:
    """Ask for files to read.

    Args:
        parent: The parent of the dialog.
        title: Its title.
        filters: The kinds of files, as Qt's dialogs take them.
        location: Where the user keeps such files: PICTURES or DOCUMENTS.

    Returns:
        The names of the files; [] where none is chosen.
    """
    names, _ = QFileDialog.getOpenFileNames(parent, title, find_folder(location), filters)
    if names:
        _chosen_in[location] = str(Path(names[0]).parent)
    return names
