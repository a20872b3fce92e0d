"""A month to choose days from."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from editor.ui.look.icons import icon

_LINES, _LINE = 8, 1.7
"""The month's name, the weekdays and six weeks; how high each is, in lines of text."""


class MonthCalendar(QCalendarWidget):
    """A month, with names for screen readers, and in the colors of the scheme."""

    def __init__(self) -> None:
        super().__init__()
        self.setGridVisible(False)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)  # as the weekdays of a rule stand
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumWidth(7 * self.fontMetrics().horizontalAdvance("MMo.x"))
        self.setMinimumHeight(round(_LINES * _LINE * self.fontMetrics().height()))
        today = QTextCharFormat()
        today.setFontUnderline(True)
        self.setDateTextFormat(QDate.currentDate(), today)
        for part, name in (
            ("qt_calendar_prevmonth", self.tr("Month before")),
            ("qt_calendar_nextmonth", self.tr("Month after")),
            ("qt_calendar_monthbutton", self.tr("Month")),
            ("qt_calendar_yearbutton", self.tr("Year")),
            ("qt_calendar_calendarview", self.tr("Days")),
        ):
            for widget in self.findChildren(QWidget, part):
                widget.setAccessibleName(name)
        for part, sign in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            for button in self.findChildren(QToolButton, part):
                button.setIcon(icon(sign))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekend, QTextCharFormat())  # red is hard to read on dark
