"""The middle pane: the forms and the source, one visible at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSplitter, QStackedWidget, QWidget

from editor.app.document.session import Session
from editor.app.services.settings import Settings
from editor.core.checks.table import Diagnostic
from editor.core.events.model import EntryKind, Event
from editor.ui.forms.base import Form
from editor.ui.forms.entries_page import EntriesPage
from editor.ui.forms.front_matter_form import FrontMatterForm
from editor.ui.forms.image_form import ImageForm
from editor.ui.inbox.inbox_page import InboxPage
from editor.ui.workspace.pages import Page
from editor.ui.workspace.text_page import TextPage


class PageStack(QStackedWidget):
    """The pages of the issue. Forms that are not visible wait with their work until they are."""

    unwritten_changed = Signal()
    """Perhaps ``unwritten`` is another form now."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.head, self.image = FrontMatterForm(session), ImageForm(session)
        self.events, self.meetings, self.deadlines = (
            EntriesPage(session, kind) for kind in EntryKind
        )
        self.inbox = InboxPage(session, settings)
        self.pages: dict[str, Form] = {
            Page.HEAD: self.head,
            Page.IMAGE: self.image,
            Page.EVENTS: self.events,
            Page.MEETINGS: self.meetings,
            Page.DEADLINES: self.deadlines,
            Page.INBOX: self.inbox,
        }
        self.lists: dict[str, EntriesPage] = {
            page.kind: page for page in (self.events, self.meetings, self.deadlines)
        }
        """The pages of entries by kind."""
        self.text = TextPage(session, settings)
        self.currentChanged.connect(lambda _: self._name_page())
        for page in (*self.pages.values(), self.text):
            self.addWidget(page)
        for form in self.pages.values():
            form.unwritten_changed.connect(self.unwritten_changed)

    @property
    def unwritten(self) -> Form | None:
        """The first form with a field that says what could not be written; None for none."""
        return next((form for form in self.pages.values() if form.has_unwritten), None)

    def _name_page(self) -> None:
        """Screen readers say the name of what the focus comes into."""
        page = self.currentWidget()
        name = page.heading.text() if isinstance(page, Form) else self.tr("Whole text")
        self.setAccessibleName(name)

    def note_change(self) -> None:
        """Take note that the issue has changed; ``follow`` comes when nobody types."""
        for form in self.pages.values():
            form.note_change()

    def follow(self) -> None:
        """Show the changed issue in the forms."""
        for form in self.pages.values():
            form.follow()

    def mark(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Show what checks have found in the fields, tables and lines.

        Args:
            diagnostics: All diagnostics of the session's text.
        """
        if self.text.isVisible():
            self.text.mark(diagnostics)
        for form in self.pages.values():
            form.mark(diagnostics)

    def set_gazetteer(self) -> None:
        """Offer in the forms what the session has learned of the site."""
        for form in self.pages.values():
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
        page = self.currentWidget()
        if isinstance(page, EntriesPage):
            return page.chosen
        return []


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
