"""The fields of a dated event."""

from datetime import date, datetime, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QDate, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from editor.core.calendar.date_fields import read_time
from editor.core.calendar.date_words import guess_time_spans
from editor.core.calendar.dates import TimeSpan
from editor.core.events.line_forms import forms_of
from editor.core.events.line_writing import is_usual
from editor.core.events.location import join_place, split_place
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.places.gazetteer import Series
from editor.core.profiles.line_reading import Slot
from editor.ui.forms.entry_page import EntryPage
from editor.ui.forms.field_spans import FieldSpan
from editor.ui.forms.gathering_fields import GatheringFields
from editor.ui.forms.unread_date import UnreadDate
from editor.ui.forms.web_address import is_address
from editor.ui.widgets.day_edit import DayEdit, to_date, to_qdate
from editor.ui.widgets.form_parts import label_for, make_row, show_text_in
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.time_field import read_times, show_time_in

_NO_HOURS = ("", "")


class EventFields(GatheringFields):
    """Title, from and until, where, group, link, registration, notes; cancelled.

    Newsletters with forms of lines of their own have one line for the place, and see the group
    where their lines name one.
    """

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page, QCoreApplication.translate("EventFields", "Selected event"))
        self._hours_before = _NO_HOURS
        """Start and end as they were typed before "all day" was chosen."""
        self.unread = UnreadDate()
        self.start_day, self.end_day = DayEdit(), DayEdit()
        self.register_day = DayEdit()
        self.all_day = QCheckBox(self.tr("all &day"))
        self.register = QCheckBox(self.tr("re&gistration until"))
        self.place_line, self.group, self.group_url = TextLine(), TextLine(), TextLine()
        self.group_url.setPlaceholderText("https://")
        self.propose = QPushButton()
        self.propose.setToolTip(
            self.tr(
                "Nothing says when it ends. This is how long such events are; "
                "it is only written if you choose it."
            )
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_line(self.tr("&Title:"), self.title)
        self.form.addRow("", self.unread)
        self.form.addRow(
            label_for(self.tr("&From:"), self.start_day),
            make_row(self.start_day, self.start_time, self.all_day),
        )
        self.form.addRow(
            label_for(self.tr("&Until:"), self.end_day),
            make_row(self.end_day, self.end_time, self.propose),
        )
        self.where.add_to(self.form)
        self.add_line(self.tr("P&lace:"), self.place_line)
        self.add_line(self.tr("&Group:"), self.group)
        self.add_line(self.tr("Its page:"), self.group_url)
        self.add_line(self.tr("&Link:"), self.url)
        self.form.addRow("", make_row(self.register, self.register_day))
        self.register_day.setAccessibleName(self.tr("Registration until"))
        self.add_line(self.tr("&Notes:"), self.notes)
        self.form.addRow("", make_row(self.cancelled))

    def _connect(self) -> None:
        self.watch_gathering()
        self.watch(self.place_line, "place", self.tr("place"))
        self.watch(self.group, "group", self.tr("group"))
        self.watch(self.group_url, "group_url", self.tr("group’s page"))
        self.unread.chosen.connect(self._on_unread)
        self.band.watch_days(self.start_day, self.end_day, self.register_day)
        self.start_day.dateChanged.connect(self._on_start_day)
        self.end_day.dateChanged.connect(lambda _: self.write("when", self.tr("date")))
        self.all_day.clicked.connect(self._on_all_day)
        self.propose.clicked.connect(self._on_propose)
        self.register.clicked.connect(
            lambda _: self.write_and_leave("registration", self.tr("registration"))
        )
        self.register_day.dateChanged.connect(
            lambda _: self.write("registration", self.tr("registration"))
        )

    def field_spans(self, event: Event) -> list[FieldSpan]:
        own = [(event.when_span, self.start_day), (event.group_span, self.group)]
        if not is_usual(self.owner.session.profile):
            own.append((event.place_span, self.place_line))
        return [*super().field_spans(event), *own]

    def fields_by_code(self) -> dict[str, QWidget]:
        end: QWidget = self.end_day
        if to_date(self.end_day) == to_date(self.start_day):
            end = self.end_time
        return {**super().fields_by_code(), "end": end}

    # --- showing ---------------------------------------------------------------------------------

    def show_values(
        self, event: Event | None, data: EventData, *, tidy: bool, switched: bool
    ) -> None:
        if switched:
            self._hours_before = _NO_HOURS
        self._show_rows(event)
        self._show_lines(data, tidy=tidy)
        with (
            QSignalBlocker(self.start_day),
            QSignalBlocker(self.end_day),
            QSignalBlocker(self.register_day),
            QSignalBlocker(self.where),
        ):
            if data.when and "when" not in self.refusals:
                self._show_when(data.when, tidy=tidy)
            elif event and switched:
                self._ask_when(event)
            if "place" not in self.refusals:
                self.where.show_place(data.address, online=data.online, tidy=switched)
            self.cancelled.setChecked(data.cancelled)
            self.register.setChecked(data.registration is not None)
            self.register_day.setEnabled(data.registration is not None)
            until = data.registration or data.when
            if until:
                self.register_day.setDate(to_qdate(until.start))

    def _ask_when(self, event: Event) -> None:
        """Ask for the date of a line that nobody understands, and show a guess."""
        session = self.owner.session
        span = event.when_span
        words = span.of(session.text) if span else ""
        day = session.issue.day
        guesses = guess_time_spans(words or event.title, day)
        self.unread.ask(words, guesses)
        self._show_when(guesses[0] if guesses else TimeSpan(day or date.today()), tidy=True)

    def _show_rows(self, event: Event | None) -> None:
        """Show the fields that the lines of this newsletter have, and a question they need."""
        self.form.setRowVisible(self.unread, event is not None and not event.is_read)
        profile = self.owner.session.profile
        slots = forms_of(profile, EntryKind.EVENT).slots
        usual = is_usual(profile)
        self.where.show_rows(self.form, shown=usual)
        self.form.setRowVisible(self.place_line, not usual)
        self.form.setRowVisible(self.group, Slot.GROUP in slots)
        self.form.setRowVisible(self.group_url, Slot.GROUP_URL in slots)

    def _show_lines(self, data: EventData, *, tidy: bool) -> None:
        place = join_place(data.address, data.online, self.owner.session.profile.language)
        for field, line, text in (
            ("place", self.place_line, place),
            ("group", self.group, data.group),
            ("group_url", self.group_url, data.group_url),
        ):
            if field not in self.refusals:
                show_text_in(line, text, exactly=tidy)

    def _show_when(self, when: TimeSpan, *, tidy: bool) -> None:
        self.start_day.setDate(to_qdate(when.start))
        self.end_day.setDate(to_qdate(when.last))
        show_time_in(self.start_time, when.start_time, exactly=tidy)
        show_time_in(self.end_time, when.end_time, exactly=tidy)
        self.all_day.setChecked(when.start_time is None)
        end = self._propose_end(when)
        self.propose.setVisible(bool(end))
        self.propose.setText(self.tr("until {0}?").format(end))

    def _propose_end(self, when: TimeSpan) -> str:
        """The end the profile's usual length gives, where none is said; "" for none."""
        usual = read_time(self.owner.session.profile.events.duration)
        if usual is None or when.start_time is None or when.end_time or when.end:
            return ""
        start = datetime.combine(when.start, when.start_time)
        end = start + timedelta(hours=usual.hour, minutes=usual.minute)
        if end.date() == when.start:
            return f"{end:%H:%M}"
        return ""

    # --- editing ---------------------------------------------------------------------------------

    def with_field(self, field: str, old: EventData) -> EventData | str:
        if field == "when":
            when = self._read_when()
            if when:
                return replace(old, when=when)
            return self.malformed_time_text(self.start_time, self.end_time)
        if field == "group":
            return replace(old, group=self.group.text().strip())
        if field == "group_url":
            address = self.group_url.text().strip()
            if address and not is_address(address):
                return self.malformed_address_text()
            return replace(old, group_url=address)
        if field == "place" and not is_usual(self.owner.session.profile):
            address, online = split_place(self.place_line.text())
            return replace(old, address=address, online=online)
        if field == "registration":
            return replace(old, registration=self._read_registration(old.registration))
        return super().with_field(field, old)

    def widget_of(self, field: str) -> QWidget:
        own = {"group": self.group, "group_url": self.group_url}
        if not is_usual(self.owner.session.profile):
            own["place"] = self.place_line
        return own.get(field) or super().widget_of(field)

    def _read_when(self) -> TimeSpan | None:
        """The time the form says; None while it is half typed."""
        times = read_times(self.start_time, self.end_time)
        if times is None or not self.start_day.date().isValid():
            return None
        start_time, end_time = times
        start = last = to_date(self.start_day)
        if self.end_day.date().isValid():
            last = to_date(self.end_day)
        if last != start:
            return TimeSpan(start, start_time, last, end_time)
        if start_time:
            return TimeSpan(start, start_time, None, end_time)
        return TimeSpan(start)

    def _read_registration(self, old: TimeSpan | None) -> TimeSpan | None:
        if not self.register.isChecked():
            return None
        hour = old.start_time if old else None
        return TimeSpan(to_date(self.register_day), hour)

    def _on_start_day(self, day: QDate) -> None:
        """Move the last day too for an event of one day, or one that would end before it starts."""
        event = self.owner.entry_shown
        if event and event.when and (event.when.end is None or self.end_day.date() < day):
            with QSignalBlocker(self.end_day):
                self.end_day.setDate(day)
        self.write("when", self.tr("date"))

    def _on_unread(self, when: TimeSpan | None) -> None:
        if when:
            with QSignalBlocker(self.start_day), QSignalBlocker(self.end_day):
                self._show_when(when, tidy=True)
        self.write_and_leave("when", self.tr("date"))

    def _on_all_day(self, checked: bool) -> None:
        start, end = self._hours_before
        if checked:
            self._hours_before = (self.start_time.text(), self.end_time.text())
            start, end = _NO_HOURS
        self.start_time.setText(start)
        self.end_time.setText(end)
        if checked or start:
            self.write("when", self.tr("time"))
        else:
            self.start_time.setFocus()

    def _on_propose(self) -> None:
        event = self.owner.entry_shown
        if event and event.when:
            self.end_time.setText(self._propose_end(event.when))
            self.write_and_leave("when", self.tr("time"))

    def suits(self, series: Series) -> bool:
        return not series.rule

    def fill_from(self, series: Series) -> None:
        """Take over place and link, where the form has none yet."""
        if series.url and not self.url.text():
            self.take_url(series.url)
        place = self.where.value()
        if not is_usual(self.owner.session.profile):
            return
        if (series.address or series.online) and (place is None or not place[0]):
            self.take_place(series)
