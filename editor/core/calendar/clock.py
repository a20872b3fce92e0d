"""Hours in running text: "19:00-21:30", "ab 18h", "7 pm", "zwischen 14 und 17 Uhr".

Times are minutes from midnight here, since a day has a 24:00 and Python's clock has none.
"""

from dataclasses import dataclass, replace
from datetime import time

from editor.core.calendar.phrase import DASHES, Phrase
from editor.core.calendar.vocabulary import Word

Hours = tuple[time, time | None]
"""When something starts, and when it ends if that is said."""
_BEHIND_HOURS = ("", ",", ":", ";", ")", "|", "*")
"""What may stand behind a bare number that ends hours."""
FULL_DAY = 24 * 60
_NOON = 12 * 60
_LEADS = (Word.AT, Word.FROM, Word.START, Word.ABOUT, Word.USUALLY)
_YEARS = range(2000, 2036)
"""Numbers of four digits that are rather years than hours."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours of a day, in minutes from its midnight; ``end`` None where none is said."""

    start: int
    end: int | None = None

    @property
    def hours(self) -> Hours:
        return _as_time(self.start), None if self.end is None else _as_time(self.end)


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time as it is written. Where it is bare, "9" in "9-12", others must say that it is one."""

    minutes: int
    is_bare: bool = False
    half: Word | None = None
    """MORNING or EVENING, on clocks of twelve hours."""


def read_hours(text: str, at: int) -> tuple[Hours | None, int]:
    """Read the hours at a place, a comma or blank before them included.

    >>> read_hours(", ab 18h30", 0)
    ((datetime.time(18, 30), None), 10)

    Args:
        text: Running text, in German or English.
        at: Where to look.

    Returns:
        The hours, or None, and where they end. None for hours that begin at 24:00, which is
        another day.
    """
    phrase = Phrase(text, at)
    stretch = take_hours(phrase)
    if stretch is None or stretch.start == FULL_DAY:
        return None, at
    return stretch.hours, phrase.end


def take_hours(phrase: Phrase) -> Stretch | None:
    """Read the hours at the place where a phrase has been read to.

    Args:
        phrase: Stands behind the hours after it; where there are none, where it stood.

    Returns:
        The hours; None where there are none.
    """
    begin = phrase.index
    must_be_clear = _take_separator(phrase)
    if must_be_clear is not None:
        _skip_doors(phrase)
        stretch = _take_stretch(phrase, must_be_clear=must_be_clear)
        if stretch:
            _skip_open_end(phrase)
            return stretch
    phrase.index = begin
    return None


def _take_separator(phrase: Phrase) -> bool | None:
    """Whether hours must be clear behind what separates them; None where nothing does."""
    if phrase.take_sign(",;"):
        return False
    token, behind = phrase.peek(), phrase.peek(1)
    if token.text in (*DASHES, *"/·•") and token.gap and behind.gap:
        phrase.index += 1
        return True
    return False if token.gap else None


def _take_stretch(phrase: Phrase, *, must_be_clear: bool) -> Stretch | None:
    part = _take_part(phrase)
    is_between = phrase.take(Word.BETWEEN)
    while not is_between and phrase.take(*_LEADS):
        phrase.take_sign(".:")
    first = _with_part(_take_clock(phrase), part)
    if first is None:
        return None
    behind_first = phrase.index
    if _take_to(phrase, is_between=is_between):
        last = _with_part(_take_clock(phrase), part)
        if last and (stretch := _join(first, last, phrase, is_between, must_be_clear)):
            return stretch
        phrase.index = behind_first
    if first.is_bare or is_between:
        return None
    return Stretch(_on_24_hours(first))


def _with_part(clock: _Clock | None, part: Word | None) -> _Clock | None:
    """A time with the part of the day beside it: "abends 7 bis 9 Uhr", "7 Uhr abends"."""
    if clock is None or clock.half or not 1 <= clock.minutes // 60 <= 12:
        return clock
    return replace(clock, half=part)


def _take_to(phrase: Phrase, *, is_between: bool) -> bool:
    if is_between:
        return phrase.take(Word.AND, Word.TO) or phrase.take_sign(DASHES)
    begin = phrase.index
    phrase.take_sign(",")
    if phrase.take(Word.TO) or (phrase.index == begin and phrase.take_sign(DASHES)):
        if phrase.take(Word.ABOUT):
            phrase.take_sign(".")
        return True
    phrase.index = begin
    return False


def _join(
    first: _Clock, last: _Clock, phrase: Phrase, is_between: bool, must_be_clear: bool
) -> Stretch | None:
    """Join two times, of which a bare one takes its half of the day from the other."""
    if last.is_bare and not is_between:
        if phrase.peek().text not in _BEHIND_HOURS:
            return None
        if first.is_bare and (must_be_clear or first.minutes >= last.minutes):
            return None
    if last.half and first.half is None and first.minutes <= _NOON:
        first = replace(first, half=last.half)
        if _on_24_hours(first) >= _on_24_hours(last):
            first = replace(first, half=Word.MORNING)
    return Stretch(_on_24_hours(first), _on_24_hours(last))


def _on_24_hours(clock: _Clock) -> int:
    if clock.half is None:
        return clock.minutes
    return clock.minutes % _NOON + (_NOON if clock.half is Word.EVENING else 0)


# --- one time -------------------------------------------------------------------------------------


def _take_clock(phrase: Phrase) -> _Clock | None:
    """Read one time: 19:00, 19.00 Uhr, 19 Uhr, 18h30, 7 pm, noon; or a bare hour."""
    if phrase.take(Word.MIDNIGHT):
        return _Clock(FULL_DAY)
    begin = phrase.index
    if phrase.take(Word.NOON):
        return _Clock(_NOON)
    written = phrase.peek().text
    if len(written) == 4 and written.isdecimal():
        return _take_four_digits(phrase)
    hour = phrase.take_number(0, 24)
    if hour is None:
        return None
    minute, is_bare = _take_minute(phrase)
    half = _take_half(phrase, hour)
    is_marked = _take_signature(phrase)
    part = _take_part(phrase)
    if is_marked and not minute:
        minute = _take_minute_behind(phrase)
    is_bare = is_bare and not (is_marked or half)
    if hour * 60 + minute > FULL_DAY or _goes_on(phrase):
        phrase.index = begin
        return None
    return _with_part(_Clock(hour * 60 + minute, is_bare, half), part)


def _take_four_digits(phrase: Phrase) -> _Clock | None:
    """Read 1900 and 1900 Uhr, but no year."""
    begin = phrase.index
    written = phrase.peek().text
    phrase.index += 1
    is_marked = _take_signature(phrase)
    hour, minute = int(written[:2]), int(written[2:])
    is_time = hour < 24 and minute < 60
    is_clear = minute % 5 == 0 and int(written) not in _YEARS and phrase.peek().text in (",", "")
    if is_time and (is_marked or is_clear):
        return _Clock(hour * 60 + minute)
    phrase.index = begin
    return None


def _take_minute(phrase: Phrase) -> tuple[int, bool]:
    """Read the minutes behind an hour, and tell whether it stands without them."""
    begin = phrase.index
    sign, number = phrase.peek(), phrase.peek(1)
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
    if token.gap and behind.is_word and not behind.does(Word.TO, Word.AND):
        return None
    phrase.index += 1
    return Word.MORNING


def _take_part(phrase: Phrase) -> Word | None:
    """Read "abends" or "vormittags"."""
    for word, half in ((Word.LATE, Word.EVENING), (Word.EARLY, Word.MORNING)):
        if phrase.take(word):
            return half
    return None


def _take_signature(phrase: Phrase) -> bool:
    """Read what says that a number is an hour: "Uhr", "h", "c.t."."""
    is_marked = phrase.take(Word.CLOCK)
    if phrase.take_text("c.t", "s.t"):
        is_marked = True
    phrase.take(Word.HERE)
    return is_marked


def _goes_on(phrase: Phrase) -> bool:
    """Whether a number is longer than it looks: 19:001, 4.3.2026."""
    token, behind = phrase.peek(), phrase.peek(1)
    if token.gap:
        return False
    return token.is_number or (token.text == "." and behind.is_number and not behind.gap)


# --- what stands beside hours ---------------------------------------------------------------------


def _skip_doors(phrase: Phrase) -> None:
    """Read "Einlass 18 Uhr," before the hour at which it begins."""
    begin = phrase.index
    if phrase.take(Word.DOORS):
        while phrase.take(*_LEADS) or phrase.take_sign(":"):
            pass
        clock = _take_clock(phrase)
        if clock and not clock.is_bare and phrase.take_sign(",;/"):
            return
    phrase.index = begin


def _skip_open_end(phrase: Phrase) -> None:
    """Read "bis open end" or "Ende offen" behind hours, which says nothing of an end."""
    begin = phrase.index
    is_bracketed = phrase.take_sign(",(")
    _ = phrase.take(Word.TO) or phrase.take_sign(DASHES)
    is_open = phrase.take_text("open-end")
    if not is_open and phrase.take_text("open"):
        is_open = phrase.take(Word.END)
    elif not is_open and phrase.take(Word.END):
        is_open = phrase.take_text("offen")
    if is_open:
        if is_bracketed:
            phrase.take_sign(")")
        return
    phrase.index = begin


def _as_time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
