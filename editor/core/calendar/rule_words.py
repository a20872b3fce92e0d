"""The pieces that rules are made of: lists of weekdays and ordinals, intervals, months."""

from msgspec import Struct

from editor.core.calendar.phrase import DASHES, Phrase
from editor.core.calendar.vocabulary import COUNTS, HABITS, MONTHS, ORDINALS, WEEKDAYS
from editor.core.calendar.words import Word

QUARTERS = (1, 4, 7, 10)
"""The first months of the quarters of a year."""
_ANY_WEEKDAYS = {**WEEKDAYS, **HABITS}
LAST_OF_QUARTERS = (3, 6, 9, 12)
_UNITS = {"tägig": 1, "täglich": 1, "wöchig": 7, "wöchentlich": 7}
"""What follows a number in "14-tägig", in days."""
_BEHIND_ORDINAL = (".", "st", "nd", "rd", "th", "te", "ten", "ter")
_ENDINGS = ("", "e", "en", "er", "es")


class Listed(Struct, frozen=True):
    """Numbers that a phrase lists, of weekdays, ordinals or months."""

    numbers: tuple[int, ...]
    is_choice: bool = False
    """Whether "oder" stands between them."""


def take_and(phrase: Phrase) -> bool:
    """Read "und", "&", "+" or a slash."""
    if phrase.take(Word.AND):
        phrase.take_sign(".")
        return True
    return phrase.take_sign("&+/")


def take_weekdays(phrase: Phrase, *, as_habit: bool) -> Listed | None:
    """Read "Dienstag und Donnerstag", "Mo–Fr", or, as habits, "dienstags und donnerstags"."""
    names = HABITS if as_habit else _ANY_WEEKDAYS
    first = phrase.take_name(names)
    if first is None:
        return None
    numbers, is_choice = [first], False
    while True:
        begin = phrase.index
        through = phrase.take(Word.TO) or phrase.take_sign(DASHES)
        is_or = not through and phrase.take(Word.OR)
        if not (through or is_or or take_and(phrase) or phrase.take_sign(",")):
            break
        phrase.take(Word.EACH)
        weekday = phrase.take_name(names)
        if weekday is None or (through and weekday <= numbers[-1]):
            phrase.index = begin
            break
        numbers += range(numbers[-1] + 1, weekday + 1) if through else [weekday]
        is_choice = is_choice or is_or
    return Listed(tuple(numbers), is_choice)


def take_ordinals(phrase: Phrase) -> Listed | None:
    """Read "ersten", "1. und 3.", "second or third"; a number without a full stop is none."""
    first = _take_ordinal(phrase)
    if first is None:
        return None
    numbers, is_choice = [first], False
    while True:
        begin = phrase.index
        is_or = phrase.take(Word.OR)
        if not (is_or or take_and(phrase) or phrase.take_sign(",")):
            break
        phrase.take(Word.EACH)
        ordinal = _take_ordinal(phrase)
        if ordinal is None:
            phrase.index = begin
            break
        numbers.append(ordinal)
        is_choice = is_choice or is_or
    return Listed(tuple(numbers), is_choice)


def _take_ordinal(phrase: Phrase) -> int | None:
    begin = phrase.index
    named = ORDINALS.get(phrase.peek().text)
    if named is not None:
        phrase.index += 1
        is_last = named > 0 and phrase.peek().text == "to" and phrase.peek(1).text == "last"
        if is_last:  # second to last
            phrase.index += 2
            return -named
        if named == -1 and phrase.peek().text == "but":  # last but one
            phrase.index += 2
            return -2
        return named
    number = phrase.take_number(1, 31)
    behind = phrase.peek()
    if number is not None and not behind.gap and behind.text in _BEHIND_ORDINAL:
        phrase.index += 1
        return number
    if number is not None and behind.text in ("+", "/"):
        return number
    phrase.index = begin
    return None


def take_months(phrase: Phrase) -> tuple[int, ...] | None:
    """Read "Juli und August", "April bis September": the months, sorted."""
    first = phrase.take_name(MONTHS)
    if first is None:
        return None
    numbers = [first]
    while True:
        begin = phrase.index
        through = phrase.take(Word.TO) or phrase.take_sign(DASHES)
        if not (through or take_and(phrase) or phrase.take_sign(",")):
            break
        while phrase.take(Word.ON):
            pass
        month = phrase.take_name(MONTHS)
        if month is None or _is_day_behind(phrase):
            phrase.index = begin
            break
        numbers += months_through(numbers[-1], month) if through else [month]
    return tuple(sorted(set(numbers)))


def _is_day_behind(phrase: Phrase) -> bool:
    """Whether a number makes a date of the month before it."""
    behind = phrase.peek()
    return behind.is_number and len(behind.text) <= 2 and phrase.peek(1).text not in (":", "uhr")


def months_through(first: int, last: int) -> list[int]:
    """The months from one to another, over the new year where the last is earlier."""
    return [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]


def take_parity(phrase: Phrase) -> tuple[bool, Word] | None:
    """Read "geraden Kalenderwochen", "ungerader Monate": whether odd, and of what."""
    begin = phrase.index
    while phrase.take(Word.ON):
        pass
    is_odd = phrase.take(Word.ODD)
    if is_odd or phrase.take(Word.EVEN):
        phrase.take_text("calendar")
        for unit in (Word.WEEK, Word.MONTH):
            if phrase.take(unit):
                return is_odd, unit
    phrase.index = begin
    return None


# --- intervals ------------------------------------------------------------------------------------


def take_interval(phrase: Phrase) -> tuple[int, Word] | None:
    """Read "alle zwei Wochen", "14-tägig", "jeden 2. Monat", "every other week", "wöchentlich".

    Args:
        phrase: Stands behind the interval after it; where there is none, where it stood.

    Returns:
        How many days, weeks or months, and the Word for them.
    """
    for word, interval in _ADVERBS.items():
        if phrase.take(word):
            return interval
    begin = phrase.index
    counted = _take_number_and_unit(phrase)
    if counted is None:
        phrase.index = begin
        counted = _take_every(phrase)
    number, unit = counted or (0, Word.DAY)
    if unit is Word.DAY and number > 1:
        number, unit = (0 if number % 7 else number // 7), Word.WEEK
    if not number:
        phrase.index = begin
        return None
    return number, unit


_ADVERBS = {
    Word.FORTNIGHTLY: (2, Word.WEEK),
    Word.WEEKLY: (1, Word.WEEK),
    Word.DAILY: (1, Word.DAY),
    Word.MONTHLY: (1, Word.MONTH),
    Word.QUARTERLY: (3, Word.MONTH),
}


def _take_number_and_unit(phrase: Phrase) -> tuple[int, Word] | None:
    """14-tägig, 2-wöchentlich."""
    number = phrase.take_number(1, 60)
    if number is None:
        return None
    phrase.take_sign(DASHES)
    written = phrase.peek().text
    for stem, days in _UNITS.items():
        if written.startswith(stem) and written[len(stem) :] in _ENDINGS:
            phrase.index += 1
            return number * days, Word.DAY
    return None


def _take_every(phrase: Phrase) -> tuple[int, Word] | None:
    """Every two weeks, jede zweite Woche, every other week, jeden Monat."""
    is_every, is_each = phrase.peek().does(Word.EVERY), phrase.peek().does(Word.EACH)
    if not (is_every or is_each):
        return None
    phrase.index += 1
    number = 1
    counted = COUNTS.get(phrase.peek().text)
    if is_every and counted:
        phrase.index += 1
        number = counted
    elif is_every and phrase.peek().is_number and phrase.peek(1).text != ".":
        number = phrase.take_number(1, 60) or 0
        if not phrase.peek().gap and phrase.take_text("st", "nd", "rd", "th"):
            is_each = True
    elif is_each and phrase.take(Word.OTHER):
        number = 2
    elif is_each and (ordinal := take_ordinals(phrase)):
        number = ordinal.numbers[0] if len(ordinal.numbers) == 1 else 0
    for unit in (Word.DAY, Word.WEEK, Word.MONTH):
        if number > 0 and phrase.take(unit):
            return number, unit
    return None
