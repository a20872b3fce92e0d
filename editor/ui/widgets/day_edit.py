"""A field for a day: typed as dates are usually written, or chosen from a calendar.

The weekday is shown, never typed.
"""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolTip, QWidget, QWidgetAction

from editor.core.calendar import dates
from editor.core.calendar.date_fields import read_date
from editor.ui.look.icons import icon
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.measure import fit_width
from editor.ui.widgets.month_calendar import MonthCalendar
from editor.ui.widgets.plain_text import plain_tip

_DIGITS = re.compile(r"(\d{1,2})(\d{2})(\d{4}|\d{2})")
"""Day, month and year without any separator: 12122025, 121225."""
_YEARLESS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?")
_WEEKDAY = re.compile(r"^[^\d]+")
"""Whatever stands before the first digit, such as "Fr. "."""
_DAYS_BACK = 60
"""A day without a year is the next one, or one at most so many days back."""
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}


class DayEdit(QLineEdit):
    """A line that reads 12.12., 12.12.25, 12122025 and 2025-12-12 when it is left.

    What is not a date is not taken: the line shows the day it had. ``dateChanged`` carries a QDate;
    an invalid one stands for no day.
    """

    dateChanged = Signal(QDate)  # noqa: N815 - as Qt's own fields call it
    refused = Signal(str)
    """A sentence about what was typed and is no date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = QDate()
        self._popup: QMenu | None = None
        self._is_entered = False
        """Whether the mouse button that gave it the focus is still down."""
        fit_width(self, "Mi. 00.00.0000", 5)
        self.setToolTip(self.tr("For example 12.12. or 12.12.2025; ↑ and ↓ go day by day"))
        self._open = QAction(icon("calendar-days", "muted"), self.tr("Calendar"), self)
        self._open.triggered.connect(self.popup)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self.interpret)

    # --- the day ---------------------------------------------------------------------------------

    def date(self) -> QDate:
        """The day; an invalid QDate where there is none."""
        return self._day

    def setDate(self, day: QDate) -> None:  # noqa: N802 - as Qt's own fields call it
        """Show a day, and emit ``dateChanged`` if it is another one.

        Args:
            day: The day; an invalid one for none.
        """
        changed = day != self._day
        self._day = day
        if not self.hasFocus() or changed:
            self.setText(_write_day(day))
        if changed:
            self.dateChanged.emit(day)

    def interpret(self) -> None:
        """Take what is typed as the day, or say that it is not one."""
        text = self.text().strip()
        if text == _write_day(self._day):
            return
        day = read_day(text, self._day)
        if day is not None:
            self.setDate(day)
        else:
            words = self.tr("“{0}” is no date, so it was not taken.").format(text)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), plain_tip(words), self)
            announce(self, words)
            self.refused.emit(words)
        self.setText(_write_day(self._day))

    def step(self, days: int) -> None:
        """Go on by some days, or back.

        Args:
            days: How many; negative goes back.
        """
        self.interpret()
        if self._day.isValid():
            self.setDate(self._day.addDays(days))
            self.selectAll()

    # --- the calendar ----------------------------------------------------------------------------

    def popup(self) -> None:
        """Open a calendar to choose the day from."""
        self.interpret()
        menu = self._popup = QMenu(self)
        calendar = MonthCalendar()
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
        # at once, not by a timer: it would select what has been typed by then
        self.selectAll()
        self._is_entered = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        if self._is_entered and not self.hasSelectedText():
            self.selectAll()
        self._is_entered = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        days = _STEPS.get(Qt.Key(event.key()))
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (is_alt and event.key() == Qt.Key.Key_Down):
            self.popup()
        elif days is None:
            super().keyPressEvent(event)
        else:
            self.step(days)


def read_day(text: str, near: QDate) -> QDate | None:
    """Read the day that a text means.

    >>> read_day("24.12.", QDate(2025, 11, 3)).toString("yyyy-MM-dd")
    '2025-12-24'

    Args:
        text: What was typed, without spaces around it.
        near: The day shown before: it decides the year where the text names none; may be invalid.

    Returns:
        The day; an invalid one for an empty text or a dash; None for what is not a date.
    """
    if text in ("", "—"):
        return QDate()
    bare = _WEEKDAY.sub("", text)
    if match := _DIGITS.fullmatch(bare):
        bare = ".".join(match.groups())
    if match := _YEARLESS.fullmatch(bare):
        return _find_day_near(near, month=int(match[2]), day_of_month=int(match[1]))
    day = read_date(bare)
    if day is None and near.isValid():
        reading = dates.read_time_span(bare, 0, date(near.year(), near.month(), near.day()))
        if reading and reading.end >= len(bare):
            day = reading.when.start
    if day:
        return to_qdate(day)
    return None


def to_date(field: DayEdit) -> date:
    """Return the day of a field that always has one.

    Args:
        field: The field.

    Returns:
        Its day; today where it has none after all.
    """
    day = field.date()
    if day.isValid():
        return date(day.year(), day.month(), day.day())
    return date.today()


def to_qdate(day: date) -> QDate:
    """Return a day as Qt's fields take it.

    Args:
        day: The day.

    Returns:
        The same day.
    """
    return QDate(day.year, day.month, day.day)


def _find_day_near(near: QDate, month: int, day_of_month: int) -> QDate | None:
    """Find the day of some year that comes next; None where no year near has it."""
    if not near.isValid():
        day = QDate(QDate.currentDate().year(), month, day_of_month)
        if day.isValid():
            return day
        return None
    for year in range(near.year() - 1, near.year() + 3):
        day = QDate(year, month, day_of_month)
        if day.isValid() and day >= near.addDays(-_DAYS_BACK):
            return day
    return None


def _write_day(day: QDate) -> str:
    if not day.isValid():
        return "—"
    weekday = QLocale().dayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)
    return f"{weekday} {day.toString('dd.MM.yyyy')}"
