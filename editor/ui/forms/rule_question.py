"""The question that a rule in words leaves open, with what may be meant as buttons."""

from collections.abc import Sequence
from textwrap import fill

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.core.calendar.recurrence import Certainty, Rule
from editor.core.calendar.rrule import Pattern
from editor.core.calendar.rule_writing import write_phrase
from editor.ui.widgets.form_parts import hint

_LONGEST_LINE = 44
"""Characters of a button's line: a longer one would widen the form."""
_MOST = 2


class RuleQuestion(QWidget):
    """Stands below the words; hidden while they say one rule in the usual way."""

    chosen = Signal(object)
    """The patterns (a tuple) that are meant."""

    def __init__(self) -> None:
        super().__init__()
        self.text = hint()
        self.answers = [QPushButton() for _ in range(_MOST)]
        self._readings: Sequence[tuple[Pattern, ...]] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        for number, button in enumerate(self.answers):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.clicked.connect(lambda _=False, number=number: self._on_answer(number))
        self.hide()

    def ask_about(self, rule: Rule | None, words: str, language: str) -> None:
        """Ask what words mean that are not one rule, or say which words are usual.

        Args:
            rule: What was read; None asks nothing.
            words: The words.
            language: ISO 639-1 code of the document's language.
        """
        if rule and rule.certainty is not Certainty.CERTAIN:
            readings = [(reading,) for reading in rule.readings[:_MOST]]
            self._show(self._name_doubt(rule, words), "problem", readings, language)
        elif (
            rule
            and rule.patterns
            and write_phrase(rule.patterns, language).casefold() != words.casefold()
        ):
            self._show(self.tr("Usual wording:"), "hint", [rule.patterns], language)
        else:
            self._show("", "hint", [], language)

    def _show(
        self, text: str, look: str, readings: Sequence[tuple[Pattern, ...]], language: str
    ) -> None:
        self._readings = readings
        self.text.setText(text)
        self.text.setObjectName(look)
        self.text.style().polish(self.text)
        for number, button in enumerate(self.answers):
            is_offered = number < len(readings)
            button.setVisible(is_offered)
            words = write_phrase(readings[number], language) if is_offered else ""
            button.setText(fill(words, _LONGEST_LINE))
        self.setVisible(bool(text))

    def _name_doubt(self, rule: Rule, words: str) -> str:
        if rule.certainty is Certainty.AMBIGUOUS:
            return self.tr("“{0}” is ambiguous. What is meant?").format(words)
        if rule.certainty is Certainty.UNREAD:
            return self.tr(
                "“{0}” is not understood. Change the rule, or name the single days."
            ).format(rule.unread)
        return self.tr(
            "“{0}” is no rule that calendars know. Choose one, or name the single days."
        ).format(words)

    def _on_answer(self, number: int) -> None:
        self.chosen.emit(self._readings[number])
