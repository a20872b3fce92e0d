"""What the columns of tables of events are called."""

from editor.core.profiles.line_reading import Slot

_COLUMNS = {
    Slot.DATE: ("datum", "date", "wann", "when", "tag", "day"),
    Slot.TIME: ("zeit", "uhrzeit", "time", "heure", "beginn"),
    Slot.PLACE: (
        "ort", "wo", "place", "where", "location", "lieu", "stadt", "city", "venue", "country",
        "land",
    ),
    Slot.TITLE: (
        "was", "titel", "veranstaltung", "event", "title", "what", "name", "termin", "conference",
        "konferenz", "topic", "thema", "talk", "vortrag", "meetup", "workshop",
    ),
    Slot.GROUP: (
        "wer", "veranstalter", "group", "host", "organizer", "who", "gruppe", "speaker",
    ),
    Slot.END: ("bis", "ende", "end", "until", "to"),
}  # fmt: skip
_SLOTS = {name: slot for slot, names in _COLUMNS.items() for name in names}


def slot_of_column(name: str) -> Slot | None:
    """Find what a column says.

    Args:
        name: Its heading, in lower case; the first word counts.

    Returns:
        What it says; None for a heading that is not known.
    """
    return _SLOTS.get(name.split(" ")[0])
