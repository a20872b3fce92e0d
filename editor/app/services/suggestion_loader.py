"""Gathers knowledge in a thread of its own: reading a site's issues takes a second."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.app.services.gazetteer_loading import load_gazetteer
from editor.app.services.profile_registry import ProfileRegistry
from editor.core.base.messages import Message
from editor.core.places.gazetteer import Gazetteer


class SuggestionLoader(QObject):
    """Gathers knowledge aside; ``learned`` carries a Gazetteer and the sentences of what could not be read."""

    learned = Signal(object, object)
    _done = Signal(object, object)

    def __init__(self, registry: ProfileRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._pool = ThreadPoolExecutor(1, "learn")
        self._folder: Path | None = None
        self._closed = False
        self._done.connect(self.learned, Qt.ConnectionType.QueuedConnection)

    def study(self, folder: Path) -> None:
        """Read the issues of a folder; once, until another folder comes."""
        if folder != self._folder and not self._closed:
            self._folder = folder
            self._pool.submit(load_gazetteer, folder, self._registry).add_done_callback(
                self._deliver
            )

    def _deliver(self, future: "Future[tuple[Gazetteer, list[Message]]]") -> None:
        """In the worker's thread."""
        if not self._closed and not future.cancelled() and not future.exception():
            self._done.emit(*future.result())

    def close(self) -> None:
        """Take no more work."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
