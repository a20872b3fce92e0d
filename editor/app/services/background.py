"""Work that would hold up the window, done in threads: the one kind of background task there is.

Only the newest work of a task counts; nobody waits for what came before. What goes wrong becomes a
message, and faults of ours go into the log, too.
"""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

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
        self._workers = _Workers(name)
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
        future = self._workers.submit(lambda: work(stop))
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

    def close(self, *, seconds: float = 0.0) -> None:
        """Take no more work.

        Args:
            seconds: How long to wait for work in progress. What is not done then goes on alone:
                it keeps neither the window nor the program.
        """
        self.cancel()
        self._closed = True
        self._workers.close(seconds)


class _Workers:
    """Two threads at most: work that was cancelled may take a while to notice.

    Those of concurrent.futures would keep the program until their work is done.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._idle = threading.Semaphore(0)

    def submit(self, work: Callable[[], object]) -> "Future[object]":
        future: Future[object] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is handed on
                future.set_exception(error)

        if not self._idle.acquire(blocking=False) and len(self._threads) < _MOST_THREADS:
            thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._threads.append(thread)
            thread.start()
        self._work.put(run)
        return future

    def _run(self) -> None:
        while run := self._work.get():
            run()
            self._idle.release()

    def close(self, seconds: float) -> None:
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads:
            thread.join(seconds)


_MOST_THREADS = 2
