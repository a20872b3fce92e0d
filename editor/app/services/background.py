"""Work that would hold up the window, in threads of its own. Only the newest piece counts; nobody waits for the rest."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate


class TaskStopped(Exception):
    """Work that was asked to end raises it where nobody wants what it has by then."""


class BackgroundTask(QObject):
    """Answers every ``start`` with ``done`` (what the work returned) or ``failed`` (a Message), unless cancelled."""

    done = Signal(object)
    failed = Signal(object)
    _arrived = Signal(object, int)

    def __init__(self, parent: QObject | None = None, name: str = "aside") -> None:
        super().__init__(parent)
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
        """Do this; ``work`` gets an event that is set when nobody wants its answer any more."""
        self.cancel()
        if self._closed:
            return
        stop = self._stop = threading.Event()
        number, self._busy = self._round, True
        self._pool.submit(work, stop).add_done_callback(
            lambda future: self._deliver(future, number)
        )

    def _deliver(self, future: "Future[object]", number: int) -> None:
        """In the worker's thread."""
        if number == self._round and not future.cancelled():
            self._arrived.emit(future, number)

    def _on_arrived(self, future: "Future[object]", number: int) -> None:
        if number != self._round:
            return
        self._busy = False
        error = future.exception()
        if isinstance(error, UserFacingError):
            self.failed.emit(error.message)
        elif error and not isinstance(error, TaskStopped):
            self.failed.emit(
                translate("core", "This could not be done: {reason}.").fill(
                    reason=f"{type(error).__name__} {error}".strip()
                )
            )
        elif not error:
            self.done.emit(future.result())

    def stop(self) -> None:
        """Ask the work at hand to end; what it has by then is still wanted."""
        self._stop.set()

    def cancel(self) -> None:
        """Nobody waits for an answer any more."""
        self._round += 1
        self._busy = False
        self._stop.set()

    def close(self) -> None:
        """Take no more work."""
        self.cancel()
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)
