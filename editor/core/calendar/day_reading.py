"""Days as they are written in running text: "Mi, 4.3.26", "March 4th", "24." of "24.-26. April".

A day may lack its month and year, which another day beside it says; ``dates`` puts them together.
"""

from editor.core.calendar.clock import take_hours
from editor.core.calendar.day_forms import Joint, WrittenDay, take_form
from editor.core.calendar.phrase import DASHES, Phrase
from editor.core.calendar.vocabulary import WEEKDAYS
from editor.core.calendar.words import Word

_BEFORE_DAY = ("am", "vom", "on")
_FREE = ("", ",", ":", ")", "(")


def take_days(phrase: Phrase, *, with_hours: bool = True) -> list[WrittenDay]:
    """Read the days at the place where a phrase has been read to, each with its hours.

    Args:
        phrase: Stands behind the last day after it; where there is none, where it stood.
        with_hours: Whether hours may follow a day.

    Returns:
        The days, of which the last has a month.
    """
    if not phrase.peek().is_known:
        return []
    days: list[WrittenDay] = []
    ends = [phrase.index]
    joint: Joint | None = None
    is_apart = False
    while day := _take_day(phrase, days[-1] if days else None, joint):
        if day.month and with_hours:
            day.hours = take_hours(phrase)
        day.is_apart = is_apart
        days.append(day)
        ends.append(phrase.index)
        is_apart = phrase.peek().text == ","
        joint = _take_joint(phrase, day)
        if joint is None:
            break
    while days and days[-1].month is None:
        days.pop()
        ends.pop()
    phrase.index = ends[-1]
    return days


def _take_joint(phrase: Phrase, day: WrittenDay) -> Joint | None:
    has_comma = phrase.take_sign(",")
    if phrase.take(Word.TO) or phrase.take_sign(DASHES):
        phrase.take_sign(",")
        while phrase.take_text("zum", "einschließlich", "inklusive", "inkl", "including"):
            phrase.take_sign(".")
        return Joint.TO
    if phrase.take(Word.AND) or phrase.take_sign("&+/"):
        return Joint.AND
    if phrase.take(Word.OR):
        return Joint.OR
    return Joint.COMMA if has_comma and day.hours is None else None


def _take_day(
    phrase: Phrase, previous: WrittenDay | None, joint: Joint | None
) -> WrittenDay | None:
    begin = phrase.index
    if previous:
        phrase.take(Word.ON)
    else:
        phrase.take_text(*_BEFORE_DAY)
        if phrase.take(Word.WEEKEND):
            phrase.take_text(*_BEFORE_DAY)
        phrase.take_text("den", "the")
    weekday, weekday_after = _take_weekdays(phrase)
    day = take_form(phrase, previous)
    is_short = day is not None and day.month and day.year is None
    if day is None or (
        joint is Joint.COMMA and is_short and not _ends_free(phrase)
    ):  # 1. Mai-Platz
        phrase.index = begin
        return None
    if weekday is None:
        weekday = _take_weekday_behind(phrase)
    day.joint, day.weekday, day.weekday_after = joint, weekday, weekday_after
    return day


def _take_weekday_behind(phrase: Phrase) -> int | None:
    """Read the weekday behind a day: "4. März 2026 (Mi)", "4. März, Mittwoch, 19 Uhr"."""
    begin = phrase.index
    is_bracketed = phrase.take_sign("(")
    if is_bracketed or phrase.take_sign(","):
        weekday = phrase.take_name(WEEKDAYS)
        is_whole = phrase.take_sign(")") if is_bracketed else _ends_free(phrase)
        if weekday is not None and is_whole:
            return weekday
    phrase.index = begin
    return None


def _ends_free(phrase: Phrase) -> bool:
    token = phrase.peek()
    return (
        token.text in _FREE
        or token.is_number
        or token.does(Word.AND, Word.OR, Word.TO, Word.AT, Word.BETWEEN)
    )


def _take_weekdays(phrase: Phrase) -> tuple[int | None, int | None]:
    """Read the weekday before a day, or two of them before two days."""
    weekday = phrase.take_name(WEEKDAYS)
    if weekday is None:
        return None, None
    begin, weekday_after = phrase.index, None
    if phrase.take_sign(DASHES + "/&+") or phrase.take(Word.AND, Word.TO):
        weekday_after = phrase.take_name(WEEKDAYS)
        if weekday_after is None:
            phrase.index = begin
    phrase.take_sign(",")
    while phrase.take(Word.ON):
        pass
    return weekday, weekday_after
