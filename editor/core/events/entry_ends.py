"""The end of a calendar entry whose line does not say it."""

from datetime import datetime, time, timedelta

from editor.core.calendar.date_fields import read_time
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.moments import to_local

_LONGEST_KEPT = timedelta(hours=23, minutes=59)
"""The longest event whose end is kept though its line does not say it."""


def keep_end(old: CalendarEntry, start: Moment, zone: str) -> Moment | None:
    """Keep the end of an old entry while its hour is the same.

    Args:
        old: The entry.
        start: When it begins by its line.
        zone: IANA name of the zone; "" for none.

    Returns:
        The end; None where it had none, or begins at another hour.
    """
    if not (
        isinstance(start, datetime)
        and isinstance(old.start, datetime)
        and isinstance(old.end, datetime)
    ):
        return None
    before = to_local(old.start, zone)
    length = to_local(old.end, zone) - before
    is_same_hour = before.time() == to_local(start, zone).time()
    return start + length if is_same_hour and timedelta(0) < length < _LONGEST_KEPT else None


def add_duration(start: Moment, duration: str) -> Moment | None:
    """Let an entry end when events usually do: some programs take one without end for a day.

    Args:
        start: When it begins.
        duration: How long, such as "02:00".

    Returns:
        The end; None for a day, and where there is no duration.
    """
    length = read_time(duration)
    if not isinstance(start, datetime) or not length or length == time():
        return None
    try:
        return start + timedelta(hours=length.hour, minutes=length.minute)
    except OverflowError:
        return None
