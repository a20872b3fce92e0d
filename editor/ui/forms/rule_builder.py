"""A recurrence in words to choose from, and its next dates."""

from datetime import date

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.core.calendar import recurrence
from editor.core.calendar.dates import MONTHS_DE, MONTHS_EN
from editor.core.calendar.recurrence import ORDINALS, Pattern
from editor.ui.forms.base import hint, make_day_edit
from editor.ui.forms.entry_fields import to_date, to_qdate
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.widgets.wheel import ignore_wheel_without_focus

EVERY, WEEKS, MONTH = range(3)
_NEXT = 5


class RuleBuilder(QWidget):
    """Every week, every n weeks, or certain weekdays of the month; months left out; until when.

    ``edited`` carries a Pattern; ``anchored`` a day on which a series of every n weeks takes place.
    """

    edited = Signal(object)
    anchored = Signal(object)

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
            self.tr("last"),
        ]
        self.first.addItems(ordinals)
        self.second.addItems(["—", *(self.tr("and {0}").format(word) for word in ordinals)])
        self.day.addItems([QLocale().dayName(number) for number in range(1, 8)])
        self.weeks = QSpinBox(minimum=2, maximum=52)
        self.weeks.setPrefix(self.tr("every "))
        self.weeks.setSuffix(self.tr(" weeks"))
        self.begin = make_day_edit()
        self.begin_label = QLabel(self.tr("for example on"))
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
            widget.setToolTip(name)
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
            line = QHBoxLayout()
            line.setSpacing(8)
            for part in widgets:
                line.addWidget(part)
            line.addStretch(1)
            column.addLayout(line)
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
        """Show a pattern (None: a phrase that is no rule); its dates count from ``start``, its weeks from ``anchor``."""
        self._language = language
        shown = pattern or Pattern(start.weekday())
        blockers = [
            QSignalBlocker(widget)
            for widget in (
                self.how,
                self.first,
                self.second,
                self.day,
                self.weeks,
                self.begin,
                self.until,
            )
        ]
        self.how.setCurrentIndex(
            (MONTH if shown.ordinals else WEEKS if shown.weeks > 1 else EVERY) if pattern else -1
        )
        self.day.setCurrentIndex(shown.weekday)
        self.first.setCurrentIndex(ORDINALS.index(shown.ordinals[0]) if shown.ordinals else 0)
        self.second.setCurrentIndex(
            ORDINALS.index(shown.ordinals[1]) + 1 if len(shown.ordinals) > 1 else 0
        )
        self.weeks.setValue(shown.weeks)
        for number, action in enumerate(self.months, 1):
            action.setChecked(number in shown.without)
        self.ends.setChecked(shown.until is not None)
        self.until.setDate(to_qdate(shown.until or start.replace(month=12, day=31)))
        if pattern:
            coming = recurrence.next_days(recurrence.write_rrule(pattern), start, _NEXT, anchor)
        else:
            coming = []
        self.begin.setDate(to_qdate(coming[0] if coming else start))
        del blockers
        self._fit(shown, known=pattern is not None)
        dates = ", ".join(self._written(day) for day in coming)
        self.next.setText(
            self.tr("Next: {0}").format(dates)
            if coming
            else self.tr("No date is left.")
            if pattern
            else ""
        )

    def _written(self, day: date) -> str:
        return f"{QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip('.')} {day:%d.%m.%Y}"

    def _fit(self, shown: Pattern, *, known: bool) -> None:
        """Only what the choice needs."""
        how = self.how.currentIndex()
        self.weeks.setVisible(how == WEEKS)
        for widget in (self.begin, self.begin_label):
            widget.setVisible(how == WEEKS)
        for box in (self.first, self.second):
            box.setVisible(how == MONTH)
        self.day.setEnabled(known)
        self.until.setVisible(shown.until is not None)
        names = MONTHS_DE if self._language == "de" else MONTHS_EN
        left_out = ", ".join(names[number - 1] for number in shown.without)
        self.without.setText(
            self.tr("not in {0}").format(left_out) if left_out else self.tr("in all months")
        )

    # --- editing ---------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        how, weekday = self.how.currentIndex(), self.day.currentIndex()
        ordinals: tuple[int, ...] = ()
        if how == MONTH:
            second = self.second.currentIndex()
            chosen = {ORDINALS[self.first.currentIndex()]} | (
                {ORDINALS[second - 1]} if second > 0 else set()
            )
            ordinals = tuple(sorted(chosen, key=ORDINALS.index))
        without = tuple(
            number for number, action in enumerate(self.months, 1) if action.isChecked()
        )
        until = to_date(self.until) if self.ends.isChecked() else None
        if how >= 0 and len(without) < 12:
            self.edited.emit(
                Pattern(
                    weekday, ordinals, self.weeks.value() if how == WEEKS else 1, without, until
                )
            )
