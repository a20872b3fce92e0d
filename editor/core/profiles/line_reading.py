"""What a template of event lines is made of, and how its parts are read from a line."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from editor.core.calendar.date_patterns import DatePattern
from editor.core.calendar.dates import Hours, TimeSpan, TimeSpanMatch, read_hours

_URL = re.compile(r"[^()\s|]*(?:\([^()\s]*\)[^()\s|]*)*")
_BARE_URL = re.compile(r"https?://[^\s|]*[^\s|.,;]")
_MOST_TRIES = 20
"""How many places of a mark are tried before a date or address that must follow it."""
_FRAMES = ("[", "|")


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


WhenReader = Callable[[str, int], tuple[TimeSpanMatch, DatePattern | None] | None]
"""Reads the time span that a line names at a place, and by which pattern."""


class Place(NamedTuple):
    """Where a value stands: in which line, counted from 0, and where in it."""

    line: int
    start: int
    end: int


@dataclass(slots=True)
class Reading:
    """What a template has read."""

    places: dict[Slot, Place]
    when: TimeSpanMatch | None = None
    pattern: DatePattern | None = None
    end: TimeSpan | None = None
    hours: Hours | None = None
    stops: list[int] = field(default_factory=list)
    """Where each line has been read to."""


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
    return at


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
        return _read_time(part, text, at, reading, read_when)
    if part in ADDRESSES:
        return _read_address(behind[:1], text, at)
    before = parts[number - 1] if number else None
    return _find_end(before, behind, text, at, read_when)


def _read_time(
    slot: Slot, text: str, at: int, reading: Reading, read_when: WhenReader
) -> int | None:
    if slot is Slot.TIME:
        hours, end = read_hours(f" {text[at:]}", 0)  # it reads hours with the blank before them
        reading.hours = hours
        return at + end - 1 if hours else None
    found = read_when(text, at)
    if found is None:
        return None
    if slot is Slot.END:
        reading.end = found[0].when
    else:
        reading.when, reading.pattern = found
    return found[0].end


def _read_address(behind: Sequence[Slot | Mark], text: str, at: int) -> int | None:
    """An address in the parentheses of a link, or a bare one."""
    is_link = any(isinstance(part, Mark) and part.text.startswith(")") for part in behind)
    match = (_URL if is_link else _BARE_URL).match(text, at)
    return match.end() if match else None


def _find_end(
    before: Slot | Mark | None,
    behind: Sequence[Slot | Mark],
    text: str,
    at: int,
    read_when: WhenReader,
) -> int | None:
    """Where words end: before the mark that follows, the first behind which a date can be read.

    Between brackets and in cells there may be none.
    """
    if not behind:
        end = len(text.rstrip())
        return end if end > at else None
    mark = behind[0]
    assert isinstance(mark, Mark)
    may_be_empty = isinstance(before, Mark) and before.text.rstrip(" *")[-1:] in _FRAMES
    needs_date = len(behind) > 1 and behind[1] in (Slot.DATE, Slot.END)
    for tries, match in enumerate(mark.expression.finditer(text, at)):
        if tries >= _MOST_TRIES:
            break
        if match.start() == at and not may_be_empty:
            continue
        if mark.text.startswith("**") and "**" in text[at : match.start()]:
            return None
        if not needs_date or read_when(text, match.end()):
            return match.start()
    return None
