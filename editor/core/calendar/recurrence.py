"""Recurrence: phrases ("jeden dritten Montag im Monat"), patterns and RFC 5545 rules, each from the others.

Law: ``read_rule(phrase(p, language)).pattern == p`` and ``pattern(rrule(p)) == p`` for every Pattern.
A phrase that names no single rule gives none: ``certainty`` says why.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import dropwhile, islice

from editor.core.calendar.dates import MONTHS_DE, MONTHS_EN, WEEKDAYS_DE, WEEKDAYS_EN, read_date

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS = (1, 2, 3, 4, -1)
_WORDS = {
    "de": {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", -1: "letzten"},
    "en": {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"},
}
_NUMBERS = {
    "de": {2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 8: "acht"},
    "en": {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 8: "eight"},
}
_ORDINALS = {word: number for words in _WORDS.values() for number, word in words.items()} | {
    "1.": 1, "2.": 2, "3.": 3, "4.": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_COUNTS = {word: number for words in _NUMBERS.values() for number, word in words.items()}
_WEEKDAYS = {
    name.lower(): number
    for names in (WEEKDAYS_DE, WEEKDAYS_EN)
    for number, name in enumerate(names)
} | {"sonnabend": 5}
_MONTHS = {
    name.lower(): number for names in (MONTHS_DE, MONTHS_EN) for number, name in enumerate(names, 1)
}


def _any(words: dict[str, int]) -> str:
    return "(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_ORDINAL, _DAY = _any(_ORDINALS), _any(_WEEKDAYS)
_EACH = r"(?:an )?(?:jede[nmr]?|every)\.?\s+"
_MONTHLY = re.compile(
    rf"{_EACH}{_ORDINAL}(?:\s+(und?|and|&|oder|or)\s+(?:jeden\s+)?{_ORDINAL})?\s+{_DAY}(\s+(?:im|des|in each|in the|of the|of each|a)\s+(?:Monate?s?|month))?\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(rf"{_EACH}(?:Woche\s+)?{_DAY}s?\b", re.IGNORECASE)
_COUNT = rf"(?:{_any(_COUNTS)}|(\d\d?))"
_INTERVAL = re.compile(
    rf"{_DAY}s\s+(?:aller|alle|every)\s+{_COUNT}\s+(?:Wochen|weeks)\b", re.IGNORECASE
)
_INTERVAL_FIRST = re.compile(
    rf"(?:aller|alle|every)\s+{_COUNT}\s+(?:Wochen|weeks)(?:\s+(?:am|on))?\s+{_DAY}s?\b",
    re.IGNORECASE,
)
_MONTH = _any(_MONTHS)
_WITHOUT = re.compile(
    rf"\s+\((?:außer(?: im)?|nicht im|except(?: in)?|not in)\s+({_MONTH}(?:(?:,|\s+und|\s+and)\s+{_MONTH})*)\)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s+(?:bis|until)\s+(?:zum\s+)?(\d{1,2}\.\d{1,2}\.\d{4})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a meeting's phrase can say: a weekday (0 Monday), every n weeks, or the ordinals of it in a month.

    ``without`` are the months left out, sorted; ``until`` the last possible day.
    """

    weekday: int
    ordinals: tuple[int, ...] = ()
    weeks: int = 1
    without: tuple[int, ...] = ()
    until: date | None = None


class Certainty(StrEnum):
    """Whether a phrase names one rule."""

    CERTAIN = "certain"
    AMBIGUOUS = "ambiguous"
    """Two rules may be meant: "jeden zweiten Montag" is every two weeks, or the second of a month."""
    CHOICE = "choice"
    """No rule says it: "zweiten oder dritten" leaves a choice."""


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
        if self.pattern:
            return write_rrule(self.pattern)
        return ""


# --- phrases --------------------------------------------------------------------------------------


def read_rule(text: str, at: int = 0) -> Rule | None:
    """The rule named at ``at``; typos of real issues ("jeden.", "zweiten un vierten") are understood.

    >>> read_rule("jeden zweiten un vierten Mittwoch im Monat").rrule
    'FREQ=MONTHLY;BYDAY=2WE,4WE'
    """
    found = _basis(text, at)
    if not found:
        return None
    readings, end, certainty = found
    without: tuple[int, ...] = ()
    until = None
    if match := _WITHOUT.match(text, end):
        without = tuple(
            sorted({_MONTHS[name.lower()] for name in re.findall(_MONTH, match[1], re.IGNORECASE)})
        )
        end = match.end()
    if match := _UNTIL.match(text, end):
        until = read_date(match[1])
        end = match.end() if until else end
    meant = tuple(Pattern(one.weekday, one.ordinals, one.weeks, without, until) for one in readings)
    if certainty is Certainty.CERTAIN:
        return Rule(meant[0], end)
    return Rule(None, end, certainty, meant)


def _basis(text: str, at: int) -> tuple[list[Pattern], int, Certainty] | None:
    """What may be meant, where the words end, and how certain that is; months and end aside."""
    if match := _MONTHLY.match(text, at):
        first, joint, second, name, month = match.groups()
        day = _WEEKDAYS[name.lower()]
        ordinals = sorted(
            {_ORDINALS[word.lower()] for word in (first, second) if word}, key=ORDINALS.index
        )
        if joint and joint.lower() in ("oder", "or"):
            return [Pattern(day, (number,)) for number in ordinals], match.end(), Certainty.CHOICE
        if not month and ordinals == [2]:
            return [Pattern(day, weeks=2), Pattern(day, (2,))], match.end(), Certainty.AMBIGUOUS
        return [Pattern(day, tuple(ordinals))], match.end(), Certainty.CERTAIN
    if match := _INTERVAL.match(text, at):
        name, word, digits = match.groups()
    elif match := _INTERVAL_FIRST.match(text, at):
        word, digits, name = match.groups()
    elif match := _WEEKLY.match(text, at):
        return [Pattern(_WEEKDAYS[match[1].lower()])], match.end(), Certainty.CERTAIN
    else:
        return None
    weeks = _COUNTS[word.lower()] if word else int(digits)
    if weeks:
        return ([Pattern(_WEEKDAYS[name.lower()], weeks=weeks)], match.end(), Certainty.CERTAIN)
    return None


def write_phrase(pattern: Pattern, language: str = "de") -> str:
    """The pattern in words, one canonical way.

    >>> write_phrase(Pattern(2, (2, 4), without=(7, 8)))
    'jeden zweiten und vierten Mittwoch im Monat (außer Juli und August)'
    """
    german = language == "de"
    day = (WEEKDAYS_DE if german else WEEKDAYS_EN)[pattern.weekday]
    words = _WORDS["de" if german else "en"]
    if pattern.ordinals:
        which = (" und " if german else " and ").join(words[number] for number in pattern.ordinals)
        text = f"jeden {which} {day} im Monat" if german else f"every {which} {day} of the month"
    elif pattern.weeks > 1:
        count = _NUMBERS["de" if german else "en"].get(pattern.weeks, str(pattern.weeks))
        text = f"{day.lower()}s alle {count} Wochen" if german else f"{day}s every {count} weeks"
    else:
        text = f"jeden {day}" if german else f"every {day}"
    if pattern.without:
        text += f" ({'außer' if german else 'except'} {_listed(pattern.without, german)})"
    if pattern.until:
        text += f" {'bis' if german else 'until'} {pattern.until:%d.%m.}{pattern.until.year:04}"
    return text


def _listed(months: tuple[int, ...], german: bool) -> str:
    names = [(MONTHS_DE if german else MONTHS_EN)[number - 1] for number in months]
    return (" und " if german else " and ").join(
        part for part in (", ".join(names[:-1]), names[-1]) if part
    )


# --- rules ----------------------------------------------------------------------------------------


def write_rrule(pattern: Pattern) -> str:
    """The RRULE value (RFC 5545 §3.3.10). UNTIL is a day; ``vevent`` makes it the type DTSTART asks for.

    >>> write_rrule(Pattern(0, weeks=2))
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'
    """
    day = _DAYS[pattern.weekday]
    parts = ["FREQ=MONTHLY" if pattern.ordinals else "FREQ=WEEKLY"]
    if pattern.weeks > 1 and not pattern.ordinals:
        parts.append(f"INTERVAL={pattern.weeks}")
    if pattern.without:
        parts.append(
            "BYMONTH="
            + ",".join(str(month) for month in range(1, 13) if month not in pattern.without)
        )
    parts.append("BYDAY=" + (",".join(f"{number}{day}" for number in pattern.ordinals) or day))
    if pattern.until:
        parts.append(f"UNTIL={pattern.until.year:04}{pattern.until:%m%d}")
    return ";".join(parts)


_BYDAY = re.compile(r"(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)")


def read_rrule(rule: str) -> Pattern | None:
    """The pattern of an RRULE value; None where it says what no phrase of ours can."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    frequency, interval = parts.pop("FREQ", ""), parts.pop("INTERVAL", "1")
    days = [_BYDAY.fullmatch(code) for code in parts.pop("BYDAY", "").split(",")]
    months, until = parts.pop("BYMONTH", ""), parts.pop("UNTIL", "")
    parts.pop("WKST", None)
    if parts or not interval.isdigit() or not all(days):
        return None
    found = {(int(match[1] or 0), match[2]) for match in days if match}
    numbers, codes = {number for number, _ in found}, {code for _, code in found}
    if frequency == "MONTHLY":
        fits = 0 not in numbers and interval == "1"
    else:
        fits = frequency == "WEEKLY" and numbers == {0}
    if not fits or len(codes) != 1 or not set(months.split(",")) <= {"", *map(str, range(1, 13))}:
        return None
    without = tuple(
        month for month in range(1, 13) if months and str(month) not in months.split(",")
    )
    last = read_date(f"{until[:4]}-{until[4:6]}-{until[6:8]}") if until else None
    ordinals = tuple(sorted(numbers - {0}, key=ORDINALS.index))
    return Pattern(_DAYS.index(codes.pop()), ordinals, int(interval) or 1, without, last)


_STRANGE = re.compile(r"BY(?:HOUR|MINUTE|SECOND|SETPOS)|INTERVAL=0", re.IGNORECASE)
_YEARS = 12
"""How far rules are followed: one that names no day ("30 February") would be followed to the year 9999."""
_FREQUENCY = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)", re.IGNORECASE)


def next_days(rule: str, begin: date, count: int, anchor: date | None = None) -> list[date]:
    """The first days on or after ``begin`` that a rule names, counting intervals from ``anchor``.

    Fewer where the rule ends before; none where it cannot be read, names hours or seconds, or names no day.
    """
    from dateutil.rrule import rrulestr  # 60 ms that most starts do not need

    if not _FREQUENCY.match(rule) or _STRANGE.search(rule):
        return []
    limits = dict(re.findall(r"(COUNT|UNTIL)=(\d{1,8})", rule.upper()))
    first, counted_from = datetime.combine(begin, time()), _before(rule, begin, anchor or begin)
    end = f"{min(begin.year + _YEARS, 9999)}1231"
    bounded = ";".join(
        part for part in rule.split(";") if part[:6].upper() not in ("COUNT=", "UNTIL=")
    )
    try:
        found = rrulestr(
            f"{bounded};UNTIL={min(limits.get('UNTIL', end), end)}",
            dtstart=datetime.combine(counted_from, time()),
        )
        counted = islice(found, int(limits["COUNT"]) if "COUNT" in limits else None)
        return [
            moment.date()
            for moment in islice(dropwhile(lambda moment: moment < first, counted), count)
        ]
    except (ValueError, TypeError, OverflowError):
        return []


def _before(rule: str, begin: date, anchor: date) -> date:
    """A day from which intervals count as from the anchor, on or before ``begin``."""
    match = re.fullmatch(r"(?!.*COUNT=).*FREQ=WEEKLY(?:.*INTERVAL=(\d{1,3}))?.*", rule.upper())
    if anchor <= begin or not match:
        return min(anchor, begin)
    period = timedelta(weeks=int(match[1] or 1))
    return anchor - period * -((begin - anchor) // period)


def first_day(rule: str, day: date, anchor: date | None = None) -> date | None:
    """The first day on or after ``day`` that the rule names; None where it names none."""
    return next(iter(next_days(rule, day, 1, anchor)), None)
