"""Calendar entries: written to the standards for any reader, read however far from them."""

import base64
import html
import re
from datetime import UTC, date, datetime, time
from urllib.parse import quote
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
import vobject
from editor.core.base.errors import UserFacingError
from editor.core.calendar.calendar_reading import read_entries
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, decode_link, encode_link, read_identity
from editor.core.calendar.moments import entry_moments
from editor.core.events import calendar_link
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.link_reading import read_link
from editor.core.events.model import EventData
from editor.core.markdown.inline import plain_text
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.corpus import CORPUS, DAMAGED, DOCUMENTS, text_of

BERLIN = "Europe/Berlin"
STAMP = datetime(2026, 2, 9, 7, tzinfo=UTC)
WHEN = TimeSpan(date(2026, 2, 4), time(10), None, time(11, 30))
VALUES = EventData(
    "Titel", WHEN, "Haus, Weg 1, 04103 Leipzig", False, "https://t.example/?a=1,2;b", "Notiz"
)


@pytest.fixture
def link_builder(shelf):
    return CalendarLinkBuilder(shelf.named("newsletter"), STAMP)


def event_of(data):
    return next(iter(icalendar.Calendar.from_ical(data).walk("VEVENT")))


def test_a_timed_event_goes_out_in_utc_with_all_it_needs(link_builder):
    entry = link_builder.plan(VALUES)
    event = event_of(write_entry(entry, "Europe/Berlin", with_link=True))
    assert event["UID"]
    assert event["DTSTAMP"].dt == STAMP
    assert event["DTSTART"].dt == datetime(2026, 2, 4, 9, tzinfo=UTC)
    assert event["DTEND"].dt == datetime(2026, 2, 4, 10, 30, tzinfo=UTC)
    assert event["LOCATION"] == "Haus, Weg 1, 04103 Leipzig"
    assert event["URL"] == VALUES.url
    assert VALUES.url in event["DESCRIPTION"]
    assert event["LINK"].params["LINKREL"] == "SOURCE"
    assert "LINK" not in event_of(write_entry(entry, "Europe/Berlin"))


def test_an_all_day_event_is_one_with_exclusive_end(link_builder):
    data = write_entry(
        link_builder.plan(replace(VALUES, when=TimeSpan(date(2026, 2, 4), end=date(2026, 2, 5)))),
        "Europe/Berlin",
    )
    assert b"DTSTART;VALUE=DATE:20260204" in data
    assert b"DTEND;VALUE=DATE:20260206" in data


def test_no_end_is_invented():
    day = date(2026, 2, 4)
    _, open_end = entry_moments(TimeSpan(day, time(10)), BERLIN)
    assert open_end is None
    _, end_before_start = entry_moments(TimeSpan(day, time(10), None, time(9)), BERLIN)
    assert end_before_start is None


def test_an_end_on_the_next_day_is_kept():
    when = TimeSpan(date(2026, 2, 4), time(22), date(2026, 2, 5), time(2))
    _, end = entry_moments(when, BERLIN)
    assert end == datetime(2026, 2, 5, 2, tzinfo=ZoneInfo(BERLIN))


def test_the_same_event_gives_the_same_bytes_and_keeps_its_published_identity(link_builder):
    first = link_builder.build(VALUES)
    assert link_builder.build(VALUES) == first
    href = re.search(r'href="([^"]+)"', first)[1]
    uid, _ = read_identity(decode_link(href))
    later = replace(link_builder, published={uid: 0})
    moved = replace(VALUES, when=replace(WHEN, start=date(2026, 2, 11)))
    data = decode_link(re.search(r'href="([^"]+)"', later.build(moved, read_link(href)))[1])
    assert read_identity(data) == (uid, 1)


def test_coordinates_belong_to_the_place(link_builder):
    entry = replace(link_builder.plan(VALUES), geo=(51.34, 12.37))
    href = "data:text/calendar;base64," + encode_link(write_entry(entry, BERLIN))
    assert link_builder.plan(replace(VALUES, title="Anders"), read_link(href)).geo == (51.34, 12.37)
    assert link_builder.plan(replace(VALUES, address="Woanders"), read_link(href)).geo is None


def test_the_element_survives_quotes_and_angles(link_builder):
    element = link_builder.build(replace(VALUES, title='Girls\'Day "<b>" & mehr'))
    assert re.fullmatch(
        r"<a title='([^'<>]*)' aria-label='\1' download='event.ics' href=\"[^\"<>]*\">"
        r"&#x1F4C5;</a>",
        element,
    )


def test_links_are_read_in_base64_and_percent_encoded():
    data = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    assert decode_link("data:text/calendar;base64," + base64.b64encode(data).decode()) == data
    assert decode_link("data:text/calendar;charset=utf-8," + quote(data)) == data
    for broken in ("https://x.example", "data:text/calendar;base64,%%%", "data:text/calendar"):
        with pytest.raises(UserFacingError):
            decode_link(broken)


def test_base64_is_read_as_browsers_read_it():
    """Without its padding, and with a space before its name."""
    data = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    unpadded = encode_link(data).rstrip("=")
    assert unpadded != encode_link(data)
    assert decode_link(f"data:text/calendar;base64,{unpadded}") == data
    assert decode_link(f"data:text/calendar; base64,{unpadded}") == data
    with pytest.raises(UserFacingError):
        decode_link("data:text/calendar;base64,ab!c")


@pytest.mark.parametrize(
    "data", [b"", b"no calendar", b"\xff\xfe", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT"]
)
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(UserFacingError, match="cannot be read"):
        read_entries(data)


def test_a_calendar_without_an_event_has_no_entries():
    assert read_entries(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == []


@given(st.binary(max_size=300))
def test_reading_calendar_data_is_total(data):
    for candidate in (
        data,
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + data + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ):
        try:
            entries = read_entries(candidate)
        except UserFacingError as refused:
            assert str(refused).endswith(".")
        else:
            assert all(entry.start for entry in entries)
        _, sequence = read_identity(candidate)
        assert sequence >= 0


TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300).filter(
    lambda text: text.strip() and "\\N" not in text
)
"""No backslash before an N: icalendar reads "\\\\N", escaped as RFC 5545 §3.3.11, as a line end."""


@given(TITLES, TITLES, st.times(), st.integers(0, 3))
def test_every_entry_written_is_valid_for_three_readers(title, place, at, days):
    at = at.replace(second=0, microsecond=0)
    when = TimeSpan(date(2026, 3, 27), at, date(2026, 3, 27 + days) if days else None, time(23, 59))
    entry = CalendarLinkBuilder(calendar_link.Profile("p", site="s", timezone=BERLIN), STAMP).plan(
        EventData(title, when, place, False, "https://x.example")
    )
    data = write_entry(entry, BERLIN)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    event = event_of(data)
    assert event.errors == []
    assert event["SUMMARY"] == plain_text(title)
    assert vobject.readOne(data.decode()).vevent.uid.value == entry.uid
    read = read_entries(data)[0]
    assert (read.summary, read.start, read.end, read.uid) == (
        entry.summary,
        entry.start,
        entry.end,
        entry.uid,
    )


def test_a_series_expands_across_daylight_saving():
    start = datetime(2026, 2, 16, 19, tzinfo=ZoneInfo(BERLIN))
    entry = CalendarEntry(
        "Treff", start, start.replace(hour=21), rrule="FREQ=MONTHLY;BYDAY=3MO", uid="u", stamp=STAMP
    )
    data = write_entry(entry, BERLIN)
    assert b"BEGIN:VTIMEZONE" in data
    assert b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in data
    assert b"RDATE" not in data
    calendar = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    events = calendar.between((2026, 1, 1), (2026, 12, 31))
    starts = [event["DTSTART"].dt for event in events]
    assert [start.hour for start in starts] == [19] * 11
    assert {start.utcoffset().total_seconds() for start in starts} == {3600, 7200}


@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney"],
)
def test_time_zones_say_what_zoneinfo_says(zone):
    start = datetime(2026, 1, 5, 19, tzinfo=ZoneInfo(zone))
    data = write_entry(
        CalendarEntry("x", start, rrule="FREQ=MONTHLY;BYDAY=1MO", uid="u", stamp=STAMP), zone
    )
    component = next(iter(icalendar.Calendar.from_ical(data).walk("VTIMEZONE")))
    written = component.to_tz(lookup_tzid=False)
    for month in range(1, 13):
        moment = datetime(2026, month, 15, 12)
        assert written.utcoffset(moment) == ZoneInfo(zone).utcoffset(moment)


def test_all_links_of_real_files_decode_but_the_damaged_ones():
    decoded, damaged = 0, []
    for path in DOCUMENTS:
        for href in re.findall(r"data:text/calendar[^\"')\s]*", text_of(path)):
            try:
                entries = read_entries(decode_link(html.unescape(href)))
            except UserFacingError:
                damaged.append(path)
                continue
            assert len(entries) == 1
            assert entries[0].summary
            decoded += 1
    print(f"calendar links: {decoded} decoded")
    assert damaged == [DAMAGED] * 2
    assert decoded > (400 if CORPUS else 100)
