"""VEVENTs by the icalendar package: read leniently, written to the rules.

Sources: RFC 5545 (iCalendar), RFC 9253 (LINK), RFC 8536 (time zone files).
Law: the same entry gives the same bytes; what is written here passes ``icalendar`` strictly.
"""

import importlib.resources
import re
from calendar import monthrange
from collections.abc import Sequence
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

PRODID = "-//Rundbrief//Rundbrief 1.0//DE"
_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6}Z)")
_LINK_UID = re.compile(r"^LINK;VALUE=UID:(\S+)", re.MULTILINE)


# --- reading ------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def parse_calendar(data: bytes) -> icalendar.cal.Component:
    """Calendar data as icalendar reads it; to look at, not to change. Raises whatever icalendar does."""
    return Calendar.from_ical(data)


def read_entries(data: bytes) -> list[CalendarEntry]:
    """The events of calendar data, however far from the standard; [] where there are none.

    Raises InputRejected where the data is no calendar at all.
    """
    try:
        calendar = parse_calendar(data)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise InputRejected(
            translate("core", "The calendar entry cannot be read: {reason}.").fill(
                reason=str(error).splitlines()[0][:100]
            )
        ) from None
    fallback = _LINK_UID.search(data.decode("utf-8", "replace").replace("\r\n ", ""))
    events = (
        read_event(component, fallback[1] if fallback else "")
        for component in calendar.walk("VEVENT")
    )
    return [event for event in events if event]


def read_event(component: icalendar.cal.Component, link: str = "") -> CalendarEntry | None:
    """One VEVENT, however far from the standard; None without a start. ``link`` is its address if it has no URL."""
    start, end, stamp = (_moment(component, name) for name in ("DTSTART", "DTEND", "DTSTAMP"))
    if start is None:
        return None
    length = property_attribute(component.get("DURATION"), "dt")
    if end is None and isinstance(length, timedelta):
        end = _plus(start, length)
    geo, rule = component.get("GEO"), component.get("RRULE")
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
        geo=(float(geo.latitude), float(geo.longitude))
        if isinstance(geo, icalendar.vGeo)
        else None,
        status="CANCELLED" if _words(component, "STATUS").upper() == "CANCELLED" else "",
    )


def property_attribute(value: object, name: str) -> Any:
    """An attribute of a property; None where it has none, or is broken: icalendar says so only when asked."""
    try:
        return getattr(value, name, None)
    except BrokenCalendarProperty:
        return None


def _words(component: icalendar.cal.Component, name: str) -> str:
    """A property's text; what stands twice, as real entries have it, is joined."""
    found = component.get(name, "")
    if isinstance(found, list):
        return " / ".join(map(str, found))
    return str(found)


def _text(rule: vRecur, start: Moment) -> str:
    written: bytes = rule.to_ical()  # type: ignore[no-untyped-call]
    return _UNTIL.sub(lambda match: f"UNTIL={_last_day(match[1], start)}", written.decode())


def _last_day(until: str, start: Moment) -> str:
    """The day of an UNTIL, on the clocks of the start."""
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


# --- writing ------------------------------------------------------------------------------------


def write_entry(entry: CalendarEntry, zone: str) -> bytes:
    """A VCALENDAR with one VEVENT, PUBLISH method, CRLF, folded at 75 octets.

    ``entry`` needs uid and stamp. Single timed events go out in UTC; recurring ones in ``zone`` with an
    RRULE-based VTIMEZONE, since Outlook ignores RDATE-based ones.
    """
    calendar = _calendar([entry], zone)
    return bytes(calendar.to_ical())


def write_feed(entries: Sequence[CalendarEntry], zone: str, name: str, language: str) -> bytes:
    """A VCALENDAR to subscribe to: every entry, a name, and how often to look again (RFC 7986 §5.1, §5.7)."""
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
    if zone != "UTC" and any(entry.rrule and not entry.all_day for entry in entries):
        calendar.add_component(_timezone(zone))
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
    return event


def _rule(entry: CalendarEntry, zone: str) -> vRecur:
    """The rule with UNTIL as RFC 5545 §3.3.10 asks: a day for days, UTC where DTSTART has a time zone."""
    rule: vRecur = vRecur.from_ical(entry.rrule)
    until = rule.get("UNTIL")
    if until and not entry.all_day:
        end = datetime.combine(until[0], time(23, 59, 59), ZoneInfo(zone))
        rule["UNTIL"] = [end.astimezone(UTC)]
    return rule


def _written(moment: Moment, zone: str, recurring: bool) -> vDDDTypes:
    if isinstance(moment, datetime):
        local = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
        if recurring and zone != "UTC":
            moment = local.astimezone(ZoneInfo(zone))
        else:
            moment = local.astimezone(UTC)
    return vDDDTypes(moment)


# --- time zones -----------------------------------------------------------------------------------

_NAME, _OFFSET = r"(?:<([^<>]+)>|([A-Za-z]+))", r"([+-]?\d+(?::\d+){0,2})"
_RULE = r",M(\d+)\.(\d)\.(\d)(?:/(-?\d+)(?::0+)*)?"
_POSIX = re.compile(f"{_NAME}{_OFFSET}(?:{_NAME}{_OFFSET}?{_RULE}{_RULE})?$")
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")


def _offset(text: str) -> timedelta:
    """A POSIX offset, which counts westward: "-5:30" is east of Greenwich."""
    sign = 1 if text.startswith("-") else -1
    hours, minutes, *_ = (*text.lstrip("+-").split(":"), "0")
    return sign * timedelta(hours=int(hours), minutes=int(minutes))


def _timezone(zone: str) -> icalendar.Timezone:
    """A VTIMEZONE from the POSIX rule at the end of the zone's tzdata file (RFC 8536 §3.3).

    Raises InputRejected for the few zones whose clocks change at hours that no single day of a week has.
    """
    data = importlib.resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
    match = _POSIX.match(data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii"))
    hours = [int(hour or 2) for hour in match.group(10, 14)] if match else []
    if not match or not all(0 <= hour < 24 for hour in hours):
        raise InputRejected(
            translate("core", "The time zone {zone} has no rule that calendars understand.").fill(
                zone=zone
            )
        )
    name, standard = match[1] or match[2], _offset(match[3])
    component = icalendar.Timezone()
    component.add("TZID", zone)
    if not (match[4] or match[5]):
        component.add_component(
            _observance(
                icalendar.TimezoneStandard(), name, standard, standard, datetime(1970, 1, 1), ""
            )
        )
        return component
    summer = _offset(match[6]) if match[6] else standard + timedelta(hours=1)
    daylight = (
        icalendar.TimezoneDaylight(),
        match[4] or match[5],
        standard,
        summer,
        match.group(7, 8, 9),
        hours[0],
    )
    back = (icalendar.TimezoneStandard(), name, summer, standard, match.group(11, 12, 13), hours[1])
    for part, called, before, after, (month, week, day), hour in (daylight, back):
        ordinal = -1 if week == "5" else int(week)
        rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{_DAYS[int(day)]}"
        start = _nth_day(1970, int(month), ordinal, int(day), hour)
        component.add_component(_observance(part, called, before, after, start, rule))
    return component


def _nth_day(year: int, month: int, ordinal: int, posix_day: int, hour: int) -> datetime:
    weekday = (posix_day - 1) % 7
    first, length = monthrange(year, month)
    days = list(range(1 + (weekday - first) % 7, length + 1, 7))
    return datetime(year, month, days[ordinal if ordinal < 0 else ordinal - 1], hour)


def _observance(
    part: icalendar.cal.Component,
    name: str,
    before: timedelta,
    after: timedelta,
    start: datetime,
    rule: str,
) -> icalendar.cal.Component:
    part.add("TZNAME", name)
    part.add("TZOFFSETFROM", before)
    part.add("TZOFFSETTO", after)
    part.add("DTSTART", start)
    if rule:
        part.add("RRULE", vRecur.from_ical(rule))
    return part
