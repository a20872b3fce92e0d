"""The tree of diagnostics: grouped by page and entry, the worst first."""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from editor.app.checks.explanations import load_explanations
from editor.core.base.edits import line_starts
from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic, entry_of
from editor.core.events.model import Event
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.ui.look.icons import icon
from editor.ui.widgets.buttons import icon_size
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.tree import expand_parents, tree_items
from editor.ui.wording.translation import current_language, translated
from editor.ui.workspace.pages import Page, page_of

_DIAGNOSTIC_ROLE = Qt.ItemDataRole.UserRole
_ICONS = {
    Severity.ERROR: ("circle-alert", "error"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.HINT: ("info", "hint"),
}


class _DiagnosticRow(NamedTuple):
    """A diagnostic, the page it is fixed on, the entry it is about, and its line, from 1."""

    diagnostic: Diagnostic
    page: Page
    entry: Event | None
    line: int

    @property
    def is_hint(self) -> bool:
        """Whether it stands among the hints, which are folded."""
        return self.diagnostic.severity is Severity.HINT

    def appearance(self) -> tuple[object, ...]:
        """Return what the user sees of the row and its group."""
        diagnostic, title = self.diagnostic, ""
        if self.entry:
            title = self.entry.title
        return (
            self.page,
            title,
            diagnostic.code,
            diagnostic.severity,
            diagnostic.message,
            self.line,
        )


class DiagnosticsTree(QTreeWidget):
    """Pages, entries and their diagnostics; rebuilt only when what it shows differs."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_DiagnosticRow] = []
        self._appearances: list[tuple[object, ...]] = []
        self._hints: QTreeWidgetItem | None = None
        """The heading of the hints."""
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setExpandsOnDoubleClick(False)
        self.itemClicked.connect(self._on_clicked)
        for folded in (self.itemExpanded, self.itemCollapsed):
            folded.connect(lambda _: self._show_folded())
        # The context of these texts is the list that this tree is part of.
        self.setAccessibleName(QCoreApplication.translate("DiagnosticsList", "Problems"))

    @property
    def chosen(self) -> Diagnostic | None:
        """The diagnostic that is chosen; None for none, or for a heading."""
        item = self.currentItem()
        data = item and item.data(0, _DIAGNOSTIC_ROLE)
        return data if isinstance(data, Diagnostic) else None

    def show_diagnostics(self, issue: Issue, diagnostics: Sequence[Diagnostic]) -> None:
        """Show diagnostics; the one that is chosen stays chosen, and the tree where it is.

        Args:
            issue: The issue they were found in.
            diagnostics: The diagnostics to show, in any order.
        """
        rows = _list_rows(issue, diagnostics)
        chosen = self.chosen
        same = (i for i, row in enumerate(self._rows) if chosen and row.diagnostic is chosen)
        index = next(same, _find_worst(rows))
        scroll_bar = self.verticalScrollBar()
        scrolled = scroll_bar.value()
        appearances = [row.appearance() for row in rows]
        self._rows = rows
        with QSignalBlocker(self):
            if appearances == self._appearances:
                # the same words: only what they lead to is newer
                for item, row in zip(self.leaves(), rows, strict=True):
                    item.setData(0, _DIAGNOSTIC_ROLE, row.diagnostic)
            else:
                self._build(issue.text)
                self._choose(chosen, index)
                self._show_folded()
        self._appearances = appearances
        if chosen and is_same_diagnostic(self.chosen, chosen):
            scroll_bar.setValue(scrolled)

    def begin(self) -> None:
        """Choose the first error, else the first row: the list has just been opened."""
        self._choose(None, _find_worst(self._rows))
        chosen = heading = self.currentItem()
        while heading and (parent := heading.parent()):
            heading = parent
        if chosen and heading:  # with the heading it stands under
            self.scrollToItem(heading, QTreeWidget.ScrollHint.PositionAtTop)
            self.scrollToItem(chosen)

    def _build(self, text: str) -> None:
        items = tree_items(self)
        folded = {item.text(0) for item in items if item.childCount() and not item.isExpanded()}
        unfolded = bool(self._hints and self._hints.isExpanded())
        self._hints = None
        self.clear()
        self.setIconSize(icon_size(self.fontMetrics()))
        titles = _page_titles()
        groups = itertools.groupby(self._rows, key=lambda row: (row.is_hint, row.page, row.entry))
        for (is_hint, page, entry), rows in groups:
            parent = self._hint_item() if is_hint else self._page_item(titles[page])
            if entry:
                parent = QTreeWidgetItem(
                    parent, [plain_text(entry.title) or entry.listed_under or "…"]
                )
                parent.setFlags(Qt.ItemFlag.ItemIsEnabled)
                parent.setToolTip(0, plain_tip(parent.text(0)))
            for row in rows:
                _add_leaf(parent, row, text)
        expand_parents(self, folded)
        if self._hints:
            self._hints.setExpanded(unfolded)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _page_item(self, title: str) -> QTreeWidgetItem:
        """Return the heading of a page: the last heading, or a new one."""
        last = self.topLevelItem(self.topLevelItemCount() - 1)
        if last and last.text(0) == title:
            return last
        item = QTreeWidgetItem(self, [title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _hint_item(self) -> QTreeWidgetItem:
        """Return the heading of all hints, which is folded at first."""
        if self._hints is None:
            count = sum(row.is_hint for row in self._rows)
            self._hints = self._page_item(self.tr("Hints: %n", "", count))
            self._show_folded()
        return self._hints

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        """A click anywhere opens the hints: their triangle is small."""
        if item is self._hints:
            item.setExpanded(not item.isExpanded())

    def _show_folded(self) -> None:
        if self._hints:
            name = "chevron-down" if self._hints.isExpanded() else "chevron-right"
            self._hints.setIcon(0, icon(name, "muted"))

    def leaves(self) -> list[QTreeWidgetItem]:
        """Return the items of diagnostics from above, without headings."""
        return [
            item
            for item in tree_items(self)
            if isinstance(item.data(0, _DIAGNOSTIC_ROLE), Diagnostic)
        ]

    def _choose(self, before: Diagnostic | None, index: int) -> None:
        """Choose the diagnostic that was chosen, where it is now; else what came to its place."""
        leaves = self.leaves()
        if not leaves:
            return
        if before and before.severity is not Severity.HINT:
            # nobody is led into the hints, which are folded, by fixing what stands before them
            count = sum(not row.is_hint for row in self._rows)
            leaves = leaves[:count] or leaves
        item = leaves[min(index, len(leaves) - 1)]
        if before:
            start = before.span.start
            same = [
                leaf
                for leaf in leaves
                if is_same_diagnostic(leaf.data(0, _DIAGNOSTIC_ROLE), before)
            ]
            item = min(
                same,
                key=lambda leaf: abs(leaf.data(0, _DIAGNOSTIC_ROLE).span.start - start),
                default=item,
            )
        self.setCurrentItem(item)


def _find_worst(rows: Sequence[_DiagnosticRow]) -> int:
    """The index of the first error; 0 where there is none."""
    errors = (i for i, row in enumerate(rows) if row.diagnostic.severity is Severity.ERROR)
    return next(errors, 0)


def is_same_diagnostic(candidate: object, diagnostic: Diagnostic) -> bool:
    """Tell whether a diagnostic says what another one said, if perhaps at another place.

    Args:
        candidate: A diagnostic, or the data of an item that has none.
        diagnostic: The other diagnostic.

    Returns:
        Whether check and message are the same.
    """
    if not isinstance(candidate, Diagnostic):
        return False
    return candidate.code == diagnostic.code and candidate.message == diagnostic.message


def _list_rows(issue: Issue, diagnostics: Sequence[Diagnostic]) -> list[_DiagnosticRow]:
    """List diagnostics page by page, entry by entry, the worst first."""
    starts = line_starts(issue.text)
    rows = [
        _DiagnosticRow(
            diagnostic,
            page_of(issue, diagnostic),
            entry_of(issue, diagnostic),
            bisect_right(starts, diagnostic.span.start),
        )
        for diagnostic in diagnostics
    ]
    pages, severities = list(Page), list(Severity)

    def order(row: _DiagnosticRow) -> tuple[int, ...]:
        return (
            row.is_hint,
            pages.index(row.page),
            row.entry.span.start if row.entry else 0,
            severities.index(row.diagnostic.severity),
            row.diagnostic.span.start,
        )

    return sorted(rows, key=order)


def _add_leaf(parent: QTreeWidgetItem, row: _DiagnosticRow, text: str) -> None:
    diagnostic = row.diagnostic
    explanation = load_explanations(current_language()).get(diagnostic.code)
    brief = translated(diagnostic.message)
    if explanation:
        brief = explanation.what
    if diagnostic.proposals:
        brief = f"{diagnostic.span.of(text)} – {brief}"
    place = ""
    if row.page is Page.SOURCE:  # forms show the entry or the field itself
        place = QCoreApplication.translate("DiagnosticsList", "line {0}").format(row.line)
    item = QTreeWidgetItem(parent, [brief, place])
    item.setIcon(0, icon(*_ICONS[diagnostic.severity]))
    spoken = f"{_severity_name(diagnostic.severity)}: {brief}"
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    item.setData(0, _DIAGNOSTIC_ROLE, diagnostic)
    item.setToolTip(0, plain_tip(translated(diagnostic.message)))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _severity_name(severity: Severity) -> str:
    return {
        Severity.ERROR: QCoreApplication.translate("DiagnosticsList", "to fix"),
        Severity.WARNING: QCoreApplication.translate("DiagnosticsList", "to look at"),
        Severity.HINT: QCoreApplication.translate("DiagnosticsList", "hint"),
    }[severity]


def _page_titles() -> dict[Page, str]:
    return {
        Page.HEAD: QCoreApplication.translate("DiagnosticsList", "Title and details"),
        Page.IMAGE: QCoreApplication.translate("DiagnosticsList", "Header picture"),
        Page.EVENTS: QCoreApplication.translate("DiagnosticsList", "Events"),
        Page.MEETINGS: QCoreApplication.translate("DiagnosticsList", "Recurring meetings"),
        Page.DEADLINES: QCoreApplication.translate("DiagnosticsList", "Deadlines"),
        Page.SOURCE: QCoreApplication.translate("DiagnosticsList", "Text"),
    }
