"""Calendar entries in words, in the language of the window."""

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from editor.core.calendar.date_formats import write_time_span
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.moments import to_local
from editor.core.calendar.rrule import read_rrule
from editor.core.calendar.rule_writing import write_phrase
from editor.core.events.model import EventData
from editor.ui.wording.translation import current_language


def describe_entry(entry: CalendarEntry, zone: str) -> str:
    """Describe a calendar entry in one line: when, where and link.

    Args:
        entry: The entry of a calendar link.
        zone: The IANA time zone whose clocks the times are written in.

    Returns:
        The parts the entry has, separated by middle dots.
    """
    parts = [describe_time(entry, zone), entry.location, entry.url]
    if not entry.uid:
        parts.append(
            QCoreApplication.translate(
                "words", "older kind of calendar link, renewed with the next change"
            )
        )
    return " · ".join(part for part in parts if part)


def describe_line_time(data: EventData, language: str) -> str:
    """Describe when an event or a meeting is, as its line says it.

    Args:
        data: What the line says.
        language: The language of the issue: "de" or "en".

    Returns:
        Date and times, only times where the line has no date, or "" where it has neither.
    """
    if data.when is None:
        return ""
    if data.when.start != date.min:
        return write_time_span(data.when, language)
    return "–".join(
        f"{moment:%H:%M}" for moment in (data.when.start_time, data.when.end_time) if moment
    )


def describe_repetition(entry: CalendarEntry) -> str:
    """Describe how often an entry repeats.

    Args:
        entry: The entry; its rule is an RRULE (RFC 5545 §3.3.10).

    Returns:
        A phrase in the language of the window; the rule itself where no phrase says the same;
        "" where the entry does not repeat.
    """
    series = [part for part in entry.series if part.rrule]
    patterns = [pattern for part in series if (pattern := read_rrule(part.rrule))]
    if not patterns or len(patterns) < len(series):
        return entry.rrule.replace(";", "; ")
    phrase = write_phrase(patterns, current_language())
    days = sorted({day for part in series for day in part.without})
    if not days:
        return phrase
    left_out = QCoreApplication.translate("words", "left out: {0}")
    return f"{phrase}; {left_out.format(_list_days(days))}"


_SHOWN_DAYS = 4
"""How many of the days that are left out are named."""


def _list_days(days: Sequence[date]) -> str:
    named = ", ".join(f"{day:%d.%m.%Y}" for day in days[:_SHOWN_DAYS])
    return f"{named} …" if len(days) > _SHOWN_DAYS else named


def write_in_full(entry: CalendarEntry | None, zone: str) -> list[str]:
    """Describe everything an entry says.

    Args:
        entry: The entry of a calendar link; None for none.
        zone: The IANA time zone whose clocks the times are written in.

    Returns:
        Lines: title; when and where; how often; coordinates. Those the entry lacks are left out.
    """
    if entry is None:
        return []
    lines = [entry.summary, describe_entry(entry, zone), describe_repetition(entry)]
    if entry.geo:
        coordinates = f"{entry.geo[0]:.2f}, {entry.geo[1]:.2f}"
        on_map = QCoreApplication.translate("words", "on the map at {0}")
        lines.append(on_map.format(coordinates))
    return [line for line in lines if line]


def describe_time(entry: CalendarEntry, zone: str) -> str:
    """Describe when an entry is.

    Args:
        entry: The entry of a calendar link.
        zone: The IANA time zone whose clocks the times are written in.

    Returns:
        Days or date and times, with the zone, or a note where the entry names no zone.
    """
    if entry.all_day:
        return _describe_days(entry, zone)
    start = _to_clock(entry.start, zone)
    text = f"{start:%d.%m.%Y, %H:%M}"
    if entry.end:
        end = _to_clock(entry.end, zone)
        same_day = end.date() == start.date()
        text += f"–{end:%H:%M}" if same_day else f" – {end:%d.%m.%Y, %H:%M}"
    if not getattr(entry.start, "tzinfo", None):
        zone = QCoreApplication.translate("words", "no time zone")
    return f"{text} ({zone})"


def _describe_days(entry: CalendarEntry, zone: str) -> str:
    """Describe an entry without times; its end is the day after the last (RFC 5545 §3.6.1)."""
    first = last = _to_clock(entry.start, zone).date()
    if entry.end:
        last = date.fromordinal(_to_clock(entry.end, zone).toordinal() - 1)
    days = f"{first:%d.%m.%Y}"
    if last > first:
        days += f" – {last:%d.%m.%Y}"
    return days + ", " + QCoreApplication.translate("words", "all day")


def _to_clock(moment: Moment, zone: str) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return to_local(moment, zone)
