"""Hours in running text: "19:00-21:30", "ab 18h", "7 pm", "zwischen 14 und 17 Uhr".

Times are minutes from midnight here, since a day has a 24:00 and Python's clock has none.
"""

from dataclasses import dataclass, field
from datetime import time

from msgspec.structs import replace

from editor.core.calendar.clock_time import FULL_DAY, Clock, take_clock, take_part, with_part
from editor.core.calendar.phrase import DASHES, Phrase
from editor.core.calendar.words import Word

Hours = tuple[time, time | None]
"""When something starts, and when it ends if that is said."""
_BEHIND_HOURS = ("", ",", ":", ";", ")", "|", "*")
"""What may stand behind a bare number that ends hours."""
_LATE = ("spät", "late", "?", "offen")
"""When an end is not said: "18 Uhr bis spät"."""
_LEADS = (Word.AT, Word.START, Word.ABOUT, Word.USUALLY)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours of a day, in minutes from its midnight; ``end`` None where none is said."""

    start: int
    end: int | None = None
    is_start: bool = field(default=False, compare=False)
    """Whether the words say that something begins then: "ab 18 Uhr"."""
    is_daily: bool = field(default=False, compare=False)
    """Whether they are those of each of several days: "jeweils 10-16 Uhr"."""

    @property
    def hours(self) -> Hours:
        return _as_time(self.start), None if self.end is None else _as_time(self.end)


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
        is_bracketed = phrase.take_sign("(")
        _skip_doors(phrase)
        stretch = _take_stretch(phrase, must_be_clear=must_be_clear)
        if stretch and (not is_bracketed or phrase.take_sign(")")):
            _skip_open_end(phrase)
            return stretch
    phrase.index = begin
    return None


def skip_all_day(phrase: Phrase) -> None:
    """Read "ganztägig" behind a day, which says that it has no hours.

    Args:
        phrase: Stands behind it after it.
    """
    begin = phrase.index
    is_bracketed = phrase.take_sign("(")
    phrase.take_sign(",")
    while phrase.take(Word.ON):
        pass
    is_said = phrase.take(Word.ALL_DAY) or phrase.take(Word.WHOLE) and phrase.take(Word.DAY)
    if not is_said or is_bracketed and not phrase.take_sign(")"):
        phrase.index = begin


def _take_separator(phrase: Phrase) -> bool | None:
    """Whether hours must be clear behind what separates them; None where nothing does."""
    if phrase.take_sign(",;"):
        return False
    token, behind = phrase.peek(), phrase.peek(1)
    if token.text == "t" and not token.gap and behind.is_number and not behind.gap:
        phrase.index += 1  # 2026-03-04T19:00 (ISO 8601)
        return False
    is_colon = token.text == ":" and behind.gap
    if is_colon or token.text in (*DASHES, *"/·•") and token.gap and behind.gap:
        phrase.index += 1
        return True
    return False if token.gap else None


def _take_stretch(phrase: Phrase, *, must_be_clear: bool) -> Stretch | None:
    part = _take_leading_part(phrase)
    is_between = phrase.take(Word.BETWEEN)
    is_start = is_daily = False
    while not is_between:
        if phrase.take(Word.DAILY, Word.EACH_TIME):
            is_daily = True
        elif phrase.take(Word.FROM):
            is_start = True
        elif not (phrase.take(*_LEADS) or phrase.take_sign("@")):
            break
        phrase.take_sign(".:")
    first = with_part(take_clock(phrase), part)
    if first is None:
        return None
    behind_first = phrase.index
    if _take_to(phrase, is_between=is_between):
        last = with_part(take_clock(phrase), part)
        if last and (stretch := _join(first, last, phrase, is_between, must_be_clear)):
            return Stretch(stretch.start, stretch.end, is_daily=is_daily)
        phrase.index = behind_first
    if first.is_bare or is_between:
        return None
    return Stretch(first.on_24_hours, is_start=is_start, is_daily=is_daily)


def _take_leading_part(phrase: Phrase) -> Word | None:
    """Read "abends" before an hour; "mittags" alone is an hour itself."""
    begin = phrase.index
    part = take_part(phrase)
    if part is Word.NOON and not (phrase.peek().is_number or phrase.peek().does(Word.AT)):
        phrase.index = begin
        return None
    return part


def _take_to(phrase: Phrase, *, is_between: bool) -> bool:
    if is_between:
        return phrase.take(Word.AND, Word.TO) or phrase.take_sign(DASHES)
    begin = phrase.index
    has_comma = phrase.take_sign(",")
    is_named = has_comma and phrase.take(Word.END)  # "19 Uhr, Ende: 21 Uhr"
    if is_named or phrase.take(Word.TO) or not has_comma and phrase.take_sign(DASHES):
        if is_named:
            phrase.take_sign(":")
        while phrase.take(Word.ABOUT, Word.LATEST) or is_named and phrase.take(Word.AT):
            phrase.take_sign(".")
        return True
    phrase.index = begin
    return False


def _join(
    first: Clock, last: Clock, phrase: Phrase, is_between: bool, must_be_clear: bool
) -> Stretch | None:
    """Join two times, of which a bare one takes its half of the day from the other."""
    if last.is_bare and not is_between:
        if phrase.peek().text not in _BEHIND_HOURS:
            return None
        if first.is_bare and (must_be_clear or first.minutes >= last.minutes):
            return None
    if last.half and first.half is None and first.is_before_noon:
        first = replace(first, half=last.half)
        if first.on_24_hours >= last.on_24_hours:
            first = replace(first, half=Word.MORNING)
    return Stretch(first.on_24_hours, last.on_24_hours)


def _skip_doors(phrase: Phrase) -> None:
    """Read "Einlass 18 Uhr," before the hour at which it begins."""
    begin = phrase.index
    if phrase.take(Word.DOORS):
        while phrase.take(*_LEADS) or phrase.take_sign(":"):
            pass
        clock = take_clock(phrase)
        if clock and not clock.is_bare and phrase.take_sign(",;/"):
            return
    phrase.index = begin


def _skip_open_end(phrase: Phrase) -> None:
    """Read "bis open end" or "Ende offen" behind hours, which says nothing of an end."""
    begin = phrase.index
    is_bracketed = phrase.take_sign(",(")
    is_to = phrase.take(Word.TO) or phrase.take_sign(DASHES)
    is_open = phrase.take_text("open-end") or is_to and phrase.take_text(*_LATE)
    if not is_open and phrase.take_text("open"):
        is_open = phrase.take(Word.END) or is_to
    elif not is_open and phrase.take(Word.END):
        is_open = phrase.take_text("offen")
    if is_open:
        if is_bracketed:
            phrase.take_sign(")")
        return
    phrase.index = begin


def _as_time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
