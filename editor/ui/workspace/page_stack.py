"""The middle pane: the forms and the source, one visible at a time."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSplitter, QStackedWidget, QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.checks.diagnostic import Diagnostic
from editor.core.events.model import EntryKind, Event
from editor.ui.forms.base import Form
from editor.ui.forms.front_matter_form import FrontMatterForm
from editor.ui.forms.image_form import ImageForm
from editor.ui.inbox.inbox_page import InboxPage
from editor.ui.workspace.lazy_forms import LazyForms
from editor.ui.workspace.pages import Page
from editor.ui.workspace.text_page import TextPage

if TYPE_CHECKING:
    from editor.ui.forms.entries_page import EntriesPage

_REST = 1_500
"""Milliseconds without a change before a form is made that nobody has asked for."""


class PageStack(QStackedWidget):
    """The pages of the issue. Forms that are not visible wait with their work until they are."""

    unwritten_changed = Signal()
    """Perhaps ``unwritten`` is another form now."""
    refused = Signal(str)
    """As a form's ``refused``."""
    help_wanted = Signal()
    looked_at = Signal(int)
    """The position in the text of the entry that was selected."""
    import_wanted = Signal()
    text_dropped = Signal(str)
    """Entries of another window were dropped, as Markdown."""
    form_made = Signal(object)
    """A Form that nobody had asked for before."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._diagnostics: Sequence[Diagnostic] = ()
        self.head, self.image = FrontMatterForm(session), ImageForm(session)
        self.inbox = InboxPage(session, settings)
        self._lists: dict[str, EntriesPage] = {}
        self.pages = LazyForms(tuple(Page)[:-1], self._make_form)
        """The forms; those of entries are made when they are wanted, or when nobody types."""
        self.text = TextPage(session, settings)
        self._rest_timer = QTimer(self, singleShot=True, interval=_REST)
        self._rest_timer.timeout.connect(self._make_missing)
        self.currentChanged.connect(lambda _: self._name_page())
        for page in (Page.HEAD, Page.IMAGE, Page.INBOX):
            self.pages[page]
        self.addWidget(self.text)

    def _make_form(self, page: str) -> Form:
        ready: dict[str, Form] = {
            Page.HEAD: self.head,
            Page.IMAGE: self.image,
            Page.INBOX: self.inbox,
        }
        form = ready.get(page) or self._make_list(page)
        form.unwritten_changed.connect(self.unwritten_changed)
        form.refused.connect(self.refused)
        form.help_wanted.connect(self.help_wanted)
        self.addWidget(form)
        self.form_made.emit(form)
        return form

    def _make_list(self, kind: str) -> Form:
        from editor.ui.forms.entries_page import EntriesPage

        page = self._lists[kind] = EntriesPage(self._session, EntryKind(kind))
        page.looked_at.connect(self.looked_at)
        page.import_wanted.connect(self.import_wanted)
        page.text_dropped.connect(self.text_dropped)
        page.set_gazetteer()
        page.mark(self._diagnostics)
        return page

    def _make_missing(self) -> None:
        for page in self.pages.missing[:1]:
            self.pages[page]
            self._rest_timer.start()

    def for_each_form(self, act: Callable[[Form], object]) -> None:
        """Do something with each form, with those that do not exist yet as soon as they do.

        Args:
            act: What to do.
        """
        for form in self.pages.made:
            act(form)
        self.form_made.connect(act)

    def list_of(self, kind: str) -> "EntriesPage":
        """Return the page of the entries of a kind.

        Args:
            kind: An EntryKind.
        """
        self.pages[kind]
        return self._lists[kind]

    @property
    def events(self) -> "EntriesPage":
        """The page of events."""
        return self.list_of(Page.EVENTS)

    @property
    def meetings(self) -> "EntriesPage":
        """The page of meetings."""
        return self.list_of(Page.MEETINGS)

    @property
    def deadlines(self) -> "EntriesPage":
        """The page of deadlines."""
        return self.list_of(Page.DEADLINES)

    @property
    def list_shown(self) -> "EntriesPage | None":
        """The page of entries that is visible; None where another page is."""
        current = self.currentWidget()
        return next((page for page in self._lists.values() if page is current), None)

    @property
    def unwritten(self) -> Form | None:
        """The first form with a field that says what could not be written; None for none."""
        return next((form for form in self.pages.made if form.has_unwritten), None)

    def _name_page(self) -> None:
        """Screen readers say the name of what the focus comes into."""
        page = self.currentWidget()
        name = page.heading.text() if isinstance(page, Form) else self.tr("Whole text")
        self.setAccessibleName(name)

    def finish_text(self) -> QWidget | None:
        """Write what was typed into a text that is not all shown yet.

        Returns:
            The page that is visible.
        """
        self.text.source.finish_early_input()
        return self.currentWidget()

    def close_down(self) -> None:
        """Make no more forms, and show no more of a text."""
        self._rest_timer.stop()
        self.text.source.giant.stop()

    def note_change(self) -> None:
        """Take note that the issue has changed; ``follow`` comes when nobody types."""
        self._rest_timer.start()
        for form in self.pages.made:
            form.note_change()

    def follow(self) -> None:
        """Show the changed issue in the forms."""
        self._rest_timer.start()
        for form in self.pages.made:
            form.follow()

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show what checks have found in the fields, tables and lines.

        Args:
            diagnostics: All diagnostics of the session's text.
        """
        self._diagnostics = diagnostics
        if self.text.isVisible():
            self.text.mark(diagnostics)
        for form in self.pages.made:
            form.mark(diagnostics)

    def set_gazetteer(self) -> None:
        """Offer in the forms what the session has learned of the site."""
        for form in self.pages.made:
            form.set_gazetteer()

    def show_page(self, page: str) -> None:
        """Show a page; a form from its top.

        Args:
            page: A Page.
        """
        form = self.pages.get(page)
        if form is None:
            self.setCurrentWidget(self.text)
            return
        self.setCurrentWidget(form)
        form.verticalScrollBar().setValue(0)

    def focus_page(self, page: str) -> None:
        """Put the focus into the first field of a page, or into the source.

        Args:
            page: A Page.
        """
        form = self.pages.get(page)
        target = find_first_field(form.page) if form else self.text.view
        target.setFocus()  # not as by Tab: that would select a title, for the next key to replace

    def return_to_field(self) -> None:
        """Put the focus into the field of the visible page that had it last, or its first."""
        page = self.currentWidget()
        field = page.focusWidget() if page else None
        if field is None or field is page or not field.isVisible():
            self.focus_current()
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_current(self) -> None:
        """Put the focus into the page that is visible."""
        page = self.currentWidget()
        if page is self.text:
            self.text.setFocus()
        elif isinstance(page, Form):
            find_first_field(page.page).setFocus()

    def selected_entries(self) -> list[Event]:
        """Return the entries that are selected in the visible table; [] without one."""
        return self.list_shown.chosen if self.list_shown else []


def find_first_field(page: QWidget) -> QWidget:
    """Find the first widget of a page that takes the focus.

    Args:
        page: The page of a form.

    Returns:
        The widget; the page itself where there is none. Combo boxes are left out: the wheel
        would change them.
    """
    # not by nextInFocusChain: PySide lets the widget that is asked own the one it returns (6.11),
    # so what is built anew takes along whatever stands behind it
    fields = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QComboBox | QAbstractButton | QSplitter)
        and not widget.focusProxy()
    ]
    if fields:
        return min(fields, key=lambda field: _reading_order(field, page))
    return page


def _reading_order(field: QWidget, page: QWidget) -> tuple[int, int]:
    place = field.mapTo(page, QPoint())
    return place.y(), place.x()
