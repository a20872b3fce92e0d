"""The table of bookmarks: the page, where it comes from, and where it stands or may go."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from editor.core.base.page_addresses import page_key
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.sorting import SortedBookmark
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.ui.look.appearance import colors
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.table import style_table
from editor.ui.wording.short_times import write_short_day

BOOKMARKS = "application/x-rundbrief-bookmarks"
"""Says that the chosen bookmarks are dragged; elsewhere their addresses are dropped."""
Propose = Callable[[Bookmark], tuple[int | None, ...]]
"""Says where a bookmark may go: the numbers of sections, the likeliest first."""
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the table."""

    PAGE = 0
    PLACE = 1
    SITE = 2
    DAY = 3


class BookmarkModel(QAbstractTableModel):
    """Bookmarks beside an issue."""

    def __init__(self, propose: Propose, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._propose = propose
        self.rows: list[SortedBookmark] = []
        self._titles: dict[int | None, str] = {}

    def show_rows(self, issue: Issue, rows: Sequence[SortedBookmark]) -> None:
        """Show bookmarks.

        Args:
            issue: The issue that they were sorted for.
            rows: The bookmarks.
        """
        titles = name_places(issue)
        is_same = rows and [r.bookmark for r in self.rows] == [r.bookmark for r in rows]
        if is_same:
            self.rows, self._titles = list(rows), titles
            last = self.index(len(rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows, self._titles = list(rows), titles
        self.endResetModel()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [BOOKMARKS, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        data.setUrls([QUrl(self.rows[row].bookmark.address) for row in rows])
        data.setData(BOOKMARKS, b"chosen")
        return data

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Page"), self.tr("Goes to"), self.tr("Site"), self.tr("Day"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._write_cell(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            bookmark = row.bookmark
            words = (bookmark.title, bookmark.address, bookmark.note, bookmark.text)
            return plain_tip("\n".join(part for part in words if part))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.PAGE:
            return ". ".join(self._write_cell(row, column) for column in Column)
        if role == Qt.ItemDataRole.ForegroundRole and row.is_used:
            return QBrush(QColor(colors().muted))
        return None

    def _write_cell(self, row: SortedBookmark, column: int) -> str:
        bookmark = row.bookmark
        if column == Column.PAGE:
            return bookmark.title or bookmark.address
        if column == Column.SITE:
            return bookmark.host
        if column == Column.DAY:
            return write_short_day(bookmark.found.date()) if bookmark.found else ""
        return self._describe_place(row)

    def _describe_place(self, row: SortedBookmark) -> str:
        if row.is_used:
            if row.section is None:
                return self.tr("in this issue")
            return self.tr("in this issue: {0}").format(self._titles[row.section])
        if row.earlier:
            return self.tr("was in “{0}”").format(row.earlier)
        return " · ".join(self._titles[number] for number in self._propose(row.bookmark))


class BookmarkTable(QTableView):
    """Shows a BookmarkModel; rows stay chosen while others come and go."""

    def __init__(self, propose: Propose) -> None:
        """Make an empty table.

        Args:
            propose: Says where a bookmark may go; asked of rows that are seen.
        """
        super().__init__()
        self.rows_model = BookmarkModel(propose, self)
        self.setModel(self.rows_model)
        style_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(self.tr("Inbox"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.PAGE, QHeaderView.ResizeMode.Stretch)
        letters = self.fontMetrics().horizontalAdvance
        self.setColumnWidth(Column.SITE, letters("m" * 8))
        self.setColumnWidth(Column.DAY, letters("31. Dez. 2026mm"))
        self.setColumnWidth(Column.PLACE, letters("m" * 13))
        self._narrow = letters("m" * 52)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.setColumnHidden(Column.DAY, self.viewport().width() < self._narrow)

    @property
    def chosen(self) -> list[SortedBookmark]:
        """The selected rows, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.rows[row] for row in rows]

    @property
    def current(self) -> Bookmark | None:
        """The bookmark of the current row; None for none."""
        row = self.currentIndex().row()
        rows = self.rows_model.rows
        return rows[row].bookmark if 0 <= row < len(rows) else None

    def show_rows(self, issue: Issue, rows: Sequence[SortedBookmark]) -> None:
        """Show bookmarks; those of the same pages stay chosen.

        Args:
            issue: The issue that they were sorted for.
            rows: The bookmarks.
        """
        keys = {row.bookmark.key for row in self.chosen}
        current, at = self.current, max(self.currentIndex().row(), 0)
        scrolled = self.verticalScrollBar().value()
        self.rows_model.show_rows(issue, rows)
        if self.currentIndex().isValid() or not rows:
            return
        self.updateGeometries()  # the range of the scroll bar, which else follows later
        self.verticalScrollBar().setValue(scrolled)
        new = [row.bookmark.key for row in rows]
        here = min(at, len(rows) - 1)
        if current and page_key(current.address) in new:
            here = new.index(page_key(current.address))
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        flag = QItemSelectionModel.SelectionFlag.NoUpdate if keys else select
        self.selectionModel().setCurrentIndex(self.rows_model.index(here, 0), flag)
        for number, key in enumerate(new):
            if key in keys:
                self.selectionModel().select(self.rows_model.index(number, 0), select)


def name_places(issue: Issue) -> dict[int | None, str]:
    """Name where links may go, as lists show it.

    Args:
        issue: The issue.

    Returns:
        The titles of its sections without marks, by their numbers; last, by None, what stands
        before the first heading.
    """
    titles = [plain_text(section.heading.title) or "…" for section in issue.sections]
    top = QCoreApplication.translate("BookmarkTable", "Before the first heading")
    if not titles:
        top = QCoreApplication.translate("BookmarkTable", "At the end of the text")
    return {**dict(enumerate(titles)), None: top}
