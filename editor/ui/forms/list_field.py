"""The field for a list of texts of the front matter."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from editor.core.frontmatter.model import Node
from editor.core.profiles.profile import Field as FieldSettings
from editor.ui.forms.front_matter_field import Field
from editor.ui.widgets.measure import fit_height
from editor.ui.widgets.plain_text import plain_tip


class ListChange(Struct, frozen=True):
    """What the user has done to a list.

    Attributes:
        act: "put" or "insert" a text at an index, "remove" it, or "move" it to a target.
        index: The index of the text.
        text: The new text, to put or to insert.
        target: The index it is moved to.
    """

    act: str
    index: int
    text: str = ""
    target: int = 0


class ListField(Field):
    """A list of texts: double click changes one, the buttons add, remove and move."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.list = QListWidget()
        self.list.setAlternatingRowColors(True)
        fit_height(self.list, 4)
        self.list.itemChanged.connect(self._on_item_changed)
        self.row.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("+", self.tr("Add an entry"), self._add),
            ("−", self.tr("Remove the entry"), self._remove),
            ("↑", self.tr("Move the entry up"), lambda: self._move(-1)),
            ("↓", self.tr("Move the entry down"), lambda: self._move(1)),
        )
        for sign, name, act in acts:
            button = QPushButton(sign)
            button.setToolTip(plain_tip(name))
            button.setAccessibleName(name)
            button.setFixedWidth(32)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.setSpacing(0)
        self.row.addLayout(buttons)
        self.setFocusProxy(self.list)

    def load(self, node: Node | None) -> None:
        texts: list[str] = []
        if node and node.kind == "list":
            texts = [child.text for child in node.children]
        elif node and node.text:
            texts = [node.text]
        if [self.list.item(row).text() for row in range(self.list.count())] == texts:
            return
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for text in texts:
                item = QListWidgetItem(text)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.list.addItem(item)
            self.list.setCurrentRow(min(row, len(texts) - 1))

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        self.edited.emit(ListChange("put", self.list.row(item), item.text()))

    def _add(self) -> None:
        index = self.list.count()
        self.edited.emit(ListChange("insert", index, self.tr("new")))
        if self.list.count() > index:
            self.list.setCurrentRow(index)
            self.list.editItem(self.list.item(index))

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.edited.emit(ListChange("remove", self.list.currentRow()))

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self.edited.emit(ListChange("move", row, target=row + by))
            self.list.setCurrentRow(row + by)
