"""The pages in a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from editor.core.sites.configuration import PAGE_SUFFIXES, TEMPLATE_FOLDERS

_FOREIGN_FOLDERS = {"node_modules", "__pycache__", "venv"}
"""Folders of tools, whose pages are not the site's."""
_TEMPLATE_MARKS = {"content", "source", "_posts"}
"""Folders of pages, beside which templates lie at the root of a site."""


def find_pages(folder: Path) -> Iterator[Path]:
    """Find the pages in a folder and in those below it.

    Args:
        folder: The folder.

    Yields:
        The files by their names, folder by folder; none of hidden folders, of tools, or of the
        templates at the root of a site.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name not in _FOREIGN_FOLDERS and not name.startswith(".")
        )
        if place == os.fspath(folder) and _TEMPLATE_MARKS & set(folders):
            folders[:] = [name for name in folders if name not in TEMPLATE_FOLDERS]
        yield from (Path(place, name) for name in sorted(names) if is_page(name))


def is_page(name: str) -> bool:
    """Tell whether a file is a page, by its name.

    Args:
        name: The name.

    Returns:
        Whether it ends as Markdown does.
    """
    return name.lower().endswith(PAGE_SUFFIXES)
