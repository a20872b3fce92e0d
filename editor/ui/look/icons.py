"""Icons of Lucide, drawn in the colors of the scheme that is shown, sharp at every size.

The files and their licenses lie in ``resources/icons/lucide``.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor.resources import resource
from editor.ui.look import appearance

_STROKE = 'stroke-width="1.75"'
"""A little finer than Lucide's own."""


def icon(name: str, ink: str = "") -> QIcon:
    """Make an icon that always has the colors of the scheme that is shown.

    Args:
        name: The name of a file in ``resources/icons/lucide``, without its ending.
        ink: The role of ``Colors`` to draw it in; "" for that of text, and of pressed buttons.

    Returns:
        The icon; it is drawn when it is wanted.
    """
    return QIcon(_IconEngine(name, ink))


def picture(name: str, ink: str, size: int, ratio: float = 1) -> QPixmap:
    """Draw an icon once, for labels.

    Args:
        name: As for ``icon``.
        ink: As for ``icon``; never "".
        size: Pixels of a side, before the screen's scale.
        ratio: The screen's scale.

    Returns:
        The picture.
    """
    pixmap = _draw(
        name, getattr(appearance.colors(), ink), round(size * ratio), round(size * ratio)
    )
    pixmap = QPixmap(pixmap)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def read_source(name: str) -> str:
    """Read an icon, as SVG whose strokes are "currentColor".

    Args:
        name: As for ``icon``.

    Returns:
        The text of the file.
    """
    text = resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', _STROKE)


@lru_cache(maxsize=512)
def _draw(name: str, color: str, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(read_source(name).replace("currentColor", color).encode()))
    painter = QPainter(pixmap)
    side = min(width, height)
    # a wide icon stands at the left: what is left is the distance to the words
    renderer.render(painter, QRect(0, (height - side) // 2, side, side))
    painter.end()
    return pixmap


class _IconEngine(QIconEngine):
    """Looks the color up when it draws, so that no icon is made again for another scheme."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        colors = appearance.colors()
        if mode == QIcon.Mode.Disabled:
            return colors.disabled
        # a tree calls its open rows "on", which is nothing that is pressed
        if mode == QIcon.Mode.Selected or (state == QIcon.State.On and not self._ink):
            return colors.selected_text
        color: str = getattr(colors, self._ink or "text")
        return color

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _draw(self._name, self._color(mode, state), size.width(), size.height())

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def clone(self) -> QIconEngine:
        return _IconEngine(self._name, self._ink)
