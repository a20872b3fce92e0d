"""Renders in a thread of its own, newest request first, so that typing never waits for the preview."""

import html
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from editor.core.issue import Issue, parse
from editor.core.profile import Profile


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the page and where it comes from in the text."""

    html: str
    start: int
    end: int


class Renderer(QObject):
    """Takes texts, gives issues with their pieces. While one is being rendered only the newest other one waits."""

    rendered = Signal(object, object)
    """The Issue, and its pieces as a list of Piece."""
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "render")
        self._busy = False
        self._waiting: tuple[str, Profile] | None = None
        self._closed = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def request(self, text: str, profile: Profile) -> None:
        """Parse and render a text as soon as may be; an older one that still waits is dropped."""
        if self._closed:
            return
        if self._busy:
            self._waiting = (text, profile)
            return
        self._busy = True
        self._pool.submit(_work, text, profile).add_done_callback(self._deliver)

    def _deliver(self, future: "Future[tuple[Issue, list[Piece]]]") -> None:
        """In the worker's thread: the signal takes the result over to the window's."""
        if not self._closed and not future.cancelled():
            self._done.emit(*future.result())

    def _on_done(self, issue: Issue, pieces: list[Piece]) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(*waiting)
        self.rendered.emit(issue, pieces)

    def close(self) -> None:
        """Wait for the work at hand and take no more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)


def _work(text: str, profile: Profile) -> tuple[Issue, list[Piece]]:
    from editor.core import render  # 60 ms of imports that need not come before the first paint

    issue = parse(text, profile)
    try:
        return issue, [Piece(block.html, block.span.start, block.span.end) for block in render.render(issue)]
    except Exception as error:  # noqa: BLE001 - a renderer's fault must not end the preview for good
        return issue, [Piece(f"<pre>{html.escape(repr(error))}</pre>", 0, len(text))]
