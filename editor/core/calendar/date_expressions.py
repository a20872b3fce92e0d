"""The expressions that read the days of a CLDR pattern, made of the names that CLDR has.

Names come through Babel, which is imported with the first pattern.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

_TOKEN = re.compile(r"'(?P<quoted>[^']*)' | (?P<field>([A-Za-z])\3*) | (?P<other>.)", re.VERBOSE)
_LONGEST_FIELD = {"y": 4, "M": 4, "d": 2, "E": 4}
"""The letters of a pattern, each with how often it may stand in a row."""
_Width = Literal["wide", "abbreviated"]
_MONTHS_ELSEWHERE = {"en": {"sept": 9}, "de": {"jänner": 1, "mrz": 3, "sept": 9}}


class DateForms(Struct, frozen=True):
    """The expressions of a pattern. In a range, its first day may say less than the last."""

    day: re.Pattern[str]
    openings: tuple[re.Pattern[str], ...]
    closings: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]


def compile_forms(source: str, language: str) -> tuple[DateForms, DateForms]:
    """Make the expressions of a pattern.

    Args:
        source: The pattern.
        language: ISO 639-1 code.

    Returns:
        Those of the pattern as it is written, and more tolerant ones.

    Raises:
        ValueError: As ``compile_pattern``.
    """
    tokens = [(match["field"] or "", match[0]) for match in _TOKEN.finditer(source)]
    letters: list[str] = []
    for part, _ in tokens:
        letter = part[:1].replace("L", "M").replace("c", "E")
        if part and (len(part) > _LONGEST_FIELD.get(letter, 0) or letter in letters):
            raise ValueError(part)
        letters += [letter] if part else []
    if not {"d", "M"} <= set(letters):
        raise ValueError(source)
    return _compile(tokens, language, True), _compile(tokens, language, False)


def _compile(tokens: list[tuple[str, str]], language: str, strict: bool) -> DateForms:
    months = month_names(language)
    weekdays = _names(language, "days")
    parts = [
        (part[:1], _field_expression(part, language, months, weekdays, strict))
        if part
        else ("", _literal(text))
        for part, text in tokens
    ]
    letters = [letter.replace("L", "M") for letter, _ in parts]
    day, month = letters.index("d"), letters.index("M")
    behind = day + 1
    while behind < len(parts) and not letters[behind] and not tokens[behind][1].isspace():
        behind += 1
    first = 0 if month < day else day
    openings = [parts, _without_year(parts), parts[first:behind], parts[first : day + 1]]
    closings = [parts, parts[day:]] if month < day else [parts]
    return DateForms(
        _join(parts),
        tuple(_join(opening) for opening in openings),
        tuple(_join(closing) for closing in closings),
        months,
        weekdays,
    )


def _join(parts: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    return re.compile("".join(expression for _, expression in parts) + r"(?!\d|/\d)", re.IGNORECASE)


def _without_year(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts without the year and what joins it to them."""
    kept = [part for part in parts if part[0] != "y"]
    while kept and not kept[-1][0]:
        kept.pop()
    while kept and not kept[0][0]:
        kept.pop(0)
    return kept


def _field_expression(
    part: str, language: str, months: Mapping[str, int], weekdays: Mapping[str, int], strict: bool
) -> str:
    letter, length = part[0], len(part)
    if letter == "y":
        return rf"(?P<year>\d{{{2 if length == 2 else 4}}})"
    if letter == "d" or (letter in "ML" and length < 3):
        name = "day" if letter == "d" else "month"
        return rf"(?P<{name}>\d{{{2 if strict and length == 2 else '1,2'}}})"
    if letter in "Ec":
        return rf"(?P<weekday>{_any_of(weekdays)})(?![^\W\d_])\.?"
    names: Iterable[str] = months
    if strict:
        wide = _names(language, "months", ("wide",))
        names = wide if length == 4 else months.keys() - (wide.keys() - _short_names(language))
    return rf"(?P<month_name>{_any_of(names)})(?![^\W\d_])\.?"


def _literal(text: str) -> str:
    if text == "'th'":
        return "(?:st|nd|rd|th)"
    quoted = text[1:-1] if text.startswith("'") and len(text) > 2 else text.replace("''", "'")
    return r"\s*" if quoted == " " else re.escape(quoted)


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def _names(
    language: str, of: str, widths: tuple[_Width, ...] = ("wide", "abbreviated")
) -> dict[str, int]:
    """The names of months (from 1) or days (from 0) in lower case, without a final full stop."""
    from babel.dates import get_day_names, get_month_names

    get = get_month_names if of == "months" else get_day_names
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in get(width, context, locale_of(language)).items():
                names.setdefault(str(name).lower().rstrip("."), int(number))
    return names


def month_names(language: str) -> dict[str, int]:
    """Return the names of months, long and short, in lower case, with their numbers from 1.

    Args:
        language: ISO 639-1 code.

    Returns:
        The names that CLDR has, and usual others.
    """
    return _names(language, "months") | _MONTHS_ELSEWHERE.get(language, {})


def _short_names(language: str) -> Collection[str]:
    return _names(language, "months", ("abbreviated",)).keys()


@cache
def locale_of(language: str) -> str:
    """Return the language as Babel knows it; English for one that it does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language.replace("-", "_")))
    except (ValueError, UnknownLocaleError):
        return "en"
