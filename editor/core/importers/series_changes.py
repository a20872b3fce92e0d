"""Changes of the days of series: outdated ones, and those that stand for all later days."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from icalendar import vRecur
from icalendar.cal import Component
from msgspec.structs import replace

from editor.core.calendar.calendar_reading import property_attribute
from editor.core.calendar.entry import Moment
from editor.core.importers.calendar_components import ForeignEvent
from editor.core.importers.foreign_series import list_moments, to_day


def apply_changes(events: Sequence[ForeignEvent]) -> list[ForeignEvent]:
    """Apply the changes of all later days (RANGE=THISANDFUTURE, RFC 5545 §3.2.13).

    Args:
        events: The newest version of each event, whose series may be changed.

    Returns:
        The events in their order: a series ends where all its later days are changed, which are a
        series of their own. Changes of days that a newer version of the series leaves out are gone.
    """
    series = {
        event.uid: event
        for event in events
        if event.component.get("RRULE") and not event.component.get("RECURRENCE-ID")
    }
    kept = [event for event in events if not _is_outdated(event, series.get(event.uid))]
    made = {id(event): event for event in kept}
    for uid, whole in series.items():
        later = sorted(
            (event for event in kept if event.uid == uid and _stands_for_later_days(event)),
            key=lambda event: str(event.changed_moment),
        )
        rule = whole.component.get("RRULE")
        current = whole.component
        for event in later:
            moment = event.changed_moment
            if moment is None:
                continue
            changed = _make_series(event, rule, moment)
            own = current.get("RRULE")
            if isinstance(own, vRecur):
                current["RRULE"] = vRecur({**own, "UNTIL": [_just_before(moment)]})
            current = changed.component
            made[id(event)] = changed
    return [made[id(event)] for event in kept]


def _stands_for_later_days(event: ForeignEvent) -> bool:
    parameters = property_attribute(event.component.get("RECURRENCE-ID"), "params") or {}
    return str(parameters.get("RANGE", "")).upper() == "THISANDFUTURE"


def _is_outdated(event: ForeignEvent, series: ForeignEvent | None) -> bool:
    """Whether a newer version of a series has left out, or ended before, a day that was changed."""
    moment = event.changed_moment
    if moment is None or series is None or series.version[0] <= event.version[0]:
        return False
    day, rule = to_day(moment), series.component.get("RRULE")
    until = rule.get("UNTIL", [None])[0] if isinstance(rule, vRecur) else None
    is_behind = isinstance(until, date) and day > to_day(until)
    return is_behind or day in {to_day(each) for each in list_moments(series.component, "EXDATE")}


def _make_series(event: ForeignEvent, rule: object, moment: Moment) -> ForeignEvent:
    """The changed days as a series; the event with a mark where nobody can tell its later days."""
    start = property_attribute(event.component.get("DTSTART"), "dt")
    is_same_weekday = isinstance(start, date) and start.weekday() == moment.weekday()
    if not isinstance(rule, vRecur) or "COUNT" in rule or not is_same_weekday:
        return replace(event, changes_later_days=True)
    component: Component = event.component.copy()
    del component["RECURRENCE-ID"]
    component["RRULE"] = rule
    component["UID"] = f"{event.uid}-{moment:%Y%m%d}"
    return replace(event, component=component, series_uid=event.uid)


def _just_before(moment: Moment) -> Moment:
    if isinstance(moment, datetime):
        return moment - timedelta(seconds=1)
    return moment - timedelta(days=1)
