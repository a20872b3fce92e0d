"""Writes drafts in a thread: the window hands over what happened, and never waits for a disk."""

import logging
import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.document.undo_commands import Step
from editor.app.drafts.draft_folder import make_draft_path, move_aside
from editor.app.drafts.journal import DraftHeader, write_header, write_step
from editor.app.services.locks import release, try_to_own
from editor.app.services.log import describe_error

if TYPE_CHECKING:
    from filelock import BaseFileLock

_log = logging.getLogger(__name__)
_RETRY_SECONDS = 2.0
"""How long after a failure the next attempt comes."""
_CLOSING_SECONDS = 0.8
"""How long closing waits for the disk."""


class DraftWriter:
    """One draft at a time. What is handed over is written in its order, and synced.

    What cannot be written stays in memory, and is tried again.
    """

    def __init__(self, report: Callable[[OSError | None], object]) -> None:
        """Make a writer; its thread starts with the first draft.

        Args:
            report: Called in the thread with the error when writing fails, and with None when it
                works again.
        """
        self._report = report
        self._tasks: queue.SimpleQueue[Callable[[], object] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._journal = _Journal()
        self._failed = False

    def begin(self, header: DraftHeader) -> None:
        """Begin a draft.

        Args:
            header: What it is about; its text must not be packed by the caller.
        """
        self._put(lambda: self._journal.begin(header))

    def add(self, step: Step) -> None:
        """Add a step to the draft.

        Args:
            step: What was played.
        """
        moment = time.time()
        self._put(lambda: self._journal.add(write_step(step, moment)))

    def end(self, *, keep: bool = False, kept: Callable[[Path], object] = lambda _: None) -> None:
        """End the draft: it is saved, left, or given up.

        Args:
            keep: Whether it stays to be offered again; else it is moved aside.
            kept: Called in the thread with the file of a draft that stays.
        """

        def end_journal() -> None:
            file = self._journal.end(keep=keep)
            if keep and file:
                kept(file)

        self._put(end_journal)

    def call(self, task: Callable[[], object]) -> None:
        """Run something in the thread, when all that was handed over before is on disk.

        Args:
            task: What to run; its OSError is reported.
        """

        def flush_and_run() -> None:
            self._journal.flush()
            task()

        self._put(flush_and_run)

    def wait(self) -> None:
        """Wait, no more than a second, until all that was handed over is on disk."""
        done = threading.Event()
        self.call(done.set)
        done.wait(_CLOSING_SECONDS)

    def close(self) -> None:
        """Write what is left, within a second, and end the thread."""
        if self._thread:
            self._tasks.put(None)
            self._thread.join(_CLOSING_SECONDS)
            self._thread = None

    def _put(self, task: Callable[[], object]) -> None:
        self._tasks.put(task)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="drafts", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        is_open = True
        while is_open:
            for task in self._take_tasks():
                if task is None:
                    is_open = False
                    break
                self._try(task)
            self._flush()

    def _take_tasks(self) -> "list[Callable[[], object] | None]":
        """Wait for tasks; while something could not be written, not for long."""
        seconds = _RETRY_SECONDS if self._journal.is_behind else None
        tasks: list[Callable[[], object] | None] = []
        try:
            tasks.append(self._tasks.get(timeout=seconds))
            while True:
                tasks.append(self._tasks.get_nowait())
        except queue.Empty:
            pass
        return tasks

    def _try(self, task: Callable[[], object]) -> None:
        try:
            task()
        except OSError as error:
            self._tell(error)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not end the journal
            _log.error("a draft was not written: %s", describe_error(error))
            self._tell(OSError(type(error).__name__))

    def _flush(self) -> None:
        was_behind = self._journal.is_behind
        try:
            self._journal.flush()
        except OSError as error:
            self._tell(error)
        else:
            if self._failed and was_behind:
                self._failed = False
                self._report(None)

    def _tell(self, error: OSError) -> None:
        if not self._failed:
            self._failed = True
            self._report(error)


class _Journal:
    """The file of the present draft, and what of it is not on disk yet."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._lock: BaseFileLock | None = None
        self._waiting: list[bytes] = []
        self._written = 0
        """How much of the file is whole."""

    @property
    def is_behind(self) -> bool:
        return bool(self._waiting)

    def begin(self, header: DraftHeader) -> None:
        self.end(keep=False)
        self._waiting, self._written = [write_header(header)], 0

    def add(self, line: bytes) -> None:
        self._waiting.append(line)

    def flush(self) -> None:
        """Bring what waits to the disk.

        Raises:
            OSError: If that cannot be done; all of it waits still.
        """
        if not self._waiting:
            return
        if self._path is None:
            path = make_draft_path()
            self._lock = try_to_own(path)
            self._path = path
        content = b"".join(self._waiting)
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.seek(self._written)
            file.truncate()  # what a failed attempt has left
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        self._written += len(content)
        self._waiting.clear()

    def end(self, *, keep: bool) -> Path | None:
        """Bring what waits to the disk, and let go of the draft; returns its file.

        Raises:
            OSError: If it cannot be written.
        """
        path, lock = self._path, self._lock
        try:
            self.flush()
            path, lock = self._path, self._lock
        finally:
            self._waiting.clear()
            self._path = self._lock = None
            if path and not keep:
                move_aside(path)
            if lock:
                release(lock)
        return path
