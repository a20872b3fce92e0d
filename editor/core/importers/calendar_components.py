"""The events of calendar data, whoever has written it: what is broken costs its own event only.

Producers write several calendars into a file, in other encodings, fold lines inside characters,
and break single properties. RFC 5545 is what is hoped for.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from icalendar import Calendar
from icalendar.cal import Component
from msgspec import Struct, field

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar.calendar_reading import property_attribute
from editor.core.calendar.entry import Moment
from editor.core.calendar.limits import UNREADABLE, limit_calendar

MOST_EVENTS = 5000
_FOLD = re.compile(rb"\r?\n[ \t]")
_CALENDAR = re.compile(rb"BEGIN:VCALENDAR.*?(?:END:VCALENDAR|\Z)", re.DOTALL | re.IGNORECASE)
_EVENT = re.compile(rb"^BEGIN:VEVENT\b.*?^END:VEVENT[^\n]*\n?", re.DOTALL | re.I | re.M)


class CalendarEvents(Struct):
    """The events of calendar data."""

    events: list["ForeignEvent"] = field(default_factory=list)
    unreadable: int = 0
    problems: list[Message] = field(default_factory=list)


class ForeignEvent(Struct, frozen=True):
    """A VEVENT, and what its calendar says of it."""

    component: Component
    zone: str = ""
    """IANA name of the zone of its floating times (X-WR-TIMEZONE); "" for none."""
    is_cancelled: bool = False
    """Whether its calendar cancels all that is in it (RFC 5546 §3.2.5)."""
    changes_later_days: bool = False
    """Whether it stands for all later days of its series, too (RFC 5545 §3.2.13)."""

    series_uid: str = ""
    """The UID of the series it was a part of; "" for its own."""

    @property
    def uid(self) -> str:
        """Its UID; "" for none."""
        return str(self.component.get("UID", ""))

    @property
    def identity(self) -> tuple[str, str]:
        """Its UID, and which day of its series it is about."""
        name = "RECURRENCE-ID"
        return self.uid, _write(self.component.get(name))

    @property
    def changed_moment(self) -> Moment | None:
        """The moment of its series that it is about; None where it is about all of them."""
        moment = property_attribute(self.component.get("RECURRENCE-ID"), "dt")
        return moment if isinstance(moment, date) else None

    @property
    def version(self) -> tuple[int, str]:
        """What grows when it is changed: SEQUENCE, then the time of its last change."""
        sequence = str(self.component.get("SEQUENCE", "0"))
        changed = self.component.get("LAST-MODIFIED") or self.component.get("DTSTAMP")
        return int(sequence) if sequence.isdecimal() else 0, _write(changed)


def _write(value: object) -> str:
    moment = property_attribute(value, "dt")
    return moment.isoformat() if moment else ""


def read_components(data: bytes) -> CalendarEvents:
    """Read the events of calendar data.

    Args:
        data: One calendar or several.

    Returns:
        The newest version of each event, in the order of the data.

    Raises:
        InputRejected: If the data is no calendar, or is too large.
    """
    if data.upper().count(b"BEGIN:VEVENT") > MOST_EVENTS:
        message = translate(
            "core", "The calendar holds more than {most} events; export a part of it."
        )
        raise InputRejected(message.fill(most=MOST_EVENTS))
    found = CalendarEvents()
    whole = _decode(data, found)
    calendars = _CALENDAR.findall(whole) or [whole]
    for content in calendars:
        _read_one(content, found)
    found.events = list(_newest(found.events))
    return found


def _decode(data: bytes, found: CalendarEvents) -> bytes:
    """The data unfolded and in UTF-8; lines may be folded inside a character (RFC 5545 §3.1)."""
    data = _FOLD.sub(b"", data.removeprefix(b"\xef\xbb\xbf"))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").encode()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        message = translate(
            "core", "The calendar is not written in UTF-8; it was read as Windows-1252."
        )
        found.problems.append(message)
        return data.decode("cp1252", "replace").encode()
    return data


def _read_one(content: bytes, found: CalendarEvents) -> None:
    """Read one calendar; where it is broken, each of its events for itself."""
    try:
        calendar = Calendar.from_ical(limit_calendar(content))
    except UNREADABLE as error:
        parts = _EVENT.findall(content)
        if len(parts) < 1:
            raise _reject(error) from None
        head = content[: content.upper().index(b"BEGIN:VEVENT")]
        for part in parts:
            try:
                calendar = Calendar.from_ical(limit_calendar(head + part + b"END:VCALENDAR\r\n"))
                found.events += _events_of(calendar)
            except UNREADABLE:
                found.unreadable += 1
        return
    found.events += _events_of(calendar)


def _reject(error: BaseException) -> InputRejected:
    reason = (str(error) or "?").splitlines()[0][:100]
    message = translate("core", "The calendar cannot be read: {reason}.")
    return InputRejected(message.fill(reason=reason))


def _events_of(calendar: Component) -> Iterator[ForeignEvent]:
    is_cancelled = str(calendar.get("METHOD", "")).upper() == "CANCEL"
    zone = str(calendar.get("X-WR-TIMEZONE", ""))
    for component in calendar.walk("VEVENT"):
        yield ForeignEvent(component, zone, is_cancelled)


def _newest(events: list[ForeignEvent]) -> Iterator[ForeignEvent]:
    """Of several versions of one event the newest, where the first of them stands."""
    newest: dict[tuple[str, str], ForeignEvent] = {}
    for event in events:
        known = newest.get(event.identity)
        if known is None or event.version > known.version:
            newest[event.identity] = event
    yielded: set[tuple[str, str]] = set()
    for event in events:
        uid, _ = event.identity
        if not uid:
            yield event
        elif event.identity not in yielded:
            yielded.add(event.identity)
            yield newest[event.identity]


def is_all_day(component: Component) -> bool:
    """Tell whether an event takes whole days though its times are midnights.

    Args:
        component: The VEVENT.

    Returns:
        Whether it says VALUE=DATE, as some do beside a TZID, or Outlook's mark of all-day events.
    """
    start = component.get("DTSTART")
    parameters = property_attribute(start, "params") or {}
    if str(parameters.get("VALUE", "")).upper() == "DATE":
        return True
    moment = property_attribute(start, "dt")
    is_midnight = isinstance(moment, datetime) and moment.time() == time()
    mark = str(component.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper()
    return is_midnight and mark == "TRUE"


def find_unknown_zone(component: Component) -> str:
    """Find the time zone of an event that nobody knows, and its calendar does not describe.

    Args:
        component: The VEVENT.

    Returns:
        Its TZID; "" where it has none, or a known one.
    """
    start = component.get("DTSTART")
    moment = property_attribute(start, "dt")
    if not isinstance(moment, datetime) or moment.tzinfo:
        return ""
    return str((property_attribute(start, "params") or {}).get("TZID", ""))


_CALLS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")


def find_call(component: Component) -> str | None:
    """Find the address of the video call of an event.

    Args:
        component: The VEVENT, with CONFERENCE (RFC 7986 §5.11) or what others write.

    Returns:
        The address, "" for one that is no web address; None where there is no call.
    """
    for name in _CALLS:
        value = component.get(name)
        if value:
            address = str(value[0] if isinstance(value, list) else value)
            return address if address.startswith(("http://", "https://")) else ""
    return None
