"""What one window or program of the user's may have at a time; the system frees it when it dies."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.services.files import remove_file
from editor.app.services.folders import cache_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock


def try_to_own(path: Path, patience: float = 0.0) -> "BaseFileLock | None":
    """Become the owner of a file that one process at a time may have.

    Args:
        path: The file; the lock lies beside it. The system lets go of it when the owner dies.
        patience: Seconds to wait for it.

    Returns:
        The lock, to be released; None where another window or process has it.

    Raises:
        OSError: If there can be no lock there.
    """
    from filelock import FileLock, Timeout  # with asyncio, which a start need not wait for

    lock = FileLock(path.with_suffix(".lock"), timeout=patience, thread_local=False, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


def release(lock: "BaseFileLock", *, remove: bool = True) -> None:
    """Give a lock up.

    Args:
        lock: The lock.
        remove: Whether its file goes, too.
    """
    if remove:
        remove_file(Path(lock.lock_file))
    with contextlib.suppress(OSError):
        lock.release()


@contextlib.contextmanager
def owning(name: str) -> Iterator[bool]:
    """Own something that has no file of its own, as long as the block runs.

    Args:
        name: What it is called, as a file may be, without dots.

    Yields:
        Whether it is owned; False where another window or process has it.

    Raises:
        OSError: If there can be no lock.
    """
    folder = cache_folder() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    lock = try_to_own(folder / name)
    try:
        yield lock is not None
    finally:
        if lock:
            release(lock, remove=False)
