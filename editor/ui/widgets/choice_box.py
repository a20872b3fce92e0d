"""A box of choices in which other words can be typed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QWidget

from editor.ui.widgets.measure import em_of


class ChoiceBox(QComboBox):
    """Choices, and a line for any other; as wide as its longest choice needs in that line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        # Qt counts the words, not the edges of the line that they stand in
        return super().sizeHint() + QSize(round(em_of(self) * 0.8), 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().minimumSizeHint() + QSize(round(em_of(self) * 0.8), 0)
