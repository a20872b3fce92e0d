"""The next days of a rule in a calendar, in which days are struck and added."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QRect, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat
from PySide6.QtWidgets import QSizePolicy, QTableView

from editor.ui.look.appearance import appearance, colors
from editor.ui.widgets.day_edit import to_qdate
from editor.ui.widgets.month_calendar import MonthCalendar
from editor.ui.widgets.wheel import ignore_wheel_without_focus


class RuleCalendar(MonthCalendar):
    """A month with the days of a rule in bold on color, and those that are struck crossed out."""

    toggled = Signal(object)
    """A day (``date``) was clicked, or chosen with Enter."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: set[QDate] = set()
        self._days: Iterable[date] = ()
        self._struck: Iterable[date] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The next ten dates"))
        self.setToolTip(self.tr("A click strikes a date, or adds one"))
        for view in self.findChildren(QTableView):
            ignore_wheel_without_focus(view)
        appearance().changed.connect(self._mark)
        self.clicked.connect(self._emit)
        self.activated.connect(self._emit)

    def show_days(self, days: Iterable[date], struck: Iterable[date]) -> None:
        """Mark days; the month shown stays as long as it holds one of them.

        Args:
            days: Those on which it takes place.
            struck: Those that are left out.
        """
        self._days, self._struck = tuple(days), tuple(struck)
        self._mark()

    def _mark(self) -> None:
        plain = QTextCharFormat()
        for marked in self._marked:
            self.setDateTextFormat(marked, plain)
        taking_place, crossed = QTextCharFormat(), QTextCharFormat()
        taking_place.setForeground(QColor(colors().selected_text))
        taking_place.setFontWeight(QFont.Weight.Bold)
        crossed.setFontStrikeOut(True)
        formats = dict.fromkeys(map(to_qdate, self._struck), crossed)
        formats |= dict.fromkeys(map(to_qdate, self._days), taking_place)
        for day, look in formats.items():
            self.setDateTextFormat(day, look)
        self._marked = set(formats)
        shown = {(day.year(), day.month()) for day in formats}
        if shown and (self.yearShown(), self.monthShown()) not in shown:
            year, month = min(shown)
            self.setCurrentPage(year, month)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:  # noqa: N802 - Qt's
        # the style sheet leaves out the ground of a day's format
        if self.dateTextFormat(day).fontWeight() == QFont.Weight.Bold:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), QColor(colors().selection))
        super().paintCell(painter, rect, day)

    def _emit(self, day: QDate) -> None:
        self.toggled.emit(date(day.year(), day.month(), day.day()))
