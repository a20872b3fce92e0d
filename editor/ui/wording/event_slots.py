"""What is read from a line of events, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.core.profiles.line_reading import Slot
from editor.core.profiles.line_template import parse_template

_NAMES = {
    Slot.DATE: QT_TRANSLATE_NOOP("EventSlots", "date"),
    Slot.END: QT_TRANSLATE_NOOP("EventSlots", "end"),
    Slot.TIME: QT_TRANSLATE_NOOP("EventSlots", "time"),
    Slot.PLACE: QT_TRANSLATE_NOOP("EventSlots", "place"),
    Slot.GROUP: QT_TRANSLATE_NOOP("EventSlots", "group"),
    Slot.GROUP_URL: QT_TRANSLATE_NOOP("EventSlots", "group’s page"),
    Slot.TITLE: QT_TRANSLATE_NOOP("EventSlots", "title"),
    Slot.URL: QT_TRANSLATE_NOOP("EventSlots", "link"),
}


def describe_slots(template: str) -> str:
    """Name what a template reads, in the order of a form.

    Args:
        template: A valid template.

    Returns:
        Such as "date, place, title".
    """
    slots = parse_template(template).slots
    return ", ".join(
        QCoreApplication.translate("EventSlots", str(name))
        for slot, name in _NAMES.items()
        if slot in slots
    )
