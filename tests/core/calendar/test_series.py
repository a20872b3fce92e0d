"""Series: what a set of patterns names, within what common calendar programs follow."""

from datetime import date, timedelta
from itertools import islice

import pytest
from editor.core.calendar.recurrence import read_phrase
from editor.core.calendar.rrule import Pattern, read_rrule
from editor.core.calendar.series import HORIZON, days_of, list_days, make_series
from editor.core.places.public_holidays import holiday_finder
from hypothesis import given
from hypothesis import strategies as st

from helpers.calendar_phrases import PHRASES

BEGIN = date(2026, 2, 9)
find_holidays = holiday_finder("Europe/Berlin", "SN")


def series_of(phrase, begin=BEGIN, anchor=None):
    rule = read_phrase(phrase, begin)
    assert rule and rule.patterns, phrase
    return make_series(rule.patterns, begin, anchor, find_holidays)


def is_named(day: date, pattern: Pattern) -> bool:
    """Whether a pattern names a day, reckoned from its words; every n weeks are not told."""
    last_day = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    ordinals = {(day.day - 1) // 7 + 1, -((last_day.day - day.day) // 7 + 1)}
    workdays = [d for d in range(1, last_day.day + 1) if day.replace(day=d).weekday() < 5]
    if pattern.month_days:
        named = bool({day.day, day.day - last_day.day - 1} & set(pattern.month_days))
    elif pattern.workday:
        index = pattern.workday - (pattern.workday > 0)
        named = workdays[index] == day.day
    else:
        named = any(
            day.weekday() == part.weekday and (not part.ordinal or part.ordinal in ordinals)
            for part in pattern.days
        )
    is_odd = day.isocalendar().week % 2 == 1
    if day in pattern.also:
        return True
    return (
        named
        and (not pattern.months or day.month in pattern.months)
        and (pattern.parity is None or is_odd == (pattern.parity == "odd"))
        and (pattern.since is None or day >= pattern.since)
        and (pattern.until is None or day <= pattern.until)
        and day not in pattern.without
        and not (pattern.is_off_on_holidays and find_holidays(day, day))
    )


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize("begin", [BEGIN, date(2026, 12, 20), date(2027, 2, 28)])
def test_the_series_name_the_days_of_the_words(phrase, begin):
    rule = read_phrase(phrase, BEGIN)
    assert rule and rule.patterns
    last = begin + HORIZON - timedelta(days=40)
    reckoned = [
        day
        for day in (begin + timedelta(days=step) for step in range((last - begin).days))
        if any(is_named(day, pattern) for pattern in rule.patterns)
    ]
    listed = list_days(rule.patterns, begin, None, 4000, find_holidays)
    assert [day for day in listed if day < last] == reckoned


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_series_says_what_common_programs_do_not_follow(phrase):
    """Outlook skips several ordinals and months; Nextcloud's server passes over months."""
    for series in series_of(phrase):
        if not series.rrule:
            continue
        parts = dict(part.split("=") for part in series.rrule.split(";"))
        assert parts["FREQ"] in ("WEEKLY", "MONTHLY", "YEARLY")
        if "BYMONTH" in parts:
            assert parts["FREQ"] == "YEARLY"
        if parts["FREQ"] == "MONTHLY" and "BYSETPOS" not in parts:
            assert "," not in parts.get("BYDAY", "") + parts.get("BYMONTHDAY", "")


def test_several_ordinals_are_several_series():
    rules = [series.rrule for series in series_of("jeden zweiten und vierten Mittwoch im Monat")]
    assert rules == ["FREQ=MONTHLY;BYDAY=2WE", "FREQ=MONTHLY;BYDAY=4WE"]


def test_months_that_are_left_out_are_days_that_are_left_out():
    (series,) = series_of("jeden letzten Freitag im Monat, außer Dezember")
    assert series.rrule == "FREQ=MONTHLY;BYDAY=-1FR"
    assert series.without == (date(2026, 12, 25), date(2027, 12, 31), date(2028, 12, 29))


def test_quarters_are_an_interval():
    (series,) = series_of("jeden ersten Samstag im Quartal")
    assert (series.rrule, series.first) == ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1SA", date(2026, 4, 4))


def test_a_year_of_53_weeks_ends_a_stretch_of_odd_weeks():
    first, second = series_of("jeden Dienstag in ungeraden Kalenderwochen", date(2026, 12, 1))
    assert list(days_of(first)) == [date(2026, 12, 1), date(2026, 12, 15), date(2026, 12, 29)]
    assert next(days_of(second)) == date(2027, 1, 5)


def test_holidays_are_those_of_the_state():
    (saxony,) = series_of("jeden Mittwoch, außer an Feiertagen")
    assert date(2026, 11, 18) in saxony.without  # the Day of Repentance is one in Saxony alone
    rule = read_phrase("jeden Mittwoch, außer an Feiertagen", BEGIN)
    (berlin,) = make_series(rule.patterns, BEGIN, None, holiday_finder("Europe/Berlin", "BE"))
    assert date(2026, 11, 18) not in berlin.without


def test_intervals_count_from_the_anchor():
    (series,) = series_of("alle zwei Wochen am Dienstag", anchor=date(2026, 2, 3))
    assert list(islice(days_of(series), 2)) == [date(2026, 2, 17), date(2026, 3, 3)]


def test_what_names_no_day_has_no_series():
    assert series_of("jeden Montag bis 30.03.2026", date(2026, 4, 1)) == []


days = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@given(st.sampled_from(PHRASES), days)
def test_a_series_begins_on_its_first_day(phrase, begin):
    rule = read_phrase(phrase, BEGIN)
    for series in make_series(rule.patterns, begin, None, find_holidays):
        assert series.first >= begin
        assert next(days_of(series)) == series.first
        assert not series.rrule or read_rrule(series.rrule)
