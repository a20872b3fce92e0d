"""Recurrence rules (RFC 5545 §3.3.10): written from patterns, read as patterns, and followed.

Law: ``read_rrule(write_rrule(pattern)) == pattern`` for every Pattern.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile, islice

from editor.core.calendar.date_fields import read_date
from editor.core.calendar.rule_days import follow_rule

ORDINALS = (1, 2, 3, 4, -1)
"""The ordinals of a weekday in a month that a phrase can say, in the order they are written."""
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"(?P<ordinal>-1|[1-4])?(?P<code>MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a meeting's phrase can say: every n weeks on a weekday, or its ordinals in a month.

    ``weekday`` counts from 0, Monday; ``without`` are the months left out, sorted; ``until`` is the
    last possible day.
    """

    weekday: int
    ordinals: tuple[int, ...] = ()
    weeks: int = 1
    without: tuple[int, ...] = ()
    until: date | None = None


def write_rrule(pattern: Pattern) -> str:
    """Write the RRULE value of a pattern.

    >>> write_rrule(Pattern(0, weeks=2))
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'

    Args:
        pattern: The pattern.

    Returns:
        The value (RFC 5545 §3.3.10). Its UNTIL is a day; ``codec`` gives it the type of DTSTART.
    """
    code = _CODES[pattern.weekday]
    if pattern.ordinals:
        parts = ["FREQ=MONTHLY"]
        days = ",".join(f"{ordinal}{code}" for ordinal in pattern.ordinals)
    else:
        parts = ["FREQ=WEEKLY"]
        days = code
        if pattern.weeks > 1:
            parts.append(f"INTERVAL={pattern.weeks}")
    if pattern.without:
        months = (str(month) for month in range(1, 13) if month not in pattern.without)
        parts.append("BYMONTH=" + ",".join(months))
    parts.append(f"BYDAY={days}")
    if pattern.until:
        parts.append(f"UNTIL={pattern.until.year:04}{pattern.until:%m%d}")
    return ";".join(parts)


def read_rrule(rule: str) -> Pattern | None:
    """Read the pattern of an RRULE value.

    Args:
        rule: The value (RFC 5545 §3.3.10).

    Returns:
        The pattern; None where the rule says what no phrase of ours can.
    """
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    frequency, interval = parts.pop("FREQ", ""), parts.pop("INTERVAL", "1")
    days = [_BYDAY.fullmatch(day) for day in parts.pop("BYDAY", "").split(",")]
    months, until = parts.pop("BYMONTH", ""), parts.pop("UNTIL", "")
    parts.pop("WKST", None)
    if parts or not interval.isdigit() or not all(days):
        return None
    ordinals = {int(day["ordinal"] or 0) for day in days if day}
    codes = {day["code"] for day in days if day}
    if len(codes) != 1 or not _fits(frequency, interval, ordinals):
        return None
    without = _read_months_left_out(months)
    if without is None:
        return None
    return Pattern(
        weekday=_CODES.index(codes.pop()),
        ordinals=tuple(sorted(ordinals - {0}, key=ORDINALS.index)),
        weeks=int(interval) or 1,
        without=without,
        until=read_date(f"{until[:4]}-{until[4:6]}-{until[6:8]}") if until else None,
    )


def _fits(frequency: str, interval: str, ordinals: set[int]) -> bool:
    """Whether a phrase can say the frequency: weekdays of every month, or every few weeks."""
    if frequency == "MONTHLY":
        return interval == "1" and 0 not in ordinals
    return frequency == "WEEKLY" and ordinals == {0}


def _read_months_left_out(bymonth: str) -> tuple[int, ...] | None:
    """The months a BYMONTH does not name; () for none, None for a value that is broken."""
    if not bymonth:
        return ()
    named = bymonth.split(",")
    if not set(named) <= {"", *map(str, range(1, 13))}:
        return None
    return tuple(month for month in range(1, 13) if str(month) not in named)


# --- the days of a rule ---------------------------------------------------------------------------

_YEARS = 12
"""How long a rule is followed."""
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)")
_LIMIT = re.compile(r"(COUNT|UNTIL)=(\d{1,8})")
_WEEKLY = re.compile(r"(?!.*COUNT=).*FREQ=WEEKLY(?:.*INTERVAL=(?P<weeks>\d{1,3}))?.*")


def next_days(rule: str, begin: date, count: int, anchor: date | None = None) -> list[date]:
    """Follow a rule.

    Args:
        rule: An RRULE value.
        begin: The first possible day.
        count: How many days are wanted.
        anchor: A day on which the series takes place; intervals count from it.

    Returns:
        The first days on or after ``begin`` that the rule names. Fewer where it ends before; none
        where it cannot be read, names hours or seconds, or names no day.
    """
    limits = dict(_LIMIT.findall(rule.upper()))
    start = _start_of_counting(rule, begin, anchor or begin)
    last = date(min(begin.year + _YEARS, 9999), 12, 31)
    until = read_date(_UNTIL.sub(r"\1-\2-\3", limits.get("UNTIL", "")))
    days = follow_rule(rule, start, min(last, until) if until else last)
    counted = islice(days, int(limits["COUNT"]) if "COUNT" in limits else None)
    return list(islice(dropwhile(lambda day: day < begin, counted), count))


def _start_of_counting(rule: str, begin: date, anchor: date) -> date:
    """A day, not after ``begin``, from which intervals count as they do from the anchor."""
    match = _WEEKLY.fullmatch(rule.upper())
    if anchor <= begin or not match:
        return min(anchor, begin)
    period = timedelta(weeks=int(match["weeks"] or 1))
    return anchor - period * -((begin - anchor) // period)


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
