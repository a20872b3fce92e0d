"""A table of entries, with a button for everything that is done to whole entries.

They are searched, sorted, selected, added, duplicated, moved, ordered and removed.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QVBoxLayout,
    QWidget,
)

from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.ui.forms.entry_table import SORT, EntryTable
from editor.ui.forms.entry_table_view import EntryTableView
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.table import style_table
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.undo_forwarding import forward_undo


class EntryList(QWidget):
    """The table, and its buttons."""

    acted = Signal(str)
    """What the user wants done: "add", "import", "remove", "duplicate", "up", "down", "order",
    "deadline" or "edit"."""
    current_changed = Signal()
    text_dropped = Signal(str)
    """Entries of another window were dropped, as Markdown."""
    dropped = Signal(list, int)
    """Rows were dragged before a row, or behind the last one."""

    def __init__(self, kind: EntryKind, name: str) -> None:
        super().__init__()
        self.kind = kind
        self.model = EntryTable(kind)
        self.proxy = QSortFilterProxyModel(
            sortRole=SORT.value,
            filterCaseSensitivity=Qt.CaseSensitivity.CaseInsensitive,
            filterKeyColumn=-1,
        )
        self.proxy.setSourceModel(self.model)
        self.table = EntryTableView(self.model.columns)
        self.table.setModel(self.proxy)
        self.table.setAccessibleName(name)
        self.acts_row: QWidget
        """What is done to the selected entries; the page puts it below the table."""
        self.search = TextLine(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.count = PlainLabel()
        self.count.setObjectName("hint")
        forward_undo(self.search)
        self._set_up_table()
        self._make_buttons()
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------

    def _set_up_table(self) -> None:
        table = self.table
        style_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        table.setDefaultDropAction(Qt.DropAction.MoveAction)
        table.setDragDropOverwriteMode(False)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as in the text, until the user sorts
        table.set_up_columns()

    def _make_buttons(self) -> None:
        self.add_button = text_button(
            {
                EntryKind.EVENT: self.tr("&Add event"),
                EntryKind.MEETING: self.tr("&Add meeting"),
                EntryKind.DEADLINE: self.tr("&Add deadline"),
            }[self.kind],
            "plus",
        )
        self.import_button = text_button(self.tr("I&mport…"), "download")
        self.import_button.setToolTip(
            self.tr("Add many: from text, calendars, web pages or earlier issues")
        )
        self.remove_button = text_button(self.tr("&Remove"), "trash-2", "ghost")
        self.duplicate_button = text_button(self.tr("D&uplicate"), "copy", "ghost")
        self.order_button = text_button(self.tr("Order b&y date"), "arrow-up-down", "ghost")
        self.deadline_button = text_button(self.tr("To the dea&dlines"), "hourglass", "ghost")
        self.up_button = text_button(self.tr("Move up"), "chevron-up", "ghost")
        self.down_button = text_button(self.tr("Move down"), "chevron-down", "ghost")

    def _lay_out(self) -> None:
        self.search.setMinimumWidth(self.search.fontMetrics().horizontalAdvance("m" * 9))
        self.search.setMaximumWidth(self.search.fontMetrics().horizontalAdvance("m" * 16))
        folding = (
            (self.up_button, self.down_button),
            (self.remove_button, self.duplicate_button),
            (self.order_button,),
            (self.deadline_button,),
        )
        self.acts_row = flow_row(
            self.count,
            self.up_button,
            self.down_button,
            self.duplicate_button,
            self.deadline_button,
            self.order_button,
            self.remove_button,
            folding=folding,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(flow_row(self.search, self.import_button, self.add_button))
        column.addWidget(self.table, 1)
        self.order_button.setVisible(self.kind != EntryKind.MEETING)
        self.deadline_button.setVisible(self.kind == EntryKind.EVENT)

    def _connect(self) -> None:
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self.current_changed.emit())
        selection.selectionChanged.connect(lambda *_: self._enable())
        self.proxy.layoutChanged.connect(lambda *_: self._on_sorted())
        self.model.dropped.connect(self.dropped)
        self.model.text_dropped.connect(self.text_dropped)
        _add_shortcut(self.table, "Ctrl+C", self.copy)
        self.table.acted.connect(self.acted)
        self.search.textChanged.connect(self._on_search)
        _add_shortcut(self.search, "Esc", self.search.clear)
        for key in ("Down", "Return"):
            _add_shortcut(self.search, key, self.table.setFocus)
        acts: tuple[tuple[QAbstractButton, str, str], ...] = (
            (self.add_button, "add", ""),
            (self.import_button, "import", ""),
            (self.remove_button, "remove", "Del"),
            (self.duplicate_button, "duplicate", "Ctrl+D"),
            (self.up_button, "up", "Alt+Up"),
            (self.down_button, "down", "Alt+Down"),
            (self.order_button, "order", ""),
            (self.deadline_button, "deadline", ""),
        )
        for button, act, key in acts:
            emit = partial(self.acted.emit, act)
            button.clicked.connect(lambda _=False, emit=emit: emit())
            if key:
                _add_shortcut(self.table, key, emit)
        for key in ("Return", "Enter", "F2"):
            _add_shortcut(self.table, key, lambda: self.acted.emit("edit"))

    # --- what is shown and selected --------------------------------------------------------------

    def show_issue(self, issue: Issue) -> None:
        """Show the entries of an issue; an entry is always selected.

        Args:
            issue: The issue.
        """
        rows = self.model.rowCount()
        is_resized = self.model.show(issue)
        self.table.hide_empty_columns(self.model.entries)
        if is_resized:  # while an entry is written, no column becomes narrower
            self.table.fit_columns(growing=rows == self.model.rowCount())
        self._select_any()
        self._enable()

    def _on_search(self, words: str) -> None:
        self.proxy.setFilterFixedString(words)
        self._select_any()
        self.table.scrollTo(self.table.currentIndex())
        self._enable()

    def _on_sorted(self) -> None:
        self.table.scrollTo(self.table.currentIndex())
        self._enable()

    def _select_any(self) -> None:
        """Select a row if none is: what the form shows is always selected."""
        if self.proxy.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(self.table.currentIndex().row(), 0))

    def _enable(self) -> None:
        number, can_move = len(self.chosen), self.in_order
        self.count.setText(self._count_text(number))
        for button in (self.remove_button, self.duplicate_button, self.deadline_button):
            button.setEnabled(number > 0)
        for arrow in (self.up_button, self.down_button):
            arrow.setEnabled(number > 0 and can_move)
        self.order_button.setEnabled(self.model.rowCount() > 1)
        self.table.setDragEnabled(can_move)

    def _count_text(self, selected: int) -> str:
        shown, total = self.proxy.rowCount(), self.model.rowCount()
        if selected > 1:
            return self.tr("%n selected", "", selected)
        if shown != total:
            return self.tr("{0} of {1}").format(shown, total)
        if total:
            return self.tr("{0} in all").format(total)
        return ""

    def copy(self) -> None:
        """Copy the selected entries as they stand in the text."""
        if self.chosen:
            QGuiApplication.clipboard().setText(self.model.markdown(self.chosen))

    @property
    def in_order(self) -> bool:
        """Whether the rows stand as in the text: neither sorted nor searched."""
        return self.proxy.sortColumn() < 0 and not self.search.text()

    @property
    def row(self) -> int:
        """The row of the current entry in the issue; -1 for none."""
        return self.proxy.mapToSource(self.table.currentIndex()).row()

    @property
    def current(self) -> Event | None:
        """The current entry; None for none."""
        row = self.row
        if 0 <= row < len(self.model.entries):
            return self.model.entries[row]
        return None

    @property
    def chosen(self) -> list[Event]:
        """The selected entries, in the order of the text."""
        rows = {
            self.proxy.mapToSource(index).row()
            for index in self.table.selectionModel().selectedRows()
        }
        return [self.model.entries[row] for row in sorted(rows) if row < len(self.model.entries)]

    def select(self, *rows: int) -> None:
        """Select entries. A search that hides the first one ends.

        Args:
            *rows: Their numbers among the entries of the issue; the first is the current one.
        """
        first_row, *more_rows = rows
        if self.search.text() and not self._index_of(first_row).isValid():
            self.search.clear()
        flag = QItemSelectionModel.SelectionFlag
        selection, first = self.table.selectionModel(), self._index_of(first_row)
        selection.setCurrentIndex(first, flag.ClearAndSelect | flag.Rows)
        self.table.scrollTo(first)
        for row in more_rows:
            selection.select(self._index_of(row), flag.Select | flag.Rows)

    def _index_of(self, row: int) -> QModelIndex:
        """Where the table shows an entry; invalid where a search hides it."""
        return self.proxy.mapFromSource(self.model.index(row, self.table.search_column))


def _add_shortcut(widget: QWidget, key: str, act: Callable[[], object]) -> None:
    """Let a key do something while the widget has the focus."""
    shortcut = QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(act)
