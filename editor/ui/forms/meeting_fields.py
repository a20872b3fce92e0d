"""The fields of a recurring meeting."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QWidget

from editor.core.calendar import recurrence
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.moments import first_local_day
from editor.core.calendar.recurrence import Certainty, Rule
from editor.core.calendar.rrule import Day, Pattern, read_rrule
from editor.core.calendar.rule_writing import write_phrase
from editor.core.calendar.series import FindHolidays
from editor.core.events.link_reading import read_link
from editor.core.events.location import split_place
from editor.core.events.model import Event, EventData
from editor.core.places.gazetteer import Series
from editor.ui.forms.entry_page import EntryPage
from editor.ui.forms.field_spans import FieldSpan
from editor.ui.forms.gathering_fields import GatheringFields
from editor.ui.forms.rule_builder import RuleBuilder
from editor.ui.widgets.form_parts import make_row, show_text_in
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.time_field import read_times, show_time_in


class MeetingFields(GatheringFields):
    """Title, rule, hours, where, link, notes. Where words are ambiguous it asks."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page, QCoreApplication.translate("MeetingFields", "Selected meeting"))
        self.rule, self.label = RuleBuilder(), TextLine()
        self._phrase = ""
        """The rule that was chosen, in words."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_line(self.tr("&Title:"), self.title)
        self.add_line(self.tr("Listed &under:"), self.label)
        self.form.addRow(self.tr("Repeats:"), self.rule)
        self.form.addRow(
            self.tr("Time:"), make_row(self.start_time, PlainLabel("–"), self.end_time)
        )
        self.where.add_to(self.form)
        self.add_line(self.tr("&Link:"), self.url)
        self.add_line(self.tr("&Notes:"), self.notes)
        self.form.addRow("", make_row(self.cancelled))

    def _connect(self) -> None:
        self.watch_gathering()
        self.watch(self.label, "label", self.tr("town"))
        self.where.left.connect(self._propose_label)
        self.rule.edited.connect(self._on_rule)
        self.rule.worded.connect(self._on_words)
        self.rule.anchored.connect(self._on_anchor)

    def field_spans(self, event: Event) -> list[FieldSpan]:
        return [
            *super().field_spans(event),
            (event.rule_span, self.rule),
            (event.label_span, self.label),
        ]

    def fields_by_code(self) -> dict[str, QWidget]:
        return {**super().fields_by_code(), "series": self.rule, "rule": self.rule}

    # --- showing ---------------------------------------------------------------------------------

    def show_values(
        self, event: Event | None, data: EventData, *, tidy: bool, switched: bool
    ) -> None:
        self.form.setRowVisible(self.label, event is not None and event.ends_with_title)
        show_text_in(self.label, data.label, exactly=tidy)
        if "rule" not in self.refusals:
            self._show_rule(event)
        hours = data.when or TimeSpan(date.min)
        if "when" not in self.refusals:
            show_time_in(self.start_time, hours.start_time, exactly=tidy)
            show_time_in(self.end_time, hours.end_time, exactly=tidy)
        if "place" not in self.refusals:
            with QSignalBlocker(self.where):
                self.where.show_place(data.address, online=data.online, tidy=switched)
        self.cancelled.setChecked(data.cancelled)

    def _show_rule(self, event: Event | None) -> None:
        """Show the patterns of a meeting's phrase, or the one chosen where that is ambiguous."""
        session = self.owner.session
        entry, anchor = None, None
        if event and event.href:
            entry = read_link(event.href.of(session.text))
        if entry:
            anchor = first_local_day(entry, session.profile.timezone)
        rule = event.rule if event else None
        self.rule.show_rule(
            _find_patterns(rule, entry) if rule else (),
            event.rule_text if event else "",
            rule,
            session.issue.day or anchor or date(2026, 1, 1),
            anchor,
            session.profile.language,
            self._find_holidays(event.place if event else ""),
        )

    def _find_holidays(self, place: str) -> FindHolidays:
        context = self.owner.session.edit_context()
        return context.link_builder.holidays_at(split_place(place)[0])

    # --- editing ---------------------------------------------------------------------------------

    def widget_of(self, field: str) -> QWidget:
        return self.rule.words if field == "rule" else super().widget_of(field)

    def with_field(self, field: str, old: EventData) -> EventData | str:
        if field == "when":
            times = read_times(self.start_time, self.end_time)
            if times is None:
                return self.malformed_time_text(self.start_time, self.end_time)
            start_time, end_time = times
            if start_time is None:
                return replace(old, when=None)
            return replace(old, when=TimeSpan(date.min, start_time, None, end_time))
        if field == "label":
            return replace(old, label=self.label.text().strip())
        if field == "rule":
            if recurrence.read_phrase(self._phrase, date.min) is None:
                return self.tr("“{0}” is no rule.").format(self._phrase)
            return replace(old, rule=self._phrase)
        return super().with_field(field, old)

    def _on_rule(self, patterns: tuple[Pattern, ...], anchor: date | None = None) -> None:
        self._phrase = write_phrase(patterns, self.owner.session.profile.language)
        self.write("rule", self.tr("rule"), anchor)
        self.leave()

    def _on_words(self, words: str) -> None:
        """Write what leaves a question as it stands: it is asked then, and nothing is lost."""
        self._phrase = words
        self.write_and_leave("rule", self.tr("rule"))

    def _on_anchor(self, day: date) -> None:
        """Take a day on which the series takes place: its weekday counts too."""
        event = self.owner.entry_shown
        pattern = event.rule.pattern if event and event.rule else None
        if pattern is None:
            return
        if len(pattern.days) == 1:
            pattern = replace(pattern, days=(Day(day.weekday(), pattern.days[0].ordinal),))
        self._on_rule((pattern,), day)

    def _propose_label(self) -> None:
        """List a meeting under its town, as the others are, once it has one."""
        others = [each for each in self.owner.session.issue.meetings if each.label]
        town = self.where.town.text().strip()
        if others and town and self.label.isVisibleTo(self) and not self.label.text():
            self.label.setText(town)
            self.write_and_leave("label", self.tr("town"))

    def suits(self, series: Series) -> bool:
        return bool(series.rule)

    def fill_from(self, series: Series) -> None:
        """Take over rule, place and link."""
        rule = recurrence.read_rule(series.rule, 0, self.owner.session.issue.day)
        if rule and rule.patterns:
            self._on_rule(rule.patterns)
        if series.url:
            self.take_url(series.url)
        if series.address or series.online:
            self.take_place(series)
            self._propose_label()


def _find_patterns(rule: Rule, entry: CalendarEntry | None) -> tuple[Pattern, ...]:
    """The patterns of a phrase; of an ambiguous one the reading that its calendar entry has."""
    if entry and rule.certainty is Certainty.AMBIGUOUS:
        chosen = read_rrule(entry.rrule)
        if chosen in rule.readings:
            return (chosen,)
    return rule.patterns
