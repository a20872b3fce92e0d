"""The table of entries for the keyboard: letters find titles, the menu key opens a menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTableView


class EntryTableView(QTableView):
    """Titles are found by typing; rows are sorted and changed from a menu."""

    acted = Signal(str)
    """As ``EntryList.acted``."""

    def __init__(self, search_column: int) -> None:
        """Make the view.

        Args:
            search_column: The column in which typed letters are looked for.
        """
        super().__init__()
        self.search_column = search_column

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Find letters in titles, whichever cell is the current one."""
        here = self.currentIndex()
        if here.column() != self.search_column:
            self.setCurrentIndex(here.siblingAtColumn(self.search_column))
        super().keyboardSearch(search)

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
