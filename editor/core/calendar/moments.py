"""Moments of calendar entries: from local time to DTSTART and DTEND, and back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, Moment

_FURTHEST = timedelta(hours=14)
"""The clocks of Kiribati are 14 hours before UTC, the furthest there are."""


def entry_moments(when: TimeSpan, zone: str) -> tuple[Moment, Moment | None]:
    """Convert local time to DTSTART and DTEND.

    No end is invented where none is said, but days that are named count in full; an end at or
    before its start is left out (RFC 5545 §3.6.1).

    Args:
        when: The time span.
        zone: IANA name of the zone its times are in; "" for none (RFC 5545 §3.3.5, form 1).

    Returns:
        Start and end: dates for all day, the end exclusive; else datetimes, aware where there is a
        zone. The end is None where there is none.

    Raises:
        OverflowError, ValueError: If a moment lies outside the calendar.
    """
    clocks = ZoneInfo(zone) if zone else None
    if when.start_time is None:
        return when.start, max(when.start, when.last) + timedelta(days=1)
    start = datetime.combine(when.start, when.start_time, clocks)
    end = None
    if when.end_time:
        end = datetime.combine(when.last, when.end_time, clocks)
    elif when.last > when.start:
        end = datetime.combine(when.last + timedelta(days=1), time(), clocks)
    # compared as moments: on the day the clocks change, 02:45 may come after 03:15
    if end and _comparable(end) <= _comparable(start):
        end = None
    return start, end


def _comparable(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment


def to_local(moment: datetime, zone: str) -> datetime:
    """Convert a time to the clocks of a zone.

    Args:
        moment: A time; one without a zone is taken to be on those clocks already.
        zone: IANA name of the zone; "" for none.

    Returns:
        The aware local time; at the ends of the calendar the time itself, with the zone. Without
        a zone the time as it stands.
    """
    if not zone:
        return moment
    try:
        if moment.tzinfo:
            return moment.astimezone(ZoneInfo(zone))
        return moment.replace(tzinfo=ZoneInfo(zone))
    except OverflowError:
        return moment.replace(tzinfo=ZoneInfo(zone))


def zone_name(moment: Moment) -> str:
    """Name the zone on whose clocks a moment is written.

    Args:
        moment: A day, or a time.

    Returns:
        The IANA name; "" for a day, for a time without a zone, and for UTC or another offset.
    """
    zone = moment.tzinfo if isinstance(moment, datetime) else None
    name = zone.key if isinstance(zone, ZoneInfo) else ""
    return "" if name in ("UTC", "Etc/UTC") else name


def may_be_same(line: Moment, entry: Moment) -> bool:
    """Tell whether a line may name the moment of its calendar entry on the clocks of some place.

    Args:
        line: What the line says, whatever its zone; a day is any hour of it.
        entry: What its entry says, with one.

    Returns:
        Whether no more lies between them than there is between UTC and any place.
    """
    if not isinstance(entry, datetime):
        return line == entry
    if isinstance(line, datetime):
        first = last = line.replace(tzinfo=None)
    else:
        first, last = datetime.combine(line, time()), datetime.combine(line, time(23, 59))
    try:
        moment = entry.astimezone(UTC).replace(tzinfo=None)
        return first - _FURTHEST <= moment <= last + _FURTHEST
    except OverflowError:
        return False


def local_day(moment: Moment, zone: str) -> date:
    """Find the local day of a moment.

    Args:
        moment: A day, or a time.
        zone: IANA name of the zone; "" for none.

    Returns:
        The day.
    """
    if isinstance(moment, datetime):
        return to_local(moment, zone).date()
    return moment


def first_local_day(entry: CalendarEntry, zone: str) -> date:
    """Find the local day on which the first series of an entry begins.

    Args:
        entry: The entry.
        zone: IANA name of the zone; "" for none.

    Returns:
        The day.
    """
    return min(local_day(series.start, zone) for series in entry.series)
