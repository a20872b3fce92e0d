"""What the user is typing into the fields of an entry, apart from the fields themselves.

Law: half-typed values wait. What cannot be written is refused with a sentence; when the field is
left the text is what it was before.
"""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from editor.core.events.editing import change_event
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
from editor.ui.forms.entry_page import EntryPage
from editor.ui.wording.shortening import shorten_words

_DATA_OF_FIELD = {"when": ("when",), "place": ("address", "online")}
"""The attributes of EventData that a field stands for, where they are not one of the same name."""

ReadField = Callable[[str, EventData], EventData | str]
"""Reads one field of a form: the old values with that field changed, or what it still lacks."""


class _Typed(Struct):
    """The field the user types into."""

    field: str
    before: EventData
    """The values that come back if the field is left with something that cannot be written."""
    steps: int
    """How many undo steps there were before."""
    refused: bool = False
    """Whether what the field says now could not be written."""


class EntryTyping:
    """Writes fields of the page's entry as they are typed, one undo step per field."""

    def __init__(self, page: EntryPage, read_field: ReadField) -> None:
        self._page, self._read_field = page, read_field
        self._typed: _Typed | None = None

    @property
    def refused_field(self) -> str:
        """The field that says something that could not be written; "" for none."""
        return self._typed.field if self._typed and self._typed.refused else ""

    def forget(self) -> None:
        """Leave things as they are: another entry was selected."""
        self._typed = None

    def write(self, field: str, name: str, anchor: date | None = None) -> str:
        """Write what a field says.

        Args:
            field: The field, such as "title".
            name: Its name for the undo step.
            anchor: A day on which a series takes place, where the user has chosen one.

        Returns:
            A sentence about why it cannot be written (yet); "" where it was.
        """
        event, session = self._page.entry_shown, self._page.session
        if event is None:
            return ""
        old = read_event_data(event, session.text)
        typed = self._typed
        if typed is None or typed.field != field:
            typed = self._typed = _Typed(field, old, session.stack.index())
        label = QCoreApplication.translate("EntryFields", "{0}: change {1}")
        data = self._read_field(field, old)
        if isinstance(data, str):
            typed.refused = True
            return data
        typed.refused = not self._page.put_entries(
            lambda context: change_event(context, event, data, anchor),
            label.format(shorten_words(event.title), name),
            f"entry:{event.span.start}:{field}:{name}",
            quiet=True,
        )
        if typed.refused:
            return QCoreApplication.translate(
                "EntryFields", "This cannot be written in the line; the text was not changed."
            )
        if field == "when":
            # a time is written whole: it is never half typed
            typed.before, typed.steps = data, session.stack.index()
        return ""

    def leave(self) -> None:
        """End the typing; after a refusal the text goes back to what it was before it."""
        typed, self._typed = self._typed, None
        if typed is None or not typed.refused:
            return
        event, session = self._page.entry_shown, self._page.session
        if session.stack.index() == typed.steps + 1:
            session.stack.undo()  # what was written before it could not be written any more
        elif event and session.stack.index() != typed.steps:
            names = _DATA_OF_FIELD.get(typed.field, (typed.field,))
            before = {name: getattr(typed.before, name) for name in names}
            data = replace(read_event_data(event, session.text), **before)
            self._page.put_entries(
                lambda context: change_event(context, event, data),
                QCoreApplication.translate("EntryFields", "Back to what it was"),
                quiet=True,
            )


def strip_notes(notes: str) -> str:
    """Drop what says nothing in notes: spaces around lines, and empty lines.

    Args:
        notes: The notes, with "\\n" between the lines.

    Returns:
        The lines with something in them.
    """
    return "\n".join(line.strip(" \t") for line in notes.split("\n") if line.strip())
