"""A recurrence, in words or in boxes to choose from, and its next dates in a calendar."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.core.calendar.recurrence import Rule, read_phrase
from editor.core.calendar.rrule import Pattern
from editor.core.calendar.series import FindHolidays, list_days
from editor.ui.forms.rule_boxes import RuleBoxes
from editor.ui.forms.rule_calendar import RuleCalendar
from editor.ui.forms.rule_question import RuleQuestion
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.form_parts import hint
from editor.ui.widgets.text_input import TextLine

_SHOWN_DAYS, _NAMED_DAYS = 10, 5
"""How many days to come the calendar shows, and how many are named below it."""
_NOT_IN_OUTLOOK = (5, -2)
"""Ordinals that Outlook does not follow ([MS-OXCICAL] 2.1.3.2.2)."""


class RuleBuilder(QWidget):
    """The rule in words; the boxes that say it; the next dates, to be struck and added."""

    edited = Signal(object)
    """The patterns (a tuple) that the user has chosen."""
    worded = Signal(str)
    """Words that are typed and leave a question: more than one rule, or none."""
    anchored = Signal(object)
    """A day (``date``) on which a series of every n weeks takes place."""

    def __init__(self) -> None:
        super().__init__()
        self._patterns: tuple[Pattern, ...] = ()
        self._start = date.min
        self._anchor: date | None = None
        self._words = ""
        self.words = TextLine()
        self.words.setObjectName("ruleWords")
        self.words.setAccessibleName(self.tr("Rule in words"))
        self.boxes = RuleBoxes()
        self.calendar = RuleCalendar()
        self.days_button = text_button(self.tr("Leave out or add single days…"), kind="link")
        self.days_button.clicked.connect(self._unfold)
        self._is_unfolded = False
        """Whether the calendar is shown: it is high, and what stands below it is needed more."""
        self.next, self.notes = hint(), hint()
        self.question = RuleQuestion()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.question)
        column.addWidget(self.boxes)
        column.addWidget(self.next)
        column.addWidget(self.notes)
        column.addWidget(self.days_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.calendar)
        self.words.editingFinished.connect(self._on_words)
        self.question.chosen.connect(self._emit)
        self.boxes.changed.connect(self._on_boxes)
        self.boxes.anchored.connect(self.anchored)
        self.calendar.toggled.connect(self._on_day)

    # --- showing ---------------------------------------------------------------------------------

    def show_rule(
        self,
        patterns: Sequence[Pattern],
        words: str,
        rule: Rule | None,
        start: date,
        anchor: date | None,
        language: str,
        find_holidays: FindHolidays,
    ) -> None:
        """Show a rule and its next days.

        Args:
            patterns: Its patterns; none for a phrase that is not a rule.
            words: The phrase.
            rule: What was read in it; None for a phrase that is no rule.
            start: The first day that counts among the next ones.
            anchor: A day from which every n weeks are counted; None for no particular one.
            language: ISO 639-1 code of the document's language.
            find_holidays: Finds the public holidays of its place.
        """
        self._patterns = tuple(patterns)
        self._words, self._start, self._anchor = words, start, anchor
        coming = list_days(self._patterns, start, anchor, _SHOWN_DAYS, find_holidays)
        if not self.words.hasFocus():
            self.words.setText(words)
            self.words.setCursorPosition(0)
        self.question.ask_about(rule, words, language)
        only = self._patterns[0] if len(self._patterns) == 1 else None
        self.boxes.show_pattern(only, start, coming[0] if coming else None)
        struck = {day for pattern in self._patterns for day in pattern.without}
        self.calendar.show_days(coming, struck)
        self._is_unfolded |= bool(struck) or any(each.also for each in self._patterns)
        self._show_calendar()
        self._show_next(coming)
        self.notes.setText(" ".join(self._find_notes()))
        self.notes.setVisible(bool(self.notes.text()))

    def _show_calendar(self) -> None:
        has_days = bool(self._patterns)
        self.calendar.setVisible(has_days and self._is_unfolded)
        self.days_button.setVisible(has_days and not self._is_unfolded)

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._show_calendar()
        self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_next(self, coming: Sequence[date]) -> None:
        text = ""
        if coming:
            days = ", ".join(_write_day(day) for day in coming[:_NAMED_DAYS])
            text = self.tr("Next: {0}").format(days)
        elif self._patterns:
            text = self.tr("No date is left.")
        self.next.setText(text)

    def _find_notes(self) -> list[str]:
        """What calendars cannot say, or say in another way."""
        patterns = self._patterns
        notes = []
        if len(patterns) > 1:
            notes.append(self.tr("These are several rules; change them in words."))
        ordinals = {day.ordinal for each in patterns for day in each.days}
        if ordinals & set(_NOT_IN_OUTLOOK) or any(
            each.workday in _NOT_IN_OUTLOOK for each in patterns
        ):
            notes.append(
                self.tr("Outlook does not follow a fifth or last but one day; other calendars do.")
            )
        if any(each.months or each.is_off_on_holidays for each in patterns):
            notes.append(self.tr("Calendars leave these days out for three years."))
        if any(each.also for each in patterns):
            notes.append(self.tr("Days that were added are entries of their own."))
        return notes

    # --- editing ---------------------------------------------------------------------------------

    def _on_words(self) -> None:
        """Take the rule that was typed, or say which of its words are not understood."""
        words = self.words.text().strip()
        if words == self._words:
            return
        rule = read_phrase(words, self._start)
        if rule and rule.patterns:
            self._emit(rule.patterns)
            return
        self.worded.emit(words)
        if not self.question.isHidden():  # directly below the words
            announce(self.words, self.question.text.text())

    def _on_boxes(self) -> None:
        pattern = self.boxes.read_pattern()
        if pattern is None:
            return
        kept = self._patterns[0] if self._patterns else pattern
        self._emit((replace(pattern, without=kept.without, also=kept.also),))

    def _on_day(self, day: date) -> None:
        """Strike a day of the rule, or take it back; add another one, or take that back."""
        if not self._patterns or day < self._start:
            return
        first = self._patterns[0]
        without, also = set(first.without), set(first.also)
        named = list_days(self._patterns, day, self._anchor, 1, lambda *_: ())
        if day in without:
            without.remove(day)
        elif day in also:
            also.remove(day)
        elif named[:1] == [day]:
            without.add(day)
        else:
            also.add(day)
        struck, added = tuple(sorted(without)), tuple(sorted(also))
        self._emit(tuple(replace(each, without=struck, also=added) for each in self._patterns))

    def _emit(self, patterns: tuple[Pattern, ...]) -> None:
        self._patterns = patterns
        self.edited.emit(patterns)


def _write_day(day: date) -> str:
    weekday = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{weekday.rstrip('.')} {day:%d.%m.%Y}"
