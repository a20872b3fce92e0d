"""A photo with a frame on it that keeps its proportion.

The frame is dragged, pulled at a corner, or moved with the keys.
"""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

_GRIP = 14
"""Pixels around a corner in which it can be pulled."""
_LEAST = 0.08
"""The smallest frame, as a share of the photo's width."""
_STEP, _LEAP = 0.01, 0.05
"""How far an arrow key moves the frame, alone and with Shift, as shares of the photo."""
_OPPOSITE = {"tl": "br", "tr": "bl", "bl": "tr", "br": "tl"}
_CURSORS = {
    "tl": Qt.CursorShape.SizeFDiagCursor,
    "br": Qt.CursorShape.SizeFDiagCursor,
    "tr": Qt.CursorShape.SizeBDiagCursor,
    "bl": Qt.CursorShape.SizeBDiagCursor,
    "in": Qt.CursorShape.SizeAllCursor,
}

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as shares of the photo's width and height."""


class _Grab(Struct, frozen=True):
    """What the mouse holds: where it was pressed, the frame at that time, and the part of it."""

    place: QPointF
    box: QRectF
    part: str


class CropFrame(QWidget):
    """A photo with its frame.

    ``box`` is the frame as shares of the photo; ``changed`` reports that the user has moved it.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._box = QRectF(0, 0, 1, 1)
        self._ratio = 1.0
        """Height of the frame, as a share of the photo's height, per share of its width."""
        self._grab: _Grab | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 180)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(520, 360)

    def show_photo(self, image: QImage, box: Box) -> None:
        """Show a photo with a frame, whose proportion stays from now on.

        Args:
            image: The photo, upright.
            box: The frame, as shares of the photo.
        """
        self._image = image
        self._box = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
        self._ratio = self._box.height() / self._box.width()
        self.update()

    @property
    def box(self) -> Box:
        """The frame, as shares of the photo."""
        return self._box.left(), self._box.top(), self._box.right(), self._box.bottom()

    # --- moving ----------------------------------------------------------------------------------

    def move_by(self, right: float, down: float) -> None:
        """Move the frame; it stays on the photo.

        Args:
            right: By how much to the right, as a share of the photo's width.
            down: By how much down, as a share of the photo's height.
        """
        self._put(self._box.translated(right, down))

    def grow(self, by: float) -> None:
        """Make the frame wider, around its middle.

        Args:
            by: By how much, as a share of the photo's width; negative makes it narrower.
        """
        width = min(max(self._box.width() + by, _LEAST), 1.0, 1.0 / self._ratio)
        box = QRectF(0, 0, width, width * self._ratio)
        box.moveCenter(self._box.center())
        self._put(box)

    def _put(self, box: QRectF) -> None:
        left = min(max(box.left(), 0.0), max(1 - box.width(), 0.0))
        top = min(max(box.top(), 0.0), max(1 - box.height(), 0.0))
        box = QRectF(left, top, box.width(), box.height())
        if box != self._box:
            self._box = box
            self.update()
            self.changed.emit()

    def _pull(self, corner: str, to: QPointF, start: QRectF) -> None:
        """Pull a corner of the frame to a place; the opposite one stays where it is."""
        fixed = _find_corners(start)[_OPPOSITE[corner]]
        room = QPointF(1 - fixed.x(), 1 - fixed.y())
        if "l" in corner:
            room.setX(fixed.x())
        if "t" in corner:
            room.setY(fixed.y())
        wanted = max(abs(to.x() - fixed.x()), abs(to.y() - fixed.y()) / self._ratio)
        width = min(max(wanted, _LEAST), room.x(), room.y() / self._ratio)
        frame = QRectF(fixed.x(), fixed.y(), width, width * self._ratio)
        if "l" in corner:
            frame.moveRight(fixed.x())
        if "t" in corner:
            frame.moveBottom(fixed.y())
        self._put(frame)

    # --- places ----------------------------------------------------------------------------------

    def _photo_area(self) -> QRectF:
        """Where the photo is drawn."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    @property
    def frame_area(self) -> QRectF:
        """Where the frame is drawn, in the widget's coordinates."""
        area = self._photo_area()
        box = self._box
        return QRectF(
            area.left() + box.left() * area.width(),
            area.top() + box.top() * area.height(),
            box.width() * area.width(),
            box.height() * area.height(),
        )

    def _to_shares(self, place: QPointF) -> QPointF:
        area = self._photo_area()
        return QPointF(
            (place.x() - area.left()) / max(area.width(), 1),
            (place.y() - area.top()) / max(area.height(), 1),
        )

    def _find_part(self, place: QPointF) -> str:
        """What is at a place: a corner ("tl" …), "in" the frame, or nothing."""
        frame = self.frame_area
        for name, corner in _find_corners(frame).items():
            if (corner - place).manhattanLength() <= _GRIP:
                return name
        if frame.contains(place):
            return "in"
        return ""

    # --- Qt's events -----------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area, frame = self._photo_area(), self.frame_area
        painter.drawImage(area, self._image)
        shade = QColor(0, 0, 0, 140)
        for part in (
            QRectF(area.topLeft(), QPointF(area.right(), frame.top())),
            QRectF(QPointF(area.left(), frame.bottom()), area.bottomRight()),
            QRectF(QPointF(area.left(), frame.top()), frame.bottomLeft()),
            QRectF(frame.topRight(), QPointF(area.right(), frame.bottom())),
        ):
            painter.fillRect(part, shade)
        painter.setPen(QPen(QColor("white"), 3 if self.hasFocus() else 1.5))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
        for third in (1 / 3, 2 / 3):
            painter.drawLine(
                QPointF(frame.left() + frame.width() * third, frame.top()),
                QPointF(frame.left() + frame.width() * third, frame.bottom()),
            )
            painter.drawLine(
                QPointF(frame.left(), frame.top() + frame.height() * third),
                QPointF(frame.right(), frame.top() + frame.height() * third),
            )
        for corner in _find_corners(frame).values():
            painter.fillRect(QRectF(corner.x() - 5, corner.y() - 5, 10, 10), QColor("white"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place, self._grab = event.position(), None
        if part := self._find_part(place):
            self._grab = _Grab(self._to_shares(place), QRectF(self._box), part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        grab = self._grab
        if grab is None:
            self.setCursor(_CURSORS.get(self._find_part(place), Qt.CursorShape.ArrowCursor))
        elif grab.part == "in":
            self._put(grab.box.translated(self._to_shares(place) - grab.place))
        else:
            self._pull(grab.part, self._to_shares(place), grab.box)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:  # noqa: N802
        self._grab = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if turned := event.angleDelta().y():
            self.grow(-_LEAP if turned > 0 else _LEAP)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _STEP
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step = _LEAP
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        growths = {Qt.Key.Key_Plus: step, Qt.Key.Key_Minus: -step, Qt.Key.Key_Home: 1.0}
        key = Qt.Key(event.key())
        if key in moves:
            self.move_by(*moves[key])
        elif key in growths:
            self.grow(growths[key])
        else:
            super().keyPressEvent(event)


def _find_corners(frame: QRectF) -> dict[str, QPointF]:
    return {
        "tl": frame.topLeft(),
        "tr": frame.topRight(),
        "bl": frame.bottomLeft(),
        "br": frame.bottomRight(),
    }
