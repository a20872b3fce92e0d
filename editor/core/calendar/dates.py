"""Dates and times in running text, read in German and English.

The readers take the sloppy forms of real issues; ``date_formats`` writes the one form the
newsletter has. There is no clock here: the caller's ``near`` date supplies a year that is missing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from editor.core.base.phrasebook import PHRASEBOOKS
from editor.core.calendar.day_parts import choose_year, find_name, make_date

_MONTH_NUMBERS = {
    name.lower(): number
    for book in PHRASEBOOKS
    for number, month in enumerate(book.months, 1)
    for name in (month, month[:3])
} | {"jänner": 1, "mrz": 3, "maerz": 3, "mär": 3, "sept": 9}
_WEEKDAY_NUMBERS = {
    name.lower(): number
    for book in PHRASEBOOKS
    for number, day in enumerate(book.weekdays)
    for name in (day, day[: book.weekday_length])
} | {"sonnabend": 5}


def _any_of(names: Mapping[str, int]) -> str:
    """A pattern for any of some names, the longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


_WEEKDAY = rf"(?P<weekday>{_any_of(_WEEKDAY_NUMBERS)})\b\.?,?\s+"
_YEAR_OF_TWO_DIGITS = r"""
    (?<=[.-]) \d{2}
    (?!                                                # not the first half of a time:
        \d | [:.]\d | \s?(?:Uhr|h\b)                   # 19:30, 19 Uhr
        | \s?[-–—]\s?\d{1,2}(?:[:.]\d\d)?\s?Uhr        # 19-21 Uhr
    )
"""
_DATE = rf"""
    (?P<day>\d{{1,2}})\.\s?
    (?:
        (?P<month>\d{{1,2}})
        (?: [.-](?:\s(?=\d{{4}}))? | \s(?=\d{{4}}) )
        (?P<year>\d{{4}}|{_YEAR_OF_TWO_DIGITS})?
        |
        (?P<month_name>{_any_of(_MONTH_NUMBERS)})\b\.?
        (?:\s(?P<year_of_name>\d{{4}}))?
    )
"""
_DAY = re.compile(rf"(?: {_WEEKDAY} (?:de[nm]\s+|the\s+)? )? {_DATE}", re.IGNORECASE | re.VERBOSE)
_BARE_DAY = re.compile(  # "Sa, 4." before "-5. Juli" or "und 5. Juli"
    rf"(?: {_WEEKDAY} )? (?P<day>\d{{1,2}})\. (?= \s?[-–—]\s?\d | \s(?:&|und|bis)\s )",
    re.IGNORECASE | re.VERBOSE,
)


def _clock(prefix: str) -> str:
    """A pattern for a time of day, its groups called ``{prefix}_hour`` and ``{prefix}_minute``."""
    return rf"""
        (?P<{prefix}_hour>[01]?\d|2[0-4])
        (?:
            [:.] (?P<{prefix}_minute>[0-5]\d) (?!\d|\.) (?:\s?Uhr)?
            | \s?Uhr
        )
    """


_TO = r"\s?(?:-|–|—|\bbis\b)\s?"
_HOURS = re.compile(
    rf",?\s+ (?:(?:ab|von|um|at|from)\s+)? {_clock('first')} (?: {_TO} {_clock('last')} )?",
    re.IGNORECASE | re.VERBOSE,
)
_HOUR_RANGE = re.compile(  # "19-21 Uhr": the first hour stands alone
    rf",?\s+ (?:(?:von|from)\s+)? (?P<first_hour>[01]?\d|2[0-4]) {_TO} {_clock('last')}",
    re.IGNORECASE | re.VERBOSE,
)
_THROUGH = re.compile(
    r"\s*,?\s* (?: [-–—]\s* | (?: \bbis\b,? | \bund\b | & ) \s+ )", re.IGNORECASE | re.VERBOSE
)


Hours = tuple[time, time | None]
"""When something starts, and when it ends if that is said."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A moment or stretch of local time.

    ``end`` None is the same day; ``start_time`` None is all day. ``end_time`` without
    ``start_time`` is possible in sloppy lines; it is kept.
    """

    start: date
    start_time: time | None = None
    end: date | None = None
    end_time: time | None = None

    @property
    def last(self) -> date:
        """The last day."""
        return self.end or self.start

    @property
    def all_day(self) -> bool:
        """Whether it has no hours."""
        return self.start_time is None


@dataclass(frozen=True, slots=True)
class TimeSpanMatch:
    """What was read at a place: the value, where its words end, the weekday beside each date."""

    when: TimeSpan
    end: int
    weekdays: tuple[int | None, ...] = ()


# --- time spans -----------------------------------------------------------------------------------


def read_time_span(text: str, at: int = 0, near: date | None = None) -> TimeSpanMatch | None:
    """Read the time span that a text names at a place.

    >>> read_time_span("Montag, 05.05.2025, 09:15, bis Mittwoch, 07.05.2025, 17:30").when.last
    datetime.date(2025, 5, 7)

    Args:
        text: Running text, in German or English.
        at: Where the first date, or its weekday, begins.
        near: Dates without a year are taken as close to this day as possible.

    Returns:
        What was read; None where no date begins at ``at``, or an impossible one.
    """
    first = _DAY.match(text, at) or _BARE_DAY.match(text, at)
    if not first:
        return None
    bare = first.re is _BARE_DAY
    opening, end = (None, first.end()) if bare else read_hours(text, first.end())
    second = _match_second_day(text, end)
    if bare and not second:
        return None
    start = _read_day(first, near, second if bare else None)
    if start is None:
        return None
    if not second:
        when = TimeSpan(start, *_from_and_to(opening))
        return TimeSpanMatch(roll_midnight(when), end, (_read_weekday(first),))
    last = _read_day(second, start)
    if last is None:
        return None
    if not _has_year(second) and last < start:
        last = make_date(start.year + 1, last.month, last.day) or last
    if not _has_year(first):
        year = last.year if start.month <= last.month else last.year - 1
        start = make_date(year, start.month, start.day) or start
    closing, end = read_hours(text, second.end())
    weekdays = (_read_weekday(first), _read_weekday(second))
    return TimeSpanMatch(join_days(start, last, opening, closing), end, weekdays)


def _from_and_to(hours: Hours | None) -> tuple[time | None, None, time | None]:
    """The fields of a TimeSpan of one day behind its ``start``."""
    if hours is None:
        return None, None, None
    return hours[0], None, hours[1]


def join_days(start: date, last: date, opening: Hours | None, closing: Hours | None) -> TimeSpan:
    """Join two dated halves: one range of hours at the end of both, or hours with each.

    Args:
        start: The first day.
        last: The last day.
        opening: The hours beside the first day.
        closing: The hours beside the last day.

    Returns:
        The time span.
    """
    if opening is None and closing and closing[1]:
        return TimeSpan(start, closing[0], last, closing[1])
    start_time = opening[0] if opening else None
    end_time = (closing[1] or closing[0]) if closing else None
    return TimeSpan(start, start_time, last, end_time)


def roll_midnight(when: TimeSpan) -> TimeSpan:
    """Let a span that ends at 24:00 end on the next day: Python's clock has no 24:00.

    Args:
        when: A time span; 24:00 has been read as 00:00.

    Returns:
        The span with its last day set, where it ended before it began.
    """
    ends_at_midnight = when.end_time == time(0, 0) and when.start_time
    if (
        ends_at_midnight
        and when.start_time
        and when.start_time > time(0, 0)
        and when.end is None
        and when.start < date.max
    ):
        return replace(when, end=when.start + timedelta(days=1))
    return when


def _match_second_day(text: str, at: int) -> re.Match[str] | None:
    through = _THROUGH.match(text, at)
    return _DAY.match(text, through.end()) if through else None


def read_hours(text: str, at: int) -> tuple[Hours | None, int]:
    """Read the hours at a place, a comma or space before them included.

    Args:
        text: Running text.
        at: Where to look.

    Returns:
        The hours, or None, and where they end.
    """
    match = _HOURS.match(text, at) or _HOUR_RANGE.match(text, at)
    if not match:
        return None, at
    groups = match.groupdict()
    first = _make_time(groups["first_hour"], groups.get("first_minute"))
    last = None
    if groups["last_hour"]:
        last = _make_time(groups["last_hour"], groups["last_minute"])
    return (first, last), match.end()


def _make_time(hour: str, minute: str | None) -> time:
    return time(int(hour) % 24, int(minute or 0))


def _has_year(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return bool(groups.get("year") or groups.get("year_of_name"))


def _read_day(
    match: re.Match[str], near: date | None, later: re.Match[str] | None = None
) -> date | None:
    """The date of a match; a missing month or year is the later date's, else close to ``near``."""
    groups = match.groupdict()
    source = later.groupdict() if later else groups
    name = source.get("month_name")
    month = find_name(_MONTH_NUMBERS, name) if name else int(source["month"])
    year = (
        groups.get("year")
        or groups.get("year_of_name")
        or source.get("year")
        or source.get("year_of_name")
    )
    day = int(groups["day"])
    if year:
        century = 2000 if len(year) == 2 else 0
        return make_date(int(year) + century, month, day)
    return choose_year(month, day, near)


def _read_weekday(match: re.Match[str]) -> int | None:
    name = match.groupdict().get("weekday")
    return find_name(_WEEKDAY_NUMBERS, name) if name else None
