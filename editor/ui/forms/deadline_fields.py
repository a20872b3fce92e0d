"""The fields of a deadline."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from editor.core.base.edits import Span
from editor.core.calendar import dates
from editor.core.calendar.dates import TimeSpan
from editor.core.events.editing import toggle_link
from editor.core.events.model import Event, EventData
from editor.ui.forms.base import label_for, make_day_edit
from editor.ui.forms.entry_fields import (
    EntryFields,
    EntryPage,
    make_row,
    show_text_in,
    to_date,
    to_qdate,
)

_WHAT = {
    "de": ("Einreichungen", "Bewerbungen", "Anmeldung", "Vorschläge", "Beiträge"),
    "en": ("submissions", "applications", "registration"),
}


class DeadlineFields(EntryFields):
    """Title, link, what is due and until when; a calendar entry if somebody wants one."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page, QCoreApplication.translate("DeadlineFields", "Selected deadline"))
        self.day, self.time = make_day_edit(), QLineEdit()
        self.what = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.linked = QCheckBox(self.tr("with a &calendar entry"))
        self.add_line(self.tr("&Title:"), self.title)
        self.add_line(self.tr("&Link:"), self.url)
        self.add_line(self.tr("&For:"), self.what)
        self.form.addRow(label_for(self.tr("&Until:"), self.day), make_row(self.day, self.time))
        self.add_line(self.tr("&Notes:"), self.notes)
        self.form.addRow("", make_row(self.linked))
        self.add_ends()
        self.watch(self.title, "title", self.tr("title"))
        self.watch_url()
        self.watch_notes()
        self.watch_time(self.time, self.tr("Time"))
        self.day.dateChanged.connect(lambda _: self.write("when", self.tr("date")))
        line = self.what.lineEdit()
        assert line
        self.watch(line, "what", self.tr("what is due"))
        self.what.activated.connect(lambda _: self._at_once("what", self.tr("what is due")))
        self.linked.clicked.connect(lambda _: self._on_linked())

    def spots(self, event: Event) -> list[tuple[Span | None, QWidget]]:
        return [*super().spots(event), (event.what_span, self.what), (event.when_span, self.day)]

    def no_entry(self) -> str:
        return self.tr("None.")

    def show_values(
        self, event: Event | None, values: EventData, *, tidy: bool, other: bool
    ) -> None:
        language = self.owner.session.profile.language
        if other or not self.what.count():
            with QSignalBlocker(self.what):
                self.what.clear()
                self.what.addItems(list(_WHAT.get(language, _WHAT["en"])))
        line = self.what.lineEdit()
        assert line
        show_text_in(line, values.what, tidy=tidy)
        dated = values.when is not None
        for widget in (self.day, self.time, self.what, self.linked):
            widget.setEnabled(dated)
        self.linked.setChecked(bool(event and event.link))
        if values.when:
            with QSignalBlocker(self.day):
                self.day.setDate(to_qdate(values.when.start))
            if tidy or dates.read_time(self.time.text()) != values.when.start_time:
                show_text_in(
                    self.time,
                    f"{values.when.start_time:%H:%M}" if values.when.start_time else "",
                    tidy=True,
                )

    def changed(self, field: str, old: EventData) -> EventData | str:
        if field == "when":
            moment = dates.read_time(self.time.text())
            if self.time.text().strip() and moment is None:
                return self.tr("A time is written as 19:30.")
            return replace(
                old, when=TimeSpan(to_date(self.day), moment, old.when.end if old.when else None)
            )
        if field == "what":
            return replace(old, what=self.what.currentText().strip())
        return super().changed(field, old)

    def _at_once(self, field: str, name: str) -> None:
        self.write(field, name)
        self.leave()

    def _on_linked(self) -> None:
        event = self.owner.entry_shown
        if event:
            wanted = self.linked.isChecked()
            label = self.tr("Calendar entry") if wanted else self.tr("No calendar entry")
            self.owner.put(
                lambda: toggle_link(self.owner.session.context(), event, wanted=wanted), label
            )
            self.load()
