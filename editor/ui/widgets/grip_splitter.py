"""A splitter whose grips can be moved with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSplitter, QSplitterHandle, QWidget

from editor.ui.look import appearance

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
    """A grip, with what has its focus: of its own it is nothing that AT-SPI knows."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.keys = _GripKeys(self)
        self.setFocusProxy(self.keys)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.keys.resize(self.size())

    def move_by(self, pixels: int) -> None:
        """Move the grip.

        Args:
            pixels: To the right or down; negative to the left or up.
        """
        here = self.x() if self.orientation() is Qt.Orientation.Horizontal else self.y()
        self.moveSplitter(here + pixels)


class _GripKeys(QAbstractButton):
    """Arrow keys move the grip; the mouse goes through to it."""

    def __init__(self, grip: _Grip) -> None:
        super().__init__(grip)
        self._grip = grip
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Grip between two parts"))
        self.setAccessibleDescription(self.tr("Arrow keys move it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = _KEYS[self._grip.orientation()].get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._grip.move_by(step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self.hasFocus():
            QPainter(self).fillRect(self.rect(), QColor(appearance.colors().focus))
