"""Breaches of the standards in calendar data (RFC 5545, RFC 5546, and RFC 9253 for LINK).

A breach is a MUST that is not kept; readers forgive many of them, but not all the same ones.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from icalendar import Component, vRecur

from editor.core.base.messages import Message, translate
from editor.core.calendar.calendar_reading import parse_calendar, property_attribute
from editor.core.calendar.limits import UNREADABLE, find_zone_names

_ONCE = (
    *("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "DESCRIPTION"),
    *("URL", "GEO", "STATUS", "SEQUENCE", "CLASS", "CREATED", "LAST-MODIFIED", "ORGANIZER"),
    *("PRIORITY", "RECURRENCE-ID", "TRANSP"),
)
"""Properties that a VEVENT has once at most (§3.6.1)."""
_LONGEST = 75


@lru_cache(maxsize=2000)
def find_breaches(data: bytes) -> tuple[Message, ...]:
    """Find every breach in calendar data.

    Args:
        data: Calendar data.

    Returns:
        A message for each; () where it keeps the rules.
    """
    return tuple(_breaches(data))


def _breaches(data: bytes) -> list[Message]:
    breaches = list(_form(data))
    try:
        calendar = parse_calendar(data)
    except UNREADABLE:
        return [*breaches, translate("core", "It is no calendar that can be read (RFC 5545 §3.4).")]
    breaches += _calendar(calendar)
    zones = find_zone_names(data)
    for event in calendar.walk("VEVENT"):
        breaches += _event(event, zones)
    return breaches


def _form(data: bytes) -> Iterator[Message]:
    """Lines and their ends (§3.1)."""
    if data.count(b"\n") != data.count(b"\r\n") or not data.endswith(b"\n"):
        yield translate("core", "Lines do not all end in CR LF (RFC 5545 §3.1).")
    longest = max(map(len, data.replace(b"\r\n", b"\n").split(b"\n")))
    if longest > _LONGEST:
        yield translate("core", "A line is longer than 75 octets: {length} (RFC 5545 §3.1).").fill(
            length=longest
        )


def _calendar(calendar: Component) -> Iterator[Message]:
    """The VCALENDAR and its two properties (§3.6)."""
    if calendar.name != "VCALENDAR":
        yield translate("core", "It is no calendar that can be read (RFC 5545 §3.4).")
    for name in ("VERSION", "PRODID"):
        if not calendar.get(name) or isinstance(calendar.get(name), list):
            yield translate("core", "{name} is missing or stands twice (RFC 5545 §3.6).").fill(
                name=name
            )
    events = calendar.walk("VEVENT")
    if calendar.get("METHOD") and not all(event.get("ORGANIZER") for event in events):
        yield translate("core", "There is a METHOD, but no ORGANIZER (RFC 5546 §3.2.1).")


def _event(event: Component, zones: set[str]) -> Iterator[Message]:
    """A VEVENT and its properties (§3.6.1)."""
    for name in ("UID", "DTSTAMP", "DTSTART"):
        if not event.get(name):
            yield translate("core", "{name} is missing (RFC 5545 §3.6.1).").fill(name=name)
    for name in _ONCE:
        if isinstance(event.get(name), list):
            yield translate("core", "{name} stands twice (RFC 5545 §3.6.1).").fill(name=name)
    for error, _ in getattr(event, "errors", ()):
        yield translate("core", "{name} cannot be read (RFC 5545 §3.8).").fill(name=error)
    yield from _times(event, zones)
    for link in _listed(event.get("LINK")):
        parameters = property_attribute(link, "params") or {}
        if not {"VALUE", "LINKREL"} <= set(parameters):
            yield translate("core", "LINK lacks VALUE or LINKREL (RFC 9253 §8.2).")
        elif parameters["VALUE"] == "UID" and "://" in str(link):
            yield translate("core", "LINK calls an address a UID (RFC 9253 §8.2).")


def _times(event: Component, zones: set[str]) -> Iterator[Message]:
    """DTSTART and what goes with it (§3.8.2, §3.3.10)."""
    start, end, stamp = (
        property_attribute(event.get(name), "dt") for name in ("DTSTART", "DTEND", "DTSTAMP")
    )
    if isinstance(stamp, datetime) and (stamp.tzinfo is None or stamp.utcoffset()):
        yield translate("core", "DTSTAMP is not in UTC (RFC 5545 §3.8.7.2).")
    if event.get("DTEND") and event.get("DURATION"):
        yield translate("core", "DTEND and DURATION stand together (RFC 5545 §3.6.1).")
    if isinstance(start, date) and isinstance(end, date):
        if _kind(start) != _kind(end):
            yield translate("core", "DTSTART and DTEND are of different kinds (RFC 5545 §3.8.2.2).")
        elif end <= start:
            yield translate("core", "DTEND is not after DTSTART (RFC 5545 §3.8.2.2).")
    yield from _zones(event, zones)
    for rule in _listed(event.get("RRULE")):
        until = rule.get("UNTIL") if isinstance(rule, vRecur) else None
        if until and isinstance(until[0], datetime) != isinstance(start, datetime):
            yield translate("core", "UNTIL is not of the kind DTSTART is (RFC 5545 §3.3.10).")


def _zones(event: Component, zones: set[str]) -> Iterator[Message]:
    """The time zones that are named (§3.2.19)."""
    for name in ("DTSTART", "DTEND"):
        zone = (property_attribute(event.get(name), "params") or {}).get("TZID")
        zone = ", ".join(map(str, _listed(zone)))  # one with a comma is read as a list
        if zone and zone not in zones:
            yield translate(
                "core",
                "{name} names the time zone {zone}, which is not in the calendar "
                "(RFC 5545 §3.2.19).",
            ).fill(name=name, zone=zone)


def _kind(moment: date) -> tuple[bool, bool]:
    """Whether it is a time, and whether that has a zone."""
    if isinstance(moment, datetime):
        return True, moment.tzinfo is not None
    return False, False


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    if value:
        return [value]
    return []
