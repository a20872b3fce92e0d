"""What the pages of entries say of their kind. Their context is the page."""

from PySide6.QtCore import QCoreApplication

from editor.core.events.model import EntryKind
from editor.ui.widgets.empty_state import EmptyState


def name_entries(kind: str) -> str:
    """Say what the entries of a kind are called.

    Args:
        kind: An EntryKind.

    Returns:
        The title of their page.
    """
    translate = QCoreApplication.translate
    return {
        EntryKind.EVENT: translate("EntriesPage", "Events"),
        EntryKind.MEETING: translate("EntriesPage", "Recurring meetings"),
        EntryKind.DEADLINE: translate("EntriesPage", "Deadlines"),
    }[EntryKind(kind)]


def name_adding(kind: str) -> str:
    """Say what adding an entry is called.

    Args:
        kind: An EntryKind.

    Returns:
        The name of the step.
    """
    translate = QCoreApplication.translate
    return {
        EntryKind.EVENT: translate("EntriesPage", "Add event"),
        EntryKind.MEETING: translate("EntriesPage", "Add meeting"),
        EntryKind.DEADLINE: translate("EntriesPage", "Add deadline"),
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
    return EmptyState(icon, title, about, name_adding(kind), other)
