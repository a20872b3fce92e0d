"""Writing into a file that must not be replaced: it has several names, or its folder is closed.

Such a write can be cut off half-way. So the old and the new bytes are put on disk first, in the
user's state folder, and ``finish_writes`` ends after a crash what was begun.
"""

import contextlib
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from msgspec import Struct

from editor.app.services.folders import make_private_folder, state_folder
from editor.app.services.temporary_files import is_process_alive

_OLD, _NEW, _ABOUT = "old", "new", "about.json"
_KEPT_SECONDS = 30 * 24 * 3600


def write_in_place(target: Path, data: bytes) -> None:
    """Write into a file, so that it has the old or the new bytes in the end.

    Args:
        target: An existing file.
        data: Its new bytes.

    Raises:
        OSError: If there is no room for the copies, or the file cannot be written; it has its old
            bytes then.
    """
    old = target.read_bytes()
    begun = _keep_copies(target, old, data)
    try:
        _overwrite(target, data)
    except OSError:
        _overwrite(target, old)  # where that fails, too, the copies stay
        shutil.rmtree(begun, ignore_errors=True)
        raise
    shutil.rmtree(begun, ignore_errors=True)


def finish_writes() -> list[Path]:
    """Finish the writes that were cut off by a crash.

    Returns:
        The files that have been mended. One that was changed since is left as it is.
    """
    finished: list[Path] = []
    for folder in _folder().glob("*"):
        about = _read_about(folder)
        if about is None or is_process_alive(about.process):
            continue
        with contextlib.suppress(OSError):
            found = about.target.read_bytes()
            if about.is_torn(found):
                _overwrite(about.target, about.new)
                finished.append(about.target)
            elif found not in (about.old, about.new) and not _is_old(folder):
                continue  # changed since; the copies may still be wanted
            shutil.rmtree(folder)
    return finished


def _is_old(folder: Path) -> bool:
    return time.time() - folder.stat().st_mtime > _KEPT_SECONDS


class _BegunWrite(Struct, frozen=True):
    target: Path
    process: int
    old: bytes
    new: bytes

    def is_torn(self, found: bytes) -> bool:
        """Whether some of the bytes found are new, and else the old ones."""
        if found in (self.old, self.new):
            return False
        written = len(os.path.commonprefix([found, self.new]))
        # nothing is cut off before all is written: a shorter file was changed by somebody
        is_longer = len(found) > len(self.old) and written == len(found)
        return written > 0 and (is_longer or found[written:] == self.old[written:])


def _folder() -> Path:
    return state_folder() / "writes"


def _keep_copies(target: Path, old: bytes, new: bytes) -> Path:
    make_private_folder(_folder())
    folder = Path(tempfile.mkdtemp(dir=_folder()))
    about = json.dumps({"target": str(target), "process": os.getpid()})
    try:
        # what it is about comes last: without it nothing counts as begun
        for name, content in ((_OLD, old), (_NEW, new), (_ABOUT, about.encode())):
            with (folder / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _read_about(folder: Path) -> _BegunWrite | None:
    try:
        about = json.loads((folder / _ABOUT).read_bytes())
        old, new = (folder / _OLD).read_bytes(), (folder / _NEW).read_bytes()
        return _BegunWrite(Path(about["target"]), int(about["process"]), old, new)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _overwrite(target: Path, data: bytes) -> None:
    with target.open("r+b") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
