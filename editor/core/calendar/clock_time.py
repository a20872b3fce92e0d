"""One time of day in running text: "19:00", "18h30", "7 pm", "12 Uhr mittags"; or a bare hour.

Times are minutes from midnight here, since a day has a 24:00 and Python's clock has none.
"""

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.phrase import Phrase, Token
from editor.core.calendar.words import Word

FULL_DAY = 24 * 60
_NOON = 12 * 60
_YEARS = range(2000, 2036)
"""Numbers of four digits that are rather years than hours."""
_PARTS = {Word.LATE: Word.EVENING, Word.EARLY: Word.MORNING, Word.NOON: Word.NOON}
_BEHIND_HALF = (Word.TO, Word.AND, Word.ZONE, Word.HERE)
_BEHIND_AM = ("at", "in", "on", "eastern", "pacific", "central", "mountain", "uk", "london")
"""What may follow on "am" that is no German word before a place."""
_AROUND_NOON = (12, 1, 2, 3)
"""Hours that may be "mittags"; others have said their half of the day."""


class Clock(Struct, frozen=True):
    """A time as it is written. Where it is bare, "9" in "9-12", others must say that it is one."""

    minutes: int
    is_bare: bool = False
    half: Word | None = None
    """MORNING or EVENING, on clocks of twelve hours."""

    @property
    def on_24_hours(self) -> int:
        """Its minutes from midnight."""
        if self.half is None:
            return self.minutes
        return self.minutes % _NOON + (_NOON if self.half is Word.EVENING else 0)

    @property
    def is_before_noon(self) -> bool:
        """Whether it can be an hour of the morning as it is written."""
        return self.minutes <= _NOON


def take_part(phrase: Phrase) -> Word | None:
    """Read "abends", "vormittags" or "mittags" beside an hour.

    Args:
        phrase: Stands behind it after it.

    Returns:
        EVENING, MORNING or NOON; None where none of them stands there.
    """
    return next((half for word, half in _PARTS.items() if phrase.take(word)), None)


def with_part(clock: Clock | None, part: Word | None) -> Clock | None:
    """Give a time the part of the day beside it: "abends 7 bis 9 Uhr", "7 Uhr abends".

    Args:
        clock: The time, if there is one.
        part: As ``take_part`` reads it.

    Returns:
        The time with its half of the day, if it can have one.
    """
    hour = clock.minutes // 60 if clock else 0
    if clock is None or clock.half or not 1 <= hour <= 12:
        return clock
    if part is Word.NOON:
        return replace(clock, half=Word.EVENING) if hour in _AROUND_NOON else clock
    return replace(clock, half=part)


def take_clock(phrase: Phrase) -> Clock | None:
    """Read one time: 19:00, 19.00 Uhr, 19 Uhr, 18h30, 7 pm, noon; or a bare hour.

    Args:
        phrase: Stands behind the time after it; where there is none, where it stood.

    Returns:
        The time; None where there is none.
    """
    if phrase.take(Word.MIDNIGHT):
        return Clock(FULL_DAY)
    begin = phrase.index
    if phrase.take(Word.NOON):
        return Clock(_NOON)
    written = phrase.peek().text
    if len(written) == 4 and written.isdecimal():
        return _take_four_digits(phrase)
    hour = phrase.take_number(0, 24)
    if hour is None:
        return None
    minute, is_bare = _take_minute(phrase)
    half = _take_half(phrase, hour)
    is_marked = _take_signature(phrase)
    part = take_part(phrase)
    if is_marked and not minute:
        minute = _take_minute_behind(phrase)
    is_bare = is_bare and not (is_marked or half)
    if hour * 60 + minute > FULL_DAY or _goes_on(phrase):
        phrase.index = begin
        return None
    return with_part(Clock(hour * 60 + minute, is_bare, half), part)


def _take_four_digits(phrase: Phrase) -> Clock | None:
    """Read 1900 and 1900 Uhr, but no year."""
    begin = phrase.index
    written = phrase.peek().text
    phrase.index += 1
    is_marked = _take_signature(phrase)
    hour, minute = int(written[:2]), int(written[2:])
    is_time = hour < 24 and minute < 60
    is_clear = minute % 5 == 0 and int(written) not in _YEARS and phrase.peek().text in (",", "")
    if is_time and (is_marked or is_clear):
        return Clock(hour * 60 + minute)
    phrase.index = begin
    return None


def _take_minute(phrase: Phrase) -> tuple[int, bool]:
    """Read the minutes behind an hour, and tell whether it stands without them."""
    begin = phrase.index
    sign, number = phrase.peek(), phrase.peek(1)
    if not sign.gap and sign.is_number and len(sign.text) == 2:  # 19⁰⁰
        return phrase.take_number(0, 59) or 0, False
    if sign.gap or number.gap or sign.text not in (":", ".", "h"):
        return 0, True
    if len(number.text) != 2 or not number.is_number or int(number.text) > 59:
        return 0, True
    phrase.index += 2
    behind = phrase.peek()
    if behind.text == "." and not behind.gap and sign.text == ".":
        phrase.index = begin  # a date: 12.10.
        return 0, True
    return int(number.text), False


def _take_minute_behind(phrase: Phrase) -> int:
    """Read the minutes of "19 Uhr 30"; 0 where there are none."""
    token, behind = phrase.peek(), phrase.peek(1)
    if len(token.text) != 2 or behind.is_word or behind.text == ".":
        return 0
    return phrase.take_number(1, 59) or 0


def _take_half(phrase: Phrase, hour: int) -> Word | None:
    """Read "am" or "pm"; "am" before a word may be German: "um 9 am Bahnhof"."""
    token = phrase.peek()
    if not 1 <= hour <= 12 or not token.does(Word.MORNING, Word.EVENING):
        return None
    if token.does(Word.EVENING):
        phrase.index += 1
        return Word.EVENING
    behind = phrase.peek(1)
    if token.gap and behind.is_word and not _may_follow_half(behind):
        return None
    phrase.index += 1
    return Word.MORNING


def _may_follow_half(token: Token) -> bool:
    return token.does(*_BEHIND_HALF) or token.text in _BEHIND_AM


def _take_signature(phrase: Phrase) -> bool:
    """Read what says that a number is an hour: "Uhr", "h", "c.t."."""
    is_marked = phrase.take(Word.CLOCK)
    if phrase.take_text("c.t", "s.t"):
        is_marked = True
    if phrase.peek().text == "(" and phrase.peek(1).does(Word.HERE) and phrase.peek(2).text == ")":
        phrase.index += 3
    phrase.take(Word.HERE)
    return is_marked


def _goes_on(phrase: Phrase) -> bool:
    """Whether a number is longer than it looks: 19:001, 4.3.2026."""
    token, behind = phrase.peek(), phrase.peek(1)
    if token.gap:
        return False
    return token.is_number or (token.text == "." and behind.is_number and not behind.gap)
