"""The first line of an event: its date, place and title, and what stands late in it."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from editor.core.base.edits import Span
from editor.core.calendar.clock import read_hours
from editor.core.calendar.date_changes import find_change
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.calendar.remarks import CLOCK, DOORS, find_odd_words, find_sign
from editor.core.events.first_line import MARKS, FirstLine
from editor.core.events.line_forms import LineForms
from editor.core.events.model import EntryKind
from editor.core.profiles.line_reading import Slot

_ADDRESS = r"[^()\[\]*]*\b\d{5}\s+[^\W\d_][^()\[\]*,]*"
_LATE_PLACE = re.compile(
    rf"\s*(?:[,@–—-]\s+(?P<place>{_ADDRESS}|online\b[^,()]*)|\((?P<inner>{_ADDRESS}|online)\))$",
    re.IGNORECASE,
)
"""A place behind a title: an address with a postcode and its town at the end, or online."""
_MORE_DAYS = re.compile(
    r"""
    \b (?: Folgetermine? | weitere[rn]?\sTermine? | Wiederholung | Regen | further\sdates? ) \b
      [^\d]{0,12} \d
    | \b (?: wöchentlich | monatlich | weekly | monthly ) \b
    | \b (?: jede[nr]? | every ) \s (?: \d | \w+ \s (?:im|of) | \w*tag\b | \w+day\b )
    | \b erste[rs]? \s von \b | \b first \s of \b
    | \b (?: \d | zwei | drei | vier | two | three | four ) \s
      (?: Abende | Termine | Treffen | sessions | evenings ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What names other days of the same event behind its title."""
_KIND = re.compile(
    r"(?:Vortrag|Workshop|Lesung|Film|Filmabend|Konzert|Diskussion|Podium|Seminar|Webinar|Führung|"
    r"Kurs|Talk|Lecture|Panel|Screening|Concert|Reading)",
    re.IGNORECASE,
)
"""What stands before the title of an event, and is no place."""


def read_dated(
    line: FirstLine, forms: LineForms, near: date | None, text: str, below: Sequence[Span] = ()
) -> bool:
    """Read a line as an event.

    Args:
        line: The line, to be filled.
        forms: How events are written.
        near: Dates without a year are taken as close to this day as possible.
        text: The whole document.
        below: The lines below it.

    Returns:
        Whether it has one of the forms, and nothing that is left over speaks of its time.
    """
    lines = [line.words, *(span.of(text).rstrip() for span in below)]
    found = None if _is_changed(line) else forms.read(lines, near)
    if not found:
        return False
    template, reading, when = found
    assert reading.when
    line.kind = EntryKind.EVENT
    line.when, line.weekdays = when, reading.when.weekdays
    line.template, line.pattern = template, reading.pattern
    line.more = tuple(below[: len(template.lines) - 1])
    line.take_all(reading, lines, below)
    _join_kind(line)
    stops = [_take_late_place(line, reading.stops[0]), *reading.stops[1:]]
    line.is_whole = not reading.has_remark and not any(
        words[stop:].strip(MARKS) for words, stop in zip(lines, stops, strict=False)
    )
    _take_late_hours(line)
    behind = line.words[stops[0] :]
    if any(map(find_odd_words, (line.place, behind))) or find_sign(line.place):
        return False
    if _has_hours(behind, line.when) or _MORE_DAYS.search(behind):
        return False
    return line.time_span is not None or not _has_hours_elsewhere(line)


def _is_changed(line: FirstLine) -> bool:
    """Whether words say that its date does not hold; a line that is struck through says so, too."""
    if line.strike is not None:
        return False
    return "~~" in line.words or find_change(line.words, 0) is not None


def _has_hours_elsewhere(line: FirstLine) -> bool:
    """Whether hours stand in the place or title of an event that has none."""
    if line.when is None or line.when.start_time is not None:
        return False
    return _has_hours(line.place, line.when) or _has_hours(line.title, line.when)


def _has_hours(words: str, when: TimeSpan) -> bool:
    """Whether words name an hour; that of the doors counts where an event has no other."""
    return CLOCK.search(DOORS.sub("", words) if when.start_time else words) is not None


def _join_kind(line: FirstLine) -> None:
    """Take the kind of an event for the begin of its title: "Vortrag: Was ist …" has no place."""
    title, place = line.title_span, line.place_span
    if title is None or place is None or not _KIND.fullmatch(line.place):
        return
    if line.words[place.end - line.base : title.start - line.base] == ": ":
        line.place, line.place_span = "", None
        words = line.words[place.start - line.base : title.end - line.base]
        line.take(Slot.TITLE, words, Span(place.start, title.end))


def _take_late_place(line: FirstLine, at: int) -> int:
    """Take the address of an event that stands behind its title; return where it ends."""
    if line.place_span or not line.title_span:
        return at
    comma = line.title.find(",")
    is_plain = line.title_span.end == line.base + len(line.words)
    start = line.title_span.start - line.base
    address = _LATE_PLACE.match(line.words, start + comma if is_plain and comma > 0 else at)
    if address is None:
        return at
    if is_plain:
        line.take(Slot.TITLE, line.title[:comma], line.span(start, start + comma))
    group = "place" if address["place"] else "inner"
    line.take(Slot.PLACE, address[group], line.span(*address.span(group)))
    return address.end()


def _take_late_hours(line: FirstLine) -> None:
    """Take the hours of an event that stand behind its place: "Haus, Weg 1, ab 18 Uhr"."""
    if not (line.when and line.when.start_time is None and line.when.end is None):
        return
    comma = line.place.rfind(",")
    hours, end = read_hours(line.place, comma) if comma > 0 else (None, 0)
    if line.place_span is None or hours is None or end < len(line.place):
        return
    begin = comma + 1 + len(line.place[comma + 1 :]) - len(line.place[comma + 1 :].lstrip())
    start = line.place_span.start
    line.time_span = Span(start + begin, line.place_span.end)
    line.place, line.place_span = line.place[:comma], Span(start, start + comma)
    line.when = roll_midnight(replace(line.when, start_time=hours[0], end_time=hours[1]))
