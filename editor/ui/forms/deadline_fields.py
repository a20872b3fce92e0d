"""The fields of a deadline."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.dates import TimeSpan
from editor.core.events.editing import toggle_link
from editor.core.events.model import Event, EventData
from editor.ui.forms.entry_fields import EntryFields
from editor.ui.forms.entry_page import EntryPage
from editor.ui.forms.field_spans import FieldSpan
from editor.ui.widgets.choice_box import ChoiceBox
from editor.ui.widgets.day_edit import DayEdit, to_date, to_qdate
from editor.ui.widgets.form_parts import (
    label_for,
    line_of,
    make_row,
    show_text_in,
)
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.time_field import read_times, show_time_in


class DeadlineFields(EntryFields):
    """Title, link, what is due and until when; a calendar entry if the user wants one."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page, QCoreApplication.translate("DeadlineFields", "Selected deadline"))
        self.day, self.time = DayEdit(), TextLine()
        self.what = ChoiceBox()
        self.linked = QCheckBox(self.tr("with a &calendar entry"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_line(self.tr("&Title:"), self.title)
        self.add_line(self.tr("&Link:"), self.url)
        self.add_line(self.tr("&For:"), self.what)
        self.form.addRow(label_for(self.tr("&Until:"), self.day), make_row(self.day, self.time))
        self.add_line(self.tr("&Notes:"), self.notes)
        self.form.addRow("", make_row(self.linked))

    def _connect(self) -> None:
        self.watch(self.title, "title", self.tr("title"))
        self.watch_url()
        self.watch_notes()
        self.watch_time(self.time, self.tr("Time"))
        self.band.watch_days(self.day)
        self.day.dateChanged.connect(lambda _: self.write("when", self.tr("date")))
        self.watch(line_of(self.what), "what", self.tr("what is due"))
        self.what.activated.connect(lambda _: self.write_and_leave("what", self.tr("what is due")))
        self.linked.clicked.connect(lambda _: self._on_linked())

    def field_spans(self, event: Event) -> list[FieldSpan]:
        return [
            *super().field_spans(event),
            (event.what_span, self.what),
            (event.when_span, self.day),
        ]

    def missing_entry_text(self) -> str:
        return self.tr("None.")

    def show_values(
        self, event: Event | None, data: EventData, *, tidy: bool, switched: bool
    ) -> None:
        if switched or not self.what.count():
            language = self.owner.session.profile.language
            with QSignalBlocker(self.what):
                self.what.clear()
                self.what.addItems(phrasebook_for(language).deadline_purposes)
        if "what" not in self.refusals:
            show_text_in(line_of(self.what), data.what, exactly=tidy)
        for widget in (self.day, self.time, self.what, self.linked):
            widget.setEnabled(data.when is not None)
        self.linked.setChecked(bool(event and event.link))
        if data.when:
            with QSignalBlocker(self.day):
                self.day.setDate(to_qdate(data.when.start))
            if "when" not in self.refusals:
                show_time_in(self.time, data.when.start_time, exactly=tidy)

    def widget_of(self, field: str) -> QWidget:
        if field in ("when", "what"):
            return self.time if field == "when" else self.what
        return super().widget_of(field)

    def with_field(self, field: str, old: EventData) -> EventData | str:
        if field == "when":
            times = read_times(self.time)
            if times is None:
                return self.malformed_time_text(self.time)
            end = old.when.end if old.when else None
            return replace(old, when=TimeSpan(to_date(self.day), times[0], end))
        if field == "what":
            return replace(old, what=self.what.currentText().strip())
        return super().with_field(field, old)

    def _on_linked(self) -> None:
        event, wanted = self.owner.entry_shown, self.linked.isChecked()
        if event is None:
            return
        label = self.tr("No calendar entry")
        if wanted:
            label = self.tr("Calendar entry")
        self.owner.put_entries(lambda context: toggle_link(context, event, wanted=wanted), label)
        self.load()
