"""Calendars (RFC 5545) read into candidates: single events, series, all-day ones, any time zone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from icalendar import Calendar
from icalendar.cal import Component

from editor.core import ics, recurrence, vevent
from editor.core.callink import Values
from editor.core.dates import When
from editor.core.intake.candidate import Candidate, Frame, Read, address_of, over, placed, span_of, words
from editor.core.text import Refused, translate

_NEXT = 6
"""How many dates are proposed of a series that no phrase says."""
_MOST_EVENTS = 5000


def read(data: bytes, frame: Frame) -> Read:
    """The events of a calendar that are not over at publication. Raises Refused for what is no calendar."""
    if data.count(b"BEGIN:VEVENT") > _MOST_EVENTS:
        raise Refused(translate("core", "The calendar holds more than {most} events; export a part of it.").fill(most=_MOST_EVENTS))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(translate("core", "The calendar is not written in UTF-8; nothing was read from it.")) from None
    calendar = _parsed(data)
    changed = {str(event.get("UID")) for event in calendar.walk("VEVENT") if event.get("RECURRENCE-ID")}
    found, past, strange = list[Candidate](), 0, 0
    for component in calendar.walk("VEVENT"):
        try:
            entry = vevent.entry_of(component)
            made = list(_candidates(entry, component, frame, str(component.get("UID")) in changed)) if entry else []
        except (ValueError, TypeError, OverflowError, AttributeError, KeyError, Refused):
            strange += 1
            continue
        strange += entry is None
        past += sum(over(one.values.when, frame.day) for one in made if one.values.kind == "event")
        found += [one for one in made if one.values.kind != "event" or not over(one.values.when, frame.day)]
    problems = []
    if past:
        problems.append(translate("core", "{count} events are over at publication and were left out.").fill(count=past))
    if strange:
        problems.append(translate("core", "{count} events of the calendar cannot be read.").fill(count=strange))
    if not found and not problems:
        raise Refused(translate("core", "The calendar holds no events."))
    return Read(tuple(found), tuple(problems))


def _parsed(data: bytes) -> Component:
    try:
        parsed = Calendar.from_ical(data)
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        reason = str(error).splitlines()[0][:100] if str(error) else "?"
        raise Refused(translate("core", "The calendar cannot be read: {reason}.").fill(reason=reason)) from None
    assert isinstance(parsed, Component)
    return parsed


def _candidates(entry: ics.Entry, component: Component, frame: Frame, changed: bool) -> Iterator[Candidate]:
    """One, or for a series that no phrase says its next dates."""
    profile = frame.profile
    url = entry.url if entry.url.startswith(("http://", "https://")) else address_of(entry.description)
    when = span_of(entry.start, entry.end, profile.timezone)
    title = words(entry.summary) or "?"
    values = placed(Values(title, when, url=url, cancelled=bool(entry.status)), entry.location)
    href = "data:text/calendar;base64," + ics.encode_link(_alone(component))
    if not entry.rrule:
        yield Candidate(values, entry.uid, href)
        return
    pattern = recurrence.pattern(entry.rrule)
    doubts = (
        (translate("core", "The series leaves out or moves single dates; a line cannot say that."),) if changed or component.get("EXDATE") else ()
    )
    if pattern and not component.get("RDATE"):
        if pattern.until and frame.day and pattern.until < frame.day:
            return
        hours = replace(when, start=date.min, end=None) if when.from_ else None
        yield Candidate(replace(values, when=hours, rule=recurrence.phrase(pattern, profile.language), kind="meeting"), entry.uid, href, doubts)
        return
    doubts = (*doubts, translate("core", "The rule “{rule}” is no phrase; these are its next dates.").fill(rule=entry.rrule[:80]))
    for day in recurrence.days(entry.rrule, frame.day or when.start, _NEXT, when.start):
        moved = When(day, when.from_, day + (when.end - when.start) if when.end else None, when.till)
        yield Candidate(replace(values, when=moved), "", "", doubts)


def _alone(component: Component) -> bytes:
    """The event in a calendar of its own, without what only its own calendar understands."""
    calendar = Calendar()
    calendar.add_component(component)
    return re.sub(rb"(?m)^(?:BEGIN:VALARM[\s\S]*?END:VALARM\r?\n|ATTACH[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)", b"", bytes(calendar.to_ical()))
