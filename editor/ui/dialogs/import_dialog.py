"""Events from elsewhere: paste, drop, choose or fetch them, look them through, and add those that are ticked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.app.services.import_runner import ImportRunner
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.calendar import dates, recurrence
from editor.core.events.lists import add_entries
from editor.core.events.model import EntryKind, EventData
from editor.core.events.reading import join_place, split_place
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    first_address,
    plain_words,
)
from editor.core.importers.importing import mark_duplicates, present_entries
from editor.core.markdown.inline import plain_text
from editor.ui.forms.base import hint, label_for
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.table import style_table
from editor.ui.wording.translation import translated

_PAUSE = 700
_KIND, _WHEN, _TITLE, _PLACE, _URL, _NOTE = range(6)


class ImportDialog(QDialog):
    """One list for all ways in. Nothing is added before it is accepted."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, private: bool = False
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Import events"))
        self.resize(960, 640)
        self.setAcceptDrops(True)
        self.candidates: list[Candidate] = []
        self._gatherer = ImportRunner(self, private=private)
        self._read = ""
        """The text that was last looked through."""
        self._from_text: int | None = None
        """The row from which on the list is what was found in it, while nobody has edited that."""
        self._reading_text = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.bar = MessageBar()
        self.source = QPlainTextEdit(tabChangesFocus=True)
        self.source.setAcceptDrops(False)  # the dialog takes what is dropped
        self.source.setPlaceholderText(
            self.tr(
                "Lines of an issue, a mail, a table from a spreadsheet, or the address of a page or calendar"
            )
        )
        self.source.setFixedHeight(self.source.fontMetrics().lineSpacing() * 6 + 16)
        self.look_button = QPushButton(self.tr("&Look for events"))
        self.file_button = QPushButton(self.tr("&Choose files…"))
        self.table = QTableWidget(0, 6)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress_table()
        self._lay_out()
        self._connect()
        self._count()

    # --- building --------------------------------------------------------------------------------

    def _dress_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(
            [
                self.tr("Kind"),
                self.tr("When"),
                self.tr("Title"),
                self.tr("Place"),
                self.tr("Link"),
                self.tr("Note"),
            ]
        )
        style_table(table)
        table.setAccessibleName(self.tr("Events that were found"))
        header = table.horizontalHeader()
        for column in (_TITLE, _PLACE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (_URL, _NOTE):
            table.setColumnWidth(column, 190)
        table.setColumnWidth(_KIND, table.fontMetrics().horizontalAdvance("☑ Wiederkehrend") + 20)
        table.setColumnWidth(
            _WHEN, table.fontMetrics().horizontalAdvance("Mittwoch, 00.00.0000, 00:00-00:00") + 16
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in (self.look_button, self.file_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(hint(self.tr("Files can be dropped here: .ics, web pages, mails, text.")), 2)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(label_for(self.tr("Paste &here:"), self.source))
        column.addWidget(self.source)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(
            QLabel(
                self.tr(
                    "Double click changes a cell. Ticked rows are added, each in its place by date."
                )
            )
        )
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.look_button.clicked.connect(self.look)
        self.source.textChanged.connect(self._on_text)
        self._pause.timeout.connect(self._look_by_itself)
        self.file_button.clicked.connect(self.choose_files)
        self.table.itemChanged.connect(self._on_item_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._gatherer.done.connect(self.show_read)
        self._gatherer.failed.connect(self._on_failed)
        self.finished.connect(lambda _: self._gatherer.close())

    # --- ways in ---------------------------------------------------------------------------------

    @property
    def import_context(self) -> ImportContext:
        return ImportContext(self.session.profile, self.session.issue.day)

    def look(self) -> None:
        """Read what stands in the field; an address is fetched."""
        self._pause.stop()
        text = self._read = self.source.toPlainText().strip()
        if not text:
            return
        self._reading_text = True
        self._busy()
        if first_address(text) == text:
            self._gatherer.fetch(text, self.import_context)
        else:
            self._gatherer.read_text(text, self.import_context)

    def _on_text(self) -> None:
        """What was found in another text is none of this one's."""
        if self._from_text is not None and self._stale:
            del self.candidates[self._from_text :]
            self.table.setRowCount(self._from_text)
            self._from_text = None
            self.bar.clear()
            self._count()
        self._pause.start()

    @property
    def _stale(self) -> bool:
        """Whether the text is another one than that which was looked through."""
        text = self.source.toPlainText().strip()
        return bool(text) and text != self._read and first_address(text) != text

    def _look_by_itself(self) -> None:
        """After a pause in typing or pasting; an address waits for a click."""
        if self._stale and self._from_text is None:
            self.look()

    def choose_files(self) -> None:
        kinds = self.tr(
            "Calendars, pages, mails, text (*.ics *.html *.htm *.eml *.txt *.csv *.tsv *.md);;All files (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Import events"), "", kinds)
        if names:
            self.read_files([Path(name) for name in names])

    def read_files(self, paths: list[Path]) -> None:
        self._reading_text, self._from_text = False, None
        self._busy()
        self._gatherer.read_files(paths, self.import_context)

    def take(self, data: QMimeData) -> None:
        """What was pasted or dropped: files are read, text goes to the field and is read."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.read_files(paths)
        elif data.hasText():
            self.source.setPlainText(data.text())
            if (
                first_address(data.text().strip()) != data.text().strip()
            ):  # an address waits for a click
                self.look()

    def _busy(self) -> None:
        self.bar.say(self.tr("Looking…"), [(self.tr("Stop"), self._gatherer.cancel)])

    def _on_failed(self, sentence: Message) -> None:
        self.bar.say(translated(sentence), warning=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.take(event.mimeData())

    # --- the list --------------------------------------------------------------------------------

    def show_read(self, read: ImportResult) -> None:
        """Put what was found into the list, behind what is there."""
        self.bar.clear()
        if read.problems:
            self.bar.say(" ".join(translated(problem) for problem in read.problems))
        elif not read.candidates:
            self.bar.say(self.tr("No event was found."), warning=True)
        known = tuple(self.candidates) + read.candidates
        marked = mark_duplicates(known, present_entries(self.session.issue))
        first = len(self.candidates)
        self._from_text = first if self._reading_text and read.candidates else None
        self.candidates = list(marked)
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(marked))
            for row in range(first, len(marked)):
                self._fill(row, ticked=not marked[row].double)
        self._count()

    def _fill(self, row: int, *, ticked: bool) -> None:
        one = self.candidates[row]
        for column, text in enumerate(self._cells(one)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if column == _KIND:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            elif column != _NOTE:
                flags |= Qt.ItemFlag.ItemIsEditable
            item.setFlags(flags)
            self.table.setItem(row, column, item)

    def _cells(self, one: Candidate) -> tuple[str, ...]:
        values = one.values
        language = self.session.profile.language
        kind = {
            EntryKind.EVENT: self.tr("Event"),
            EntryKind.MEETING: self.tr("Meeting"),
            EntryKind.DEADLINE: self.tr("Deadline"),
        }[values.kind]
        notes = [translated(doubt) for doubt in one.doubts]
        if one.double:
            notes.insert(0, self.tr("⚠ Is there already."))
        if values.cancelled:
            notes.append(self.tr("cancelled"))
        return (
            kind,
            write_when_cell(values, language),
            plain_text(values.title),
            plain_text(join_place(values.address, values.online, language)),
            values.url,
            " ".join(notes),
        )

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        """A tick, or a cell somebody has edited: it counts if it can be read, else it goes back."""
        row, column, text = item.row(), item.column(), item.text().strip()
        if column != _KIND:
            self._from_text = None  # work that is not thrown away with the text it came from
            new = self._edited(self.candidates[row].values, column, text)
            if new:
                self.candidates[row] = replace(self.candidates[row], values=new)
            else:
                self.bar.say(
                    self.tr("“{0}” cannot be read; the cell is as it was.").format(text),
                    warning=True,
                )
            marked = mark_duplicates(tuple(self.candidates), present_entries(self.session.issue))
            self.candidates = list(marked)
            with QSignalBlocker(self.table):
                item.setText(self._cells(self.candidates[row])[column])
                for other, one in enumerate(marked):
                    note = self.table.item(other, _NOTE)
                    if note:
                        note.setText(self._cells(one)[_NOTE])
        self._count()

    def _edited(self, old: EventData, column: int, text: str) -> EventData | None:
        if column == _TITLE:
            if text:
                return replace(old, title=plain_words(text))
            return None
        if column == _PLACE:
            address, online = split_place(text)
            return replace(old, address=plain_words(address), online=online)
        if column == _URL:
            if not text or first_address(text) == text:
                return replace(old, url=text)
            return None
        return read_when_cell(old, text, self.session.issue.day)

    def _ticked(self, row: int) -> bool:
        item = self.table.item(row, _KIND)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    @property
    def chosen(self) -> list[Candidate]:
        """The ticked ones."""
        return [one for row, one in enumerate(self.candidates) if self._ticked(row)]

    def _count(self) -> None:
        chosen = len(self.chosen)
        self.add_button.setText(self.tr("Add %n entries", "", chosen))
        self.add_button.setEnabled(chosen > 0)

    def accept(self) -> None:
        """Add the ticked ones as one step; a refusal leaves the dialog open and the text as it was."""
        if self._stale:
            self.look()
            self.bar.say(
                self.tr("The text has changed since the list was made; look at it again."),
                [],
                warning=True,
            )
            return
        chosen = self.chosen
        try:
            edits = add_entries(
                self.session.context(), [one.values for one in chosen], [one.href for one in chosen]
            )
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)
            return
        self.session.apply(edits, self.tr("Import %n entries", "", len(chosen)))
        super().accept()


def write_when_cell(values: EventData, language: str) -> str:
    """When, as a cell shows it: a rule with its hours, or a date."""
    if values.kind == EntryKind.MEETING:
        return ", ".join(
            part
            for part in (values.rule, dates.write_hours(values.when) if values.when else "")
            if part
        )
    if values.when:
        return dates.write_time_span(values.when, language)
    return ""


def read_when_cell(old: EventData, text: str, near: date | None) -> EventData | None:
    """The values with the time a cell says; None where it says none."""
    if old.kind != EntryKind.MEETING:
        reading = dates.read_time_span(text, 0, near)
        if reading and reading.end == len(text):
            return replace(old, when=reading.when)
        return None
    rule = recurrence.read_rule(text)
    if not rule or not rule.pattern:
        return None
    hours, end = dates.read_hours(text, rule.end)
    when = dates.TimeSpan(date.min, hours[0], None, hours[1]) if hours else None
    if end == len(text):
        return replace(old, rule=text[: rule.end], when=when)
    return None
