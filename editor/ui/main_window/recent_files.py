"""The menu of recently used files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from editor.app.services.settings import Settings
from editor.ui.widgets.plain_text import plain_tip


class RecentFilesMenu(QMenu):
    """Lists the files that were open, the latest first; made anew each time it is shown."""

    def __init__(
        self, settings: Settings, open_path: Callable[[Path], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("&Recently used"))
        self._settings, self._open_path = settings, open_path
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Make an action for each file; those that are gone cannot be chosen."""
        self.clear()
        for name in self._settings.now.recent:
            path = Path(name)
            action = self.addAction(path.name)
            action.setToolTip(plain_tip(name))
            action.setEnabled(path.is_file())
            action.triggered.connect(lambda _=False, path=path: self._open_path(path))
        self.setEnabled(bool(self._settings.now.recent))
