"""The review of renewed calendar links: what the old entry says, what the new one says, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.core.base.errors import UserFacingError
from editor.core.calendar.entry import CalendarEntry
from editor.core.events.consistency import ComparedField
from editor.core.events.link_refresh import LinkRefresh, Trust, refresh_edits
from editor.core.markdown.inline import plain_text
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.plain_text import PlainLabel, plain_tip
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.table import style_table
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.calendar_text import write_in_full
from editor.ui.wording.translation import translated

_EVENT, _CHOICE, _OLD, _NEW, _WHY = range(5)
"""Columns of the table."""


class RefreshDialog(QDialog):
    """One row per link; where line and entry contradict each other the user has to choose."""

    def __init__(
        self, session: Session, refreshes: list[LinkRefresh], parent: QWidget | None = None
    ) -> None:
        """Show what would be renewed.

        Args:
            session: The document; accepting the dialog edits it.
            refreshes: The links that would change, of at least one entry.
            parent: The widget the dialog belongs to.
        """
        super().__init__(parent)
        self.session = session
        self.refreshes = sorted(refreshes, key=_needs_no_choice)
        self.setWindowTitle(self.tr("Renew calendar links"))
        fit_to_screen(self, 1040, 620)
        self.done_text = ""
        """What was done, once it is."""
        self.bar = MessageBar()
        self.table = QTableWidget(len(self.refreshes), 5)
        self.choices: list[QComboBox] = []
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.renew_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._set_up_table()
        for row, refresh in enumerate(self.refreshes):
            self._fill_row(row, refresh)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        column = scrolling_column(self, self.buttons)
        column.addWidget(self.bar)
        column.addWidget(PlainLabel(self._write_intro(), wordWrap=True))
        column.addWidget(self.table, 1)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._count()

    def _write_intro(self) -> str:
        intro = self.tr(
            "%n calendar link(s) would be written anew from line and old entry. "
            "The visible text stays as it is.",
            "",
            len(self.refreshes),
        )
        contradictions = sum(bool(refresh.contradicts) for refresh in self.refreshes)
        if contradictions:
            intro += " " + self.tr(
                "In %n of them line and entry contradict each other: those stay until you choose.",
                "",
                contradictions,
            )
        return intro

    def _set_up_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(
            [
                self.tr("Event"),
                self.tr("Right is"),
                self.tr("Old entry"),
                self.tr("New entry"),
                self.tr("Why"),
            ]
        )
        style_table(table)
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAccessibleName(self.tr("Calendar links"))
        header = table.horizontalHeader()
        header.setMinimumSectionSize(round(em_of(table) * 7))  # else it scrolls
        for column in (_EVENT, _OLD, _NEW, _WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        words = table.fontMetrics().horizontalAdvance(self.tr("leave as it is"))
        table.setColumnWidth(_CHOICE, round(words + em_of(table) * 6))

    def _fill_row(self, row: int, refresh: LinkRefresh) -> None:
        zone = self.session.profile.timezone
        texts = {
            _EVENT: plain_text(refresh.event.title),
            _OLD: _write_entry(refresh.old, zone),
            _NEW: _write_entry(refresh.new.get(Trust.LINE) or refresh.new.get(Trust.ENTRY), zone),
            _WHY: self._write_reasons(refresh),
        }
        breaches = [translated(breach) for breach in refresh.breaches]
        tips = texts | {_WHY: "\n".join([texts[_WHY], *breaches])}
        for column, text in texts.items():
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(tips[column]))
            if refresh.contradicts:
                item.setBackground(self.palette().alternateBase())
                font = item.font()
                font.setBold(column == _EVENT)
                item.setFont(font)
            self.table.setItem(row, column, item)
        self.table.setCellWidget(row, _CHOICE, self._make_choice(row, refresh))

    def _write_reasons(self, refresh: LinkRefresh) -> str:
        fields = {
            ComparedField.TITLE: self.tr("title"),
            ComparedField.START: self.tr("start"),
            ComparedField.END: self.tr("end"),
            ComparedField.PLACE: self.tr("place"),
            ComparedField.URL: self.tr("link"),
            ComparedField.RULE: self.tr("rule"),
        }
        reasons = [translated(reason) for reason in refresh.reasons]
        if refresh.breaches:
            reasons.append(
                self.tr("%n breach(es) of the calendar standard.", "", len(refresh.breaches))
            )
        text = "\n".join(reasons)
        if refresh.contradicts:
            names = ", ".join(fields[name] for name in refresh.contradicts)
            text = "⚠ " + self.tr("Contradiction: {0}.").format(names) + "\n" + text
        return text

    def _make_choice(self, row: int, refresh: LinkRefresh) -> QWidget:
        """Make the box that asks whether line or entry is right, centered in its cell."""
        box = QComboBox()
        names = {
            Trust.LINE: self.tr("the text"),
            Trust.ENTRY: self.tr("the calendar entry"),
            Trust.LEAVE: self.tr("leave as it is"),
        }
        for trust in (*refresh.links, Trust.LEAVE):
            box.addItem(names[trust], trust.value)
        box.setCurrentIndex(box.findData(refresh.proposed.value))
        name_field(box, f"{self.tr('Right is')}: {plain_text(refresh.event.title)}")
        box.currentIndexChanged.connect(lambda _, row=row: self._on_chosen(row))
        ignore_wheel_without_focus(box)
        self.choices.append(box)
        holder = QWidget()
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(4, 4, 4, 4)
        middle.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _on_chosen(self, row: int) -> None:
        refresh, item = self.refreshes[row], self.table.item(row, _NEW)
        trust = Trust(self.choices[row].currentData())
        if item:
            entry = refresh.new.get(trust, refresh.old)
            item.setText(_write_entry(entry, self.session.profile.timezone))
        self._count()

    @property
    def decisions(self) -> list[tuple[LinkRefresh, Trust]]:
        """Each link with the choice of the user."""
        return [
            (refresh, Trust(box.currentData()))
            for refresh, box in zip(self.refreshes, self.choices, strict=True)
        ]

    def _count(self) -> None:
        count = sum(trust != Trust.LEAVE for _, trust in self.decisions)
        self.renew_button.setText(self.tr("Renew {0} of {1}").format(count, len(self.refreshes)))
        self.renew_button.setEnabled(count > 0)

    def accept(self) -> None:
        """Renew the links as decided, in one step; show a refusal and stay open."""
        try:
            edits = refresh_edits(self.session.edit_context(), self.decisions)
            self.session.apply(edits, self.tr("Renew calendar links"))
            count = sum(trust != Trust.LEAVE for _, trust in self.decisions)
            self.done_text = self.tr("%n calendar link(s) were renewed.", "", count)
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)
            return
        super().accept()


def _needs_no_choice(refresh: LinkRefresh) -> bool:
    """Sort key: links that need a choice come first."""
    return not refresh.contradicts


def _write_entry(entry: CalendarEntry | None, zone: str) -> str:
    return "\n".join(write_in_full(entry, zone)) or "—"
