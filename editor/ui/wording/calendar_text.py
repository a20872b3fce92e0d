"""Calendar entries in words, in the language of the window."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from editor.core.calendar import dates, recurrence
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.moments import to_local
from editor.core.events.model import EventData
from editor.ui.wording.translation import current_language


def describe_entry(entry: CalendarEntry, zone: str) -> str:
    """A calendar entry in words: when (local time of the zone), where, link."""
    parts = [describe_time(entry, zone), entry.location, entry.url]
    if not entry.uid:
        parts.append(
            QCoreApplication.translate(
                "words", "old form without an identity, renewed with the next change"
            )
        )
    return " · ".join(part for part in parts if part)


def shorten_words(address: str, most: int = 120) -> str:
    """An address with its middle left out where it is long: host and end tell where it leads."""
    if len(address) <= most:
        return address
    return f"{address[: most - 40]}…{address[-39:]}"


def describe_line_time(values: EventData, language: str) -> str:
    """When, as an event's or meeting's line says it."""
    if values.when is None:
        return ""
    if values.when.start != date.min:
        return dates.write_time_span(values.when, language)
    return "–".join(
        f"{moment:%H:%M}" for moment in (values.when.start_time, values.when.end_time) if moment
    )


def describe_repetition(entry: CalendarEntry) -> str:
    """A rule in words, as it stands where there are none for it; "" for none."""
    pattern = recurrence.read_rrule(entry.rrule) if entry.rrule else None
    if pattern:
        return recurrence.write_phrase(pattern, current_language())
    return entry.rrule.replace(";", "; ")


def write_in_full(entry: CalendarEntry | None, zone: str) -> list[str]:
    """Everything an entry says: title, when and where, how often."""
    if entry is None:
        return []
    if entry.geo:
        on_map = QCoreApplication.translate("words", "on the map at {0}").format(
            f"{entry.geo[0]:.2f}, {entry.geo[1]:.2f}"
        )
    else:
        on_map = ""
    return [
        part
        for part in (entry.summary, describe_entry(entry, zone), describe_repetition(entry), on_map)
        if part
    ]


def describe_time(entry: CalendarEntry, zone: str) -> str:
    """When an entry is, on the clocks of a zone."""
    start = _local(entry.start, zone)
    end = _local(entry.end, zone) if entry.end else None
    if entry.all_day:
        last = date.fromordinal(end.toordinal() - 1) if end else start.date()
        days = f"{start:%d.%m.%Y}" + (f" – {last:%d.%m.%Y}" if last > start.date() else "")
        return days + ", " + QCoreApplication.translate("words", "all day")
    words = f"{start:%d.%m.%Y, %H:%M}"
    if end:
        words += f"–{end:%H:%M}" if end.date() == start.date() else f" – {end:%d.%m.%Y, %H:%M}"
    floating = QCoreApplication.translate("words", "no time zone")
    return f"{words} ({zone if getattr(entry.start, 'tzinfo', None) else floating})"


def _local(moment: Moment, zone: str) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return to_local(moment, zone)
