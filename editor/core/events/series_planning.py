"""The series of a meeting: from its rule, and what its old calendar entry knows of them."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from msgspec.structs import replace

from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.moments import first_local_day, local_day
from editor.core.calendar.rrule import Pattern, read_rrule
from editor.core.calendar.series import Series, key_of, make_series
from editor.core.events.model import EventData
from editor.core.places.public_holidays import HolidayFinder


class Publication(Protocol):
    """When and where an issue is published."""

    def published_day(self, old: CalendarEntry | None) -> date | None: ...
    def zone_with(self, old: CalendarEntry | None) -> str: ...
    def holidays_at(self, address: str) -> HolidayFinder: ...


def plan_series(
    publication: Publication,
    patterns: Sequence[Pattern],
    data: EventData,
    old: CalendarEntry | None,
    anchor: date | None,
) -> list[Series]:
    """Plan the series of a meeting, from publication on.

    Args:
        publication: Says from when on, and where.
        patterns: Those of its rule.
        data: What its line says.
        old: Its entry so far: a series that has not begun keeps its beginning, unless that is only
            the first day its rule has named, single days that are left out stay so, and an end that
            the line does not say is kept.
        anchor: A day on which it takes place; by default the old entry's.

    Returns:
        At least one series.

    Raises:
        EditRejected: If the rule names no day.
    """
    old_day = first_local_day(old, publication.zone_with(old)) if old else None
    begin = publication.published_day(old) or anchor or old_day or date(1970, 1, 1)
    find_holidays = publication.holidays_at(data.address)
    if old_day and old and not anchor and _begins_later(old, old_day, begin, find_holidays):
        begin = old_day
    if old:
        patterns = [_with_old_end(pattern, old, begin) for pattern in patterns]
    planned = make_series(patterns, begin, anchor or old_day, find_holidays)
    if not planned:
        message = translate("core", "“{rule}” names no day from publication on.")
        raise EditRejected(message.fill(rule=data.rule))
    zone = publication.zone_with(old)
    return [_without_old_days(series, old, zone) for series in planned] if old else planned


def _begins_later(
    old: CalendarEntry, old_day: date, begin: date, find_holidays: HolidayFinder
) -> bool:
    """Whether an entry begins later than its rule alone would."""
    pattern = read_rrule(old.rrule)
    if not old.rrule or old_day <= begin:
        return False
    named = make_series([pattern], begin, None, find_holidays) if pattern else ()
    return not named or named[0].first != old_day


def _with_old_end(pattern: Pattern, old: CalendarEntry, begin: date) -> Pattern:
    """The pattern with the end of an old rule that repeats as it does, if it is still to come."""
    old_pattern = read_rrule(old.rrule)
    if pattern.until or old_pattern is None or not old_pattern.until:
        return pattern
    is_same = replace(old_pattern, until=None, months=()) == replace(
        pattern, since=None, without=(), also=(), is_off_on_holidays=False, months=()
    )
    if is_same and old_pattern.until >= begin:
        return replace(pattern, until=old_pattern.until)
    return pattern


def _without_old_days(series: Series, old: CalendarEntry, zone: str) -> Series:
    """The series without the days that an old entry of the same rule leaves out."""
    for entry in old.series:
        if key_of(entry.rrule, local_day(entry.start, zone)) == series.key:
            left_out = {*series.without, *(day for day in entry.without if day > series.first)}
            return replace(series, without=tuple(sorted(left_out)))
    return series
