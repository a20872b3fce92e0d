"""The outline: the parts of the issue with counts; choosing one shows its page."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import Diagnostic
from editor.core.issue.issue import Issue
from editor.core.issue.sections import WORDS_A_MINUTE, count_words
from editor.ui.inbox.bookmark_table import BOOKMARKS
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.widgets.tree import expand_parents
from editor.ui.workspace.outline_delegate import LOOK_ROLE, OutlineDelegate, RowLook
from editor.ui.workspace.outline_rows import OutlinePart, OutlineRow, list_rows
from editor.ui.workspace.pages import Page, page_of

_ROW_ROLE = Qt.ItemDataRole.UserRole
"""Which row an item is: what it leads to moves at each key, the item does not."""
_UNDRAWN = RowLook(problems=-1)


class Outline(QTreeWidget):
    """The tree at the left. Rebuilt only when what it shows differs."""

    chosen = Signal(object)
    """An OutlinePart."""
    section_dropped = Signal(int, int)
    """Where a section starts in the text, and where the one that it goes before; -1 for the end."""
    bookmarks_dropped = Signal(int)
    """Where the section starts in the text that bookmarks of the inbox were dropped on."""
    section_stepped = Signal(int, bool)
    """Where a section starts in the text, and whether it goes up."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setItemDelegate(OutlineDelegate(self))
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Outline"))
        self.setDragDropMode(QTreeWidget.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self._rows: list[OutlineRow] = []
        self._items: list[QTreeWidgetItem] = []
        self._looks: list[RowLook] = []
        """The items of the rows, and what they show."""
        self._issue: Issue | None = None
        self._counts: Counter[OutlinePart] = Counter()
        """How many errors each part has; where it has none, how many warnings."""
        self._with_errors: set[OutlinePart] = set()
        self._waiting = 0
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(lambda item: self.chosen.emit(self._part_of(item)))

    def show_issue(self, issue: Issue) -> None:
        """Show the parts of an issue; the current part stays current.

        Args:
            issue: The issue; the part that is current may be missing from it.
        """
        rows, before, current = list_rows(issue, self._waiting), self._rows, self.current
        self._issue, self._rows = issue, rows
        if [row[:2] for row in rows] == [row[:2] for row in before]:
            self._write_counts()
            return
        with QSignalBlocker(self):
            self._build()
            self._write_counts()
            self._select(current)

    def show_waiting(self, count: int) -> None:
        """Show how many bookmarks wait in the inbox.

        Args:
            count: The number.
        """
        self._waiting = count
        self._rows = [
            row._replace(look=replace(row.look, count=count))
            if row.part.page == Page.INBOX
            else row
            for row in self._rows
        ]
        self._write_counts()

    def mark(self, issue: Issue, diagnostics: Sequence[Diagnostic]) -> None:
        """Show how many errors and warnings each part has, behind its name.

        Args:
            issue: The issue that is shown.
            diagnostics: All diagnostics of that issue; hints are not counted.
        """
        starts = [row.part.position for row in self._rows if row.part.page == Page.SOURCE]
        counts: Counter[OutlinePart] = Counter()
        self._with_errors.clear()
        for diagnostic in diagnostics:
            if diagnostic.severity == Severity.HINT:
                continue
            page, position = page_of(issue, diagnostic), 0
            if page == Page.SOURCE:
                above = bisect_right(starts, diagnostic.span.start)
                position = starts[above - 1] if above else 0
            part = OutlinePart(page, position)
            is_error = diagnostic.severity == Severity.ERROR
            if is_error and part not in self._with_errors:
                counts[part] = 0  # warnings are counted only where there are no errors
                self._with_errors.add(part)
            counts[part] += is_error or part not in self._with_errors
        self._counts = counts
        self._write_counts()

    def _write_counts(self) -> None:
        looks = [self._look_of(row) for row in self._rows]
        for item, row, look, before in zip(
            self._items, self._rows, looks, self._looks, strict=True
        ):
            if look != before:
                item.setData(0, LOOK_ROLE, look)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._speak(row.title, look))
        self._looks = looks

    def _look_of(self, row: OutlineRow) -> RowLook:
        problems = self._counts.get(row.part, 0)
        if not problems:
            return row.look
        return replace(row.look, problems=problems, has_errors=row.part in self._with_errors)

    def _speak(self, title: str, look: RowLook) -> str:
        """Write a row in words, for screen readers."""
        words = [title]
        if look.count is not None:
            words.append(str(look.count))
        if look.problems and look.has_errors:
            words.append(self.tr("%n to fix", "", look.problems))
        elif look.problems:
            words.append(self.tr("%n to look at", "", look.problems))
        return ", ".join(words)

    def _build(self) -> None:
        self.clear()
        self._items, self._looks = [], [_UNDRAWN] * len(self._rows)
        parents: list[QTreeWidgetItem] = []
        for number, (depth, title, part, _) in enumerate(self._rows):
            del parents[depth:]
            item = QTreeWidgetItem([title])
            self._items.append(item)
            item.setData(0, _ROW_ROLE, number)
            if not part.position:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            if parents:
                parents[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            parents.append(item)
        expand_parents(self)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QHelpEvent) and (item := self.itemAt(event.pos())):
            item.setToolTip(0, plain_tip(self._describe(self._rows[item.data(0, _ROW_ROLE)])))
        return super().viewportEvent(event)

    def _describe(self, row: OutlineRow) -> str:
        """A title with the words under it and the minutes that they take."""
        sections = self._issue.sections if self._issue else ()
        at = bisect_left(sections, row.part.position, key=lambda section: section.span.start)
        if not self._issue or not row.part.position or at == len(sections):
            return row.title
        words = count_words(self._issue, sections[at].body)
        if not words:
            return row.title
        minutes = max(round(words / WORDS_A_MINUTE), 1)
        count = self.tr("%n word(s)", "", words)
        return f"{row.title}\n{count} · " + self.tr("%n minute(s)", "", minutes)

    # --- moving sections -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_vertical = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if is_vertical and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.current.position:
                is_up = event.key() == Qt.Key.Key_Up
                self.section_stepped.emit(self.current.position, is_up)
            event.accept()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasFormat(BOOKMARKS):
            event.acceptProposedAction()
            return
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(BOOKMARKS):
            item = self.itemAt(event.position().toPoint())
            event.setAccepted(bool(item and self._part_of(item).position))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """The text is changed, and the tree follows it."""
        target = self.itemAt(event.position().toPoint())
        if event.mimeData().hasFormat(BOOKMARKS):
            if target and self._part_of(target).position:
                self.bookmarks_dropped.emit(self._part_of(target).position)
            return
        is_below = self.dropIndicatorPosition() == QTreeWidget.DropIndicatorPosition.BelowItem
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        position = self._part_of(target).position if target else 0
        before = position
        if is_below or not target:
            behind = [row.part.position for row in self._rows if row.part.position > position]
            before = behind[0] if behind and target else -1
        if self.current.position and before:
            self.section_dropped.emit(self.current.position, before)

    @property
    def current(self) -> OutlinePart:
        """The part that is chosen; the head where none is."""
        item = self.currentItem()
        return self._part_of(item) if item else OutlinePart(Page.HEAD)

    @property
    def parts(self) -> list[OutlinePart]:
        """What the rows lead to, from above."""
        return [row.part for row in self._rows]

    def _part_of(self, item: QTreeWidgetItem) -> OutlinePart:
        row: int = item.data(0, _ROW_ROLE)
        return self._rows[row].part

    def _select(self, part: OutlinePart) -> None:
        """Make a part current: its own item, else one of its page, else the first."""
        parts = self.parts
        pages = [each.page for each in parts]
        number = pages.index(part.page) if part.page in pages else 0
        if part in parts:
            number = parts.index(part)
        self.setCurrentItem(self._items[number])

    def show_current(self, position: int) -> None:
        """Make the section at a position current, without going anywhere.

        Args:
            position: Where it starts in the text.
        """
        with QSignalBlocker(self):
            self._select(OutlinePart(Page.SOURCE, position))

    def choose(self, part: OutlinePart) -> None:
        """Choose a part as if it had been clicked.

        Args:
            part: The part to show; one that the issue lacks is shown all the same.
        """
        with QSignalBlocker(self):
            self._select(part)
        self.chosen.emit(part)

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item and self.hasFocus():
            self.chosen.emit(self._part_of(item))
