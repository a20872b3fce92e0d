"""Calendars (RFC 5545) read into candidates: single events, series, all-day ones, any time zone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from icalendar import Calendar
from icalendar.cal import Component

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar.calendar_reading import property_attribute, read_event
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, Moment, encode_link
from editor.core.calendar.limits import UNREADABLE, limit_calendar
from editor.core.calendar.rrule import next_days, read_rrule
from editor.core.calendar.rule_writing import write_phrase
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    add_location,
    escape_markdown,
    find_first_url,
    is_past,
    make_time_span,
    report_past,
)

_MOST_DATES = 6
"""How many dates are proposed of a series that no phrase says."""
_MOST_EVENTS = 5000


def read_calendar(data: bytes, context: ImportContext) -> ImportResult:
    """Read the events of a calendar that are not over at publication.

    Args:
        data: The calendar, in UTF-8.
        context: The issue they are read for.

    Returns:
        The candidates, in the order of the calendar.

    Raises:
        InputRejected: If the data is no calendar, is too large, or holds no events.
    """
    calendar = _parse_calendar(data)
    changed_days = _find_changed_days(calendar)
    candidates: list[Candidate] = []
    past_count = unreadable_count = 0
    for component in calendar.walk("VEVENT"):
        try:
            entry = read_event(component)
            if entry is None:
                unreadable_count += 1
                continue
            days = changed_days.get(str(component.get("UID")), set())
            proposed = list(_make_candidates(entry, component, context, days))
        except (*UNREADABLE, InputRejected):
            unreadable_count += 1
            continue
        coming = [candidate for candidate in proposed if not is_past(candidate, context.day)]
        candidates += coming
        if entry.rrule and not proposed:
            past_count += 1
        past_count += len(proposed) - len(coming)
    problems = report_past(past_count)
    if unreadable_count:
        message = translate("core", "{count} events of the calendar cannot be read.")
        problems = (*problems, message.fill(count=unreadable_count))
    if not candidates and not problems:
        raise InputRejected(translate("core", "The calendar holds no events."))
    return ImportResult(tuple(candidates), problems)


def _parse_calendar(data: bytes) -> Component:
    if data.upper().count(b"BEGIN:VEVENT") > _MOST_EVENTS:
        message = translate(
            "core", "The calendar holds more than {most} events; export a part of it."
        )
        raise InputRejected(message.fill(most=_MOST_EVENTS))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputRejected(
            translate("core", "The calendar is not written in UTF-8; nothing was read from it.")
        ) from None
    try:
        calendar = Calendar.from_ical(limit_calendar(data))
    except UNREADABLE as error:
        reason = (str(error) or "?").splitlines()[0][:100]
        message = translate("core", "The calendar cannot be read: {reason}.")
        raise InputRejected(message.fill(reason=reason)) from None
    assert isinstance(calendar, Component)
    return calendar


def _find_changed_days(calendar: Component) -> dict[str, set[date]]:
    """The days of series that take place otherwise, or not at all, by UID."""
    changed_days: dict[str, set[date]] = {}
    for event in calendar.walk("VEVENT"):
        days = changed_days.setdefault(str(event.get("UID")), set())
        properties = event.get("EXDATE", [])
        if not isinstance(properties, list):
            properties = [properties]
        moments = [
            property_attribute(value, "dt")
            for property_ in properties
            for value in property_attribute(property_, "dts") or ()
        ]
        moments.append(property_attribute(event.get("RECURRENCE-ID"), "dt"))
        days |= {_to_day(moment) for moment in moments if isinstance(moment, date)}
    return changed_days


def _to_day(moment: Moment) -> date:
    if isinstance(moment, datetime):
        return moment.date()
    return moment


# --- one entry ------------------------------------------------------------------------------------


def _make_candidates(
    entry: CalendarEntry, component: Component, context: ImportContext, changed_days: set[date]
) -> Iterator[Candidate]:
    """One candidate; of a series that no phrase says, one for each of its next dates."""
    profile = context.profile
    when = make_time_span(entry.start, entry.end, profile.timezone)
    data = _make_data(entry, when)
    if not entry.rrule:
        if component.get("RECURRENCE-ID"):  # one day of a series has the UID of all
            yield Candidate(data)
        else:
            yield Candidate(data, entry.uid, _make_link(component))
        return
    rule = _normalize_rule(entry.rrule, entry.start)
    pattern = read_rrule(rule)
    same_weekday = when.start.weekday() == entry.start.weekday()
    if pattern is None or component.get("RDATE") or not same_weekday:
        for day in _find_next_days(entry, rule, context.day, changed_days):
            occurrence = replace(data, when=_find_time_on(entry, day, profile.timezone))
            yield Candidate(occurrence, doubts=(_doubt_rule(entry.rrule),))
        return
    if pattern.until and context.day and pattern.until < context.day:
        return
    series = replace(
        data,
        when=replace(when, start=date.min, end=None) if when.start_time else None,
        rule=write_phrase(pattern, profile.language),
        kind=EntryKind.MEETING,
    )
    doubts = (_doubt_changes(),) if changed_days else ()
    yield Candidate(series, entry.uid, _make_link(component), doubts)


def _make_data(entry: CalendarEntry, when: TimeSpan) -> EventData:
    """What a line would say of an entry, but for its rule."""
    url = entry.url
    if not url.startswith(("http://", "https://")):
        url = find_first_url(entry.description)
    title = escape_markdown(entry.summary) or "?"
    data = EventData(title, when, url=url, cancelled=bool(entry.status))
    return add_location(data, entry.location)


def _doubt_changes() -> Message:
    return translate("core", "The series leaves out or moves single dates; a line cannot say that.")


def _doubt_rule(rule: str) -> Message:
    message = translate("core", "The rule “{rule}” is no phrase; these are its next dates.")
    return message.fill(rule=rule[:80])


# --- series ---------------------------------------------------------------------------------------


def _find_next_days(
    entry: CalendarEntry, rule: str, published: date | None, changed_days: set[date]
) -> list[date]:
    """The next days of a series from the day of publication on, without those that are changed."""
    first = _to_day(entry.start)
    since = max(published or first, first)
    days = next_days(rule, since, _MOST_DATES + len(changed_days), first)
    return [day for day in days if day not in changed_days][:_MOST_DATES]


def _find_time_on(entry: CalendarEntry, day: date, zone: str) -> TimeSpan:
    """When an occurrence of a series is, on the clocks of a zone."""
    if isinstance(entry.start, datetime):
        start: Moment = datetime.combine(day, entry.start.timetz())
    else:
        start = day
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


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _normalize_rule(rule: str, start: Moment) -> str:
    """A rule as ours are written.

    Exchange says with BYSETPOS what BYDAY can say, and a weekly rule may leave out the day.
    """
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    frequency, days = parts.get("FREQ"), parts.get("BYDAY", "")
    position = parts.get("BYSETPOS", "")
    has_one_day = re.fullmatch(r"[A-Z]{2}", days)
    if frequency == "MONTHLY" and has_one_day and position in ("1", "2", "3", "4", "-1"):
        parts["BYDAY"] = position + days
        del parts["BYSETPOS"]
    if frequency == "WEEKLY" and not days:
        parts["BYDAY"] = _WEEKDAYS[start.weekday()]
    return ";".join(f"{name}={value}" for name, value in parts.items())


# --- the calendar link ----------------------------------------------------------------------------

_FOREIGN_PARTS = re.compile(
    rb"""
    ^
    (?:
        BEGIN:VALARM[\s\S]*?END:VALARM\r?\n
        | ATTACH[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n    # with its folded lines
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Alarms and attachments, which only the calendar that has them understands."""


def _make_link(component: Component) -> str:
    """A link that holds the event in a calendar of its own."""
    calendar = Calendar()
    calendar.add_component(component)
    data = _FOREIGN_PARTS.sub(b"", bytes(calendar.to_ical()))
    return "data:text/calendar;base64," + encode_link(data)
