"""Dates and times: the sloppy forms that are read, the one form that is written."""

from datetime import date, datetime, time

import pytest
from editor.core.calendar.date_fields import read_date, read_time, read_timestamp
from editor.core.calendar.date_formats import write_time_span, write_timestamp
from editor.core.calendar.dates import TimeSpan, read_time_span, roll_midnight
from hypothesis import given
from hypothesis import strategies as st

NEAR = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "written", "left"),
    [
        (
            "Montag, 05.05.2025, 09:15, bis Mittwoch, 07.05.2025, 17:30, online",
            "Montag, 05.05.2025, 09:15, bis Mittwoch, 07.05.2025, 17:30",
            ", online",
        ),
        (
            "Samstag, 20.08.2022 und Sonntag, 21.08.2022 10:00 - 17:00 Uhr: X",
            "Samstag, 20.08.2022, 10:00, bis Sonntag, 21.08.2022, 17:00",
            ": X",
        ),
        ("28.07., 19:00 - 21:00 Uhr: X", "Montag, 28.07.2025, 19:00-21:00", ": X"),
        (
            "Montag, 19.09. bis Mittwoch, 22.09.2022: X",
            "Montag, 19.09.2022, bis Donnerstag, 22.09.2022",
            ": X",
        ),
        (
            "Freitag, 30. September bis Sonntag, 2. Oktober 2022 an",
            "Freitag, 30.09.2022, bis Sonntag, 02.10.2022",
            " an",
        ),
        (
            "Donnerstag, 17. & Freitag, 18. November 2022, H",
            "Donnerstag, 17.11.2022, bis Freitag, 18.11.2022",
            ", H",
        ),
        (
            "Mittwoch, 15. bis Samstag, 18. März, X",
            "Samstag, 15.03.2025, bis Dienstag, 18.03.2025",
            ", X",
        ),
        ("Mittwoch, 29. März, 10 bis 11:30 Uhr, X", "Samstag, 29.03.2025, 10:00-11:30", ", X"),
        ("Mittwoch, 8.März, 19 Uhr, X", "Samstag, 08.03.2025, 19:00", ", X"),
        (
            "Montag, 01.07.2024, bis 07.07.2024, Tartu",
            "Montag, 01.07.2024, bis Sonntag, 07.07.2024",
            ", Tartu",
        ),
        ("Mittwoch, 17.04.2024, 13:00 bis 15:00, X", "Mittwoch, 17.04.2024, 13:00-15:00", ", X"),
        ("Freitag, 29.08.2025, 19:00-24:00, X", "Freitag, 29.08.2025, 19:00-24:00", ", X"),
        (
            "Mittwoch, 01.10.2025, bis Freitag, 31.10.2025, 23:59, X",
            "Mittwoch, 01.10.2025, bis Freitag, 31.10.2025, 23:59",
            ", X",
        ),
        ("Monday, 5. May 2025, X", "Montag, 05.05.2025", ", X"),
        ("13.06.: X", "Freitag, 13.06.2025", ": X"),
    ],
)
def test_sloppy_forms_are_read(text, written, left):
    reading = read_time_span(text, 0, NEAR)
    assert (write_time_span(reading.when), text[reading.end :]) == (written, left)


@pytest.mark.parametrize(
    "text", ["31.02.2026, X", "Montag, X", "", "2026", "99.99.9999", "Montag, 13."]
)
def test_what_is_no_date_is_none(text):
    assert read_time_span(text, 0, NEAR) is None


def test_a_missing_year_needs_a_day_that_is_near():
    assert read_time_span("13.06.: X") is None
    assert read_time_span("02.01., X", 0, date(2025, 12, 8)).when.start == date(2026, 1, 2)


TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 30))


@given(DAYS, DAYS, st.one_of(st.none(), TIMES), st.one_of(st.none(), TIMES))
def test_what_is_written_reads_back(day, other_day, start_time, end_time):
    start, end = sorted((day, other_day))
    when = TimeSpan(
        start,
        start_time,
        None if start == end else end,
        end_time if start_time or start != end else None,
    )
    reading = read_time_span(write_time_span(when) + ", online")
    assert write_time_span(reading.when) == write_time_span(roll_midnight(when))


@given(st.text(max_size=40))
def test_reading_is_total(text):
    for line in (text, f"Montag, {text}", f"01.01.2026, {text}"):
        match = read_time_span(line, 0, NEAR)
        if match:
            assert 0 < match.end <= len(line)
    read_date(text)
    read_time(text)
    read_timestamp(text)


def test_fields_take_what_people_type():
    assert read_time("9") == time(9)
    assert read_time("9:30") == time(9, 30)
    assert read_time("09.30") == time(9, 30)
    assert read_time("930") == time(9, 30)
    assert read_time("19 Uhr") == time(19)
    assert read_time("25") is None
    assert read_time("9:7") is None
    assert read_date("2026-02-01") == date(2026, 2, 1)
    assert read_date("1.2.26") == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("day", "offset"),
    [(date(2026, 2, 9), "+01:00"), (date(2026, 7, 6), "+02:00"), (date(2026, 3, 29), "+02:00")],
)
def test_the_offset_is_the_one_of_that_day(day, offset):
    assert write_timestamp(day, time(8), "Europe/Berlin").endswith("T08:00:00" + offset)


def test_stamps_are_read_with_and_without_time():
    assert read_timestamp("2026-02-09T08:00:00+02:00").hour == 8
    assert read_timestamp("2026-02-09") == datetime(2026, 2, 9)
    assert read_timestamp("bald") is None
