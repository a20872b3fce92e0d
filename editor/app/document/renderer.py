"""Renders texts in a thread, the newest first, so that typing never waits for the preview."""

import html
import logging
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from editor.app.services.background import BackgroundTask
from editor.app.services.log import describe_error
from editor.core.profiles.profile import Profile

if TYPE_CHECKING:
    from editor.core.issue.issue import Issue
    from editor.core.rendering.blocks import Omissions, PageBlocks

_CLOSING_SECONDS = 0.3
_log = logging.getLogger(__name__)


class Rendering(Struct, frozen=True):
    """A text as an issue, with the blocks of its page and what the page leaves out."""

    issue: "Issue"
    blocks: "PageBlocks"
    omissions: "Omissions"
    document: int
    """Which document it is of, as it was requested."""


class Renderer(QObject):
    """Parses and renders texts. While one is rendered, only the newest other one waits."""

    rendered = Signal(object)
    """A Rendering."""
    failed = Signal(object)
    """The Message that says why a text could not be parsed; later ones may be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = BackgroundTask(self, "render")
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._waiting: tuple[str, Profile, int] | None = None
        self._last: Rendering | None = None

    def request(self, text: str, profile: Profile, document: int = 0) -> None:
        """Render a text as soon as possible; an older one that still waits is dropped.

        Args:
            text: The whole document.
            profile: The profile through which it is seen.
            document: A number that comes back with the result.
        """
        if self._task.busy:
            self._waiting = (text, profile, document)
        else:
            last = self._last
            self._task.start(lambda _: render(text, profile, document, last))

    def _on_done(self, rendering: Rendering) -> None:
        self._last = rendering
        self._take_waiting()
        self.rendered.emit(rendering)

    def _on_failed(self, message: object) -> None:
        self._take_waiting()
        self.failed.emit(message)

    def _take_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.request(*waiting)

    def close(self) -> None:
        """Take no more work; wait a moment for that in progress."""
        self._waiting = None
        self._task.close(seconds=_CLOSING_SECONDS)


def render(text: str, profile: Profile, document: int, last: Rendering | None = None) -> Rendering:
    """Parse and render a text.

    Args:
        text: The whole document.
        profile: The profile through which it is seen.
        document: A number that comes back with the result.
        last: What was rendered before, of which is taken over what has not changed.

    Returns:
        The issue and its page. Where a fault of ours keeps it from being rendered, the page is the
        text itself, and the log says why.
    """
    from editor.core.issue.issue import parse_like
    from editor.core.rendering.blocks import Omissions
    from editor.core.rendering.omissions import find_omissions
    from editor.core.rendering.page import render_page

    issue = parse_like(last.issue if last else None, text, profile)
    try:
        blocks = render_page(issue, before=(last.issue, last.blocks) if last else None)
        return Rendering(issue, blocks, find_omissions(issue, blocks), document)
    except Exception as error:  # noqa: BLE001 - a fault of ours must not leave an old page on show
        _log.error("a page was not rendered: %s", describe_error(error))
        return Rendering(issue, _make_plain_page(text), Omissions(), document)


def _make_plain_page(text: str) -> "PageBlocks":
    from editor.core.rendering.blocks import make_plain_page

    return make_plain_page(f"<pre>{html.escape(text)}</pre>", len(text))
