"""Recurrence: phrases, rules and the days they name say the same."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.recurrence import read_phrase, read_rule
from editor.core.calendar.rrule import (
    ORDINALS,
    Parity,
    Pattern,
    first_day,
    monthly,
    next_days,
    read_rrule,
    weekly,
    write_rrule,
)
from editor.core.calendar.rule_writing import write_phrase
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

ordered_months = st.lists(st.integers(1, 12), max_size=11, unique=True).map(
    lambda months: tuple(sorted(months))
)
limits = st.fixed_dictionaries(
    {
        "months": st.sampled_from([(), (), (1, 4, 7, 10), (3, 6, 9, 12)]) | ordered_months,
        "since": st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
        "until": st.none() | st.dates(date(2026, 1, 1), date(2032, 12, 31)),
        "without": st.lists(
            st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=3, unique=True
        ).map(lambda days: tuple(sorted(days))),
        "also": st.lists(
            st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=2, unique=True
        ).map(lambda days: tuple(sorted(days))),
        "is_off_on_holidays": st.booleans(),
    }
)
weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True)
weeklies = st.builds(
    lambda days, every, parity: weekly(*days, every=1 if parity else every, parity=parity),
    weekdays,
    st.sampled_from([1, 1, 2, 3, 4, 7, 12]),
    st.sampled_from([None, None, *Parity]),
)
intervals = st.sampled_from([1, 1, 1, 2, 3, 6])
monthlies = st.one_of(
    st.builds(
        monthly,
        st.lists(
            st.tuples(st.integers(0, 6), st.sampled_from(ORDINALS)),
            min_size=1,
            max_size=3,
            unique=True,
        ),
        intervals,
    ),
    st.builds(
        lambda days, every: Pattern(month_days=tuple(sorted(days)), every=every),
        st.lists(st.integers(1, 31), min_size=1, max_size=3, unique=True),
        intervals,
    ),
    st.builds(lambda every: Pattern(month_days=(-1,), every=every), intervals),
    st.builds(
        lambda workday, every: Pattern(workday=workday, every=every),
        st.sampled_from([1, 2, 3, 4, 5, -1, -2]),
        intervals,
    ),
)
patterns = st.builds(lambda pattern, said: replace(pattern, **said), weeklies | monthlies, limits)


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
        ("jeden Montag (außer im August)", "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1,2,3,4,5,6,7,9,10,11,12"),
        ("jeden Montag bis zum 31.12.2026", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO"),
    ],
)
def test_phrases_are_rules(words, rule):
    match = read_rule(words)
    assert (match.rrule, match.end, match.certainty) == (rule, len(words), "certain")


@pytest.mark.parametrize(
    ("words", "certainty", "readings"),
    [
        ("jeden zweiten Montag", "ambiguous", (weekly(0, every=2), monthly([(0, 2)]))),
        (
            "jeden zweiten oder dritten Montag im Monat",
            "choice",
            (monthly([(0, 2)]), monthly([(0, 3)])),
        ),
        ("jeden Montag oder Dienstag", "choice", (weekly(0), weekly(1))),
        ("werktags", "ambiguous", (weekly(*range(5)), weekly(*range(6)))),
    ],
)
def test_what_is_no_single_rule_says_so(words, certainty, readings):
    match = read_rule(words)
    assert (match.rrule, match.certainty, match.readings) == ("", certainty, readings)


def test_other_words_are_none():
    assert read_rule("jedenfalls Montag") is None
    assert read_rule("Berlin") is None
    assert read_phrase("montags alle 0 Wochen").certainty == "unread"


@pytest.mark.parametrize("language", ["de", "en"])
@given(patterns)
def test_a_pattern_its_phrase_and_its_rule_are_one(language, meant):
    words = write_phrase(meant, language)
    match = read_rule(f"{words}, 19:00", 0, date(2026, 2, 9))
    assert match, words
    assert (match.patterns, match.end, match.certainty) == ((meant,), len(words), "certain"), words
    assert write_phrase(match.patterns, language) == words
    said = replace(meant, since=None, without=(), also=(), is_off_on_holidays=False)
    if meant.parity:
        said = replace(said, parity=None, every=2)
    assert read_rrule(write_rrule(meant)) == said


@pytest.mark.parametrize("language", ["de", "en"])
@given(st.lists(weeklies.filter(lambda p: p.every == 1), min_size=1, max_size=2), monthlies, limits)
def test_several_patterns_and_their_phrase_are_one(language, weeks, month, said):
    together = [*weeks, month]
    assume(month.every == 1 and not any(pattern.parity for pattern in together))
    meant = tuple(dict.fromkeys(replace(pattern, **said) for pattern in together))
    words = write_phrase(meant, language)
    match = read_rule(words, 0, date(2026, 2, 9))
    assert match, words
    assert match.end == len(words), words
    assert set(_days_of(match.patterns)) == set(_days_of(meant)), words


def _days_of(several):
    """What several patterns name, whichever of them names it."""
    for pattern in several:
        limits = replace(pattern, days=(), month_days=(), workday=0)
        workdays = (f"workday {pattern.workday}",) if pattern.workday else ()
        for day in (*pattern.days, *pattern.month_days, *workdays):
            yield day, limits


@given(weeklies | monthlies, ordered_months, st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_days_are_those_of_dateutil(meant, months, begin):
    """The first 24 days of a rule, as another reckoning has them."""
    rule = write_rrule(replace(meant, months=months, parity=None))
    days = next_days(rule, begin, 24)
    reckoned = rrulestr(rule, dtstart=datetime(begin.year, begin.month, begin.day))
    last = days[-1] if days else date(2030, 1, 1)
    expected = reckoned.between(datetime(2025, 1, 1), datetime.combine(last, time()), inc=True)
    assert days == [moment.date() for moment in expected]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=DAILY;INTERVAL=3",
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
    patterns.filter(lambda p: not p.months or len(p.months) > 8),
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
