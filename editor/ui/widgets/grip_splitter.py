"""A splitter whose grips can be moved with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

_STEP = 24
"""Pixels that an arrow key moves a grip."""
_KEYS = {
    Qt.Orientation.Horizontal: {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP},
    Qt.Orientation.Vertical: {Qt.Key.Key_Up: -_STEP, Qt.Key.Key_Down: _STEP},
}


class GripSplitter(QSplitter):
    """Nothing in it is ever dragged away; each grip is a stop of the Tab key."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        return _Grip(self.orientation(), self)


class _Grip(QSplitterHandle):
    """A grip; arrow keys move it."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Grip between two parts"))
        self.setAccessibleDescription(self.tr("Arrow keys move it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = _KEYS[self.orientation()].get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        here = self.x() if self.orientation() is Qt.Orientation.Horizontal else self.y()
        self.moveSplitter(here + step)
