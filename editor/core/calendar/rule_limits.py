"""What limits a rule: "außer im August", "ab 2. März", "bis Ende Juni", "in ungeraden Wochen"."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.clock import take_hours
from editor.core.calendar.dates import complete_days
from editor.core.calendar.day_forms import Joint
from editor.core.calendar.day_parts import choose_year
from editor.core.calendar.day_reading import take_days
from editor.core.calendar.phrase import DASHES, Phrase
from editor.core.calendar.rrule import Parity
from editor.core.calendar.rule_words import (
    months_through,
    take_interval,
    take_months,
    take_parity,
    take_weekdays,
)
from editor.core.calendar.vocabulary import MONTHS
from editor.core.calendar.words import Word

_PUBLIC = ("gesetzlichen", "gesetzliche", "public", "bank")
_INCLUSIVE = ("zum", "einschließlich", "inklusive", "including", "the")
_ALL_MONTHS = frozenset(range(1, 13))


class Limits(Struct, frozen=True):
    """What a rule says besides its days; empty where it does not limit them."""

    months: frozenset[int] = _ALL_MONTHS
    since: date | None = None
    until: date | None = None
    without: tuple[date, ...] = ()
    also: tuple[date, ...] = ()
    is_off_on_holidays: bool = False
    weekdays: frozenset[int] = frozenset()
    """The weekdays that are left out: "täglich außer montags"."""
    parity: Parity | None = None
    interval: tuple[int, Word] | None = None


def take_leading_limits(phrase: Phrase, near: date | None) -> Limits:
    """Read the limits before the days of a rule: "ab 3. März, dienstags".

    Args:
        phrase: Stands behind the last limit, and a comma behind it, after it.
        near: Dates without a year follow this day.

    Returns:
        The limits.
    """
    limits = Limits()
    while True:
        begin = phrase.index
        further = _take_limit(phrase, limits, near)
        if further is None or further.interval:
            phrase.index = begin
            return limits
        phrase.take_sign(",")
        limits = further


def take_limits(phrase: Phrase, near: date | None, leading: Limits | None = None) -> Limits:
    """Read all limits at the place where a phrase has been read to.

    Args:
        phrase: Stands behind the last limit after it.
        near: Dates without a year follow this day.
        leading: Those before the days of the rule.

    Returns:
        The limits.
    """
    limits = leading or Limits()
    while True:
        begin = phrase.index
        is_bracketed = phrase.take_sign("(")
        has_comma = not is_bracketed and phrase.take_sign(",")
        further = _take_limit(phrase, limits, near)
        while further and is_bracketed and phrase.take_sign(","):
            further = _take_limit(phrase, further, near)
        if further and is_bracketed and not phrase.take_sign(")"):
            further = None
        if further is None or (has_comma and not _ends_here(phrase)):
            phrase.index = begin
            return limits
        limits = further


def _ends_here(phrase: Phrase) -> bool:
    """Whether what has been read is all that stands between commas."""
    token = phrase.peek()
    if token.text in ("", ",", ":", "(", ")", ";", "|") or token.does(Word.AND):
        return True
    begin = phrase.index
    has_hours = take_hours(phrase) is not None
    phrase.index = begin
    return has_hours


def _take_limit(phrase: Phrase, limits: Limits, near: date | None) -> Limits | None:
    """Read one limit, and return it with those before; None where none stands there."""
    begin = phrase.index
    for reader in _READERS:
        further = reader(phrase, limits, near)
        if further:
            return further
        phrase.index = begin
    return None


# --- each kind of limit ---------------------------------------------------------------------------


def _take_notice(phrase: Phrase, limits: Limits, _: date | None) -> Limits | None:
    """Until further notice, which limits nothing."""
    if not phrase.take(Word.UNTIL):
        return None
    phrase.take_text("auf", "further")
    return limits if phrase.take(Word.FURTHER_NOTICE) else None


def _take_parity(phrase: Phrase, limits: Limits, _: date | None) -> Limits | None:
    parity = take_parity(phrase)
    if parity is None:
        return None
    is_odd, unit = parity
    if unit is Word.MONTH:
        months = frozenset(range(1 if is_odd else 2, 13, 2))
        return replace(limits, months=limits.months & months)
    return replace(limits, parity=Parity.ODD if is_odd else Parity.EVEN)


def _take_interval(phrase: Phrase, limits: Limits, _: date | None) -> Limits | None:
    interval = take_interval(phrase)
    return replace(limits, interval=interval) if interval else None


def _take_exception(phrase: Phrase, limits: Limits, near: date | None) -> Limits | None:
    """Except in some months, on some days or weekdays, or on holidays."""
    is_said = phrase.take(Word.EXCEPT) or phrase.take_text("bis") and phrase.take_text("auf")
    if not is_said:
        return None
    while phrase.take(Word.ON) or phrase.take_text(*_PUBLIC):
        pass
    if phrase.take(Word.HOLIDAY):
        return replace(limits, is_off_on_holidays=True)
    days = _take_dates(phrase, near)
    if days and not any(joint in (Joint.OR, Joint.TO) for _, joint in days):
        without = sorted({*limits.without, *(day for day, _ in days)})
        return replace(limits, without=tuple(without))
    months = take_months(phrase) if not days else None
    if months:
        return replace(limits, months=limits.months - set(months))
    weekdays = take_weekdays(phrase, as_habit=False) if not days else None
    if weekdays is None or weekdays.is_choice:
        return None
    return replace(limits, weekdays=limits.weekdays | set(weekdays.numbers))


def _take_addition(phrase: Phrase, limits: Limits, near: date | None) -> Limits | None:
    """Besides on some days; "auch in den Ferien" adds nothing."""
    if not phrase.take(Word.ALSO):
        return None
    while phrase.take(Word.ON):
        pass
    if phrase.take(Word.HOLIDAY, Word.SEASON):
        return limits
    days = _take_dates(phrase, near)
    if not days or any(joint in (Joint.OR, Joint.TO) for _, joint in days):
        return None
    return replace(limits, also=tuple(sorted({*limits.also, *(day for day, _ in days)})))


def _take_break(phrase: Phrase, limits: Limits, _: date | None) -> Limits | None:
    """A break in some months: "Sommerpause im August"."""
    if not phrase.take(Word.BREAK):
        return None
    phrase.take_sign(":")
    while phrase.take(Word.ON):
        pass
    months = take_months(phrase)
    return replace(limits, months=limits.months - set(months)) if months else None


def _take_only_months(phrase: Phrase, limits: Limits, _: date | None) -> Limits | None:
    """Only in some months, or from one to another."""
    begin = phrase.index
    is_said = phrase.take(Word.ONLY)
    while phrase.take(Word.ON):
        is_said = True
    if is_said and (months := take_months(phrase)):
        return replace(limits, months=limits.months & set(months))
    phrase.index = begin
    phrase.take(Word.FROM, Word.BETWEEN, Word.ONLY)
    first = phrase.take_name(MONTHS)
    if first is None or not (phrase.take(Word.TO, Word.AND) or phrase.take_sign(DASHES)):
        return None
    phrase.take_text(*_INCLUSIVE)
    last = phrase.take_name(MONTHS)
    if last is None or phrase.peek().is_number:
        return None
    return replace(limits, months=limits.months & set(months_through(first, last)))


def _take_since(phrase: Phrase, limits: Limits, near: date | None) -> Limits | None:
    """From a day or a month on; "vom 2.3. bis 30.3." says both ends."""
    if not phrase.take(Word.FROM):
        return None
    phrase.take(Word.FROM)
    while phrase.take(Word.ON) or phrase.take(Word.BEGINNING):
        pass
    if phrase.take_text("sofort", "now"):
        return limits
    if year := _take_past_year(phrase, near):
        return replace(limits, since=date(year, 1, 1))
    days = _take_dates(phrase, near)
    if len(days) == 1:
        return replace(limits, since=days[0][0])
    if len(days) == 2 and days[1][1] is Joint.TO:
        return replace(limits, since=days[0][0], until=days[1][0])
    day = None if days else _take_month(phrase, near, is_last=False)
    return replace(limits, since=day) if day else None


def _take_past_year(phrase: Phrase, near: date | None) -> int | None:
    """Read the year of "seit 2014"."""
    if near is None or phrase.peek(1).does(Word.CLOCK) or phrase.peek(1).text == ":":
        return None
    return phrase.take_number(1970, near.year, digits=4)


def _take_until(phrase: Phrase, limits: Limits, near: date | None) -> Limits | None:
    phrase.take_text("noch", "nur", "only")
    if not phrase.take(Word.UNTIL):
        return None
    while phrase.take_text(*_INCLUSIVE) or phrase.take(Word.ON):
        pass
    days = _take_dates(phrase, near)
    if len(days) == 1:
        return replace(limits, until=days[0][0])
    phrase.take(Word.END)
    while phrase.take(Word.ON):
        pass
    day = None if days else _take_month(phrase, near, is_last=True)
    return replace(limits, until=day) if day else None


def _take_dates(phrase: Phrase, near: date | None) -> list[tuple[date, Joint | None]]:
    """Read dates without hours, each with how it belongs to the one before."""
    begin = phrase.index
    written = take_days(phrase, with_hours=False)
    days = complete_days(written, near) if written else None
    if days is None:
        phrase.index = begin
        return []
    return [(day, word.joint) for day, word in zip(days, written, strict=True)]


def _take_month(phrase: Phrase, near: date | None, *, is_last: bool) -> date | None:
    """Read a month, perhaps with its year: its first day, or its last."""
    month = phrase.take_name(MONTHS)
    if month is None:
        return None
    year = phrase.take_number(2000, 2099, digits=4)
    if year is None:
        first = choose_year(month, 1, near)
        if first is None:
            return None
        year = first.year
    return date(year, month, monthrange(year, month)[1] if is_last else 1)


_READERS: tuple[Callable[[Phrase, Limits, date | None], Limits | None], ...] = (
    _take_notice,
    _take_parity,
    _take_interval,
    _take_exception,
    _take_addition,
    _take_break,
    _take_only_months,
    _take_since,
    _take_until,
)
