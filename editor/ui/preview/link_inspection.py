"""From a calendar link on the page to its inspector, and from there to the event or a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QRect, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from editor.core.base.errors import UserFacingError
from editor.core.events.consistency import compare_at
from editor.core.issue.issue import Issue
from editor.ui.preview.calendar_inspector import CalendarInspector
from editor.ui.preview.page import Page, PagePosition, position_of_place, span_of_place
from editor.ui.wording.translation import translated

ShownPage = tuple[Issue, Page]
"""An issue, and its page in the preview."""


class LinkInspection(QObject):
    """Opens the inspector for calendar links of the page."""

    event_wanted = Signal(int)
    """The position in the text of the event that the user wants to see."""
    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, pane: QWidget, shown_page: Callable[[], ShownPage | None]) -> None:
        """Make the inspector, hidden.

        Args:
            pane: The pane over whose foot it floats.
            shown_page: Gives the page that is shown; None before the first.
        """
        super().__init__(pane)
        self._shown_page = shown_page
        self._event_position = 0
        self.inspector = CalendarInspector(pane)
        self.inspector.event_wanted.connect(self._on_event_wanted)
        self.inspector.saved.connect(self._on_saved)
        self.inspector.refused.connect(lambda text: self.message_posted.emit(text, [], True))

    def inspect(self, place: PagePosition, href: str, stays: bool) -> bool:
        """Show the entry of a calendar link beside its line.

        Args:
            place: The place of the link on the page.
            href: The link's address.
            stays: Whether it was clicked: the inspector stays then, and a link that cannot be
                read gets a message.

        Returns:
            Whether the link could be read.
        """
        shown = self._shown_page()
        if shown is None:
            return False
        issue, page = shown
        try:
            comparison, event = compare_at(
                issue.entries, page.text, issue.profile, span_of_place(page, place), href
            )
        except UserFacingError as refusal:
            if stays:
                self.message_posted.emit(translated(refusal), [], True)
            return False
        if event:
            self._event_position = event.span.start
        else:
            self._event_position = position_of_place(page, place)
        self.inspector.show_comparison(comparison, issue.profile, stays=stays)
        return True

    def move_to_foot(self, area: QRect) -> None:
        """Move the inspector to the foot of an area of the pane.

        Args:
            area: The area it may cover.
        """
        self.inspector.move_to_foot(area)

    def _on_event_wanted(self) -> None:
        # first: a focus that is lost falls to the page, which scrolls to it
        self.event_wanted.emit(self._event_position)
        self.inspector.hide()

    def _on_saved(self, path: Path) -> None:
        # the context of these texts is the pane
        url = QUrl.fromLocalFile(str(path))
        message = QCoreApplication.translate("PreviewPane", "Written: {0}").format(path)
        label = QCoreApplication.translate("PreviewPane", "Open in the calendar")
        actions = [(label, lambda: QDesktopServices.openUrl(url))]
        self.message_posted.emit(message, actions, False)
