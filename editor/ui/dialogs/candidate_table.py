"""The table of events that were found elsewhere: its cells, and how an edited cell is read.

The texts belong to the import dialog and are translated in its context.
"""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from editor.app.document.session import Session
from editor.core.calendar import clock, dates, recurrence
from editor.core.calendar.date_formats import write_hours, write_time_span
from editor.core.calendar.date_words import guess_time_spans
from editor.core.events.location import join_place, split_place
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import Candidate, escape_markdown, is_address
from editor.core.markdown.inline import plain_text
from editor.ui.dialogs.when_delegate import GUESSES, WhenDelegate
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.table import style_table
from editor.ui.wording.translation import translated

_LOOKED_AT = 60
"""Rows of which columns take their width."""


class Column(IntEnum):
    """The columns of the table."""

    KIND = 0
    WHEN = 1
    TITLE = 2
    PLACE = 3
    URL = 4
    NOTE = 5


class CandidateTable(QTableWidget):
    """One row per candidate: its values, which can be edited, and a tick to add it."""

    def __init__(self, session: Session) -> None:
        """Make an empty table.

        Args:
            session: The document the candidates are for.
        """
        super().__init__(0, len(Column))
        self.session = session
        self.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("ImportDialog", "Kind"),
                QCoreApplication.translate("ImportDialog", "When"),
                QCoreApplication.translate("ImportDialog", "Title"),
                QCoreApplication.translate("ImportDialog", "Place"),
                QCoreApplication.translate("ImportDialog", "Link"),
                QCoreApplication.translate("ImportDialog", "Note"),
            ]
        )
        style_table(self)
        self.setItemDelegateForColumn(Column.WHEN, WhenDelegate(self))
        self.setAccessibleName(QCoreApplication.translate("ImportDialog", "Events that were found"))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(round(em_of(self) * 7))  # else it scrolls
        for column in (Column.TITLE, Column.PLACE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        text_width = self.fontMetrics().horizontalAdvance
        for column in (Column.URL, Column.NOTE):
            self.setColumnWidth(column, text_width("x" * 22))
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setSectionResizeMode(Column.WHEN, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(Column.KIND, text_width("☑☑ Wiederkehrend"))

    def fill_row(self, row: int, candidate: Candidate, *, ticked: bool) -> None:
        """Show a candidate in a row.

        Args:
            row: The row; it exists.
            candidate: What it shows.
            ticked: Whether it is to be added unless the user says otherwise.
        """
        for column, text in self._write_cells(candidate).items():
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if column == Column.KIND:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            elif column != Column.NOTE:
                flags |= Qt.ItemFlag.ItemIsEditable
            item.setFlags(flags)
            self.setItem(row, column, item)
        if not candidate.is_read:
            self._propose_when(row, candidate)

    def _propose_when(self, row: int, candidate: Candidate) -> None:
        """Let the cell of a row's time propose what its words may mean."""
        words = plain_text(candidate.data.title)
        guesses = guess_time_spans(words, self.session.issue.day)
        language = self.session.profile.language
        if item := self.item(row, Column.WHEN):
            item.setData(GUESSES, [write_time_span(when, language) for when in guesses])
            item.setToolTip(plain_tip(words))

    def show_cell(self, item: QTableWidgetItem, candidate: Candidate) -> None:
        """Write a cell anew from what its candidate says.

        Args:
            item: The cell.
            candidate: The candidate of its row.
        """
        item.setText(self._write_cells(candidate)[Column(item.column())])

    def show_notes(self, candidates: Sequence[Candidate]) -> None:
        """Write the notes of all rows anew.

        Args:
            candidates: The candidates of the rows, in their order.
        """
        for row, candidate in enumerate(candidates):
            item = self.item(row, Column.NOTE)
            if item:
                self.show_cell(item, candidate)

    def tick(self, row: int) -> None:
        """Give a row its tick."""
        if item := self.item(row, Column.KIND):
            item.setCheckState(Qt.CheckState.Checked)

    def untick(self, row: int) -> None:
        """Take the tick off a row."""
        if item := self.item(row, Column.KIND):
            item.setCheckState(Qt.CheckState.Unchecked)

    def is_ticked(self, row: int) -> bool:
        """Whether the candidate of a row is to be added."""
        item = self.item(row, Column.KIND)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _write_cells(self, candidate: Candidate) -> dict[Column, str]:
        values = candidate.data
        language = self.session.profile.language
        kind = {
            EntryKind.EVENT: QCoreApplication.translate("ImportDialog", "Event"),
            EntryKind.MEETING: QCoreApplication.translate("ImportDialog", "Meeting"),
            EntryKind.DEADLINE: QCoreApplication.translate("ImportDialog", "Deadline"),
        }[values.kind]
        notes = [translated(doubt) for doubt in candidate.doubts]
        if candidate.is_duplicate:
            notes.insert(0, QCoreApplication.translate("ImportDialog", "⚠ Is there already."))
        if values.cancelled:
            notes.append(QCoreApplication.translate("ImportDialog", "cancelled"))
        place = join_place(values.address, values.online, language)
        return {
            Column.KIND: kind,
            Column.WHEN: write_when_cell(values, language),
            Column.TITLE: plain_text(values.title),
            Column.PLACE: plain_text(place),
            Column.URL: values.url,
            Column.NOTE: " ".join(notes),
        }


def edit_values(old: EventData, column: int, text: str, near: date | None) -> EventData | None:
    """Change the values of an entry as an edited cell says.

    Args:
        old: The values before.
        column: The column of the cell: WHEN, TITLE, PLACE or URL.
        text: The text of the cell, without spaces at its ends.
        near: The day of publication, for dates without a year; None where it is unknown.

    Returns:
        The new values; None where the text cannot be read.
    """
    if column == Column.TITLE:
        if text:
            return replace(old, title=escape_markdown(text))
        return None
    if column == Column.PLACE:
        address, online = split_place(text)
        return replace(old, address=escape_markdown(address), online=online)
    if column == Column.URL:
        if not text or is_address(text):
            return replace(old, url=text)
        return None
    return read_when_cell(old, text, near)


def write_when_cell(values: EventData, language: str) -> str:
    """Write when an entry takes place, as a cell shows it.

    Args:
        values: The values of the entry.
        language: The language of the document, such as "de".

    Returns:
        A rule with its hours, or a date; "" where neither is known.
    """
    if values.kind == EntryKind.MEETING:
        hours = write_hours(values.when) if values.when else ""
        return ", ".join(part for part in (values.rule, hours) if part)
    if values.when:
        return write_time_span(values.when, language)
    return ""


def read_when_cell(old: EventData, text: str, near: date | None) -> EventData | None:
    """Read the cell that says when an entry takes place.

    Args:
        old: The values before.
        text: The text of the cell.
        near: The day of publication, for dates without a year; None where it is unknown.

    Returns:
        The values with the new time; None where the text is not a time as a whole.
    """
    if old.kind != EntryKind.MEETING:
        reading = dates.read_time_span(text, 0, near)
        if reading and reading.end == len(text):
            return replace(old, when=reading.when)
        return None
    rule = recurrence.read_rule(text, 0, near)
    if not rule or not rule.patterns:
        return None
    hours, end = clock.read_hours(text, rule.end)
    when = dates.TimeSpan.of_hours(hours)
    if end == len(text):
        return replace(old, rule=text[: rule.end], when=when)
    return None
