"""Bytes on disk: read whole, replaced whole. No Qt: the command line writes the same way.

Law: a reader of the path sees the old bytes or the new bytes, never a part, even if the program
is killed.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from editor.app.services.file_attributes import copy_attributes
from editor.app.services.temporary_files import clear_stale_files, make_temporary_file
from editor.app.services.write_in_place import write_in_place
from editor.core.base.encoding import MAX_BYTES
from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate


class DiskState(Struct, frozen=True):
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
    """Replace a file, through a temporary file beside it; owner, group, mode and ACL stay.

    Where replacing would change more than the bytes (a file with several names, a folder that may
    not be changed, a group that only others may give), the bytes are written in place.

    Args:
        path: The file; links are followed.
        data: Its new bytes.

    Raises:
        InputRejected: If it cannot be written; the file is untouched then.
    """
    try:
        target = path.resolve()
        is_new = _check_writable(target)
        clear_stale_files(target.parent)
        if is_new:
            _replace(target, data)
        elif target.stat().st_nlink > 1 or not _try_to_replace(target, data):
            write_in_place(target, data)
    except (OSError, RuntimeError, ValueError) as error:  # a link to itself, a name with NUL
        raise InputRejected(describe_failure(error, path)) from None


def _try_to_replace(target: Path, data: bytes) -> bool:
    """Replace a file unless that would lose an attribute, or only its folder is closed."""
    try:
        return _replace(target, data)
    except OSError as error:
        # a closed or sticky folder, a mounted file
        if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS, errno.EXDEV):
            return False
        raise


def _replace(target: Path, data: bytes) -> bool:
    handle, temporary = make_temporary_file(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not target.exists():
            temporary.chmod(0o666 & ~_umask())
        elif not copy_attributes(target, temporary):
            return False
        os.replace(temporary, target)
        sync_folder(target.parent)
        return True
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


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


def _check_writable(target: Path) -> bool:
    """Whether a file would be a new one; a folder, a pipe, a file that is read-only are refused.

    Replacing a file needs rights only on the folder around it.
    """
    if not target.exists():
        return True
    if target.is_dir():
        raise IsADirectoryError
    if not target.is_file():
        raise InputRejected(
            translate("core", "“{name}” is no regular file; nothing was written.").fill(
                name=target.name
            )
        )
    if not os.access(target, os.W_OK):
        raise PermissionError
    return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


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


@contextmanager
def folder_for(path: Path) -> Iterator[None]:
    """Have a folder for a file while it is chosen or written; one that stays empty goes again.

    Args:
        path: The file; its folder need not exist yet, where it is a page in a folder of its own.

    Returns:
        A context in which the folder is there, if it can be made.
    """
    missing = [folder for folder in path.parents if not folder.exists()]
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()
