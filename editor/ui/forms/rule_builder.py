"""A recurrence in words to choose from, and its next dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.rrule import ORDINALS, Pattern, monthly, next_days, weekly, write_rrule
from editor.ui.widgets.day_edit import to_date, to_qdate
from editor.ui.widgets.form_parts import hint, make_day_edit
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.widgets.wheel import ignore_wheel_without_focus

EVERY_WEEK, WEEKS, MONTH = range(3)
"""The kinds of rules, in the order of the first box."""
_NEXT_DAYS = 5
"""How many days to come are shown."""


class RuleBuilder(QWidget):
    """Every week, every n weeks, or certain weekdays of the month; months left out; until when."""

    edited = Signal(object)
    """The Pattern that the user has chosen."""
    anchored = Signal(object)
    """A day (``date``) on which a series of every n weeks takes place."""

    def __init__(self) -> None:
        super().__init__()
        self._language = "de"
        self.how = QComboBox()
        self.how.addItems(
            [self.tr("every week on"), self.tr("every n weeks on"), self.tr("in the month on the")]
        )
        self.first, self.second, self.day = QComboBox(), QComboBox(), QComboBox()
        ordinals = [
            self.tr("first"),
            self.tr("second"),
            self.tr("third"),
            self.tr("fourth"),
            self.tr("fifth"),
            self.tr("last"),
            self.tr("last but one"),
        ]
        self.first.addItems(ordinals)
        self.second.addItems(["—", *(self.tr("and {0}").format(word) for word in ordinals)])
        self.day.addItems([QLocale().dayName(number) for number in range(1, 8)])
        self.weeks = QSpinBox(minimum=2, maximum=52)
        self.weeks.setPrefix(self.tr("every "))
        self.weeks.setSuffix(self.tr(" weeks"))
        self.begin = make_day_edit()
        self.begin_label = PlainLabel(self.tr("for example on"))
        self.without = QPushButton()
        self._months = QMenu(self)
        self.without.setMenu(self._months)
        self.ends = QCheckBox(self.tr("until"))
        self.until = make_day_edit()
        self.next = hint()
        self._make_months()
        self._lay_out()
        self._connect()

    def _make_months(self) -> None:
        self.months: list[QAction] = []
        for number in range(1, 13):
            action = self._months.addAction(QLocale().standaloneMonthName(number))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False: self._on_changed())
            self.months.append(action)

    def _lay_out(self) -> None:
        names = {
            self.how: self.tr("How often"),
            self.first: self.tr("Which of the month"),
            self.second: self.tr("and which other"),
            self.day: self.tr("Weekday"),
            self.weeks: self.tr("Weeks between"),
            self.begin: self.tr("A day on which it takes place"),
            self.without: self.tr("Months left out"),
            self.until: self.tr("Last possible day"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
            widget.setToolTip(plain_tip(name))
            forward_undo(widget)
            ignore_wheel_without_focus(widget)
        lines: tuple[tuple[QWidget, ...], ...] = (
            (self.how, self.weeks),
            (self.first, self.second, self.day),
            (self.begin_label, self.begin),
            (self.without, self.ends, self.until),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widgets in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.next)

    def _connect(self) -> None:
        for box in (self.how, self.first, self.second, self.day):
            box.activated.connect(lambda _: self._on_changed())
        self.weeks.valueChanged.connect(lambda _: self._on_changed())
        self.ends.clicked.connect(lambda _: self._on_changed())
        self.until.dateChanged.connect(lambda _: self._on_changed())
        self.begin.dateChanged.connect(lambda _: self.anchored.emit(to_date(self.begin)))

    # --- showing ---------------------------------------------------------------------------------

    def show_pattern(
        self, pattern: Pattern | None, start: date, anchor: date | None, language: str
    ) -> None:
        """Show a pattern and its next days.

        Args:
            pattern: The pattern; None for a phrase that is not a rule.
            start: The first day that counts among the next ones.
            anchor: A day from which every n weeks are counted; None for no particular one.
            language: ISO 639-1 code of the document's language, for the names of months.
        """
        self._language = language
        coming: list[date] = []
        if pattern:
            coming = next_days(write_rrule(pattern), start, _NEXT_DAYS, anchor)
        shown = pattern or weekly(start.weekday())
        blockers = [QSignalBlocker(widget) for widget in self._choices]
        self._show_kind(pattern)
        self.day.setCurrentIndex(shown.days[0].weekday if shown.days else -1)
        self._show_ordinals([day.ordinal for day in shown.days if day.ordinal])
        self.weeks.setValue(shown.every)
        for number, action in enumerate(self.months, 1):
            action.setChecked(bool(shown.months) and number not in shown.months)
        self.ends.setChecked(shown.until is not None)
        self.until.setDate(to_qdate(shown.until or start.replace(month=12, day=31)))
        self.begin.setDate(to_qdate(coming[0] if coming else start))
        del blockers
        self._show_needed(shown, known=pattern is not None)
        self._show_next(coming, known=pattern is not None)

    @property
    def _choices(self) -> tuple[QWidget, ...]:
        """The widgets that report a change also when it is the program that makes it."""
        boxes = (self.how, self.first, self.second, self.day)
        return (*boxes, self.weeks, self.begin, self.until)

    def _show_kind(self, pattern: Pattern | None) -> None:
        kind = EVERY_WEEK
        if pattern is None or not _can_show(pattern):
            kind = -1
        elif pattern.is_monthly:
            kind = MONTH
        elif pattern.every > 1:
            kind = WEEKS
        self.how.setCurrentIndex(kind)

    def _show_ordinals(self, ordinals: Sequence[int]) -> None:
        first, second = 0, 0  # the second box begins with none
        if ordinals:
            first = ORDINALS.index(ordinals[0])
        if len(ordinals) > 1:
            second = ORDINALS.index(ordinals[1]) + 1
        self.first.setCurrentIndex(first)
        self.second.setCurrentIndex(second)

    def _show_next(self, coming: Sequence[date], *, known: bool) -> None:
        text = ""
        if coming:
            text = self.tr("Next: {0}").format(", ".join(_write_day(day) for day in coming))
        elif known:
            text = self.tr("No date is left.")
        self.next.setText(text)

    def _show_needed(self, shown: Pattern, *, known: bool) -> None:
        """Show only the widgets that the kind of rule needs."""
        kind = self.how.currentIndex()
        for widget in (self.weeks, self.begin, self.begin_label):
            widget.setVisible(kind == WEEKS)
        for box in (self.first, self.second):
            box.setVisible(kind == MONTH)
        self.day.setEnabled(known)
        self.until.setVisible(shown.until is not None)
        without = [number for number in range(1, 13) if shown.months and number not in shown.months]
        self.without.setText(self._without_text(without))

    def _without_text(self, without: Sequence[int]) -> str:
        if not without:
            return self.tr("in all months")
        names = phrasebook_for(self._language).months
        return self.tr("not in {0}").format(", ".join(names[number - 1] for number in without))

    # --- editing ---------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        pattern = self._read_pattern()
        if pattern:
            self.edited.emit(pattern)

    def _read_pattern(self) -> Pattern | None:
        """The pattern that is chosen; None where none is, or no month is left."""
        without = tuple(
            number for number, action in enumerate(self.months, 1) if action.isChecked()
        )
        kind = self.how.currentIndex()
        if kind < 0 or len(without) == len(self.months):
            return None
        weekday = self.day.currentIndex()
        pattern = weekly(weekday, every=self.weeks.value() if kind == WEEKS else 1)
        if kind == MONTH:
            pattern = monthly((weekday, ordinal) for ordinal in self._read_ordinals())
        if without:
            months = tuple(month for month in range(1, 13) if month not in without)
            pattern = replace(pattern, months=months)
        if self.ends.isChecked():
            pattern = replace(pattern, until=to_date(self.until))
        return pattern

    def _read_ordinals(self) -> tuple[int, ...]:
        second = self.second.currentIndex()
        chosen = {ORDINALS[self.first.currentIndex()]}
        if second > 0:
            chosen.add(ORDINALS[second - 1])
        return tuple(sorted(chosen, key=ORDINALS.index))


def _can_show(pattern: Pattern) -> bool:
    """Whether the boxes can say all of a pattern."""
    weekdays = {day.weekday for day in pattern.days}
    days_off = pattern.without or pattern.is_off_on_holidays
    if len(weekdays) != 1 or len(pattern.days) > 2 or pattern.parity or pattern.since or days_off:
        return False
    return not (pattern.is_monthly and pattern.every > 1)


def _write_day(day: date) -> str:
    weekday = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{weekday.rstrip('.')} {day:%d.%m.%Y}"
