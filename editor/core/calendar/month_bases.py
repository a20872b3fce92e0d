"""Days within a month: "am 15. jeden Monats", "jeden ersten und dritten Montag im Quartal"."""

from collections.abc import Iterable

from msgspec import Struct, field

from editor.core.calendar.phrase import Phrase
from editor.core.calendar.rrule import Day, Pattern, monthly, weekly
from editor.core.calendar.rule_words import (
    LAST_OF_QUARTERS,
    QUARTERS,
    Listed,
    take_and,
    take_months,
    take_ordinals,
    take_parity,
    take_weekdays,
)
from editor.core.calendar.words import Word

_REMARKS = ("online", "hybrid", "digital", "vor", "in")
"""What may stand between two days in parentheses and says nothing of them."""


def take_each(phrase: Phrase) -> bool:
    """Read "jeden", also with the full stop of a slip."""
    if not phrase.take(Word.EACH):
        return False
    phrase.take_sign(".")
    return True


class Basis(Struct):
    """The days of a rule without its limits; ``readings`` where one of several may be meant."""

    readings: list[Pattern]
    months: frozenset[int] = field(default_factory=lambda: frozenset(range(1, 13)))
    is_choice: bool = False


def take_days_of_month(phrase: Phrase, *, is_usual: bool) -> Basis | None:
    """Read days that are counted within the month; ``is_usual`` says that they do repeat."""
    begin = phrase.index
    for reader in (_take_month_days, _take_ordinal_days):
        phrase.index = begin
        if basis := reader(phrase, is_usual):
            return basis
    return None


def _take_month_days(phrase: Phrase, is_usual: bool) -> Basis | None:
    """Am 15. jeden Monats, jeden 1. und 15. im Monat, am letzten Tag des Monats."""
    has_each = take_each(phrase)
    ordinals = take_ordinals(phrase)
    if ordinals is None or ordinals.is_choice:
        return None
    numbers = ordinals.numbers
    is_last_day = phrase.take(Word.DAY) and numbers == (-1,)
    if not is_last_day and (phrase.peek().is_word and _is_named_next(phrase)):
        return None
    months = take_month_marker(phrase)
    if months is None and not (is_usual or (has_each and numbers[0] > 5)):
        return None
    if any(number < -1 or number > 31 for number in numbers):
        return None
    ordered = tuple(sorted(set(numbers), key=lambda number: (number < 0, number)))
    if not is_last_day and -1 in ordered:
        return None
    return _with_months(Basis([Pattern(month_days=ordered)]), months)


def _is_named_next(phrase: Phrase) -> bool:
    """Whether a weekday or a working day follows, or a month, with which it is a date."""
    begin = phrase.index
    found = take_weekdays(phrase, as_habit=False) or take_months(phrase)
    is_workday = phrase.take(Word.WORKDAY, Word.BUSINESS_DAY, Word.WEEKEND, Word.WEEK, Word.MONTH)
    phrase.index = begin
    return bool(found) or is_workday


def _take_ordinal_days(phrase: Phrase, is_usual: bool) -> Basis | None:
    """Jeden ersten und dritten Montag im Monat, am ersten Montag und dritten Mittwoch."""
    has_each = take_each(phrase)
    ordinals = take_ordinals(phrase)
    if ordinals is None:
        return None
    workday = _take_workday(phrase, ordinals)
    days = [] if workday else _take_named_days(phrase, ordinals)
    months = take_month_marker(phrase)
    is_list = len(ordinals.numbers) > 1  # "1st and 3rd Tuesday" are no days of one week
    if months is None and not (has_each or is_usual or is_list):
        return None
    if workday:
        return _with_months(Basis([workday]), months)
    if not days or ordinals.is_choice and len(days) > len(ordinals.numbers):
        return None
    if ordinals.is_choice:
        return _with_months(Basis([monthly([day]) for day in days], is_choice=True), months)
    if months == frozenset(QUARTERS):
        months = _months_of_quarters(days)
        return _with_months(Basis([monthly(days)]), months) if months else None
    readings = [monthly(days)]
    if months is None and has_each and ordinals.numbers == (2,) and len(days) == 1:
        readings.insert(0, weekly(days[0].weekday, every=2))
    return _with_months(Basis(readings), months)


def _months_of_quarters(days: list[Day]) -> frozenset[int] | None:
    """The months of the first days of quarters, or of the last; None for other days."""
    if all(1 <= day.ordinal <= 4 for day in days):
        return frozenset(QUARTERS)
    if all(day.ordinal < 0 for day in days):
        return frozenset(LAST_OF_QUARTERS)
    return None


def _take_workday(phrase: Phrase, ordinals: Listed) -> Pattern | None:
    """The last working day of a month; of a "Werktag" nobody knows whether Saturday is one."""
    if len(ordinals.numbers) == 1 and phrase.take(Word.WORKDAY):
        return Pattern(workday=ordinals.numbers[0])
    return None


def _take_named_days(phrase: Phrase, ordinals: Listed) -> list[Day] | None:
    """The weekdays of ordinals, and others with theirs behind an "und"."""
    days: list[Day] = []
    listed: Listed | None = ordinals
    while listed:
        weekday = take_weekdays_of_one(phrase)
        if weekday is None or not all(-2 <= number <= 5 for number in listed.numbers):
            return None
        days += [Day(weekday, ordinal) for ordinal in listed.numbers]
        begin = phrase.index
        _skip_remark(phrase)
        listed = None
        if take_and(phrase):
            take_each(phrase)
            listed = take_ordinals(phrase)
            behind = phrase.index
            if listed is None or listed.is_choice or take_weekdays_of_one(phrase) is None:
                listed = None
            else:
                phrase.index = behind
        if listed is None:
            phrase.index = begin
    return days


def take_weekdays_of_one(phrase: Phrase) -> int | None:
    """Read one weekday."""
    begin = phrase.index
    listed = take_weekdays(phrase, as_habit=False)
    if listed is None or len(listed.numbers) > 1:
        phrase.index = begin
        return None
    return listed.numbers[0]


def _skip_remark(phrase: Phrase) -> None:
    """Read "(online)" or "(vor Ort)" between two days."""
    begin = phrase.index
    if phrase.take_sign("(") and phrase.peek().text in _REMARKS:
        while phrase.peek().is_word:
            phrase.index += 1
        if phrase.take_sign(")"):
            return
    phrase.index = begin


def _with_months(basis: Basis, months: frozenset[int] | None) -> Basis:
    if months is not None:
        basis.months = months
    return basis


def take_month_marker(phrase: Phrase, *, only_all: bool = False) -> frozenset[int] | None:
    """Read "im Monat", "des Quartals", "ungerader Monate", "im März": the months that are meant."""
    begin = phrase.index
    parity = take_parity(phrase)
    if parity and parity[1] is Word.MONTH and not only_all:
        return frozenset(range(1 if parity[0] else 2, 13, 2))
    phrase.index = begin
    is_joined = False
    while phrase.take(Word.ON, Word.EACH) or phrase.take_text("pro", "per"):
        is_joined = True
    months = _named_months(phrase) if is_joined else None
    if months is None or (only_all and len(months) < 12):
        phrase.index = begin
        return None
    return months


def _named_months(phrase: Phrase) -> frozenset[int] | None:
    if phrase.take(Word.MONTH):
        return frozenset(range(1, 13))
    if phrase.take(Word.QUARTER):
        return frozenset(QUARTERS)
    months: Iterable[int] | None = take_months(phrase)
    return frozenset(months) if months else None
