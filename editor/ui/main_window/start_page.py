"""The page that is shown while no document is open."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.resources import resource
from editor.ui.widgets.plain_text import PlainLabel


class StartPage(QWidget):
    """Three buttons, and the recently used files."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.open_button = QPushButton(self.tr("&Open an issue…"), default=True)
        self.sample_button = QPushButton(self.tr("Look at a &sample issue"))
        self.new_button = QPushButton(self.tr("&New issue…"))
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.recent_title = PlainLabel(self.tr("Recently used"))
        self.recent = QListWidget()
        self.recent.setFrameShape(QFrame.Shape.NoFrame)
        self.recent.setFixedSize(460, 180)
        self.recent.setAccessibleName(self.tr("Recently used"))
        self.recent.itemActivated.connect(self._on_activated)
        self.recent.itemClicked.connect(self._on_activated)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(12)
        for label in self._make_head():
            column.addWidget(label)
        for button in (self.new_button, self.open_button, self.sample_button):
            button.setFixedWidth(260)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(self.recent_title, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.recent, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _make_head(self) -> tuple[QLabel, QLabel, QLabel]:
        """Make icon, title and introduction."""
        icon = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        icon.setPixmap(
            QIcon(str(resource("icons", "rundbrief.svg"))).pixmap(
                QSize(96, 96), self.devicePixelRatioF()
            )
        )
        title = PlainLabel("Rundbrief", alignment=Qt.AlignmentFlag.AlignCenter)
        title.setObjectName("startTitle")
        intro = PlainLabel(
            self.tr("Open an issue, or drop its Markdown file on this window."),
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        return icon, title, intro

    def show_recent(self, paths: list[Path]) -> None:
        """List the recently used files; hide the list where there are none.

        Args:
            paths: The files, the latest first.
        """
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{path.name}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.recent.addItem(item)
        for widget in (self.recent, self.recent_title):
            widget.setVisible(bool(paths))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.file_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
