"""One widget per kind of front matter field. Each shows a node and says what people made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from editor.core.calendar import dates
from editor.core.frontmatter.reading import Node
from editor.core.profiles.profile import Field as Spec
from editor.ui.forms.base import hint, make_day_edit, typed_text
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.widgets.wheel import ignore_wheel_without_focus


@dataclass(frozen=True, slots=True)
class ListChange:
    """What happened to a list: "put" or "insert" a text at an index, "remove" it, "move" it to a target."""

    act: str
    index: int
    text: str = ""
    target: int = 0


class Field(QWidget):
    """A field of the head form. ``edited`` carries a str, a bool or a ListChange; ``left`` ends an undo step."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__()
        self.spec, self.zone = spec, zone
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    def load(self, node: Node | None) -> None:
        """Show a node, or that there is none."""
        raise NotImplementedError

    def offer(self, values: Sequence[str]) -> None:
        """What the site's other pages hold here may be chosen."""


class TextField(Field):
    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__(spec, zone)
        self.line = QLineEdit()
        self.line.textEdited.connect(self.edited.emit)
        self.line.editingFinished.connect(self.left.emit)
        self.row.addWidget(self.line)
        self.setFocusProxy(self.line)
        forward_undo(self.line)

    def load(self, node: Node | None) -> None:
        text = node.text if node else ""
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))

    def offer(self, values: Sequence[str]) -> None:
        set_completions(self.line, values)


class LongField(Field):
    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__(spec, zone)
        self.area = QPlainTextEdit(tabChangesFocus=True)
        self.area.setFixedHeight(QFontMetrics(self.area.font()).lineSpacing() * 3 + 16)
        self.area.textChanged.connect(lambda: self.edited.emit(typed_text(self.area)))
        self.row.addWidget(self.area)
        self.setFocusProxy(self.area)
        forward_undo(self.area)

    def load(self, node: Node | None) -> None:
        text = node.text if node else ""
        if typed_text(self.area) != text:
            with QSignalBlocker(self.area):
                self.area.setPlainText(text)


class ChoiceField(Field):
    """A proposal list that takes any other value too: what stands there is never lost."""

    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__(spec, zone)
        self.box = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.box.addItems(list(spec.choices))
        ignore_wheel_without_focus(self.box)
        line = self.box.lineEdit()
        assert line is not None
        line.textEdited.connect(self.edited.emit)
        self.box.activated.connect(lambda _: self.edited.emit(self.box.currentText()))
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)
        forward_undo(self.box)

    def load(self, node: Node | None) -> None:
        text = node.text if node else ""
        if self.box.currentText() != text:
            with QSignalBlocker(self.box):
                self.box.setCurrentIndex(self.box.findText(text))
                self.box.setEditText(text)

    def offer(self, values: Sequence[str]) -> None:
        there = {self.box.itemText(i) for i in range(self.box.count())}
        text = self.box.currentText()
        with QSignalBlocker(self.box):
            self.box.addItems([value for value in values if value not in there])
            self.box.setCurrentIndex(self.box.findText(text))
            self.box.setEditText(text)


def set_completions(line: QLineEdit, values: Sequence[str]) -> None:
    """Values a line completes while people type."""
    completer = QCompleter(list(values), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.activated.connect(lambda text: line.textEdited.emit(text))
    line.setCompleter(completer)


class FlagField(Field):
    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__(spec, zone)
        self.box = QCheckBox(self.tr("yes"))
        self.box.clicked.connect(lambda checked: self.edited.emit(checked))
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)

    def load(self, node: Node | None) -> None:
        self.box.setChecked(bool(node) and node is not None and node.value is True)


class DateField(Field):
    """Day, time and the offset that holds there then. A date without a time stays one."""

    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__(spec, zone)
        self.day = make_day_edit()
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        ignore_wheel_without_focus(self.time)
        self.right, self.offset = QLabel(), hint()
        self.right.setObjectName("hint")
        self.offset.setProperty("problem", True)
        self.mend = QPushButton(self.tr("Correct the offset"))
        self.mend.clicked.connect(self._write)
        self.time.setKeyboardTracking(False)
        for edit in (self.day, self.time):
            forward_undo(edit)
        self.day.dateChanged.connect(self._write)
        self.time.timeChanged.connect(self._write)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        self.row.addLayout(lines)
        above, below = QHBoxLayout(), QHBoxLayout()
        for widget in (self.day, self.time, self.right):
            above.addWidget(widget)
        above.addStretch(1)
        below.addWidget(self.offset, 1)
        below.addWidget(self.mend)
        lines.addLayout(above)
        lines.addLayout(below)
        self.setFocusProxy(self.day)
        self._only_day = False

    def load(self, node: Node | None) -> None:
        text = node.text if node else ""
        stamp = dates.read_timestamp(text)
        self._only_day = len(text.strip()) == 10 and stamp is not None
        with QSignalBlocker(self.day), QSignalBlocker(self.time):
            self.day.setDate(QDate(stamp.year, stamp.month, stamp.day) if stamp else QDate())
            self.time.setTime(
                QTime(stamp.hour, stamp.minute, stamp.second) if stamp else QTime(8, 0)
            )
        self.time.setVisible(not self._only_day)
        if stamp and not self._only_day:
            right = dates.write_timestamp(stamp.date(), stamp.time(), self.zone)
        else:
            right = ""
        wrong = bool(stamp and stamp.tzinfo and right[-6:] != stamp.isoformat()[-6:])
        self.mend.setVisible(wrong)
        self.right.setText("" if wrong else right[-6:])
        self.offset.setText(
            self._complaint(text, stamp, right) if wrong or (text and not stamp) else ""
        )
        self.offset.setVisible(bool(self.offset.text()))

    def _complaint(self, text: str, stamp: datetime | None, right: str) -> str:
        if stamp is None:
            return self.tr("“{0}” is no date.").format(text)
        place = self.zone.rpartition("/")[2]
        return self.tr("⚠ {0}, but in {1} it is {2} on that day.").format(
            stamp.isoformat()[-6:], place, right[-6:]
        )

    def _write(self, *_: object) -> None:
        if not self.day.date().isValid():
            return
        day = date(self.day.date().year(), self.day.date().month(), self.day.date().day())
        at = time(self.time.time().hour(), self.time.time().minute(), self.time.time().second())
        self.edited.emit(
            day.isoformat() if self._only_day else dates.write_timestamp(day, at, self.zone)
        )


class ListField(Field):
    """A list of texts: double click changes one, the buttons add, remove and move."""

    def __init__(self, spec: Spec, zone: str) -> None:
        super().__init__(spec, zone)
        self.list = QListWidget()
        self.list.setAlternatingRowColors(True)
        self.list.setFixedHeight(QFontMetrics(self.list.font()).lineSpacing() * 4 + 12)
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
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFixedWidth(32)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.setSpacing(0)
        self.row.addLayout(buttons)
        self.setFocusProxy(self.list)

    def load(self, node: Node | None) -> None:
        if node and node.kind == "list":
            texts = [child.text for child in node.children]
        elif node and node.text:
            texts = [node.text]
        else:
            texts = []
        if [self.list.item(i).text() for i in range(self.list.count())] == texts:
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


FIELD_WIDGETS: dict[str, type[Field]] = {
    "text": TextField,
    "long": LongField,
    "date": DateField,
    "choice": ChoiceField,
    "flag": FlagField,
    "list": ListField,
}
