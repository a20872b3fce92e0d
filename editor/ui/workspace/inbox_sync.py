"""The page of the inbox and the rest of the workspace: counts, places, events."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from editor.app.document.edited_text import Change
from editor.app.document.session import Session
from editor.ui.inbox.inbox_page import InboxPage
from editor.ui.workspace.event_import import EventImport
from editor.ui.workspace.navigator import Navigator
from editor.ui.workspace.outline import Outline


class InboxSync(QObject):
    """Leads from the inbox to places of the text, and keeps its count in the outline."""

    def __init__(
        self,
        session: Session,
        page: InboxPage,
        outline: Outline,
        navigator: Navigator,
        events: EventImport,
    ) -> None:
        super().__init__(page)
        self._page = page
        page.counted.connect(outline.show_waiting)
        outline.bookmarks_dropped.connect(self._on_dropped)
        page.place_wanted.connect(navigator.show_in_source)
        page.events_wanted.connect(events.take_text)
        session.changed.connect(self._on_changed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state)

    def _on_changed(self, change: Change) -> None:
        if change.edits is None:  # another document, perhaps of another newsletter
            QTimer.singleShot(0, self._page.inbox.load)

    def _on_dropped(self, position: int) -> None:
        for number, section in enumerate(self._page.session.issue.sections):
            if section.span.start == position:
                self._page.insert_into(number)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Whoever comes back may have saved addresses from the browser or the command line."""
        if state is Qt.ApplicationState.ApplicationActive and self._page.session.is_open:
            self._page.inbox.load()
