"""The bases of rules: "jeden Montag", "alle zwei Wochen am Dienstag", "am 15. jeden Monats"."""

from msgspec.structs import replace

from editor.core.calendar.clock import take_hours
from editor.core.calendar.month_bases import (
    Basis,
    take_days_of_month,
    take_each,
    take_month_marker,
    take_weekdays_of_one,
)
from editor.core.calendar.phrase import Phrase
from editor.core.calendar.rrule import WORKDAYS, Parity, Pattern, weekly
from editor.core.calendar.rule_words import (
    Listed,
    take_interval,
    take_parity,
    take_weekdays,
)
from editor.core.calendar.vocabulary import HABITS
from editor.core.calendar.words import Word

_ONE_DAY = ("wochenende", "weekend", "weekday", "werktag", "arbeitstag")
"""What is a single one, unless "jedes" stands before it."""
_ALTERNATELY = ("alternate", "alternating")
_ALL_DAYS = weekly(*range(7))


def take_basis(phrase: Phrase) -> Basis | None:
    """Read a basis at the place where a phrase has been read to.

    Args:
        phrase: Stands behind the basis after it; where there is none, where it stood.

    Returns:
        The basis; None where none begins there.
    """
    begin = phrase.index
    is_usual = _skip_usual(phrase)
    start = phrase.index
    for reader in _READERS:
        phrase.index = start
        basis = reader(phrase, is_usual)
        if basis:
            return basis
    phrase.index = begin
    return None


def _skip_usual(phrase: Phrase) -> bool:
    """Read "immer", "in der Regel", "an"; tell whether they say that something repeats."""
    is_usual = False
    while True:
        begin = phrase.index
        if (
            phrase.take(Word.USUALLY)
            or phrase.take_text("in")
            and phrase.take_text("der")
            and phrase.take_text("regel")
        ):
            is_usual = True
        else:
            phrase.index = begin
            if not phrase.take(Word.ON):
                return is_usual


def _take_interval_first(phrase: Phrase, is_usual: bool) -> Basis | None:
    """Alle zwei Wochen am Dienstag, wöchentlich montags, monatlich am ersten Dienstag, täglich."""
    interval = take_interval(phrase)
    if interval is None:
        return None
    number, unit = interval
    if unit is Word.DAY:
        return Basis([_ALL_DAYS]) if number == 1 else None
    is_bracketed = phrase.take_sign("(")
    phrase.take_sign(",")
    while phrase.take(Word.ON) or phrase.take(Word.USUALLY):
        pass
    if unit is Word.MONTH:
        basis = take_days_of_month(phrase, is_usual=True)
    else:
        listed = take_weekdays(phrase, as_habit=False)
        basis = _week_basis(listed) if listed else None
    if basis is None or len(basis.readings) > 1 and not basis.is_choice:
        return None
    if is_bracketed and not phrase.take_sign(")"):
        return None
    basis.readings = [replace(pattern, every=number) for pattern in basis.readings]
    return basis


def _take_days_of_month(phrase: Phrase, is_usual: bool) -> Basis | None:
    return take_days_of_month(phrase, is_usual=is_usual)


def _take_parity_first(phrase: Phrase, _: bool) -> Basis | None:
    """Jede gerade Woche am Mittwoch."""
    if not take_each(phrase):
        return None
    parity = take_parity(phrase)
    if parity is None or parity[1] is not Word.WEEK:
        return None
    while phrase.take(Word.ON):
        pass
    listed = take_weekdays(phrase, as_habit=False)
    if listed is None or listed.is_choice:
        return None
    return Basis([weekly(*listed.numbers, parity=Parity.ODD if parity[0] else Parity.EVEN)])


def _take_week_days(phrase: Phrase, is_usual: bool) -> Basis | None:
    """Jeden Dienstag und Donnerstag, montags bis freitags, Mo–Fr before hours, every weekday."""
    begin = phrase.index
    has_each = take_each(phrase)
    if phrase.peek().text in _ALTERNATELY or has_each and phrase.peek().does(Word.OTHER):
        phrase.index += 1
        weekday = take_weekdays_of_one(phrase)  # of two, each takes its turn
        return None if weekday is None else Basis([weekly(weekday, every=2)])
    if phrase.take(Word.DAY) and has_each:
        return Basis([_ALL_DAYS])
    is_one = phrase.peek().text in _ONE_DAY and not (has_each or is_usual)
    special = None if is_one else _take_special_days(phrase)
    if special:
        return Basis(special)
    is_habit = phrase.peek().text in HABITS
    listed = take_weekdays(phrase, as_habit=is_habit and not has_each)
    if listed is None:
        phrase.index = begin
        return None
    repeats = has_each or is_habit or is_usual or _has_interval(phrase)
    if not repeats and not (len(listed.numbers) > 1 and _has_hours(phrase)):
        return None
    take_month_marker(phrase, only_all=True)
    return _week_basis(listed)


def _take_special_days(phrase: Phrase) -> list[Pattern] | None:
    """Working days, weekends; "werktags" is Monday to Friday to some, to others to Saturday."""
    if phrase.take(Word.WORKDAY):
        return [weekly(*WORKDAYS)]
    if phrase.take(Word.BUSINESS_DAY):
        return [weekly(*WORKDAYS), weekly(*WORKDAYS, 5)]
    if phrase.take(Word.WEEKEND):
        return [weekly(5, 6)]
    return None


def _has_interval(phrase: Phrase) -> bool:
    """Whether every how many weeks follows, or in which of them."""
    begin = phrase.index
    phrase.take_sign(",(")
    interval = take_interval(phrase) or take_parity(phrase)
    phrase.index = begin
    return interval is not None


def _has_hours(phrase: Phrase) -> bool:
    begin = phrase.index
    hours = take_hours(phrase)
    phrase.index = begin
    return hours is not None


def _week_basis(listed: Listed, every: int = 1) -> Basis:
    if listed.is_choice:
        return Basis([weekly(number, every=every) for number in listed.numbers], is_choice=True)
    return Basis([weekly(*listed.numbers, every=every)])


_READERS = (
    _take_interval_first,
    _take_parity_first,
    _take_days_of_month,
    _take_week_days,
)
