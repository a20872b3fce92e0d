"""In which order the pages of a site were published, told by their names or their dates."""

import re
from collections.abc import Iterable
from pathlib import Path

_ORDERED = ("date", "year", "number")
"""What in the names of files orders pages by time."""
_MOST_READ = 1000
_HEAD_LENGTH = 4000
_DATE = re.compile(rb"(?mi)^[ \t\"']*date[\"']?\s*[:=]\s*[\"']?(\d{4}-\d{2}-\d{2})")


def order_pages(paths: Iterable[Path], pattern: str) -> list[Path]:
    """Order pages, the newest first.

    Args:
        paths: Their files.
        pattern: How files of their kind are named; "" for any name.

    Returns:
        The files by their names, with numbers by their value; by the dates in the pages where names
        have neither date nor number.
    """
    ordered = sorted(paths, key=_natural_order, reverse=True)
    if not pattern or any(f"{{{name}}}" in pattern for name in _ORDERED):
        return ordered
    return sorted(ordered[:_MOST_READ], key=_date_of, reverse=True)


def _date_of(path: Path) -> str:
    """The date that the beginning of a page names; "" for none."""
    try:
        with path.open("rb") as file:
            match = _DATE.search(file.read(_HEAD_LENGTH))
    except OSError:
        return ""
    return match[1].decode() if match else ""


def _natural_order(path: Path) -> list[tuple[int, str]]:
    """An order in which 9 stands before 10."""
    parts = re.findall(r"\d+|\D+", path.as_posix())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
