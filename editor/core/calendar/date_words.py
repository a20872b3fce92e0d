"""Words that speak of a time, whether or not anybody understands them as one."""

import re
from datetime import date

from editor.core.calendar.dates import TimeSpan, read_time_spans
from editor.core.calendar.phrase import DASHES, Phrase, Token
from editor.core.calendar.vocabulary import COUNTS, HABITS, MONTHS, ORDINALS, WEEKDAYS, WORDS
from editor.core.calendar.words import Word

_OF_TIME = frozenset().union(
    *(texts for word, texts in WORDS.items() if word not in (Word.AUXILIARY, Word.SIGN_UP)),
    COUNTS, HABITS, MONTHS, ORDINALS, WEEKDAYS,
)  # fmt: skip
_NAMES = frozenset().union(HABITS, MONTHS, WEEKDAYS, *(WORDS[word] for word in (
    Word.TENTATIVE, Word.MOVED, Word.INSTEAD, Word.CANCELLED, Word.OPEN, Word.FEAST, Word.WEEK,
    Word.WEEKEND, Word.HALF, Word.LATE, Word.EARLY, Word.PART, Word.MOSTLY, Word.SEASON,
    Word.MONTH, Word.QUARTER,
)))  # fmt: skip
"""Words of which one alone makes others speak of a time."""
_OFTEN = (
    Word.DAILY, Word.WEEKLY, Word.FORTNIGHTLY, Word.MONTHLY, Word.QUARTERLY, Word.HOLIDAY,
    Word.ZONE,
)  # fmt: skip
_SIGNS = frozenset((*DASHES, *".:/&+"))
_ENDINGS = ("st", "nd", "rd", "th", "t")
_LONGEST_NUMBER = 4
_REMARK = re.compile(r"\s*\([^()]*\)")
_WORDS_BEHIND = re.compile(r"[^,:*()\[|]*")
_HOUR = re.compile(r"\d\s?(?:Uhr|h|[ap]\.?m)\b", re.IGNORECASE)
_WORD = re.compile(r"\b\w")
_LONGEST_GUESSED = 300
_MOST_GUESSES = 3


def find_date_words(text: str) -> int:
    """Find where the words end that say a date at the beginning of a text, understood or not.

    >>> find_date_words("voraussichtlich Ende März, 19 Uhr, Weg 1")
    33

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
        end = _end_of_remark(phrase) or piece_end
        if not phrase.take_sign(",;"):
            return end


def _end_of_remark(phrase: Phrase) -> int:
    """Read words in parentheses that speak of a time, too; return where they end, 0 for others."""
    begin = phrase.index
    if phrase.take_sign("(") and _take_piece(phrase) and phrase.take_sign(")"):
        return phrase.end
    phrase.index = begin
    return 0


def speaks_of_time(text: str) -> bool:
    """Tell whether any word of a text speaks of a time, understood or not.

    >>> speaks_of_time("nur im Sommer"), speaks_of_time("ab 18 Uhr"), speaks_of_time("für alle")
    (True, True, False)

    Args:
        text: A piece of a line.

    Returns:
        Whether a day, a month, a part of the year or an hour is named, or how often something is.
    """
    phrase = Phrase(text)
    while token := phrase.peek():
        if not token.text:
            return False
        if token.text in _NAMES or token.does(*_OFTEN):
            return True
        if token.is_number and phrase.peek(1).does(Word.CLOCK, Word.MORNING, Word.EVENING):
            return True
        phrase.index += 1
    return False


def is_of_time(text: str) -> bool:
    """Tell whether a text speaks of nothing but a time.

    >>> is_of_time("10:00 AM PT / 7:00 PM CET"), is_of_time("Einlass 19 Uhr, Haus")
    (True, False)

    Args:
        text: A line, or a part of one.

    Returns:
        Whether all its words are those of dates and hours; not for a text without words.
    """
    tokens = list(Phrase(text).rest())
    return bool(tokens) and all(is_time_token(token) or token.text in ",;()" for token in tokens)


def _take_piece(phrase: Phrase) -> int:
    """Read a piece that speaks of a time up to what ends it; 0 for another one."""
    speaks, end = False, 0
    while True:
        token = phrase.peek()
        if token.text in ("", ",", ";", "(", ")") or _is_before_title(phrase):
            return end if speaks else 0
        if not is_time_token(token):
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


def is_time_token(token: Token) -> bool:
    """Tell whether a token is one of those that dates, hours and rules are made of.

    Args:
        token: A word, a number or a sign.

    Returns:
        Whether it is; signs between words are.
    """
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
    if not token.gap and (token.is_number or token.text == "z"):
        return True
    if phrase.take_sign(DASHES + "/&+.:"):
        behind = phrase.peek()
        is_open = token.text in DASHES and behind.text in (",", ":", "")
        is_time = behind.is_number or behind.text in (":", "?", *DASHES)
        if token.text in DASHES and token.gap and text[behind.start : behind.end].islower():
            return True  # "18 Uhr – ausgebucht": no place
        return is_open or is_time and not (token.text == ":" and behind.gap)
    if token.does(Word.ZONE) or _is_remark_about_time(phrase):
        return True
    if phrase.take_sign(","):
        begin = phrase.index
        if _take_piece(phrase):
            return True
        phrase.index = begin
        return _names_time_behind(phrase, Word.TO, Word.UNTIL)
    return _names_time_behind(phrase, Word.AND, Word.OR, Word.TO, Word.UNTIL, Word.EXCEPT)


def _is_remark_about_time(phrase: Phrase) -> bool:
    """Whether words about a time follow without a comma, in parentheses or not."""
    remark = _REMARK.match(phrase.text, phrase.end)
    if remark:
        return speaks_of_time(remark[0]) and not any(
            phrase.peek(ahead).does(Word.DOORS, Word.SIGN_UP) for ahead in (1, 2)
        )
    begin = phrase.index
    while phrase.take(Word.ON):
        pass
    is_about_time = phrase.peek().text in _NAMES or phrase.peek().does(Word.DOORS, Word.START)
    phrase.index = begin
    if is_about_time:
        return True
    piece = _WORDS_BEHIND.match(phrase.text, phrase.end)
    return bool(piece and _HOUR.search(piece[0]))


def _names_time_behind(phrase: Phrase, *words: Word) -> bool:
    """Whether one of some words follows, and behind it something that speaks of a time."""
    if not phrase.take(*words):
        return False
    while phrase.take(Word.ON) or phrase.take_text("auf", "zum"):
        pass
    token = phrase.peek()
    return token.is_number or token.text in _OF_TIME
