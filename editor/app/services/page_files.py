"""The pages in a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from editor.core.sites.configuration import PAGE_SUFFIXES

_FOREIGN_FOLDERS = {"node_modules", "__pycache__", "venv"}
"""Folders of tools, whose pages are not the site's."""


def find_pages(folder: Path) -> Iterator[Path]:
    """Find the pages in a folder and in those below it.

    Args:
        folder: The folder.

    Yields:
        The files by their names, folder by folder; none of hidden folders or of tools.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name not in _FOREIGN_FOLDERS and not name.startswith(".")
        )
        yield from (Path(place, name) for name in sorted(names) if is_page(name))


def is_page(name: str) -> bool:
    """Tell whether a file is a page, by its name.

    Args:
        name: The name.

    Returns:
        Whether it ends as Markdown does.
    """
    return name.lower().endswith(PAGE_SUFFIXES)
