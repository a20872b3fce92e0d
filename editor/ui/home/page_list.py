"""The list of pages with what finds them: a line to type in, sections, an order."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.app.library.library import SearchResult
from editor.app.library.page_facts import PageFacts
from editor.ui.home.page_delegate import PageDelegate
from editor.ui.home.page_model import (
    Order,
    PageModel,
    PageRow,
    Section,
    choose_pages,
    plain_snippet,
    state_of,
)
from editor.ui.look.icons import icon
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.naming import name_field
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.second_click import swallow_second_click
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.thumbnails import Thumbnails

_SEARCH_DELAY = 120
"""Milliseconds of quiet in typing before texts are searched; titles are filtered at once."""
_PICTURE = QSize(90, 60)
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PageList(QWidget):
    """Filters titles as one types, and finds words in all texts."""

    page_wanted = Signal(object, str, str)
    """The file of a page, and the words that were looked for in it."""
    words_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[PageRow] = []
        self._hits: list[PageRow] = []
        self._unpublished: frozenset[Path] = frozenset()
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_DELAY)
        self._timer.timeout.connect(lambda: self.words_typed.emit(self.search.text()))
        self._has_walked = False
        """Whether a row was chosen since the words were typed."""
        self.model = PageModel(self)
        self._thumbnails = thumbnails = Thumbnails(lambda name: Path(name), self, _PICTURE)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PageDelegate(self.model, thumbnails))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setObjectName("pages")
        self.view.setAccessibleName(self.tr("Issues and pages"))
        thumbnails.loaded.connect(self.view.viewport().update)
        self._make_search()
        self._make_sections()
        self.nothing = PlainLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.nothing.setObjectName("quiet")
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------

    def _make_search(self) -> None:
        self.search = TextLine(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Title, text, link, event, person…"))
        self.search.setAccessibleName(self.tr("Search all pages"))
        self.search.addAction(icon("search", "muted"), TextLine.ActionPosition.LeadingPosition)
        self.search.installEventFilter(self)

    def _make_sections(self) -> None:
        self.sections, group = QWidget(), QButtonGroup(self)
        self.sections.setObjectName("segments")
        self.sections.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.sections)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        names = {
            Section.ALL: self.tr("All"),
            Section.ISSUES: self.tr("Issues"),
            Section.PAGES: self.tr("Pages"),
            Section.DRAFTS: self.tr("Unpublished"),
        }
        self.buttons = {}
        for section, name in names.items():
            button = self.buttons[section] = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(button)
            row.addWidget(button)
        self.buttons[Section.ALL].setChecked(True)
        self.order = QComboBox()
        name_field(self.order, self.tr("Order"))
        for order, name in (
            (Order.NEWEST, self.tr("Newest first")),
            (Order.OLDEST, self.tr("Oldest first")),
            (Order.TITLE, self.tr("By title")),
        ):
            self.order.addItem(name, order)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        self.found = PlainLabel()
        self.found.setObjectName("quiet")
        column.addWidget(flow_row(self.sections, self.order, self.found))
        column.addWidget(self.stack, 1)
        self.stack.setMinimumHeight(round(em_of(self) * 15))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        for button in self.buttons.values():
            button.toggled.connect(lambda _: self._show())
        self.order.currentIndexChanged.connect(lambda _: self._show())
        self.view.activated.connect(lambda index: self._open(index.row()))
        self.view.clicked.connect(self._on_clicked)
        self.view.installEventFilter(self)

    # --- showing ---------------------------------------------------------------------------------

    def show_pages(self, pages: Sequence[PageFacts], unpublished: frozenset[Path]) -> None:
        """Show the pages of a site.

        Args:
            pages: All pages, the newest first.
            unpublished: The files that are changed here, where that is known.
        """
        self._unpublished = unpublished
        today = date.today()
        self._pages = [PageRow(page, state_of(page, today, unpublished)) for page in pages]
        self._show()
        if self.search.text():
            self._timer.start()  # pages that are new may have the words, too

    def show_result(self, result: SearchResult) -> None:
        """Show where words stand in texts.

        Args:
            result: What was found; that of words typed before counts for nothing.
        """
        if result.words != self.search.text():
            return
        today = date.today()
        self._hits = [
            PageRow(hit.facts, state_of(hit.facts, today, self._unpublished), hit.snippet)
            for hit in result.hits
        ]
        self._show()
        if result.words:
            announce(self, self.tr("%n page(s) found", "", len(self.model.rows)))

    def _on_typed(self, words: str) -> None:
        self._hits, self._has_walked = [], False
        self._show()
        self._timer.start()
        if not words:
            self._timer.stop()

    @property
    def section(self) -> Section:
        """Which pages are shown."""
        return next(section for section, button in self.buttons.items() if button.isChecked())

    def _show(self) -> None:
        words = self.search.text()
        current = self.current
        rows = choose_pages(self._found(words), self.section, self.order.currentData(), "")
        count = self.tr("%n page(s) found", "", len(rows))
        if self._hits:
            count += " – " + self.tr("a click opens it at the place")
        self.found.setText(count if words else "")
        scrolled = self.view.verticalScrollBar().value()
        self.model.show_rows(rows)
        self.nothing.setText(self._say_nothing(words))
        self.stack.setCurrentIndex(0 if rows else 1)
        place = 0
        if current and rows and self._has_walked:
            path = current.facts.path
            place = next((n for n, row in enumerate(rows) if row.facts.path == path), 0)
        self.view.setCurrentIndex(self.model.index(place, 0))
        if not words:
            self.view.verticalScrollBar().setValue(scrolled)

    def _found(self, words: str) -> list[PageRow]:
        """The pages that have words in their title, or their text: the newest first."""
        if not words:
            return self._pages
        titled = choose_pages(self._pages, Section.ALL, Order.NEWEST, words)
        in_title = {row.facts.path for row in titled}
        hits = {row.facts.path: row for row in self._hits}
        return [
            row if row.facts.path in in_title else hits[row.facts.path]
            for row in self._pages
            if row.facts.path in in_title or row.facts.path in hits
        ]

    def _say_nothing(self, words: str) -> str:
        if words:
            return self.tr("“{0}” was found on no page.").format(words)
        if self._pages:
            return self.tr("There is none of these.")
        return self.tr("The pages of the site are listed here once they have been read.")

    @property
    def current(self) -> PageRow | None:
        """The row that is chosen."""
        number = self.view.currentIndex().row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def leave_search(self, path: Path | None) -> None:
        """Forget a search, unless one comes back from a page (None for none) that it has found."""
        if self.search.text() and not any(row.facts.path == path for row in self.model.rows):
            self.search.clear()

    def open_current(self) -> None:
        """Ask for the page that is chosen."""
        self._open(self.view.currentIndex().row())

    def _open(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            row = self.model.rows[number]
            words = self.search.text() if row.snippet else ""
            self.page_wanted.emit(row.facts.path, words, plain_snippet(row.snippet))

    def _on_clicked(self, index: QModelIndex) -> None:
        """One click opens; the second one of those who are used to two must not fall through."""
        self._has_walked = True
        swallow_second_click(self)
        self._open(index.row())

    def close_down(self) -> None:
        """Read no more pictures."""
        self._thumbnails.close()

    # --- keys ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.search:
            return self._on_search_key(event)
        typed, modifiers = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_word = typed.isprintable() and typed.strip() and not modifiers
        self._has_walked |= watched is self.view
        if watched is self.view and is_word:
            self.search.setFocus()
            self.search.insert(typed)
            return True
        return False

    def _on_search_key(self, event: QKeyEvent) -> bool:
        """Arrows walk in the list while the line keeps the focus; Enter opens, Escape clears."""
        key = event.key()
        if key in _WALKING:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6}
            row = self.view.currentIndex().row() + steps.get(Qt.Key(key), 6)
            row = max(min(row, len(self.model.rows) - 1), 0)
            self.view.setCurrentIndex(self.model.index(row, 0))
            self._has_walked = True
            if self.current:
                announce(self, str(self.model.data(self.view.currentIndex(), _SPOKEN)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            return True
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole.value
