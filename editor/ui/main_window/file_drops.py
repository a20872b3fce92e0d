"""Files dropped on the window: events or a text to import, photos, or an issue to open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from editor.app.services.pending_photos import PHOTO_SUFFIXES

if TYPE_CHECKING:
    from editor.ui.workspace.workspace import Workspace

_IMPORTABLE = {".ics", ".ical", ".html", ".htm", ".eml", ".csv", ".tsv"}
"""How files end that hold events from elsewhere."""


_TEXTS = {".docx", ".odt"}
"""How files end whose text is written into the open one."""


class FileDrops(QObject):
    """Takes files that are dropped anywhere on a window."""

    def __init__(
        self,
        window: QWidget,
        workspace: "Callable[[], Workspace | None]",
        open_path: Callable[[Path], object],
    ) -> None:
        """Take drops from now on.

        Args:
            window: The window.
            workspace: Returns the panes; None while no document is open.
            open_path: Opens an issue.
        """
        super().__init__(window)
        self._workspace, self._open_path = workspace, open_path
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        assert isinstance(event, QDropEvent)
        paths = _list_files(event.mimeData().urls())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.take(paths)
        return True

    def take(self, paths: list[Path]) -> None:
        """Do with files what they are for.

        Args:
            paths: The files that were dropped, at least one.
        """
        workspace = self._workspace()
        importable = [path for path in paths if path.suffix.lower() in _IMPORTABLE]
        texts = [path for path in paths if path.suffix.lower() in _TEXTS]
        photos = [path for path in paths if path.suffix.lower() in PHOTO_SUFFIXES]
        if workspace and importable:
            workspace.event_import.read_files(importable)
        elif workspace and texts:
            workspace.text.imports.read(texts[0])
        elif workspace and photos:
            workspace.navigator.take_photos(photos)
        else:
            # a document opened within the event would take away the widget that it is for
            QTimer.singleShot(0, self, lambda: self._open_path(paths[0]))


def _list_files(urls: list[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
