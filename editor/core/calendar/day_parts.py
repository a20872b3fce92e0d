"""Days made of what a text says of them: a name, a day and a month, perhaps a year."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

_LONG_OVER = timedelta(days=-43)
"""How long before the day of publication a date without a year may be: six weeks."""
_AHEAD = _LONG_OVER + timedelta(days=366)


def make_date(year: int, month: int, day: int) -> date | None:
    """Make a date.

    Args:
        year: The year.
        month: From 1.
        day: Of the month.

    Returns:
        The date; None for one that no calendar has.
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def choose_year(month: int, day: int, near: date | None) -> date | None:
    """Find the year of a date that names none: it follows a day, or is not long over.

    Args:
        month: From 1.
        day: Of the month.
        near: The day of publication; None if nothing is known.

    Returns:
        The date up to ten months after ``near``, or up to six weeks before; None where there is
        none.
    """
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    candidates = [made for year in years if (made := make_date(year, month, day))]
    return next((made for made in candidates if _LONG_OVER < made - near <= _AHEAD), None)


def find_name(numbers: Mapping[str, int], written: str) -> int:
    """Find the number of a name that an expression has found among others, whatever its case.

    Args:
        numbers: The names in lower case, with their numbers.
        written: One of them, as it is written; "KASIM" and "kasım" are the same to expressions.

    Returns:
        Its number.
    """
    plain = written.lower().rstrip(".")
    if plain in numbers:
        return numbers[plain]
    alike = (name for name in numbers if re.fullmatch(re.escape(name), plain, re.IGNORECASE))
    return numbers[next(alike)]


def english_ending(number: int) -> str:
    """Return the English ending of an ordinal number.

    >>> english_ending(2), english_ending(11)
    ('nd', 'th')

    Args:
        number: A number from 1 to 31.

    Returns:
        Its ending.
    """
    is_usual = number in (11, 12, 13) or not 1 <= number % 10 <= 3
    return "th" if is_usual else ("st", "nd", "rd")[number % 10 - 1]


def find_wrong_weekdays(days: Iterable[date], weekdays: Iterable[int | None]) -> list[int]:
    """Find the days whose weekday is not the one that is written beside them.

    >>> find_wrong_weekdays([date(2026, 3, 4), date(2026, 3, 5)], [2, 4])
    [1]

    Args:
        days: The days.
        weekdays: What is written beside them, from 0, Monday; None for nothing.

    Returns:
        The numbers of the days, from 0.
    """
    pairs = enumerate(zip(days, weekdays, strict=False))
    return [
        number
        for number, (day, written) in pairs
        if written is not None and written != day.weekday()
    ]
