"""What calendar data lacks is added; nothing that is there goes or changes."""

from datetime import UTC, datetime

import pytest
from editor.core.calendar.completion import complete_calendar
from editor.core.calendar.rfc5545 import find_breaches

STAMP = datetime(2026, 2, 9, 7, tzinfo=UTC)
EVENT = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//x//y//EN",
    "X-WR-CALNAME:Kalender",
    "BEGIN:VEVENT",
    "UID:a@b",
    "DTSTAMP:20260101T000000Z",
    "DTSTART:20260311T180000Z",
    "RRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z",
    "SUMMARY:Code for Ulm - Weekly Meetup",
    "CATEGORIES:Daten,Ulm",
    "ORGANIZER;CN=Ada:mailto:ada@example.org",
    "GEO:48.4;9.98",
    "X-EIGENES:bleibt",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT15M",
    "DESCRIPTION:gleich",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
]


def written(lines, end="\r\n"):
    return "".join(line + end for line in lines).encode()


def without(*names):
    return [line for line in EVENT if line.partition(":")[0] not in names]


@pytest.mark.parametrize(
    ("data", "added"),
    [
        (written(without("UID")), [b"UID:neu"]),
        (written(without("DTSTAMP")), [b"DTSTAMP:20260209T070000Z"]),
        (written(without("VERSION", "PRODID")), [b"VERSION:2.0"]),
        (written(EVENT, "\n"), []),
        (written(EVENT).removesuffix(b"\r\n"), []),
        (written([*EVENT[:9], "DESCRIPTION:" + "ä" * 80, *EVENT[9:]]), []),
    ],
)
def test_only_what_is_missing_is_added(data, added):
    assert find_breaches(data)
    completed = complete_calendar(data, "neu", STAMP)
    assert find_breaches(completed) == ()
    unfolded = completed.replace(b"\r\n ", b"").splitlines()
    for line in data.replace(b"\r\n ", b"").splitlines():
        assert line in unfolded
        unfolded.remove(line)
    rest = [line for line in unfolded if not line.startswith(b"PRODID")]
    assert rest == added


def test_a_named_time_zone_is_added():
    lines = [
        line.replace("DTSTART:20260311T180000Z", "DTSTART;TZID=Europe/Berlin:20260311T190000")
        for line in EVENT
    ]
    completed = complete_calendar(written(lines), "neu", STAMP)
    assert completed.count(b"BEGIN:VTIMEZONE") == 1
    assert b"X-EIGENES:bleibt" in completed


@pytest.mark.parametrize("zone", ["Nirgends/Ort", "../../../../etc/passwd", "/dev/zero", ""])
def test_an_unknown_time_zone_is_not_made_up(zone):
    lines = [
        line.replace("DTSTART:", f"DTSTART;TZID={zone}:").replace("000Z", "000") for line in EVENT
    ]
    assert complete_calendar(written(lines), "neu", STAMP) is None
