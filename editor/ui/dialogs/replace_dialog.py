"""What replacing all would do: one row for each place, each can be left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from editor.core.base.searching import Hit
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.widgets.room import fit_to_screen, scrolling_column

_AROUND = 40
"""Characters shown on either side of a place."""


class ReplaceDialog(QDialog):
    """Lists the places as they are and as they would be."""

    def __init__(
        self, texts: Sequence[str], places: Sequence[Hit], parent: QWidget | None = None
    ) -> None:
        """List the places, all of them ticked.

        Args:
            texts: The texts they are in.
            places: The places, with what would stand there.
            parent: The widget that the dialog belongs to.
        """
        super().__init__(parent)
        self._places = places
        self.setWindowTitle(self.tr("Replace all"))
        fit_to_screen(self, 760, 480)
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Places"))
        for found in places:
            words = _describe(texts[found.text_number], found)
            item = QListWidgetItem(words)
            item.setToolTip(plain_tip(words))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.rows.addItem(item)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.replace_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        column = scrolling_column(self, self.buttons)
        column.addWidget(PlainLabel(self.tr("One undo takes all of it back."), wordWrap=True))
        column.addWidget(self.rows, 1)
        self.rows.itemChanged.connect(lambda _: self._count())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._count()

    @property
    def chosen(self) -> list[Hit]:
        """The places that are ticked."""
        checked = Qt.CheckState.Checked
        return [
            found
            for row, found in enumerate(self._places)
            if self.rows.item(row).checkState() == checked
        ]

    def _count(self) -> None:
        count = len(self.chosen)
        self.replace_button.setText(self.tr("Replace %n place(s)", "", count))
        self.replace_button.setEnabled(count > 0)


def _describe(text: str, found: Hit) -> str:
    """A place with the words around it, as it is and as it would be."""
    before = text[max(found.start - _AROUND, 0) : found.start].rpartition("\n")[2]
    behind = text[found.end : found.end + _AROUND].partition("\n")[0]
    old = text[found.start : found.end]
    words = f"…{before}[{old} → {found.new}]{behind}…"
    return " ".join(words.split())
