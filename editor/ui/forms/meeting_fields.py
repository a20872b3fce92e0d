"""The fields of a recurring meeting."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QStringListModel, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.core.base.edits import Span
from editor.core.calendar import dates, recurrence
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.moments import local_day
from editor.core.calendar.recurrence import Certainty, Pattern
from editor.core.events import calendar_link
from editor.core.events.model import Event, EventData
from editor.core.places.gazetteer import Gazetteer, Series, fold_key
from editor.ui.forms.base import hint
from editor.ui.forms.entry_fields import EntryFields, EntryPage, make_row, show_text_in
from editor.ui.forms.place_fields import PlaceFields
from editor.ui.forms.rule_builder import RuleBuilder


class MeetingFields(EntryFields):
    """Title, rule, hours, where, link, notes. Where words are ambiguous it asks."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page, QCoreApplication.translate("MeetingFields", "Selected meeting"))
        self.start_time, self.end_time = QLineEdit(), QLineEdit()
        self.cancelled = QCheckBox(self.tr("&cancelled"))
        self.rule = RuleBuilder()
        self.question = hint()
        self.question.setObjectName("problem")
        self.answers = [QPushButton(), QPushButton()]
        self._readings: tuple[Pattern, ...] = ()
        self.where = PlaceFields()
        self._anchor: date | None = None
        self._series: dict[str, Series] = {}
        self._titles = QStringListModel(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_line(self.tr("&Title:"), self.title)
        self.form.addRow(self.tr("Repeats:"), self.rule)
        self.form.addRow("", self.question)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for button in self.answers:
            choices.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.addRow("", choices)
        self.form.addRow(self.tr("Time:"), make_row(self.start_time, QLabel("–"), self.end_time))
        self.where.add_to(self.form)
        self.add_line(self.tr("&Link:"), self.url)
        self.add_line(self.tr("&Notes:"), self.notes)
        self.form.addRow("", make_row(self.cancelled))
        self.add_ends()

    def spots(self, event: Event) -> list[tuple[Span | None, QWidget]]:
        return [
            *super().spots(event),
            (event.rule_span, self.rule),
            *self.where.spots(event.place_span, self.owner.session.text),
        ]

    def by_code(self) -> dict[str, QWidget]:
        return {
            **super().by_code(),
            "series": self.rule,
            "rule": self.rule,
            "coordinates": self.where.place,
        }

    def _connect(self) -> None:
        self.watch(self.title, "title", self.tr("title"))
        self.watch_time(self.start_time, self.tr("Start time"))
        self.watch_time(self.end_time, self.tr("End time"))
        self.watch_url()
        self.watch_notes()
        self.where.edited.connect(lambda: self.write("place", self.tr("place")))
        self.where.left.connect(self.leave)
        self.rule.edited.connect(self._on_rule)
        self.rule.anchored.connect(self._on_anchor)
        self.cancelled.clicked.connect(lambda _: self._at_once("cancelled", self.tr("cancelled")))
        completer = QCompleter(self._titles, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_series)
        self.title.setCompleter(completer)
        for number, button in enumerate(self.answers):
            button.clicked.connect(lambda _=False, number=number: self._on_answer(number))

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Offer what earlier issues teach: addresses, and series with their rules."""
        self.where.set_gazetteer(gazetteer)
        self._series = {fold_key(one.title): one for one in gazetteer.series.values() if one.rule}
        self._titles.setStringList(
            [one.title for one in sorted(self._series.values(), key=lambda one: -one.used)]
        )

    def _on_series(self, title: str) -> None:
        """A series that is known brings its rule, place and link."""
        known = self._series.get(fold_key(title))
        self.write("title", self.tr("title"))
        if not known:
            return
        found = recurrence.read_rule(known.rule)
        if found and found.pattern:
            self._on_rule(found.pattern)
        if known.url:
            self.url.setText(known.url)
            self.write("url", self.tr("link"))
        if known.address or known.online:
            self.where.show_place(known.address, online=known.online, tidy=True)
            self.write("place", self.tr("place"))
        self.leave()

    # --- showing ---------------------------------------------------------------------------------

    def show_values(
        self, event: Event | None, values: EventData, *, tidy: bool, other: bool
    ) -> None:
        session = self.owner.session
        found = event.rule if event else None
        old = calendar_link.read_link(event.href.of(session.text)) if event and event.href else None
        self._anchor = local_day(old.start, session.profile.timezone) if old else None
        start = session.issue.day or self._anchor or date(2026, 1, 1)
        pattern = found.pattern if found else None
        if (
            found
            and found.certainty is Certainty.AMBIGUOUS
            and old
            and recurrence.read_rrule(old.rrule) in found.readings
        ):
            pattern = recurrence.read_rrule(old.rrule)
        self.rule.show_pattern(pattern, start, self._anchor, session.profile.language)
        self._ask(event, pattern)
        hours = values.when
        for line, moment in (
            (self.start_time, hours.start_time if hours else None),
            (self.end_time, hours.end_time if hours else None),
        ):
            if tidy or dates.read_time(line.text()) != moment:
                show_text_in(line, f"{moment:%H:%M}" if moment else "", tidy=True)
        with QSignalBlocker(self.where):
            self.where.show_place(values.address, online=values.online, tidy=other)
        self.cancelled.setChecked(values.cancelled)

    def _ask(self, event: Event | None, pattern: Pattern | None) -> None:
        """The question an ambiguous or misspelt phrase raises, with its answers as buttons."""
        found = event.rule if event else None
        language = self.owner.session.profile.language
        self._readings, words = (), ""
        if found and found.certainty is not Certainty.CERTAIN:
            self._readings = found.readings
            if found.certainty is Certainty.AMBIGUOUS:
                words = self.tr("“{0}” is ambiguous. What is meant?")
            else:
                words = self.tr(
                    "“{0}” is no rule that calendars know. Choose one, or import single dates."
                )
            words = words.format(event.rule_text if event else "")
        elif (
            found
            and pattern
            and event
            and recurrence.write_phrase(pattern, language).casefold() != event.rule_text.casefold()
        ):
            self._readings, words = (pattern,), self.tr("Usual wording:")
        self.question.setText(words)
        self.question.setObjectName(
            "problem" if found and found.certainty is not Certainty.CERTAIN else "hint"
        )
        self.question.style().polish(self.question)
        self.question.setVisible(bool(words))
        for button, reading in zip(self.answers, (*self._readings, None, None), strict=False):
            button.setVisible(reading is not None)
            button.setText(recurrence.write_phrase(reading, language) if reading else "")

    # --- editing ---------------------------------------------------------------------------------

    def changed(self, field: str, old: EventData) -> EventData | str:
        if field == "when":
            times = []
            for line in (self.start_time, self.end_time):
                moment = dates.read_time(line.text())
                if line.text().strip() and moment is None:
                    return self.tr("A time is written as 19:30.")
                times.append(moment)
            return replace(
                old, when=TimeSpan(date.min, times[0], None, times[1]) if times[0] else None
            )
        if field == "place":
            where = self.where.value()
            if where is None:
                if old.address or old.online:
                    return self.tr("On site needs an address.")
                return old
            return replace(old, address=where[0], online=where[1])
        if field == "cancelled":
            return replace(old, cancelled=self.cancelled.isChecked())
        if field == "rule":
            return replace(old, rule=self._phrase)
        return super().changed(field, old)

    _phrase = ""

    def _on_rule(self, pattern: Pattern, anchor: date | None = None) -> None:
        self._phrase = recurrence.write_phrase(pattern, self.owner.session.profile.language)
        self.write("rule", self.tr("rule"), anchor)
        self.load()

    def _on_anchor(self, day: date) -> None:
        """A day of the series: its weekday counts too."""
        event = self.owner.entry_shown
        found = event.rule.pattern if event and event.rule else None
        if found:
            self._on_rule(replace(found, weekday=day.weekday()), day)

    def _on_answer(self, number: int) -> None:
        self._on_rule(self._readings[number])

    def _at_once(self, field: str, name: str) -> None:
        self.write(field, name)
        self.leave()
