"""The page of the text: to write on as it will look, or as plain Markdown."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.base.edits import Span
from editor.core.checks.diagnostic import Diagnostic
from editor.ui.workspace.link_titles import LinkTitles
from editor.ui.workspace.replace_bar import ReplaceBar
from editor.ui.workspace.source_pane import SourcePane
from editor.ui.workspace.text_import import TextImport
from editor.ui.workspace.text_search import TextSearch
from editor.ui.writing.event_menu import EventMenu
from editor.ui.writing.front_line import BeginningButton, FrontLine
from editor.ui.writing.link_panel import LinkPanel
from editor.ui.writing.picture_panel import PicturePanel
from editor.ui.writing.place_names import PlaceNames
from editor.ui.writing.tools import Act, FormatTools
from editor.ui.writing.writing_pane import WritingPane

_LONGEST = 1_000_000
"""The longest text that is shown as it will look, in characters: ten large issues."""


class TextPage(QWidget):
    """Two views of one text, of which one is visible."""

    caret_moved = Signal(int)
    """The position of the text that the caret of the visible view is at."""

    refused = Signal(str)
    """Why something is not done."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    menu_opened = Signal(QMenu, int)
    """The menu at the caret, and the position of the text that it is about."""

    front_wanted = Signal()
    """The fields of the front matter shall be shown."""

    named = Signal(str)
    """What the caret is in, in words; "" in the plain view."""

    def __init__(self, session: Session, settings: Settings) -> None:
        """Make both views.

        Args:
            session: The document.
            settings: Which view is shown.
        """
        super().__init__()
        self._session, self._settings = session, settings
        self.source, self.writing = SourcePane(session), WritingPane(session)
        self.link_panel = LinkPanel(self.writing, session)
        self.picture_panel = PicturePanel(self.writing)
        self.tools = FormatTools(self.writing, (self.source, self.writing), self.run)
        self.front_line = FrontLine(self.writing, session)
        self.beginning = BeginningButton(self.writing)
        self._names = PlaceNames(self)
        self._marked: tuple[str, Sequence[Diagnostic]] = ("", ())
        """What was marked last, and of which text."""
        self.titles = LinkTitles(session, settings, self.writing)
        self.imports = TextImport(session, self.writing, self.run)
        self._make_views()
        self._connect()
        self._show_invisibles()
        self._show_writing(is_writing=settings.now.writing)
        settings.changed.connect(self._on_settings)

    def _on_settings(self, names: set[str]) -> None:
        if "invisibles" in names:
            self._show_invisibles()
        if "source_at_caret" in names:
            self._on_state()
        if "writing" in names and self._settings.now.writing != self.is_writing:
            self.toggle()

    def _make_views(self) -> None:
        self.find_bar = ReplaceBar(TextSearch(self._session, lambda: self.view, self))
        self._views = QStackedWidget()
        self._views.addWidget(self.source)
        self._views.addWidget(self.writing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.tools, self.find_bar, self._views):
            column.addWidget(part)

    def _connect(self) -> None:
        self.writing.refused.connect(self.refused)
        self.writing.link_wanted.connect(lambda: self.link_panel.open(self.view))
        self.writing.acted.connect(self._on_acted)
        self.writing.picture_wanted.connect(self._on_picture)
        self.writing.event_wanted.connect(self._on_event)
        # what the tools and the status line say can wait until the key is on the screen
        self._state_timer = QTimer(self, singleShot=True, interval=0)
        self._state_timer.timeout.connect(self._on_state)
        self.writing.state_changed.connect(self._state_timer.start)
        self.front_line.clicked.connect(self.front_wanted)
        self._session.opened.connect(self.find_bar.end)
        for part in (self.titles, self.imports):
            part.message_posted.connect(self.message_posted)
        for view in (self.source, self.writing):
            view.menu_opened.connect(self.menu_opened)
            view.caret_moved.connect(self.caret_moved)

    @property
    def view(self) -> SourcePane | WritingPane:
        """The view that is visible."""
        return self.writing if self.is_writing else self.source

    @property
    def is_writing(self) -> bool:
        """Whether the text is shown as it will look."""
        return self._views.currentWidget() is self.writing

    def toggle(self) -> None:
        """Show the text as it will look, or as plain Markdown; the choice is kept."""
        self._settings.keep(writing=not self.is_writing)
        self._show_writing(is_writing=self._settings.now.writing)

    def toggle_source_at_caret(self) -> None:
        """Show the Markdown at the caret in the status line, or not; the choice is kept."""
        self._settings.keep(source_at_caret=not self._settings.now.source_at_caret)

    def toggle_invisibles(self) -> None:
        """Show blanks, no-break spaces and tabs in the text, or hide them; the choice is kept."""
        self._settings.keep(invisibles=not self._settings.now.invisibles)

    def _show_invisibles(self) -> None:
        for view in (self.source, self.writing):
            option = view.document().defaultTextOption()
            flag = QTextOption.Flag.ShowTabsAndSpaces
            flags = option.flags() & ~flag
            option.setFlags(flags | flag if self._settings.now.invisibles else flags)
            view.document().setDefaultTextOption(option)

    def toggle_focus(self) -> None:
        """Let all but the section of the caret step back, or show all alike again."""
        self.writing.set_focused(not self.writing.is_focused)

    def _show_writing(self, *, is_writing: bool) -> None:
        """Choose a view; the caret stays at its place of the text."""
        if is_writing == self.is_writing:
            return
        caret, had_focus = self.view.caret, self.view.hasFocus()
        self.find_bar.close_bar()
        self._session.pause()
        self._views.setCurrentWidget(self.writing if is_writing else self.source)
        self._on_state()
        if self._session.is_open:
            self.show_now()
            self.view.go_to(caret)
            if self._marked[0] == self._session.text:
                self.view.mark(self._marked[1])
        if had_focus:
            self.view.setFocus()

    def show_now(self) -> None:
        """Show the text if it has changed while the page was not visible; giants as Markdown."""
        if self.is_writing and len(self._session.text) > _LONGEST:
            self.refused.emit(self.tr("This text is so long that it is shown as Markdown."))
            self._show_writing(is_writing=False)
        elif self.is_writing:
            self.writing.show_now()
            self.front_line.show_issue()
            self.beginning.settle()

    def _on_picture(self) -> None:
        """Describe the picture at the caret, else insert one."""
        if not self.picture_panel.open(self.view):
            self.writing.pictures.choose()

    def _on_event(self) -> None:
        """Let an event of the issue be chosen, to which a link is written."""
        menu = EventMenu(self.writing)
        if menu.isEmpty():
            self.refused.emit(self.tr("This issue has no events yet."))
            return
        menu.popup(self.view.viewport().mapToGlobal(self.view.cursorRect().bottomLeft()))

    def show_state(self) -> None:
        """Let the tools show what is at the caret, in another document, too."""
        self._state_timer.start()

    def _on_state(self) -> None:
        self.tools.show_state()
        name = self._names.name_place(self.writing) if self.is_writing else ""
        shown = name
        if name and self._settings.now.source_at_caret:
            shown = f"{name} · {self._names.source_at(self.writing)}"
        self.named.emit(shown)
        if name:
            self._names.announce(self.writing, name)

    def run(self, act: Act) -> object:
        """Let a tool act on the selection of the visible view.

        Args:
            act: What it does with the page to write on.

        Returns:
            What the tool returns; False where it cannot act.
        """
        if not self._session.is_open or len(self._session.text) > _LONGEST:
            return False
        if not self.is_writing:
            span = self.source.selected_span
            if span.start < self._session.issue.front.body:
                self.refused.emit(self.tr("This is for the text, not for what is above it."))
                return False
            self.writing.show_now()
            places = (self.writing.place_of(span.end), self.writing.place_of(span.start))
            self.writing.put_caret(*places)
        done = act(self.writing)
        if not self.link_panel.isVisible() and not self.picture_panel.isVisible():
            self.view.setFocus()
        return done

    def _on_acted(self) -> None:
        """What was done for the plain view is selected there."""
        if not self.is_writing:
            QTimer.singleShot(0, self, self._select_in_source)

    def _select_in_source(self) -> None:
        if not self.is_writing and self.writing.body is not None:
            self.source.choose(self.writing.selected_span)

    def go_to(self, position: int) -> None:
        """Put the caret at a position of the text and bring it into view.

        Args:
            position: A position of the text.
        """
        self.view.go_to(position)

    def choose(self, span: Span) -> None:
        """Select a part of the text, show it and take the focus.

        Args:
            span: The part.
        """
        self.view.choose(span)

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Underline what checks have found in the visible view.

        Args:
            diagnostics: All diagnostics of the text that is shown.
        """
        self._marked = (self._session.text, diagnostics)
        self.view.mark(diagnostics)

    def set_size(self, points: float) -> None:
        """Set the size of the letters.

        Args:
            points: Points of the plain view; the page to write on has somewhat larger letters.
        """
        for view, size in ((self.source, points), (self.writing, points * 1.15)):
            font = view.font()
            font.setPointSizeF(size)
            view.setFont(font)
        self.source.margin.settle()
        self.writing.apply_style()

    # --- search ----------------------------------------------------------------------------------

    def setFocus(self, *args: object) -> None:  # noqa: N802 - Qt's name
        self.view.setFocus()

    def find_words(self, *, replacing: bool = False) -> None:
        """Open the bar to find with.

        Args:
            replacing: Whether words shall be replaced, too.
        """
        selection = self.view.textCursor().selectedText()
        words = "" if "\u2029" in selection else selection
        self.find_bar.open(words, replacing=replacing)

    def close_down(self) -> None:
        """Take no more work."""
        self.link_panel.close_down()
        self.titles.close_down()
        self.imports.close_down()
