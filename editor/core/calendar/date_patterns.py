"""Days as CLDR patterns write them, such as "yyyy-MM-dd" or "EEEE, d MMMM", in any language.

Names come from CLDR through Babel, which is imported with the first pattern. Reading first takes
the form as it is written, then its relatives (another length of a name, a zero more or less).
Source: Unicode TR 35, part 4, Date Format Patterns.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from editor.core.calendar.clock import Hours, read_hours
from editor.core.calendar.date_expressions import DateForms, compile_forms, locale_of
from editor.core.calendar.date_formats import write_hours
from editor.core.calendar.dates import (
    TimeSpan,
    TimeSpanMatch,
    join_days,
    roll_midnight,
)
from editor.core.calendar.day_parts import choose_year, english_ending, find_name, make_date

_TH = re.compile(r"(?<=[0-9])th\b")
_DASH_BEFORE_HOURS = re.compile(r"\s*[-–—/@]\s*(?=\d{1,2}(?:[:.]\d\d(?!\d|\.\d)|\s?(?:Uhr|h)\b))")
_THROUGH = re.compile(r"\s*,?\s*(?:[-–—]|\b(?:to|until|and|bis|und|au|al|t/m)\b|&)\s*")


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A way to write a day; make it with ``compile_pattern``."""

    source: str
    """The pattern: y, M or L, d, and E or c; ``'th'`` behind d is the English ending."""
    language: str
    """ISO 639-1 code of the language whose names it reads and writes."""
    forms: tuple[DateForms, DateForms] = field(repr=False, compare=False)
    """As it is written, and with more tolerance."""

    def write_day(self, day: date) -> str:
        """Write a day.

        >>> compile_pattern("EEEE, MMMM d'th'", "en").write_day(date(2026, 6, 2))
        'Tuesday, June 2nd'

        Args:
            day: The day.

        Returns:
            The day as ``read`` reads it.
        """
        from babel.dates import format_date

        text = format_date(day, self.source, locale_of(self.language))
        if "'th'" not in self.source:
            return text
        return _TH.sub(english_ending(day.day), text, count=1)

    def write(self, when: TimeSpan) -> str:
        """Write a time span: its day and hours, and behind a dash its last day.

        Args:
            when: The time span.

        Returns:
            The words as ``read`` reads them.
        """
        if when.end is None or when.end == when.start:
            parts = (self.write_day(when.start), write_hours(when))
            return ", ".join(part for part in parts if part)
        first, last = self.write_day(when.start), self.write_day(when.end)
        if when.start_time:
            first += f", {when.start_time:%H:%M}"
        if when.end_time:
            last += f", {when.end_time:%H:%M}"
        return f"{first} - {last}"

    def read(
        self,
        text: str,
        at: int,
        near: date | None,
        *,
        strict: bool = False,
        single: bool = False,
    ) -> TimeSpanMatch | None:
        """Read the time span that a text names at a place.

        >>> compile_pattern("MMM d", "en").read("Jun 11-15", 0, date(2026, 5, 1)).when.last
        datetime.date(2026, 6, 15)

        Args:
            text: A line.
            at: Where the first date begins.
            near: Dates without a year are taken as close to this day as possible.
            strict: Whether names and digits must be as the pattern writes them.
            single: Whether it is one day, whatever follows.

        Returns:
            What was read; None where no such date begins there, or an impossible one.
        """
        forms = self.forms[0 if strict else 1]
        found = None if single else _read_range(forms, text, at, near)
        return found or _read_single(forms, text, at, near)


@cache
def compile_pattern(source: str, language: str) -> DatePattern:
    """Make a pattern that reads and writes days.

    Args:
        source: As CLDR has it, such as "d. MMMM yyyy".
        language: ISO 639-1 code.

    Returns:
        The pattern.

    Raises:
        ValueError: If it names no day and month, or anything that is no part of a day; its
            argument is the part that is wrong.
    """
    return DatePattern(source, language, compile_forms(source, language))


# --- reading --------------------------------------------------------------------------------------


def _read_single(forms: DateForms, text: str, at: int, near: date | None) -> TimeSpanMatch | None:
    match = forms.day.match(text, at)
    start = _read_day(forms, match, None, near) if match else None
    if not match or start is None:
        return None
    hours, end = _read_hours_behind(text, match.end())
    when = TimeSpan(start)
    if hours:
        when = roll_midnight(TimeSpan(start, hours[0], None, hours[1]))
    return TimeSpanMatch(when, end, (_weekday(forms, match),))


def _read_hours_behind(text: str, at: int) -> tuple[Hours | None, int]:
    """Hours behind a day: behind a comma or a blank, or behind a dash."""
    dash = _DASH_BEFORE_HOURS.match(text, at)
    if dash is None:
        return read_hours(text, at)
    hours, end = read_hours(f" {text[dash.end() :]}", 0)
    return (hours, dash.end() + end - 1) if hours else (None, at)


def _read_range(forms: DateForms, text: str, at: int, near: date | None) -> TimeSpanMatch | None:
    for opening in forms.openings:
        first = opening.match(text, at)
        if not first:
            continue
        opens, end = read_hours(text, first.end())
        through = _THROUGH.match(text, end)
        if not through:
            continue
        for number, closing in enumerate(forms.closings):
            second = closing.match(text, through.end())
            if not second or (number and not _is_joined(text, through, second)):
                continue
            last = _read_day(forms, second, first, near)
            start = _read_day(forms, first, second, near)
            if last and start and start > last:  # it goes over the new year
                if second.groupdict().get("year"):
                    start = make_date(start.year - 1, start.month, start.day)
                else:
                    last = make_date(last.year + 1, last.month, last.day)
            if not last or not start or start > last:
                continue
            closes, end = read_hours(text, second.end())
            weekdays = (_weekday(forms, first), _weekday(forms, second))
            return TimeSpanMatch(join_days(start, last, opens, closes), end, weekdays)
    return None


def _is_joined(text: str, through: re.Match[str], second: re.Match[str]) -> bool:
    """Whether a bare number behind a dash is a day: "11-15", not "11 - 3 talks", "11 - 19:30"."""
    if re.match(r"[:.]\d|\s?(?:Uhr|h)\b", text[second.end() :]):
        return False
    is_tight = not re.search(r"\s", through[0])
    return is_tight or not re.match(r"\s*\w", text[second.end() : second.end() + 2])


def _read_day(
    forms: DateForms, match: re.Match[str], other: re.Match[str] | None, near: date | None
) -> date | None:
    """The day of a match; what it does not say is the other day's, or close to ``near``."""
    own = match.groupdict()
    groups = {**(other.groupdict() if other else {}), **own}
    name = groups.get("month_name") if not own.get("month") else None
    month = find_name(forms.months, name) if name else int(groups["month"])
    day, year = int(own["day"]), groups.get("year")
    if year:
        return make_date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return choose_year(month, day, near)


def _weekday(forms: DateForms, match: re.Match[str]) -> int | None:
    name = match.groupdict().get("weekday")
    return find_name(forms.weekdays, name) if name else None


def read_any(
    patterns: Iterable[DatePattern],
    text: str,
    at: int,
    near: date | None,
    *,
    single: bool = False,
) -> tuple[TimeSpanMatch, DatePattern] | None:
    """Read a time span by the pattern that reads the most, the strict forms before any other.

    Args:
        patterns: The patterns, in their order.
        text: A line.
        at: Where the first date begins.
        near: As for ``DatePattern.read``.
        single: As for ``DatePattern.read``.

    Returns:
        What was read, and by which pattern, the first of those that read as much; None where none
        fits.
    """
    patterns = tuple(patterns)
    for strict in (True, False):
        best: tuple[TimeSpanMatch, DatePattern] | None = None
        for pattern in patterns:
            match = pattern.read(text, at, near, strict=strict, single=single)
            if match and (best is None or match.end > best[0].end):
                best = match, pattern
        if best:
            return best
    return None
