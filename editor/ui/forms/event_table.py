"""The dated events of the issue as a table model. It holds nothing: rows are the issue's events."""

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from editor.core import events
from editor.core.callink import plain_text
from editor.core.dates import When
from editor.core.events import Event
from editor.core.issue import Issue

Index = QModelIndex | QPersistentModelIndex


class EventTable(QAbstractTableModel):
    """Day, time, title, place."""

    def __init__(self) -> None:
        super().__init__()
        self._issue: Issue | None = None
        self.events: tuple[Event, ...] = ()

    def show(self, issue: Issue) -> None:
        """Show another issue; rows come and go one block at a time, so that a selection survives."""
        new = issue.events
        grown = len(new) - len(self.events)
        if grown > 0:
            self.beginInsertRows(QModelIndex(), len(self.events), len(new) - 1)
        elif grown < 0:
            self.beginRemoveRows(QModelIndex(), len(new), len(self.events) - 1)
        self._issue, self.events = issue, new
        if grown > 0:
            self.endInsertRows()
        elif grown < 0:
            self.endRemoveRows()
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 3))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's names
        return 0 if parent.isValid() else len(self.events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Day"), self.tr("Time"), self.tr("Title"), self.tr("Place"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._issue is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        event = self.events[index.row()]
        assert event.when
        if index.column() == 0:
            return day(event.when)
        if index.column() == 1:
            return hours(event.when) or self.tr("all day")
        if index.column() == 2:
            return plain_text(event.title) or event.group
        address, online = events.split_place(event.place)
        return ", ".join(part for part in (address, self.tr("online") if online else "") if part)


def day(when: When) -> str:
    """A day or stretch of days, short, in the language of the window."""
    locale = QLocale()
    short = f"{locale.dayName(when.start.isoweekday(), QLocale.FormatType.ShortFormat).rstrip('.')} {when.start:%d.%m.%y}"
    return f"{short} – {when.end:%d.%m.}" if when.end and when.end != when.start else short


def hours(when: When) -> str:
    """The time of day; "" for all day."""
    if when.from_ is None:
        return ""
    return f"{when.from_:%H:%M}" + (f"–{when.till:%H:%M}" if when.till else "")
