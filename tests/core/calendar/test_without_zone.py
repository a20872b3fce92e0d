"""Where a site names no time zone, no offset is judged, written or turned into another."""

from datetime import UTC, date, datetime, time

import pytest
from editor.core.base.edits import apply
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.date_formats import move_timestamp
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, decode_link, encode_link
from editor.core.checks.table import run_checks
from editor.core.events.editing import change_event
from editor.core.events.insertion import add_entries
from editor.core.events.link_refresh import Trust, find_refreshes
from editor.core.events.model import EventData
from editor.core.events.reading import read_event_data
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
        ("2026-02-09 08:00:00 +02", "", "2026-07-01 09:30:00 +02"),
        ("2026-02-09\t08:00:00 +02:00", "", "2026-07-01\t09:30:00 +02:00"),
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
    assert not codes & {"link-differs", "link-standard"}


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


LINE = "* Freitag, 20.02.2026, {hours}, Haus, Weg 1, 04103 Leipzig: **Treffen** "
ENTRY = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260209T000000Z\r\n{start}\r\nSUMMARY:Treffen\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
UTC_START = "DTSTART:20260220T180000Z"
PARIS_START = "DTSTART;TZID=Europe/Paris:20260220T190000"


def issue_with(start, hours="19:00"):
    data = encode_link(ENTRY.format(start=start).encode())
    link = f'<a href="data:text/calendar;base64,{data}">📅</a>'
    text = f"---\ndate: 2026-02-09\n---\n\n## Termine\n{LINE.format(hours=hours)}{link}\n"
    return parse_issue(text, replace(GENERIC, timezone=""))


def start_after(issue, **changes):
    """The moment in the calendar after a change of the event."""
    event = issue.events[0]
    new = replace(read_event_data(event, issue.text), **changes)
    text = apply(issue.text, change_event(make_edit_context(issue), event, new))
    changed = parse_issue(text, issue.profile).events[0]
    return read_entries(decode_link(changed.href.of(text)))[0].start


@pytest.mark.parametrize("start", [UTC_START, PARIS_START])
def test_a_moment_of_known_clocks_is_kept_while_the_line_keeps_its_time(start):
    assert start_after(issue_with(start), title="Neu") == datetime(2026, 2, 20, 18, tzinfo=UTC)


def test_a_moved_event_stays_on_the_clocks_of_its_entry():
    moved = TimeSpan(date(2026, 7, 20), time(20), None, None)
    paris, utc = issue_with(PARIS_START), issue_with(UTC_START)
    assert start_after(paris, when=moved) == datetime(2026, 7, 20, 18, tzinfo=UTC)
    assert start_after(utc, when=moved) == datetime(2026, 7, 20, 20)


@pytest.mark.parametrize(
    ("start", "hours", "contradicts"),
    [
        (UTC_START, "19:00", False),
        (UTC_START, "08:00", False),
        (PARIS_START, "19:00", False),
        ("DTSTART:20260222T180000Z", "19:00", True),
        ("DTSTART:20260219T000000Z", "19:00", True),
    ],
)
def test_a_moment_on_nobodys_clocks_contradicts_its_line(start, hours, contradicts):
    issue = issue_with(start, hours)
    codes = {each.code for each in run_checks(issue)}
    assert ("link-differs" in codes) is contradicts
    (refresh,) = find_refreshes(make_edit_context(issue), issue.events) or (None,)
    if contradicts:
        assert refresh.proposed is Trust.LEAVE
    elif refresh:
        for entry in refresh.new.values():
            assert (
                entry.start
                == read_entries(decode_link(issue.events[0].href.of(issue.text)))[0].start
            )
