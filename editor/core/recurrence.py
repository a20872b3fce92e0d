"""Recurrence phrases ("jeden dritten Montag im Monat") and RFC 5545 rules.

A phrase that names no single rule gives none: ``doubt`` says which kind of doubt it is.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from editor.core.dates import WEEKDAYS_DE, WEEKDAYS_EN

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINALS = {"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "letzten": -1, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_WEEKDAYS = {name.lower(): number for names in (WEEKDAYS_DE, WEEKDAYS_EN) for number, name in enumerate(names)}
_ORDINAL = "(" + "|".join(_ORDINALS) + ")"
_DAY = "(" + "|".join(_WEEKDAYS) + ")"
_MONTHLY = re.compile(
    rf"(?:jeden|every)\.?\s+{_ORDINAL}(?:\s+(und?|and|oder|or)\s+{_ORDINAL})?\s+{_DAY}(\s+(?:im|in each|of the|a)\s+(?:Monats?|month))?\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(rf"(?:jeden|every)\.?\s+{_DAY}\b", re.IGNORECASE)
_INTERVAL = re.compile(rf"{_DAY}s\s+(?:aller|alle|every)\s+(zwei|drei|vier|two|three|four|\d\d?\d?)\s+(?:Wochen|weeks)\b", re.IGNORECASE)
_NUMBERS = {"zwei": 2, "two": 2, "drei": 3, "three": 3, "vier": 4, "four": 4}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase says: an RRULE value (RFC 5545 §3.3.10), or none and why.

    ``doubt``: "" none; "weeks" for "jeden zweiten Montag" (every two weeks, or the second of a month);
    "choice" for "zweiten oder dritten", which no rule can say.
    """

    rrule: str
    end: int
    doubt: str = ""


def read_rule(text: str, at: int = 0) -> Rule | None:
    """The rule named at ``at``; typos of real issues ("jeden.", "zweiten un vierten") are understood.

    >>> read_rule("jeden zweiten un vierten Mittwoch im Monat").rrule
    'FREQ=MONTHLY;BYDAY=2WE,4WE'
    """
    if match := _MONTHLY.match(text, at):
        first, joint, second, day, month = match.groups()
        if joint and joint.lower() in ("oder", "or"):
            return Rule("", match.end(), "choice")
        if not month and not second and _ORDINALS[first.lower()] == 2:
            return Rule("", match.end(), "weeks")
        code = _DAYS[_WEEKDAYS[day.lower()]]
        ordinals = [_ORDINALS[word.lower()] for word in (first, second) if word]
        return Rule("FREQ=MONTHLY;BYDAY=" + ",".join(f"{number}{code}" for number in ordinals), match.end())
    if match := _WEEKLY.match(text, at):
        return Rule("FREQ=WEEKLY;BYDAY=" + _DAYS[_WEEKDAYS[match[1].lower()]], match.end())
    if match := _INTERVAL.match(text, at):
        day, number = match.groups()
        count = _NUMBERS.get(number.lower()) or int(number)
        return Rule(f"FREQ=WEEKLY;INTERVAL={count};BYDAY={_DAYS[_WEEKDAYS[day.lower()]]}", match.end())
    return None


def first_on(rrule: str, day: date, anchor: date | None = None) -> date | None:
    """The first day on or after ``day`` that the rule names, counting intervals from ``anchor``.

    None where the rule cannot be read or names no day within ten years.
    """
    from dateutil.rrule import rrulestr  # 60 ms that most starts do not need

    start = datetime.combine(min(anchor or day, day), time())
    try:
        found = rrulestr(rrule, dtstart=start).after(datetime.combine(day, time()), inc=True)
    except (ValueError, TypeError, OverflowError):
        return None
    return found.date() if found else None
