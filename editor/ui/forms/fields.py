"""One widget per kind of front matter field: each shows a value, and reports what the user does."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from editor.core.frontmatter.model import Node
from editor.core.profiles.profile import Field as FieldSettings
from editor.ui.forms.front_matter_field import Field, text_of
from editor.ui.widgets.choice_box import ChoiceBox
from editor.ui.widgets.completion import set_completions
from editor.ui.widgets.form_parts import line_of, show_text_in, typed_text
from editor.ui.widgets.measure import fit_height
from editor.ui.widgets.text_input import TextArea, TextLine
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.widgets.wheel import ignore_wheel_without_focus

_INTEGER = re.compile(r"[+-]?(?:0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"[+-]?(?:0|[1-9]\d{0,14})\.\d{1,9}")


class TextField(Field):
    """A line of text."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.line = TextLine()
        self.line.textEdited.connect(self.edited.emit)
        self.line.editingFinished.connect(self.left.emit)
        self.row.addWidget(self.line)
        self.setFocusProxy(self.line)
        forward_undo(self.line)

    def load(self, node: Node | None) -> None:
        show_text_in(self.line, text_of(node))

    def offer(self, values: Sequence[str]) -> None:
        set_completions(self.line, values)


class NumberField(TextField):
    """A number. What is none stays a text, and stays as it was typed."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(self._on_edited)
        self.line.setMaximumWidth(self.line.fontMetrics().horizontalAdvance("0") * 16)
        self.row.addStretch(1)

    def _on_edited(self, text: str) -> None:
        self.edited.emit(read_number(text))


def read_number(text: str) -> int | float | str:
    """Read what was typed into a field for a number.

    Args:
        text: What was typed; a comma may part the decimals.

    Returns:
        The number; the text for what is none.
    """
    written = text.strip().replace(",", ".")
    if _INTEGER.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    return text


class LongField(Field):
    """A text of several lines."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.area = TextArea(tabChangesFocus=True)
        fit_height(self.area, 3)
        self.area.textChanged.connect(lambda: self.edited.emit(typed_text(self.area)))
        self.row.addWidget(self.area)
        self.setFocusProxy(self.area)
        forward_undo(self.area)

    def load(self, node: Node | None) -> None:
        text = text_of(node)
        if typed_text(self.area) != text:
            with QSignalBlocker(self.area):
                self.area.setPlainText(text)


class ChoiceField(Field):
    """Values to choose from; any other value can be typed, so that what is there is never lost."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.box = ChoiceBox()
        self.box.addItems(list(settings.choices))
        ignore_wheel_without_focus(self.box)
        line_of(self.box).textEdited.connect(self.edited.emit)
        self.box.activated.connect(lambda _: self.edited.emit(self.box.currentText()))
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)
        forward_undo(self.box)

    def load(self, node: Node | None) -> None:
        text = text_of(node)
        if self.box.currentText() != text:
            with QSignalBlocker(self.box):
                self._show_text(text)

    def offer(self, values: Sequence[str]) -> None:
        offered = {self.box.itemText(index) for index in range(self.box.count())}
        text = self.box.currentText()
        with QSignalBlocker(self.box):
            self.box.addItems([value for value in values if value not in offered])
            self._show_text(text)

    def _show_text(self, text: str) -> None:
        self.box.setCurrentIndex(self.box.findText(text))
        self.box.setEditText(text)


class FlagField(Field):
    """Yes or no."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__(settings, zone)
        self.box = QCheckBox(self.tr("yes"))
        self.box.clicked.connect(lambda checked: self.edited.emit(checked))
        self.row.addWidget(self.box)
        self.setFocusProxy(self.box)

    def load(self, node: Node | None) -> None:
        self.box.setChecked(node is not None and node.value is True)
