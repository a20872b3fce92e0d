"""VEVENTs by the icalendar package: read leniently, written to the rules.

Sources: RFC 5545 (iCalendar), RFC 9253 (LINK), RFC 8536 (time zone files).
Law: the same entry gives the same bytes; what is written here passes ``icalendar`` strictly.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from icalendar import Calendar, vDDDTypes, vRecur, vText, vUri
from icalendar.error import BrokenCalendarProperty

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.limits import UNREADABLE, limit_calendar
from editor.core.calendar.other_properties import add_lines, read_beside, read_others
from editor.core.calendar.time_zones import make_time_zone

PRODID = "-//Rundbrief//Rundbrief 1.0//DE"
_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6}Z)")
_LINK_UID = re.compile(r"^LINK;VALUE=UID:(\S+)", re.MULTILINE)
_MAX_LINK, _MAX_LINK_LINES = 64 * 1024, 1000
"""Octets and lines of a calendar link that are read; a real one has two thousand, and thirty."""

# --- reading ------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def parse_calendar(data: bytes) -> icalendar.cal.Component:
    """Parse calendar data with icalendar.

    The result is shared: it is to be looked at, and must not be changed.

    Args:
        data: Calendar data.

    Returns:
        Its first component.

    Raises:
        UNREADABLE: Whatever icalendar raises for broken data.
    """
    if len(data) > _MAX_LINK or data.count(b"\n") > _MAX_LINK_LINES:
        raise ValueError("it is too large")
    return Calendar.from_ical(limit_calendar(data))


def read_entries(data: bytes) -> list[CalendarEntry]:
    """Read the events of calendar data, however far from the standard.

    Args:
        data: Calendar data.

    Returns:
        An entry for each VEVENT that has a start.

    Raises:
        InputRejected: If the data is not a calendar at all.
    """
    try:
        calendar = parse_calendar(data)
    except UNREADABLE as error:
        raise InputRejected(
            translate("core", "The calendar entry cannot be read: {reason}.").fill(
                reason=(str(error) or "?").splitlines()[0][:100]
            )
        ) from None
    fallback = _LINK_UID.search(data.decode("utf-8", "replace").replace("\r\n ", ""))
    entries = []
    for component in calendar.walk("VEVENT"):
        if entry := read_event(component, fallback[1] if fallback else ""):
            entries.append(replace(entry, beside=read_beside(calendar, component)))
    return entries


def read_event(component: icalendar.cal.Component, link: str = "") -> CalendarEntry | None:
    """Read a VEVENT, however far from the standard.

    Args:
        component: The VEVENT.
        link: Its address on the web, if it has no URL.

    Returns:
        The entry; None without a start.
    """
    start, end, stamp = (_moment(component, name) for name in ("DTSTART", "DTEND", "DTSTAMP"))
    if start is None:
        return None
    length = property_attribute(component.get("DURATION"), "dt")
    if end is None and isinstance(length, timedelta):
        end = _plus(start, length)
    rule = component.get("RRULE")
    return CalendarEntry(
        summary=_words(component, "SUMMARY"),
        start=start,
        end=end,
        location=_words(component, "LOCATION"),
        url=_words(component, "URL") or link,
        description=_words(component, "DESCRIPTION"),
        rrule=_text(rule, start) if isinstance(rule, vRecur) else "",
        uid=_words(component, "UID"),
        stamp=stamp if isinstance(stamp, datetime) else None,
        sequence=_number(component.get("SEQUENCE", 0)),
        geo=_coordinates(component.get("GEO")),
        status="CANCELLED" if _words(component, "STATUS").upper() == "CANCELLED" else "",
        others=read_others(component),
    )


def _coordinates(geo: object) -> tuple[float, float] | None:
    if isinstance(geo, icalendar.vGeo):
        return float(geo.latitude), float(geo.longitude)
    return None


def property_attribute(value: object, name: str) -> Any:
    """Read an attribute of a property.

    Args:
        value: A property as icalendar gives it.
        name: The attribute, such as "dt".

    Returns:
        Its value; None where there is none, or the property is broken, which icalendar says only
        when it is asked.
    """
    try:
        return getattr(value, name, None)
    except BrokenCalendarProperty:
        return None


def _words(component: icalendar.cal.Component, name: str) -> str:
    """A property's text; what stands twice, as real entries have it, is joined."""
    value = component.get(name, "")
    if isinstance(value, list):
        return " / ".join(map(str, value))
    return str(value)


def _text(rule: vRecur, start: Moment) -> str:
    written: bytes = rule.to_ical()  # type: ignore[no-untyped-call]
    return _UNTIL.sub(lambda match: f"UNTIL={_last_day(match[1], start)}", written.decode())


def _last_day(until: str, start: Moment) -> str:
    """Return the day of an UNTIL on the clocks of the start."""
    moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    if isinstance(start, datetime) and start.tzinfo:
        moment = moment.astimezone(start.tzinfo)
    return f"{moment:%Y%m%d}"


def _moment(component: icalendar.cal.Component, name: str) -> Moment | None:
    moment = property_attribute(component.get(name), "dt")
    if isinstance(moment, date):
        return moment
    return None


def _plus(start: Moment, length: timedelta) -> Moment | None:
    try:
        return start + length
    except OverflowError:
        return None


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


_WITHOUT_RULES = ("", "UTC")
"""Zones that need no VTIMEZONE."""

# --- writing ------------------------------------------------------------------------------------


def write_entry(entry: CalendarEntry, zone: str) -> bytes:
    """Write a VCALENDAR with one VEVENT: PUBLISH method, CR LF, folded at 75 octets.

    Single timed events go out in UTC. Recurring ones go out in the zone, with a VTIMEZONE of
    RRULEs, since Outlook ignores one of RDATEs. Without a zone times stay as they are.

    Args:
        entry: The entry; it needs ``uid`` and ``stamp``.
        zone: IANA name of the zone; "" for none.

    Returns:
        The calendar data.

    Raises:
        InputRejected: If the zone has no rule that a VTIMEZONE can hold.
    """
    calendar = _calendar([entry], zone)
    add_lines(calendar, entry.beside)
    return bytes(calendar.to_ical())


def write_feed(entries: Sequence[CalendarEntry], zone: str, name: str, language: str) -> bytes:
    """Write a VCALENDAR to subscribe to (RFC 7986 §5.1, §5.7).

    Args:
        entries: The entries; each needs ``uid`` and ``stamp``.
        zone: IANA name of the zone.
        name: What the calendar is called.
        language: ISO 639-1 code of the name's language.

    Returns:
        The calendar data, with how often to look again.

    Raises:
        InputRejected: As ``write_entry``.
    """
    calendar = _calendar(entries, zone)
    calendar.add("NAME", vText(name), parameters={"LANGUAGE": language})
    calendar.add("X-WR-CALNAME", vText(name))
    calendar.add("REFRESH-INTERVAL", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vText("P1D"))
    return bytes(calendar.to_ical())


def _calendar(entries: Sequence[CalendarEntry], zone: str) -> Calendar:
    calendar = Calendar()
    for name, value in (
        ("VERSION", "2.0"),
        ("PRODID", PRODID),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ):
        calendar.add(name, value)
    if zone not in _WITHOUT_RULES and any(entry.rrule and not entry.all_day for entry in entries):
        calendar.add_component(make_time_zone(zone))
    for entry in entries:
        assert entry.uid and entry.stamp
        calendar.add_component(_event(entry, zone))
    return calendar


def _event(entry: CalendarEntry, zone: str) -> icalendar.Event:
    event = icalendar.Event()
    assert entry.stamp
    event.add("UID", entry.uid)
    event.add("DTSTAMP", entry.stamp.astimezone(UTC))
    if entry.sequence:
        event.add("SEQUENCE", entry.sequence)
    for name, moment in (("DTSTART", entry.start), ("DTEND", entry.end)):
        if moment is not None:
            event.add(name, _written(moment, zone, bool(entry.rrule)))
    if entry.rrule:
        event.add("RRULE", _rule(entry, zone))
    if entry.status:
        event.add("STATUS", entry.status)
    event.add("SUMMARY", entry.summary)
    if entry.location:
        event.add("LOCATION", entry.location)
    if entry.geo:
        event.add("GEO", entry.geo)
    if entry.url:
        event.add("URL", vUri(entry.url))
        event.add("LINK", vUri(entry.url), parameters={"LINKREL": "SOURCE", "VALUE": "URI"})
    if entry.description:
        event.add("DESCRIPTION", vText(entry.description))
    add_lines(event, entry.others)
    return event


def _rule(entry: CalendarEntry, zone: str) -> vRecur:
    """Return the rule with UNTIL of the type that RFC 5545 §3.3.10 asks for.

    That is a day for days, and UTC where DTSTART has a time zone.
    """
    rule: vRecur = vRecur.from_ical(entry.rrule)
    until = rule.get("UNTIL")
    if until and not entry.all_day:
        end = datetime.combine(until[0], time(23, 59, 59), ZoneInfo(zone) if zone else None)
        rule["UNTIL"] = [end.astimezone(UTC) if zone else end]
    return rule


def _written(moment: Moment, zone: str, recurring: bool) -> vDDDTypes:
    if isinstance(moment, datetime):
        if not (moment.tzinfo or zone):
            return vDDDTypes(moment)
        local = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
        if recurring and zone not in _WITHOUT_RULES:
            moment = local.astimezone(ZoneInfo(zone))
        else:
            moment = local.astimezone(UTC)
    return vDDDTypes(moment)
