"""Moments of calendar entries: from local time to DTSTART and DTEND, and back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import Moment


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
