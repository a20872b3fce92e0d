"""What to look at in an event of a calendar before it is taken over."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from editor.core.base.messages import Message, translate
from editor.core.calendar.date_changes import find_change
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.moments import to_local
from editor.core.calendar.rrule import first_day
from editor.core.importers.calendar_components import ForeignEvent, find_unknown_zone
from editor.core.importers.foreign_series import ForeignSeries, to_day

_WEEKS_OF_A_YEAR = 53


def list_event_doubts(event: ForeignEvent) -> Iterator[Message]:
    """List what to look at in an event, whether or not it repeats.

    Args:
        event: The event.

    Yields:
        A sentence for each.
    """
    component = event.component
    if event.changes_later_days:
        yield translate("core", "All later days of its series are changed, too.")
    if unknown := find_unknown_zone(component):
        message = translate(
            "core", "The time zone “{zone}” is not known; its hours are taken for local ones."
        )
        yield message.fill(zone=unknown[:80])
    if not str(component.get("SUMMARY", "")).strip():
        yield translate("core", "The text names no title.")
    if str(component.get("CLASS", "")).upper() in ("PRIVATE", "CONFIDENTIAL"):
        yield translate("core", "The calendar calls this private.")
    if find_change(str(component.get("DESCRIPTION", "")), 0):
        yield translate("core", "Its description says that it may not take place as listed.")
    if "EXRULE" in component:
        yield translate("core", "Days that its calendar leaves out by a rule are not left out.")
    if str(component.get("STATUS", "")).upper() == "TENTATIVE":
        yield translate("core", "The calendar calls this tentative.")


def list_moment_doubts(entry: CalendarEntry, series: ForeignSeries) -> Iterator[Message]:
    """List what to look at in the start and the end of an event.

    Args:
        entry: The event.
        series: Its repetition.

    Yields:
        A sentence for an end before the start, and for a first day that its rules do not name.
    """
    if entry.end is not None and _is_before(entry.end, entry.start):
        yield translate("core", "In its calendar it ends before it begins.")
    start = to_day(entry.start)
    if series.rules and all(first_day(rule, start, start) != start for rule in series.rules):
        message = translate("core", "Its first day, {day:%d.%m.%Y}, is none that its rule names.")
        yield message.fill(day=start)


def _is_before(end: Moment, start: Moment) -> bool:
    """Whether an end is before a start; hours count only where both are on known clocks, or not."""
    if isinstance(end, datetime) and isinstance(start, datetime):
        if (end.tzinfo is None) == (start.tzinfo is None):
            return end < start
    return to_day(end) < to_day(start)


def doubt_rule(rule: str) -> Message:
    """Doubt a rule that no phrase says.

    Args:
        rule: An RRULE value, or several.

    Returns:
        A sentence.
    """
    message = translate("core", "The rule “{rule}” is no phrase; these are its next dates.")
    return message.fill(rule=rule[:80])


def doubt_zone(entry: CalendarEntry, zone: str) -> Iterator[Message]:
    """Doubt a series that is at another hour here in some weeks of the year.

    Args:
        entry: The event.
        zone: IANA name of the zone of the clocks that count.

    Yields:
        A sentence where that is so.
    """
    start = entry.start
    if not isinstance(start, datetime) or start.tzinfo is None or not zone:
        return
    weeks = (start + timedelta(weeks=number) for number in range(_WEEKS_OF_A_YEAR))
    hours = {to_local(week, zone).timetz().replace(tzinfo=None) for week in weeks}
    if len(hours) > 1:
        message = translate(
            "core", "It is on other clocks ({zone}): in some weeks it is at {hour:%H:%M} here."
        )
        other = max(hours - {to_local(start, zone).time()})
        yield message.fill(zone=str(start.tzinfo), hour=other)
