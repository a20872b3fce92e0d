"""Recurrence rules (RFC 5545 §3.3.10): written from patterns, read as patterns, and followed.

Law: ``read_rrule(write_rrule(pattern)) == pattern`` for every Pattern.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import dropwhile, islice
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.date_fields import read_date
from editor.core.calendar.rule_days import WEEKDAY_CODES, follow_rule

ORDINALS = (1, 2, 3, 4, 5, -1, -2)
"""The ordinals of a weekday in a month that a phrase can say, in the order they are written."""
WORKDAYS = tuple(range(5))
"""Monday to Friday."""
_POSITION = re.compile(r"-[1-5]|1?[1-9]|10|2[0-3]")
_BYDAY = re.compile(r"(?P<ordinal>-[12]|\+?[1-5])?(?P<code>MO|TU|WE|TH|FR|SA|SU)")


class Day(NamedTuple):
    """A weekday, from 0, Monday; with its ordinal in the month where that is not 0."""

    weekday: int
    ordinal: int = 0


class Parity(StrEnum):
    """The weeks of the year (ISO 8601) in which something takes place."""

    ODD = "odd"
    EVEN = "even"


class Pattern(Struct, frozen=True):
    """On which days something repeats: by weekdays, days of a month or working days of a month.

    One of ``days``, ``month_days`` and ``workday`` is set. Lists are sorted as ``make_pattern``
    does.
    """

    days: tuple[Day, ...] = ()
    """All with an ordinal, or none."""
    month_days: tuple[int, ...] = ()
    """Days of the month; -1 is the last."""
    workday: int = 0
    """Which of the month's days from Monday to Friday; -1 is the last."""
    every: int = 1
    """Every so many weeks; months, where days are counted within the month."""
    parity: Parity | None = None
    months: tuple[int, ...] = ()
    """The months in which it takes place; none for all."""
    since: date | None = None
    until: date | None = None
    """The last possible day."""
    without: tuple[date, ...] = ()
    """Days on which it does not take place."""
    also: tuple[date, ...] = ()
    """Days on which it takes place besides."""
    is_off_on_holidays: bool = False

    @property
    def is_monthly(self) -> bool:
        """Whether its days are counted within the month."""
        return bool(self.month_days or self.workday or any(day.ordinal for day in self.days))


def weekly(*weekdays: int, every: int = 1, parity: Parity | None = None) -> Pattern:
    """Make the pattern of some weekdays.

    Args:
        weekdays: From 0, Monday.
        every: Every so many weeks.
        parity: Whether only in odd or in even weeks.

    Returns:
        The pattern.
    """
    days = tuple(Day(weekday) for weekday in sorted(set(weekdays)))
    return Pattern(days, every=every, parity=parity)


def monthly(days: Iterable[tuple[int, int]], every: int = 1) -> Pattern:
    """Make the pattern of weekdays of the month.

    Args:
        days: Weekdays, from 0, Monday, each with its ordinal, one of ``ORDINALS``.
        every: Every so many months.

    Returns:
        The pattern.
    """
    made = (Day(weekday, ordinal) for weekday, ordinal in set(days))
    ordered = sorted(made, key=lambda day: (ORDINALS.index(day.ordinal), day.weekday))
    return Pattern(tuple(ordered), every=every)


def write_rrule(pattern: Pattern) -> str:
    """Write the RRULE value of a pattern.

    >>> write_rrule(weekly(0, every=2))
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'

    Args:
        pattern: The pattern.

    Returns:
        The value (RFC 5545 §3.3.10). Its UNTIL is a day; ``calendar_writing`` gives it the type of
        DTSTART. Odd and even weeks are every second one, from a start that has to be in one of
        them; days that are left out are not said.
    """
    parts = ["FREQ=MONTHLY" if pattern.is_monthly else "FREQ=WEEKLY"]
    if pattern.until:
        parts.append(f"UNTIL={pattern.until.year:04}{pattern.until:%m%d}")
    every = 2 if pattern.parity else pattern.every
    if every > 1:
        parts.append(f"INTERVAL={every}")
    if pattern.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, pattern.month_days)))
    else:
        days = pattern.days or [Day(day) for day in WORKDAYS]
        parts.append("BYDAY=" + ",".join(_write_day(day) for day in days))
    if pattern.months:
        parts.append("BYMONTH=" + ",".join(map(str, pattern.months)))
    if pattern.workday:
        parts.append(f"BYSETPOS={pattern.workday}")
    return ";".join(parts)


def _write_day(day: Day) -> str:
    return f"{day.ordinal or ''}{WEEKDAY_CODES[day.weekday]}"


def read_rrule(rule: str) -> Pattern | None:
    """Read the pattern of an RRULE value.

    Args:
        rule: The value (RFC 5545 §3.3.10).

    Returns:
        The pattern; None where the rule says what no phrase of ours can.
    """
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    frequency, interval = parts.pop("FREQ", ""), parts.pop("INTERVAL", "1")
    until = parts.pop("UNTIL", "")
    months = _read_numbers(parts.pop("BYMONTH", ""), 1, 12)
    month_days = _read_numbers(parts.pop("BYMONTHDAY", ""), -1, 31)
    position = parts.pop("BYSETPOS", "0")
    named = parts.pop("BYDAY", "")
    if frequency == "DAILY" and not named:
        frequency, named = "WEEKLY" if interval == "1" else "", ",".join(WEEKDAY_CODES)
    days = [_BYDAY.fullmatch(day) for day in named.split(",")] if named else []
    parts.pop("WKST", None)
    if parts or not interval.isdigit() or not all(days) or months is None or month_days is None:
        return None
    found = [Day(WEEKDAY_CODES.index(day["code"]), int(day["ordinal"] or 0)) for day in days if day]
    pattern = _make_pattern(frequency, found, month_days, position)
    if pattern is None:
        return None
    return replace(
        pattern,
        every=int(interval) or 1,
        months=() if len(months) == 12 else months,
        until=read_date(f"{until[:4]}-{until[4:6]}-{until[6:8]}") if until else None,
    )


def _make_pattern(
    frequency: str, days: list[Day], month_days: tuple[int, ...], position: str
) -> Pattern | None:
    """The pattern of a rule's days; None where it names them in no way that a phrase can."""
    weekdays = [day.weekday for day in days]
    kind = (frequency, bool(days), bool(month_days), position != "0")
    with_ordinal = {bool(day.ordinal) for day in days}
    if kind == ("WEEKLY", True, False, False) and with_ordinal == {False}:
        return weekly(*weekdays)
    if kind == ("MONTHLY", False, True, False):
        return Pattern(month_days=month_days)
    if kind == ("MONTHLY", True, False, False) and with_ordinal == {True}:
        return monthly(days)
    if kind == ("MONTHLY", True, False, True) and _POSITION.fullmatch(position):
        is_workdays = with_ordinal == {False} and sorted(weekdays) == list(WORKDAYS)
        return Pattern(workday=int(position)) if is_workdays else None
    return None


def _read_numbers(written: str, least: int, most: int) -> tuple[int, ...] | None:
    """The numbers of a list, sorted, negative ones last; () for none, None for a broken value."""
    if not written:
        return ()
    if not re.fullmatch(r"-?\d{1,2}(,-?\d{1,2})*", written):
        return None
    numbers = {int(number) for number in written.split(",")}
    if any(not least <= number <= most or number == 0 for number in numbers):
        return None
    return tuple(sorted(numbers, key=lambda number: (number < 0, number)))


# --- the days of a rule ---------------------------------------------------------------------------

_YEARS = 12
"""How long a rule is followed."""
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)")
_LIMIT = re.compile(r"(COUNT|UNTIL)=(\d{1,8})")
_INTERVAL = re.compile(r"INTERVAL=0*([1-9]\d{0,2})(?!\d)")


def next_days(rule: str, begin: date, count: int, anchor: date | None = None) -> list[date]:
    """Follow a rule for some days.

    Args:
        rule: An RRULE value.
        begin: The first possible day.
        count: How many days are wanted.
        anchor: A day on which the series takes place; intervals count from it.

    Returns:
        The first days on or after ``begin`` that the rule names. Fewer where it ends before; none
        where it cannot be read, names hours or seconds, or names no day.
    """
    return list(islice(follow(rule, begin, anchor), count))


def follow(rule: str, begin: date, anchor: date | None = None) -> Iterator[date]:
    """Follow a rule.

    Args:
        rule: An RRULE value.
        begin: The first possible day.
        anchor: A day on which the series takes place; intervals count from it.

    Returns:
        The days on or after ``begin`` that the rule names, for twelve years.
    """
    limits = dict(_LIMIT.findall(rule.upper()))
    start = _start_of_counting(rule, begin, anchor or begin)
    last = date(min(begin.year + _YEARS, 9999), 12, 31)
    until = read_date(_UNTIL.sub(r"\1-\2-\3", limits.get("UNTIL", "")))
    days = follow_rule(rule, start, min(last, until) if until else last)
    counted = islice(days, int(limits["COUNT"]) if "COUNT" in limits else None)
    return dropwhile(lambda day: day < begin, counted)


def _start_of_counting(rule: str, begin: date, anchor: date) -> date:
    """A day, not after ``begin``, from which intervals count as they do from the anchor."""
    match = _INTERVAL.search(rule.upper())
    if anchor <= begin or "COUNT=" in rule.upper():
        return min(anchor, begin)
    every = int(match[1]) if match else 1
    if "FREQ=WEEKLY" in rule.upper():
        period = timedelta(weeks=every)
        return anchor - period * -((begin - anchor) // period)
    if "FREQ=MONTHLY" in rule.upper() and "BY" in rule.upper():
        months = 12 * (anchor.year - begin.year) + anchor.month - begin.month
        year, month = divmod(12 * begin.year + begin.month - 1 - (-months % every), 12)
        return date(year, month + 1, 1)
    return begin


def first_day(rule: str, day: date, anchor: date | None = None) -> date | None:
    """Find the first day of a rule.

    Args:
        rule: An RRULE value.
        day: The first possible day.
        anchor: A day on which the series takes place.

    Returns:
        The first day on or after ``day`` that the rule names; None where it names none.
    """
    return next(iter(next_days(rule, day, 1, anchor)), None)
