"""Names for fields that no label stands beside."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QWidget

from editor.ui.widgets.plain_text import PlainLabel


def name_field(field: QWidget, name: str) -> None:
    """Name a field for screen readers.

    On Linux Qt calls a combo box by its value, unless a label beside it is its own: so it gets
    one that takes no room.

    Args:
        field: The field.
        name: What it is called.
    """
    field.setAccessibleName(name)
    if isinstance(field, QComboBox):
        _HiddenLabel(field, name)
        name_line(field, name)


def name_line(box: QWidget, name: str) -> None:
    """Name the line of a box that can be typed in: the line has the focus, not the box.

    Args:
        box: Any field; only boxes have a line.
        name: What it is called.
    """
    line = box.lineEdit() if isinstance(box, QComboBox) else None
    if line:
        line.setAccessibleName(name)


class _HiddenLabel(QObject):
    """Puts a label of no size beside a box once that has its place."""

    def __init__(self, box: QComboBox, name: str) -> None:
        super().__init__(box)
        self._box, self._name = box, name
        self._label: PlainLabel | None = None
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and self._label is None:
            self._label = PlainLabel(self._name)
            self._label.setParent(self._box.parentWidget())
            self._label.setBuddy(self._box)
            self._label.setGeometry(0, 0, 0, 0)
            self._label.show()
        return False
