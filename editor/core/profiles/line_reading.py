"""What a template of event lines is made of, and how its parts are read from a line."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from editor.core.calendar.clock import Hours, read_hours
from editor.core.calendar.date_patterns import DatePattern
from editor.core.calendar.dates import TimeSpan, TimeSpanMatch
from editor.core.calendar.remarks import skip_bracketed_remark, skip_listed_remarks

_URL = re.compile(r"[^()\s|]*(?:\([^()\s]*\)[^()\s|]*)*")
_BARE_URL = re.compile(r"https?://\S+")
_MOST_TRIES = 20
"""How many places of a mark are tried before a date or address that must follow it."""
_FRAMES = ("[", "|")
_NOTHING = " \t,.:;"
"""What alone is no word."""


class Slot(StrEnum):
    """What a template can read and write."""

    DATE = "date"
    """The day, with hours and a last day where the line has them."""
    END = "end"
    """The last day, where it stands apart."""
    TIME = "time"
    """The hours, where they stand apart."""
    PLACE = "place"
    TITLE = "title"
    URL = "url"
    """The event's page; before the last one of a template, that of the group."""
    GROUP = "group"
    """Who invites."""
    GROUP_URL = "group_url"


ADDRESSES = (Slot.URL, Slot.GROUP_URL)
_TIMES = (Slot.DATE, Slot.END, Slot.TIME)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands between two slots."""

    text: str
    expression: re.Pattern[str] = field(repr=False, compare=False)
    core: re.Pattern[str] = field(repr=False, compare=False)
    """The expression without the blanks before it, to look for."""


WhenReader = Callable[[str, int, bool], tuple[TimeSpanMatch, DatePattern | None] | None]
"""Reads the time span that a line names at a place, or its first day alone; and by which pattern.
"""


class Place(NamedTuple):
    """Where a value stands: in which line, counted from 0, and where in it."""

    line: int
    start: int
    end: int


class Reading(Struct):
    """What a template has read."""

    places: dict[Slot, Place]
    is_single: bool = False
    """Whether the last day stands apart, so that a date is one day."""
    when: TimeSpanMatch | None = None
    pattern: DatePattern | None = None
    end: TimeSpan | None = None
    hours: Hours | None = None
    has_remark: bool = False
    """Whether words in parentheses stand behind a time, which belong to no slot."""
    stops: list[int] = []
    """Where each line has been read to."""

    def skip_remarks(self, text: str, at: int) -> int:
        """Return where remarks behind a time end; those about its hours need some.

        Args:
            text: The line.
            at: Where the time ends.
        """
        has_hours = self.hours or self.when and self.when.when.start_time
        end = skip_bracketed_remark(text, at)
        return skip_listed_remarks(text, end) if has_hours else end


def read_parts(
    parts: Sequence[Slot | Mark],
    text: str,
    at: int,
    line: int,
    reading: Reading,
    read_when: WhenReader,
) -> int | None:
    """Fill a reading from one line.

    Args:
        parts: The slots and marks of the line.
        text: The line.
        at: Where to begin.
        line: Its number, from 0.
        reading: What is filled.
        read_when: Reads dates.

    Returns:
        Where the line has been read to; None where it has another form.
    """
    for number, part in enumerate(parts):
        end = _read_part(parts, number, text, at, reading, read_when)
        if end is None:
            return None
        if isinstance(part, Slot):
            gap = end == at and text[at - 2 : at] == "  "  # what is written there stays apart
            reading.places[part] = Place(line, at - gap, end - gap)
        at = end
        if part in (Slot.DATE, Slot.TIME) and not _begins_bracket(parts[number + 1 : number + 2]):
            at = reading.skip_remarks(text, end)
            reading.has_remark = reading.has_remark or at > end
    return at


def _begins_bracket(behind: Sequence[Slot | Mark]) -> bool:
    """Whether the template has a parenthesis there."""
    return any(isinstance(part, Mark) and part.text.lstrip()[:1] == "(" for part in behind)


def _read_part(
    parts: Sequence[Slot | Mark],
    number: int,
    text: str,
    at: int,
    reading: Reading,
    read_when: WhenReader,
) -> int | None:
    """Where a part ends that begins at a place; None where it does not stand there."""
    part, behind = parts[number], parts[number + 1 : number + 3]
    if isinstance(part, Mark):
        match = part.expression.match(text, at)
        return match.end() if match else None
    if part in _TIMES:
        framed = number > 0 and _is_framed(parts[number - 1])
        return _read_time(part, text, at, reading, read_when, framed)
    if part in ADDRESSES:
        return _read_address(behind, text, at)
    before = parts[number - 1] if number else None
    needs_date = len(behind) > 1 and behind[1] in (Slot.DATE, Slot.END)
    for end, after in _find_ends(before, behind, text, at):
        if not needs_date or read_when(text, after, reading.is_single):
            return end
    return None


def _read_time(
    slot: Slot, text: str, at: int, reading: Reading, read_when: WhenReader, framed: bool
) -> int | None:
    """A date, or hours, of which a cell may have none."""
    if slot is Slot.TIME:
        hours, end = read_hours(f" {text[at:]}", 0)  # it reads hours with the blank before them
        reading.hours = hours
        if hours is None:
            return at if framed and text[at : at + 1] in ("|", "") else None
        return at + end - 1
    found = read_when(text, at, reading.is_single)
    if found is None:
        return None
    if slot is Slot.END:
        reading.end = found[0].when
    else:
        reading.when, reading.pattern = found
    return found[0].end


def _read_address(behind: Sequence[Slot | Mark], text: str, at: int) -> int | None:
    """An address in the parentheses of a link, or a bare one, which ends with its line or cell."""
    mark = behind[0] if behind else None
    if isinstance(mark, Mark) and mark.text.startswith(")"):
        match = _URL.match(text, at)
        return match.end() if match else None
    ends = _find_ends(None, behind, text, at)
    end = next((end for end, _ in ends), None)
    return end if end is not None and _BARE_URL.fullmatch(text, at, end) else None


def _is_framed(part: Slot | Mark | None) -> bool:
    """Whether a part opens brackets or a cell, which may be empty."""
    return isinstance(part, Mark) and part.text.rstrip(" *")[-1:] in _FRAMES


def _find_ends(
    before: Slot | Mark | None, behind: Sequence[Slot | Mark], text: str, at: int
) -> Iterator[tuple[int, int]]:
    """Where words may end, and where the mark behind them ends; they end with the line without one.

    Words are more than punctuation; between brackets and in cells there may be none.
    """
    if not behind:
        end = len(text.rstrip())
        if end > at:
            yield end, end
        return
    mark = behind[0]
    assert isinstance(mark, Mark)
    may_be_empty = _is_framed(before)
    for tries, match in enumerate(mark.core.finditer(text, at)):
        words = text[at : match.start()]
        end = at + len(words.rstrip())
        is_nothing = not words.strip(_NOTHING)
        if tries >= _MOST_TRIES or not mark.expression.match(text, end):
            return
        if is_nothing and (words.strip() or not may_be_empty):
            continue
        if mark.text.startswith("**") and ("**" in words or words[-1:].isspace()):
            return
        if mark.text == ": " and ":" in words:
            return
        yield end, match.end()
