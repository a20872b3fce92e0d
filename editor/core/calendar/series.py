"""Patterns as calendars follow them: one series or several, within the limits of common programs.

RFC 5545 can say more in one rule than programs read. Outlook skips an entry of several ordinals,
and one that names months ([MS-OXCICAL] 2.1.3.2.2.4); Nextcloud's server passes over the months of
a monthly rule. So every series has one ordinal, and months are an interval, days that are left
out, or seasons. No rule says holidays, or the weeks of a year by their numbers.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.rrule import Parity, Pattern, follow, next_days, write_rrule

HORIZON = timedelta(days=3 * 365)
"""How far ahead days are left out one by one."""
_MOST_LEFT_OUT = 40
"""How many days a series leaves out; more are said in seasons."""
_MOST_MONTHS = 6
"""How many months have a series of their own."""

_INTERVAL = re.compile(r"INTERVAL=([1-9]\d*)")

FindHolidays = Callable[[date, date], Collection[date]]
"""Finds the public holidays from one day to another, both included."""


class Series(Struct, frozen=True):
    """A recurrence that common calendar programs follow."""

    rrule: str
    """An RRULE value, whose UNTIL is a day; "" for a single day."""
    first: date
    without: tuple[date, ...] = ()
    """Days of the rule on which it does not take place."""

    @property
    def key(self) -> str:
        """What tells it from the other series of a meeting, whenever it begins: see ``key_of``."""
        return key_of(self.rrule, self.first)


def key_of(rrule: str, first: date) -> str:
    """Make what tells a series from the other ones of its meeting.

    Args:
        rrule: Its rule.
        first: Its first day.

    Returns:
        The rule, and in which months it takes place where these are counted; a single day.
    """
    if not rrule:
        return first.isoformat()
    interval = _INTERVAL.search(rrule)
    if interval and "FREQ=MONTHLY" in rrule:
        return f"{rrule} {first.month % int(interval[1])}"
    return rrule


def make_series(
    patterns: Iterable[Pattern], begin: date, anchor: date | None, find_holidays: FindHolidays
) -> list[Series]:
    """Make the series of a set of patterns.

    Args:
        patterns: The patterns.
        begin: The first possible day.
        anchor: A day on which it takes place; intervals count from it.
        find_holidays: Asked for patterns that leave out holidays.

    Returns:
        The series in the order of the patterns, then single days; none for patterns that name no
        day.
    """
    patterns = tuple(patterns)
    made = [
        series
        for pattern in patterns
        for part in _split(pattern)
        for series in _limit(part, max(begin, part.since or begin), anchor, find_holidays)
    ]
    besides = sorted({day for pattern in patterns for day in pattern.also if day >= begin})
    return list(dict.fromkeys([*made, *(Series("", day) for day in besides)]))


def list_days(
    patterns: Iterable[Pattern],
    begin: date,
    anchor: date | None,
    count: int,
    find_holidays: FindHolidays,
) -> list[date]:
    """List the next days of a set of patterns.

    Args:
        patterns: The patterns.
        begin: The first possible day.
        anchor: As for ``make_series``.
        count: How many days are wanted.
        find_holidays: As for ``make_series``.

    Returns:
        The days, sorted; fewer where they end.
    """
    days: set[date] = set()
    for series in make_series(patterns, begin, anchor, find_holidays):
        days.update(islice(days_of(series), count))
    return sorted(days)[:count]


def days_of(series: Series) -> Iterator[date]:
    """Find the days of a series.

    Args:
        series: The series.

    Yields:
        Its days as long as rules are followed.
    """
    if not series.rrule:
        yield series.first
        return
    left_out = set(series.without)
    for day in follow(series.rrule, series.first, series.first):
        if day not in left_out:
            yield day


# --- one ordinal, and months without BYMONTH ------------------------------------------------------


def _split(pattern: Pattern) -> Iterator[Pattern]:
    """The pattern in parts of one ordinal each, and, for a few months, of one month each."""
    parts = [pattern]
    if pattern.is_monthly and pattern.days:
        parts = [replace(pattern, days=(day,)) for day in pattern.days]
    elif pattern.month_days:
        parts = [replace(pattern, month_days=(day,)) for day in pattern.month_days]
    for part in parts:
        few = part.is_monthly and part.every == 1 and 0 < len(part.months) <= _MOST_MONTHS
        if few and not _step_of(part.months):
            yield from (replace(part, months=(month,)) for month in part.months)
        else:
            yield part


def _step_of(months: Sequence[int]) -> int:
    """Every how many months some months come, such as 3 for quarters; 0 for other months."""
    step = 12 // len(months) if months and 12 % len(months) == 0 else 0
    first = months[0] if months else 0
    is_even = step and list(months) == list(range(first, 13, step)) and first <= step
    return step if is_even else 0


def _limit(
    part: Pattern, begin: date, anchor: date | None, find_holidays: FindHolidays
) -> Iterator[Series]:
    """The series of a part, with what its rule cannot say left out."""
    periods = _weeks_of_one_parity(begin, part.until) if part.parity else [(begin, part.until)]
    for start, stop in periods:
        plain = replace(part, parity=None, until=stop, since=None, also=())
        if part.parity:
            week = _find_week(plain, start, part.parity)
            every_second = replace(plain, every=2)
            yield from _leave_out(every_second, start, week, find_holidays)
            continue
        step = _step_of(part.months)
        if part.is_monthly and part.every == 1 and step:
            first = next(iter(next_days(write_rrule(plain), start, 1)), None)
            steps = replace(plain, months=(), every=step)
            yield from _leave_out(steps, start, first, find_holidays)
        elif part.months:
            yield from _leave_out_months(plain, start, anchor, find_holidays)
        else:
            yield from _leave_out(plain, start, anchor, find_holidays)


def _leave_out_months(
    plain: Pattern, start: date, anchor: date | None, find_holidays: FindHolidays
) -> Iterator[Series]:
    """Single days left out, or one series for each season."""
    every_month = replace(plain, months=())
    horizon = start + HORIZON
    days = _days_until(every_month, start, anchor, horizon)
    others = [day for day in days if day.month not in plain.months]
    if len(others) <= _MOST_LEFT_OUT:
        yield from _leave_out(every_month, start, anchor, find_holidays, others)
        return
    for first, last in _seasons(days, plain.months):
        season = replace(every_month, until=last)
        yield from _leave_out(season, first, first if plain.every > 1 else anchor, find_holidays)


def _seasons(days: Sequence[date], months: Collection[int]) -> Iterator[tuple[date, date]]:
    """The first and the last day of each stretch of days in the months."""
    season: list[date] = []
    for day in days:
        if day.month in months:
            season.append(day)
        elif season:
            yield season[0], season[-1]
            season = []
    if season:
        yield season[0], season[-1]


def _leave_out(
    plain: Pattern,
    start: date,
    anchor: date | None,
    find_holidays: FindHolidays,
    others: Iterable[date] = (),
) -> Iterator[Series]:
    """The series of a rule, beginning on its first day that is not left out."""
    rule = write_rrule(plain)
    left_out = {*plain.without, *others}
    days = _days_until(plain, start, anchor, start + HORIZON)
    if plain.is_off_on_holidays and days:
        left_out.update(find_holidays(days[0], days[-1]))
    first = next((day for day in days if day not in left_out), None)
    if first:
        yield Series(rule, first, tuple(day for day in days if day in left_out and day > first))


def _days_until(plain: Pattern, start: date, anchor: date | None, last: date) -> list[date]:
    days: list[date] = []
    for day in follow(write_rrule(plain), start, anchor):
        if day > last and days:
            break
        days.append(day)
    return days


# --- odd and even weeks ---------------------------------------------------------------------------


def _weeks_of_one_parity(begin: date, until: date | None) -> list[tuple[date, date | None]]:
    """The stretches in which every second week stays odd, or even: a year of 53 weeks ends one."""
    periods: list[tuple[date, date | None]] = []
    start = begin
    for year in range(begin.isocalendar().year, begin.isocalendar().year + 4):
        last = date(year, 12, 28)  # always in the last week of its year
        if last.isocalendar().week == 53:
            turn = last + timedelta(days=7 - last.isoweekday())
            if turn >= start:
                periods.append((start, min(turn, until) if until else turn))
                start = turn + timedelta(days=1)
    periods.append((start, until))
    return [(first, last) for first, last in periods if last is None or first <= last]


def _find_week(plain: Pattern, start: date, parity: Parity) -> date | None:
    """The first day of the rule in a week of that parity."""
    weekly = replace(plain, every=1)
    days = next_days(write_rrule(replace(weekly, until=None)), start, 14)
    odd = parity is Parity.ODD
    return next((day for day in days if (day.isocalendar().week % 2 == 1) == odd), None)
