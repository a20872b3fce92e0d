"""What fields say that cannot be written: it stays in the field, with the reason directly below."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QScrollArea, QWidget

from editor.ui.widgets.form_parts import hint, mark_invalid


class Refusals(QObject):
    """The refused fields of one form. Each is framed until what it says can be written."""

    changed = Signal()
    """A field was refused, or is no longer."""

    def __init__(self, form: QFormLayout) -> None:
        super().__init__(form)
        self._form = form
        self._labels: dict[str, tuple[QWidget, QLabel]] = {}

    def __contains__(self, field: str) -> bool:
        """Whether a field says something that was refused."""
        return field in self._labels

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets that are framed."""
        return tuple(widget for widget, _ in self._labels.values())

    def add(self, field: str, widget: QWidget, reason: str) -> None:
        """Frame a field and say below it why it was refused.

        Args:
            field: The name of the field.
            widget: What the user types into.
            reason: Why it cannot be written.
        """
        self.clear(field)
        label = hint("⚠ " + reason)
        label.setObjectName("problem")
        self._labels[field] = (widget, label)
        row = self._find_row(widget)
        if row is None:
            self._form.addRow("", label)
        else:
            self._form.insertRow(row + 1, "", label)
        label.show()
        mark_invalid(widget, reason)
        self.changed.emit()
        # its place is known when all layouts above have made room for it
        QTimer.singleShot(0, label, lambda: self._bring_into_view(label))

    def clear(self, field: str) -> None:
        """Forget the refusal of a field: it says something else now.

        Args:
            field: The name of the field; nothing happens where it was not refused.
        """
        found = self._labels.pop(field, None)
        if found:
            widget, label = found
            mark_invalid(widget, "")
            self._form.removeRow(label)
            self.changed.emit()

    def clear_all(self) -> None:
        """Forget all: another entry is shown."""
        for field in list(self._labels):
            self.clear(field)

    def _find_row(self, widget: QWidget) -> int | None:
        """The row of the form that holds a widget, itself or in a layout or holder."""
        for row in range(self._form.rowCount()):
            item = self._form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            holder = item.widget() if item else None
            if holder and (holder is widget or holder.isAncestorOf(widget)):
                return row
            if item and _holds(item.layout(), widget):
                return row
        return None

    def _bring_into_view(self, label: QLabel) -> None:
        parent = self._form.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(label)
                return
            parent = parent.parentWidget()


def _holds(layout: QLayout | None, widget: QWidget) -> bool:
    if layout is None:
        return False
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item and (item.widget() is widget or _holds(item.layout(), widget)):
            return True
    return False
