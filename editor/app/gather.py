"""Events gathered from files, text and addresses, in a thread of its own: an answer may be slow, a calendar large."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.app import files
from editor.app.fetch import fetch
from editor.core import intake
from editor.core.intake import pages
from editor.core.intake.candidate import Frame, Read
from editor.core.text import Refused, translate


class Gatherer(QObject):
    """Answers every request with ``found`` (a Read) or ``failed`` (a Sentence); only the newest one counts."""

    found = Signal(object)
    failed = Signal(object)
    _done = Signal(object, int)

    def __init__(self, parent: QObject | None = None, *, private: bool = False) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(2, "gather")
        self._round = 0
        self._private = private
        self._stop = threading.Event()
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def read_text(self, text: str, frame: Frame) -> None:
        """Events in a text somebody has pasted."""
        self._start(lambda: intake.read(text.encode("utf-8", "replace"), "text", frame))

    def read_files(self, paths: list[Path], frame: Frame) -> None:
        """Events in files."""
        self._start(lambda: _joined([intake.read(files.read(path), path.name, frame) for path in paths]))

    def fetch(self, address: str, frame: Frame) -> None:
        """Events at an address: somebody has clicked for this."""
        private, stop = self._private, threading.Event()
        self._start(lambda: at_address(address, frame, private=private, stop=stop))
        self._stop = stop

    def _start(self, work: object) -> None:
        self.cancel()
        number = self._round
        self._pool.submit(work).add_done_callback(lambda future: self._deliver(future, number))  # type: ignore[arg-type]

    def _deliver(self, future: "Future[Read]", number: int) -> None:
        """In the worker's thread."""
        if number == self._round and not future.cancelled():
            self._done.emit(future, number)

    def _on_done(self, future: "Future[Read]", number: int) -> None:
        if number != self._round:
            return
        error = future.exception()
        if isinstance(error, Refused):
            self.failed.emit(error.sentence)
        elif error:
            self.failed.emit(translate("core", "This could not be read: {reason}.").fill(reason=type(error).__name__))
        else:
            self.found.emit(future.result())

    def cancel(self) -> None:
        """Nobody waits for an answer any more."""
        self._round += 1
        self._stop.set()

    def close(self) -> None:
        self.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)


def at_address(address: str, frame: Frame, *, private: bool = False, stop: threading.Event | None = None) -> Read:
    """The events at an address; of a page that only leads to a calendar, that calendar's."""
    answer = fetch(address, private=private, stop=stop)
    name = answer.address.rpartition("/")[2] or answer.address
    head = answer.data[:2000].lower()
    if b"<html" not in head and b"<!doctype" not in head:
        return intake.read(answer.data, name, frame)
    read = pages.read(pages.decoded(answer.data, name), frame, answer.address)
    if read.candidates or not read.linked:
        return read
    calendar = fetch(read.linked[0], private=private, stop=stop)
    return intake.read(calendar.data, "linked.ics", frame)


def _joined(reads: list[Read]) -> Read:
    return Read(tuple(one for read in reads for one in read.candidates), tuple(sentence for read in reads for sentence in read.problems))
