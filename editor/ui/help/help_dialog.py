"""The manual in a window of its own, beside the work: chapters, a search, and what it says."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.resources import resource
from editor.ui.help.chapters import Chapter
from editor.ui.help.help_text import HelpText
from editor.ui.help.manual import ManualPage, read_manual
from editor.ui.look import appearance
from editor.ui.widgets.announcing import announce
from editor.ui.widgets.grip_splitter import GripSplitter
from editor.ui.widgets.measure import em_of
from editor.ui.widgets.room import fit_to_screen
from editor.ui.widgets.text_input import TextLine
from editor.ui.wording.translation import current_language

_PAGE_ROLE = Qt.ItemDataRole.UserRole


class HelpDialog(QDialog):
    """Does not block the window: one reads and works side by side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        self.search = TextLine(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.search.setAccessibleName(self.tr("Search the manual"))
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(self.tr("Chapters"))
        self.chapters.setWordWrap(True)
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = HelpText(self.tr("Chapter"))
        self.text.setSearchPaths([str(resource("help", "pictures"))])
        self.text.setOpenLinks(False)
        self.text.setObjectName("manual")
        for page in read_manual(current_language()):
            item = QListWidgetItem(page.title)
            item.setData(_PAGE_ROLE, page)
            self.chapters.addItem(item)
        self._lay_out()
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._find_next)
        self.chapters.currentItemChanged.connect(lambda *_: self._show())
        self.text.anchorClicked.connect(self._on_link)
        appearance.appearance().changed.connect(self._show)
        self.chapters.setCurrentRow(0)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 10, 6, 10)
        column.addWidget(self.search)
        column.addWidget(self.chapters, 1)
        split = GripSplitter()
        split.addWidget(left)
        split.addWidget(self.text)
        split.setSizes([round(em_of(self) * 16), round(em_of(self) * 54)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        fit_to_screen(self, 1036, 728)

    def open_at(self, chapter: Chapter) -> None:
        """Show a chapter.

        Args:
            chapter: The chapter.
        """
        self.search.clear()
        self.chapters.setCurrentRow(list(Chapter).index(chapter))
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _pages(self) -> list[tuple[QListWidgetItem, ManualPage]]:
        items = (self.chapters.item(row) for row in range(self.chapters.count()))
        return [(item, item.data(_PAGE_ROLE)) for item in items]

    def _show(self) -> None:
        item = self.chapters.currentItem()
        if item is None:
            return
        page: ManualPage = item.data(_PAGE_ROLE)
        self.text.show_help(page.html)
        self._mark()

    def _on_search(self, words: str) -> None:
        """Show the chapters that hold the words, and mark them in the one that is open."""
        shown = []
        for item, page in self._pages():
            item.setHidden(not page.holds(words))
            if not item.isHidden():
                shown.append(item)
        if shown and self.chapters.currentItem() not in shown:
            self.chapters.setCurrentItem(shown[0])
        self._mark()
        announce(self, self.tr("%n chapter(s)", "", len(shown)))

    def _mark(self) -> None:
        """Mark the words that are looked for, and show the first of them."""
        words, selections = self.search.text().strip(), []
        document, cursor = self.text.document(), QTextCursor(self.text.document())
        while words:
            cursor = document.find(words, cursor, QTextDocument.FindFlag(0))
            if cursor.isNull():
                break
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(_color())
            selections.append(selection)
        self.text.setExtraSelections(selections)
        if selections:
            start = QTextCursor(selections[0].cursor)
            start.clearSelection()
            self.text.setTextCursor(start)
            self.text.ensureCursorVisible()

    def _find_next(self) -> None:
        words = self.search.text().strip()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)

    def _on_link(self, url: QUrl) -> None:
        """Follow a link: within the manual by the title of a chapter, else in the browser."""
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
            return
        wanted = url.fragment().replace("-", " ").casefold()
        for item, page in self._pages():
            if page.title.casefold() == wanted:
                item.setHidden(False)
                self.chapters.setCurrentItem(item)


def _color() -> QColor:
    return QColor(appearance.colors().mark)
