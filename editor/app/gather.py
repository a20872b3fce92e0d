"""Events gathered from files, text and addresses, aside: an answer may be slow, a calendar large."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject

from editor.app import files
from editor.app.aside import Aside
from editor.app.fetch import fetch
from editor.core import intake
from editor.core.intake import pages
from editor.core.intake.candidate import Frame, Read


class Gatherer(Aside):
    """Answers every request with a Read."""

    def __init__(self, parent: QObject | None = None, *, private: bool = False) -> None:
        super().__init__(parent, "gather")
        self._private = private

    def read_text(self, text: str, frame: Frame) -> None:
        """Events in a text somebody has pasted."""
        self.start(lambda _: intake.read(text.encode("utf-8", "replace"), "text", frame))

    def read_files(self, paths: list[Path], frame: Frame) -> None:
        """Events in files."""
        self.start(
            lambda _: _joined([intake.read(files.read(path), path.name, frame) for path in paths])
        )

    def fetch(self, address: str, frame: Frame) -> None:
        """Events at an address: somebody has clicked for this."""
        private = self._private
        self.start(lambda stop: at_address(address, frame, private=private, stop=stop))


def at_address(
    address: str, frame: Frame, *, private: bool = False, stop: threading.Event | None = None
) -> Read:
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
    return Read(
        tuple(one for read in reads for one in read.candidates),
        tuple(sentence for read in reads for sentence in read.problems),
    )
