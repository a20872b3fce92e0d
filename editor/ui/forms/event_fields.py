"""The fields of a dated event."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QSignalBlocker, QStringListModel, Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QPushButton, QWidget

from editor.core.base.edits import Span
from editor.core.calendar import dates
from editor.core.calendar.dates import TimeSpan
from editor.core.events.model import Event, EventData
from editor.core.places.gazetteer import Gazetteer, Series, fold_key
from editor.ui.forms.base import label_for, make_day_edit, with_forwarded_undo
from editor.ui.forms.entry_fields import (
    EntryFields,
    EntryPage,
    make_row,
    show_text_in,
    to_date,
    to_qdate,
)
from editor.ui.forms.place_fields import PlaceFields


class EventFields(EntryFields):
    """Title, from and until, where, link, registration, notes; cancelled."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page, QCoreApplication.translate("EventFields", "Selected event"))
        self._hours = ("", "")
        self._series: dict[str, Series] = {}
        self.start_day, self.end_day, self.register_day = (
            make_day_edit(),
            make_day_edit(),
            make_day_edit(),
        )
        self.start_time, self.end_time = QLineEdit(), QLineEdit()
        self.all_day = QCheckBox(self.tr("all &day"))
        self.cancelled = QCheckBox(self.tr("&cancelled"))
        self.register = QCheckBox(self.tr("re&gistration until"))
        self.propose = QPushButton()
        self.propose.setToolTip(
            self.tr(
                "Nothing says when it ends. This is how long such events are; it is only written if you choose it."
            )
        )
        self.where = PlaceFields()
        self._titles = QStringListModel(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_line(self.tr("&Title:"), self.title)
        self.form.addRow(
            label_for(self.tr("&From:"), self.start_day),
            make_row(self.start_day, self.start_time, self.all_day),
        )
        self.form.addRow(
            label_for(self.tr("&Until:"), self.end_day),
            make_row(self.end_day, self.end_time, self.propose),
        )
        self.where.add_to(self.form)
        self.add_line(self.tr("&Link:"), self.url)
        self.form.addRow("", make_row(self.register, self.register_day))
        self.register_day.setAccessibleName(self.tr("Registration until"))
        self.add_line(self.tr("&Notes:"), self.notes)
        self.form.addRow("", make_row(self.cancelled))
        self.add_ends()

    def _connect(self) -> None:
        self.watch(self.title, "title", self.tr("title"))
        self.watch_time(self.start_time, self.tr("Start time"))
        self.watch_time(self.end_time, self.tr("End time"))
        self.watch_url()
        self.watch_notes()
        self.start_day.dateChanged.connect(self._on_start_day)
        self.end_day.dateChanged.connect(lambda _: self.write("when", self.tr("date")))
        self.all_day.clicked.connect(self._on_all_day)
        self.propose.clicked.connect(self._on_propose)
        self.where.edited.connect(lambda: self.write("place", self.tr("place")))
        self.where.left.connect(self.leave)
        self.cancelled.clicked.connect(lambda _: self._at_once("cancelled", self.tr("cancelled")))
        self.register.clicked.connect(
            lambda _: self._at_once("registration", self.tr("registration"))
        )
        self.register_day.dateChanged.connect(
            lambda _: self.write("registration", self.tr("registration"))
        )
        completer = QCompleter(self._titles, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_series)
        self.title.setCompleter(completer)
        with_forwarded_undo(self.title)

    def set_gazetteer(self, gazetteer: Gazetteer) -> None:
        """Offer what earlier issues teach: addresses, and titles that come again."""
        self.where.set_gazetteer(gazetteer)
        self._series = {
            fold_key(one.title): one for one in gazetteer.series.values() if not one.rule
        }
        self._titles.setStringList(
            [one.title for one in sorted(self._series.values(), key=lambda one: -one.used)]
        )

    def spots(self, event: Event) -> list[tuple[Span | None, QWidget]]:
        return [
            *super().spots(event),
            (event.when_span, self.start_day),
            *self.where.spots(event.place_span, self.owner.session.text),
        ]

    def by_code(self) -> dict[str, QWidget]:
        return {**super().by_code(), "end": self.end_day, "coordinates": self.where.place}

    # --- showing ---------------------------------------------------------------------------------

    def show_values(
        self, event: Event | None, values: EventData, *, tidy: bool, other: bool
    ) -> None:
        if other:
            self._hours = ("", "")
        blockers = [
            QSignalBlocker(widget)
            for widget in (self.start_day, self.end_day, self.register_day, self.where)
        ]
        if values.when:
            self._show_when(values.when, tidy=tidy)
        self.where.show_place(values.address, online=values.online, tidy=other)
        self.cancelled.setChecked(values.cancelled)
        self.register.setChecked(values.registration is not None)
        self.register_day.setEnabled(values.registration is not None)
        shown = values.registration or values.when
        if shown:
            self.register_day.setDate(to_qdate(shown.start))
        del blockers

    def _show_when(self, when: TimeSpan, *, tidy: bool) -> None:
        for widget, day in ((self.start_day, when.start), (self.end_day, when.last)):
            widget.setDate(to_qdate(day))
        for line, moment in ((self.start_time, when.start_time), (self.end_time, when.end_time)):
            if tidy or dates.read_time(line.text()) != moment:
                show_text_in(line, f"{moment:%H:%M}" if moment else "", tidy=True)
        self.all_day.setChecked(when.start_time is None)
        proposed = self._proposed(when)
        self.propose.setVisible(bool(proposed))
        self.propose.setText(self.tr("until {0}?").format(proposed))

    def _proposed(self, when: TimeSpan) -> str:
        """The end the profile's usual length gives, where none is said."""
        usual = dates.read_time(self.owner.session.profile.events.duration)
        if usual is None or when.start_time is None or when.end_time or when.end:
            return ""
        end = datetime.combine(when.start, when.start_time) + timedelta(
            hours=usual.hour, minutes=usual.minute
        )
        if end.date() == when.start:
            return f"{end:%H:%M}"
        return ""

    # --- editing ---------------------------------------------------------------------------------

    def changed(self, field: str, old: EventData) -> EventData | str:
        if field == "when":
            when = self._when()
            if when:
                return replace(old, when=when)
            return self.tr("A time is written as 19:30.")
        if field == "place":
            where = self.where.value()
            if where is None:
                if old.address or old.online:
                    return self.tr("On site needs an address.")
                return old
            return replace(old, address=where[0], online=where[1])
        if field == "cancelled":
            return replace(old, cancelled=self.cancelled.isChecked())
        if field == "registration":
            day = to_date(self.register_day)
            hour = old.registration.start_time if old.registration else None
            return replace(
                old, registration=TimeSpan(day, hour) if self.register.isChecked() else None
            )
        return super().changed(field, old)

    def _when(self) -> TimeSpan | None:
        """The time the form says; None while it is half typed."""
        if not self.start_day.date().isValid():
            return None
        start = to_date(self.start_day)
        last = to_date(self.end_day) if self.end_day.date().isValid() else start
        times = []
        for line in (self.start_time, self.end_time):
            moment = dates.read_time(line.text())
            if line.text().strip() and moment is None:
                return None
            times.append(moment)
        longer = last != start
        return TimeSpan(
            start, times[0], last if longer else None, times[1] if times[0] or longer else None
        )

    def _at_once(self, field: str, name: str) -> None:
        self.write(field, name)
        self.leave()

    def _on_start_day(self, day: QDate) -> None:
        """An event of one day stays one; a longer one keeps its last day while that is possible."""
        event = self.owner.entry_shown
        if event and event.when and (event.when.end is None or self.end_day.date() < day):
            with QSignalBlocker(self.end_day):
                self.end_day.setDate(day)
        self.write("when", self.tr("date"))

    def _on_all_day(self, checked: bool) -> None:
        if checked:
            self._hours = (self.start_time.text(), self.end_time.text())
        for line, text in zip(
            (self.start_time, self.end_time), ("", "") if checked else self._hours, strict=True
        ):
            line.setText(text)
        if checked or self.start_time.text():
            self.write("when", self.tr("time"))
        else:
            self.start_time.setFocus()

    def _on_propose(self) -> None:
        event = self.owner.entry_shown
        if event and event.when:
            self.end_time.setText(self._proposed(event.when))
            self.write("when", self.tr("time"))
            self.leave()

    def _on_series(self, title: str) -> None:
        """A title that comes again brings its place and link, where there is none yet."""
        known = self._series.get(fold_key(title))
        self.write("title", self.tr("title"))
        if known and known.url and not self.url.text():
            self.url.setText(known.url)
            self.write("url", self.tr("link"))
        where = self.where.value()
        if known and (known.address or known.online) and (where is None or not where[0]):
            self.where.show_place(known.address, online=known.online, tidy=True)
            self.write("place", self.tr("place"))
        self.leave()
