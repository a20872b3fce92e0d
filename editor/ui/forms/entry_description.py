"""An entry as it stands in the text, and what its calendar link says, in words."""

from PySide6.QtCore import QCoreApplication

from editor.app.document.session import Session
from editor.core.events.link_reading import read_link
from editor.core.events.model import Event
from editor.core.events.reading import read_event_data
from editor.core.markdown.inline import plain_text
from editor.ui.wording.calendar_text import describe_entry


def describe_line(event: Event | None, text: str) -> str:
    """Write the lines of an entry as they are read, with a sign in place of its calendar link.

    Args:
        event: The entry; None for none.
        text: The text it was read from.

    Returns:
        The words of the first line, and of those below it that belong to it; "" for no entry.
    """
    if event is None:
        return ""
    line = event.content.of(text)
    if event.link:
        before = text[event.content.start : event.link.start]
        line = before + "📅" + text[event.link.end : event.content.end]
    return "\n".join(plain_text(each) for each in (line, *(span.of(text) for span in event.more)))


def describe_calendar_entry(event: Event | None, session: Session) -> str:
    """Describe the calendar entry of an entry's link.

    Args:
        event: The entry; None for none.
        session: The document.

    Returns:
        What the calendar entry says; "" for none.
    """
    if event is None or event.href is None:
        return ""
    entry = read_link(event.href.of(session.text))
    if entry is None:
        return "⚠ " + QCoreApplication.translate(
            "EntryFields", "The calendar link cannot be read; the next change writes it anew."
        )
    words = describe_entry(entry, session.profile.timezone)
    hours = read_event_data(event, session.text).when
    if entry.end and hours and hours.start_time and not hours.end_time:
        words += " · " + QCoreApplication.translate("EntryFields", "the end is assumed")
    return words
