"""Where a site names no time zone, no offset is judged, written or turned into another."""

from datetime import UTC, date, datetime, time

import pytest
from editor.core.base.edits import apply
from editor.core.calendar.codec import read_entries, write_entry
from editor.core.calendar.date_formats import move_timestamp
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, decode_link
from editor.core.checks.table import run_checks
from editor.core.events.insertion import add_entries
from editor.core.events.model import EventData
from editor.core.issue.issue import make_edit_context, parse_issue
from editor.core.profiles.profile import GENERIC
from msgspec.structs import replace

BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("written", "zone", "moved"),
    [
        ("2026-02-09T08:00:00Z", "", "2026-07-01T09:30:00Z"),
        ("2026-02-09T08:00:00+05:30", "", "2026-07-01T09:30:00+05:30"),
        ("2026-02-09 08:00:00 -0000", "", "2026-07-01 09:30:00 -0000"),
        ("2026-02-09 08:00", "", "2026-07-01 09:30"),
        ("2026-02-09T08:00:00.000Z", "", "2026-07-01T09:30:00.000Z"),
        ("2026-02-09", "", "2026-07-01"),
        ("", "", "2026-07-01"),
        ("2026-02-09T08:00:00+01:00", BERLIN, "2026-07-01T09:30:00+02:00"),
        ("2026-02-09 08:00", BERLIN, "2026-07-01 09:30"),
        ("2026-02-09", BERLIN, "2026-07-01"),
        ("", BERLIN, "2026-07-01T09:30:00+02:00"),
    ],
)
def test_a_timestamp_keeps_its_form(written, zone, moved):
    assert move_timestamp(written, date(2026, 7, 1), time(9, 30), zone) == moved


@pytest.mark.parametrize("stamp", ["2026-02-09T08:00:00-08:00", "2022-06-01 22:00:00 -0000"])
@pytest.mark.parametrize(("zone", "count"), [("", 0), (BERLIN, 1)])
def test_offsets_are_judged_only_where_the_zone_is_known(stamp, zone, count):
    issue = parse_issue(f"---\ntitle: x\ndate: {stamp}\n---\n", replace(GENERIC, timezone=zone))
    assert [each.code for each in run_checks(issue)].count("offset") == count


def test_an_entry_of_a_site_without_a_zone_is_on_the_readers_clock():
    profile = replace(GENERIC, timezone="")
    issue = parse_issue("---\ndate: 2026-02-09\n---\n\n## Termine\n\n", profile)
    when = TimeSpan(date(2026, 2, 20), time(19), None, time(21))
    data = EventData("Treffen", when, "Haus, Weg 1, 04103 Leipzig")
    text = apply(issue.text, add_entries(make_edit_context(issue), [data]))
    event = parse_issue(text, profile).events[0]
    content = decode_link(event.href.of(text))
    assert b"DTSTART:20260220T190000\r\n" in content
    assert read_entries(content)[0].start.tzinfo is None
    codes = {each.code for each in run_checks(parse_issue(text, profile))}
    assert not codes & {"calendar-differs", "calendar-rfc", "link-differs", "link-standard"}


def test_a_series_without_a_zone_ends_on_the_readers_clock():
    entry = CalendarEntry(
        "Treffen",
        datetime(2026, 2, 20, 19),
        rrule="FREQ=WEEKLY;UNTIL=20260501",
        uid="x",
        stamp=datetime(2026, 2, 9, tzinfo=UTC),
    )
    content = write_entry(entry, "")
    assert b"VTIMEZONE" not in content
    assert b"UNTIL=20260501T235959\r\n" in content
    assert read_entries(content)[0].start == entry.start
