"""The rows of the list of pages."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from editor.app.library.hit_marks import HIT_END, HIT_START
from editor.app.library.page_facts import PageFacts
from editor.ui.widgets.plain_text import plain_tip
from editor.ui.wording.short_times import write_long_day, write_short_day

ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class PageState(Enum):
    """Where a page is."""

    DRAFT = auto()
    PLANNED = auto()
    """Its day is still to come."""
    ONLY_HERE = auto()
    """Changed here, and not published."""
    PUBLISHED = auto()


class Section(Enum):
    """Which pages are shown."""

    ALL = auto()
    ISSUES = auto()
    PAGES = auto()
    DRAFTS = auto()


class Order(Enum):
    """In which order."""

    NEWEST = auto()
    OLDEST = auto()
    TITLE = auto()


class PageRow(Struct, eq=False):
    """A row of the list."""

    facts: PageFacts
    state: PageState
    snippet: str = ""
    """Where words were found, between marks; "" for a row of all pages."""


def state_of(page: PageFacts, today: date, unpublished: frozenset[Path]) -> PageState:
    """Say where a page is.

    Args:
        page: The page.
        today: The current day.
        unpublished: The files that are changed here.

    Returns:
        Its state.
    """
    if page.is_draft:
        return PageState.DRAFT
    if unpublished and page.path in unpublished:
        return PageState.ONLY_HERE
    if page.day and page.day > today:
        return PageState.PLANNED
    return PageState.PUBLISHED


class PageModel(QAbstractListModel):
    """Pages, as the user has filtered and sorted them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[PageRow] = []

    def show_rows(self, rows: Sequence[PageRow]) -> None:
        """Show other rows.

        Args:
            rows: The rows, from above.
        """
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex = _ROOT
    ) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.facts.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (
                row.facts.title,
                self.describe(row.facts),
                self.count(row.facts),
                self.name_state(row.state),
                plain_snippet(row.snippet),
            )
            return ". ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            path = str(row.facts.path)
            return plain_tip(f"{plain_snippet(row.snippet)}\n{path}" if row.snippet else path)
        return None

    def describe(self, page: PageFacts) -> str:
        """Say when a page came out, and whose it is."""
        day = ""
        if page.day:
            day = write_long_day(page.day)
        return " · ".join(part for part in (day, page.author) if part)

    def short_day(self, page: PageFacts) -> str:
        """Say when a page came out, in few letters."""
        return write_short_day(page.day) if page.day else ""

    def count(self, page: PageFacts) -> str:
        """Say how much is in a page."""
        parts = []
        if page.entries:
            parts.append(self.tr("%n entries", "", page.entries))
        if page.words:
            parts.append(self.tr("%n word(s)", "", page.words))
        return " · ".join(parts)

    def name_state(self, state: PageState) -> str:
        """Name a state."""
        return {
            PageState.DRAFT: self.tr("Draft"),
            PageState.PLANNED: self.tr("Not out yet"),
            PageState.ONLY_HERE: self.tr("Only here"),
            PageState.PUBLISHED: self.tr("Published"),
        }[state]


def plain_snippet(snippet: str) -> str:
    """Return a snippet without the marks around what was found.

    Args:
        snippet: A snippet of the index.

    Returns:
        The words.
    """
    return snippet.replace(HIT_START, "").replace(HIT_END, "")


def choose_pages(
    pages: Sequence[PageRow], section: Section, order: Order, words: str
) -> list[PageRow]:
    """Filter and sort rows.

    Args:
        pages: All rows, the newest first.
        section: Which are wanted.
        order: In which order.
        words: Each must be in the title, or in the name of the file.

    Returns:
        The rows.
    """
    parts = words.casefold().split()
    rows = [row for row in pages if _is_in(row, section)]
    if parts:
        rows = [row for row in rows if _has_words(row.facts, parts)]
    if order is Order.OLDEST:
        rows.reverse()
    elif order is Order.TITLE:
        rows.sort(key=lambda row: row.facts.title.casefold())
    return rows


def _is_in(row: PageRow, section: Section) -> bool:
    if section is Section.ALL:
        return True
    if section is Section.ISSUES:
        return row.facts.is_issue
    if section is Section.PAGES:
        return not row.facts.is_issue
    return row.state is not PageState.PUBLISHED


def _has_words(page: PageFacts, parts: list[str]) -> bool:
    text = f"{page.title} {page.path.name} {page.author}".casefold()
    return all(part in text for part in parts)
