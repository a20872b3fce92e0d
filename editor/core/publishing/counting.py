"""Texts of a series counted up: numbers, dates, and the names of months in their language."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from editor.core.calendar.date_expressions import month_names
from editor.core.calendar.date_patterns import DatePattern, compile_pattern
from editor.core.issue.issue import Issue

_DAYS = ("MMMM d, yyyy", "MMM d, yyyy", "d. MMMM yyyy", "d MMMM yyyy", "d.M.yyyy")
_TOKEN = re.compile(r"\d{4}-\d{2}-\d{2}|\d+|[^\W\d_]{3,}", re.UNICODE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR_LENGTH = 4

Counter = Callable[[str, str], str | None]


def make_counter(last: Issue, before: Issue, day: date, usual: int) -> Counter:
    """Make a function that counts a text of the last issue up.

    Args:
        last: The last issue.
        before: The one before it.
        day: The day of the next one.
        usual: Days between two issues.

    Returns:
        A function that takes a text and the one before it, and returns the one of the next issue:
        None where they differ in more than what counts up.
    """
    if not last.day or not before.day:
        return lambda *_: None
    days = (before.day, last.day, day)
    steps = max(round((last.day - before.day).days / usual), 1)
    names = month_names(last.profile.language)

    patterns = [compile_pattern(source, last.profile.language) for source in _DAYS]

    def count(text: str, earlier: str) -> str | None:
        for pattern in patterns:
            moved = _move_day(text, earlier, days, pattern)
            if moved is not None:
                return moved
        tokens, others = _TOKEN.findall(text), _TOKEN.findall(earlier)
        if len(tokens) != len(others) or _TOKEN.sub("", text) != _TOKEN.sub("", earlier):
            return None
        counted: list[str] = []
        month = _find_month(tokens, others, days, names)
        for token, other in zip(tokens, others, strict=True):
            new = _count_token(token, other, days, steps, month, names)
            if new is None:
                return None
            counted.append(new)
        parts = iter(counted)
        return _TOKEN.sub(lambda _: next(parts), text)

    return count


def _move_day(
    text: str, earlier: str, days: tuple[date, date, date], pattern: DatePattern
) -> str | None:
    """A text with a day in words, as far from the day of its issue as before; else None."""
    new, old = pattern.forms[0].day.search(text), pattern.forms[0].day.search(earlier)
    if not new or not old:
        return None
    lead, rest = text[: new.start()], text[new.end() :]
    read = pattern.read(text, new.start(), None, single=True)
    before = pattern.read(earlier, old.start(), None, single=True)
    if (lead, rest) != (earlier[: old.start()], earlier[old.end() :]) or not read or not before:
        return None
    distance = read.when.start - days[1]
    if abs((before.when.start - days[0] - distance).days) > 1:
        return None
    try:
        return lead + pattern.write_day(days[2] + distance) + rest
    except OverflowError:
        return None


def _count_token(
    token: str,
    other: str,
    days: tuple[date, date, date],
    steps: int,
    month: tuple[int, int] | None,
    names: dict[str, int],
) -> str | None:
    """A number, date or name of the next issue, from those of the last two, some steps apart."""
    before, last, day = days
    if _ISO.fullmatch(token) and _ISO.fullmatch(other):
        return _shift_date(token, other, days)
    if month and token.lower() in names:
        return _name_like(token, month[1], names)
    if token.isdecimal() and other.isdecimal():
        if len(token) == len(other) == _YEAR_LENGTH and (month or token == str(last.year)):
            return str(month[0] if month else day.year)
        if int(token) - int(other) in (1, steps):
            return f"{int(token) + 1:0{len(token)}}"
    return token if token == other else None


def _find_month(
    tokens: Sequence[str],
    others: Sequence[str],
    days: tuple[date, date, date],
    names: dict[str, int],
) -> tuple[int, int] | None:
    """The year and month that a text of the next issue names, as far from its day as before."""
    distances = []
    for words, day in ((others, days[0]), (tokens, days[1])):
        months = [names[word.lower()] for word in words if word.lower() in names]
        years = [int(word) for word in words if word.isdecimal() and len(word) == _YEAR_LENGTH]
        if not months:
            return None
        year = years[0] if years else day.year
        distances.append(year * 12 + months[0] - (day.year * 12 + day.month))
    if (distances[0] - distances[1]) % 12:
        return None
    year, month = divmod(days[2].year * 12 + days[2].month - 1 + distances[1], 12)
    return year, month + 1


def _shift_date(token: str, other: str, days: tuple[date, date, date]) -> str | None:
    """A date as far from the day of its issue as before."""
    try:
        distance = date.fromisoformat(token) - days[1]
        if abs((date.fromisoformat(other) - days[0] - distance).days) <= 1:
            return (days[2] + distance).isoformat()
    except (ValueError, OverflowError):
        return None
    return token if token == other else None


def _name_like(written: str, month: int, names: dict[str, int]) -> str:
    """The name of a month, as long as another is written, in its case."""
    alike = [name for name, number in names.items() if number == month]
    longest = max(
        (name for name, number in names.items() if number == names[written.lower()]), key=len
    )
    is_long = len(written) == len(longest)
    name = max(alike, key=len) if is_long else min(alike, key=len)
    if written.isupper():
        return name.upper()
    return name.capitalize() if written[:1].isupper() else name
