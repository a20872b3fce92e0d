"""A row of widgets that goes on in the next line where it is too narrow."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_SPACE = 8


class FlowLayout(QLayout):
    """Puts widgets side by side, each as wide as it would like, line by line.

    Those whose size policy is to expand share what is left of their line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(_SPACE)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._place(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        items = self._shown()
        gaps = self.spacing() * max(len(items) - 1, 0)
        width = sum(item.sizeHint().width() for item in items) + gaps
        return QSize(width, max((item.sizeHint().height() for item in items), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        items = self._shown()
        width = max((item.minimumSize().width() for item in items), default=0)
        return QSize(width, max((item.minimumSize().height() for item in items), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Place the lines one below the other; returns the height of all of them."""
        top = rect.top()
        lines = self._break_lines(rect.width())
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            if moving:
                self._place_line(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self.spacing()
        return top - self.spacing() * bool(lines) - rect.top()

    def _break_lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = width + 1
        for item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or used + self.spacing() + wanted > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += self.spacing() + wanted
        return lines

    def _place_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        wanted = [min(item.sizeHint().width(), rect.width()) for item in line]
        growing = [bool(item.expandingDirections() & Qt.Orientation.Horizontal) for item in line]
        left = rect.left()
        spare = max(rect.width() - sum(wanted) - self.spacing() * (len(line) - 1), 0)
        for item, width, grows in zip(line, wanted, growing, strict=True):
            width += spare // sum(growing) if grows else 0
            height = item.sizeHint().height()
            below = (rect.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, rect.top() + below), QSize(width, height)))
            left += width + self.spacing()


class _FlowRow(QWidget):
    """A row that is never lower than its lines, whatever the layouts around it have guessed."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        layout = self.layout()
        if layout and layout.heightForWidth(self.width()) != self.minimumHeight():
            self.setMinimumHeight(layout.heightForWidth(self.width()))


def flow_row(*widgets: QWidget) -> QWidget:
    """Put widgets side by side, or in several lines where it is narrow.

    Args:
        *widgets: Fields and buttons.

    Returns:
        A widget that is as high as its lines are at its width.
    """
    row = _FlowRow()
    layout = FlowLayout(row)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    return row
