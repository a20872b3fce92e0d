"""Events, meetings or deadlines of the issue as a table model. It holds nothing: rows are the issue's entries."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QLocale,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from editor.core.calendar.dates import TimeSpan
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import split_place
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_ROWS = "application/x-rundbrief-rows"
DAY, TIME, TITLE, RULE, WHAT, PLACE, MARK = range(7)
COLUMNS = {
    EntryKind.EVENT: (DAY, TIME, TITLE, PLACE, MARK),
    EntryKind.MEETING: (TITLE, RULE, TIME, PLACE, MARK),
    EntryKind.DEADLINE: (DAY, TITLE, WHAT, MARK),
}
"""What each kind shows."""


class EntryTable(QAbstractTableModel):
    """The entries of one kind."""

    dropped = Signal(list, int)
    """Rows were dragged before a row (or behind the last)."""

    def __init__(self, kind: EntryKind) -> None:
        super().__init__()
        self.kind, self.columns = kind, COLUMNS[kind]
        self.entries: tuple[Event, ...] = ()
        self._marks: Mapping[int, Sequence[str]] = {}

    def show(self, issue: Issue) -> None:
        """Show another issue; rows come and go one block at a time, so that a selection survives."""
        new = {
            EntryKind.EVENT: issue.events,
            EntryKind.MEETING: issue.meetings,
            EntryKind.DEADLINE: issue.deadlines,
        }[self.kind]
        grown = len(new) - len(self.entries)
        if grown > 0:
            self.beginInsertRows(QModelIndex(), len(self.entries), len(new) - 1)
        elif grown < 0:
            self.beginRemoveRows(QModelIndex(), len(new), len(self.entries) - 1)
        old, self.entries = self.entries, new
        if grown > 0:
            self.endInsertRows()
        elif grown < 0:
            self.endRemoveRows()
        changed = [
            row for row, (one, other) in enumerate(zip(old, new, strict=False)) if one is not other
        ]
        if changed:
            self.dataChanged.emit(
                self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1)
            )

    def mark(self, marks: Mapping[int, Sequence[str]]) -> None:
        """Say what is wrong with which rows."""
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
        marks = self._marks.get(index.row(), ())
        if column == MARK:
            if role == Qt.ItemDataRole.DisplayRole:
                if marks:
                    return "⚠"
                return ""
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return "\n".join(marks)
            if role == SORT:
                return len(marks)
            return None
        if role == SORT:
            return self._key(event, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(event, column)
        return None

    def _text(self, event: Event, column: int) -> str:
        if column == DAY:
            if event.when:
                return day(event.when)
            return "—"
        if column == TIME:
            if event.when:
                return hours(event.when) or (
                    self.tr("all day") if self.kind == EntryKind.EVENT else ""
                )
            return ""
        if column == TITLE:
            title = plain_text(event.title) or event.group
            cancelled = self.tr("cancelled")
            if event.strike:
                return f"{title} ({cancelled})"
            return title
        if column == RULE:
            return event.rule_text
        if column == WHAT:
            return event.what
        address, online = split_place(event.place)
        return ", ".join(part for part in (address, self.tr("online") if online else "") if part)

    def _key(self, event: Event, column: int) -> str:
        when = event.when
        if column == DAY:
            if when:
                return f"{when.start if when else date.max} {when.start_time or ''}"
            return "9"
        if column == TIME and when:
            return hours(when)
        return self._text(event, column).casefold()

    # --- dragging --------------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [_ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        rows = sorted({index.row() for index in indexes})
        data = QMimeData()
        data.setData(_ROWS, QByteArray(",".join(map(str, rows)).encode()))
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if row >= 0:
            target = row
        elif parent.isValid():
            target = parent.row()
        else:
            target = len(self.entries)
        if data.hasFormat(_ROWS):
            self.dropped.emit(
                [int(number) for number in bytes(data.data(_ROWS).data()).decode().split(",")],
                target,
            )
        return False  # the rows follow the text, never the view


def day(when: TimeSpan) -> str:
    """A day or stretch of days, short, in the language of the window."""
    locale = QLocale()
    short = f"{locale.dayName(when.start.isoweekday(), QLocale.FormatType.ShortFormat).rstrip('.')} {when.start:%d.%m.%y}"
    if when.end and when.end != when.start:
        return f"{short} – {when.end:%d.%m.}"
    return short


def hours(when: TimeSpan) -> str:
    """The time of day; "" for all day."""
    if when.start_time is None:
        return ""
    return f"{when.start_time:%H:%M}" + (f"–{when.end_time:%H:%M}" if when.end_time else "")
