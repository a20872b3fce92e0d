"""The table of entries for the keyboard: letters find titles, the menu key opens a menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from editor.core.events.model import Event
from editor.ui.forms.entry_table import DAY, GROUP, LIST, MARK, TIME, TITLE
from editor.ui.look.appearance import appearance

_LOOKED_AT = 60
"""Rows of which columns take their width."""
_FITTED = (DAY, TIME, MARK)
"""The columns that are as wide as their words."""


class EntryTableView(QTableView):
    """Titles are found by typing; rows are sorted and changed from a menu."""

    acted = Signal(str)
    """As ``EntryList.acted``."""

    def __init__(self, columns: Sequence[int]) -> None:
        """Make the view.

        Args:
            columns: Those of its model.
        """
        super().__init__()
        self._columns = columns
        self.search_column = columns.index(TITLE)
        """The column in which typed letters are looked for."""

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Find letters in titles, whichever cell is the current one."""
        here = self.currentIndex()
        if here.column() != self.search_column:
            self.setCurrentIndex(here.siblingAtColumn(self.search_column))
        super().keyboardSearch(search)

    def set_up_columns(self) -> None:
        """Say how wide columns are; the model is there by now."""
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(20)
        header.setResizeContentsPrecision(_LOOKED_AT)
        for index, column in enumerate(self._columns):
            mode = QHeaderView.ResizeMode.Stretch
            if column in _FITTED:
                # by hand: Qt would look at all rows again at each key in a title
                mode = QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(index, mode)
        appearance().changed.connect(self.fit_columns)

    def fit_columns(self, *, growing: bool = False) -> None:
        """Make days, hours and marks as wide as their words.

        Args:
            growing: Whether no column becomes narrower.
        """
        for index, column in enumerate(self._columns):
            if column == MARK:
                self.setColumnWidth(index, self.fontMetrics().height() * 2)
            elif column in _FITTED:
                before = self.columnWidth(index)
                self.resizeColumnToContents(index)
                if growing and self.columnWidth(index) < before:
                    self.setColumnWidth(index, before)

    def hide_empty_columns(self, entries: Sequence[Event]) -> None:
        """Show groups and lists, and hours, where the newsletter has them.

        Args:
            entries: The entries shown.
        """
        has_own_form = any(event.pattern for event in entries)
        shown = {
            TIME: not has_own_form
            or any(event.when and event.when.start_time for event in entries),
            GROUP: any(event.group for event in entries),
            LIST: any(event.subheading for event in entries),
        }
        for index, column in enumerate(self._columns):
            if column in shown:
                self.setColumnHidden(index, not shown[column])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        menu.popup(place)

    def make_menu(self) -> QMenu:
        """Make the menu of what can be done to rows.

        Returns:
            The menu; the table is its parent.
        """
        menu = QMenu(self)
        for act, text in (
            ("edit", self.tr("&Edit")),
            ("duplicate", self.tr("&Duplicate")),
            ("up", self.tr("Move &up")),
            ("down", self.tr("Move d&own")),
            ("remove", self.tr("&Remove")),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, act=act: self.acted.emit(act))
        sorting = menu.addMenu(self.tr("&Sort by"))
        unsorted = sorting.addAction(self.tr("Order of the text"))
        unsorted.triggered.connect(lambda: self.sortByColumn(-1, Qt.SortOrder.AscendingOrder))
        model = self.model()
        for column in range(model.columnCount()):
            name = model.headerData(column, Qt.Orientation.Horizontal)
            if name and not self.isColumnHidden(column):
                action = sorting.addAction(str(name))
                action.triggered.connect(
                    lambda _=False, column=column: self.sortByColumn(
                        column, Qt.SortOrder.AscendingOrder
                    )
                )
        return menu
