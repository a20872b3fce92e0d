"""The import dialog: events from elsewhere are found, reviewed, and added where they are ticked."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from editor.app.document.session import Session
from editor.app.services.import_runner import ImportRunner
from editor.core.base.messages import Message
from editor.core.events.insertion import add_writable_entries
from editor.core.importers.candidate import Candidate, ImportContext, ImportResult, is_address
from editor.core.importers.duplicates import collect_present_entries, mark_duplicates
from editor.ui.dialogs.candidate_table import CandidateTable, Column, edit_values
from editor.ui.widgets.file_choice import DOCUMENTS, choose_files
from editor.ui.widgets.flow_layout import FlowLayout
from editor.ui.widgets.form_parts import hint, label_for
from editor.ui.widgets.measure import fit_height
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextArea
from editor.ui.wording.translation import translated

_PAUSE = 700
"""Milliseconds after the last change of the text before events are looked for."""


class ImportDialog(QDialog):
    """Finds events in pasted text, files and at addresses, and lists them for review.

    Nothing is added to the document before the dialog is accepted.
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, private: bool = False
    ) -> None:
        """Show an empty list.

        Args:
            session: The document the events are added to.
            parent: The widget the dialog belongs to.
            private: Whether events may be fetched from this machine and its network.
        """
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Import events"))
        self.done_text = ""  # what was done, once it is
        fit_to_screen(self, 960, 640)
        self.setAcceptDrops(True)
        self.candidates: list[Candidate] = []
        self.runner = ImportRunner(self, private=private)
        self._searched_text = ""
        """The text in which events were last looked for."""
        self._first_text_row: int | None = None
        """The first row that comes from that text; None once the user has edited one of them."""
        self._is_reading_text = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._count()

    # --- building --------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.bar = MessageBar()
        self.source = TextArea(tabChangesFocus=True)
        self.source.setAcceptDrops(False)  # the dialog takes what is dropped
        self.source.setPlaceholderText(
            self.tr(
                "Lines of an issue, a mail, a table from a spreadsheet, "
                "or the address of a page or calendar"
            )
        )
        fit_height(self.source, 6)
        self.look_button = QPushButton(self.tr("&Look for events"))
        self.file_button = QPushButton(self.tr("&Choose files…"))
        self.table = CandidateTable(self.session)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)

    def _lay_out(self) -> None:
        row = FlowLayout()
        for button in (self.look_button, self.file_button):
            row.addWidget(button)
        column = scrolling_column(self, self.buttons)
        column.addWidget(self.bar)
        column.addWidget(label_for(self.tr("Paste &here:"), self.source))
        column.addWidget(self.source)
        column.addLayout(row)
        column.addWidget(hint(self.tr("Files can be dropped here: .ics, web pages, mails, text.")))
        column.addWidget(self.table, 1)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Double click changes a cell. Ticked rows are added, each in its place by date."
                ),
                wordWrap=True,
            )
        )

    def _connect(self) -> None:
        self.look_button.clicked.connect(self.look)
        self.source.textChanged.connect(self._on_text)
        self._pause.timeout.connect(self._look_after_pause)
        self.file_button.clicked.connect(self.choose_files)
        self.table.itemChanged.connect(self._on_item_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.runner.done.connect(self.show_result)
        self.runner.failed.connect(self._on_failed)
        self.finished.connect(lambda _: self.runner.close())

    # --- ways in ---------------------------------------------------------------------------------

    @property
    def import_context(self) -> ImportContext:
        """What the events are read for: the profile and the day of publication."""
        return ImportContext(self.session.profile, self.session.issue.day)

    def look(self) -> None:
        """Look for events in the text of the field; an address is fetched."""
        self._pause.stop()
        text = self._searched_text = self.source.toPlainText().strip()
        if not text:
            return
        self._is_reading_text = True
        self.show_busy()
        if is_address(text):
            self.runner.fetch(text, self.import_context)
        else:
            self.runner.read_text(text, self.import_context)

    def _on_text(self) -> None:
        """Remove what was found in the text before, unless the user has edited it."""
        if self._first_text_row is not None and self._is_stale:
            del self.candidates[self._first_text_row :]
            self.table.setRowCount(self._first_text_row)
            self._first_text_row = None
            self.bar.clear()
            self._count()
        self._pause.start()

    @property
    def _is_stale(self) -> bool:
        """Whether the text has changed since events were looked for in it."""
        text = self.source.toPlainText().strip()
        return bool(text) and text != self._searched_text and not is_address(text)

    def _look_after_pause(self) -> None:
        """Look for events once the user has stopped typing; an address waits for a click."""
        if self._is_stale and self._first_text_row is None:
            self.look()

    def choose_files(self) -> None:
        """Ask for files and read them."""
        kinds = self.tr(
            "Calendars, pages, mails, text "
            "(*.ics *.html *.htm *.eml *.txt *.csv *.tsv *.md);;All files (*)"
        )
        names = choose_files(self, self.tr("Import events"), kinds, DOCUMENTS)
        if names:
            self.read_files([Path(name) for name in names])

    def read_files(self, paths: list[Path]) -> None:
        """Look for events in files.

        Args:
            paths: The files: calendars, pages, mails or text.
        """
        self._is_reading_text, self._first_text_row = False, None
        self.show_busy()
        self.runner.read_files(paths, self.import_context)

    def take(self, data: QMimeData) -> None:
        """Look for events in what was pasted or dropped.

        Args:
            data: Files, which are read, or text, which goes to the field; an address there waits
                for a click.
        """
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.read_files(paths)
        elif data.hasText():
            self.source.setPlainText(data.text())
            if not is_address(data.text().strip()):
                self.look()

    def show_busy(self) -> None:
        """Say that events are being looked for, with a button that stops it."""
        self.bar.say_busy(self.tr("Looking…"), [(self.tr("Stop"), self.runner.cancel)])

    def _on_failed(self, message: Message) -> None:
        self.bar.say(translated(message), warning=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.take(event.mimeData())

    # --- the list --------------------------------------------------------------------------------

    def show_result(self, result: ImportResult) -> None:
        """Add what was found at the end of the list.

        Args:
            result: The candidates, and what could not be read.
        """
        self.bar.clear()
        if result.problems:
            self.bar.say(" ".join(translated(problem) for problem in result.problems))
        elif not result.candidates:
            self.bar.say(self.tr("No event was found."), warning=True)
        first = len(self.candidates)
        is_text = self._is_reading_text and bool(result.candidates)
        self._first_text_row = first if is_text else None
        self.candidates += result.candidates
        self._mark_duplicates()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self.candidates))
            for row in range(first, len(self.candidates)):
                candidate = self.candidates[row]
                self.table.fill_row(
                    row, candidate, ticked=candidate.is_read and not candidate.is_duplicate
                )
        self._count()

    def _mark_duplicates(self) -> None:
        present = collect_present_entries(self.session.issue)
        self.candidates = list(mark_duplicates(tuple(self.candidates), present))

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() != Column.KIND:  # else it is a tick
            self._edit_candidate(item)
        self._count()

    def _edit_candidate(self, item: QTableWidgetItem) -> None:
        """Take an edited cell over; one that cannot be read is written as it was."""
        row, text = item.row(), item.text().strip()
        self._first_text_row = None  # what the user has edited stays when the text changes
        candidate = self.candidates[row]
        values = edit_values(candidate.data, item.column(), text, self.session.issue.day)
        if values:
            self.candidates[row] = candidate.edited(values)
            if self.candidates[row].is_read and not candidate.is_read:
                self.table.tick(row)
        else:
            message = self.tr("“{0}” cannot be read; the cell is as it was.").format(text)
            self.bar.say(message, warning=True)
        self._mark_duplicates()
        with QSignalBlocker(self.table):
            self.table.show_cell(item, self.candidates[row])
            self.table.show_notes(self.candidates)

    @property
    def chosen(self) -> list[Candidate]:
        """The candidates that are ticked."""
        return [
            candidate for row, candidate in enumerate(self.candidates) if self.table.is_ticked(row)
        ]

    def _count(self) -> None:
        self.add_button.setText(self.tr("Add %n entries", "", len(self.chosen)))
        self.add_button.setEnabled(bool(self.chosen))

    def accept(self) -> None:
        """Add the ticked candidates in one step; what cannot be written is said, and stays."""
        if self._is_stale:
            self.look()
            message = self.tr("The text has changed since the list was made; look at it again.")
            self.bar.say(message, warning=True)
            return
        chosen = self.chosen
        values, hrefs = [each.data for each in chosen], [each.href for each in chosen]
        edits, refused = add_writable_entries(self.session.edit_context(), values, hrefs)
        count = len(chosen) - len(refused)
        self.session.apply(edits, self.tr("Import %n entries", "", count))
        self.done_text = self.tr("%n entries were added.", "", count)
        if not refused:
            super().accept()
            return
        reasons = "\n".join(translated(message) for message in refused.values())
        left = [chosen[index] for index in refused]
        for row, candidate in enumerate(self.candidates):
            if candidate not in left:
                self.table.untick(row)
        added = self.tr("%n entries were added.", "", count) + "\n" if count else ""
        self.bar.say(added + reasons, warning=True)
