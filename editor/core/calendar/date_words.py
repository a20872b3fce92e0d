"""Words that speak of a time, whether or not anybody understands them as one."""

import re
from datetime import date

from editor.core.calendar.dates import TimeSpan, read_time_spans
from editor.core.calendar.phrase import DASHES, Phrase, Token
from editor.core.calendar.vocabulary import COUNTS, HABITS, MONTHS, ORDINALS, WEEKDAYS, WORDS, Word

_OF_TIME = frozenset().union(*WORDS.values(), COUNTS, HABITS, MONTHS, ORDINALS, WEEKDAYS)
_NAMES = frozenset().union(HABITS, MONTHS, WEEKDAYS, *(WORDS[word] for word in (
    Word.TENTATIVE, Word.MOVED, Word.INSTEAD, Word.CANCELLED, Word.OPEN, Word.FEAST, Word.WEEK,
    Word.WEEKEND, Word.HALF, Word.LATE, Word.EARLY, Word.PART,
)))  # fmt: skip
"""Words of which one alone makes others speak of a time."""
_SIGNS = frozenset((*DASHES, *".:/&+"))
_ENDINGS = ("st", "nd", "rd", "th", "t")
_LONGEST_NUMBER = 4
_WORD = re.compile(r"\b\w")
_LONGEST_GUESSED = 300
_MOST_GUESSES = 3


def find_date_words(text: str) -> int:
    """Find where the words end that say a date at the beginning of a text, understood or not.

    >>> find_date_words("voraussichtlich Ende März, 19 Uhr, Weg 1")
    34

    Args:
        text: A line.

    Returns:
        The end of the last piece between commas that speaks of nothing but a time; 0 where the
        first piece does not.
    """
    phrase = Phrase(text)
    end = 0
    while True:
        piece_end = _take_piece(phrase)
        if not piece_end:
            return end
        end = piece_end
        if not phrase.take_sign(",;"):
            return end


def _take_piece(phrase: Phrase) -> int:
    """Read a piece that speaks of a time up to what ends it; 0 for another one."""
    speaks, end = False, 0
    while True:
        token = phrase.peek()
        if token.text in ("", ",", ";", "(") or _is_before_title(phrase):
            return end if speaks else 0
        if not _is_of_time(token):
            return 0
        speaks = speaks or token.is_number or token.text in _NAMES
        end = token.end
        phrase.index += 1


def _is_before_title(phrase: Phrase) -> bool:
    """Whether a colon, a bold title or a link follows."""
    token, behind = phrase.peek(), phrase.peek(1)
    if token.text == ":":
        return behind.gap or not behind.is_number
    return token.text in ("*", "[", "|")


def _is_of_time(token: Token) -> bool:
    if token.is_number:
        return len(token.text) <= _LONGEST_NUMBER
    return token.text in _OF_TIME or token.text in _SIGNS or token.text in _ENDINGS


def guess_time_spans(text: str, near: date | None) -> list[TimeSpan]:
    """Guess what words mean that are no date that is understood.

    >>> [when.start.day for when in guess_time_spans("4. oder 5. März 2026", None)]
    [4, 5]

    Args:
        text: The words of a line.
        near: Dates without a year follow this day.

    Returns:
        The time spans that stand in them, the first ones first.
    """
    guesses: list[TimeSpan] = []
    at = 0
    for begin in _WORD.finditer(text, 0, _LONGEST_GUESSED):
        if begin.start() < at:
            continue
        match = read_time_spans(text, begin.start(), near)
        if match:
            guesses += [match.when, *match.others]
            at = match.end
    return list(dict.fromkeys(guesses))[:_MOST_GUESSES]


def leaves_time(text: str, at: int) -> bool:
    """Tell whether words about a time follow directly on a date that has been read.

    >>> leaves_time("15.09.202, Weg 1", 6), leaves_time("4. März bis auf Weiteres", 7)
    (True, True)

    Args:
        text: A line.
        at: Where the date ends.

    Returns:
        Whether the date may say more, or something else, than was understood.
    """
    phrase = Phrase(text, at)
    token = phrase.peek()
    if not token.gap and token.is_number:
        return True
    if phrase.take_sign(DASHES + "/&+.:"):
        behind = phrase.peek()
        is_open = token.text in DASHES and not token.gap and behind.text in (",", ":", "")
        is_time = behind.is_number or behind.text in (":", *DASHES)
        return is_open or is_time and not (token.text == ":" and behind.gap)
    if token.does(Word.ZONE):
        return True
    if phrase.take_sign(","):
        begin = phrase.index
        if _take_piece(phrase):
            return True
        phrase.index = begin
        return _names_time_behind(phrase, Word.TO, Word.UNTIL)
    return _names_time_behind(phrase, Word.AND, Word.OR, Word.TO, Word.UNTIL, Word.EXCEPT)


def _names_time_behind(phrase: Phrase, *words: Word) -> bool:
    """Whether one of some words follows, and behind it something that speaks of a time."""
    if not phrase.take(*words):
        return False
    while phrase.take(Word.ON) or phrase.take_text("auf", "zum"):
        pass
    token = phrase.peek()
    return token.is_number or token.text in _OF_TIME
