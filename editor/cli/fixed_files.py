"""Files whose text has been fixed: written, or shown as a diff."""

import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from editor.app.services.files import write_file
from editor.cli.common import OpenedFile
from editor.core.base.encoding import encode


def write_fixed_file(path: Path, opened: OpenedFile, text: str, *, only_show: bool) -> bool:
    """Write the new text of a file, or show how it would differ.

    Args:
        path: The file.
        opened: The file as it is.
        text: Its new text; nothing is written where it is the old one.
        only_show: Whether a diff goes to standard output, and the file stays as it is.

    Returns:
        Whether the file was written.

    Raises:
        UserFacingError: If the file cannot be written.
    """
    if only_show:
        sys.stdout.writelines(_make_diff(path, opened.text, text))
        return False
    if text == opened.text:
        return False
    write_file(path, encode(text, opened.form))
    return True


def _make_diff(path: Path, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a unified diff that ``patch`` understands."""
    for line in difflib.unified_diff(
        _split_lines(before), _split_lines(after), str(path), str(path)
    ):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n\\ No newline at end of file\n"


def _split_lines(text: str) -> list[str]:
    """Split a text as ``patch`` does: only at line feeds."""
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)
