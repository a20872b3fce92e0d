"""Renders in a thread of its own, newest request first, so that typing never waits for the preview."""

import html
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from editor.core.base.edits import Span
from editor.core.issue.issue import Issue, parse_issue
from editor.core.profiles.profile import Profile

if TYPE_CHECKING:
    from editor.core.rendering.blocks import Block, Omissions

    Done = tuple[Issue, list[Block], Omissions, int]


class Renderer(QObject):
    """Takes texts, gives issues with the blocks of their page. While one is being rendered only the newest other one waits."""

    rendered = Signal(object, object, object, int)
    """The Issue, its page as a list of Block, the page's Omissions, and which document they are of."""
    _done = Signal(object, object, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "render")
        self._busy = False
        self._waiting: tuple[str, Profile, int] | None = None
        self._closed = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def request(self, text: str, profile: Profile, document: int = 0) -> None:
        """Parse and render a text as soon as may be; an older one that still waits is dropped."""
        if self._closed:
            return
        if self._busy:
            self._waiting = (text, profile, document)
            return
        self._busy = True
        self._pool.submit(_work, text, profile, document).add_done_callback(self._deliver)

    def _deliver(self, future: "Future[Done]") -> None:
        """In the worker's thread: the signal takes the result over to the window's."""
        if not self._closed and not future.cancelled():
            self._done.emit(*future.result())

    def _on_done(
        self, issue: Issue, blocks: "list[Block]", omitted: "Omissions", document: int
    ) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(*waiting)
        self.rendered.emit(issue, blocks, omitted, document)

    def close(self) -> None:
        """Wait for the work at hand and take no more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)


def _work(text: str, profile: Profile, document: int) -> "Done":
    from editor.core.rendering.blocks import Block, Omissions, find_omissions, render_page

    issue = parse_issue(text, profile)
    try:
        blocks = render_page(issue)
        return issue, blocks, find_omissions(issue, blocks), document
    except Exception as error:  # noqa: BLE001 - a renderer's fault must not end the preview for good
        return (
            issue,
            [Block(f"<pre>{html.escape(repr(error))}</pre>", Span(0, len(text)))],
            Omissions(),
            document,
        )
