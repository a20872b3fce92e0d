"""What the program writes, held against a validator of its own that knows Outlook's limits."""

from datetime import UTC, date, datetime

import pytest
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.recurrence import read_phrase
from editor.core.calendar.series import days_of, make_series
from editor.core.issue.issue import parse_issue
from editor.core.places.public_holidays import holiday_finder
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.publishing.rolling_feed import write_issue_feed
from hypothesis import given
from hypothesis import strategies as st

from campaigns import readers
from helpers.calendar_phrases import PHRASES
from helpers.calendar_validator import find_faults
from helpers.corpus import ISSUES, text_of

RIGHT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//DE\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:20260203T180000Z\r\nDTEND:20260203T190000Z\r\n"
    "RRULE:FREQ=WEEKLY;BYDAY=TU\r\nSUMMARY:Ab\\, bis\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_right_data_has_no_fault():
    assert find_faults(RIGHT.encode()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\r\nUID:1", ""),
        ("\r\nUID:1", "\r\nUID:1\r\nUID:2"),
        ("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"),
        ("SUMMARY:Ab\\, bis", "SUMMARY:Ab, bis"),
        ("SUMMARY:Ab\\, bis", "SUMMARY:" + "x" * 80),
        ("DTSTART:20260203", "DTSTART:20260202"),
        ("DTEND:20260203T19", "DTEND:20260203T17"),
        ("DTEND:20260203T190000Z\r\n", ""),
        ("BYDAY=TU", "BYDAY=TU;BYMONTH=2"),
        ("FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        ("BYDAY=TU", "BYDAY=TU;UNTIL=20260601"),
        ("SUMMARY", "GEO:52.5123456789;13.4\r\nSUMMARY"),
        ("SUMMARY", "URL:https://x.example/ü\r\nSUMMARY"),
        ("SUMMARY", "EXDATE:20260204T180000Z\r\nSUMMARY"),
        ("SUMMARY", "EXDATE:20260203T180000Z\r\nSUMMARY"),
        ("SUMMARY", "LINK;VALUE=UID:https://x.example\r\nSUMMARY"),
        ("\r\nEND:VEVENT", "\nEND:VEVENT"),
    ],
)
def test_each_fault_is_found(old, new):
    assert old in RIGHT
    assert find_faults(RIGHT.replace(old, new).encode())


@given(st.sampled_from(PHRASES), st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.booleans())
def test_every_series_keeps_the_standards_and_within_outlook(phrase, begin, all_day):
    rule = read_phrase(phrase, date(2026, 2, 9))
    for series in make_series(rule.patterns, begin, None, holiday_finder("Europe/Berlin", "BE")):
        start = series.first
        if not all_day:
            start = datetime(start.year, start.month, start.day, 19, tzinfo=UTC)
        end = None if all_day else start.replace(hour=21)
        entry = CalendarEntry(
            "Runde",
            start,
            end,
            rrule=series.rrule,
            without=series.without,
            uid="1",
            stamp=datetime(2026, 1, 1, tzinfo=UTC),
        )
        assert find_faults(write_entry(entry, "Europe/Berlin")) == []
        assert next(days_of(series)) == series.first


@pytest.mark.slow
@pytest.mark.parametrize(
    "reader", [readers.read_by_icalendar, readers.read_by_vobject, readers.read_by_ical]
)
def test_other_programs_read_the_days_of_all_rules(shelf, reader):
    issue = parse_issue(readers.PAGE_OF_RULES, shelf.named("newsletter"))
    files = [file for file in make_calendar_files(issue) if file.entry]
    read = reader([file.data.decode() for file in files])
    assert len(files) == len(PHRASES)
    for file, found in zip(files, read, strict=True):
        assert readers.in_window(found) == readers.in_window(readers.plan(file)), file.name


@pytest.mark.parametrize("path", ISSUES, ids=lambda path: path.stem)
def test_all_that_real_issues_give_is_without_fault(shelf, path):
    issue = shelf.parse(text_of(path), path)
    files = [file for file in make_calendar_files(issue) if file.entry]
    for file in files:
        assert find_faults(file.data) == [], file.name
    if files:
        assert find_faults(write_issue_feed(issue)) == []
