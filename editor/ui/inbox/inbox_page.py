"""The page of the inbox: bookmarks come in, are sorted, and go into sections of the text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from editor.app.document.session import Session
from editor.app.document.undo_commands import undo_if_last
from editor.app.inbox.inbox import Inbox
from editor.app.services.settings import Settings
from editor.core.base.edits import Edit
from editor.core.base.messages import Message
from editor.core.events.reading import kind_of_section
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.inserting import Insertion, insert_into_sections
from editor.ui.forms.base import Form
from editor.ui.inbox.bookmark_fields import BookmarkFields
from editor.ui.inbox.bookmark_intake import BookmarkIntake
from editor.ui.inbox.bookmark_table import BookmarkTable, name_places
from editor.ui.inbox.page_pictures import PagePictures
from editor.ui.inbox.page_titles import PageTitles
from editor.ui.inbox.source_asking import SourceAsking
from editor.ui.widgets.buttons import text_button
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.flow_layout import flow_row
from editor.ui.widgets.plain_text import PlainLabel
from editor.ui.widgets.text_input import TextLine
from editor.ui.widgets.undo_forwarding import forward_undo
from editor.ui.wording.translation import translated

_MOST_FILES = 20
_MOST_NAMED = 3
"""How many bookmarks that could not be written are named."""


class InboxPage(Form):
    """Shows the inbox; what it writes into the text is one step of undo."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""
    events_wanted = Signal(str)
    """The address of a page with events."""
    place_wanted = Signal(int)
    """A position of the text."""
    counted = Signal(int)
    """How many bookmarks wait."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session, "")
        self.heading.setText(self.tr("Inbox"))
        self.inbox = Inbox(session, parent=self)
        self.table, self.fields = BookmarkTable(self.inbox.propose), BookmarkFields()
        self.titles = PageTitles(self.inbox, settings)
        self.pictures = PagePictures(self.fields, settings)
        self.intake = BookmarkIntake(self.inbox, self)
        self.asking = SourceAsking(self.inbox, settings, self)
        self.setAcceptDrops(True)
        self._make_controls()
        self._lay_out()
        self._connect()

    # --- building --------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.search = TextLine(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setMaximumWidth(self.search.fontMetrics().horizontalAdvance("m" * 16))
        forward_undo(self.search)
        self.shown = QComboBox()
        self.shown.addItems([self.tr("Waiting"), self.tr("Used"), self.tr("All")])
        self.shown.setAccessibleName(self.tr("Which are shown"))
        self.paste_button = text_button(self.tr("&Paste addresses"), "plus")
        self.import_button = text_button(self.tr("I&mport…"), "download")
        self.import_button.setToolTip(
            self.tr("Bookmarks of browsers, Pocket, Wallabag, Linkding, Raindrop, Shaarli, Zotero")
        )
        self.ask_button = text_button(self.tr("&Ask the sources"), "refresh-cw")
        self.sources_button = text_button(self.tr("S&ources…"), "", "ghost")
        self.insert_button = text_button(self.tr("&Insert"), "check", "primary")
        self.insert_button.setToolTip(
            self.tr("Write the chosen links at the end of the first section that is proposed")
        )
        self.into_button = text_button(self.tr("Insert i&nto"), "", "")
        self.into_menu = QMenu(self.into_button)
        self.into_button.setMenu(self.into_menu)
        self.remove_button = text_button(self.tr("&Remove"), "trash-2", "ghost")
        self.count = PlainLabel()
        self.count.setObjectName("hint")

    def _lay_out(self) -> None:
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            flow_row(
                self.search,
                self.shown,
                self.paste_button,
                self.import_button,
                self.ask_button,
                self.sources_button,
                self.count,
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(flow_row(self.insert_button, self.into_button, self.remove_button))
        column.addWidget(self.fields)
        self.empty = EmptyState(
            "inbox",
            self.tr("Nothing waits"),
            self.tr(
                "Addresses for the next issues are collected here: pasted, dropped, imported, or "
                "saved from the browser."
            ),
            self.tr("&Paste addresses"),
            self.tr("I&mport…"),
        )
        for part in (self.content, self.empty):
            self.column.addWidget(part, 1)

    def _connect(self) -> None:
        self.inbox.changed.connect(self._show_rows)
        self.inbox.failed.connect(self._warn)
        for part in (self.intake, self.asking):
            part.message_posted.connect(self.message_posted)
        self.titles.failed.connect(self._warn)
        self.search.textChanged.connect(lambda _: self._show_rows())
        self.shown.currentIndexChanged.connect(lambda _: self._show_rows())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_acts())
        self.table.doubleClicked.connect(lambda _: self.insert())
        self.fields.changed.connect(self.inbox.change)
        self.fields.title_wanted.connect(self.titles.ask)
        self.fields.events_wanted.connect(self.events_wanted)
        self.empty.wanted.connect(self.intake.paste)
        self.empty.other_wanted.connect(self.intake.import_files)
        self.paste_button.clicked.connect(lambda: self.intake.paste())
        self.import_button.clicked.connect(lambda: self.intake.import_files())
        self.ask_button.clicked.connect(lambda: self.asking.ask())
        self.sources_button.clicked.connect(lambda: self.asking.choose())
        self.insert_button.clicked.connect(lambda: self.insert())
        self.remove_button.clicked.connect(lambda: self.remove())
        self.into_menu.aboutToShow.connect(self._fill_menu)
        for keys, act in (
            (QKeySequence.StandardKey.Paste, self.intake.paste),
            (QKeySequence.StandardKey.Delete, self.remove),
            (Qt.Key.Key_Return, self.insert),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.inbox.learn()
        self.inbox.load()

    def _show_rows(self) -> None:
        everything = self.inbox.sort() if self.inbox.bookmarks else []
        waiting = [row for row in everything if not row.is_used]
        self.counted.emit(len(waiting))
        if not self.isVisible():
            return
        words = self.search.text().casefold().split()
        used = [row for row in everything if row.is_used]
        rows = (waiting, used, everything)[self.shown.currentIndex()]
        rows = [row for row in rows if _matches(row.bookmark, words)]
        self.table.show_rows(self.session.issue, rows)
        self.count.setText(self.tr("%n wait(s)", "", len(waiting)))
        self.content.setVisible(bool(everything))
        self.empty.setVisible(not everything)
        self._show_current()
        self._show_acts()

    def _show_current(self) -> None:
        self.fields.show_bookmark(self.table.current)
        self.pictures.show_for(self.table.current)

    def _show_acts(self) -> None:
        chosen = self.table.chosen
        free = [row for row in chosen if not row.is_used]
        self.insert_button.setEnabled(any(self.inbox.propose(row.bookmark) for row in free))
        self.into_button.setEnabled(bool(free))
        self.remove_button.setEnabled(bool(chosen))

    def _warn(self, message: Message) -> None:
        self.message_posted.emit(translated(message), [], True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        self.intake.take(event.mimeData())

    # --- going out -------------------------------------------------------------------------------

    def insert(self) -> None:
        """Write the chosen bookmarks into the sections that are proposed for them."""
        places: dict[int | None, list[Bookmark]] = {}
        for row in self.table.chosen:
            if not row.is_used and (proposed := self.inbox.propose(row.bookmark)):
                places.setdefault(proposed[0], []).append(row.bookmark)
        self._insert(places)

    def insert_into(self, number: int | None) -> None:
        """Write the chosen bookmarks into a section.

        Args:
            number: Its number in the issue; None for what stands before the first heading.
        """
        free = [row.bookmark for row in self.table.chosen if not row.is_used]
        self._insert({number: free} if free else {})

    def _insert(self, places: dict[int | None, list[Bookmark]]) -> None:
        if not places:
            return
        issue = self.session.issue
        titles = name_places(issue)
        made: list[Insertion] = []

        def make() -> list[Edit]:
            made.append(insert_into_sections(issue, places))
            return list(made[0].edits)

        self.session.pause()
        if not self.put(make, self.tr("Insert links")):
            return
        self.session.pause()
        written, refused = made[0].written, made[0].refused
        count = sum(map(len, written.values()))
        where = ", ".join(titles[number] for number in written)
        text = self.tr("%n link(s) inserted: {0}.", "", count).format(where)
        for bookmark, error in list(refused.items())[:_MOST_NAMED]:
            name = bookmark.title or bookmark.address
            text += "\n" + self.tr("“{0}”: {1}").format(name, translated(error))
        first = made[0].edits[0]
        position = first.start + len(first.new)
        self.message_posted.emit(
            text,
            [
                (self.tr("Show"), lambda: self.place_wanted.emit(position)),
                (self.tr("Undo"), undo_if_last(self.session.stack)),
            ],
            bool(refused),
        )

    def _fill_menu(self) -> None:
        self.into_menu.clear()
        issue = self.session.issue
        top = min((section.heading.level for section in issue.sections), default=1)
        titles = name_places(issue)
        chosen = self.table.chosen if issue.sections else []
        proposed = self.inbox.propose(chosen[0].bookmark) if chosen else ()
        for number in proposed:
            self._add_choice(titles[number], number)
        if proposed:
            self.into_menu.addSeparator()
        for number, section in enumerate(issue.sections):
            if not kind_of_section(section, issue.profile.events):
                indent = "    " * (section.heading.level - top)
                self._add_choice(indent + titles[number], number)
        self._add_choice(titles[None], None)

    def _add_choice(self, title: str, number: int | None) -> None:
        action = self.into_menu.addAction(title.replace("&", "&&"))
        action.triggered.connect(lambda: self.insert_into(number))

    def remove(self) -> None:
        """Take the chosen bookmarks out of the inbox."""
        gone = [row.bookmark for row in self.table.chosen]
        if not gone:
            return
        self.inbox.remove(gone)
        text = self.tr("%n address(es) removed.", "", len(gone))
        undo = (self.tr("Undo"), lambda: self.inbox.bring_back(gone))
        self.message_posted.emit(text, [undo], False)

    def close_down(self) -> None:
        """Take no more work."""
        self.titles.close_down()
        self.pictures.close_down()
        self.asking.close_down()
        self.inbox.close_down()


def _matches(bookmark: Bookmark, words: Sequence[str]) -> bool:
    text = f"{bookmark.address} {bookmark.source} {bookmark.words}".casefold()
    return all(word in text for word in words)
