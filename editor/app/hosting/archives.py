"""Unpacking what a host packs: somebody else's names, so each is looked at before it is written."""

import errno
import tarfile
import threading
from pathlib import Path, PurePosixPath
from typing import IO

from editor.app.services.background import TaskStopped
from editor.app.services.fetch import FetchFailed
from editor.app.site.target_paths import fold_name
from editor.core.base.file_names import is_portable_path
from editor.core.base.messages import translate
from editor.core.hosting.git_objects import blob_id

_MOST_FILES = 50_000
_MOST_BYTES = 2 * 2**30
_MOST_IN_A_FILE = 200 * 2**20
_ODD_NAMES = (errno.EILSEQ, errno.ENAMETOOLONG, errno.EINVAL, errno.ENOTDIR, errno.EEXIST)
"""What systems say of names that they do not take."""


def unpack(archive: IO[bytes], folder: Path, stop: threading.Event) -> dict[str, str]:
    """Unpack a compressed tar file.

    Links, devices, and names that lead out of the folder or that it cannot take are left out.

    Args:
        archive: The file, from its beginning. Its own uppermost folder is left out of the names.
        folder: An empty folder.
        stop: Ends the work when it is set.

    Returns:
        The files that were written: path from the folder, and what git calls the content.

    Raises:
        FetchFailed: If it is no such file, breaks off, or is too large.
        OSError: If it cannot be written.
        TaskStopped: If it was stopped.
    """
    written: dict[str, str] = {}
    total = 0
    try:
        with tarfile.open(fileobj=archive, mode="r|gz") as packed:
            for member in packed:
                if stop.is_set():
                    raise TaskStopped
                total += member.size
                if total > _MOST_BYTES or len(written) > _MOST_FILES:
                    raise FetchFailed(translate("core", "The repository is too large."))
                path = PurePosixPath(member.name).parts[1:]
                content = packed.extractfile(member) if member.isreg() and path else None
                if content is None or member.size > _MOST_IN_A_FILE:
                    continue
                name = "/".join(path)
                if data := _write(folder, name, content.read()):
                    written[name] = data
    except (tarfile.TarError, EOFError, ValueError) as error:
        message = translate("core", "The host’s archive cannot be read: {reason}.")
        raise FetchFailed(message.fill(reason=str(error)[:120])) from None
    return written


def _write(folder: Path, name: str, data: bytes) -> str:
    """Write a file; return what git calls its content, "" where the folder does not take it."""
    if not is_portable_path(name) or ".git" in map(fold_name, name.split("/")):
        return ""
    target = folder.joinpath(*name.split("/"))
    try:
        name.encode()
        if target.exists():  # two names that are one to this system
            return ""
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except UnicodeEncodeError:
        return ""
    except OSError as error:
        if error.errno in _ODD_NAMES:
            return ""
        raise
    return blob_id(data)
