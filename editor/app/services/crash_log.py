"""What the interpreter writes when the process dies: where each thread was, and nothing else.

The files lie in the user's state folder; nothing is sent anywhere.
"""

import contextlib
import faulthandler
import os
from pathlib import Path
from typing import TextIO

from editor.app.services.folders import make_private_folder, state_folder

_LAST = "crash.log"
_LONGEST = 200_000
"""Characters of a report that are read; a thread that recurses has thousands of lines."""


class CrashLog:
    """Open from the start of the program to its end."""

    def __init__(self) -> None:
        self.crashed = False
        """Whether the program has died since it was started last."""
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Keep what the last crash has left, and be ready for the next one.

        Without a folder that can be written there is no crash log.
        """
        folder = state_folder()
        try:
            make_private_folder(folder)
            for left in folder.glob("running-*.crash"):
                self._collect(left)
            path = folder / f"running-{os.getpid()}.crash"
            self._file = path.open("w", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._file)

    def _collect(self, left: Path) -> None:
        """What another process has left: a report where it died, else an empty file."""
        with contextlib.suppress(OSError):  # Windows keeps the file of a process that runs
            if left.stat().st_size:
                left.replace(left.with_name(_LAST))
                self.crashed = True
            elif not _is_running(left):
                left.unlink()

    def end(self) -> None:
        """The program ends as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        Path(self._file.name).unlink(missing_ok=True)
        self._file = None


def read_last_crash() -> str:
    """Read what the last crash has left.

    Returns:
        Where each thread was; "" where there was none.
    """
    try:
        with (state_folder() / _LAST).open(encoding="utf-8", errors="replace") as file:
            return file.read(_LONGEST)
    except OSError:
        return ""


def _is_running(left: Path) -> bool:
    """Whether the process that a file names is still there, as far as can be told."""
    if os.name == "nt":
        return False
    try:
        os.kill(int(left.stem.partition("-")[2]), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        pass  # it is somebody else's
    return True
