"""What edits to entries need to know of their issue."""

from typing import Protocol

from msgspec import Struct

from editor.core.base.edits import Edit, apply
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.link_reading import read_uid
from editor.core.events.model import Event, EventData, split_by_time
from editor.core.events.reading import read_event_data
from editor.core.markdown.outline import Section


class Reparser(Protocol):
    """Reads the entries of another text the way those of the issue were read."""

    def __call__(self, text: str) -> tuple[Event, ...]:
        """Read the entries of a text, in its order; with them the lines that nobody understands."""

    def read_alone(self, event: Event, text: str) -> tuple[Event, ...] | None:
        """Read what an entry has become, where it is all that differs in a text.

        Args:
            event: The entry as it was.
            text: A text that differs from the issue's within the span of the entry alone.

        Returns:
            The entries that it is now; all others say what they said. None where that cannot be
            told without reading the whole text.
        """


class EditContext(Struct, frozen=True):
    """A text with its entries, and what their edits are computed with.

    ``reparse`` proves an edit: it reads the entries of the text that the edit makes.
    """

    text: str
    events: tuple[Event, ...]
    link_builder: CalendarLinkBuilder
    reparse: Reparser
    sections: tuple[Section, ...] = ()
    newline: str = "\n"
    given: frozenset[str] = frozenset()
    """UIDs that the same command writes."""

    def uids_taken(self, event: Event | None) -> dict[str, bool]:
        """Find the UIDs of the other entries.

        Args:
            event: The entry that is being changed; None for a new one.

        Returns:
            Each UID, and whether it stands before that entry: a copied line has no right to it.
        """
        taken = dict.fromkeys(self.given, True)
        for other in self.events:
            if other.href and other is not event:
                uid = read_uid(other.href.of(self.text))
                before = event is None or other.span.start < event.span.start
                taken[uid] = taken.get(uid, False) or before
        return taken

    def href_of(self, event: Event | None) -> str:
        """Return the address of an entry's calendar link; "" for none."""
        return event.href.of(self.text) if event and event.href else ""

    def data(self) -> list[EventData]:
        """Return what all entries say."""
        return [read_event_data(event, self.text) for event in self.events]

    def data_after(self, edits: list[Edit]) -> list[EventData]:
        """Return what all entries say in the text that some edits make."""
        candidate = apply(self.text, edits)
        entries, _ = split_by_time(self.reparse(candidate))
        return [read_event_data(event, candidate) for event in entries]


def rejection(title: str) -> EditRejected:
    """Return the error for an entry that would not read back as asked."""
    message = translate(
        "core",
        "“{title}” cannot be written this way: the line would not read back the same. "
        "Change it in the source.",
    )
    return EditRejected(message.fill(title=title))
