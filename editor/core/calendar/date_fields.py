"""Dates and times as the whole content of a field: typed by the user, or in front matter."""

import re
from datetime import date, datetime, time

from editor.core.calendar.dates import read_time_span


def read_date(text: str) -> date | None:
    """Read a date the user typed into a field: 1.2.26, 01.02.2026 or 2026-02-01.

    >>> read_date("1.2.26")
    datetime.date(2026, 2, 1)

    Args:
        text: The whole content of the field.

    Returns:
        The date; None for anything else.
    """
    text = text.strip()
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    if iso:
        return _make_date(*map(int, iso.groups()))
    match = read_time_span(text)
    if match and match.end == len(text):
        return match.when.start
    return None


def read_time(text: str) -> time | None:
    """Read a time the user typed into a field: 9, 9:30, 09.30 or 0930.

    >>> read_time("930")
    datetime.time(9, 30)

    Args:
        text: The whole content of the field.

    Returns:
        The time; None for anything else.
    """
    match = re.fullmatch(r"\s*(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*Uhr)?\s*", text)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0))


def read_timestamp(text: str) -> datetime | None:
    """Read the date of a page from its front matter.

    Args:
        text: An ISO 8601 date, or date and time with or without an offset.

    Returns:
        Date and time, aware if there is an offset; None for anything else.
    """
    text = text.strip()
    try:
        return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", text))
    except ValueError:
        return None


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
