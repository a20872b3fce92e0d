"""The pages in a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from editor.core.sites.configuration import PAGE_SUFFIXES, TEMPLATE_FOLDERS

_FOREIGN_FOLDERS = {"node_modules", "__pycache__", "venv"}
"""Folders of tools, whose pages are not the site's."""
_TEMPLATE_MARKS = {"content", "source", "_posts"}
"""Folders of pages, beside which templates lie at the root of a site."""

_HEAD_BYTES = 65_536
"""Front matter that is longer is not read for its title."""


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


def read_title(path: Path) -> str:
    """Read the title of a page from the beginning of its file, whole pages being long.

    Args:
        path: The file.

    Returns:
        The title in its front matter; "" where there is none to be read.
    """
    from editor.core.frontmatter.reading import read_front_matter

    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
    return read_front_matter(head).text("title")


def is_page(name: str) -> bool:
    """Tell whether a file is a page, by its name.

    Args:
        name: The name.

    Returns:
        Whether it ends as Markdown does.
    """
    return name.lower().endswith(PAGE_SUFFIXES)
