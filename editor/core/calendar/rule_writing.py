"""Rules in words: the one form for each pattern, which ``recurrence`` reads back."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from editor.core.base.phrasebook import Phrasebook, phrasebook_for
from editor.core.calendar.day_parts import english_ending
from editor.core.calendar.rrule import WORKDAYS, Day, Parity, Pattern
from editor.core.calendar.rule_words import LAST_OF_QUARTERS, QUARTERS

_LONGEST_EXCEPTION = 6
"""How many months are rather left out than named."""


def write_phrase(patterns: Pattern | Sequence[Pattern], language: str = "de") -> str:
    """Write a rule in words, in the one form ``read_phrase`` reads back.

    >>> from msgspec.structs import replace
    >>> from editor.core.calendar.rrule import monthly
    >>> write_phrase(replace(monthly([(2, 2), (2, 4)]), months=(1, 2, 3, 4, 5, 6, 9, 10, 11, 12)))
    'jeden zweiten und vierten Mittwoch im Monat (außer Juli und August)'

    Args:
        patterns: A pattern, or several that have their limits in common.
        language: ISO 639-1 code of the document's language.

    Returns:
        The phrase.
    """
    book = phrasebook_for(language)
    several = [patterns] if isinstance(patterns, Pattern) else list(patterns)
    bases = book.conjunction.join(_write_basis(pattern, book) for pattern in several)
    return " ".join([bases, *_write_limits(several[0], book)])


def _write_basis(pattern: Pattern, book: Phrasebook) -> str:
    words = book.rules
    every = book.counts.get(pattern.every, str(pattern.every))
    if pattern.is_monthly:
        basis = _write_monthly(pattern, book)
        if pattern.every > 1:
            return words.every_months.format(count=every, day=words.on.format(day=basis))
        template = words.day_of_month if pattern.workday else words.monthly
        if pattern.month_days:
            template = words.date_of_month
        unit = words.quarter if _is_quarterly(pattern) else words.month
        return template.format(day=basis, unit=unit)
    weekdays = [day.weekday for day in pattern.days]
    names = _join((book.weekdays[weekday] for weekday in weekdays), book)
    if pattern.every > 1:
        habits = _join((words.habits[weekday] for weekday in weekdays), book)
        return words.every_weeks.format(days=habits, count=every)
    if weekdays == list(range(7)):
        return words.every_day
    if weekdays == list(WORKDAYS):
        return words.workdays
    return words.weekly.format(days=names)


def _is_quarterly(pattern: Pattern) -> bool:
    """Whether it takes place on weekdays that are counted from a quarter's beginning or end."""
    if pattern.every > 1 or not pattern.days:
        return False
    if pattern.months == QUARTERS:
        return all(1 <= day.ordinal <= 4 for day in pattern.days)
    return pattern.months == LAST_OF_QUARTERS and all(day.ordinal < 0 for day in pattern.days)


def _write_monthly(pattern: Pattern, book: Phrasebook) -> str:
    """The days of a month, without the month."""
    words = book.rules
    if pattern.month_days:
        if pattern.month_days == (-1,):
            return words.last_day
        return book.conjunction.join(_write_number(day, book) for day in pattern.month_days)
    if pattern.workday:
        return f"{_write_ordinal(pattern.workday, book)} {words.workday}"
    return book.conjunction.join(
        f"{_write_ordinals(group, book)} {book.weekdays[weekday]}"
        for weekday, group in _group_by_weekday(pattern.days)
    )


def _group_by_weekday(days: Iterable[Day]) -> list[tuple[int, list[Day]]]:
    """The days in their order, those of one weekday together where they follow one another."""
    return [(weekday, list(group)) for weekday, group in groupby(days, lambda day: day.weekday)]


def _write_ordinals(days: Iterable[Day], book: Phrasebook) -> str:
    return book.conjunction.join(_write_ordinal(day.ordinal, book) for day in days)


def _write_ordinal(ordinal: int, book: Phrasebook) -> str:
    return book.ordinals.get(ordinal) or _write_number(ordinal, book)


def _write_number(number: int, book: Phrasebook) -> str:
    return book.rules.number.format(day=number, ending=english_ending(number))


# --- limits ---------------------------------------------------------------------------------------


def _write_limits(pattern: Pattern, book: Phrasebook) -> list[str]:
    words = book.rules
    limits = []
    if pattern.parity:
        limits.append(words.odd_weeks if pattern.parity is Parity.ODD else words.even_weeks)
    if pattern.months and not _is_quarterly(pattern):
        limits.append(_write_months(pattern.months, book))
    if pattern.since:
        limits.append(words.since.format(day=_write_day(pattern.since)))
    if pattern.until:
        limits.append(f"{book.until} {_write_day(pattern.until)}")
    if pattern.without:
        days = _join((_write_day(day) for day in pattern.without), book)
        limits.append(words.not_on.format(days=days))
    if pattern.also:
        days = _join((_write_day(day) for day in pattern.also), book)
        limits.append(words.also_on.format(days=days))
    if pattern.is_off_on_holidays:
        limits.append(words.not_on_holidays)
    return limits


def _write_months(months: Sequence[int], book: Phrasebook) -> str:
    words = book.rules
    if set(months) == set(range(2, 13, 2)):
        return words.even_months
    if set(months) == set(range(1, 13, 2)):
        return words.odd_months
    others = [month for month in range(1, 13) if month not in months]
    begins = [month for month in months if (month - 2) % 12 + 1 not in months]
    if len(begins) == 1 and len(months) > 2 and len(others) > 2:
        first = begins[0]
        last = (first + len(months) - 2) % 12 + 1
        return words.from_month.format(first=book.months[first - 1], last=book.months[last - 1])
    names = _join((book.months[month - 1] for month in others), book)
    if len(others) <= _LONGEST_EXCEPTION:
        return book.except_months.format(months=names)
    return words.only_months.format(
        months=_join((book.months[month - 1] for month in months), book)
    )


def _write_day(day: date) -> str:
    return f"{day:%d.%m.}{day.year:04}"


def _join(names: Iterable[str], book: Phrasebook) -> str:
    """A list in words: "Juni, Juli und August"."""
    *first, last = names
    return book.conjunction.join(part for part in (", ".join(first), last) if part)
