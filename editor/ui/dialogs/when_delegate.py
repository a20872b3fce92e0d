"""The editor of a cell that says when: it proposes what words about a time may mean."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.ui.widgets.choice_box import ChoiceBox

GUESSES = Qt.ItemDataRole.UserRole
"""The role of what a cell proposes: a list of texts."""
_Index = QModelIndex | QPersistentModelIndex


class WhenDelegate(QStyledItemDelegate):
    """Edits a cell as text, with a list to choose from where the cell proposes something."""

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        guesses = index.data(GUESSES)
        if not guesses:
            return super().createEditor(parent, option, index)
        box = ChoiceBox(parent)
        box.addItems(guesses)
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            editor.setEditText(index.data() or editor.itemText(0))
        else:
            super().setEditorData(editor, index)

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: _Index
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
