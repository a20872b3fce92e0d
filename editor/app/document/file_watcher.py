"""Notices when another program changes the open file."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_PAUSE = 300
"""Milliseconds without a further change before one is reported."""


class FileWatcher(QObject):
    """Watches a file and its folder.

    Qt's watcher loses a file that is replaced by renaming; the folder tells when it is back.
    """

    possibly_changed = Signal()
    """Something happened to the file or in its folder; the receiver compares the bytes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._report_change)
        self._watcher.fileChanged.connect(lambda _: self._pause.start())
        self._watcher.directoryChanged.connect(lambda _: self._pause.start())

    def follow(self, path: Path | None) -> None:
        """Watch another file in place of the one before.

        Args:
            path: The file; None to watch none.
        """
        watched = self._watcher.files() + self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._path = path
        if path:
            self._watcher.addPaths(
                [entry for entry in (str(path), str(path.parent)) if Path(entry).exists()]
            )

    def _report_change(self) -> None:
        if self._path and self._path.exists() and str(self._path) not in self._watcher.files():
            self._watcher.addPath(str(self._path))
        self.possibly_changed.emit()
