"""Days and hours in the language of the window: short as in tables, long as in sentences."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

if TYPE_CHECKING:
    from editor.core.calendar.dates import TimeSpan


def write_long_day(day: date) -> str:
    """Write a day in words.

    Args:
        day: The day.

    Returns:
        Such as "Montag, 9. März 2026", "Monday, 9 March 2026": days stand before months in all
        that is written here.
    """
    return QLocale().toString(QDate(day.year, day.month, day.day), f"dddd, {_day_form('MMMM')}")


def write_short_day(day: date) -> str:
    """Write a day in few letters.

    Args:
        day: The day.

    Returns:
        Such as "9. März 2026", "9 Mar 2026": in numbers alone, some read the month first.
    """
    return QLocale().toString(QDate(day.year, day.month, day.day), _day_form("MMM"))


def write_moment(seconds: float) -> str:
    """Write a moment of the past, the day only where it is not today.

    Args:
        seconds: The moment, in seconds since 1970.

    Returns:
        Such as "19:00", "9 Mar 2026, 19:00".
    """
    moment = datetime.fromtimestamp(seconds)
    clock = f"{moment:%H:%M}"
    return clock if moment.date() == date.today() else f"{write_short_day(moment.date())}, {clock}"


def _day_form(month: str) -> str:
    dot = "." if QLocale().language() == QLocale.Language.German else ""
    return f"d{dot} {month} yyyy"


def write_days(when: "TimeSpan") -> str:
    """Write a day or several days, short, in the language of the window.

    Args:
        when: The time span; its hours do not count.

    Returns:
        Such as "Mo 02.03.26" or "Mo 02.03.26 – 04.03.".
    """
    weekday = QLocale().dayName(when.start.isoweekday(), QLocale.FormatType.ShortFormat)
    days = f"{weekday.rstrip('.')} {when.start:%d.%m.%y}"
    if when.end and when.end != when.start:
        days += f" – {when.end:%d.%m.}"
    return days


def write_hours(when: "TimeSpan") -> str:
    """Write the time of day.

    Args:
        when: The time span; its days do not count.

    Returns:
        Such as "19:00" or "19:00–21:00"; "" for all day.
    """
    if when.start_time is None:
        return ""
    hours = f"{when.start_time:%H:%M}"
    if when.end_time:
        hours += f"–{when.end_time:%H:%M}"
    return hours
