"""The icons of the tools: drawn with few lines in the colors of the palette."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap

ICON_SIZE = 20
"""Pixels of a side; the icons are drawn for this size."""


def draw_icon(name: str, palette: QPalette) -> QIcon:
    """Draw the icon of a tool, sharp on screens of double density too.

    Args:
        name: The name of the tool.
        palette: Whose color of text it has.

    Returns:
        The icon; an empty one for a tool that has none.
    """
    icon = QIcon()
    draw = _DRAWN.get(name)
    if draw is None:
        return icon
    roles = ((QIcon.Mode.Normal, QPalette.ColorGroup.Active),)
    for mode, group in (*roles, (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled)):
        pixmap = QPixmap(2 * ICON_SIZE, 2 * ICON_SIZE)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(palette.color(group, QPalette.ColorRole.WindowText), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        draw(painter)
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon


def _letter(sign: str, style: Callable[[QFont], None], pixels: int = 16) -> Callable[..., None]:
    def draw(painter: QPainter) -> None:
        font = QFont(painter.font())
        font.setPixelSize(pixels)
        style(font)
        painter.setFont(font)
        painter.drawText(0, 0, ICON_SIZE, ICON_SIZE, Qt.AlignmentFlag.AlignCenter, sign)

    return draw


def _draw_lines(painter: QPainter, left: float) -> None:
    for top in (5, 10, 15):
        painter.drawLine(QLineF(left, top, 18, top))


def _draw_list(painter: QPainter) -> None:
    _draw_lines(painter, 8)
    painter.setBrush(painter.pen().color())
    for top in (5, 10, 15):
        painter.drawEllipse(QPointF(3.5, top), 0.9, 0.9)


def _draw_numbers(painter: QPainter) -> None:
    _draw_lines(painter, 9)
    font = QFont(painter.font())
    font.setPixelSize(7)
    painter.setFont(font)
    for number, top in (("1", 5), ("2", 10), ("3", 15)):
        box = QRectF(1, top - 4, 5, 8)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def _draw_quote(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    for left in (3.0, 11.0):
        path = QPainterPath(QPointF(left, 11))
        path.cubicTo(left, 7, left + 2, 5, left + 5, 4.5)
        path.cubicTo(left + 3.4, 6, left + 3, 7.5, left + 3, 9)
        path.lineTo(left + 5, 9)
        path.lineTo(left + 5, 14)
        path.lineTo(left, 14)
        path.closeSubpath()
        painter.drawPath(path)


def _draw_link(painter: QPainter) -> None:
    painter.translate(10, 10)
    painter.rotate(-45)
    for side in (-1, 1):
        box = QRectF(-8.5 if side < 0 else 1.5, -3, 7, 6)
        painter.drawRoundedRect(box, 3, 3)
    painter.drawLine(QLineF(-4, 0, 4, 0))


def _draw_picture(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 3.5, 16, 13), 2, 2)
    painter.drawEllipse(QPointF(6.5, 8), 1.5, 1.5)
    points = [QPointF(3, 15), QPointF(8, 11), QPointF(11, 13.5), QPointF(14, 9.5), QPointF(17, 13)]
    painter.drawPolyline(points)


def _draw_table(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 3.5, 16, 13), 2, 2)
    painter.drawLine(QLineF(2, 8, 18, 8))
    painter.drawLine(QLineF(2, 12.3, 18, 12.3))
    painter.drawLine(QLineF(10, 8, 10, 16.5))


def _draw_rule(painter: QPainter) -> None:
    painter.drawLine(QLineF(2, 10, 18, 10))
    color = painter.pen().color()
    color.setAlphaF(0.35)
    painter.setPen(QPen(color, 1.4))
    for top in (4.5, 15.5):
        painter.drawLine(QLineF(4, top, 16, top))


def _draw_event(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2.5, 4, 15, 13), 2, 2)
    painter.drawLine(QLineF(2.5, 8.3, 17.5, 8.3))
    for left in (6.5, 13.5):
        painter.drawLine(QLineF(left, 2.3, left, 5.5))
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(QPointF(13, 12.8), 1.2, 1.2)


_DRAWN: dict[str, Callable[[QPainter], None]] = {
    "bold": _letter("B", lambda font: font.setBold(True)),
    "italic": _letter("I", lambda font: font.setItalic(True)),
    "strike": _letter("S", lambda font: font.setStrikeOut(True)),
    "code": _letter("</>", lambda font: font.setBold(True), 10),
    "link": _draw_link,
    "list": _draw_list,
    "numbers": _draw_numbers,
    "quote": _draw_quote,
    "picture": _draw_picture,
    "table": _draw_table,
    "rule": _draw_rule,
    "event": _draw_event,
}
