"""Dates and times as the newsletter writes them: the forms that ``dates`` reads back."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.dates import TimeSpan


def weekday_name(day: date, language: str = "de") -> str:
    """Name the weekday of a day.

    Args:
        day: The day.
        language: ISO 639-1 code of the document's language.

    Returns:
        The name, as the phrasebook has it.
    """
    return phrasebook_for(language).weekdays[day.weekday()]


def write_day(day: date, language: str = "de", *, weekday: bool = True) -> str:
    """Write a day.

    >>> write_day(date(2026, 2, 4))
    'Mittwoch, 04.02.2026'

    Args:
        day: The day.
        language: ISO 639-1 code of the document's language.
        weekday: Whether the weekday is named.

    Returns:
        The day as the newsletter writes it.
    """
    text = f"{day:%d.%m.}{day.year:04}"
    if weekday:
        return f"{weekday_name(day, language)}, {text}"
    return text


def write_hours(when: TimeSpan) -> str:
    """Write the hours of a time span.

    >>> write_hours(TimeSpan(date(2026, 2, 4), time(10), None, time(11, 30)))
    '10:00-11:30'

    Args:
        when: The time span; its days do not count.

    Returns:
        The hours; "" for all day.
    """
    if not when.start_time:
        return ""
    text = f"{when.start_time:%H:%M}"
    if when.end_time:
        text += f"-{when.end_time:%H:%M}"
    return text


def write_time_span(when: TimeSpan, language: str = "de", *, weekday: bool = True) -> str:
    """Write a time span: ``wd, date[, hm[-hm]]`` or ``wd, date[, hm], bis wd, date[, hm]``.

    >>> write_time_span(TimeSpan(date(2026, 2, 4), time(10), None, time(11, 30)))
    'Mittwoch, 04.02.2026, 10:00-11:30'

    Args:
        when: The time span.
        language: ISO 639-1 code of the document's language.
        weekday: Whether weekdays are named.

    Returns:
        The span as ``read_time_span`` reads it back.
    """
    text = write_day(when.start, language, weekday=weekday)
    if when.end is None or when.end == when.start:
        return ", ".join(part for part in (text, write_hours(when)) if part)
    if when.start_time:
        text += f", {when.start_time:%H:%M}"
        if when.end_time == time(0, 0) and when.end == when.start + timedelta(days=1):
            return text + "-24:00"
    last = write_day(when.end, language, weekday=weekday)
    text += f", {phrasebook_for(language).through} {last}"
    if when.end_time:
        text += f", {when.end_time:%H:%M}"
    return text


def move_timestamp(written: str, day: date, at: time, zone: str) -> str:
    """Write another day and time in the form of a timestamp.

    >>> move_timestamp("2026-02-09 08:00:00 -0000", date(2026, 7, 1), time(9), "")
    '2026-07-01 09:00:00 -0000'

    Args:
        written: A timestamp as front matter has it.
        day: The new day.
        at: The new local time; it does not count where none is written.
        zone: IANA name of the zone whose offset is written where one stands; "" keeps the offset.

    Returns:
        The new timestamp; of an unknown form ISO 8601, in the zone if there is one.
    """
    match = _TIMESTAMP.fullmatch(written)
    if match is None:
        return write_timestamp(day, at, zone) if zone else day.isoformat()
    if match["clock"] is None:
        return match["lead"] + day.isoformat() + match["rest"]
    if zone and match["offset"]:
        return write_timestamp(day, at, zone)
    clock = f"{at:%H:%M}"
    if match["seconds"]:
        clock += f":{at:%S}"
    parts = (match["lead"], day.isoformat(), match["gap"], clock, match["fraction"] or "")
    return "".join(parts) + match["rest"]


_TIMESTAMP = re.compile(
    r"""
    (?P<lead> \s* )
    \d{4}-\d\d-\d\d
    (?: (?P<gap> [Tt] | [ \t]+ ) (?P<clock> \d\d:\d\d (?P<seconds> :\d\d )? )
        (?P<fraction> [.,]\d+ )? )?
    (?P<rest> (?P<offset> \s*(?:[+-]\d\d(?::?\d\d)?|[Zz]) )? \s* )
    """,
    re.VERBOSE,
)


def write_timestamp(day: date, at: time, zone: str) -> str:
    """Write date and time with the offset that holds in a zone on that day.

    >>> write_timestamp(date(2026, 2, 9), time(8), "Europe/Berlin")
    '2026-02-09T08:00:00+01:00'

    Args:
        day: The day.
        at: The local time.
        zone: IANA name of the zone.

    Returns:
        ISO 8601 date and time with offset.
    """
    return datetime.combine(day, at, ZoneInfo(zone)).isoformat()
