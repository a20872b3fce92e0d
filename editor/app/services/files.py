"""Bytes on disk: read whole, replaced whole. No Qt: the command line writes the same way.

Law: a reader of the path sees the old bytes or the new bytes, never a part, even if the program
is killed.
"""

import contextlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from editor.core.base.encoding import MAX_BYTES
from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate


@dataclass(frozen=True, slots=True)
class DiskState:
    """What a file was when it was read or written, to tell whether it has changed since."""

    data: bytes

    def same(self, path: Path) -> bool | None:
        """Compare with the file on disk.

        Args:
            path: The file.

        Returns:
            Whether it still holds these bytes; None where it is gone or cannot be read.
        """
        try:
            return path.stat().st_size == len(self.data) and path.read_bytes() == self.data
        except OSError:
            return None


def describe_failure(error: Exception, path: Path) -> Message:
    """Describe what went wrong with a file.

    Args:
        error: What was raised.
        path: The file; its name is shown.

    Returns:
        A message that says what is wrong, and where possible what to do.
    """
    name = path.name
    if isinstance(error, FileNotFoundError):
        return translate("core", "“{name}” does not exist (any more).").fill(name=name)
    if isinstance(error, IsADirectoryError):
        return translate("core", "“{name}” is a folder. Choose a Markdown file in it.").fill(
            name=name
        )
    if isinstance(error, PermissionError):
        return translate(
            "core",
            "“{name}” may not be read or written by you. "
            "Save under another name, or ask for the rights.",
        ).fill(name=name)
    return translate("core", "“{name}” could not be read or written: {reason}.").fill(
        name=name, reason=getattr(error, "strerror", None) or error
    )


def read_file(path: Path) -> bytes:
    """Read a regular file.

    Args:
        path: The file; links are followed.

    Returns:
        Its bytes; of a file above ``MAX_BYTES`` one byte more than that, for decoding to refuse.

    Raises:
        InputRejected: If it cannot be read or is not a regular file.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not stat.S_ISREG(mode):
            raise InputRejected(
                translate("core", "“{name}” is no regular file; it was not opened.").fill(
                    name=path.name
                )
            )
        if path.stat().st_size > MAX_BYTES:
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        return path.read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        raise InputRejected(describe_failure(error, path)) from None


def write_file(path: Path, data: bytes) -> None:
    """Replace a file, through a temporary file beside it; its mode stays.

    Args:
        path: The file; links are followed.
        data: Its new bytes.

    Raises:
        InputRejected: If it cannot be written; the file is untouched then.
    """
    temporary: str | None = None
    try:
        target = path.resolve()
        mode = _permissions_for(target)
        handle, temporary = tempfile.mkstemp(prefix=".rundbrief-", suffix=".tmp", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, target)
        sync_folder(target.parent)
    except (OSError, RuntimeError, ValueError) as error:  # a link to itself, a name with NUL
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise InputRejected(describe_failure(error, path)) from None


def store_file(path: Path, data: bytes) -> None:
    """Write a file, and make the folders above it where they are missing.

    Args:
        path: The file.
        data: Its new bytes.

    Raises:
        InputRejected: If the folders cannot be made or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputRejected(describe_failure(error, path.parent)) from None
    write_file(path, data)


def remove_file(path: Path) -> None:
    """Remove a file of the program's own; do nothing where it is missing or cannot be removed.

    Args:
        path: The file.
    """
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _permissions_for(target: Path) -> int:
    """Look up the mode a file has, or would get as a new one.

    A folder, and a file that may not be written, are refused: replacing needs rights only on the
    folder around it.
    """
    if target.exists():
        if target.is_dir():
            raise IsADirectoryError
        if not os.access(target, os.W_OK):
            raise PermissionError
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder durable, where the system can.

    Args:
        folder: The folder whose entries have changed.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
