"""The log: a rotating file in the user's state folder, for faults of the program.

No text of a document goes into it: errors are described by their type and where they were raised,
never by their own words, which may quote the document.
"""

import logging
import platform
import traceback
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

from editor import __version__
from editor.app.services.crash_log import read_last_crash
from editor.app.services.folders import state_folder

_BYTES, _FILES = 500_000, 3
_LINES_IN_REPORT = 30
_ROOT = Path(__file__).parents[3]


def log_file() -> Path:
    """Return the path of the log; the file may not exist."""
    return state_folder() / "rundbrief.log"


def start_logging() -> logging.Handler | None:
    """Let the program's loggers write to the log.

    Returns:
        The handler, to be closed by tests; None where the folder cannot be written: the program
        works without a log.
    """
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("editor")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler


def log_fault(error: BaseException) -> None:
    """Write that the program has made a mistake.

    Args:
        error: What nothing has expected.
    """
    logging.getLogger("editor").error("unexpected: %s", describe_error(error))


def describe_error(error: BaseException) -> str:
    """Describe an error without its own words.

    Args:
        error: Any exception.

    Returns:
        Its type, and the places it went through, the innermost last: "KeyError in a.py:3, b.py:7".
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_shorten(frame.filename)}:{frame.lineno}" for frame in frames]
    return f"{type(error).__name__} in {', '.join(places) or 'unknown place'}"


def _shorten(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


def report_details() -> str:
    """Collect what helps to understand a fault, for a report.

    Returns:
        Versions and system, the last lines of the log, and where the program was when it died
        last. No text of a document is in it.
    """
    from PySide6 import __version__ as pyside_version
    from PySide6.QtCore import qVersion

    lines = [
        f"Rundbrief {__version__}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}, Qt {qVersion()}",
        platform.platform(),
    ]
    try:
        with log_file().open(encoding="utf-8", errors="replace") as log:
            lines += ["", *(line.rstrip() for line in deque(log, _LINES_IN_REPORT))]
    except OSError:
        lines += ["", "(no log)"]
    if crash := read_last_crash():
        lines += ["", "The last crash:", crash.replace(str(_ROOT), "…").rstrip()]
    return "\n".join(lines) + "\n"
