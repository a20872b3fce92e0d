"""The boxes of a rule: in which weeks or months, on which days, from when until when."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.core.calendar.rrule import ORDINALS, Parity, Pattern, monthly, weekly
from editor.ui.forms.rule_kinds import (
    EVEN_WEEKS,
    MONTH_DAYS,
    MONTHS,
    ODD_WEEKS,
    WEEKS,
    WORKDAY,
    can_show,
    kind_of,
)
from editor.ui.widgets.day_edit import DayEdit, to_date, to_qdate
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.measure import pad_line
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.widgets.wheel import ignore_wheel_without_focus

_PARITIES = {ODD_WEEKS: Parity.ODD, EVEN_WEEKS: Parity.EVEN}
_SHRINKABLE = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_MONTHLY = (MONTHS, MONTH_DAYS, WORKDAY)


class RuleBoxes(QWidget):
    """The boxes that say one pattern."""

    changed = Signal()
    anchored = Signal(object)
    """A day (``date``) on which a series of every n weeks takes place."""

    def __init__(self) -> None:
        super().__init__()
        self.how = self._make_kinds()
        self.every = QSpinBox(minimum=1, maximum=52)
        pad_line(self.every)
        self.weekdays = [self._make_weekday(number) for number in range(1, 8)]
        self.ordinals, self.ordinal_actions = self._make_menu(
            [
                self.tr("first"),
                self.tr("second"),
                self.tr("third"),
                self.tr("fourth"),
                self.tr("fifth"),
                self.tr("last"),
                self.tr("last but one"),
            ]
        )
        self._preset: QAction | None = None
        """The ordinal that nobody has chosen: the first choice takes its place."""
        self.month_days = TextLine()
        self.month_days.setPlaceholderText(self.tr("1, 15 or last"))
        self.begin, self.begin_label = DayEdit(), PlainLabel(self.tr("for example on"))
        names = [QLocale().standaloneMonthName(number) for number in range(1, 13)]
        self.months, self.month_actions = self._make_menu(names)
        self.holidays = QCheckBox(self.tr("not on holidays"))
        self.starts, self.since = QCheckBox(self.tr("from")), DayEdit()
        self.ends, self.until = QCheckBox(self.tr("until")), DayEdit()
        self._lay_out()
        self._connect()

    def _make_kinds(self) -> QComboBox:
        kinds = QComboBox()
        kinds.addItems(
            [
                self.tr("weekly"),
                self.tr("in odd weeks"),
                self.tr("in even weeks"),
                self.tr("monthly on a weekday"),
                self.tr("monthly on a date"),
                self.tr("monthly on a working day"),
            ]
        )
        kinds.setSizeAdjustPolicy(_SHRINKABLE)
        kinds.setMinimumContentsLength(20)
        return kinds

    def _make_weekday(self, number: int) -> QToolButton:
        button = QToolButton()
        name = QLocale().dayName(number)
        button.setText(QLocale().dayName(number, QLocale.FormatType.ShortFormat).rstrip("."))
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        return button

    def _make_menu(self, names: Sequence[str]) -> tuple[QPushButton, list[QAction]]:
        button, menu = QPushButton(), QMenu(self)
        button.setMenu(menu)
        actions = []
        for name in names:
            action = menu.addAction(name)
            action.setCheckable(True)
            actions.append(action)
        return button, actions

    def _lay_out(self) -> None:
        named = {
            self.how: self.tr("How often"),
            self.every: self.tr("Weeks or months between"),
            self.ordinals: self.tr("Which of the month"),
            self.month_days: self.tr("Days of the month"),
            self.begin: self.tr("A day on which it takes place"),
            self.months: self.tr("Months left out"),
            self.since: self.tr("First possible day"),
            self.until: self.tr("Last possible day"),
        }
        for widget, name in named.items():
            name_field(widget, name)
            widget.setToolTip(plain_tip(name))
            forward_undo(widget)
            ignore_wheel_without_focus(widget)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.how, self.every),
            (self.ordinals, self.month_days),
            tuple(self.weekdays),
            (self.begin_label, self.begin),
            (self.months, self.holidays),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widgets in rows:
            row = QHBoxLayout()
            row.setSpacing(6)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(flow_row(self.starts, self.since, self.ends, self.until))

    def _connect(self) -> None:
        self.how.activated.connect(self._on_kind)
        self.every.valueChanged.connect(lambda _: self.changed.emit())
        self.month_days.editingFinished.connect(self.changed)
        for action in self.ordinal_actions:
            action.triggered.connect(partial(self._on_ordinal, action))
        for action in self.month_actions:
            action.triggered.connect(lambda _=False: self.changed.emit())
        for button in (*self.weekdays, self.holidays, self.starts, self.ends):
            button.clicked.connect(lambda _: self.changed.emit())
        for edit in (self.since, self.until):
            edit.dateChanged.connect(lambda _: self.changed.emit())
        self.begin.dateChanged.connect(lambda _: self.anchored.emit(to_date(self.begin)))

    # --- showing ---------------------------------------------------------------------------------

    def show_pattern(self, pattern: Pattern | None, start: date, next_day: date | None) -> None:
        """Show a pattern.

        Args:
            pattern: The pattern; None for a rule that is none, or more than these boxes say.
            start: The day from which on it counts.
            next_day: Its next day.
        """
        shown = pattern if pattern and can_show(pattern) else None
        base = shown or weekly(start.weekday())
        blockers = [
            QSignalBlocker(edit) for edit in (self.every, self.begin, self.since, self.until)
        ]
        self.how.setCurrentIndex(kind_of(base) if shown else -1)
        self.every.setValue(base.every)
        weekdays = {day.weekday for day in base.days}
        for number, button in enumerate(self.weekdays):
            button.setChecked(shown is not None and number in weekdays)
        ordinals = {day.ordinal for day in base.days} | {base.workday}
        for ordinal, action in zip(ORDINALS, self.ordinal_actions, strict=True):
            action.setChecked(ordinal in ordinals)
        self.month_days.setText(self._write_month_days(base.month_days))
        for number, action in enumerate(self.month_actions, 1):
            action.setChecked(bool(base.months) and number not in base.months)
        self.holidays.setChecked(base.is_off_on_holidays)
        self.starts.setChecked(base.since is not None)
        self.ends.setChecked(base.until is not None)
        self.since.setDate(to_qdate(base.since or next_day or start))
        self.until.setDate(to_qdate(base.until or start.replace(month=12, day=31)))
        self.begin.setDate(to_qdate(next_day or start))
        del blockers
        self._show_needed(is_known=shown is not None)

    def _show_needed(self, *, is_known: bool) -> None:
        """Show only the boxes that the kind of rule needs."""
        kind = self.how.currentIndex()
        is_monthly = kind in _MONTHLY
        self.every.setVisible(kind == WEEKS or is_monthly)
        once, suffix = self.tr("every week"), self.tr(" weeks")
        if is_monthly:
            once, suffix = self.tr("every month"), self.tr(" months")
        self.every.setSpecialValueText(once)
        self.every.setPrefix(self.tr("every "))
        self.every.setSuffix(suffix)
        for button in self.weekdays:
            button.setVisible(kind not in (MONTH_DAYS, WORKDAY))
            button.setEnabled(is_known)
        self.ordinals.setVisible(kind in (MONTHS, WORKDAY))
        self.ordinals.setText(_list_checked(self.ordinal_actions) or self.tr("which?"))
        self.month_days.setVisible(kind == MONTH_DAYS)
        for widget in (self.begin, self.begin_label):
            widget.setVisible(kind == WEEKS and self.every.value() > 1)
        months = _list_checked(self.month_actions)
        self.months.setText(
            self.tr("not in {0}").format(months) if months else self.tr("in all months")
        )
        self.since.setVisible(self.starts.isChecked())
        self.until.setVisible(self.ends.isChecked())

    def _write_month_days(self, days: Sequence[int]) -> str:
        return ", ".join(self.tr("last") if day < 0 else str(day) for day in days)

    # --- reading ---------------------------------------------------------------------------------

    def _on_kind(self, kind: int) -> None:
        """Another kind of rule takes over what the boxes say, or the first choice there is."""
        if kind in (MONTHS, WORKDAY) and not any(each.isChecked() for each in self.ordinal_actions):
            self._preset = self.ordinal_actions[0]
            self._preset.setChecked(True)
        if kind == MONTH_DAYS and not self.month_days.text():
            self.month_days.setText("1")
        self.changed.emit()

    def _on_ordinal(self, action: QAction, _: bool = False) -> None:
        if self._preset and self._preset is not action:
            self._preset.setChecked(False)
        self._preset = None
        self.changed.emit()

    def read_pattern(self) -> Pattern | None:
        """Return the pattern that the boxes say; None where they name no day."""
        pattern = self._read_days()
        without = [number for number, each in enumerate(self.month_actions, 1) if each.isChecked()]
        if pattern is None or len(without) == len(self.month_actions):
            return None
        months = tuple(month for month in range(1, 13) if without and month not in without)
        return replace(
            pattern,
            months=months,
            is_off_on_holidays=self.holidays.isChecked(),
            since=to_date(self.since) if self.starts.isChecked() else None,
            until=to_date(self.until) if self.ends.isChecked() else None,
        )

    def _read_days(self) -> Pattern | None:
        kind, every = self.how.currentIndex(), self.every.value()
        weekdays = [number for number, each in enumerate(self.weekdays) if each.isChecked()]
        checked = zip(ORDINALS, self.ordinal_actions, strict=True)
        ordinals = [ordinal for ordinal, action in checked if action.isChecked()]
        if kind == MONTH_DAYS:
            days = self._read_month_days()
            return Pattern(month_days=days, every=every) if days else None
        if kind == WORKDAY:
            return Pattern(workday=ordinals[0], every=every) if ordinals else None
        if not weekdays or kind < 0:
            return None
        if kind == MONTHS:
            pairs = [(weekday, ordinal) for weekday in weekdays for ordinal in ordinals]
            return monthly(pairs, every) if pairs else None
        parity = _PARITIES.get(kind)
        return weekly(*weekdays, every=1 if parity else every, parity=parity)

    def _read_month_days(self) -> tuple[int, ...]:
        text = self.month_days.text()
        days = {int(number) for number in re.findall(r"\d{1,2}", text)}
        if self.tr("last") in text and not days:
            return (-1,)
        return tuple(sorted(day for day in days if 1 <= day <= 31))


def _list_checked(actions: Sequence[QAction]) -> str:
    return ", ".join(action.text() for action in actions if action.isChecked())
