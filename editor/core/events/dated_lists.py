"""Sections that look like lists of events: most of their lines begin with a date to come."""

import re
from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from editor.core.calendar.date_patterns import DatePattern, compile_pattern, read_any
from editor.core.calendar.dates import TimeSpanMatch, read_time_span
from editor.core.events.line_shapes import DatedLine
from editor.core.events.units import read_units
from editor.core.markdown.list_items import Item
from editor.core.markdown.outline import Section, read_headings, read_sections
from editor.core.profiles.event_settings import Unit

_DAYS = ("yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy", "d. MMMM yyyy", "d. MMM yyyy", "d. MMMM", "d. MMM")
_DAYS_OF_NAMES = (
    "MMMM d'th', yyyy", "MMM d'th', yyyy", "MMMM d, yyyy", "MMM d, yyyy",
    "MMMM d'th'", "MMM d'th'", "MMMM d", "MMM d",
    "d'th' MMMM yyyy", "d MMMM yyyy", "d MMM yyyy", "d'th' MMMM", "d MMMM", "d MMM",
)  # fmt: skip
_WEEKDAYS = ("EEEE, ", "EEE, ", "EEE. ", "EEEE ", "EEE ")
_SLASHES = {"en": ("M/d/yyyy", "M/d")}
_SLASHES_ELSEWHERE = ("d/M/yyyy", "d/M")
_DAYS_OF_LANGUAGES = {
    "es": ("d 'de' MMMM 'de' yyyy", "d 'de' MMMM"),
    "pt": ("d 'de' MMMM 'de' yyyy", "d 'de' MMMM"),
    "ja": ("yyyy年M月d日", "M月d日"),
    "zh": ("yyyy年M月d日", "M月d日"),
}
_MOST_LINES = 3000
"""How many lines of a section are looked at."""
_LONGEST = 600
_FEWEST = 3
"""How many dated lines make a list of events."""
_SHARE_OF_PROSE = 0.8
_SHARE = 0.6
"""The share of a section's lines that must be dated."""
_GRACE = timedelta(days=3)
"""How long before its page's day an event may lie."""
_LEAD = re.compile(
    r"""
    ^ [\W_]* $                            # nothing but marks
    | [)*_] \s* (?: [-–—|,:(] \s* )? $    # a link, or bold words
    | \| [\s*_]* $                        # another cell
    | ^ .{2,120} \s [-–—|] \s $           # words, and the date is the last
    """,
    re.VERBOSE,
)
"""What stands before the date of an event."""
_BARE = re.compile(r"\d{1,2}[./]\d{1,2}\.?")
"""A date of two numbers, which may be something else."""
_ABOUT_EVENTS = re.compile(
    r"event|termin|veranstalt|kalender|calendar|agenda|upcoming|meetup|treffen|programm|"
    r"konferenz|conference|dates|workshop|fecha|événement",
    re.IGNORECASE,
)
_LOOK = 40
"""How many lines of a section are read before it is given up."""


class EventPage(Struct, frozen=True):
    """A page that may list events."""

    text: str
    body: int
    """Where the front matter ends."""
    day: date | None
    """The day of its publication."""


class ListedLine(Struct):
    """A dated line, what stands below it, and its place."""

    dated: DatedLine
    day: date | None
    start: date
    pattern: DatePattern | None
    unit: Unit
    heading: int
    """The number of the heading above it."""


class EventList(Struct):
    """A section that lists events: its title and its dated lines."""

    title: str
    lines: list[ListedLine]


def find_lists(page: EventPage, language: str) -> list[EventList]:
    """Find what looks like a list of events.

    Args:
        page: A page.
        language: ISO 639-1 code of its language.

    Returns:
        The outermost sections most of whose lines are dated.
    """
    lists: list[EventList] = []
    read_to = page.body
    headings = read_headings(page.text, page.body)
    for section in read_sections(page.text, headings):
        if section.span.start < read_to:
            continue
        for units in ((Unit.ITEM,), (Unit.ROW,), (Unit.DEFINITION,), (Unit.LINE,)):
            lines = _dated_lines(page, section, units, language)
            starts = [heading.span.start for heading in headings]
            for line in lines:
                line.heading = bisect(starts, line.heading)
            if lines:
                lists.append(EventList(section.heading.title, lines))
                read_to = section.span.end
                break
    return lists


def _dated_lines(
    page: EventPage, section: Section, units: tuple[Unit, ...], language: str
) -> list[ListedLine]:
    """The dated lines of a section; none where too few are, or most are over already."""
    count = 0
    lines: list[ListedLine] = []
    header: tuple[str, ...] = ()
    for item in read_units(page.text, section.body, units):
        count += 1
        line = _read_line(page, item, units[0], language, header)
        if line:
            lines.append(line)
        elif not lines and count > _LOOK:
            return []
        elif not lines and units[0] is Unit.ROW:
            header = _read_cells(item.content.of(page.text))
            count -= 1
        if count > _MOST_LINES:
            break
    share = _SHARE_OF_PROSE if units[0] is Unit.LINE else _SHARE
    if not lines or len(lines) < share * count:
        return []
    return lines if _are_coming(page, section, lines) else []


def _are_coming(page: EventPage, section: Section, lines: Sequence[ListedLine]) -> bool:
    """Whether most dates lie behind the page's; without one, the heading must speak of events.

    So no changelogs, minutes, recipes and numbered paragraphs are taken for them.
    """
    if page.day is None:
        starts = [line.start for line in lines]
        is_about = _ABOUT_EVENTS.search(section.heading.title) is not None
        return is_about and len(lines) >= _FEWEST and starts == sorted(starts)
    coming = [line for line in lines if line.start >= page.day - _GRACE]
    return len(coming) >= _SHARE * len(lines)


def _read_line(
    page: EventPage, item: Item, unit: Unit, language: str, header: tuple[str, ...]
) -> ListedLine | None:
    words = item.content.of(page.text).rstrip()
    if len(words) > _LONGEST or not any(char.isdigit() for char in words):
        return None
    below = sorted([*item.rest[:1], *(child.content for child in item.children[:1])])[:1]
    lines = tuple(span.of(page.text).rstrip() for span in below)
    for start in _date_starts(language).finditer(words):
        if not _LEAD.search(words[: start.start()]):
            continue
        found = _read_date(words, start.start(), page.day, language)
        if found and _is_told_apart(words, start.start(), found[0].end):
            match, pattern = found
            first = match.when.start
            dated = DatedLine(words, start.start(), match.end, lines, header)
            return ListedLine(dated, page.day, first, pattern, unit, item.span.start)
    return None


def _is_told_apart(words: str, start: int, end: int) -> bool:
    """Whether a date of two numbers is set off from what follows, as "1/2 cup" is not."""
    if not _BARE.fullmatch(words, start, end):
        return True
    return re.match(r"\.?\s*[:|–—,)*\]-]|\.\s|\s*$", words[end:]) is not None


def _read_cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip(" *").casefold() for cell in row.strip().strip("|").split("|"))


def _read_date(
    text: str, at: int, near: date | None, language: str
) -> tuple[TimeSpanMatch, DatePattern | None] | None:
    near = near or date(2000, 1, 1)
    found = read_any(_all_patterns(language), text, at, near)
    if found:
        return found
    match = read_time_span(text, at, near)
    return (match, None) if match else None


@cache
def _all_patterns(language: str) -> tuple[DatePattern, ...]:
    slashes = _SLASHES.get(language, _SLASHES_ELSEWHERE)
    own = _DAYS_OF_LANGUAGES.get(language, ())
    days = (*_DAYS, *_DAYS_OF_NAMES, *slashes, *own)
    sources = (*days, *(weekday + day for weekday in _WEEKDAYS for day in days))
    return tuple(compile_pattern(source, language) for source in sources)


@cache
def _date_starts(language: str) -> re.Pattern[str]:
    """Where a date can begin: at a digit, or at the name of a month or weekday."""
    forms = compile_pattern("EEEE d MMMM", language).forms[1]
    names = sorted([*forms.months, *forms.weekdays], key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?=\d|(?:{'|'.join(map(re.escape, names))}))", re.IGNORECASE)
