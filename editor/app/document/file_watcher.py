"""Notices when the open file changes behind our back."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_QUIET = 300


class FileWatcher(QObject):
    """Watches a file and its folder: an atomic replace makes the watcher lose the file, the folder brings it back."""

    stirred = Signal()
    """Something happened to the file or beside it; whether it matters is for the receiver to compare."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._on_quiet)
        self._watcher.fileChanged.connect(lambda _: self._quiet.start())
        self._watcher.directoryChanged.connect(lambda _: self._quiet.start())

    def follow(self, path: Path | None) -> None:
        """Watch another file, or none."""
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        if path:
            self._watcher.addPaths(
                [entry for entry in (str(path), str(path.parent)) if Path(entry).exists()]
            )

    def _on_quiet(self) -> None:
        if self._path and self._path.exists() and str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        self.stirred.emit()
