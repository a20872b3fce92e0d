"""The next days of a rule in a calendar, in which days are struck and added."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QSizePolicy, QWidget

from editor.ui.widgets.day_edit import to_qdate
from editor.ui.widgets.wheel import ignore_wheel_without_focus


class RuleCalendar(QCalendarWidget):
    """A month with the days of a rule in bold on color, and those that are struck crossed out."""

    toggled = Signal(object)
    """A day (``date``) was clicked, or chosen with Enter."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: set[QDate] = set()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(7 * self.fontMetrics().horizontalAdvance("MoMo."))
        self.setAccessibleName(self.tr("The next ten dates"))
        self.setToolTip(self.tr("A click strikes a date, or adds one"))
        ignore_wheel_without_focus(self)
        for part, name in (
            ("qt_calendar_prevmonth", self.tr("Month before")),
            ("qt_calendar_nextmonth", self.tr("Month after")),
            ("qt_calendar_monthbutton", self.tr("Month")),
            ("qt_calendar_yearbutton", self.tr("Year")),
            ("qt_calendar_calendarview", self.tr("Days")),
        ):
            for widget in self.findChildren(QWidget, part):
                widget.setAccessibleName(name)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, QTextCharFormat())  # red is hard to read on dark
        self.clicked.connect(self._emit)
        self.activated.connect(self._emit)

    def show_days(self, days: Iterable[date], struck: Iterable[date]) -> None:
        """Mark days; the month shown stays as long as it holds one of them.

        Args:
            days: Those on which it takes place.
            struck: Those that are left out.
        """
        plain = QTextCharFormat()
        for marked in self._marked:
            self.setDateTextFormat(marked, plain)
        taking_place, crossed = QTextCharFormat(), QTextCharFormat()
        taking_place.setBackground(self.palette().brush(QPalette.ColorRole.Highlight))
        taking_place.setForeground(self.palette().brush(QPalette.ColorRole.HighlightedText))
        taking_place.setFontWeight(700)
        crossed.setFontStrikeOut(True)
        formats = dict.fromkeys(map(to_qdate, struck), crossed)
        formats |= dict.fromkeys(map(to_qdate, days), taking_place)
        for day, look in formats.items():
            self.setDateTextFormat(day, look)
        self._marked = set(formats)
        shown = {(day.year(), day.month()) for day in formats}
        if shown and (self.yearShown(), self.monthShown()) not in shown:
            year, month = min(shown)
            self.setCurrentPage(year, month)

    def _emit(self, day: QDate) -> None:
        self.toggled.emit(date(day.year(), day.month(), day.day()))
