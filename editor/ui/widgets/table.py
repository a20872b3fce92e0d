"""How every table of the program looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView


def style_table(table: QTableView) -> None:
    """Give a table the look of all tables: whole rows with room, without grid and row numbers.

    Args:
        table: The table view.
    """
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMinimumHeight(table.fontMetrics().height() * 6)
    table.setTabKeyNavigation(False)  # Tab leaves the table; arrows walk in it
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(round(table.fontMetrics().height() * 1.9))
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
