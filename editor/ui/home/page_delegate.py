"""How a page is drawn in the list: picture, title, day and author, counts, state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.app.library.hit_marks import HIT_END, HIT_START
from editor.ui.home.page_model import ROW_ROLE, PageModel, PageRow, PageState
from editor.ui.look import appearance
from editor.ui.look.icons import picture
from editor.ui.widgets.thumbnails import Thumbnails

_BADGES = {
    PageState.DRAFT: ("pencil", "hint"),
    PageState.PLANNED: ("clock", "hint"),
    PageState.ONLY_HERE: ("hourglass", "warning"),
    PageState.PUBLISHED: ("circle-check", "success"),
}
_NARROW = 46
"""Width in em below which counts and picture are left out."""
_SHAPE = 1.5
"""Width of a picture for its height."""


class PageDelegate(QStyledItemDelegate):
    """Draws all of a row."""

    def __init__(self, model: PageModel, thumbnails: Thumbnails) -> None:
        super().__init__(model)
        self._model, self._thumbnails = model, thumbnails

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.fontMetrics.height() * 10, round(option.fontMetrics.height() * 3.6))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PageRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, option)
        em = option.fontMetrics.height()
        box = QRect(option.rect).adjusted(em // 2, em // 3, -em // 2, -em // 3)
        is_wide = option.rect.width() > _NARROW * em * 0.85
        if is_wide:
            box.setLeft(self._paint_picture(painter, box, row))
        right = self._paint_state(painter, option, box, row)
        if is_wide:
            right = self._paint_counts(painter, option, box, row, right)
        box.setRight(right - em)
        self._paint_words(painter, option, box, row)
        painter.restore()

    # --- parts -----------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colors, box = appearance.colors(), option.rect.adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colors.selection))
            painter.drawRoundedRect(box, 6, 6)
            painter.setBrush(QColor(colors.selected_bar))
            painter.drawRoundedRect(
                QRect(box.left(), box.top() + 8, 3, box.height() - 16), 1.5, 1.5
            )
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(box, 6, 6)
        line = QRect(option.rect.left() + 8, option.rect.bottom(), option.rect.width() - 16, 1)
        painter.fillRect(line, QColor(colors.line))

    def _paint_picture(self, painter: QPainter, box: QRect, row: PageRow) -> int:
        """Draw the header picture; returns where the words begin."""
        colors = appearance.colors()
        frame = QRect(box.left(), box.top(), round(box.height() * _SHAPE), box.height())
        path = QPainterPath()
        path.addRoundedRect(QRectF(frame), 4, 4)
        pixmap = self._thumbnails.get(row.facts.image) if row.facts.image else None
        painter.fillPath(path, QColor(colors.sunken))
        if pixmap is None or pixmap.isNull():
            side = frame.height() // 2
            ratio = painter.device().devicePixelRatioF()
            name = "newspaper" if row.facts.is_issue else "file-text"
            icon = picture(name, "muted", side, ratio)
            painter.drawPixmap(frame.center().x() - side // 2, frame.center().y() - side // 2, icon)
        else:
            painter.setClipPath(path)
            size = pixmap.deviceIndependentSize().toSize()
            size = size.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            shown = QRect(frame.topLeft(), size)
            shown.moveCenter(frame.center())
            painter.drawPixmap(shown, pixmap)
            painter.setClipping(False)
        return frame.right() + box.height() // 3

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: PageRow
    ) -> int:
        """Draw the badge; returns where it begins."""
        colors, em = appearance.colors(), option.fontMetrics.height()
        name, ink = _BADGES[row.state]
        font = _sized(option.font, 0.9)
        metrics = QFontMetrics(font)
        words = self._model.name_state(row.state)
        widest = max(metrics.horizontalAdvance(self._model.name_state(each)) for each in PageState)
        side = round(em * 0.85)
        width = widest + side + round(em * 1.3)
        badge = QRect(box.right() - width, 0, metrics.horizontalAdvance(words) + side + em, 0)
        badge.setHeight(round(em * 1.5))
        badge.moveTop(box.center().y() - badge.height() // 2)
        ground = getattr(colors, f"{ink}_ground")
        painter.setPen(QColor(getattr(colors, ink)))
        if ground != colors.surface:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        ratio = painter.device().devicePixelRatioF()
        spot = (badge.left() + em // 3, badge.center().y() - side // 2 + 1)
        painter.drawPixmap(*spot, picture(name, ink, side, ratio))
        painter.setFont(font)
        painter.setPen(QColor(getattr(colors, ink)))
        inner = badge.adjusted(em // 2 + side, 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        return box.right() - width

    def _paint_counts(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        row: PageRow,
        right: int,
    ) -> int:
        """Draw how much is in the page, of one that was found its day; returns where it begins."""
        font = _sized(option.font, 0.9)
        width = QFontMetrics(font).horizontalAdvance("0" * (11 if row.snippet else 24))
        painter.setFont(font)
        painter.setPen(QColor(self._muted(option)))
        place = QRect(right - width, box.top(), width, box.height())
        words = self._model.short_day(row.facts) if row.snippet else self._model.count(row.facts)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        return right - width

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: PageRow
    ) -> None:
        """Draw the title, and below it day and author, or where words were found."""
        colors, half = appearance.colors(), box.height() // 2
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colors.selected_text if is_chosen else colors.text))
        above = QRect(box.left(), box.top(), box.width(), half)
        title = QFontMetrics(font).elidedText(
            row.facts.title, Qt.TextElideMode.ElideRight, above.width()
        )
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, title)
        below = QRect(box.left(), box.top() + half, box.width(), half)
        small = _sized(option.font, 0.9)
        painter.setPen(QColor(self._muted(option)))
        if row.snippet:
            _paint_snippet(painter, small, below, row.snippet, is_chosen=is_chosen)
            return
        painter.setFont(small)
        words = QFontMetrics(small).elidedText(
            self._model.describe(row.facts), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)

    @staticmethod
    def _muted(option: QStyleOptionViewItem) -> str:
        colors = appearance.colors()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        return colors.selected_text if is_chosen else colors.muted


def _sized(font: QFont, size: float) -> QFont:
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * size)
    return smaller


def _paint_snippet(
    painter: QPainter, font: QFont, box: QRect, snippet: str, *, is_chosen: bool
) -> None:
    """Draw words with a ground behind those that were found."""
    colors, metrics, left = appearance.colors(), QFontMetrics(font), box.left()
    painter.setFont(font)
    ink = painter.pen().color()
    parts = snippet.replace(HIT_END, HIT_START).split(HIT_START)
    # the words that were found are in sight, whatever stands before them
    parts[0] = metrics.elidedText(parts[0], Qt.TextElideMode.ElideLeft, box.width() // 2)
    for number, part in enumerate(parts):
        part = metrics.elidedText(part, Qt.TextElideMode.ElideRight, max(box.right() - left, 0))
        width = metrics.horizontalAdvance(part)
        place = QRect(left, box.top(), width, box.height())
        painter.setPen(ink)
        if number % 2 and not is_chosen:
            ground = place.adjusted(-1, 2, 1, -2)
            painter.fillRect(ground, QColor(colors.mark))
            painter.setPen(QColor(colors.text))
        font.setUnderline(bool(number % 2 and is_chosen))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, part)
        left += width
        if left >= box.right():
            return
