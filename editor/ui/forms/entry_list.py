"""A table of entries with all that is done to whole entries: search, sort, choose, add, double, move, order, remove."""

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.ui.forms.entry_table import DAY, MARK, SORT, TIME, EntryTable
from editor.ui.widgets.table import style_table
from editor.ui.widgets.undo_forwarding import forward_undo


class EntryList(QWidget):
    """The table, and its buttons. ``acted`` names what somebody wants done to the chosen entries."""

    acted = Signal(str)
    current_changed = Signal()
    dropped = Signal(list, int)

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
        self.table = QTableView()
        self.table.setModel(self.proxy)
        self.table.setAccessibleName(name)
        self.find_row: QHBoxLayout
        """Search and count; the page puts them beside its heading."""
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.count = QLabel()
        self.count.setObjectName("hint")
        forward_undo(self.search)
        self._dress()
        self._make_buttons()
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------

    def _dress(self) -> None:
        table = self.table
        style_table(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setMinimumHeight(120)
        table.setTabKeyNavigation(False)
        table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        table.setDragDropOverwriteMode(False)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() + 8)
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(20)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as in the text, until somebody sorts
        width = table.fontMetrics().horizontalAdvance
        samples = {DAY: "Mo 00.00.00 – 00.00. ", TIME: "00:00–00:00 ", MARK: "⚠"}
        for index, column in enumerate(self.model.columns):
            if column in samples:
                table.setColumnWidth(index, width(samples[column]) + 14)
            else:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)

    def _make_buttons(self) -> None:
        self.add_button = QPushButton(
            {
                EntryKind.EVENT: self.tr("&Add event"),
                EntryKind.MEETING: self.tr("&Add meeting"),
                EntryKind.DEADLINE: self.tr("&Add deadline"),
            }[self.kind]
        )
        self.import_button = QPushButton(self.tr("I&mport…"))
        self.import_button.setToolTip(
            self.tr("Add many: from text, calendars, web pages or earlier issues")
        )
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.double_button = QPushButton(self.tr("D&uplicate"))
        self.order_button = QPushButton(self.tr("Order b&y date"))
        self.deadline_button = QPushButton(self.tr("To the dea&dlines"))
        self.up_button, self.down_button = QPushButton("↑"), QPushButton("↓")
        for button, name in (
            (self.up_button, self.tr("Move up")),
            (self.down_button, self.tr("Move down")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedWidth(36)

    def _lay_out(self) -> None:
        top, below, self.find_row = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in (self.add_button, self.import_button, self.order_button):
            top.addWidget(button)
        for button in (
            self.remove_button,
            self.double_button,
            self.deadline_button,
            self.up_button,
            self.down_button,
        ):
            below.addWidget(button)
        self.search.setMinimumWidth(80)
        self.search.setMaximumWidth(220)
        self.find_row.addStretch(1)
        self.find_row.addWidget(self.search, 2)
        self.find_row.addWidget(self.count)
        top.addStretch(1)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.order_button.setVisible(self.kind != EntryKind.MEETING)
        self.deadline_button.setVisible(self.kind == EntryKind.EVENT)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.table.selectionModel().currentRowChanged.connect(
            lambda *_: self.current_changed.emit()
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.proxy.layoutChanged.connect(lambda *_: self._on_sorted())
        for key, leave in (
            ("Esc", self.search.clear),
            ("Down", self.table.setFocus),
            ("Return", self.table.setFocus),
        ):
            QShortcut(
                QKeySequence(key), self.search, context=Qt.ShortcutContext.WidgetShortcut
            ).activated.connect(leave)
        self.model.dropped.connect(self.dropped)
        acts: tuple[tuple[QPushButton, str, str], ...] = (
            (self.add_button, "add", ""),
            (self.import_button, "import", ""),
            (self.remove_button, "remove", "Del"),
            (self.double_button, "double", "Ctrl+D"),
            (self.up_button, "up", "Alt+Up"),
            (self.down_button, "down", "Alt+Down"),
            (self.order_button, "order", ""),
            (self.deadline_button, "deadline", ""),
        )
        for button, act, keys in acts:
            button.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
            if keys:
                shortcut = QShortcut(
                    QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut
                )
                shortcut.activated.connect(lambda act=act: self.acted.emit(act))
        for enter in ("Return", "Enter", "F2"):
            QShortcut(
                QKeySequence(enter), self.table, context=Qt.ShortcutContext.WidgetShortcut
            ).activated.connect(lambda: self.acted.emit("edit"))

    # --- what is shown and chosen ----------------------------------------------------------------

    def show_issue(self, issue: Issue) -> None:
        self.model.show(issue)
        self._choose_one()
        self._enable()

    def _on_search(self, words: str) -> None:
        self.proxy.setFilterFixedString(words)
        self._choose_one()
        self.table.scrollTo(self.table.currentIndex())
        self._enable()

    def _on_sorted(self) -> None:
        self.table.scrollTo(self.table.currentIndex())
        self._enable()

    def _choose_one(self) -> None:
        """What the form shows is selected, always."""
        if self.proxy.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(self.table.currentIndex().row(), 0))

    def _enable(self) -> None:
        chosen = bool(self.chosen)
        plain = self.in_order
        shown, of = self.proxy.rowCount(), self.model.rowCount()
        several = len(self.chosen)
        self.count.setText(
            self.tr("%n selected", "", several)
            if several > 1
            else self.tr("{0} of {1}").format(shown, of)
            if shown != of
            else str(of)
            if of
            else ""
        )
        for button in (self.remove_button, self.double_button, self.deadline_button):
            button.setEnabled(chosen)
        for button in (self.up_button, self.down_button):
            button.setEnabled(chosen and plain)
        self.order_button.setEnabled(of > 1)
        self.table.setDragEnabled(plain)

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
        """Choose entries by their number in the issue; the first is the current one. A search that hides it ends."""
        if (
            self.search.text()
            and not self.proxy.mapFromSource(self.model.index(rows[0], 0)).isValid()
        ):
            self.search.clear()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection = self.table.selectionModel()
        for number, row in enumerate(rows):
            index = self.proxy.mapFromSource(self.model.index(row, 0))
            if number:
                selection.select(index, flags)
            else:
                selection.setCurrentIndex(
                    index,
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows,
                )
                self.table.scrollTo(index)
