"""Work that would hold up the window, done in threads: the one kind of background task there is.

Only the newest work of a task counts; nobody waits for what came before. What goes wrong becomes a
message, and faults of ours go into the log, too.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from editor.app.services.log import describe_error
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

_log = logging.getLogger(__name__)


class TaskStopped(Exception):
    """Raised by work that was asked to end, where what it has by then is of no use."""


class BackgroundTask(QObject):
    """Runs work in a thread and answers in the thread it lives in.

    Every ``start`` is answered by ``done`` or ``failed``, unless it is cancelled or another one
    comes.
    """

    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The Message that says why there is no result."""
    _arrived = Signal(object, int)

    def __init__(self, parent: QObject | None = None, name: str = "background") -> None:
        """Make a task.

        Args:
            parent: The QObject it lives with.
            name: What its threads are called in the log.
        """
        super().__init__(parent)
        self._name = name
        # two threads: work that was cancelled may take a while to notice
        self._pool = ThreadPoolExecutor(2, name)
        self._round = 0
        self._busy = self._closed = False
        self._stop = threading.Event()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy

    def start(self, work: Callable[[threading.Event], object]) -> None:
        """Run work; what was started before is cancelled.

        Args:
            work: Called in a thread with an event that is set when its result is not wanted any
                more. It may raise UserFacingError, whose message is passed on, or TaskStopped.
        """
        self.cancel()
        if self._closed:
            return
        stop = self._stop = threading.Event()
        number, self._busy = self._round, True
        future = self._pool.submit(work, stop)
        future.add_done_callback(lambda future: self._deliver(future, number))

    def _deliver(self, future: "Future[object]", number: int) -> None:
        """In the worker's thread: the signal takes the result over to the task's own."""
        if number == self._round and not future.cancelled():
            self._arrived.emit(future, number)

    def _on_arrived(self, future: "Future[object]", number: int) -> None:
        if number != self._round:
            return
        self._busy = False
        error = future.exception()
        if error is None:
            self.done.emit(future.result())
        elif not isinstance(error, TaskStopped):
            self.failed.emit(self._explain(error))

    def _explain(self, error: BaseException) -> Message:
        if isinstance(error, UserFacingError):
            return error.message
        _log.error("task %s failed: %s", self._name, describe_error(error))
        reason = f"{type(error).__name__} {error}".strip()
        return translate("core", "This could not be done: {reason}.").fill(reason=reason)

    def stop(self) -> None:
        """Ask the work in progress to end; what it has by then is still wanted."""
        self._stop.set()

    def cancel(self) -> None:
        """Ask the work in progress to end; no answer will come."""
        self._round += 1
        self._busy = False
        self._stop.set()

    def close(self, *, wait: bool = False) -> None:
        """Take no more work.

        Args:
            wait: Whether to return only when the threads have ended.
        """
        self.cancel()
        self._closed = True
        self._pool.shutdown(wait=wait, cancel_futures=True)
