"""The workspace: outline, forms and source, preview, side by side around one session.

Apart from the window, a shell of menus and messages that is painted before any of this exists.
"""

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor.app.checks.check_runner import CheckRunner
from editor.app.document.edited_text import Change
from editor.app.document.renderer import Renderer
from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.base.edits import Edit
from editor.ui.forms.base import Form
from editor.ui.look.appearance import appearance
from editor.ui.preview.pane import PreviewPane
from editor.ui.wording.translation import translated
from editor.ui.workspace.diagnostics_list import DiagnosticsList
from editor.ui.workspace.event_import import EventImport
from editor.ui.workspace.inbox_sync import InboxSync
from editor.ui.workspace.navigator import Navigator
from editor.ui.workspace.outline import Outline
from editor.ui.workspace.page_stack import PageStack
from editor.ui.workspace.pages import Page
from editor.ui.workspace.panes import Panes, Side
from editor.ui.workspace.preview_sync import PreviewSync
from editor.ui.workspace.problem_split import ProblemSplit
from editor.ui.workspace.section_tools import SectionTools

_FORM_DELAY = 120
"""Milliseconds of quiet in typing before outline and forms follow; the preview does not wait."""


class Workspace(QWidget):
    """Three panes and the list of diagnostics. Their messages go out by signals."""

    refused = Signal(str)
    """A message about an edit that was not made."""
    link_clicked = Signal(QUrl)
    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""
    engine_changed = Signal()
    help_wanted = Signal()
    """Help on the page that is shown."""
    preview_patched = Signal()

    def __init__(self, session: Session, settings: Settings, renderer: Renderer) -> None:
        """Make the panes; the preview starts later, by ``start_preview``.

        Args:
            session: The open document.
            settings: The widths of the panes, the zoom and what else the panes remember.
            renderer: Renders the preview's pages.
        """
        super().__init__()
        self.session, self.settings, self.renderer = session, settings, renderer
        self._form_timer = QTimer(self, singleShot=True, interval=_FORM_DELAY)
        self._starts_preview = False
        self._make_panes()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._connect_document()
        self._connect_panes()

    # --- building --------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        self.outline = Outline()
        self.middle = pages = PageStack(self.session, self.settings)
        self.head, self.image = pages.head, pages.image
        self.text, self.find_bar = pages.text, pages.text.find_bar
        self.source = pages.text.source
        self.pane = PreviewPane(self.session, self.settings)
        self.check_runner = CheckRunner(self.session, self)
        self.check_runner.spells = self.settings.now.spelling
        self.settings.changed.connect(self._on_settings)
        self.diagnostics = DiagnosticsList(self.check_runner, self._apply_edits)
        self.panes = Panes(self.outline, pages, self.pane, self.settings)
        self.split = ProblemSplit(self.panes, pages, self.diagnostics, self.settings)
        self.navigator = Navigator(self.session, self.outline, pages)
        self.sections = SectionTools(self.session, self.outline, pages.text)
        self.preview_sync = PreviewSync(self.session, self.renderer, self.pane, pages)
        self.event_import = EventImport(
            self.session,
            self.settings,
            self,
            show_message=lambda text, acts: self.message_posted.emit(text, acts, False),
            selected_entries=pages.selected_entries,
        )
        InboxSync(self.session, pages.inbox, self.outline, self.navigator, self.event_import)

    def _connect_document(self) -> None:
        # a document begins with its title: the text need not be laid out for a moment before that
        self.session.opened.connect(lambda: self.middle.setCurrentWidget(self.head))
        self.session.changed.connect(self._on_changed)
        # another place has other pictures
        self.session.path_changed.connect(lambda _: self.preview_sync.request())
        self._form_timer.timeout.connect(self._follow)
        self.middle.currentChanged.connect(self._on_page_shown)
        appearance().changed.connect(self._apply_style)
        self.middle.help_wanted.connect(self.help_wanted)
        for tools in (self.middle, self.text, self.sections):
            tools.refused.connect(self.refused.emit)
        for form in (self.head, self.image):
            form.source_wanted.connect(self.navigator.show_in_source)
        self.middle.looked_at.connect(self.preview_sync.show_position)
        self.middle.import_wanted.connect(self.event_import.import_events)
        self.middle.text_dropped.connect(self.event_import.take_text)
        self.image.picture_changed.connect(self._reload_pictures)
        self.text.writing.pictures.stored.connect(self._reload_pictures)
        self.navigator.position_shown.connect(self.preview_sync.show_position)
        self.navigator.page_shown.connect(self.panes.return_to_page)

    def _connect_panes(self) -> None:
        self.pane.link_clicked.connect(self.link_clicked)
        self.pane.place_chosen.connect(self.navigator.go_to_position)
        self.pane.message_posted.connect(self.message_posted)
        self.pane.image_chosen.connect(lambda: self.show_page(Page.IMAGE))
        self.pane.started.connect(self._on_preview_started)
        self.pane.drawn.connect(self.engine_changed)
        self.panes.folded.connect(self._on_folded)
        self.preview_sync.patched.connect(self.preview_patched)
        self.check_runner.finished.connect(self._on_checks_finished)
        self.check_runner.failed.connect(lambda why: self.refused.emit(translated(why)))
        self.text.menu_opened.connect(self.diagnostics.mending.fill)
        self.split.place_wanted.connect(self.navigator.go_to_diagnostic)
        self.navigator.page_shown.connect(self.split.make_room)
        for part in (self.diagnostics, self.text, self.middle.inbox):
            part.message_posted.connect(self.message_posted)
        self.text.link_panel.opened.connect(self.link_clicked)

    # --- following the session -------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        is_new = change.edits is None
        if is_new:
            self.pane.new_document()
            self.pane.page_output.forget()
            self.preview_sync.forget()
            self._on_checks_finished()
        if change.is_typed or change.origin in (self.source, self.text.writing):
            self.middle.note_change()
            self._form_timer.start()
        else:
            self._follow()
        if is_new:
            self.show_page(Page.HEAD)  # a document begins with its title
            self.text.show_state()
        QTimer.singleShot(0, self.preview_sync.request)

    def _follow(self) -> None:
        self.outline.show_issue(self.session.issue)
        self.middle.follow()

    def refresh_pictures(self) -> None:
        """Look for the pictures again: one may have been exported to the site."""
        self.image.refresh()
        self._reload_pictures()

    def _reload_pictures(self) -> None:
        """Load the page anew: the picture's address is the same, the picture is not."""
        self.pane.new_document()
        self.preview_sync.request()
        self.check_runner.run()

    def _apply_edits(self, edits: list[Edit], label: str) -> bool:
        self.session.pause()
        return self.session.apply(edits, label, origin=self)

    def set_gazetteer(self) -> None:
        """Offer in the forms, and check with, what the session has learned of the site."""
        self.middle.set_gazetteer()
        self.check_runner.run()

    def _on_page_shown(self, index: int) -> None:
        page = self.middle.widget(index)
        if page is self.text and self.session.is_open:
            self.text.show_now()
            QTimer.singleShot(0, self, self._mark_text)  # marks need all of it laid out
        if isinstance(page, Form) and self.session.is_open:
            page.show_now()
        if (entries := self.middle.list_shown) and entries.entry_shown:
            self.preview_sync.show_position(entries.entry_shown.span.start)

    def _mark_text(self) -> None:
        if self.text.isVisible() and self.check_runner.current:
            self.text.mark(self.check_runner.diagnostics)

    # --- diagnostics -----------------------------------------------------------------------------

    def _on_checks_finished(self) -> None:
        """Mark what checks have found wherever it is visible."""
        diagnostics = self.check_runner.diagnostics
        self.outline.mark(self.session.issue, diagnostics)
        self.middle.mark(diagnostics)
        self.diagnostics.refresh()

    def check_links(self) -> None:
        """Ask every link of the issue whether it answers."""
        self.diagnostics.links.ask(private=self.settings.now.private_addresses)

    def _on_settings(self, names: set[str]) -> None:
        if names & {"spelling", "language_tool"}:
            self.check_runner.spells = self.settings.now.spelling
            self.check_runner.run()

    # --- actions ---------------------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        """Go to a page (a ``Page``), into its first field."""
        self.navigator.focus_page(Page(page))

    def order_events(self) -> None:
        """Put the events in the order of their dates."""
        self.show_page("event")
        self.middle.events.order_entries()

    def add_entry(self, page: str) -> None:
        """Add an event, a meeting or a deadline, and go to its form.

        Args:
            page: The Page of its kind.
        """
        self.show_page(page)
        self.middle.list_of(page).add_entry()

    def find_words(self, *, replacing: bool = False) -> None:
        """Open the bar to find words of the text, or to replace them."""
        self.show_page("source")
        self.text.find_words(replacing=replacing)

    def next_pane(self) -> None:
        """Put the focus into the next of outline, middle pane and preview, and around."""
        candidates = (
            self.outline,
            self.middle.currentWidget(),
            self.pane.views.currentWidget(),
            self.diagnostics.tree,
        )
        panes = [pane for pane in candidates if pane is not None and pane.isVisible()]
        if panes == [self.diagnostics.tree]:  # it has all the room
            self.split.toggle_diagnostics()
            return
        focused = self.focusWidget() or self
        has_focus = [pane is focused or pane.isAncestorOf(focused) for pane in panes]
        target = panes[(has_focus.index(True) + 1) % len(panes) if any(has_focus) else 0]
        if target is self.middle.currentWidget():
            self.middle.return_to_field()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom(self, percent: int) -> None:
        """Enlarge page and text, or shrink them.

        Args:
            percent: By how much; 0 for their original size.
        """
        self.pane.frame.zoom_by(percent)
        self._size_source()

    def _size_source(self) -> None:
        self.text.set_size(QApplication.font().pointSizeF() * self.settings.now.zoom / 100)

    def start_preview(self) -> None:
        """Start the preview as soon as its pane is seen: WebEngine takes longer than the rest."""
        self._starts_preview = True
        self._on_folded()

    def _on_folded(self) -> None:
        if self._starts_preview and self.panes.is_shown(Side.PREVIEW):
            sizes = self.panes.sizes()  # a view without a page would take no width
            self.pane.start()
            self.panes.setSizes(sizes)
            self._starts_preview = False

    def _on_preview_started(self) -> None:
        self._size_source()
        self.preview_sync.request()
        self.engine_changed.emit()

    def _apply_style(self) -> None:
        self._size_source()
        self.source.apply_style()
        self.pane.apply_style()

    def close_down(self) -> None:
        """Stop all work and take the page out of the engine."""
        self.panes.close_down()
        self._form_timer.stop()
        self.middle.close_down()
        self.check_runner.close()
        self.text.close_down()
        self.middle.inbox.close_down()
        self.renderer.close()
        self.pane.close_down()
