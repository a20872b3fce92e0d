"""A photo with a frame on it that keeps its proportion: dragged, pulled at a corner, or moved with the keys."""

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

Box = tuple[float, float, float, float]


class CropFrame(QWidget):
    """``box`` is the frame as shares of the photo; ``changed`` tells when people have moved it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._box = QRectF(0, 0, 1, 1)
        self._ratio = 1.0
        """Height of the frame, as a share of the photo's height, per share of its width."""
        self._grab: tuple[QPointF, QRectF, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 180)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(520, 360)

    def show_photo(self, image: QImage, box: Box) -> None:
        """Show a photo with a frame, whose proportion stays from now on."""
        self._image = image
        self._box = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
        self._ratio = self._box.height() / self._box.width()
        self.update()

    @property
    def box(self) -> Box:
        """Left, top, right, bottom, as shares of the photo's width and height."""
        return self._box.left(), self._box.top(), self._box.right(), self._box.bottom()

    # --- moving ----------------------------------------------------------------------------------

    def move_by(self, right: float, down: float) -> None:
        """Move the frame by shares of the photo; it stays on it."""
        self._put(self._box.translated(right, down))

    def grow(self, by: float) -> None:
        """Make the frame wider by a share of the photo's width, around its middle."""
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
        """The frame with one corner pulled to a place, the opposite one fast."""
        fast = QPointF(
            start.right() if "l" in corner else start.left(),
            start.bottom() if "t" in corner else start.top(),
        )
        room_x = fast.x() if "l" in corner else 1 - fast.x()
        room_y = fast.y() if "t" in corner else 1 - fast.y()
        wanted = max(abs(to.x() - fast.x()), abs(to.y() - fast.y()) / self._ratio)
        width = min(max(wanted, _LEAST), room_x, room_y / self._ratio)
        height = width * self._ratio
        self._put(
            QRectF(
                fast.x() - width if "l" in corner else fast.x(),
                fast.y() - height if "t" in corner else fast.y(),
                width,
                height,
            )
        )

    # --- places ----------------------------------------------------------------------------------

    def _shown(self) -> QRectF:
        """Where the photo is drawn."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    def _frame(self) -> QRectF:
        area = self._shown()
        box = self._box
        return QRectF(
            area.left() + box.left() * area.width(),
            area.top() + box.top() * area.height(),
            box.width() * area.width(),
            box.height() * area.height(),
        )

    def _share(self, place: QPointF) -> QPointF:
        area = self._shown()
        return QPointF(
            (place.x() - area.left()) / max(area.width(), 1),
            (place.y() - area.top()) / max(area.height(), 1),
        )

    def _part(self, place: QPointF) -> str:
        """What is at a place: a corner ("tl" …), "in" the frame, or nothing."""
        frame = self._frame()
        corners = {
            "tl": frame.topLeft(),
            "tr": frame.topRight(),
            "bl": frame.bottomLeft(),
            "br": frame.bottomRight(),
        }
        near = next(
            (
                name
                for name, corner in corners.items()
                if (corner - place).manhattanLength() <= _GRIP
            ),
            "",
        )
        return near or ("in" if frame.contains(place) else "")

    # --- Qt's events -----------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area, frame = self._shown(), self._frame()
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
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            painter.fillRect(QRectF(corner.x() - 5, corner.y() - 5, 10, 10), QColor("white"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        part = self._part(event.position())
        self._grab = (self._share(event.position()), QRectF(self._box), part) if part else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place = event.position()
        if self._grab is None:
            shapes = {
                "tl": Qt.CursorShape.SizeFDiagCursor,
                "br": Qt.CursorShape.SizeFDiagCursor,
                "in": Qt.CursorShape.SizeAllCursor,
            }
            shapes |= {"tr": Qt.CursorShape.SizeBDiagCursor, "bl": Qt.CursorShape.SizeBDiagCursor}
            self.setCursor(shapes.get(self._part(place), Qt.CursorShape.ArrowCursor))
            return
        begin, start, part = self._grab
        if part == "in":
            self._put(start.translated(self._share(place) - begin))
        else:
            self._pull(part, self._share(place), start)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:  # noqa: N802
        self._grab = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if turned := event.angleDelta().y():
            self.grow(-_LEAP if turned > 0 else _LEAP)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.move_by(*moves[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.grow(step if key == Qt.Key.Key_Plus else -step)
        elif key == Qt.Key.Key_Home:
            self.grow(1.0)
        else:
            super().keyPressEvent(event)
