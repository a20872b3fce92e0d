"""The calendar link of an event from elsewhere: all that its calendar knows goes along."""

import re

from icalendar import Calendar
from icalendar.cal import Component

from editor.core.calendar.entry import encode_link

_FOREIGN_PARTS = re.compile(
    rb"""
    ^
    (?:
        BEGIN:VALARM[\s\S]*?END:VALARM\r?\n
        | ATTACH[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n    # with its folded lines
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Alarms and attachments, which only the calendar that has them understands."""


def make_link(component: Component) -> str:
    """Make a calendar link that holds an event in a calendar of its own.

    Args:
        component: Its VEVENT.

    Returns:
        The link (RFC 2397), without alarms and attachments.
    """
    calendar = Calendar()
    calendar.add_component(component)
    data = _FOREIGN_PARTS.sub(b"", bytes(calendar.to_ical()))
    return "data:text/calendar;base64," + encode_link(data)
