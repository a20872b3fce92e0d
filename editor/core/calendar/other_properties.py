"""What an event says that a CalendarEntry has no attribute for: kept as it is, line by line."""

import icalendar
from icalendar.error import BrokenCalendarProperty


def read_others(component: icalendar.cal.Component) -> str:
    """Read the properties and parts of an event that have no attribute of their own.

    Args:
        component: The VEVENT.

    Returns:
        Their content lines; "" for none, and for what icalendar cannot write again.
    """
    names = [name for name in component if name.upper() not in _ATTRIBUTES]
    if not names and not component.subcomponents:
        return ""
    rest = icalendar.Event()
    try:
        for name in names:
            rest[name] = component[name]
        rest.subcomponents = list(component.subcomponents)
        content: bytes = rest.to_ical(sorted=False)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, BrokenCalendarProperty):
        return ""
    lines = content.decode("utf-8", "replace").split("\r\n")
    return "\r\n".join(lines[1:-2])  # without BEGIN, END and the last line end


_ATTRIBUTES = set(
    "UID DTSTAMP SEQUENCE DTSTART DTEND DURATION RRULE STATUS SUMMARY LOCATION GEO URL LINK "
    "DESCRIPTION".split()
)
"""The properties that a CalendarEntry has attributes for."""


def add_others(event: icalendar.Event, others: str) -> None:
    """Add what ``read_others`` has read.

    Args:
        event: The VEVENT.
        others: Content lines.
    """
    content = f"BEGIN:VEVENT\r\n{others}\r\nEND:VEVENT\r\n"
    try:
        rest = icalendar.Event.from_ical(content)
        for name, value in rest.items():
            event[name] = value
        event.subcomponents += rest.subcomponents
    except (ValueError, TypeError, KeyError, IndexError):
        return  # they could not be read in the first place
