"""VEVENTs written by the icalendar package, to the rules of the standards.

There is no METHOD: with one an ORGANIZER is needed (RFC 5546 §3.2.1). Sources: RFC 5545
(iCalendar), RFC 9253 (LINK), RFC 8536 (time zone files).
Law: the same entry gives the same bytes; what is written here passes ``icalendar`` strictly.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
from icalendar import Calendar, vDDDTypes, vRecur, vText, vUri

from editor.core.calendar.entry import PRODID, CalendarEntry, Moment, round_geo
from editor.core.calendar.other_properties import add_lines
from editor.core.calendar.time_zones import make_time_zone

_WITHOUT_RULES = ("", "UTC")
"""Zones that need no VTIMEZONE."""


def write_entry(entry: CalendarEntry, zone: str, *, with_link: bool = False) -> bytes:
    """Write a VCALENDAR with a VEVENT for each series of an entry: CR LF, folded at 75 octets.

    Single timed events go out in UTC. Recurring ones go out in the zone, with a VTIMEZONE of
    RRULEs, since Outlook ignores one of RDATEs. Without a zone times stay as they are.

    Args:
        entry: The entry; it needs ``uid`` and ``stamp``.
        zone: IANA name of the zone; "" for none.
        with_link: Whether its page is a LINK, too (RFC 9253), which libical drops with an error.

    Returns:
        The calendar data.

    Raises:
        InputRejected: If the zone has no rule that a VTIMEZONE can hold.
    """
    calendar = _calendar([entry], zone, with_link=with_link)
    add_lines(calendar, entry.beside)
    return bytes(calendar.to_ical())


def write_feed(
    entries: Sequence[CalendarEntry],
    zone: str,
    name: str,
    language: str,
    *,
    with_link: bool = False,
) -> bytes:
    """Write a VCALENDAR to subscribe to (RFC 7986 §5.1, §5.7).

    Args:
        entries: The entries; each needs ``uid`` and ``stamp``.
        zone: IANA name of the zone.
        name: What the calendar is called.
        language: ISO 639-1 code of the name's language.
        with_link: As for ``write_entry``.

    Returns:
        The calendar data, with how often to look again.

    Raises:
        InputRejected: As ``write_entry``.
    """
    calendar = _calendar(entries, zone, with_link=with_link)
    calendar.add("NAME", vText(name), parameters={"LANGUAGE": language})
    calendar.add("X-WR-CALNAME", vText(name))
    calendar.add("REFRESH-INTERVAL", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vText("P1D"))
    return bytes(calendar.to_ical())


def _calendar(entries: Sequence[CalendarEntry], zone: str, *, with_link: bool) -> Calendar:
    calendar = Calendar()
    for name, value in (("VERSION", "2.0"), ("PRODID", PRODID), ("CALSCALE", "GREGORIAN")):
        calendar.add(name, value)
    if zone not in _WITHOUT_RULES and any(entry.rrule and not entry.all_day for entry in entries):
        calendar.add_component(make_time_zone(zone))
    for entry in entries:
        for part in entry.series:
            assert part.uid and part.stamp
            event = _event(part, zone)
            if with_link and part.url:
                parameters = {"LINKREL": "SOURCE", "VALUE": "URI"}
                event.add("LINK", vUri(part.url), parameters=parameters)
            add_lines(event, part.others)
            calendar.add_component(event)
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
        _add_days_left_out(event, entry, zone)
    if entry.status:
        event.add("STATUS", entry.status)
    event.add("SUMMARY", entry.summary)
    if entry.location:
        event.add("LOCATION", entry.location)
    if entry.geo:
        event.add("GEO", round_geo(entry.geo))
    if entry.url:
        event.add("URL", vUri(entry.url))
    if entry.description:
        event.add("DESCRIPTION", vText(entry.description))
    if entry.is_free:
        event.add("TRANSP", "TRANSPARENT")
    return event


def _add_days_left_out(event: icalendar.Event, entry: CalendarEntry, zone: str) -> None:
    """Add EXDATE, of the type and at the hour of DTSTART (RFC 5545 §3.8.5.1)."""
    if not entry.without:
        return
    start = _written(entry.start, zone, True).dt
    if isinstance(start, datetime):
        event.add("EXDATE", [datetime.combine(day, start.timetz()) for day in entry.without])
    else:
        event.add("EXDATE", list(entry.without), parameters={"VALUE": "DATE"})


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
