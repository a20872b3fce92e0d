"""The events page: a table, and below it the form of the event that is selected."""

import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QWidget,
)

from editor.app.session import Session
from editor.core import dates, eventedits, eventlists, events
from editor.core.callink import Values, old_entry
from editor.core.dates import When
from editor.core.events import Event
from editor.core.text import Edit
from editor.ui.forms.base import Form, date_edit, finished, form_layout, hint, label_for, typed
from editor.ui.forms.event_table import EventTable
from editor.ui.words import describe

_URL = re.compile(r"(?:https?|ftp)://[^\s<>]+")
_COMPLETE = re.compile(r"\d{1,2}[:.]\d\d|\d{4}")


class EventsForm(Form):
    """Events: add, change, remove, move. Every key press is an edit of the text, merged per field."""

    looked_at = Signal(int)
    """The position in the text of the event that was selected."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Events"))
        self._burst: tuple[str, Values] | None = None
        """The field being typed into, and the values before that."""
        self._failed = False
        self._hours = ("", "")
        self.model = EventTable()
        self.table = QTableView()
        self.table.setModel(self.model)
        self._dress_table()
        self.add_button = QPushButton(self.tr("&Add event"))
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.up_button, self.down_button = QPushButton("↑"), QPushButton("↓")
        self._lay_out_buttons()
        self.column.addWidget(self.table, 1)
        self._make_fields()
        self.group = QGroupBox(self.tr("Selected event"))
        self.column.addWidget(self.group)
        self._lay_out_fields()
        self._connect()

    # --- building --------------------------------------------------------------------------------

    def _dress_table(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMinimumHeight(150)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() + 8)
        header = table.horizontalHeader()
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setAccessibleName(self.tr("Events"))
        width = table.fontMetrics().horizontalAdvance
        for column, sample in ((0, "Mo 00.00.00 – 00.00. "), (1, "00:00–00:00 ")):
            table.setColumnWidth(column, width(sample) + 14)

    def _lay_out_buttons(self) -> None:
        row = QHBoxLayout()
        self.up_button.setAccessibleName(self.tr("Move up"))
        self.down_button.setAccessibleName(self.tr("Move down"))
        self.up_button.setToolTip(self.tr("Move up"))
        self.down_button.setToolTip(self.tr("Move down"))
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            row.addWidget(button)
        for button in (self.up_button, self.down_button):
            button.setFixedWidth(36)
        row.addStretch(1)
        self.column.addLayout(row)

    def _make_fields(self) -> None:
        self.title = QLineEdit()
        self.start_day, self.end_day = date_edit(), date_edit()
        self.start_time, self.end_time = QLineEdit(), QLineEdit()
        for line in (self.start_time, self.end_time):
            line.setPlaceholderText(self.tr("HH:MM"))
            line.setFixedWidth(line.fontMetrics().horizontalAdvance("00:00") + 36)
        self.all_day = QCheckBox(self.tr("all &day"))
        self.online = QRadioButton(self.tr("&online"))
        self.on_site = QRadioButton(self.tr("on &site"))
        self.both = QRadioButton(self.tr("&both"))
        self.where = QButtonGroup(self)
        for number, button in enumerate((self.online, self.on_site, self.both)):
            self.where.addButton(button, number)
        self.address, self.url = QLineEdit(), QLineEdit()
        self.address.setPlaceholderText(self.tr("Venue, street 1, 12345 town"))
        self.url.setPlaceholderText("https://")
        self.notes = QPlainTextEdit(tabChangesFocus=True)
        self.notes.setFixedHeight(self.notes.fontMetrics().lineSpacing() * 2 + 16)
        self.line = hint()
        self.entry = hint()
        self.trouble = hint()
        self.trouble.setObjectName("problem")
        for label in (self.line, self.entry):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFixedHeight(label.fontMetrics().lineSpacing() * 3)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out_fields(self) -> None:
        layout = form_layout()
        self.group.setLayout(layout)
        layout.addRow(label_for(self.tr("&Title:"), self.title), finished(self.title))
        layout.addRow(label_for(self.tr("&From:"), self.start_day), _row(self.start_day, self.start_time, self.all_day))
        layout.addRow(label_for(self.tr("&Until:"), self.end_day), _row(self.end_day, self.end_time))
        layout.addRow(self.tr("Where:"), _row(self.online, self.on_site, self.both))
        layout.addRow(label_for(self.tr("Add&ress:"), self.address), finished(self.address))
        layout.addRow(label_for(self.tr("&Link:"), self.url), finished(self.url))
        layout.addRow(label_for(self.tr("&Notes:"), self.notes), finished(self.notes))
        layout.addRow("", self.trouble)
        layout.addRow(self.tr("In the text:"), self.line)
        layout.addRow(self.tr("Calendar entry:"), self.entry)
        self.start_time.setAccessibleName(self.tr("Start time"))
        self.end_time.setAccessibleName(self.tr("End time"))

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_row_changed())
        self.add_button.clicked.connect(self.add_event)
        self.remove_button.clicked.connect(self.remove_event)
        self.up_button.clicked.connect(lambda: self.move_event(-1))
        self.down_button.clicked.connect(lambda: self.move_event(1))
        self.title.textEdited.connect(lambda _: self._write("title", self.tr("title")))
        for line in (self.start_time, self.end_time):
            line.textEdited.connect(lambda _, line=line: self._on_time(line, left=False))
            line.editingFinished.connect(lambda line=line: self._on_time(line, left=True))
        self.start_day.dateChanged.connect(self._on_start_day)
        self.end_day.dateChanged.connect(lambda _: self._write("when", self.tr("date")))
        self.all_day.clicked.connect(self._on_all_day)
        self.where.idClicked.connect(lambda _: self._write("place", self.tr("place")))
        self.address.textEdited.connect(self._on_address)
        self.url.textEdited.connect(lambda _: self._write("url", self.tr("link")))
        self.notes.textChanged.connect(lambda: self._write("notes", self.tr("notes")))
        for widget in (self.title, self.address):
            widget.editingFinished.connect(self._leave)
        self.url.editingFinished.connect(self._on_url)

    # --- showing ---------------------------------------------------------------------------------

    @property
    def event_shown(self) -> Event | None:
        """The event in the form."""
        row, found = self.table.currentIndex().row(), self.session.issue.events
        return found[row] if 0 <= row < len(found) else None

    def refresh(self) -> None:
        self.model.show(self.session.issue)
        if self.table.currentIndex().row() < 0 and self.model.events:
            self.select(0)
        self._load()

    def select(self, row: int) -> None:
        """Show the event of a row in the form."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
        self.table.scrollTo(self.model.index(row, 0))

    def _on_row_changed(self) -> None:
        self._burst, self._failed, self._hours = None, False, ("", "")
        self.session.pause()
        self._load(tidy=True)
        if self.event_shown and self.isVisible():
            self.looked_at.emit(self.event_shown.span.start)

    def _load(self, *, tidy: bool = False) -> None:
        """Show the event; ``tidy`` also where a field says the same in other words."""
        event = self.event_shown
        self.group.setEnabled(event is not None)
        for button in (self.remove_button, self.up_button, self.down_button):
            button.setEnabled(event is not None)
        values = events.values(event, self.session.text) if event else Values("", None)
        self._show(values, tidy)
        self._point_out(self._clash(values.when) if values.when else "")
        for label, text in ((self.line, self._line_text(event)), (self.entry, self._entry_text(event))):
            label.setText(text)
            label.setToolTip(text)

    def _show(self, values: Values, tidy: bool) -> None:
        widgets = (self.start_day, self.end_day, self.notes, self.where)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        for line, text in ((self.title, values.title), (self.address, values.address), (self.url, values.url)):
            if (line.text() if tidy else line.text().strip()) != text:
                line.setText(text)
                if not line.hasFocus():
                    line.setCursorPosition(0)
        if values.when:
            self._show_when(values.when, tidy)
        number = 2 if values.online and values.address else 0 if values.online else 1
        self.where.button(number).setChecked(True)
        if _tidy(typed(self.notes)) != values.notes:
            self.notes.setPlainText(values.notes)
        del blockers

    def _show_when(self, when: When, tidy: bool) -> None:
        for widget, day in ((self.start_day, when.start), (self.end_day, when.last)):
            widget.setDate(QDate(day.year, day.month, day.day))
        for line, moment in ((self.start_time, when.from_), (self.end_time, when.till)):
            written = f"{moment:%H:%M}" if moment else ""
            if tidy or dates.read_time(line.text()) != moment:
                line.setText(written)
        self.all_day.setChecked(when.from_ is None)

    def _clash(self, when: When) -> str:
        if when.last < when.start or (when.last == when.start and when.from_ and when.till and when.till <= when.from_):
            return "⚠ " + self.tr("The end is not after the start, so the calendar entry has none.")
        return ""

    def _line_text(self, event: Event | None) -> str:
        if event is None:
            return ""
        text = self.session.text
        line = event.content.of(text)
        if event.link:
            line = text[event.content.start : event.link.start] + "📅" + text[event.link.end : event.content.end]
        return f"{event.marker} {line}"

    def _entry_text(self, event: Event | None) -> str:
        if event is None:
            return ""
        entry = old_entry(event.href.of(self.session.text)) if event.href else None
        if entry is None:
            missing = self.tr("None yet; it is written with the next change.")
            return missing if not event.href else "⚠ " + self.tr("The calendar link cannot be read; the next change writes it anew.")
        return describe(entry, self.session.profile.timezone)

    # --- editing ---------------------------------------------------------------------------------

    def _when(self) -> When | None:
        """The time the form says; None while it is half typed."""
        start, last = _day(self.start_day), _day(self.end_day)
        times = []
        for line in (self.start_time, self.end_time):
            moment = dates.read_time(line.text())
            if line.text().strip() and moment is None:
                return None
            times.append(moment)
        longer = last != start
        return When(start, times[0], last if longer else None, times[1] if times[0] or longer else None)

    def _changed(self, field: str, old: Values) -> Values | str:
        """The old values with one field as the form has it, or what is still missing for that."""
        if field == "title":
            title = self.title.text().strip()
            return replace(old, title=title) if title else self.tr("An event needs a title.")
        if field == "when":
            when = self._when()
            return replace(old, when=when) if when else self.tr("A time is written as 19:30.")
        if field == "place":
            address = self.address.text().strip()
            where = self.where.checkedId()
            if where and not address and (old.address or old.online):
                return self.tr("On site needs an address.")
            return replace(old, address=address if where else "", online=where != 1)
        if field == "url":
            url = self.url.text().strip()
            return replace(old, url=url) if not url or _URL.fullmatch(url) else self.tr("A link begins with https:// and holds no blanks.")
        return replace(old, notes=_tidy(typed(self.notes)))

    def _write(self, field: str, name: str) -> None:
        """Write what a field says, as far as that can be written: half-typed values wait, with a hint."""
        event = self.event_shown
        if event is None:
            return
        old = events.values(event, self.session.text)
        if self._burst is None or self._burst[0] != field:
            self._burst = (field, old)
        new = self._changed(field, old)
        if isinstance(new, str):
            self._complain(new)
            self._failed = True
            return
        row = self.table.currentIndex().row()
        label = self.tr("Event {0}: change {1}").format(_short(event.title), name)
        merge = f"event:{row}:{field}:{name}"
        self._failed = not self.put(lambda: eventedits.change(self.session.scene(), event, new), label, merge, quiet=True)
        if self._failed:
            self._complain(self.tr("This cannot be written in the line; the text was not changed."))
        elif new.when:
            self._point_out(self._clash(new.when))

    def _leave(self) -> None:
        """A field was left: short forms are completed; what could not be written goes back to what it was."""
        event, burst, failed = self.event_shown, self._burst, self._failed
        self._burst, self._failed = None, False
        if event and failed and burst:
            field, before = burst
            names = {"when": ("when",), "place": ("address", "online")}.get(field, (field,))
            now = events.values(event, self.session.text)
            back = replace(now, **{name: getattr(before, name) for name in names})
            self.put(lambda: eventedits.change(self.session.scene(), event, back), self.tr("Back to what it was"), quiet=True)
        self.session.pause()
        self._load(tidy=True)

    def _on_address(self, text: str) -> None:
        """An address that is typed for an online event makes it both."""
        if text.strip() and self.where.checkedId() == 0:
            self.both.setChecked(True)
        self._write("place", self.tr("place"))

    def _on_url(self) -> None:
        if self.url.text().startswith("www."):
            self.url.setText("https://" + self.url.text())
            self._write("url", self.tr("link"))
        self._leave()

    def _on_time(self, line: QLineEdit, *, left: bool) -> None:
        """While it is typed only a complete time counts; on leaving, "9" is 09:00."""
        if left or not line.text() or _COMPLETE.fullmatch(line.text().strip()):
            self._write("when", self.tr("time"))
        if left:
            self._leave()

    def _complain(self, text: str) -> None:
        self._point_out("⚠ " + text)

    def _point_out(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _on_start_day(self, day: QDate) -> None:
        """An event of one day stays one; a longer one keeps its last day while that is possible."""
        event = self.event_shown
        if event and event.when and (event.when.end is None or self.end_day.date() < day):
            with QSignalBlocker(self.end_day):
                self.end_day.setDate(day)
        self._write("when", self.tr("date"))

    def _on_all_day(self, checked: bool) -> None:
        if checked:
            self._hours = (self.start_time.text(), self.end_time.text())
        for line, text in zip((self.start_time, self.end_time), ("", "") if checked else self._hours, strict=True):
            line.setText(text)
        if checked or self.start_time.text():
            self._write("when", self.tr("time"))
        else:
            self.start_time.setFocus()

    def add_event(self) -> None:
        """A new event after the selected one's day, ready to be filled in."""
        base = self.event_shown.when.start if self.event_shown and self.event_shown.when else self.session.issue.day or date.today()
        title = self._free_title()
        new = Values(title, When(base), "", True)
        if self.put(lambda: eventlists.add(self.session.scene(), [new]), self.tr("Add event")):
            self.follow()
            row = next(i for i, event in enumerate(self.model.events) if event.title == title)
            self.select(row)
            self.title.setFocus()
            self.title.selectAll()

    def _free_title(self) -> str:
        taken = {event.title for event in self.session.issue.events}
        name = self.tr("New event")
        return next(title for title in (name, *(f"{name} {i}" for i in range(2, len(taken) + 3))) if title not in taken)

    def remove_event(self) -> None:
        event = self.event_shown
        if event:
            label = self.tr("Event {0}: remove").format(_short(event.title))
            self.put(lambda: eventlists.remove(self.session.scene(), event), label)

    def move_event(self, by: int) -> None:
        """Swap places with the neighbour above (-1) or below (1)."""
        row = self.table.currentIndex().row()
        event = self.event_shown
        if event is None or not 0 <= row + by < len(self.model.events):
            return
        other = self.model.events[row + by]

        def make() -> list[Edit]:
            return eventlists.move(self.session.scene(), event, other, behind=by > 0)

        if self.put(make, self.tr("Event {0}: move").format(_short(event.title))):
            self.select(row + by)


def _tidy(notes: str) -> str:
    """Notes as lines: blanks around them and empty ones say nothing."""
    return "\n".join(line.strip(" \t") for line in notes.split("\n") if line.strip())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(finished(widget))
    row.addStretch(1)
    return row


def _day(widget: QDateEdit) -> date:
    return date(widget.date().year(), widget.date().month(), widget.date().day())


def _short(title: str) -> str:
    return title if len(title) <= 40 else title[:39] + "…"
