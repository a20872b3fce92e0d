"""German and English dates and times in running text, and the newsletter's way of writing them.

A reader that takes the sloppy forms of real issues in its stride; a writer that knows one form.
No clock: where a year is missing, the caller's ``near`` date supplies it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS_DE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_DE = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_MONTH_NUMBERS = {
    name.lower(): number
    for names in (MONTHS_DE, MONTHS_EN)
    for number, month in enumerate(names, 1)
    for name in (month, month[:3])
} | {"jänner": 1, "mrz": 3, "maerz": 3, "mär": 3, "sept": 9}
_WEEKDAY_NUMBERS = {
    name.lower(): number
    for names, short in ((WEEKDAYS_DE, 2), (WEEKDAYS_EN, 3))
    for number, day in enumerate(names)
    for name in (day, day[:short])
} | {"sonnabend": 5}

_WEEKDAY = "(?P<{0}wd>" + "|".join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_DATE = (
    r"(?P<{0}d>\d{{1,2}})\.\s?(?:(?P<{0}m>\d{{1,2}})(?:[.-](?:\s(?=\d{{4}}))?|\s(?=\d{{4}}))(?P<{0}y>\d{{4}}|(?<=[.-])\d{{2}}(?!\d|[:.]\d|\s?(?:Uhr|h\b)|\s?[-–—]\s?\d{{1,2}}(?:[:.]\d\d)?\s?Uhr))?"
    rf"|(?P<{{0}}mn>{_MONTH})\b\.?(?:\s(?P<{{0}}yn>\d{{{{4}}}}))?)"
)
_TIME = r"(?P<{0}h>[01]?\d|2[0-4])(?:[:.](?P<{0}min>[0-5]\d)(?!\d|\.)(?:\s?Uhr)?|\s?Uhr)"
_SEP = r"\s?(?:-|–|—|\bbis\b)\s?"

_DAY = re.compile(
    (_WEEKDAY + r",?\s+(?:de[nm]\s+|the\s+)?").format("").join(("(?:", ")?")) + _DATE.format(""),
    re.IGNORECASE,
)
_BARE_DAY = re.compile(
    (_WEEKDAY + r",?\s+").format("").join(("(?:", ")?"))
    + r"(?P<d>\d{1,2})\.(?=\s?[-–—]\s?\d|\s(?:&|und|bis)\s)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r",?\s+(?:(?:ab|von|um|at|from)\s+)?"
    + _TIME.format("a")
    + "(?:"
    + _SEP
    + _TIME.format("b")
    + ")?",
    re.IGNORECASE,
)
_HOUR_RANGE = re.compile(
    r",?\s+(?:(?:von|from)\s+)?(?P<ah>[01]?\d|2[0-4])(?P<amin>(?!))?" + _SEP + _TIME.format("b"),
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\s*,?\s*(?:[-–—]\s*|(?:\bbis\b,?|\bund\b|&)\s+)", re.IGNORECASE)


_Times = tuple[time, time | None] | None


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A moment or stretch of local time. ``end`` None: the same day; ``start_time`` None: all day.

    ``end_time`` without ``start_time`` is possible in sloppy lines; it is kept.
    """

    start: date
    start_time: time | None = None
    end: date | None = None
    end_time: time | None = None

    @property
    def last(self) -> date:
        return self.end or self.start

    @property
    def all_day(self) -> bool:
        return self.start_time is None


@dataclass(frozen=True, slots=True)
class TimeSpanMatch:
    """What a reader found at a place: the value, where it ends, and the weekday named beside each date."""

    when: TimeSpan
    end: int
    weekdays: tuple[int | None, ...] = ()


# --- reading ------------------------------------------------------------------------------------


def read_time_span(text: str, at: int = 0, near: date | None = None) -> TimeSpanMatch | None:
    """The moment that the text names at ``at``, or None. Impossible dates are None as well.

    >>> read_time_span("Montag, 05.05.2025, 09:15, bis Mittwoch, 07.05.2025, 17:30, online").when.last
    datetime.date(2025, 5, 7)
    """
    first = _DAY.match(text, at) or _BARE_DAY.match(text, at)
    if not first:
        return None
    bare = first.re is _BARE_DAY
    end = first.end()
    opening, end = (None, end) if bare else read_hours(text, end)
    second = _second(text, end)
    start = _date(first, near, second[0] if bare and second else None)
    if start is None or (bare and not second):
        return None
    if not second:
        when = TimeSpan(
            start, opening[0] if opening else None, None, opening[1] if opening else None
        )
        return TimeSpanMatch(roll_midnight(when), end, (_weekday(first),))
    match, end = second
    last = _date(match, start)
    if last is None:
        return None
    if not match["y"] and not match["yn"] and last < start:
        last = _safe(start.year + 1, last.month, last.day) or last
    if bare or (not first["y"] and not first["yn"]):
        start = (
            _safe(last.year if start.month <= last.month else last.year - 1, start.month, start.day)
            or start
        )
    closing, end = read_hours(text, end)
    return TimeSpanMatch(
        _joined(start, last, opening, closing), end, (_weekday(first), _weekday(match))
    )


def _joined(start: date, last: date, opening: _Times, closing: _Times) -> TimeSpan:
    """Two dated halves: "… 13:00, bis …, 13:00", one range of hours said at the end of both, or one with each."""
    if opening is None and closing and closing[1]:
        return TimeSpan(start, closing[0], last, closing[1])
    return TimeSpan(
        start,
        opening[0] if opening else None,
        last,
        (closing[1] or closing[0]) if closing else None,
    )


def roll_midnight(when: TimeSpan) -> TimeSpan:
    """19:00-24:00 ends at midnight of the next day: Python's clock has no 24:00."""
    if (
        when.end_time == time(0, 0)
        and when.start_time
        and when.start_time > when.end_time
        and when.end is None
        and when.start < date.max
    ):
        return replace(when, end=when.start + timedelta(days=1))
    return when


def _second(text: str, at: int) -> tuple[re.Match[str], int] | None:
    through = _THROUGH.match(text, at)
    match = _DAY.match(text, through.end()) if through else None
    if match:
        return (match, match.end())
    return None


def read_hours(text: str, at: int) -> tuple[_Times, int]:
    """From and till of the hours at ``at`` (a comma or blank before them included), and where they end."""
    match = _HOURS.match(text, at) or _HOUR_RANGE.match(text, at)
    if not match:
        return None, at
    first = _time(match["ah"], match["amin"])
    return (first, _time(match["bh"], match["bmin"]) if match["bh"] else None), match.end()


def _time(hour: str, minute: str | None) -> time:
    return time(int(hour) % 24, int(minute or 0))


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(
    match: re.Match[str], near: date | None, later: re.Match[str] | None = None
) -> date | None:
    """The date of a match; a missing month or year comes from the later date, else from ``near``."""
    groups = match.groupdict()
    source = later.groupdict() if later else groups
    name = source.get("mn")
    month = _MONTH_NUMBERS[name.lower()] if name else int(source["m"])
    written = groups.get("y") or groups.get("yn") or source.get("y") or source.get("yn")
    day = int(groups["d"])
    if written:
        return _safe(int(written) + (2000 if len(written) == 2 else 0), month, day)
    if near is None:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    found = [candidate for year in years if (candidate := _safe(year, month, day))]
    return min(found, key=lambda candidate: abs((candidate - near).days), default=None)


def _weekday(match: re.Match[str]) -> int | None:
    name = match.groupdict().get("wd")
    if name:
        return _WEEKDAY_NUMBERS[name.lower()]
    return None


def read_date(text: str) -> date | None:
    """A date somebody typed into a field: 1.2.26, 01.02.2026 or 2026-02-01.

    >>> read_date("1.2.26")
    datetime.date(2026, 2, 1)
    """
    text = text.strip()
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    if iso:
        return _safe(*map(int, iso.groups()))
    reading = read_time_span(text)
    if reading and reading.end == len(text):
        return reading.when.start
    return None


def read_time(text: str) -> time | None:
    """A time somebody typed into a field: 9, 9:30, 09.30 or 0930.

    >>> read_time("930")
    datetime.time(9, 30)
    """
    match = re.fullmatch(r"\s*(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*Uhr)?\s*", text)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0))


# --- writing ------------------------------------------------------------------------------------


def weekday_name(day: date, language: str = "de") -> str:
    return (WEEKDAYS_DE if language == "de" else WEEKDAYS_EN)[day.weekday()]


def write_day(day: date, language: str = "de", *, weekday: bool = True) -> str:
    """
    >>> write_day(date(2026, 2, 4))
    'Mittwoch, 04.02.2026'
    """
    return (f"{weekday_name(day, language)}, " if weekday else "") + f"{day:%d.%m.}{day.year:04}"


def write_hours(when: TimeSpan) -> str:
    """
    >>> write_hours(TimeSpan(date(2026, 2, 4), time(10), None, time(11, 30)))
    '10:00-11:30'
    """
    return (f"{when.start_time:%H:%M}" if when.start_time else "") + (
        f"-{when.end_time:%H:%M}" if when.start_time and when.end_time else ""
    )


def write_time_span(when: TimeSpan, language: str = "de", *, weekday: bool = True) -> str:
    """The house form of domain.md's grammar: ``wd, date[, hm[-hm]]`` or ``wd, date[, hm], bis wd, date[, hm]``.

    >>> write_time_span(TimeSpan(date(2026, 2, 4), time(10), None, time(11, 30)))
    'Mittwoch, 04.02.2026, 10:00-11:30'
    """
    text = write_day(when.start, language, weekday=weekday)
    if when.end is None or when.end == when.start:
        return ", ".join(part for part in (text, write_hours(when)) if part)
    if when.start_time:
        text += f", {when.start_time:%H:%M}"
    if (
        when.end_time == time(0, 0)
        and when.start_time
        and when.end == when.start + timedelta(days=1)
    ):
        return text + "-24:00"
    text += (", bis " if language == "de" else ", to ") + write_day(
        when.end, language, weekday=weekday
    )
    return text + (f", {when.end_time:%H:%M}" if when.end_time else "")


# --- the date of an issue -------------------------------------------------------------------------


def read_timestamp(text: str) -> datetime | None:
    """A front matter date: an ISO 8601 date, or date and time with or without an offset."""
    text = text.strip()
    try:
        return datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", text))
    except ValueError:
        return None


def write_timestamp(day: date, at: time, zone: str) -> str:
    """Date and time with the offset that holds there on that day.

    >>> write_timestamp(date(2026, 2, 9), time(8), "Europe/Berlin")
    '2026-02-09T08:00:00+01:00'
    """
    return datetime.combine(day, at, ZoneInfo(zone)).isoformat()
