"""The outline: the parts of the issue with counts; choosing one shows its page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

from editor.core.base.severity import Severity
from editor.core.checks.table import Diagnostic
from editor.core.events.reading import kind_of_section
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text
from editor.ui.workspace.pages import Page, page_of

_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A page of the middle pane, and a position of the text for the source."""

    page: str
    position: int = 0


class Outline(QTreeWidget):
    """The tree at the left. Rebuilt only when what it shows differs."""

    chosen = Signal(object)
    """A Place."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Outline"))
        self.setIconSize(QSize(16, 16))
        self._rows: list[tuple[int, str, OutlinePart, int]] = []
        self._counts: Counter[OutlinePart] = Counter()
        self._wrong: set[OutlinePart] = set()
        """Where there are errors."""
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(0, _ROLE)))

    def show_issue(self, issue: Issue) -> None:
        """Show the parts of an issue."""
        rows = self._parts(issue)
        if [row[:2] for row in rows] == [row[:2] for row in self._rows]:
            for item, row in zip(self._items(), rows, strict=True):
                if item.data(0, _ROLE) != row[2]:
                    item.setData(0, _ROLE, row[2])
            self._rows = rows
            return
        at = self.current
        self._rows = rows
        with QSignalBlocker(self):
            self._build()
            self._write_counts()
            self._mark(at)

    def mark(self, issue: Issue, diagnostics: Sequence[Diagnostic]) -> None:
        """How many errors and warnings each part has, behind its name."""
        starts = [row[2].position for row in self._rows if row[2].page == Page.SOURCE]
        counts: Counter[OutlinePart] = Counter()
        self._wrong.clear()
        for diagnostic in diagnostics:
            if diagnostic.severity != Severity.HINT:
                page = page_of(issue, diagnostic)
                if page == Page.SOURCE:
                    position = max(
                        (start for start in starts if start <= diagnostic.span.start), default=0
                    )
                else:
                    position = 0
                counts[OutlinePart(page, position)] += 1
                if diagnostic.severity == Severity.ERROR:
                    self._wrong.add(OutlinePart(page, position))
        self._counts = counts
        self._write_counts()

    def _write_counts(self) -> None:
        for item, (_, title, place, _) in zip(self._items(), self._rows, strict=True):
            count = self._counts.get(place, 0)
            text = f"{title}  {'⛔' if place in self._wrong else '⚠'} {count}" if count else title
            if item.text(0) != text:
                item.setText(0, text)

    def _parts(self, issue: Issue) -> list[tuple[int, str, OutlinePart, int]]:
        counts = {
            Page.MEETINGS: len(issue.meetings),
            Page.DEADLINES: len(issue.deadlines),
            Page.EVENTS: len(issue.events),
        }
        rows = [(0, self.tr("Head"), OutlinePart(Page.HEAD), 0)]
        if issue.profile.image.name:
            rows.append((0, self.tr("Image"), OutlinePart(Page.IMAGE), 0))
        for page, title in (
            (Page.EVENTS, self.tr("Events")),
            (Page.MEETINGS, self.tr("Recurring meetings")),
            (Page.DEADLINES, self.tr("Deadlines")),
        ):
            if counts[page] or page == Page.EVENTS:
                rows.append((0, f"{title}  {counts[page]}", OutlinePart(page), counts[page]))
        rows.append((0, self.tr("Markdown"), OutlinePart(Page.SOURCE), 0))
        top = min((section.heading.level for section in issue.sections), default=1)
        for section in issue.sections:
            if not kind_of_section(section, issue.profile.events):
                depth = min(section.heading.level - top, 3) + 1
                rows.append(
                    (
                        depth,
                        plain_text(section.heading.title) or "…",
                        OutlinePart(Page.SOURCE, section.span.start),
                        0,
                    )
                )
        return rows

    def _build(self) -> None:
        self.clear()
        parents: list[QTreeWidgetItem] = []
        for depth, title, place, _ in self._rows:
            del parents[depth:]
            item = QTreeWidgetItem([title])
            item.setData(0, _ROLE, place)
            item.setToolTip(0, title)
            if depth == 0:
                font = item.font(0)
                font.setWeight(font.Weight.DemiBold)
                item.setFont(0, font)
            if parents:
                parents[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            parents.append(item)
        self.expandAll()

    def _items(self) -> list[QTreeWidgetItem]:
        found: list[QTreeWidgetItem] = []

        def walk(item: QTreeWidgetItem) -> None:
            for index in range(item.childCount()):
                child = item.child(index)
                if child is not None:
                    found.append(child)
                    walk(child)

        walk(self.invisibleRootItem())
        return found

    @property
    def current(self) -> OutlinePart:
        """The place chosen."""
        item = self.currentItem()
        if item:
            part: OutlinePart = item.data(0, _ROLE)
            return part
        return OutlinePart(Page.HEAD)

    def _mark(self, place: OutlinePart) -> None:
        items = self._items()
        exact = next((item for item in items if item.data(0, _ROLE) == place), None)
        same_page = next((item for item in items if item.data(0, _ROLE).page == place.page), None)
        self.setCurrentItem(exact or same_page or items[0])

    def choose(self, place: OutlinePart) -> None:
        """Choose a place as if it had been clicked."""
        with QSignalBlocker(self):
            self._mark(place)
        self.chosen.emit(place)

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item and self.hasFocus():
            self.chosen.emit(item.data(0, _ROLE))
