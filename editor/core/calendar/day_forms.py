"""One day as it is written: "4.3.26", "March 4th", "2026-03-04", "24." of "24.-26. April"."""

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from editor.core.calendar.clock import Stretch
from editor.core.calendar.phrase import DASHES, Phrase, Token
from editor.core.calendar.vocabulary import MONTHS
from editor.core.calendar.words import Word

_ENDINGS = ("st", "nd", "rd", "th")
"""What makes a number an ordinal in English."""
_NO_YEAR = re.compile(
    r"[:.]\d | \s?(?:Uhr|h\b) | \s?[-–—]\s?\d{1,2}(?:[:.]\d\d)?\s?(?:Uhr|h\b)",
    re.IGNORECASE | re.VERBOSE,
)
"""What follows two digits that are the first half of a time: 4.3.19:30."""


class Joint(StrEnum):
    """How a day belongs to the one before it."""

    TO = "to"
    AND = "and"
    OR = "or"
    COMMA = "comma"


class WrittenDay(Struct):
    """What is written of a day."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    weekday_after: int | None = None
    """The second of two weekdays before it: "Sa/So, 4./5. Juli"."""
    is_month_first: bool = False
    hours: Stretch | None = None
    joint: Joint | None = None
    is_apart: bool = False
    """Whether a comma stands before the word that joins it to the one before."""


def take_form(phrase: Phrase, previous: WrittenDay | None) -> WrittenDay | None:
    """Read the number, month and year of a day.

    Args:
        phrase: Stands behind the day after it; where there is none, where it stood.
        previous: The day before it, if it is one of several.

    Returns:
        The day, without what stands beside it; None where there is none.
    """
    return (
        _take_iso(phrase)
        or _take_numbers(phrase)
        or _take_day_first(phrase)
        or _take_month_first(phrase)
        or _take_bare(phrase, previous)
    )


def _take_iso(phrase: Phrase) -> WrittenDay | None:
    """2026-03-04 (ISO 8601)."""
    if len(phrase.peek().text) != 4:
        return None
    tokens = [phrase.peek(number) for number in range(5)]
    year, month, day = tokens[0], tokens[2], tokens[4]
    behind = phrase.peek(5)
    is_apart = not _is_glued(behind) or behind.text == "t" and phrase.peek(6).is_number
    if not _are_numbers_between(tokens, "-") or not is_apart:
        return None
    if len(month.text) > 2 or len(day.text) > 2:
        return None
    phrase.index += 5
    return WrittenDay(int(day.text), int(month.text), int(year.text))


def _take_numbers(phrase: Phrase) -> WrittenDay | None:
    """24/3/2026 or 24-03-2026; not 4/3/2026, which is the third of April to some."""
    if phrase.peek(1).text not in ("/", "-"):
        return None
    tokens = [phrase.peek(number) for number in range(5)]
    if not (_are_numbers_between(tokens, "/") or _are_numbers_between(tokens, "-")):
        return None
    first, second, year = (int(tokens[number].text) for number in (0, 2, 4))
    if len(tokens[4].text) != 4 or (first <= 12 and second <= 12 and first != second):
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    phrase.index += 5
    return WrittenDay(day, month, year)


def _are_numbers_between(tokens: Sequence[Token], sign: str) -> bool:
    """Whether three numbers stand there without blanks, two signs between them."""
    numbers, signs = tokens[::2], tokens[1::2]
    return (
        all(token.is_number and len(token.text) <= 4 for token in numbers)
        and all(token.text == sign for token in signs)
        and not any(token.gap for token in tokens[1:])
    )


def _is_glued(token: Token) -> bool:
    return token.is_word and not token.gap


def _take_day_first(phrase: Phrase) -> WrittenDay | None:
    """4.3.2026, 4.3.26, 4.3., 4. März 2026, 4 March, 4th of March."""
    begin = phrase.index
    day = phrase.take_number(1, 31)
    if day is not None:
        is_ordinal = _take_ending(phrase)
        has_dot = not is_ordinal and not phrase.peek().gap and phrase.take_sign(".")
        if has_dot and (written := _take_numeric_month(phrase, day)):
            return written
        phrase.take_text("of")
        has_gap = phrase.peek().gap
        month = phrase.take_name(MONTHS) if has_dot or has_gap else None
        if month:
            return WrittenDay(day, month, _take_long_year(phrase))
    phrase.index = begin
    return None


def _take_numeric_month(phrase: Phrase, day: int) -> WrittenDay | None:
    """Read month and year behind "4."; a month without a year ends with a full stop."""
    begin = phrase.index
    month = phrase.take_number(1, 12)
    if month is not None:
        sign, behind = phrase.peek(), phrase.peek(1)
        if not sign.gap and sign.text == ".":
            phrase.index += 1
            return WrittenDay(day, month, _take_long_year(phrase) or _take_short_year(phrase))
        if not sign.gap and sign.text == "-" and len(behind.text) in (2, 4) and not behind.gap:
            phrase.index += 1  # a slip of real issues: 20.11-2022
            year = _take_long_year(phrase) or _take_short_year(phrase)
            if year:
                return WrittenDay(day, month, year)
            phrase.index -= 1
        elif sign.gap and (year := _take_long_year(phrase)):
            return WrittenDay(day, month, year)
    phrase.index = begin
    return None


def _take_month_first(phrase: Phrase) -> WrittenDay | None:
    """March 4, March 4th, 2026."""
    begin = phrase.index
    month = phrase.take_name(MONTHS)
    day = phrase.take_number(1, 31) if month else None
    if month and day:
        is_ordinal = _take_ending(phrase)
        behind = phrase.peek()
        is_hour = behind.does(Word.CLOCK, Word.MORNING, Word.EVENING) or behind.text == ":"
        is_day_first = behind.text == "." and phrase.peek(1).is_number and not phrase.peek(1).gap
        if is_ordinal or not (is_hour or is_day_first):
            return WrittenDay(day, month, _take_long_year(phrase, ","), is_month_first=True)
    phrase.index = begin
    return None


def _take_bare(phrase: Phrase, previous: WrittenDay | None) -> WrittenDay | None:
    """Read a day that has its month from the one before or behind it."""
    begin = phrase.index
    day = phrase.take_number(1, 31)
    if day is None:
        return None
    _take_ending(phrase)
    if previous and previous.is_month_first:
        behind = phrase.peek()
        is_hour = behind.does(Word.CLOCK, Word.MORNING, Word.EVENING) or behind.text in (":", ".")
        if not is_hour:
            year = _take_long_year(phrase, ",")
            return WrittenDay(day, previous.month, year, is_month_first=True)
    elif not phrase.peek().gap and phrase.take_sign("."):
        pass
    behind = phrase.peek()
    joins = behind.does(Word.AND, Word.OR, Word.TO) or (behind.text in (*DASHES, *"&+/,"))
    if joins and not (previous and previous.is_month_first):
        return WrittenDay(day)
    phrase.index = begin
    return None


def _take_ending(phrase: Phrase) -> bool:
    return not phrase.peek().gap and phrase.take_text(*_ENDINGS)


def _take_long_year(phrase: Phrase, sign: str = "") -> int | None:
    """Read a year of four digits, a sign before it included."""
    begin = phrase.index
    if sign:
        phrase.take_sign(sign)
    token = phrase.peek()
    if len(token.text) == 4 and token.is_number and not _is_clock_behind(phrase):
        phrase.index += 1
        return int(token.text)
    phrase.index = begin
    return None


def _is_clock_behind(phrase: Phrase) -> bool:
    return phrase.peek(1).does(Word.CLOCK) and phrase.peek(1).text != "h"


def _take_short_year(phrase: Phrase) -> int | None:
    """Read a year of two digits right behind a full stop."""
    token = phrase.peek()
    if token.gap or len(token.text) != 2 or not token.is_number:
        return None
    if _NO_YEAR.match(phrase.text, token.end):
        return None
    phrase.index += 1
    return 2000 + int(token.text)
