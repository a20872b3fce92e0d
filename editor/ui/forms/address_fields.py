"""Fields for the address of a picture, a file or a page, and for a color: typed, or chosen."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QPushButton

from editor.core.frontmatter.model import Node
from editor.core.profiles.profile import Field as FieldSettings
from editor.ui.forms.fields import TextField
from editor.ui.forms.thumbnail import Thumbnail
from editor.ui.widgets.plain_text import plain_tip

_PICTURE = QSize(90, 40)
_SWATCH = 16


class AddressField(TextField):
    """The address of a file of the site."""

    choice_wanted = Signal()
    """The user wants to choose a file."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.button = QPushButton(self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose a file for {0}").format(settings.key))
        self.button.clicked.connect(self.choice_wanted)
        self.row.addWidget(self.button)

    @property
    def filter(self) -> str:
        """The files to choose from, as a file dialog has it."""
        return self.tr("All files (*)")

    def choose(self, folder: Path) -> Path | None:
        """Ask for a file.

        Args:
            folder: Where to look first.

        Returns:
            The file; None where the user chooses none.
        """
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.button.accessibleName(), str(folder), self.filter
        )
        return Path(name) if name else None

    def take(self, address: str) -> None:
        """Write an address that was chosen, as if it had been typed."""
        self.line.setText(address)
        self.edited.emit(address)
        self.left.emit()

    def show_file(self, path: Path | None) -> None:
        """Show the file that the address means; only pictures do."""


class PictureField(AddressField):
    """The address of a picture, with the picture beside it."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.picture = Thumbnail(_PICTURE)
        self.picture.setAccessibleName(self.tr("Picture"))
        self.picture.hide()
        self.row.addWidget(self.picture)
        self._file: Path | None = None

    @property
    def filter(self) -> str:
        return self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.svg *.avif);;All files (*)")

    def show_file(self, path: Path | None) -> None:
        if path != self._file:
            self._file = path
            self.picture.show_picture(path, "")
            self.picture.setVisible(path is not None)


class PageField(AddressField):
    """The address of another page."""

    @property
    def filter(self) -> str:
        return self.tr("Pages (*.md *.mdx *.markdown);;All files (*)")


class ColorField(TextField):
    """A color, as CSS has it."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.button = QPushButton()
        self.button.setAccessibleName(self.tr("Choose a color for {0}").format(settings.key))
        self.button.setToolTip(plain_tip(self.button.accessibleName()))
        self.button.clicked.connect(self._choose)
        self.line.textChanged.connect(self._show_swatch)
        self.row.addWidget(self.button)
        self._show_swatch(self.line.text())

    def load(self, node: Node | None) -> None:
        super().load(node)
        self._show_swatch(self.line.text())

    def _show_swatch(self, text: str) -> None:
        color = QColor(text.strip())
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(color if color.isValid() else Qt.GlobalColor.transparent)
        self.button.setIcon(QIcon(swatch))

    def _choose(self) -> None:
        before = QColor(self.line.text().strip())
        chosen = QColorDialog.getColor(before, self.window(), self.button.accessibleName())
        if chosen.isValid():
            self.line.setText(chosen.name())
            self.edited.emit(chosen.name())
            self.left.emit()
