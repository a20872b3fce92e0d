"""A row of widgets that goes on in the next line where it is too narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from editor.ui.widgets.plain_text import plain_tip

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

    def __init__(self, folding: Sequence[Sequence[QPushButton]]) -> None:
        super().__init__()
        self._folding = folding
        self._words = {button: button.text() for group in folding for button in group}
        self._won: dict[QPushButton, int] = {}
        """How much narrower buttons have become without their words, in pixels."""
        for button, words in self._words.items():
            name = words.replace("&", "")
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(name))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fold()
        layout = self.layout()
        if layout and layout.heightForWidth(self.width()) != self.minimumHeight():
            self.setMinimumHeight(layout.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for button in tuple(self._won):
                self._unfold(button)
            self._fold()

    def _fold(self) -> None:
        """Leave out as many words as it takes to stay in one line."""
        layout = self.layout()
        if layout is None:
            return
        too_wide = layout.sizeHint().width() + sum(self._won.values()) - self.width()
        for group in self._folding:
            is_folded = too_wide > 0
            for button in group:
                if is_folded and button not in self._won:
                    wide = button.sizeHint().width()
                    button.setText("")
                    button.setShortcut(QKeySequence.mnemonic(self._words[button]))
                    self._won[button] = wide - button.sizeHint().width()
                elif not is_folded and button in self._won:
                    self._unfold(button)
                too_wide -= self._won.get(button, 0)

    def _unfold(self, button: QPushButton) -> None:
        button.setText(self._words[button])
        del self._won[button]


def flow_row(*widgets: QWidget, folding: Sequence[Sequence[QPushButton]] = ()) -> QWidget:
    """Put widgets side by side, or in several lines where it is narrow.

    Args:
        *widgets: Fields and buttons.
        folding: Those with icons that lose their words before a second line begins, in groups
            that do so together, the first one first.

    Returns:
        A widget that is as high as its lines are at its width.
    """
    row = _FlowRow(folding)
    layout = FlowLayout(row)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    return row
