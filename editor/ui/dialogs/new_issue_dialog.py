"""The dialog for a new issue: from which one, for which month, and which entries are kept."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSpinBox,
    QWidget,
)

from editor.app.services.files import read_file
from editor.app.services.gazetteer_loading import load_sources
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.services.series_loading import load_series
from editor.core.base.encoding import FileFormat, decode
from editor.core.base.errors import UserFacingError
from editor.core.calendar.date_formats import write_day
from editor.core.issue import naming
from editor.core.issue.issue import Issue
from editor.core.places.gazetteer import Gazetteer
from editor.core.profiles.profile import Profile
from editor.core.publishing import issue_head, next_issue
from editor.core.publishing.next_issue import CarryOver, EntryFate
from editor.core.publishing.series import IssueSeries
from editor.ui.dialogs.created_issue import CreatedIssue
from editor.ui.dialogs.fate_table import FateTable
from editor.ui.dialogs.issue_source import IssueSourceBox
from editor.ui.dialogs.new_issue_options import NewIssueOptions
from editor.ui.widgets.day_edit import DayEdit, to_date, to_qdate
from editor.ui.widgets.form_parts import form_layout, hint, label_for, with_hint
from editor.ui.widgets.measure import pad_line
from editor.ui.widgets.message_bar import MessageBar
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.room import fit_to_screen, scrolling_column
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.wheel import ignore_wheel_without_focus
from editor.ui.wording.translation import translated


class NewIssueDialog(QDialog):
    """Asks what a new issue is about, and makes its text.

    No file is written. Once the dialog is accepted, ``made`` has the result.
    """

    def __init__(
        self,
        registry: ProfileRegistry,
        issues: list[Path],
        gazetteer: Gazetteer,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Propose the issue after the first one.

        Args:
            registry: The profiles; those with a template offer an empty issue.
            issues: The issues to start from, the latest first.
            gazetteer: What is known of places and series, for the calendar links.
            today: The current day.
            parent: The widget the dialog belongs to.
        """
        super().__init__(parent)
        self.registry, self.gazetteer, self.today = registry, gazetteer, today
        self.made: CreatedIssue | None = None
        self.old: Issue | None = None
        self.series: IssueSeries | None = None
        """What the issues have in common, of a newsletter whose profile does not say it."""
        self.fates: list[EntryFate] = []
        self._format = FileFormat()
        self._day_chosen = False
        self.setWindowTitle(self.tr("New issue"))
        fit_to_screen(self, 880, 680)
        self._issues = issues
        self._make_fields(issues)
        self._lay_out()
        self._connect()
        self._on_source()
        self.title.setFocus()

    # --- building --------------------------------------------------------------------------------

    def _make_fields(self, issues: list[Path]) -> None:
        self.bar = MessageBar()
        offered = self.registry.offered(issues[0] if issues else None)
        self._offered = {profile.name: profile for profile in offered}
        self.source = IssueSourceBox(issues, offered)
        self.month, self.year = QComboBox(), QSpinBox(minimum=1970, maximum=2199)
        pad_line(self.year)
        for number in range(1, 13):
            self.month.addItem(QLocale().standaloneMonthName(number))
        self.day = DayEdit()
        self.title = TextLine()
        self.options = NewIssueOptions()
        list(map(ignore_wheel_without_focus, (self.source, self.month, self.year)))
        self.table = FateTable()
        self.full_title, self.warnings = hint(), PlainLabel(wordWrap=True)
        self.warnings.setObjectName("warning")

    def _lay_out(self) -> None:
        layout = self.form = form_layout()
        month = self._month_row = QHBoxLayout()
        month.addWidget(self.month)
        month.addWidget(self.year)
        month.addStretch(1)
        self.year.setAccessibleName(self.tr("Year"))
        self.title_label = label_for(self.tr("Mo&tto:"), self.title)
        layout.addRow(self.title_label, with_hint(self.title, self.full_title))
        layout.addRow(label_for(self.tr("Month it is &about:"), self.month), month)
        layout.addRow(label_for(self.tr("Comes &out on:"), self.day), self.day)
        layout.addRow(label_for(self.tr("&Follows:"), self.source), self.source)
        layout.addRow("", self.options)
        layout.addRow("", self.warnings)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.create_button = self.buttons.addButton(
            self.tr("Create the issue"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.intro = PlainLabel(wordWrap=True)
        column = scrolling_column(self, self.buttons)
        column.addWidget(self.bar)
        column.addLayout(layout)
        column.addWidget(self.intro)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.source.activated.connect(self._on_source)
        self.month.currentIndexChanged.connect(self._on_month)
        self.year.valueChanged.connect(self._on_month)
        self.day.dateChanged.connect(self._on_day)
        self.title.textChanged.connect(self._show_derived)
        self.options.photo.textChanged.connect(self._show_derived)
        self.table.itemChanged.connect(lambda _: self._count())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # --- where it comes from ---------------------------------------------------------------------

    def _on_source(self) -> None:
        chosen = self.source.currentData()
        self.bar.clear()
        if chosen == "":
            chosen = self.source.choose_file()
        if isinstance(chosen, Path):
            self._start_from(chosen)
        else:
            self.old, self.series, self._format = None, None, FileFormat()
            self._propose()

    def _start_from(self, path: Path) -> None:
        self.series = None
        try:
            text, self._format = decode(read_file(path))
        except UserFacingError as refusal:
            self.old = None
            self.bar.say(translated(refusal), warning=True)
        else:
            self.old = self.registry.parse(text, path)
            if not self.old.profile.site:
                self.series = load_series(self.old, path, self._issues, self.registry, self.today)
        self._propose()

    @property
    def profile(self) -> Profile:
        """The profile of the new issue."""
        if self.old:
            return self.old.profile
        name = str(self.source.currentData() or "newsletter")
        return self._offered.get(name) or self.registry.named(name)

    def _propose(self) -> None:
        plan = issue_head.propose_next(self.old, self.today)
        if self.series:
            day = self.series.day
            plan = issue_head.NextIssue(day.year, day.month, day)
        self._day_chosen = False
        self._show_kind()
        with QSignalBlocker(self.month), QSignalBlocker(self.year), QSignalBlocker(self.day):
            self.month.setCurrentIndex(plan.month - 1)
            self.year.setValue(plan.year)
            self.day.setDate(to_qdate(plan.day))
        self._show_fates()

    def _show_kind(self) -> None:
        """Ask for the month of newsletters that are about one, for the title of others."""
        is_series = self.series is not None
        self.form.setRowVisible(self._month_row, not is_series)
        self.title_label.setText(self.tr("&Title:") if is_series else self.tr("Mo&tto:"))
        self.title.setText(self.series.title if self.series else "")

    # --- showing ---------------------------------------------------------------------------------

    @property
    def plan(self) -> issue_head.NextIssue:
        """What the fields say about the new issue; without a valid day it comes out today."""
        day = to_date(self.day) if self.day.date().isValid() else self.today
        title, photo = self.title.text(), self.options.photo.text()
        if self.series:
            return issue_head.NextIssue(day.year, day.month, day, title, photo, start=day)
        month = self.month.currentIndex() + 1
        return issue_head.NextIssue(self.year.value(), month, day, title, photo)

    def _on_month(self) -> None:
        if not self._day_chosen:
            day = naming.publication_day(
                self.year.value(), self.month.currentIndex() + 1, self.today
            )
            with QSignalBlocker(self.day):
                self.day.setDate(to_qdate(day))
        self._show_fates()

    def _on_day(self) -> None:
        self._day_chosen = True
        self._show_derived()

    def _show_fates(self) -> None:
        self.fates = next_issue.entry_fates(self.old, self.plan) if self.old else []
        self.table.show_fates(self.fates)
        for widget in (self.table, self.intro):
            widget.setVisible(bool(self.fates))
        is_monthly = self.series is None
        has_picture = is_monthly or bool(self.profile.image.attribution)
        self.options.offer(picture=has_picture, entries=bool(self.fates), headings=is_monthly)
        self._count()
        self._show_derived()

    def _show_derived(self) -> None:
        names = self.plan.names(self.profile)
        files, warnings = [], []
        if names.file and (names.title or "{slug}" not in self.profile.file):
            files.append(self.tr("File: {0}").format(names.file))
            if self.source.is_there(self.profile.file, names.file):
                warnings.append(self.tr("This issue is there already: open it instead."))
        if self.profile.image.name:
            files.append(self.tr("Picture: {0}").format(names.image))
        if assumed := self._find_assumed_photographer():
            warning = self.tr(
                "The picture’s address does not say who made it: “{0}” is taken over from the "
                "issue before."
            )
            warnings.append(warning.format(assumed))
        self.options.names.setText("\n".join(files))
        self.warnings.setText("\n".join(f"⚠ {warning}" for warning in warnings))
        self.warnings.setVisible(bool(warnings))
        self.full_title.setText(self.tr("Title: {0}").format(names.title))
        self.full_title.setVisible(self.series is None)

    def _find_assumed_photographer(self) -> str:
        found = self.old and issue_head.assumed_photographer(self.old, self.plan, load_sources())
        return found or ""

    @property
    def kept(self) -> list[EntryFate]:
        """The entries that are ticked."""
        return [fate for row, fate in enumerate(self.fates) if self.table.is_ticked(row)]

    def _count(self) -> None:
        first = write_day(self.plan.first, self.profile.language, weekday=False)
        self.intro.setText(
            self.tr(
                "{0} of {1} entries are taken over: what starts on or after {2}, "
                "or is still open then. The texts are not taken over."
            ).format(len(self.kept), len(self.fates), first)
        )

    # --- making ----------------------------------------------------------------------------------

    def accept(self) -> None:
        """Make the text; show why and stay open where it cannot be made."""
        self.day.interpret()
        if self.series and not self.title.text().strip():
            self.bar.say(self.tr("Give it a title first."), warning=True)
            self.title.setFocus()
            return
        sources = load_sources()
        try:
            if self.old:
                choices = CarryOver(
                    kept=[fate.event for fate in self.kept],
                    renew=self.options.renew.isChecked(),
                    keep_headings=self.options.keep_headings.isChecked(),
                    series=self.series,
                    sources=sources,
                    gazetteer=self.gazetteer,
                )
                text = next_issue.make_next_issue(self.old, self.plan, choices)
            else:
                text = next_issue.make_blank_issue(self.profile, self.plan, sources)
        except UserFacingError as refusal:
            self.bar.say(translated(refusal), warning=True)
            return
        assumed = self._find_assumed_photographer()
        home = self.source.home(self.profile.file) if self.series else None
        self.made = CreatedIssue(text, self._format, self.profile, assumed, home)
        super().accept()
