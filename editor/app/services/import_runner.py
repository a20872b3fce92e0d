"""Imports events in the background: a server may be slow, a calendar large."""

import threading
import time
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from editor.app.services.background import BackgroundTask
from editor.app.services.fetch import fetch
from editor.app.services.files import read_file
from editor.app.services.import_worker import import_in_process
from editor.core.base.errors import UserFacingError
from editor.core.importers.candidate import ImportContext, ImportResult
from editor.core.importers.importing import import_events
from editor.core.importers.news import KnownEvents, choose_new

_FRESH_SECONDS = 900.0
_SHORT = 64 * 1024
"""Octets of text that are read at once."""


class SourceCache:
    """What sources have answered, for some minutes: nobody is asked twice in a row."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, date | None], tuple[float, ImportResult]] = {}

    def get(self, address: str, context: ImportContext) -> ImportResult | None:
        """Return what an address has answered for an issue; None for nothing, or long ago."""
        asked, result = self._answers.get((address, context.day), (0.0, None))
        return result if result and time.monotonic() - asked < _FRESH_SECONDS else None

    def put(self, address: str, context: ImportContext, result: ImportResult) -> None:
        """Keep an answer."""
        self._answers[address, context.day] = (time.monotonic(), result)


class ImportRunner(BackgroundTask):
    """Answers every request with an ImportResult."""

    def __init__(self, parent: QObject | None = None, *, private: bool = False) -> None:
        """Make a runner.

        Args:
            parent: The QObject it lives with.
            private: Whether hosts of this machine and its network may be asked.
        """
        super().__init__(parent, "import")
        self._private = private

    def read_text(self, text: str, context: ImportContext) -> None:
        """Read the events of a text the user has pasted."""
        data = text.encode("utf-8", "replace")
        if len(data) < _SHORT:
            self.start(lambda _: import_events(data, "text", context))
        else:
            self.start(lambda stop: import_in_process(data, "text", context, stop))

    def read_files(self, paths: list[Path], context: ImportContext) -> None:
        """Read the events of files."""
        self.start(
            lambda stop: _join(
                import_in_process(read_file(path), path.name, context, stop) for path in paths
            )
        )

    def fetch_news(
        self,
        addresses: Sequence[str],
        context: ImportContext,
        known: KnownEvents,
        cache: SourceCache,
    ) -> None:
        """Read what is new at some addresses; only ever on the user's click."""
        private = self._private
        self.start(
            lambda stop: choose_new(
                import_from_sources(addresses, context, cache, private=private, stop=stop),
                context,
                known,
            )
        )

    def fetch(self, address: str, context: ImportContext) -> None:
        """Read the events at an address; only ever on the user's click."""
        private = self._private
        self.start(lambda stop: import_from_address(address, context, private=private, stop=stop))


def import_from_sources(
    addresses: Sequence[str],
    context: ImportContext,
    cache: SourceCache,
    *,
    private: bool = False,
    stop: threading.Event,
) -> ImportResult:
    """Import the events of several addresses, one after the other.

    Args:
        addresses: Pages and calendars.
        context: The issue they are for.
        cache: Answers of the last minutes.
        private: Whether hosts of this machine and its network may be asked.
        stop: Ends the work when it is set.

    Returns:
        The events of all; an address that does not answer is a problem.
    """
    results = []
    for address in addresses:
        if stop.is_set():
            break
        result = cache.get(address, context)
        if result is None:
            try:
                result = import_from_address(address, context, private=private, stop=stop)
                cache.put(address, context, result)
            except UserFacingError as error:
                result = ImportResult((), (error.message,))
        results.append(result)
    return _join(results)


def import_from_address(
    address: str,
    context: ImportContext,
    *,
    private: bool = False,
    stop: threading.Event | None = None,
) -> ImportResult:
    """Import the events at an address.

    Args:
        address: A page or a calendar.
        context: The issue they are for.
        private: Whether hosts of this machine and its network may be asked.
        stop: Ends the work when it is set.

    Returns:
        The events; of a page that only leads to a calendar, that calendar's.

    Raises:
        FetchFailed: If the address does not answer.
        InputRejected: If no events can be read there.
    """
    stop = stop or threading.Event()
    answer = fetch(address, private=private, stop=stop)
    name = answer.address.rpartition("/")[2] or answer.address
    head = answer.data[:2000].lower()
    if b"<html" not in head and b"<!doctype" not in head:
        return import_in_process(answer.data, name, context, stop)
    result = import_in_process(answer.data, answer.address, context, stop)
    if result.candidates or not result.linked:
        return result
    calendar = fetch(result.linked[0], private=private, stop=stop)
    return import_in_process(calendar.data, "linked.ics", context, stop)


def _join(results: Iterable[ImportResult]) -> ImportResult:
    results = list(results)
    return ImportResult(
        candidates=tuple(candidate for result in results for candidate in result.candidates),
        problems=tuple(message for result in results for message in result.problems),
    )
