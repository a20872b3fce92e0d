"""What the pages of entries say of their kind. Their context is the page."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.core.events.model import EntryKind
from editor.ui.widgets.empty_state import EmptyState


class EntryWords(NamedTuple):
    """The words of a kind."""

    new_title: str
    """The title of an entry that has just been added."""
    add: str
    """What adding one is called."""


def words_of(kind: str) -> EntryWords:
    """Return the words for adding an entry.

    Args:
        kind: An EntryKind.

    Returns:
        The title of the new entry, and the name of the step.
    """
    translate = QCoreApplication.translate
    return {
        EntryKind.EVENT: EntryWords(
            translate("EntriesPage", "New event"), translate("EntriesPage", "Add event")
        ),
        EntryKind.MEETING: EntryWords(
            translate("EntriesPage", "New meeting"), translate("EntriesPage", "Add meeting")
        ),
        EntryKind.DEADLINE: EntryWords(
            translate("EntriesPage", "New deadline"), translate("EntriesPage", "Add deadline")
        ),
    }[EntryKind(kind)]


def make_empty_state(kind: str) -> EmptyState:
    """Make what stands on a page without entries.

    Args:
        kind: An EntryKind.

    Returns:
        Its buttons ask for another entry, and for an import.
    """
    translate = QCoreApplication.translate
    icon, title, about = {
        EntryKind.EVENT: (
            "calendar-days",
            translate("EntriesPage", "No events yet"),
            translate(
                "EntriesPage",
                "You fill in a form; the line and its calendar entry are written for you.",
            ),
        ),
        EntryKind.MEETING: (
            "repeat",
            translate("EntriesPage", "No recurring meetings yet"),
            translate(
                "EntriesPage",
                "Say in words when it takes place, such as “every second Tuesday of the month”.",
            ),
        ),
        EntryKind.DEADLINE: (
            "hourglass",
            translate("EntriesPage", "No deadlines yet"),
            translate("EntriesPage", "What ends on a day: applications, calls, registrations."),
        ),
    }[EntryKind(kind)]
    other = translate("EntriesPage", "Import from a text, mail or calendar…")
    return EmptyState(icon, title, about, words_of(kind).add, other)
