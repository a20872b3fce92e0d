"""Calendars whose properties icalendar finds broken only when it is asked for their values."""

from datetime import date

import pytest
from editor.core.importers.calendars import read_calendar
from editor.core.importers.candidate import ImportContext

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
SUMMARY:Treffen
DTSTART:20260504T190000Z
RRULE:FREQ=WEEKLY;BYDAY=MO
{line}
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    "line", ["EXDATE:xx", "RECURRENCE-ID:20260504T240000", "EXDATE;TZID=Nowhere:2026"]
)
def test_a_broken_exception_leaves_the_event(shelf, line):
    context = ImportContext(shelf.named("newsletter"), date(2026, 3, 9))
    result = read_calendar(EVENT.format(line=line).encode(), context)
    assert [candidate.data.title for candidate in result.candidates] == ["Treffen"]


ZONES = ["Europe", "America/Indiana", '"Etc"', "Nowhere", "../Europe", "x" * 5000, "a,b", ","]


@pytest.mark.parametrize("zone", ZONES)
def test_an_event_in_a_zone_that_is_none_is_read(shelf, zone):
    context = ImportContext(shelf.named("newsletter"), date(2026, 3, 9))
    calendar = EVENT.replace("DTSTART:20260504T190000Z", f"DTSTART;TZID={zone}:20260504T190000")
    result = read_calendar(calendar.format(line="LOCATION:Ulm").encode(), context)
    assert [candidate.data.title for candidate in result.candidates] == ["Treffen"]
