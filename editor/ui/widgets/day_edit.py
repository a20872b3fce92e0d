"""A field for a day: typed as people write dates, or chosen from a calendar; the weekday is shown, never typed."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolTip, QWidget, QWidgetAction

from editor.core.calendar import dates

_DIGITS = re.compile(r"(\d{1,2})(\d{2})(\d{4}|\d{2})")
_SHORT = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?")
_BACK = 60
"""A day without a year is the next one, or one at most so many days back."""
_LEAD = re.compile(r"^[^\d]+")


class DayEdit(QLineEdit):
    """12.12., 12.12.25, 12122025 and 2025-12-12 are understood when the field is left; what is no date goes back.

    ``dateChanged`` carries a QDate; an invalid one stands for none.
    """

    dateChanged = Signal(QDate)  # noqa: N815 - as Qt's own fields call it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = QDate()
        self._popup: QMenu | None = None
        width = self.fontMetrics().horizontalAdvance("Mi. 00.00.0000") + 58
        self.setFixedWidth(width)
        self.setToolTip(self.tr("For example 12.12. or 12.12.2025; ↑ and ↓ go day by day"))
        self._open = QAction(_arrow(self), self.tr("Calendar"), self)
        self._open.triggered.connect(self.popup)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self.interpret)

    # --- the day ---------------------------------------------------------------------------------

    def date(self) -> QDate:
        """The day; invalid for none."""
        return self._day

    def setDate(self, day: QDate) -> None:  # noqa: N802 - as Qt's own fields call it
        """Show a day, and tell if it is another one."""
        changed = day != self._day
        self._day = day
        if not self.hasFocus() or changed:
            self.setText(_written(day))
        if changed:
            self.dateChanged.emit(day)

    def interpret(self) -> None:
        """What is typed counts from now on."""
        text = self.text().strip()
        if text == _written(self._day):
            return
        found = read_day(text, self._day)
        if found is not None:
            self.setDate(found)
        else:
            QToolTip.showText(
                self.mapToGlobal(QPoint(0, self.height())),
                self.tr("“{0}” is no date, so it was not taken.").format(text),
                self,
            )
        self.setText(_written(self._day))

    def step(self, days: int) -> None:
        """So many days on."""
        self.interpret()
        if self._day.isValid():
            self.setDate(self._day.addDays(days))
            self.selectAll()

    # --- the calendar ----------------------------------------------------------------------------

    def popup(self) -> None:
        """Choose from a calendar."""
        self.interpret()
        menu = self._popup = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setGridVisible(False)
        calendar.setSelectedDate(self._day if self._day.isValid() else QDate.currentDate())
        for chosen in (calendar.clicked, calendar.activated):
            chosen.connect(self._on_chosen)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _on_chosen(self, day: QDate) -> None:
        if self._popup:
            self._popup.close()
        self.setDate(day)
        self.editingFinished.emit()

    # --- Qt's events -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        by = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 7,
            Qt.Key.Key_PageDown: -7,
        }.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)


def read_day(text: str, near: QDate) -> QDate | None:
    """The day somebody means, near another one; an invalid one for an empty text; None for what is no date.

    >>> read_day("24.12.", QDate(2025, 11, 3)).toString("yyyy-MM-dd")
    '2025-12-24'
    """
    if text in ("", "—"):
        return QDate()
    bare = _LEAD.sub("", text)
    if match := _DIGITS.fullmatch(bare):
        bare = ".".join(match.groups())
    if match := _SHORT.fullmatch(bare):
        if near.isValid():
            years = [near.year() + more for more in (-1, 0, 1, 2)]
        else:
            years = [QDate.currentDate().year()]
        days = [
            day for year in years if (day := QDate(year, int(match[2]), int(match[1]))).isValid()
        ]
        return next(
            (day for day in days if not near.isValid() or day >= near.addDays(-_BACK)), None
        )
    found = dates.read_date(bare)
    if found is None and near.isValid():
        reading = dates.read_time_span(bare, 0, date(near.year(), near.month(), near.day()))
        found = reading.when.start if reading and reading.end >= len(bare) else None
    if found:
        return QDate(found.year, found.month, found.day)
    return None


def _written(day: QDate) -> str:
    if not day.isValid():
        return "—"
    return f"{QLocale().dayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)} {day.toString('dd.MM.yyyy')}"


def _arrow(widget: QWidget) -> QIcon:
    """A small sign for "opens a calendar", in the colour of text."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    font = widget.font()
    font.setPixelSize(24)
    painter.setFont(font)
    painter.setPen(widget.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, "▾")
    painter.end()
    return QIcon(picture)
