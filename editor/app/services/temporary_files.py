"""Temporary files beside a file that is being replaced, and those a killed program has left."""

import contextlib
import os
import re
import tempfile
import time
from pathlib import Path

_PREFIX, _SUFFIX = ".rundbrief-", ".tmp"
_OWN_NAME = re.compile(r"\.rundbrief-(?:\d+-)?[a-z0-9_]{8}\.tmp")
_STALE_SECONDS = 60.0
"""A save takes milliseconds: what is older belongs to nobody."""
_SETTLED_SECONDS = 2.0
"""What is younger may be being written, also by a program on another machine."""


def make_temporary_file(folder: Path) -> tuple[int, Path]:
    """Make an empty temporary file, which names the process it belongs to.

    Args:
        folder: The folder to make it in.

    Returns:
        An open handle, and the path.

    Raises:
        OSError: If it cannot be made.
    """
    handle, name = tempfile.mkstemp(prefix=f"{_PREFIX}{os.getpid()}-", suffix=_SUFFIX, dir=folder)
    return handle, Path(name)


def clear_stale_files(folder: Path) -> None:
    """Remove the temporary files that killed programs have left in a folder.

    Args:
        folder: The folder. Where it cannot be read or changed, nothing happens.
    """
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if _OWN_NAME.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    if _is_stale(entry):
                        os.unlink(entry.path)


def _is_stale(entry: "os.DirEntry[str]") -> bool:
    if not entry.is_file(follow_symlinks=False):
        return False
    age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    if age > _STALE_SECONDS:
        return True
    owner = entry.name.removeprefix(_PREFIX).partition("-")[0]
    return age > _SETTLED_SECONDS and owner.isdecimal() and not is_process_alive(int(owner))


def is_process_alive(number: int) -> bool:
    """Tell whether a process of this machine is running.

    Args:
        number: The number of the process.

    Returns:
        Whether it runs. On Windows always True: there is no harmless way to ask.
    """
    if os.name == "nt":
        return True
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # somebody else's
    return True
