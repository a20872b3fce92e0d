"""How a row of the outline is drawn: icon, title, count at the right, badge of what is to be fixed.

The first row of a group has the name of the group above it.
"""

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.look import appearance
from editor.ui.look.icons import picture

LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The RowLook of a row."""


class RowLook(Struct, frozen=True):
    """What stands beside the title of a row."""

    icon: str = ""
    group: str = ""
    """The name of the group that begins here; "" for none."""
    count: int | None = None
    problems: int = 0
    has_errors: bool = False
    is_page: bool = True
    """Whether it is a page; sections are plain."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws all of a row, so that nothing of it depends on the style of the desktop."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        look, height = self._look(index), round(option.fontMetrics.height() * 1.85)
        above = round(option.fontMetrics.height() * 1.7) if look.group else 0
        return QSize(option.fontMetrics.height() * 8, height + above)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, colors = self._look(index), appearance.colors()
        em = option.fontMetrics.height()
        row = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.group:
            row.setTop(row.top() + round(em * 1.7))
            self._paint_group(painter, option, look.group)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = colors.selected_text if is_chosen else colors.text
        self._paint_ground(painter, option, row, is_chosen=is_chosen)
        left = row.left() + round(em * 0.5)
        if look.icon:
            side = round(em * 1.05)
            name = "selected_text" if is_chosen else "muted"
            ratio = painter.device().devicePixelRatioF()
            pixmap = picture(look.icon, name, side, ratio)
            painter.drawPixmap(left, row.center().y() - side // 2 + 1, pixmap)
            left += side + round(em * 0.55)
        right = self._paint_numbers(painter, option, row, look, is_chosen=is_chosen)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium if look.is_page else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        box = QRect(left, row.top(), max(right - left, 0), row.height())
        title = option.fontMetrics.elidedText(
            index.data() or "", Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _look(self, index: QModelIndex | QPersistentModelIndex) -> RowLook:
        look = index.data(LOOK_ROLE)
        return look if isinstance(look, RowLook) else RowLook()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, name: str) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.88)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(appearance.colors().muted))
        em = option.fontMetrics.height()
        box = QRect(option.rect.left() + em // 2, option.rect.top(), option.rect.width(), 0)
        box.setHeight(round(em * 1.55))
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, name)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, *, is_chosen: bool
    ) -> None:
        colors = appearance.colors()
        box = row.adjusted(0, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen:
            painter.setBrush(QColor(colors.selection))
            painter.drawRoundedRect(box, 6, 6)
            painter.setBrush(QColor(colors.selected_bar))
            bar = QRect(box.left(), box.top() + box.height() // 4, 3, box.height() // 2)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(box, 6, 6)

    def _paint_numbers(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: QRect,
        look: RowLook,
        *,
        is_chosen: bool,
    ) -> int:
        """Draw count and badge; returns where the title has to end."""
        colors, metrics, em = appearance.colors(), option.fontMetrics, option.fontMetrics.height()
        right = row.right() - em // 2
        painter.setFont(option.font)
        if look.count is not None:
            text = str(look.count)
            width = metrics.horizontalAdvance(text)
            painter.setPen(QColor(colors.selected_text if is_chosen else colors.muted))
            box = QRect(right - width, row.top(), width, row.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            right -= max(width, metrics.horizontalAdvance("00")) + em // 3
        if look.problems:
            state = "error" if look.has_errors else "warning"
            text, side = str(look.problems), round(em * 0.85)
            width = metrics.horizontalAdvance(text) + side + em
            box = QRect(right - width, row.top() + (row.height() - round(em * 1.35)) // 2, width, 0)
            box.setHeight(round(em * 1.35))
            painter.setPen(QColor(getattr(colors, state)))
            if getattr(colors, f"{state}_ground") != colors.window:
                painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colors, f"{state}_ground")))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            name = "circle-alert" if look.has_errors else "triangle-alert"
            ratio = painter.device().devicePixelRatioF()
            spot = (box.left() + em // 3, box.center().y() - side // 2 + 1)
            painter.drawPixmap(*spot, picture(name, state, side, ratio))
            painter.setPen(QColor(getattr(colors, state)))
            box.setLeft(box.left() + em // 3 + side + em // 6)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            right -= width + em // 3
        return right
