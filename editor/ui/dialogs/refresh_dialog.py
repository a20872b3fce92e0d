"""The review of renewed calendar links: what the old entry said, what the new one says, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.document.session import Session
from editor.core.base.errors import UserFacingError
from editor.core.calendar.entry import CalendarEntry
from editor.core.events.consistency import END, PLACE, RULE, START, TITLE, URL
from editor.core.events.link_refresh import ENTRY, LEAVE, LINE, LinkRefresh, refresh_edits
from editor.core.markdown.inline import plain_text
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.table import style_table
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.calendar_text import write_in_full
from editor.ui.wording.translation import translated

_EVENT, _WHOM, _OLD, _NEW, _WHY = range(5)


class RefreshDialog(QDialog):
    """One row per link; where line and entry contradict each other somebody has to choose."""

    def __init__(
        self, session: Session, found: list[LinkRefresh], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.found = found = sorted(
            found, key=lambda one: not one.contradicts
        )  # those that ask come first
        self.setWindowTitle(self.tr("Renew calendar links"))
        self.resize(1040, 620)
        self.bar = MessageBar()
        self.table = QTableWidget(len(found), 5)
        self.choices: list[QComboBox] = []
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.renew_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._dress()
        for row, one in enumerate(found):
            self._fill(row, one)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        asking = sum(bool(one.contradicts) for one in found)
        intro = self.tr(
            "%n calendar link(s) would be written anew from line and old entry. The visible text stays as it is.",
            "",
            len(found),
        )
        if asking:
            intro += " " + self.tr(
                "In %n of them line and entry contradict each other: those stay until you choose.",
                "",
                asking,
            )
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(QLabel(intro, wordWrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._count()

    def _dress(self) -> None:
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
        for column in (_EVENT, _OLD, _NEW, _WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(
            _WHOM, table.fontMetrics().horizontalAdvance(self.tr("leave as it is")) + 60
        )

    def _fill(self, row: int, one: LinkRefresh) -> None:
        zone = self.session.profile.timezone
        fields = {
            TITLE: self.tr("title"),
            START: self.tr("start"),
            END: self.tr("end"),
        }
        fields |= {
            PLACE: self.tr("place"),
            URL: self.tr("link"),
            RULE: self.tr("rule"),
        }
        reasons = [translated(reason) for reason in one.reasons]
        breaches = [translated(breach) for breach in one.breaches]
        if breaches:
            reasons.append(self.tr("%n breach(es) of the calendar standard.", "", len(breaches)))
        why = "\n".join(reasons)
        if one.contradicts:
            why = (
                "⚠ "
                + self.tr("Contradiction: {0}.").format(
                    ", ".join(fields[name] for name in one.contradicts)
                )
                + "\n"
                + why
            )
        texts = {
            _EVENT: plain_text(one.event.title),
            _OLD: _said(one.old, zone),
            _NEW: _said(one.new.get(LINE) or one.new.get(ENTRY), zone),
            _WHY: why,
        }
        for column, text in texts.items():
            item = QTableWidgetItem(text)
            if one.contradicts:
                item.setBackground(self.palette().alternateBase())
                font = item.font()
                font.setBold(column == _EVENT)
                item.setFont(font)
            item.setToolTip("\n".join([text, *breaches]) if column == _WHY else text)
            self.table.setItem(row, column, item)
        box = QComboBox()
        names = {
            LINE: self.tr("the text"),
            ENTRY: self.tr("the calendar entry"),
            LEAVE: self.tr("leave as it is"),
        }
        for whom in (*one.links, LEAVE):
            box.addItem(names[whom], whom)
        box.setCurrentIndex(box.findData(one.proposed))
        box.setAccessibleName(self.tr("Right is"))
        box.currentIndexChanged.connect(lambda _, row=row: self._on_chosen(row))
        ignore_wheel_without_focus(box)
        self.choices.append(box)
        holder = QWidget()
        middle = QVBoxLayout(holder)
        middle.setContentsMargins(4, 4, 4, 4)
        middle.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        self.table.setCellWidget(row, _WHOM, holder)

    def _on_chosen(self, row: int) -> None:
        one, item = self.found[row], self.table.item(row, _NEW)
        whom = self.choices[row].currentData()
        if item:
            item.setText(_said(one.new.get(whom, one.old), self.session.profile.timezone))
        self._count()

    @property
    def decided(self) -> list[tuple[LinkRefresh, str]]:
        return [
            (one, str(box.currentData())) for one, box in zip(self.found, self.choices, strict=True)
        ]

    def _count(self) -> None:
        count = sum(whom != LEAVE for _, whom in self.decided)
        self.renew_button.setText(self.tr("Renew {0} of {1}").format(count, len(self.found)))
        self.renew_button.setEnabled(count > 0)

    def accept(self) -> None:
        """All that was decided, as one step."""
        try:
            self.session.apply(
                refresh_edits(self.session.context(), self.decided), self.tr("Renew calendar links")
            )
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)
            return
        super().accept()


def _said(entry: CalendarEntry | None, zone: str) -> str:
    return "\n".join(write_in_full(entry, zone)) or "—"
