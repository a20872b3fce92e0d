"""The next issue in one click: from which one, which month, which day; and what is kept of it, with the reason."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.app.services.files import read_file
from editor.app.services.gazetteer_loading import load_sources
from editor.app.services.profile_registry import ProfileRegistry
from editor.core.base.encoding import FileFormat, decode
from editor.core.base.errors import UserFacingError
from editor.core.calendar import dates
from editor.core.events.model import EntryKind
from editor.core.issue import naming
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import Gazetteer
from editor.core.profiles.profile import Profile
from editor.core.profiles.profile import localized as words
from editor.core.publishing import next_issue
from editor.core.publishing.next_issue import CarryOver, EntryFate, NextIssue
from editor.ui.forms.base import form_layout, hint, label_for, make_day_edit
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.table import style_table
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import current_language, translated

_KEEP, _KIND, _DAY, _TITLE, _WHY = range(5)


@dataclass(frozen=True, slots=True)
class CreatedIssue:
    """The new document: its text, the format of its file, and the kind of page."""

    text: str
    form: FileFormat
    profile: Profile
    assumed: str = ""
    """The photographer who was only taken over."""


class NewIssueDialog(QDialog):
    """Nothing is written here: the new issue opens as a document that no file holds yet."""

    def __init__(
        self,
        shelf: ProfileRegistry,
        issues: list[Path],
        known: Gazetteer,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.shelf, self.known, self.today = shelf, known, today
        self.made: CreatedIssue | None = None
        self.old: Issue | None = None
        self.fates: list[EntryFate] = []
        self._form = FileFormat()
        self._day_chosen = False
        self.setWindowTitle(self.tr("New issue"))
        self.resize(880, 680)
        self._make_fields(issues)
        self._make_table()
        self._lay_out()
        self._connect()
        self._on_source()

    # --- building --------------------------------------------------------------------------------

    def _make_fields(self, issues: list[Path]) -> None:
        self.bar = MessageBar()
        self.source = QComboBox()
        self.source.setMaxVisibleItems(14)
        for path in issues:
            self.source.addItem(path.name, path)
        if issues:
            self.source.insertSeparator(self.source.count())
        self.source.addItem(self.tr("Another file…"), "")
        self.source.insertSeparator(self.source.count())
        for profile in self.shelf.profiles:
            if profile.new:
                self.source.addItem(
                    self.tr("None, start empty: {0}").format(
                        words(profile.label, current_language(), profile.name)
                    ),
                    profile.name,
                )
        if not issues:
            self.source.setCurrentIndex(self.source.count() - 1)
        self.month, self.year = QComboBox(), QSpinBox(minimum=1970, maximum=2199)
        for number in range(1, 13):
            self.month.addItem(QLocale().standaloneMonthName(number))
        self.day = make_day_edit()
        self.title, self.photo = QLineEdit(), QLineEdit()
        self.photo.setPlaceholderText(
            self.tr("can come later: the page of the photo, or an attribution")
        )
        self.renew = QCheckBox(
            self.tr("&Renew calendar links: meetings start anew and stay the same entries")
        )
        self.renew.setChecked(True)
        for widget in (self.source, self.month, self.year):
            ignore_wheel_without_focus(widget)
        self.derived = hint()
        self.derived.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _make_table(self) -> None:
        table = self.table = QTableWidget(0, 5)
        table.setHorizontalHeaderLabels(
            [self.tr("Keep"), self.tr("Kind"), self.tr("When"), self.tr("Title"), self.tr("Why")]
        )
        style_table(table)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAccessibleName(self.tr("Entries of the issue before"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        letters = table.fontMetrics().horizontalAdvance
        for column, sample in (
            (_KEEP, self.tr("Keep") + "xx"),
            (_KIND, self.tr("Deadline") + "xx"),
            (_DAY, "00.00.0000 xx"),
            (_WHY, "x" * 34),
        ):
            table.setColumnWidth(column, letters(sample) + 14)

    def _lay_out(self) -> None:
        layout = form_layout()
        month = QHBoxLayout()
        for widget in (self.month, self.year):
            month.addWidget(widget)
        month.addStretch(1)
        self.year.setAccessibleName(self.tr("Year"))
        layout.addRow(label_for(self.tr("&From:"), self.source), self.source)
        layout.addRow(label_for(self.tr("&Month of the issue:"), self.month), month)
        layout.addRow(label_for(self.tr("Published &on:"), self.day), self.day)
        layout.addRow(label_for(self.tr("&Punch line:"), self.title), self.title)
        layout.addRow(label_for(self.tr("P&hoto:"), self.photo), self.photo)
        layout.addRow("", self.renew)
        layout.addRow("", self.derived)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.create_button = self.buttons.addButton(
            self.tr("Create the issue"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.intro = QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addLayout(layout)
        column.addWidget(self.intro)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.source.activated.connect(self._on_source)
        self.month.currentIndexChanged.connect(self._on_month)
        self.year.valueChanged.connect(self._on_month)
        self.day.dateChanged.connect(self._on_day)
        self.title.textChanged.connect(self._show_derived)
        self.photo.textChanged.connect(self._show_derived)
        self.table.itemChanged.connect(lambda _: self._count())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # --- where it comes from ---------------------------------------------------------------------

    def _on_source(self) -> None:
        chosen = self.source.currentData()
        self.bar.clear()
        if chosen == "":
            chosen = self._other_file()
        if isinstance(chosen, Path):
            self._start_from(chosen)
        else:
            self.old, self._form = None, FileFormat()
            self._propose()

    def _other_file(self) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Start from an issue"),
            "",
            self.tr("Markdown (*.md *.markdown *.txt);;All files (*)"),
        )
        if not name:
            self.source.setCurrentIndex(
                0 if isinstance(self.source.itemData(0), Path) else self.source.count() - 1
            )
            first = self.source.currentData()
            if isinstance(first, Path):
                return first
            return None
        self.source.insertItem(0, Path(name).name, Path(name))
        self.source.setCurrentIndex(0)
        return Path(name)

    def _start_from(self, path: Path) -> None:
        try:
            text, self._form = decode(read_file(path))
        except UserFacingError as refusal:
            self.old = None
            self.bar.say(translated(refusal), warning=True)
        else:
            self.old = self.shelf.parse(text, path)
        self._propose()

    @property
    def profile(self) -> Profile:
        if self.old:
            return self.old.profile
        return self.shelf.named(str(self.source.currentData() or "newsletter"))

    def _propose(self) -> None:
        wish = next_issue.propose_next(self.old, self.today)
        self._day_chosen = False
        with QSignalBlocker(self.month), QSignalBlocker(self.year), QSignalBlocker(self.day):
            self.month.setCurrentIndex(wish.month - 1)
            self.year.setValue(wish.year)
            self.day.setDate(QDate(wish.day.year, wish.day.month, wish.day.day))
        self._show_fates()

    # --- showing ---------------------------------------------------------------------------------

    @property
    def wish(self) -> NextIssue:
        shown = self.day.date()
        day = date(shown.year(), shown.month(), shown.day()) if shown.isValid() else self.today
        return NextIssue(
            self.year.value(),
            self.month.currentIndex() + 1,
            day,
            self.title.text(),
            self.photo.text(),
        )

    def _on_month(self) -> None:
        if not self._day_chosen:
            day = naming.publication_day(
                self.year.value(), self.month.currentIndex() + 1, self.today
            )
            with QSignalBlocker(self.day):
                self.day.setDate(QDate(day.year, day.month, day.day))
        self._show_fates()

    def _on_day(self) -> None:
        self._day_chosen = True
        self._show_derived()

    def _show_fates(self) -> None:
        self.fates = next_issue.entry_fates(self.old, self.wish) if self.old else []
        kinds = {
            EntryKind.EVENT: self.tr("Event"),
            EntryKind.DEADLINE: self.tr("Deadline"),
            EntryKind.MEETING: self.tr("Meeting"),
        }
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self.fates))
            for row, fate in enumerate(self.fates):
                event = fate.event
                if event.when and event.kind == EntryKind.EVENT:
                    when = f"{event.when.start:%d.%m.%Y}"
                else:
                    when = ""
                if event.when and event.kind == EntryKind.DEADLINE:
                    when = f"{event.when.last:%d.%m.%Y}"
                else:
                    when = when
                texts = {
                    _KIND: kinds[event.kind],
                    _DAY: when,
                    _TITLE: plain_text(event.title) or event.rule_text,
                    _WHY: translated(fate.why),
                }
                for column, text in texts.items():
                    item = QTableWidgetItem(text)
                    item.setToolTip(text)
                    self.table.setItem(row, column, item)
                tick = QTableWidgetItem()
                tick.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable
                    | Qt.ItemFlag.ItemIsEnabled
                    | Qt.ItemFlag.ItemIsSelectable
                )
                tick.setCheckState(Qt.CheckState.Checked if fate.kept else Qt.CheckState.Unchecked)
                self.table.setItem(row, _KEEP, tick)
        for widget in (self.table, self.intro, self.renew):
            widget.setVisible(bool(self.fates))
        self._count()
        self._show_derived()

    def _show_derived(self) -> None:
        names = self.wish.names(self.profile)
        lines = [
            self.tr("Title: {0}").format(names.title),
            self.tr("File: {0}").format(names.file),
            self.tr("Picture: {0}").format(names.image),
        ]
        if self.old and (
            assumed := next_issue.assumed_photographer(self.old, self.wish, load_sources())
        ):
            lines.append(
                "⚠ "
                + self.tr(
                    "The photo’s address does not say who took it: “{0}” is taken over from the issue before."
                ).format(assumed)
            )
        self.derived.setText("\n".join(lines))

    @property
    def kept(self) -> list[EntryFate]:
        """What is ticked."""
        ticks = [self.table.item(row, _KEEP) for row in range(self.table.rowCount())]
        return [
            fate
            for fate, tick in zip(self.fates, ticks, strict=True)
            if tick and tick.checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        kept = len(self.kept) if self.fates else 0
        first = dates.write_day(self.wish.first, self.profile.language, weekday=False)
        self.intro.setText(
            self.tr(
                "{0} of {1} entries are taken over: what starts on or after {2}, or is still open then. The texts are left behind."
            ).format(kept, len(self.fates), first)
        )

    # --- making ----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Make the text; a sentence where it cannot be made."""
        self.day.interpret()
        sources = load_sources()
        try:
            if self.old:
                choices = CarryOver(
                    [fate.event for fate in self.kept], self.renew.isChecked(), sources, self.known
                )
                text = next_issue.make_next_issue(self.old, self.wish, choices)
            else:
                text = next_issue.make_blank_issue(self.profile, self.wish, sources)
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)
            return
        assumed = next_issue.assumed_photographer(self.old, self.wish, sources) if self.old else ""
        self.made = CreatedIssue(text, self._form, self.profile, assumed)
        super().accept()
