"""Calendars (RFC 5545) read into candidates: single events, series, all-day ones, any time zone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from icalendar import Calendar
from icalendar.cal import Component

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar import recurrence
from editor.core.calendar.codec import read_event
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import CalendarEntry, Moment, encode_link
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    first_address,
    is_over,
    plain_words,
    time_span_of,
    with_location,
)

_NEXT = 6
"""How many dates are proposed of a series that no phrase says."""
_MOST_EVENTS = 5000


def read_calendar(data: bytes, context: ImportContext) -> ImportResult:
    """The events of a calendar that are not over at publication. Raises InputRejected for what is no calendar."""
    if data.count(b"BEGIN:VEVENT") > _MOST_EVENTS:
        raise InputRejected(
            translate(
                "core", "The calendar holds more than {most} events; export a part of it."
            ).fill(most=_MOST_EVENTS)
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputRejected(
            translate("core", "The calendar is not written in UTF-8; nothing was read from it.")
        ) from None
    calendar = _parsed(data)
    moved = _moved(calendar)
    found, past, strange = list[Candidate](), 0, 0
    for component in calendar.walk("VEVENT"):
        try:
            entry = read_event(component)
            if entry:
                made = list(
                    _candidates(
                        entry, component, context, moved.get(str(component.get("UID")), set())
                    )
                )
            else:
                made = []
        except (ValueError, TypeError, OverflowError, AttributeError, KeyError, InputRejected):
            strange += 1
            continue
        strange += entry is None
        past += bool(entry and entry.rrule and not made)
        past += sum(
            is_over(one.values.when, context.day)
            for one in made
            if one.values.kind == EntryKind.EVENT
        )
        found += [
            one
            for one in made
            if one.values.kind != EntryKind.EVENT or not is_over(one.values.when, context.day)
        ]
    problems = []
    if past:
        problems.append(
            translate("core", "{count} events are over at publication and were left out.").fill(
                count=past
            )
        )
    if strange:
        problems.append(
            translate("core", "{count} events of the calendar cannot be read.").fill(count=strange)
        )
    if not found and not problems:
        raise InputRejected(translate("core", "The calendar holds no events."))
    return ImportResult(tuple(found), tuple(problems))


def _parsed(data: bytes) -> Component:
    try:
        parsed = Calendar.from_ical(data)
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        reason = str(error).splitlines()[0][:100] if str(error) else "?"
        raise InputRejected(
            translate("core", "The calendar cannot be read: {reason}.").fill(reason=reason)
        ) from None
    assert isinstance(parsed, Component)
    return parsed


def _moved(calendar: Component) -> dict[str, set[date]]:
    """The days of series that take place otherwise, or not at all, by UID."""
    found: dict[str, set[date]] = {}
    for event in calendar.walk("VEVENT"):
        days = found.setdefault(str(event.get("UID")), set())
        listed = event.get("EXDATE", [])
        moments = [
            getattr(value, "dt", None)
            for one in (listed if isinstance(listed, list) else [listed])
            for value in getattr(one, "dts", ())
        ]
        moments.append(getattr(event.get("RECURRENCE-ID"), "dt", None))
        days |= {
            moment.date() if isinstance(moment, datetime) else moment
            for moment in moments
            if isinstance(moment, date)
        }
    return found


def _candidates(
    entry: CalendarEntry, component: Component, context: ImportContext, moved: set[date]
) -> Iterator[Candidate]:
    """One, or for a series that no phrase says its next dates."""
    profile = context.profile
    if entry.url.startswith(("http://", "https://")):
        url = entry.url
    else:
        url = first_address(entry.description)
    when = time_span_of(entry.start, entry.end, profile.timezone)
    values = with_location(
        EventData(plain_words(entry.summary) or "?", when, url=url, cancelled=bool(entry.status)),
        entry.location,
    )
    if not entry.rrule:
        own = not component.get("RECURRENCE-ID")  # one day of a series has the UID of all
        href = "data:text/calendar;base64," + encode_link(_alone(component)) if own else ""
        yield Candidate(values, entry.uid if own else "", href)
        return
    rule = _usual(entry.rrule, entry.start)
    pattern = recurrence.read_rrule(rule)
    if pattern and not component.get("RDATE") and when.start.weekday() == entry.start.weekday():
        if pattern.until and context.day and pattern.until < context.day:
            return
        hours = replace(when, start=date.min, end=None) if when.start_time else None
        if moved:
            doubts: tuple[Message, ...] = (
                translate(
                    "core", "The series leaves out or moves single dates; a line cannot say that."
                ),
            )
        else:
            doubts = ()
        href = "data:text/calendar;base64," + encode_link(_alone(component))
        yield Candidate(
            replace(
                values,
                when=hours,
                rule=recurrence.write_phrase(pattern, profile.language),
                kind=EntryKind.MEETING,
            ),
            entry.uid,
            href,
            doubts,
        )
        return
    doubt = translate("core", "The rule “{rule}” is no phrase; these are its next dates.").fill(
        rule=entry.rrule[:80]
    )
    first = entry.start.date() if isinstance(entry.start, datetime) else entry.start
    coming = recurrence.next_days(rule, max(context.day or first, first), _NEXT + len(moved), first)
    for day in [day for day in coming if day not in moved][:_NEXT]:
        yield Candidate(replace(values, when=_on(entry, day, profile.timezone)), doubts=(doubt,))


def _on(entry: CalendarEntry, day: date, zone: str) -> TimeSpan:
    """When an occurrence of a series is, on the clocks of a zone."""
    if not isinstance(entry.start, datetime):
        if entry.end and not isinstance(entry.end, datetime):
            length = entry.end - entry.start
        else:
            length = None
        return time_span_of(day, day + length if length else None, zone)
    start = datetime.combine(day, entry.start.timetz())
    length = entry.end - entry.start if isinstance(entry.end, datetime) else None
    return time_span_of(start, start + length if length else None, zone)


def _usual(rule: str, start: Moment) -> str:
    """A rule as ours are written: what Exchange says with BYSETPOS, and weeks that leave out the day."""
    code = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[start.weekday()]
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    position, days = parts.get("BYSETPOS", ""), parts.get("BYDAY", "")
    if (
        position in ("1", "2", "3", "4", "-1")
        and re.fullmatch(r"[A-Z]{2}", days)
        and parts.get("FREQ") == "MONTHLY"
    ):
        parts["BYDAY"] = position + days
        del parts["BYSETPOS"]
    if parts.get("FREQ") == "WEEKLY" and not days:
        parts["BYDAY"] = code
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _alone(component: Component) -> bytes:
    """The event in a calendar of its own, without what only its own calendar understands."""
    calendar = Calendar()
    calendar.add_component(component)
    return re.sub(
        rb"(?m)^(?:BEGIN:VALARM[\s\S]*?END:VALARM\r?\n|ATTACH[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)",
        b"",
        bytes(calendar.to_ical()),
    )
