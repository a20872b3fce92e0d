"""Where one was when the program ended, and back to it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.services.sample import is_sample
from editor.app.services.settings import Settings

if TYPE_CHECKING:
    from editor.app.document.session import Session
    from editor.ui.workspace.workspace import Workspace


def find_last_document(settings: Settings) -> Path | None:
    """Find the document that the program begins with.

    Args:
        settings: What the program remembers.

    Returns:
        Its file; None where there is none, or the user begins at home.
    """
    now = settings.now
    path = Path(now.last_path)
    with suppress(OSError):  # of a folder or a server that cannot be looked into
        if now.reopens and now.last_path and path.is_file():
            return path
    return None


class LastPlace:
    """Remembers the open document with its page and caret."""

    def __init__(self, session: "Session", settings: Settings) -> None:
        self._session, self._settings = session, settings

    def keep(self, workspace: "Workspace | None", *, is_home: bool) -> None:
        """Remember where the user is.

        Args:
            workspace: The panes; None where they were never made.
            is_home: Whether home is shown: the next start begins there, too.
        """
        path = self._session.path
        if workspace is None or is_home or path is None or is_sample(path):
            self._settings.keep(last_path="")
            return
        part = workspace.outline.current
        self._settings.keep(
            last_path=str(path.absolute()),
            last_page=part.page,
            last_position=workspace.text.view.caret,
        )

    def reopen(
        self, open_path: Callable[[Path], bool], workspace: "Callable[[], Workspace]"
    ) -> bool:
        """Open the document of last time at its place.

        Args:
            open_path: Opens a file; False where that failed.
            workspace: Gives the panes.

        Returns:
            False where there is none, or the user begins at home.
        """
        now, path = self._settings.now, find_last_document(self._settings)
        if path is None:
            return False
        page, position = now.last_page, now.last_position
        if not open_path(path):
            return False
        workspace().navigator.return_to(page, min(position, len(self._session.text)))
        return True
