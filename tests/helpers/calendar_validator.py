"""A validator of calendar data: RFC 5545, 5546, 7986 and 9253, and what Outlook follows.

It shares nothing with the program: it reads bytes, and follows rules with dateutil.
"""

import re
from collections import Counter
from datetime import UTC, date, datetime
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

_ONCE = (
    "UID DTSTAMP DTSTART DTEND DURATION SUMMARY LOCATION DESCRIPTION URL GEO STATUS SEQUENCE "
    "CLASS CREATED LAST-MODIFIED ORGANIZER PRIORITY TRANSP RRULE"
).split()
_LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,[^";:,]*)*)*):(.*)')
_PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:]*)')
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a~]*")
_UTC = re.compile(r"\d{8}T\d{6}Z")
_LOCAL = re.compile(r"\d{8}T\d{6}")
_TEXTS = ("SUMMARY", "LOCATION", "DESCRIPTION", "NAME")
_ESCAPED = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
_OUTLOOK = (
    r"FREQ=DAILY",
    r"FREQ=WEEKLY;BYDAY=(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*",
    r"FREQ=MONTHLY;BYMONTHDAY=(?:-1|\d{1,2})",
    r"FREQ=MONTHLY;BYDAY=(?:-1|[1-4])(?:MO|TU|WE|TH|FR|SA|SU)",
    r"FREQ=MONTHLY;BYDAY=(?:..)(?:,..)*;BYSETPOS=(?:-1|[1-4])",
)
"""The templates of [MS-OXCICAL] 2.1.3.2.2, without INTERVAL, UNTIL, COUNT and WKST."""


class Line(NamedTuple):
    name: str
    parameters: dict[str, str]
    value: str


def find_faults(data: bytes, *, for_outlook: bool = True) -> list[str]:
    """Find what is wrong with calendar data; [] for nothing."""
    faults = list(_check_bytes(data))
    try:
        text = re.sub(rb"\r\n[ \t]", b"", data).decode()
    except UnicodeDecodeError:
        return [*faults, "it is not UTF-8"]
    lines = [_read_line(line) for line in text.split("\r\n") if line]
    if None in lines:
        broken = next(line for line in text.split("\r\n") if line and _read_line(line) is None)
        return [*faults, f"no content line: {broken[:60]}"]
    return [*faults, *_check_calendar(lines, for_outlook)]


def _check_bytes(data):
    if not data.endswith(b"\r\n") or data.count(b"\n") != data.count(b"\r\n"):
        yield "lines do not end in CR LF (§3.1)"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield "a line is longer than 75 octets (§3.1)"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield "a line is folded inside a character"


def _read_line(line):
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    parameters = {name: value.strip('"') for name, value in _PARAMETER.findall(match[2])}
    return Line(match[1], parameters, match[3])


def _split(lines):
    """The properties of the calendar, and each component below it as name and lines."""
    own, components, depth = [], [], 0
    for line in lines[1:-1]:
        if line.name == "BEGIN":
            if depth == 0:
                components.append((line.value, []))
            depth += 1
        if depth:
            components[-1][1].append(line)
        else:
            own.append(line)
        depth -= line.name == "END"
    return own, components


def _check_calendar(lines, for_outlook):
    if (lines[0].name, lines[0].value, lines[-1].value) != ("BEGIN", "VCALENDAR", "VCALENDAR"):
        yield "it is no VCALENDAR (§3.4)"
        return
    own, components = _split(lines)
    names = Counter(line.name for line in own)
    if (names["VERSION"], names["PRODID"]) != (1, 1):
        yield "VERSION and PRODID stand once (§3.6)"
    if not components:
        yield "a calendar has a component (§3.6)"
    zones = {
        line.value
        for name, inner in components
        if name == "VTIMEZONE"
        for line in inner
        if line.name == "TZID"
    }
    events = [inner[1:-1] for name, inner in components if name == "VEVENT"]
    if names["METHOD"] and not all(any(p.name == "ORGANIZER" for p in event) for event in events):
        yield "METHOD asks for an ORGANIZER (RFC 5546 §3.2.1)"
    uids = Counter((_value(event, "UID"), _value(event, "RECURRENCE-ID")) for event in events)
    yield from (f"UID twice: {uid}" for (uid, _), count in uids.items() if count > 1)
    for event in events:
        yield from _check_event(event, zones)
        yield from _check_series(event, for_outlook)
        if for_outlook and "T" in _value(event, "DTSTART") and not _value(event, "DTEND"):
            if _value(event, "TRANSP") != "TRANSPARENT":
                yield "programs guess an end where there is none"


def _value(event, name):
    return next((line.value for line in event if line.name == name), "")


def _check_event(event, zones):
    names = Counter(line.name for line in event)
    yield from (
        f"{name} is missing (§3.6.1)" for name in ("UID", "DTSTAMP", "DTSTART") if not names[name]
    )
    yield from (f"{name} stands twice (§3.6.1)" for name in _ONCE if names[name] > 1)
    if names["DTEND"] and names["DURATION"]:
        yield "DTEND and DURATION exclude each other (§3.6.1)"
    for line in event:
        yield from _check_value(line, zones)
    start, end = _value(event, "DTSTART"), _value(event, "DTEND")
    if end and (len(start) != len(end) or end <= start):
        yield "DTEND is after DTSTART and of its kind (§3.8.2.2)"


def _check_value(line, zones):
    name, parameters, value = line
    if "TZID" in parameters and parameters["TZID"] not in zones:
        yield f"{name} names a zone that is not there (§3.2.19)"
    if name == "DTSTAMP" and not _UTC.fullmatch(value):
        yield "DTSTAMP is in UTC (§3.8.7.2)"
    if name in ("DTSTART", "DTEND", "EXDATE"):
        wanted = re.compile(r"\d{8}") if parameters.get("VALUE") == "DATE" else None
        for moment in value.split(","):
            if wanted and not wanted.fullmatch(moment):
                yield f"{name} is no day (§3.3.4)"
            if not wanted and not (_UTC.fullmatch(moment) or _LOCAL.fullmatch(moment)):
                yield f"{name} is no time (§3.3.5)"
            if moment.endswith("Z") and "TZID" in parameters:
                yield f"{name} is UTC and local (§3.2.19)"
    if name == "URL" and not _URI.fullmatch(value):
        yield f"{name} is no URI (§3.3.13)"
    if name == "LINK" and (parameters.get("VALUE") != "URI" or "LINKREL" not in parameters):
        yield "LINK has VALUE and LINKREL (RFC 9253 §8.2)"
    if name in _TEXTS and not _ESCAPED.fullmatch(value):
        yield f"{name} is not escaped (§3.3.11)"
    if name in _TEXTS and re.search(r"  |^ | $", value):
        yield f"{name} has blanks too many"
    if name == "GEO" and not re.fullmatch(r"-?\d+(\.\d{1,6})?;-?\d+(\.\d{1,6})?", value):
        yield "GEO has six digits (§3.8.1.6)"
    if name == "STATUS" and value not in ("CANCELLED", "CONFIRMED", "TENTATIVE"):
        yield "STATUS is unknown (§3.8.1.11)"


def _check_series(event, for_outlook):
    rule = _value(event, "RRULE")
    if not rule:
        return
    start = next(line for line in event if line.name == "DTSTART")
    until = re.search(r"UNTIL=([^;]*)", rule)
    is_day, has_zone = "T" not in start.value, "TZID" in start.parameters
    is_in_zone = has_zone or start.value.endswith("Z")
    if until and ("T" not in until[1]) != is_day:
        yield "UNTIL is of the kind of DTSTART (§3.3.10)"
    if until and is_in_zone and not until[1].endswith("Z"):
        yield "UNTIL is in UTC (§3.3.10)"
        return
    first = _read_moment(start)
    days = set(islice(_follow(rule, first), 400))
    if first not in days:
        yield "DTSTART is a day of its rule (§3.8.5.3)"
    for line in event:
        if line.name == "EXDATE":
            if line.parameters.get("TZID") != start.parameters.get("TZID"):
                yield "EXDATE is on the clocks of DTSTART"
            left_out = {_read_moment(line._replace(value=each)) for each in line.value.split(",")}
            if not left_out <= days:
                yield "EXDATE is no day of the rule"
            if first in left_out:
                yield "EXDATE takes away DTSTART, which most programs show all the same"
    plain = ";".join(
        part
        for part in rule.split(";")
        if not part.startswith(("INTERVAL=", "UNTIL=", "COUNT=", "WKST="))
    )
    if for_outlook and not any(re.fullmatch(template, plain) for template in _OUTLOOK):
        yield f"Outlook does not follow {rule} ([MS-OXCICAL] 2.1.3.2.2)"


def _read_moment(line) -> datetime:
    value = line.value.rstrip("Z")
    if "T" not in value:
        day = date.fromisoformat(f"{value[:4]}-{value[4:6]}-{value[6:8]}")
        return datetime(day.year, day.month, day.day)
    moment = datetime.strptime(value, "%Y%m%dT%H%M%S")
    if line.value.endswith("Z"):
        return moment.replace(tzinfo=UTC)
    zone = line.parameters.get("TZID")
    return moment.replace(tzinfo=ZoneInfo(zone)) if zone else moment


def _follow(rule, first):
    if first.tzinfo is None:
        rule = re.sub(r"(UNTIL=\d{8}(?:T\d{6})?)Z", r"\1", rule)
    return iter(rrulestr(rule, dtstart=first))
