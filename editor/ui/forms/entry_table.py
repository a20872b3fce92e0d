"""Events, meetings or deadlines of the issue as a table model.

It holds nothing of its own: its rows are the entries of the issue.
"""

import os
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from editor.core.events.location import split_place
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.wording.short_times import write_days, write_hours

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_ROWS = "application/x-rundbrief-rows"
DAY, TIME, TITLE, RULE, WHAT, PLACE, MARK, GROUP, LIST = range(9)
COLUMNS = {
    EntryKind.EVENT: (DAY, TIME, TITLE, PLACE, GROUP, LIST, MARK),
    EntryKind.MEETING: (TITLE, RULE, TIME, PLACE, MARK),
    EntryKind.DEADLINE: (DAY, TITLE, WHAT, MARK),
}
"""The columns of each kind."""


def entries_of(issue: Issue, kind: EntryKind) -> tuple[Event, ...]:
    """Return the entries of one kind.

    Args:
        issue: The issue.
        kind: The kind.

    Returns:
        Its entries of that kind, in the order of the text; with the events the lines in their
        lists that nobody understands.
    """
    if kind == EntryKind.EVENT:
        listed = (*issue.events, *issue.unread)
        return tuple(sorted(listed, key=lambda event: event.span.start))
    if kind == EntryKind.MEETING:
        return issue.meetings
    return issue.deadlines


def _look(event: Event) -> tuple[object, ...]:
    """All of an entry that a row shows, or is sorted by."""
    return (
        event.kind,
        event.title,
        event.listed_under,
        event.when,
        event.rule_text,
        event.what,
        event.place,
        event.group,
        event.subheading,
        event.pattern,
        event.strike is None,
    )


class EntryTable(QAbstractTableModel):
    """The entries of one kind."""

    dropped = Signal(list, int)
    """Rows were dragged before a row (or behind the last)."""
    text_dropped = Signal(str)
    """Entries of another window were dropped, as Markdown."""

    def __init__(self, kind: EntryKind) -> None:
        super().__init__()
        self.kind, self.columns = kind, COLUMNS[kind]
        self.entries: tuple[Event, ...] = ()
        self._text = ""
        self._marks: Mapping[int, Sequence[str]] = {}

    def show(self, issue: Issue) -> bool:
        """Show another issue.

        Rows come and go in one block at the end, so that a selection survives.

        Args:
            issue: The issue.

        Returns:
            Whether rows came or went, or days and hours are others.
        """
        self._text = issue.text
        old, new = self.entries, entries_of(issue, self.kind)
        kept = min(len(old), len(new))
        if len(new) < len(old):
            self.beginRemoveRows(QModelIndex(), len(new), len(old) - 1)
            self.entries = old[:kept]
            self.endRemoveRows()
        self.entries = new[:kept]
        # one that has only moved in the text looks as before
        changed = [row for row in range(kept) if _look(old[row]) != _look(new[row])]
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        if len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self.entries = new
            self.endInsertRows()
        return len(old) != len(new) or any(old[row].when != new[row].when for row in changed)

    def mark(self, marks: Mapping[int, Sequence[str]]) -> None:
        """Mark the rows with problems, in place of those marked before.

        Args:
            marks: Rows and what is wrong with them.
        """
        touched = set(marks) | set(self._marks)
        self._marks = marks
        for row in touched:
            if row < len(self.entries):
                self.dataChanged.emit(
                    self.index(row, len(self.columns) - 1), self.index(row, len(self.columns) - 1)
                )

    # --- Qt's questions --------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names
        if parent.isValid():
            return 0
        return len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        if parent.isValid():
            return 0
        return len(self.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Title"),
            self.tr("Repeats"),
            self.tr("For"),
            self.tr("Place"),
            "",
            self.tr("Group"),
            self.tr("List"),
        )
        return names[self.columns[section]]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        event, column = self.entries[index.row()], self.columns[index.column()]
        if column == MARK:
            return _mark_data(self._marks.get(index.row(), ()), role)
        if role == SORT:
            return self._sort_key(event, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell_text(event, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._cell_text(event, column))
        return None

    def _cell_text(self, event: Event, column: int) -> str:
        texts: dict[int, Callable[[Event], str]] = {
            DAY: _day_text,
            TIME: self._time_text,
            TITLE: self._title_text,
            RULE: lambda event: event.rule_text,
            WHAT: lambda event: event.what,
            PLACE: self._place_text,
            GROUP: lambda event: event.group,
            LIST: lambda event: plain_text(event.subheading),
        }
        return texts[column](event)

    def _time_text(self, event: Event) -> str:
        if event.when is None:
            return ""
        hours = write_hours(event.when)
        if not hours and self.kind == EntryKind.EVENT:
            return self.tr("all day")
        return hours

    def _title_text(self, event: Event) -> str:
        title = plain_text(event.title) or event.listed_under
        if event.strike:
            return f"{title} ({self.tr('cancelled')})"
        return title

    def _place_text(self, event: Event) -> str:
        address, online = split_place(event.place)
        parts = [address] if address else []
        if online:
            parts.append(self.tr("online"))
        return ", ".join(parts)

    def _sort_key(self, event: Event, column: int) -> str:
        when = event.when
        if column == DAY:
            if when:
                return f"{when.start} {when.start_time or ''}"
            return "9"
        if column == TIME and when:
            return write_hours(when)
        return self._cell_text(event, column).casefold()

    # --- dragging --------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [_ROWS, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        numbers = ",".join(map(str, rows))
        data.setData(_ROWS, QByteArray(f"{self._token};{numbers}".encode()))
        data.setText(self.markdown([self.entries[row] for row in rows]))
        return data

    @property
    def _token(self) -> str:
        """What tells this table from those of other windows."""
        return f"{os.getpid()}-{id(self)}"

    def markdown(self, entries: Sequence[Event]) -> str:
        """Write entries as they stand in the text.

        Args:
            entries: Entries of this table.

        Returns:
            Their lines.
        """
        return "\n".join(event.span.of(self._text).rstrip("\n") for event in entries) + "\n"

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if row >= 0:
            target = row
        elif parent.isValid():
            target = parent.row()
        else:
            target = len(self.entries)
        token, _, numbers = bytes(data.data(_ROWS).data()).decode("utf-8", "replace").partition(";")
        if token == self._token:
            self.dropped.emit([int(number) for number in numbers.split(",")], target)
        elif data.hasText():
            self.text_dropped.emit(data.text())
        return False  # the rows follow the text, never the view


def _day_text(event: Event) -> str:
    if event.when:
        return write_days(event.when)
    return "—" if event.is_read else QCoreApplication.translate("EntryTable", "not read")


def _mark_data(marks: Sequence[str], role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return "⚠" if marks else ""
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tip("\n".join(marks))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return "\n".join(marks)
    if role == SORT:
        return len(marks)
    return None
