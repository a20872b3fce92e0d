"""Recurrence in words, such as "jeden dritten Montag im Monat": read as patterns, and written.

Law: ``read_rule(write_phrase(pattern, language)).pattern == pattern`` for every Pattern. A
phrase that names no single rule gives none; its ``certainty`` says why.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from editor.core.base.phrasebook import PHRASEBOOKS, Phrasebook, phrasebook_for
from editor.core.calendar.date_fields import read_date
from editor.core.calendar.rrule import ORDINALS, Pattern, write_rrule

_ORDINALS = {
    word: ordinal for book in PHRASEBOOKS for ordinal, word in book.ordinals.items()
} | {
    "1.": 1, "2.": 2, "3.": 3, "4.": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_COUNTS = {word: number for book in PHRASEBOOKS for number, word in book.counts.items()}
_WEEKDAYS = {
    name.lower(): number for book in PHRASEBOOKS for number, name in enumerate(book.weekdays)
} | {"sonnabend": 5}
_MONTHS = {
    name.lower(): number for book in PHRASEBOOKS for number, name in enumerate(book.months, 1)
}


def _any_of(words: Mapping[str, int]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_EACH = r"(?:an[ ])?(?:jede[nmr]?|every)\.?\s+"
_DAY = f"(?P<day>{_any_of(_WEEKDAYS)})"
_MONTHLY = re.compile(
    rf"""
    {_EACH} (?P<first>{_any_of(_ORDINALS)})
    (?:                                                     # "zweiten und vierten"
        \s+ (?P<joint>und?|and|&|oder|or)
        \s+ (?:jeden\s+)? (?P<second>{_any_of(_ORDINALS)})
    )?
    \s+ {_DAY}
    (?P<month>                                              # "im Monat"
        \s+ (?:im|des|in[ ]each|in[ ]the|of[ ]the|of[ ]each|a)
        \s+ (?:Monate?s?|month)
    )?
    \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WEEKLY = re.compile(rf"{_EACH}(?:Woche\s+)?{_DAY}s?\b", re.IGNORECASE | re.VERBOSE)
_WEEKS = rf"""
    (?:aller|alle|every)
    \s+ (?:(?P<word>{_any_of(_COUNTS)})|(?P<digits>\d\d?))
    \s+ (?:Wochen|weeks)
"""
_DAY_EVERY_WEEKS = re.compile(rf"{_DAY}s \s+ {_WEEKS} \b", re.IGNORECASE | re.VERBOSE)
_EVERY_WEEKS_DAY = re.compile(
    rf"{_WEEKS} (?:\s+(?:am|on))? \s+ {_DAY}s? \b", re.IGNORECASE | re.VERBOSE
)
_MONTH = f"(?:{_any_of(_MONTHS)})"
_EXCEPT = re.compile(
    rf"""
    \s+ \( (?: außer(?:[ ]im)? | nicht[ ]im | except(?:[ ]in)? | not[ ]in )
    \s+ (?P<months>{_MONTH} (?: (?: , | \s+und | \s+and ) \s+ {_MONTH} )* )
    \)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UNTIL = re.compile(
    r"\s+ (?:bis|until) \s+ (?:zum\s+)? (?P<day>\d{1,2}\.\d{1,2}\.\d{4}) (?!\d)",
    re.IGNORECASE | re.VERBOSE,
)


class Certainty(StrEnum):
    """Whether a phrase names one rule."""

    CERTAIN = "certain"
    AMBIGUOUS = "ambiguous"
    """Two rules may be meant: "jeden zweiten Montag" is every two weeks, or a month's second."""
    CHOICE = "choice"
    """No rule says it: "zweiten oder dritten" leaves a choice."""
    UNREAD = "unread"
    """Words are left over: "jeden Dienstag und Donnerstag" is not every Tuesday."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase in a text says, up to ``end``: a pattern if that is certain.

    Otherwise ``readings`` are the patterns that may be meant.
    """

    pattern: Pattern | None
    end: int
    certainty: Certainty = Certainty.CERTAIN
    readings: tuple[Pattern, ...] = ()

    @property
    def rrule(self) -> str:
        """The RRULE value; "" where that is not certain."""
        return write_rrule(self.pattern) if self.pattern else ""


# --- reading --------------------------------------------------------------------------------------


def read_rule(text: str, at: int = 0) -> Rule | None:
    """Read the rule that a text names at a place.

    Typos of real issues ("jeden.", "zweiten un vierten") are understood.

    >>> read_rule("jeden zweiten un vierten Mittwoch im Monat").rrule
    'FREQ=MONTHLY;BYDAY=2WE,4WE'

    Args:
        text: Running text, in German or English.
        at: Where the phrase begins.

    Returns:
        The rule; None where no phrase of a rule begins at ``at``.
    """
    basis = _read_basis(text, at)
    if not basis:
        return None
    readings, end, certainty = basis
    without: tuple[int, ...] = ()
    until = None
    if match := _EXCEPT.match(text, end):
        names = re.findall(_MONTH, match["months"], re.IGNORECASE)
        without = tuple(sorted({_MONTHS[name.lower()] for name in names}))
        end = match.end()
    if match := _UNTIL.match(text, end):
        until = read_date(match["day"])
        end = match.end() if until else end
    patterns = tuple(
        Pattern(reading.weekday, reading.ordinals, reading.weeks, without, until)
        for reading in readings
    )
    if certainty is Certainty.CERTAIN:
        return Rule(patterns[0], end)
    return Rule(None, end, certainty, patterns)


def read_phrase(text: str) -> Rule | None:
    """Read a text that is nothing but a rule.

    >>> read_phrase("jeden Dienstag und Donnerstag").certainty
    <Certainty.UNREAD: 'unread'>

    Args:
        text: The phrase.

    Returns:
        The rule; one of no pattern where words are left over; None where it begins with none.
    """
    rule = read_rule(text)
    if rule and text[rule.end :].strip():
        return Rule(None, len(text), Certainty.UNREAD)
    return rule


def _read_basis(text: str, at: int) -> tuple[list[Pattern], int, Certainty] | None:
    """What may be meant, where the words end, and how certain that is; months and end apart."""
    if match := _MONTHLY.match(text, at):
        readings, certainty = _read_monthly(match)
        return readings, match.end(), certainty
    if match := _DAY_EVERY_WEEKS.match(text, at) or _EVERY_WEEKS_DAY.match(text, at):
        weeks = _COUNTS[match["word"].lower()] if match["word"] else int(match["digits"])
        if not weeks:
            return None
    elif match := _WEEKLY.match(text, at):
        weeks = 1
    else:
        return None
    weekday = _WEEKDAYS[match["day"].lower()]
    return [Pattern(weekday, weeks=weeks)], match.end(), Certainty.CERTAIN


def _read_monthly(match: re.Match[str]) -> tuple[list[Pattern], Certainty]:
    weekday = _WEEKDAYS[match["day"].lower()]
    words = [word for word in (match["first"], match["second"]) if word]
    ordinals = sorted({_ORDINALS[word.lower()] for word in words}, key=ORDINALS.index)
    if match["joint"] and match["joint"].lower() in ("oder", "or"):
        return [Pattern(weekday, (ordinal,)) for ordinal in ordinals], Certainty.CHOICE
    if not match["month"] and ordinals == [2]:
        return [Pattern(weekday, weeks=2), Pattern(weekday, (2,))], Certainty.AMBIGUOUS
    return [Pattern(weekday, tuple(ordinals))], Certainty.CERTAIN


# --- writing --------------------------------------------------------------------------------------


def write_phrase(pattern: Pattern, language: str = "de") -> str:
    """Write a pattern in words, in the one form ``read_rule`` reads back.

    >>> write_phrase(Pattern(2, (2, 4), without=(7, 8)))
    'jeden zweiten und vierten Mittwoch im Monat (außer Juli und August)'

    Args:
        pattern: The pattern.
        language: ISO 639-1 code of the document's language.

    Returns:
        The phrase.
    """
    book = phrasebook_for(language)
    parts = [_write_basis(pattern, book)]
    if pattern.without:
        months = _join((book.months[month - 1] for month in pattern.without), book)
        parts.append(book.except_months.format(months=months))
    if pattern.until:
        parts.append(f"{book.until} {pattern.until:%d.%m.}{pattern.until.year:04}")
    return " ".join(parts)


def _write_basis(pattern: Pattern, book: Phrasebook) -> str:
    day = book.weekdays[pattern.weekday]
    if pattern.ordinals:
        ordinals = book.conjunction.join(book.ordinals[number] for number in pattern.ordinals)
        return book.every_month.format(ordinals=ordinals, day=day)
    if pattern.weeks > 1:
        count = book.counts.get(pattern.weeks, str(pattern.weeks))
        return book.every_weeks.format(day=day, day_lower=day.lower(), count=count)
    return book.every_day.format(day=day)


def _join(names: Iterable[str], book: Phrasebook) -> str:
    """A list in words: "Juni, Juli und August"."""
    *first, last = names
    return book.conjunction.join(part for part in (", ".join(first), last) if part)
