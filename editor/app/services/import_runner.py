"""Events gathered from files, text and addresses, aside: an answer may be slow, a calendar large."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject

from editor.app.services.background import BackgroundTask
from editor.app.services.fetch import fetch
from editor.app.services.files import read_file
from editor.core.importers import pages
from editor.core.importers.candidate import ImportContext, ImportResult
from editor.core.importers.importing import import_events


class ImportRunner(BackgroundTask):
    """Answers every request with a Read."""

    def __init__(self, parent: QObject | None = None, *, private: bool = False) -> None:
        super().__init__(parent, "gather")
        self._private = private

    def read_text(self, text: str, context: ImportContext) -> None:
        """Events in a text somebody has pasted."""
        self.start(lambda _: import_events(text.encode("utf-8", "replace"), "text", context))

    def read_files(self, paths: list[Path], context: ImportContext) -> None:
        """Events in files."""
        self.start(
            lambda _: _joined(
                [import_events(read_file(path), path.name, context) for path in paths]
            )
        )

    def fetch(self, address: str, context: ImportContext) -> None:
        """Events at an address: somebody has clicked for this."""
        private = self._private
        self.start(lambda stop: import_from_address(address, context, private=private, stop=stop))


def import_from_address(
    address: str,
    context: ImportContext,
    *,
    private: bool = False,
    stop: threading.Event | None = None,
) -> ImportResult:
    """The events at an address; of a page that only leads to a calendar, that calendar's."""
    answer = fetch(address, private=private, stop=stop)
    name = answer.address.rpartition("/")[2] or answer.address
    head = answer.data[:2000].lower()
    if b"<html" not in head and b"<!doctype" not in head:
        return import_events(answer.data, name, context)
    read = pages.read_page(pages.decode_page(answer.data, name), context, answer.address)
    if read.candidates or not read.linked:
        return read
    calendar = fetch(read.linked[0], private=private, stop=stop)
    return import_events(calendar.data, "linked.ics", context)


def _joined(reads: list[ImportResult]) -> ImportResult:
    return ImportResult(
        tuple(one for read in reads for one in read.candidates),
        tuple(sentence for read in reads for sentence in read.problems),
    )
