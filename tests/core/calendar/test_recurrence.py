"""Recurrence: phrases, rules and the days they name say the same."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from editor.core.calendar.codec import write_entry
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.recurrence import read_rule, write_phrase
from editor.core.calendar.rrule import (
    ORDINALS,
    Pattern,
    first_day,
    next_days,
    read_rrule,
    write_rrule,
)
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

patterns = st.builds(
    Pattern,
    st.integers(0, 6),
    st.lists(st.sampled_from(ORDINALS), max_size=2, unique=True).map(
        lambda ordinals: tuple(sorted(ordinals, key=ORDINALS.index))
    ),
    st.sampled_from([1, 1, 2, 3, 4, 7, 12]),
    st.lists(st.integers(1, 12), max_size=4, unique=True).map(lambda months: tuple(sorted(months))),
    st.none() | st.dates(date(2026, 1, 1), date(2032, 12, 31)),
).map(lambda p: Pattern(p.weekday, p.ordinals, 1 if p.ordinals else p.weeks, p.without, p.until))


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("jeden Mittwoch", "FREQ=WEEKLY;BYDAY=WE"),
        ("jeden. Mittwoch", "FREQ=WEEKLY;BYDAY=WE"),
        ("jede Woche mittwochs", "FREQ=WEEKLY;BYDAY=WE"),
        ("jeden ersten Montag im Monat", "FREQ=MONTHLY;BYDAY=1MO"),
        ("jeden 1. Montag des Monats", "FREQ=MONTHLY;BYDAY=1MO"),
        ("jeden letzten Freitag im Monat", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("jeden zweiten un vierten Mittwoch im Monat", "FREQ=MONTHLY;BYDAY=2WE,4WE"),
        ("jeden dritten Montag", "FREQ=MONTHLY;BYDAY=3MO"),
        ("montags aller zwei Wochen", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("alle 2 Wochen dienstags", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every first Monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("jeden Montag (außer im August)", "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=MO"),
        ("jeden Montag bis zum 31.12.2026", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231"),
    ],
)
def test_phrases_are_rules(words, rule):
    match = read_rule(words)
    assert (match.rrule, match.end, match.certainty) == (rule, len(words), "certain")


@pytest.mark.parametrize(
    ("words", "certainty", "readings"),
    [
        ("jeden zweiten Montag", "ambiguous", (Pattern(0, weeks=2), Pattern(0, (2,)))),
        (
            "jeden zweiten oder dritten Montag im Monat",
            "choice",
            (Pattern(0, (2,)), Pattern(0, (3,))),
        ),
    ],
)
def test_what_is_no_single_rule_says_so(words, certainty, readings):
    match = read_rule(words)
    assert (match.rrule, match.certainty, match.readings) == ("", certainty, readings)


def test_other_words_are_none():
    assert read_rule("jedenfalls Montag") is None
    assert read_rule("Berlin") is None
    assert read_rule("montags alle 0 Wochen") is None


@pytest.mark.parametrize("language", ["de", "en"])
@given(patterns)
def test_a_pattern_its_phrase_and_its_rule_are_one(language, meant):
    words = write_phrase(meant, language)
    match = read_rule(f"{words}, 19:00")
    assert (match.pattern, match.end, match.certainty) == (meant, len(words), "certain")
    assert write_phrase(match.pattern, language) == words
    assert read_rrule(write_rrule(meant)) == meant


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=MONTHLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
        "FREQ=YEARLY;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=MO,TU",
        "",
        "FREQ=WEEKLY;COUNT=3;BYDAY=MO",
    ],
)
def test_rules_that_no_phrase_says_are_none(rule):
    assert read_rrule(rule) is None


def test_a_series_begins_on_a_real_day():
    assert first_day("FREQ=MONTHLY;BYDAY=3MO", date(2026, 2, 9)) == date(2026, 2, 16)
    assert first_day(
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2026, 2, 10), date(2026, 1, 5)
    ) == date(2026, 2, 16)
    assert first_day("NONSENSE", date(2026, 2, 9)) is None


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYSECOND=1,2,3",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;INTERVAL=0",
    ],
)
def test_hostile_rules_name_no_days(rule):
    assert next_days(rule, date(2026, 1, 1), 5) == []


def test_a_rule_of_other_weeks_keeps_its_weeks_before_the_anchor():
    days = next_days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2026, 1, 1), 2, date(2026, 6, 1))
    assert days == [date(2026, 1, 12), date(2026, 1, 26)]


def test_a_monthly_rule_needs_no_day_to_count_from():
    days = next_days("FREQ=MONTHLY;BYDAY=1MO", date(2026, 1, 1), 2, date(2026, 6, 1))
    assert days == [date(2026, 1, 5), date(2026, 2, 2)]


def test_a_count_is_counted_from_the_start():
    assert next_days("FREQ=DAILY;COUNT=5", date(2026, 1, 4), 9, date(2026, 1, 1)) == [
        date(2026, 1, 4),
        date(2026, 1, 5),
    ]


@given(
    patterns.filter(lambda p: len(p.without) < 4),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.sampled_from([None, (19, 0), (2, 30)]),
)
def test_rules_expand_as_calendars_expand_them(meant, day, hour):
    """recurring-ical-events shows the same days of the entry we write, whatever the clocks do."""
    expected = next_days(write_rrule(meant), day, 12)
    assume(expected)
    first = expected[0]
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(first.year, first.month, first.day, *hour, tzinfo=zone) if hour else first
    entry = CalendarEntry(
        "x", start, rrule=write_rrule(meant), uid="u", stamp=datetime(2026, 1, 1, tzinfo=UTC)
    )
    calendar = Calendar.from_ical(write_entry(entry, "Europe/Berlin"))
    events = recurring_ical_events.of(calendar).between(first, expected[-1] + timedelta(days=1))
    shown = [event["DTSTART"].dt for event in events]
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in shown]
    assert sorted(days) == expected
    if hour == (19, 0):  # half past two is no time on the night in March
        assert {moment.astimezone(zone).hour for moment in shown} == {19}
