"""The days that a recurrence rule names (RFC 5545 §3.3.10), found one by one, up to a last day.

dateutil follows a rule that names no day, such as "30 February" or a Tuesday every seven days from
a Monday, to the year 9999, which takes seconds; it looks at UNTIL only when it has found a day
(https://github.com/dateutil/dateutil/issues/1229). So the common rules are followed here; a test
holds the result against dateutil's.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""What RFC 5545 calls the weekdays, from Monday."""
_BYDAY = re.compile(r"(?P<ordinal>[+-]?\d{1,2})?(?P<code>MO|TU|WE|TH|FR|SA|SU)")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_KNOWN = {
    "FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST", "COUNT", "UNTIL",
}  # fmt: skip


class _Parts(Struct, frozen=True):
    """What a rule says of its days; empty where it does not limit them."""

    frequency: str
    interval: int
    weekdays: frozenset[int]
    ordinals: frozenset[tuple[int, int]]
    """Ordinal and weekday: (2, 0) is the second Monday."""
    months: frozenset[int]
    month_days: frozenset[int]
    positions: frozenset[int]
    """Which of a month's days that the rule names; only of monthly rules with weekdays."""
    week_start: int


def follow_rule(rule: str, start: date, last: date) -> Iterator[date]:
    """Find the days of a rule, whatever its COUNT and UNTIL.

    Args:
        rule: An RRULE value.
        start: The first day of the series; intervals count from it.
        last: The last day that is looked at.

    Yields:
        The days in their order; none for rules of hours, of weeks of the year, or by
        position but in a month.
    """
    parts = _read_parts(rule, start)
    if parts is None:
        return
    day = start
    while day <= last:
        if _is_in_period(day, start, parts) and _is_named(day, parts):
            yield day
        if day == date.max:
            return
        day += timedelta(days=1)


def _read_parts(rule: str, start: date) -> _Parts | None:
    """What a rule says; None where it says what is not followed here, or cannot be read."""
    pairs = (part.partition("=") for part in rule.upper().strip(";").split(";"))
    values = {name: value for name, _, value in pairs}
    if set(values) - _KNOWN or values.get("FREQ") not in _FREQUENCIES:
        return None
    try:
        days = _read_weekdays(values.get("BYDAY", ""))
        parts = _Parts(
            frequency=values["FREQ"],
            interval=int(values.get("INTERVAL", "1")),
            weekdays=frozenset(weekday for ordinal, weekday in days if not ordinal),
            ordinals=frozenset(pair for pair in days if pair[0]),
            months=_read_numbers(values.get("BYMONTH", ""), 1, 12),
            month_days=_read_numbers(values.get("BYMONTHDAY", ""), -31, 31),
            positions=_read_numbers(values.get("BYSETPOS", ""), -31, 31),
            week_start=WEEKDAY_CODES.index(values.get("WKST", "MO")),
        )
    except ValueError:
        return None
    if not _is_followed(parts):
        return None
    return parts if days or parts.month_days else _with_days_of(start, parts)


def _is_followed(parts: _Parts) -> bool:
    """Whether a rule's parts go together, and its positions are those of weekdays in a month."""
    if parts.interval < 1 or (parts.ordinals and parts.frequency in ("DAILY", "WEEKLY")):
        return False
    if not parts.positions:
        return True
    is_plain = not (parts.ordinals or parts.month_days)
    return parts.frequency == "MONTHLY" and bool(parts.weekdays) and is_plain


def _with_days_of(start: date, parts: _Parts) -> _Parts:
    """What a rule without days says: it takes them from its first day (RFC 5545 §3.3.10)."""
    if parts.frequency == "DAILY":
        return parts
    if parts.frequency == "WEEKLY":
        return replace(parts, weekdays=frozenset([start.weekday()]))
    months = parts.months
    if parts.frequency == "YEARLY" and not months:
        months = frozenset([start.month])
    return replace(parts, months=months, month_days=frozenset([start.day]))


def _read_weekdays(text: str) -> list[tuple[int, int]]:
    """Each ordinal, 0 for none, with its weekday."""
    days = [_BYDAY.fullmatch(day) for day in text.split(",") if day]
    if not all(days):
        raise ValueError(text)
    return [(int(day["ordinal"] or 0), WEEKDAY_CODES.index(day["code"])) for day in days if day]


def _read_numbers(text: str, least: int, most: int) -> frozenset[int]:
    numbers = frozenset(int(number) for number in text.split(",") if number)
    if any(not least <= number <= most or number == 0 for number in numbers):
        raise ValueError(text)
    return numbers


def _is_in_period(day: date, start: date, parts: _Parts) -> bool:
    """Whether the interval from the start hits the day's week, month or year, or the day."""
    if parts.interval == 1:
        return True
    if parts.frequency == "YEARLY":
        distance = day.year - start.year
    elif parts.frequency == "MONTHLY":
        distance = 12 * (day.year - start.year) + day.month - start.month
    elif parts.frequency == "WEEKLY":
        offset = (start.weekday() - parts.week_start) % 7
        distance = ((day - start).days + offset) // 7
    else:
        distance = (day - start).days
    return distance % parts.interval == 0


def _is_named(day: date, parts: _Parts) -> bool:
    if parts.months and day.month not in parts.months:
        return False
    if parts.month_days:
        length = monthrange(day.year, day.month)[1]
        if not {day.day, day.day - length - 1} & parts.month_days:
            return False
    if not (parts.weekdays or parts.ordinals):
        return True
    if parts.positions and not _positions_of(day, parts) & parts.positions:
        return False
    return day.weekday() in parts.weekdays or bool(_ordinals_of(day, parts) & parts.ordinals)


def _positions_of(day: date, parts: _Parts) -> set[int]:
    """Which of its month's days with one of the weekdays a day is, from both ends."""
    length = monthrange(day.year, day.month)[1]
    days = [
        number
        for number in range(1, length + 1)
        if (day.weekday() + number - day.day) % 7 in parts.weekdays
    ]
    if day.day not in days:
        return set()
    index = days.index(day.day)
    return {index + 1, index - len(days)}


def _ordinals_of(day: date, parts: _Parts) -> set[tuple[int, int]]:
    """Which weekday of its month a day is, from both ends; of its year in a yearly rule."""
    if parts.frequency == "YEARLY" and not parts.months:
        position = day.timetuple().tm_yday
        length = 366 if monthrange(day.year, 2)[1] == 29 else 365
    else:
        position, length = day.day, monthrange(day.year, day.month)[1]
    weekday = day.weekday()
    return {((position - 1) // 7 + 1, weekday), (-((length - position) // 7 + 1), weekday)}
