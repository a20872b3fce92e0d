"""The style sheets of pages: the program's own, and those of the site or the user."""

from functools import cache
from pathlib import Path

from editor.resources import resource


class StyleSheetReader:
    """Reads style sheets, again only when a file has changed: a look is made per key press."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[tuple[int, int], str]] = {}
        """By path: the time and size of the file when it was read, and its text."""

    def read(self, path: Path) -> str:
        """Read a style sheet.

        Args:
            path: A file in UTF-8; what is not UTF-8 in it is replaced.

        Returns:
            The text as it is on disk now.

        Raises:
            OSError: If the file cannot be read.
        """
        status = path.stat()
        version = (status.st_mtime_ns, status.st_size)
        known = self._read.get(path)
        if known and known[0] == version:
            return known[1]
        text = path.read_text(encoding="utf-8", errors="replace")
        self._read[path] = (version, text)
        return text


@cache
def program_style_sheet(name: str) -> str:
    """Read one of the program's own style sheets for pages.

    Args:
        name: The name of its file.

    Returns:
        Its text.
    """
    return resource("css", name).read_text(encoding="utf-8")
