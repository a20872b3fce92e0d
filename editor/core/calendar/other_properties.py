"""What a calendar says that a CalendarEntry has no attribute for: kept as it is, line by line."""

from collections.abc import Iterable, Mapping, Sequence

import icalendar
from icalendar.error import BrokenCalendarProperty

from editor.core.calendar.limits import UNREADABLE


def read_others(component: icalendar.cal.Component, known: Iterable[str] = ()) -> str:
    """Read the properties and parts of an event that have no attribute of their own.

    Args:
        component: The VEVENT.
        known: Names of further properties whose values have been understood.

    Returns:
        Their content lines; "" for none, and for what icalendar cannot write again.
    """
    all_known = {*_ATTRIBUTES, *known}
    names = [name for name in component if name.upper() not in all_known]
    if str(component.get("STATUS", "CANCELLED")).upper() != "CANCELLED":
        names.append("STATUS")
    properties = {name: component[name] for name in names}
    return _write_lines(icalendar.Event(), properties, component.subcomponents)


def read_beside(
    calendar: icalendar.cal.Component, events: Sequence[icalendar.cal.Component]
) -> str:
    """Read what stands in a calendar beside some of its events.

    Args:
        calendar: The VCALENDAR.
        events: The VEVENTs.

    Returns:
        The content lines of other components, but for time zones, and of properties that not every
        calendar has; "" for none, and for what icalendar cannot write again.
    """
    parts = [
        part
        for part in calendar.subcomponents
        if not any(part is event for event in events) and part.name not in ("VTIMEZONE", None)
    ]
    properties = {
        name: value for name, value in calendar.items() if name.upper() not in _OF_CALENDARS
    }
    return _write_lines(icalendar.Calendar(), properties, parts)


def _write_lines(
    component: icalendar.cal.Component,
    properties: Mapping[str, object],
    parts: Sequence[icalendar.cal.Component],
) -> str:
    if not properties and not parts:
        return ""
    try:
        for name, value in properties.items():
            component[name] = value
        component.subcomponents = list(parts)
        content: bytes = component.to_ical(sorted=False)
    except (*UNREADABLE, BrokenCalendarProperty):
        return ""
    lines = content.decode("utf-8", "replace").split("\r\n")
    return "\r\n".join(lines[1:-2])  # without BEGIN, END and the last line end


_ATTRIBUTES = set(
    "UID DTSTAMP SEQUENCE DTSTART DTEND DURATION RRULE STATUS SUMMARY LOCATION GEO URL LINK "
    "DESCRIPTION".split()
)
"""The properties that a CalendarEntry has attributes for."""


_OF_CALENDARS = set("VERSION PRODID CALSCALE METHOD".split())
"""The properties that every calendar is written with."""


def add_lines(component: icalendar.cal.Component, lines: str) -> None:
    """Add what ``read_others`` or ``read_beside`` has read.

    Args:
        component: The VEVENT or VCALENDAR; what it says itself stays.
        lines: Content lines; "" for none.
    """
    if not lines:
        return
    content = f"BEGIN:{component.name}\r\n{lines}\r\nEND:{component.name}\r\n"
    try:
        rest = type(component).from_ical(content)
    except UNREADABLE:
        return  # they could not be read in the first place
    for name, value in rest.items():
        if name not in component:
            component[name] = value
    component.subcomponents += rest.subcomponents
