"""Dates and times in running text, read in German and English.

The readers take the sloppy forms of real issues; ``date_formats`` writes the one form the
newsletter has. There is no clock here: the caller's ``near`` date supplies a year that is missing.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.clock import Hours, Stretch, skip_all_day
from editor.core.calendar.clock_time import FULL_DAY
from editor.core.calendar.day_forms import Joint, WrittenDay
from editor.core.calendar.day_parts import choose_year, make_date
from editor.core.calendar.day_reading import take_days
from editor.core.calendar.phrase import Phrase

_LATEST_HOUR = 23 * 60 + 59
"""When days end: an hour that stands behind the last of them ends it."""
_MOST_DAYS = 31
_LONGEST_NIGHT = 12 * 60
"""Minutes: what ends at an earlier hour than it begins goes on past midnight, if no longer."""


class TimeSpan(Struct, frozen=True):
    """A moment or stretch of local time.

    ``end`` None is the same day; ``start_time`` None is all day. ``end_time`` without
    ``start_time`` is possible in sloppy lines; it is kept.
    """

    start: date
    start_time: time | None = None
    end: date | None = None
    end_time: time | None = None

    @classmethod
    def of_hours(cls, hours: Hours | None) -> "TimeSpan | None":
        """Make that of a meeting, whose rule says the days: it has a start of no meaning.

        Args:
            hours: When it starts and ends.

        Returns:
            The time span; None for no hours.
        """
        return cls(date.min, hours[0], None, hours[1]) if hours else None

    @property
    def last(self) -> date:
        """The last day."""
        return self.end or self.start

    @property
    def all_day(self) -> bool:
        """Whether it has no hours."""
        return self.start_time is None


class TimeSpanMatch(Struct, frozen=True):
    """What was read at a place: the value, where its words end, the weekday beside each date."""

    when: TimeSpan
    end: int
    weekdays: tuple[int | None, ...] = ()
    others: tuple[TimeSpan, ...] = ()
    """What the words name besides: "4.3. und 18.3." are two time spans."""
    is_choice: bool = False
    """Whether the words leave a choice: "4. oder 5. März"."""


# --- time spans -----------------------------------------------------------------------------------


def read_time_span(text: str, at: int = 0, near: date | None = None) -> TimeSpanMatch | None:
    """Read the time span that a text names at a place.

    >>> read_time_span("Montag, 05.05.2025, 09:15, bis Mittwoch, 07.05.2025, 17:30").when.last
    datetime.date(2025, 5, 7)

    Args:
        text: Running text, in German or English.
        at: Where the first date, or its weekday, begins.
        near: Dates without a year follow this day.

    Returns:
        What was read; None where no date begins at ``at``, an impossible one, or where several
        days are named that are no range.
    """
    match = read_time_spans(text, at, near)
    return None if match is None or match.others or match.is_choice else match


def read_time_spans(text: str, at: int = 0, near: date | None = None) -> TimeSpanMatch | None:
    """Read all time spans that a text names at a place, with "und" or "oder" between them.

    >>> len(read_time_spans("4., 11. und 18.03.2026, 19 Uhr").others)
    2

    Args:
        text: Running text, in German or English.
        at: Where the first date, or its weekday, begins.
        near: Dates without a year follow this day.

    Returns:
        What was read; None where no date begins at ``at``, or an impossible one.
    """
    phrase = Phrase(text, at)
    written = take_days(phrase)
    if not written:
        return None
    if not written[-1].hours:
        skip_all_day(phrase)
    days = complete_days(written, near)
    if days is None or _runs_backwards(written, days):
        return None
    spans = _join_all(written, days)
    weekdays = _weekdays_of(written) if len(spans) == 1 else ()
    is_choice = any(day.joint is Joint.OR for day in written) or _is_open(written, len(spans) == 1)
    return TimeSpanMatch(spans[0], phrase.end, weekdays, tuple(spans[1:]), is_choice)


def _runs_backwards(written: Sequence[WrittenDay], days: Sequence[date]) -> bool:
    """Whether a range ends before it begins, or nearly a year later: "15.-13. Februar"."""
    return any(
        word.joint is Joint.TO
        and (
            day < before
            or (word.year is None and day.year > before.year and day.month == before.month)
        )
        for word, before, day in zip(written[1:], days, days[1:], strict=False)
    )


def _is_open(written: Sequence[WrittenDay], is_one: bool) -> bool:
    """Whether nobody knows of which day hours are: "3.3. bis 5.3., 10 Uhr", "3.3., täglich"."""
    first, last = written[0], written[-1]
    hours = last.hours
    if hours is None or len(written) == 1:
        return bool(hours and hours.is_daily)
    is_range = is_one and first.hours is None
    is_late = hours.start >= _LATEST_HOUR
    return is_range and hours.end is None and not (hours.is_start or last.is_apart or is_late)


def _weekdays_of(written: Sequence[WrittenDay]) -> tuple[int | None, ...]:
    """The weekdays beside the first and the last day."""
    first, last = written[0], written[-1]
    weekday = first.weekday
    if weekday is not None and first.hours and first.hours.start == FULL_DAY:
        weekday = (weekday + 1) % 7  # at 24:00 the next day begins
    if first is last:
        return (weekday,)
    return (weekday, first.weekday_after if last.weekday is None else last.weekday)


def complete_days(written: Sequence[WrittenDay], near: date | None) -> list[date] | None:
    """Give each day the month and year that those beside it say.

    Args:
        written: The days; the last has a month.
        near: Where none says the year, the first follows this day, and each the one before.

    Returns:
        The dates; None where one of them is impossible, or no year is known.
    """
    months, years = [day.month for day in written], [day.year for day in written]
    for number in reversed(range(len(written) - 1)):
        if months[number] is None:
            months[number] = months[number + 1]
        following = years[number + 1]
        if years[number] is None and following is not None:
            turns = (months[number] or 0) > (months[number + 1] or 0)
            years[number] = following - turns
    days: list[date] = []
    for day, month, year in zip(written, months, years, strict=True):
        assert month
        if year is not None:
            made = make_date(year, month, day.day)
        elif days:
            made = _make_following(days[-1], month, day.day)
        else:
            made = choose_year(month, day.day, near)
        if made is None:
            return None
        days.append(made)
    return days


def _make_following(before: date, month: int, day: int) -> date | None:
    made = make_date(before.year, month, day)
    if made and made < before:
        return make_date(before.year + 1, month, day)
    return made


def _join_all(written: Sequence[WrittenDay], days: Sequence[date]) -> list[TimeSpan]:
    """The time spans: ranges, days that follow one another, and single days."""
    spans: list[TimeSpan] = []
    first = 0
    while first < len(days):
        last = first
        if first + 1 < len(days) and written[first + 1].joint is Joint.TO:
            last = first + 1
        elif first == 0 and _are_in_a_row(written, days):
            last = len(days) - 1
        spans += _join_days(written[first], written[last], days[first], days[last])
        first = last + 1
    shared = written[-1].hours
    if len(spans) > 1 and shared and not any(day.hours for day in written[:-1]):
        start_time, end_time = shared.hours
        spans = [replace(span, start_time=start_time, end_time=end_time) for span in spans]
    return spans


def _are_in_a_row(written: Sequence[WrittenDay], days: Sequence[date]) -> bool:
    """Whether days joined by "und" are one event of several days, with one stretch of hours."""
    follow = all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
    joined = all(day.joint in (Joint.AND, Joint.COMMA) for day in written[1:])
    apart = any(day.hours for day in written[:-1])
    return len(days) > 1 and follow and joined and not apart


def _join_days(opening: WrittenDay, closing: WrittenDay, start: date, last: date) -> list[TimeSpan]:
    """One time span, or one for each day where their hours are said so."""
    hours = closing.hours
    length = (last - start).days
    if hours and hours.is_daily and opening.hours in (None, hours) and 0 < length < _MOST_DAYS:
        days = (start + timedelta(days=number) for number in range(length + 1))
        return [roll_midnight(TimeSpan(day, *_from_and_to(hours.hours))) for day in days]
    return [_join_to_one(opening, closing, start, last)]


def _join_to_one(opening: WrittenDay, closing: WrittenDay, start: date, last: date) -> TimeSpan:
    opens = opening.hours
    if opens and opens.start == FULL_DAY:
        start, opens = start + timedelta(days=1), Stretch(0, opens.end)
    if opening is closing:
        when = TimeSpan(start, *_from_and_to(opens.hours if opens else None))
        if opens == Stretch(0, FULL_DAY):
            return replace(when, end=start + timedelta(days=1))
        return roll_midnight(when)
    closes = closing.hours
    if opens is None and closes and closes.is_start and closes.end is None:
        return TimeSpan(start, closes.hours[0], last)
    return join_days(start, last, opens.hours if opens else None, closes.hours if closes else None)


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
    """Let a span that ends at night, at an earlier hour than it begins, end on the next day.

    Args:
        when: A time span; 24:00 has been read as 00:00.

    Returns:
        The span with its last day set where it goes on past midnight. One that would take longer
        than a night stays as it is: its hours are a slip.
    """
    if when.end or when.start_time is None or when.end_time is None or when.start == date.max:
        return when
    length = _minutes(when.end_time) - _minutes(when.start_time)
    at_midnight = when.end_time == time() and length < 0
    if at_midnight or length < 0 and length + FULL_DAY <= _LONGEST_NIGHT:
        return replace(when, end=when.start + timedelta(days=1))
    return when


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
