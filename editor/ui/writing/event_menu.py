"""The events of the issue, to link to one of them from the text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from editor.core.events.model import Event
from editor.core.richtext.pictures import write_alt
from editor.ui.wording.shortening import shorten_words
from editor.ui.writing.writing_pane import WritingPane

_LONGEST = 60


class EventMenu(QMenu):
    """One row for each event. It deletes itself once it is closed."""

    def __init__(self, pane: WritingPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for event in pane.session.issue.entries:
            title = shorten_words(event.title, _LONGEST)
            day = event.when.start.strftime("%d.%m. ") if event.when and not event.rule else ""
            action = self.addAction((day + title).replace("&", "&&"))
            action.triggered.connect(lambda _=False, event=event: self._write(event))

    def _write(self, event: Event) -> None:
        """Write the title, as a link where the event has a page, and its calendar link."""
        words = write_alt(event.title)
        if event.url:
            words = f"[{words}]({event.url.url})"
        if event.link:
            words += " " + event.link.of(self._pane.session.text)
        self._pane.insert_words(words, self.tr("Link to an event"))
