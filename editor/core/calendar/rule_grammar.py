"""Rules read word by word: a basis, such as "jeden Montag", others beside it, and their limits.

rule     = { limit } basis { "und" basis } { limit }
basis    = interval [weekdays | ordinal-day | month-day]    "alle zwei Wochen am Dienstag"
         | [each] ordinal-day { "und" ordinal-day }         "jeden ersten und dritten Montag"
         | [each] month-day month                           "am 15. jeden Monats"
         | each weekdays | habits | "Mo–Fr" hours           "dienstags und donnerstags"
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.month_bases import Basis
from editor.core.calendar.phrase import Phrase
from editor.core.calendar.rrule import Day, Pattern
from editor.core.calendar.rule_bases import take_basis
from editor.core.calendar.rule_limits import Limits, take_leading_limits, take_limits
from editor.core.calendar.rule_words import take_and
from editor.core.calendar.words import Word


class ReadRule(Struct, frozen=True):
    """What has been read: a set of patterns, or several that may be meant."""

    patterns: tuple[Pattern, ...]
    is_choice: bool = False
    """Whether the words leave the choice between the patterns."""
    is_ambiguous: bool = False


def take_rule(phrase: Phrase, near: date | None) -> ReadRule | None:
    """Read the rule at the place where a phrase has been read to.

    Args:
        phrase: Stands behind the rule after it; where there is none, where it stood.
        near: Dates without a year follow this day.

    Returns:
        The rule; None where none begins there.
    """
    if not phrase.peek().is_known:
        return None
    begin = phrase.index
    leading = take_leading_limits(phrase, near)
    bases = _take_bases(phrase)
    behind_bases = phrase.index
    readings = [(basis, pattern) for basis in bases for pattern in basis.readings]
    if not bases or (len(bases) > 1 and len(readings) > len(bases)):
        phrase.index = begin
        return None
    limits = take_limits(phrase, near, leading)
    patterns = [_limit(pattern, basis, limits) for basis, pattern in readings]
    if len(bases) == 1 and not bases[0].is_choice and any(patterns):
        patterns = list(filter(None, patterns))  # the limits say which of two is meant
    if not all(patterns):
        phrase.index = behind_bases  # the limits contradict the days: nobody understands them
        patterns = [_limit(pattern, basis, leading) for basis, pattern in readings]
    if not all(patterns):
        phrase.index = begin
        return None
    is_choice = any(basis.is_choice for basis in bases)
    is_ambiguous = len(patterns) > 1 and len(bases) == 1 and not is_choice
    said = tuple(dict.fromkeys(pattern for pattern in patterns if pattern))
    return ReadRule(said, is_choice, is_ambiguous)


def _take_bases(phrase: Phrase) -> list[Basis]:
    bases: list[Basis] = []
    while True:
        begin = phrase.index
        if bases and not take_and(phrase):
            return bases
        basis = take_basis(phrase)
        if basis is None:
            phrase.index = begin
            return bases
        bases.append(basis)


def _can_leave_out(pattern: Pattern, days: tuple[Day, ...]) -> bool:
    """Whether a pattern can be left with fewer days: "täglich außer montags"."""
    return bool(days) and days != pattern.days and not pattern.is_monthly


def _limit(pattern: Pattern, basis: Basis, limits: Limits) -> Pattern | None:
    """A pattern with its limits; None where they contradict it."""
    months = basis.months & limits.months
    days = tuple(day for day in pattern.days if day.weekday not in limits.weekdays)
    if limits.weekdays and not _can_leave_out(pattern, days):
        return None
    every = pattern.every
    if limits.interval:
        number, unit = limits.interval
        if every > 1 or unit is not (Word.MONTH if pattern.is_monthly else Word.WEEK):
            return None
        every = number
    if limits.parity and every == 2 and not pattern.is_monthly:
        every = 1  # every second week is every odd one, or every even one
    if limits.parity and (every > 1 or pattern.is_monthly or pattern.parity) or not months:
        return None
    return replace(
        pattern,
        days=days,
        every=every,
        parity=limits.parity or pattern.parity,
        months=() if len(months) == 12 else tuple(sorted(months)),
        since=limits.since,
        until=limits.until,
        without=limits.without,
        also=limits.also,
        is_off_on_holidays=limits.is_off_on_holidays,
    )
