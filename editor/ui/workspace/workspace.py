"""The desk: outline, forms and source, preview, side by side around one session.

Apart from the window, which is a shell of menus and messages and can be painted before any of this exists.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.app.checks.check_runner import CheckRunner
from editor.app.document.renderer import Renderer
from editor.app.document.session import Change, Session
from editor.app.services.settings import Settings
from editor.core.base.edits import Edit
from editor.core.checks.table import Diagnostic, entry_of
from editor.core.events.model import EntryKind, Event
from editor.core.issue.issue import Issue
from editor.ui.forms.base import Form
from editor.ui.forms.entries_page import EntriesPage
from editor.ui.forms.front_matter_form import FrontMatterForm
from editor.ui.forms.image_form import ImageForm
from editor.ui.preview.pane import PreviewPane
from editor.ui.widgets.find_bar import FindBar
from editor.ui.wording.translation import translated
from editor.ui.workspace.diagnostics_list import DiagnosticsList
from editor.ui.workspace.event_import import EventImport
from editor.ui.workspace.outline import Outline, OutlinePart
from editor.ui.workspace.pages import Page, page_of
from editor.ui.workspace.source_pane import SourcePane

if TYPE_CHECKING:
    from editor.core.rendering.blocks import Block, Omissions
    from editor.ui.preview.view_factory import View

_SETTLE = 120
"""Milliseconds of quiet in typing before outline and forms follow; the preview does not wait, and what it
has parsed is at hand by then."""


_PROBLEMS = 300
"""Pixels of the list of problems when it is opened."""


class Workspace(QSplitter):
    """Three panes. What they have to say goes out by signals."""

    refused = Signal(str)
    """A sentence about an edit that was not made."""
    link_clicked = Signal(QUrl)
    said = Signal(str, object, bool)
    """Something for the message bar: text, its answers, whether it is a warning."""
    engine_changed = Signal()
    preview_patched = Signal()

    def __init__(self, session: Session, settings: Settings, renderer: Renderer) -> None:
        super().__init__(childrenCollapsible=False)
        self.session, self.settings, self.renderer = session, settings, renderer
        self._caret = -1
        """Where the caret went while typing: followed when the page has that text."""
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._make_pages()
        self._make_panes()
        self.intake = EventImport(
            session, settings, self, lambda text: self.said.emit(text, [], False), self._chosen
        )
        self._connect()

    @property
    def preview(self) -> "View | None":
        """The page's view, once it has started."""
        return self.pane.view

    # --- building --------------------------------------------------------------------------------

    def _make_pages(self) -> None:
        session = self.session
        self.head, self.image = FrontMatterForm(session), ImageForm(session)
        self.events, self.meetings, self.deadlines = (
            EntriesPage(session, kind) for kind in EntryKind
        )
        self.pages: dict[str, Form] = {
            Page.HEAD: self.head,
            Page.IMAGE: self.image,
            Page.EVENTS: self.events,
            Page.MEETINGS: self.meetings,
            Page.DEADLINES: self.deadlines,
        }
        self.source = SourcePane(session)
        self.find_bar = FindBar(self.source, self.tr("Find in the Markdown"))
        self._source_page = QWidget()
        column = QVBoxLayout(self._source_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.source)

    def _make_panes(self) -> None:
        self._before: QWidget | None = None
        """Where somebody was before going into the list of problems."""
        self.outline = Outline()
        self.middle = QStackedWidget()
        for page in (*self.pages.values(), self._source_page):
            self.middle.addWidget(page)
        self.pane = PreviewPane(self.session, self.settings)
        self.check_runner = CheckRunner(self.session, self)
        self.diagnostics = DiagnosticsList(self.check_runner, self._play)
        centre = self._centre = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        centre.addWidget(self.middle)
        centre.addWidget(self.diagnostics)
        centre.setStretchFactor(0, 1)
        panes: tuple[tuple[QWidget, int, int], ...] = (
            (self.outline, 0, 150),
            (centre, 1, 520),
            (self.pane, 3, self.pane.bar.minimumSizeHint().width()),
        )
        for index, (pane, stretch, narrowest) in enumerate(panes):
            self.addWidget(pane)
            self.setStretchFactor(index, stretch)
            pane.setMinimumWidth(narrowest)
        self.setSizes(list(self.settings.now.panes))

    def _connect(self) -> None:
        self.session.changed.connect(self._on_changed)
        self.session.path_changed.connect(
            lambda _: self._request_preview()
        )  # another place, other pictures
        self._settle.timeout.connect(self._follow)
        self.renderer.rendered.connect(self._on_rendered)
        self.outline.chosen.connect(self.go_to)
        self.middle.currentChanged.connect(self._on_page_shown)
        self.source.caret_moved.connect(self._on_caret_moved)
        self.pane.link_clicked.connect(self.link_clicked)
        self.pane.place_chosen.connect(self.go_to_position)
        self.pane.said.connect(self.said)
        self.pane.image_chosen.connect(self.show_image)
        self.pane.patched.connect(self._on_patched)
        self.pane.started.connect(self._on_started)
        self.pane.drawn.connect(self.engine_changed)
        for form in self.pages.values():
            form.refused.connect(self.refused.emit)
        self.check_runner.examined.connect(self._on_examined)
        self.check_runner.failed.connect(lambda sentence: self.refused.emit(translated(sentence)))
        self.diagnostics.go_wanted.connect(self.go_to_diagnostic)
        self.diagnostics.opened.connect(self._on_diagnostics_opened)
        self.diagnostics.said.connect(self.said)
        self.diagnostics.show_open(self.settings.now.problems)
        self._share()
        self.image.picture_changed.connect(self._on_picture_changed)
        for form in (self.head, self.image):
            form.source_wanted.connect(
                lambda position: self.go_to(OutlinePart(Page.SOURCE, position))
            )
        for form in (self.events, self.meetings, self.deadlines):
            form.looked_at.connect(self._show_in_preview)
            form.import_wanted.connect(self.intake.import_events)

    # --- following the session -------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:
            self.pane.new_document()
        if change.origin is self.source:
            self._settle.start()
        else:
            self._follow()
        if change.edits is None:
            self.go_to(
                self.outline.current
            )  # the page at hand may be one that this document has not
        QTimer.singleShot(0, self._request_preview)

    def look_at_pictures(self) -> None:
        """A picture may have moved from here to the site."""
        self.image.refresh()
        self._on_picture_changed()

    def _on_picture_changed(self) -> None:
        """The page is loaded anew: its address is the same, what is there is not."""
        self.pane.new_document()
        self._request_preview()
        self.check_runner.examine()

    def _play(self, edits: list[Edit], label: str) -> bool:
        self.session.pause()
        return self.session.apply(edits, label, origin=self)

    def _on_examined(self) -> None:
        """What was found is marked wherever people look."""
        issue, diagnostics = self.session.issue, self.check_runner.diagnostics
        self.outline.mark(issue, diagnostics)
        if self.source.isVisible():
            self.source.mark(diagnostics)
        for form in self.pages.values():
            form.mark(diagnostics)

    def go_to_diagnostic(self, diagnostic: Diagnostic) -> None:
        """To the field, the row or the words a problem is about."""
        issue, page = self.session.issue, page_of(self.session.issue, diagnostic)
        if page == Page.HEAD:
            self._focus(page, self.head)
            self.head.show_key(issue, diagnostic.span.start)
        elif page == Page.IMAGE:
            self._focus(page, self.image)
            self.image.go_to(diagnostic.code)
        elif page == Page.SOURCE:
            self.outline.choose(OutlinePart(Page.SOURCE, diagnostic.span.start))
            self.source.choose(diagnostic.span)
        elif not self._go_to_entry(diagnostic):
            self.go_to(OutlinePart(Page.SOURCE))
            self.source.choose(diagnostic.span)

    def _go_to_entry(self, diagnostic: Diagnostic) -> bool:
        """To the field of an event, meeting or deadline; False where no field holds what is meant."""
        entry = entry_of(self.session.issue, diagnostic)
        widget = None
        if entry:
            self.go_to_position(entry.span.start)
            widget = self.lists[entry.kind].fields.field_of(diagnostic)
        if widget:
            widget.setFocus()
        return widget is not None

    def _on_diagnostics_opened(self, wanted: bool) -> None:
        self.settings.keep(problems=wanted)
        self._share()
        if not wanted:
            self._go_back()

    def _go_back(self) -> None:
        """To where somebody was before the list, or to the first field of the page."""
        page, before = self.middle.currentWidget(), self._before
        if before and page and before.isVisible() and page.isAncestorOf(before):
            before.setFocus()
        elif page is self._source_page:
            self.source.setFocus()
        elif isinstance(page, Form):
            _first(page.page).setFocus()

    def _share(self) -> None:
        """The height of the middle pane: to the list of problems what it needs."""
        high = _PROBLEMS if self.diagnostics.is_open else self.diagnostics.sizeHint().height()
        self._centre.setSizes([max(self._centre.height(), 800) - high, high])

    def check_links(self) -> None:
        """Ask every link of the issue whether anything is there."""
        self.diagnostics.ask_links(private=self.settings.now.private_addresses)

    def toggle_diagnostics(self) -> None:
        """Into the list; from the list back, and it closes."""
        if not self.diagnostics.is_used:
            self._before = QApplication.focusWidget()
        self.diagnostics.head.setChecked(not self.diagnostics.is_used)
        if self.diagnostics.is_open:
            self.diagnostics.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow(self) -> None:
        """Outline and forms; the forms that nobody sees wait until they are seen."""
        self.outline.show_issue(self.session.issue)
        for form in self.pages.values():
            form.follow()

    # --- places ----------------------------------------------------------------------------------

    def go_to(self, place: OutlinePart) -> None:
        """Show a page of the middle pane; for the source, at a position."""
        self.session.pause()
        form = self.pages.get(place.page)
        if form:
            self.middle.setCurrentWidget(form)
            form.verticalScrollBar().setValue(0)
            return
        self.middle.setCurrentWidget(self._source_page)
        if place.position:
            self.source.go_to(place.position)
            self._show_in_preview(place.position)

    def go_to_position(self, position: int) -> None:
        """To the form of what stands at a position of the text, else to the source."""
        issue = self.session.issue
        entry = next(
            (entry for entry in issue.entries if entry.span.start <= position < entry.span.end),
            None,
        )
        if entry is None:
            page = Page.HEAD if position < issue.front.body else Page.SOURCE
            self.outline.choose(OutlinePart(page, position if page == Page.SOURCE else 0))
            if page == Page.SOURCE:
                self.source.setFocus()
            else:
                self.show_head()
            return
        row = [other for other in issue.entries if other.kind == entry.kind].index(entry)
        self.outline.choose(OutlinePart(entry.kind))
        self.lists[entry.kind].select(row)
        self.lists[entry.kind].fields.title.setFocus()

    @property
    def lists(self) -> dict[str, EntriesPage]:
        """The pages of entries by kind."""
        return {page.kind: page for page in (self.events, self.meetings, self.deadlines)}

    def _on_page_shown(self, index: int) -> None:
        page = self.middle.widget(index)
        if page is self._source_page and self.check_runner.current:
            self.source.mark(self.check_runner.diagnostics)
        if isinstance(page, Form) and self.session.is_open:
            page.show_now()
        if isinstance(page, EntriesPage) and page.entry_shown:
            self._show_in_preview(page.entry_shown.span.start)

    def show_head(self) -> None:
        self._focus(Page.HEAD, self.head)

    def show_image(self) -> None:
        self._focus(Page.IMAGE, self.image)

    def show_events(self) -> None:
        self._focus(Page.EVENTS, self.events)

    def show_source(self) -> None:
        self._focus(Page.SOURCE, None)

    def _focus(self, page: str, form: Form | None) -> None:
        self.outline.choose(OutlinePart(page))
        (_first(form.page) if form else self.source).setFocus(Qt.FocusReason.TabFocusReason)

    def add_event(self) -> None:
        self._add(Page.EVENTS)

    def order_events(self) -> None:
        self.show_events()
        self.events.order()

    def _chosen(self) -> list[Event]:
        page = self.middle.currentWidget()
        if isinstance(page, EntriesPage):
            return page.listing.chosen
        return []

    def learn(self) -> None:
        """The session knows more: the forms offer it."""
        for page in self.pages.values():
            page.set_gazetteer()
        self.check_runner.examine()

    def add_meeting(self) -> None:
        self._add(Page.MEETINGS)

    def add_deadline(self) -> None:
        self._add(Page.DEADLINES)

    def _add(self, kind: Page) -> None:
        self._focus(kind, self.lists[kind])
        self.lists[kind].add_entry()

    def find_words(self) -> None:
        self.show_source()
        self.find_bar.open()

    def next_pane(self) -> None:
        """F6: outline, middle, preview, and around."""
        shown = (self.outline, self.middle.currentWidget(), self.pane.place.currentWidget())
        stops = [widget for widget in shown if widget is not None]
        here = next(
            (
                i
                for i, stop in enumerate(stops)
                if stop.isAncestorOf(self.focusWidget() or self) or stop is self.focusWidget()
            ),
            -1,
        )
        stop = stops[(here + 1) % len(stops)]
        target = self.source if stop is self._source_page else stop
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom_in(self) -> None:
        self._zoom(10)

    def zoom_out(self) -> None:
        self._zoom(-10)

    def zoom_normal(self) -> None:
        self._zoom(0)

    def _zoom(self, by: int) -> None:
        self.pane.zoom_by(by)
        self._size_source()

    def _size_source(self) -> None:
        font = self.source.font()
        font.setPointSizeF(self.font().pointSizeF() * self.settings.now.zoom / 100)
        self.source.setFont(font)

    # --- preview ---------------------------------------------------------------------------------

    def start_preview(self) -> None:
        """After the first paint: WebEngine takes longer than everything else together."""
        sizes = self.sizes()  # a view without a page would take no width
        self.pane.start()
        self.setSizes(sizes)

    def _on_started(self) -> None:
        self._size_source()
        self._request_preview()
        self.engine_changed.emit()

    def _request_preview(self) -> None:
        if self.preview is not None and self.session.is_open:
            self.renderer.request(self.session.text, self.session.profile, self.pane.document)

    def _on_rendered(
        self, issue: Issue, blocks: "list[Block]", omitted: "Omissions", document: int
    ) -> None:
        self.session.adopt(issue)
        if document == self.pane.document:
            self.pane.show_rendered(issue, blocks, omitted)

    def _on_patched(self) -> None:
        if self._caret >= 0 and self.pane.shows(self.session.text):
            self.pane.show_position(self._caret)
            self._caret = -1
        self.preview_patched.emit()

    def _on_caret_moved(self, position: int) -> None:
        """The page follows; while somebody types, once it has what was typed, and only if that is out of sight."""
        if not self.source.hasFocus() and not self.find_bar.isVisible():
            return
        if self.pane.shows(self.session.text):
            self.pane.show_position(position)
        else:
            self._caret = position

    def _show_in_preview(self, position: int) -> None:
        self.pane.show_position(position, point=True)

    def apply_style(self) -> None:
        """The colours are others: light and dark differ in source and preview."""
        self.source.apply_style()
        self.pane.apply_style()

    def close_down(self) -> None:
        """No more work, and the page out of the engine."""
        self._settle.stop()
        self.check_runner.close()
        self.renderer.close()
        self.pane.close_down()


def _first(page: QWidget) -> QWidget:
    """The first widget of a page that takes the focus, no list to choose from: a wheel would change it. The page itself
    where there is none."""
    widget = page.nextInFocusChain()
    while widget and widget is not page:  # a form that was built anew lies apart in the chain
        if (
            page.isAncestorOf(widget)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(widget, QComboBox)
        ):
            return widget
        widget = widget.nextInFocusChain()
    return page
