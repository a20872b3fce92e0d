"""Loads what a site's issues suggest in the background: reading them takes a second."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.app.services.background import BackgroundTask
from editor.app.services.profile_registry import ProfileRegistry
from editor.core.base.messages import Message

if TYPE_CHECKING:
    from editor.core.places.gazetteer import Gazetteer


class SuggestionLoader(QObject):
    """Reads the issues of a folder, once, until another folder comes."""

    loaded = Signal(object, object)
    """A Gazetteer, and the Messages of what could not be read."""
    failed = Signal(object)
    """The Message that says why nothing was loaded."""

    def __init__(self, registry: ProfileRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._folder: Path | None = None
        self._task = BackgroundTask(self, "suggestions")
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self.failed)

    def load(self, folder: Path) -> None:
        """Read the issues of a folder, unless it was the last one."""
        if folder != self._folder:
            self._folder = folder
            self._task.start(lambda _: self._read(folder))

    def _read(self, folder: Path) -> "tuple[Gazetteer, list[Message]]":
        # imported when it is needed: nothing of it is shown in the first window
        from editor.app.services.gazetteer_loading import load_gazetteer

        return load_gazetteer(folder, self._registry)

    def _on_done(self, result: "tuple[Gazetteer, list[Message]]") -> None:
        self.loaded.emit(*result)

    def close(self) -> None:
        """Take no more work."""
        self._task.close(seconds=0.3)
