"""Moments of calendar entries: from local time to DTSTART and DTEND, and back to the clocks of a zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import Moment


def entry_moments(when: TimeSpan, zone: str) -> tuple[Moment, Moment | None]:
    """DTSTART and DTEND. All day: dates, the end exclusive. No end is invented for one that is not said,
    but days that are named count in full; an end at or before its start is left out (RFC 5545 §3.6.1)."""
    here = ZoneInfo(zone)
    if when.start_time is None:
        return when.start, max(when.start, when.last) + timedelta(days=1)
    start = datetime.combine(when.start, when.start_time, here)
    end = None
    if when.end_time:
        end = datetime.combine(when.last, when.end_time, here)
    elif when.last > when.start:
        end = datetime.combine(when.last + timedelta(days=1), time(), here)
    # compared as moments: on the day the clocks change, 02:45 may come after 03:15
    begin = start.astimezone(UTC)
    return start, end if end and end.astimezone(UTC) > begin else None


def to_local(moment: datetime, zone: str) -> datetime:
    """A time on the clocks of a zone; one without a zone means that, and so does one at the end of the calendar."""
    try:
        if moment.tzinfo:
            return moment.astimezone(ZoneInfo(zone))
        return moment.replace(tzinfo=ZoneInfo(zone))
    except OverflowError:
        return moment.replace(tzinfo=ZoneInfo(zone))


def local_day(moment: Moment, zone: str) -> date:
    """The local day of a moment."""
    if isinstance(moment, datetime):
        return to_local(moment, zone).date()
    return moment
