"""VEVENTs read by the icalendar package, however far they are from the standard (RFC 5545)."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

import icalendar
from icalendar import Calendar, vRecur
from icalendar.error import BrokenCalendarProperty
from msgspec.structs import replace

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.calendar.entry import CalendarEntry, Moment
from editor.core.calendar.limits import UNREADABLE, limit_calendar
from editor.core.calendar.other_properties import read_beside, read_others

_UNTIL = re.compile(r"UNTIL=(\d{8}T\d{6}Z)")
_LINK_UID = re.compile(r"^LINK;VALUE=UID:(\S+)", re.MULTILINE)
_MAX_LINK, _MAX_LINK_LINES = 64 * 1024, 1000
"""Octets and lines of a calendar link that are read; a real one has two thousand, and thirty."""


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
    link = fallback[1] if fallback else ""
    components = calendar.walk("VEVENT")
    entries: list[CalendarEntry] = []
    for component in components:
        entry = read_event(component, link)
        if entry is None:
            continue
        others = [] if entries else _find_further(components, component)
        further = [part for other in others if (part := read_event(other, link))]
        beside = read_beside(calendar, [component, *others])
        entries.append(replace(entry, beside=beside, further=tuple(further)))
    return entries


def read_feed(data: bytes) -> list[CalendarEntry]:
    """Read the events of a calendar of many, such as the one that has been published.

    Args:
        data: Calendar data.

    Returns:
        An entry for each VEVENT that has a start; none where the data is no calendar.
    """
    try:
        calendar = Calendar.from_ical(limit_calendar(data))
        found = [read_event(component) for component in calendar.walk("VEVENT")]
    except UNREADABLE:
        return []
    return [entry for entry in found if entry and entry.uid and entry.stamp]


def _find_further(
    components: Sequence[icalendar.cal.Component], first: icalendar.cal.Component
) -> list[icalendar.cal.Component]:
    """The further series of a meeting that takes more than one: of the same summary."""
    if "RRULE" not in first:
        return []
    return [
        component
        for component in components
        if component is not first
        and "RECURRENCE-ID" not in component
        and _words(component, "SUMMARY") == _words(first, "SUMMARY")
        and _words(component, "UID") != _words(first, "UID")
    ]


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
    without = _read_days_left_out(component, start) if rule else None
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
        is_free=_is_free(component),
        others=read_others(component, _known(component, without)),
        without=without or (),
    )


def _is_free(component: icalendar.cal.Component) -> bool:
    return _words(component, "TRANSP").upper() == "TRANSPARENT"


def _known(component: icalendar.cal.Component, without: tuple[date, ...] | None) -> Iterator[str]:
    """The properties that an attribute says whole, which they do not always."""
    if without is not None:
        yield "EXDATE"
    if _is_free(component):
        yield "TRANSP"


def _read_days_left_out(
    component: icalendar.cal.Component, start: Moment
) -> tuple[date, ...] | None:
    """The days of EXDATE; None where they say more than days, such as another hour."""
    written = component.get("EXDATE")
    days = set()
    for part in written if isinstance(written, list) else (written,):
        for value in property_attribute(part, "dts") or ():
            moment = property_attribute(value, "dt")
            day = _day_left_out(moment, start)
            if day is None:
                return None
            days.add(day)
    return tuple(sorted(days))


def _day_left_out(moment: object, start: Moment) -> date | None:
    if not isinstance(start, datetime):
        if isinstance(moment, date) and not isinstance(moment, datetime):
            return moment
        return None
    if not isinstance(moment, datetime) or (moment.tzinfo is None) != (start.tzinfo is None):
        return None
    if start.tzinfo:
        moment = moment.astimezone(start.tzinfo)
    return moment.date() if moment.time() == start.time() else None


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
