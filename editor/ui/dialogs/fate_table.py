"""The table of the old issue's entries: which of them the new issue keeps, and why.

The texts belong to the dialog for a new issue and are translated in its context.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from editor.core.events.model import EntryKind, Event
from editor.core.markdown.inline import plain_text
from editor.core.publishing.next_issue import EntryFate
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.table import style_table
from editor.ui.wording.translation import translated

_KEEP, _KIND, _DAY, _TITLE, _WHY = range(5)
"""Columns of the table."""


class FateTable(QTableWidget):
    """One row per entry of the old issue, with a tick to keep it."""

    def __init__(self) -> None:
        super().__init__(0, 5)
        keep = QCoreApplication.translate("NewIssueDialog", "Keep")
        self.setHorizontalHeaderLabels(
            [
                keep,
                QCoreApplication.translate("NewIssueDialog", "Kind"),
                QCoreApplication.translate("NewIssueDialog", "When"),
                QCoreApplication.translate("NewIssueDialog", "Title"),
                QCoreApplication.translate("NewIssueDialog", "Why"),
            ]
        )
        style_table(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(
            QCoreApplication.translate("NewIssueDialog", "Entries of the issue before")
        )
        self.horizontalHeader().setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        for column in (_KEEP, _KIND, _DAY):
            self.horizontalHeader().setSectionResizeMode(
                column, QHeaderView.ResizeMode.ResizeToContents
            )
        self.setColumnWidth(_WHY, self.fontMetrics().horizontalAdvance("x" * 34))

    def show_fates(self, fates: Sequence[EntryFate]) -> None:
        """Show entries in place of those before.

        Args:
            fates: The entries, with a tick where they are kept.
        """
        with QSignalBlocker(self):
            self.setRowCount(len(fates))
            for row, fate in enumerate(fates):
                self._fill_row(row, fate)

    def _fill_row(self, row: int, fate: EntryFate) -> None:
        event = fate.event
        kinds = {
            EntryKind.EVENT: QCoreApplication.translate("NewIssueDialog", "Event"),
            EntryKind.DEADLINE: QCoreApplication.translate("NewIssueDialog", "Deadline"),
            EntryKind.MEETING: QCoreApplication.translate("NewIssueDialog", "Meeting"),
        }
        texts = {
            _KIND: kinds[event.kind],
            _DAY: _write_day(event),
            _TITLE: plain_text(event.title) or event.rule_text,
            _WHY: translated(fate.why),
        }
        for column, text in texts.items():
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            self.setItem(row, column, item)
        tick = QTableWidgetItem()
        tick.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
        )
        tick.setCheckState(Qt.CheckState.Checked if fate.kept else Qt.CheckState.Unchecked)
        self.setItem(row, _KEEP, tick)

    def is_ticked(self, row: int) -> bool:
        """Whether the entry of a row is kept."""
        tick = self.item(row, _KEEP)
        return tick is not None and tick.checkState() == Qt.CheckState.Checked


def _write_day(event: Event) -> str:
    """Write the day an event begins or a deadline ends; "" for a meeting and an unknown day."""
    if event.when and event.kind == EntryKind.EVENT:
        return f"{event.when.start:%d.%m.%Y}"
    if event.when and event.kind == EntryKind.DEADLINE:
        return f"{event.when.last:%d.%m.%Y}"
    return ""
