"""Calendars (RFC 5545) read into candidates: single events, series, all-day ones, any time zone."""

import html
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from icalendar.cal import Component
from msgspec.structs import replace

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar.calendar_reading import read_event
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.limits import UNREADABLE
from editor.core.calendar.moments import to_local
from editor.core.calendar.rule_writing import write_phrase
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.calendar_components import (
    CalendarEvents,
    ForeignEvent,
    find_call,
    is_all_day,
    read_components,
)
from editor.core.importers.calendar_doubts import (
    doubt_rule,
    doubt_zone,
    list_event_doubts,
    list_moment_doubts,
)
from editor.core.importers.candidate import (
    MAX_CANDIDATES,
    Candidate,
    ImportContext,
    ImportResult,
    escape_markdown,
    find_first_url,
    is_past,
    make_time_span,
    report_past,
)
from editor.core.importers.date_mentions import find_registration
from editor.core.importers.foreign_link import make_link
from editor.core.importers.foreign_series import (
    ForeignSeries,
    find_patterns,
    list_next_days,
    read_series,
    to_day,
)
from editor.core.importers.places import add_location
from editor.core.importers.series_changes import apply_changes

_LinkMaker = Callable[[Component], str]
_MOST_DATES = 6
"""How many dates are proposed of a series that no phrase says."""


def read_calendar(data: bytes, context: ImportContext) -> ImportResult:
    """Read the events of a calendar that are not over at publication.

    Args:
        data: The calendar, or several of them.
        context: The issue they are read for.

    Returns:
        The candidates, in the order of the calendar.

    Raises:
        InputRejected: If the data is no calendar, is too large, or holds no events.
    """
    found = read_components(data)
    events = apply_changes(found.events)
    changed_days = _find_changed_days(events)
    candidates: list[Candidate] = []
    past_count = 0
    for event in events:
        changed = changed_days.get(event.series_uid or event.uid, [])
        is_shown = len(candidates) < MAX_CANDIDATES
        proposed = _propose(event, context, changed, found, make_link if is_shown else _no_link)
        coming = [candidate for candidate in proposed if not is_past(candidate, context.day)]
        candidates += coming
        past_count += len(proposed) - len(coming)
    problems = (*found.problems, *report_past(past_count))
    if found.unreadable:
        message = translate("core", "{count} events of the calendar cannot be read.")
        problems = (*problems, message.fill(count=found.unreadable))
    if not candidates and not problems:
        raise InputRejected(translate("core", "The calendar holds no events."))
    return ImportResult(tuple(candidates), problems)


def _propose(
    event: ForeignEvent,
    context: ImportContext,
    changed: list[Moment],
    found: CalendarEvents,
    make_link: _LinkMaker,
) -> list[Candidate]:
    """The candidates of an event; one that is broken costs no other."""
    try:
        entry = read_event(event.component)
        if entry is None:
            found.unreadable += 1
            return []
        entry = _as_meant(entry, event)
        proposed = list(_make_candidates(entry, event, context, changed, make_link))
    except (*UNREADABLE, InputRejected):
        found.unreadable += 1
        return []
    if not proposed and not _is_over(entry, context):
        message = translate("core", "“{title}” repeats in a way that cannot be followed.")
        found.problems.append(message.fill(title=entry.summary[:80] or "?"))
    elif not proposed:
        found.problems += report_past(1)
    return proposed


def _no_link(_: Component) -> str:
    """No link for what is not shown, since writing a calendar takes a while."""
    return ""


def _is_over(entry: CalendarEntry, context: ImportContext) -> bool:
    """Whether a series has ended before publication."""
    until = re.search(r"UNTIL=(\d{8})", entry.rrule)
    if until is None or context.day is None:
        return "COUNT=" in entry.rrule
    return until[1] < f"{context.day:%Y%m%d}"


def _find_changed_days(events: list[ForeignEvent]) -> dict[str, list[Moment]]:
    """The occurrences of series that other events tell of, by UID."""
    changed_days: dict[str, list[Moment]] = {}
    for event in events:
        if moment := event.changed_moment:
            changed_days.setdefault(event.uid, []).append(moment)
    return changed_days


def _as_meant(entry: CalendarEntry, event: ForeignEvent) -> CalendarEntry:
    """The entry with what its calendar says of it, and as whole days where it means these."""
    start, end = entry.start, entry.end
    if is_all_day(event.component):
        start, end = to_day(start), to_day(end) if end else None
    if event.zone and isinstance(start, datetime) and start.tzinfo is None:
        start = to_local(start, event.zone)
        end = to_local(end, event.zone) if isinstance(end, datetime) else end
    status = "CANCELLED" if event.is_cancelled else entry.status
    return replace(entry, start=start, end=end, status=status)


# --- one entry ------------------------------------------------------------------------------------


def _make_candidates(
    entry: CalendarEntry,
    event: ForeignEvent,
    context: ImportContext,
    changed: list[Moment],
    make_link: _LinkMaker,
) -> Iterator[Candidate]:
    """One candidate; of a series that no phrase says, one for each of its next dates."""
    profile, component = context.profile, event.component
    when = make_time_span(entry.start, entry.end, profile.timezone)
    data = _make_data(entry, when, component, context)
    doubts = tuple(list_event_doubts(event))
    is_single = bool(component.get("RECURRENCE-ID"))  # one day of a series has the UID of all
    series = read_series(entry, component, changed)
    doubts += tuple(list_moment_doubts(entry, series))
    if is_single or not (series.rules or series.added):
        href = "" if is_single else make_link(component)
        yield Candidate(data, "" if is_single else entry.uid, href, doubts)
        return
    same_weekday = when.start.weekday() == entry.start.weekday()
    lasts_days = (_find_length(entry) or timedelta()) > timedelta(days=1)
    is_sayable = same_weekday and not lasts_days
    patterns = find_patterns(series, entry, context.day) if is_sayable else ()
    for moment in series.others:
        yield Candidate(replace(data, when=_find_time_at(entry, moment, profile.timezone)))
    if not patterns:
        yield from _make_dates(entry, data, series, context, doubts)
        return
    until = patterns[0].until
    if until and context.day and until < context.day:
        return
    meeting = replace(
        data,
        when=replace(when, start=date.min, end=None) if when.start_time else None,
        rule=write_phrase(patterns, profile.language),
        kind=EntryKind.MEETING,
    )
    doubts += tuple(doubt_zone(entry, profile.timezone))
    yield Candidate(meeting, entry.uid, make_link(component), doubts)


def _make_dates(
    entry: CalendarEntry,
    data: EventData,
    series: ForeignSeries,
    context: ImportContext,
    doubts: tuple[Message, ...],
) -> Iterator[Candidate]:
    """The next dates of a series that no phrase says."""
    if series.rules:
        doubts = (*doubts, doubt_rule(" + ".join(series.rules)))
    for day in list_next_days(series, entry, context.day, _MOST_DATES):
        moment = (
            datetime.combine(day, entry.start.timetz())
            if isinstance(entry.start, datetime)
            else day
        )
        occurrence = replace(data, when=_find_time_at(entry, moment, context.profile.timezone))
        yield Candidate(occurrence, doubts=doubts)


def _make_data(
    entry: CalendarEntry, when: TimeSpan, component: Component, context: ImportContext
) -> EventData:
    """What a line would say of an entry, but for its rule."""
    url = html.unescape(entry.url)
    if not url.startswith(("http://", "https://")):
        url = find_first_url(html.unescape(entry.description))
    call = find_call(component)
    registration = find_registration(html.unescape(entry.description), context)
    data = EventData(
        escape_markdown(html.unescape(entry.summary)) or "?",
        when,
        online=call is not None,
        url=url or call or "",
        registration=registration,
        cancelled=bool(entry.status),
    )
    return add_location(data, html.unescape(entry.location), context.profile.timezone)


def _find_time_at(entry: CalendarEntry, start: Moment, zone: str) -> TimeSpan:
    """When an occurrence of a series is that begins at a moment, on the clocks of a zone."""
    length = _find_length(entry)
    if not length:
        return make_time_span(start, None, zone)
    return make_time_span(start, start + length, zone)


def _find_length(entry: CalendarEntry) -> timedelta | None:
    """How long an entry lasts; None where its end says nothing of it."""
    start, end = entry.start, entry.end
    if isinstance(start, datetime):
        return end - start if isinstance(end, datetime) else None
    if end is None or isinstance(end, datetime):
        return None
    return end - start
