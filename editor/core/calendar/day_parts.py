"""Days made of what a text says of them: a name, a day and a month, perhaps a year."""

import re
from collections.abc import Mapping
from datetime import date


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
    """Find the year of a date that names none.

    Args:
        month: From 1.
        day: Of the month.
        near: The day it should be close to; None if nothing is known.

    Returns:
        The date closest to ``near``; None where there is none.
    """
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    candidates = [made for year in years if (made := make_date(year, month, day))]
    return min(candidates, key=lambda candidate: abs((candidate - near).days), default=None)


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
