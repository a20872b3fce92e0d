"""Calendar data within limits: what is made to hurt costs icalendar minutes, or never ends.

A time zone that zoneinfo knows by its name is taken from there, so its VTIMEZONE is not read: one
that changes every second, or thirty thousand times, would be followed change by change. Of the
others only those are read whose clocks change once or twice a year.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from zoneinfo import available_timezones

from icalendar.parser import Contentline, Contentlines

_MAX_LINES = 80_000
_MAX_LINE = 64 * 1024
"""Characters of a content line, unfolded; a longer one is left out."""
_MAX_DEPTH = 6
"""How deeply components stand in each other: VALARM in VEVENT in VCALENDAR is 3."""
_MAX_ZONE = 8 * 1024
"""Characters of a VTIMEZONE that is read."""
_MAX_ZONE_NAME = 200
_MAX_CHANGES = 20
"""Observances of a VTIMEZONE that is read."""
_YEARLY = {
    "FREQ": re.compile(r"YEARLY"),
    "INTERVAL": re.compile(r"1"),
    "BYMONTH": re.compile(r"0?[1-9]|1[0-2]"),
    "BYDAY": re.compile(r"[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)"),
    "BYMONTHDAY": re.compile(r"(?:[1-9]|1\d|2[0-8])(?:,(?:[1-9]|1\d|2[0-8])){0,6}"),
    "BYHOUR": re.compile(r"\d\d?"),
    "BYMINUTE": re.compile(r"\d\d?"),
    "BYSECOND": re.compile(r"\d\d?"),
    "UNTIL": re.compile(r"\d{8}(?:T\d{6}Z?)?"),
    "WKST": re.compile(r"[A-Z]{2}"),
}
"""What the rule of a zone's clocks may say: a day of each year, which is found at once."""

_ZONE_NAME = re.compile(r';TZID=("[^"]*"|[^":;]*)(?=[;:])', re.IGNORECASE)

UNREADABLE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    OSError,  # zoneinfo opens a file with the name of the zone, however long
)
"""What icalendar raises for data that is broken, or made to hurt."""


def limit_calendar(data: bytes) -> bytes:
    """Leave out of calendar data what would take too long to read.

    Args:
        data: Calendar data.

    Returns:
        The data, unfolded, without such time zones and lines.

    Raises:
        ValueError: If it is nested too deeply, has too many lines, or is no text.
    """
    kept: list[str] = []
    zone: list[Contentline] = []
    open_components: list[str] = []
    for line in _content_lines(data):
        if len(line) > _MAX_LINE:
            continue
        mark, name = _read_mark(line)
        if mark == "BEGIN":
            open_components.append(name)
            if len(open_components) > _MAX_DEPTH:
                raise ValueError("components are nested too deeply")
        if "VTIMEZONE" in open_components:
            zone.append(line)
        else:
            kept.append(_ZONE_NAME.sub(_drop_no_zone, line, count=1))
        if mark == "END" and open_components:
            begun = open_components.pop()
            if "VTIMEZONE" in (begun, name) and begun != name:
                raise ValueError("a time zone begins or ends within another component")
            if zone and "VTIMEZONE" not in open_components:
                kept += _needed_lines(zone)
                zone = []
    return "\r\n".join(kept).encode("utf-8", "surrogateescape")


def _drop_no_zone(parameter: re.Match[str]) -> str:
    """A TZID parameter; "" where it cannot be one, which zoneinfo and icalendar raise errors for.

    A region is a folder to zoneinfo, a name as long as a letter is no file, two names are a list.
    """
    name = parameter[1]
    if len(name) > _MAX_ZONE_NAME or name.strip('"/') in _known_regions():
        return ""
    if "," in name and not name.startswith('"'):
        return ""
    return parameter[0]


def find_zone_names(data: bytes) -> set[str]:
    """Find which time zones calendar data brings along.

    Args:
        data: Calendar data.

    Returns:
        The TZID of every VTIMEZONE.

    Raises:
        ValueError: If it has too many lines, or is no text.
    """
    names: set[str] = set()
    in_zone = False
    for line in _content_lines(data):
        mark, name = _read_mark(line)
        if name == "VTIMEZONE":
            in_zone = mark == "BEGIN"
        elif in_zone and not mark:
            names |= set(_values_of("TZID", [line]))
    return names


def _content_lines(data: bytes) -> Sequence[Contentline]:
    if data.count(b"\n") > _MAX_LINES:
        raise ValueError(f"more than {_MAX_LINES} lines")
    lines: Sequence[Contentline] = Contentlines.from_ical(data)  # type: ignore[no-untyped-call]
    return lines


def _read_mark(line: Contentline) -> tuple[str, str]:
    """BEGIN or END and the name of the component; "" and "" for any other line."""
    if line[:5].upper() != "BEGIN" and line[:3].upper() != "END":
        return "", ""
    try:
        mark, _, name = line.parts()
    except ValueError:
        return "", ""
    if mark.upper() in ("BEGIN", "END"):
        return mark.upper(), name.upper()
    return "", ""


def _needed_lines(zone: Sequence[Contentline]) -> Sequence[Contentline]:
    """The lines of a VTIMEZONE; none where its name is known, or its clocks change too often."""
    names = _values_of("TZID", zone)
    if len(names) != 1 or names[0].strip() in _known_zones():
        return ()
    changes = sum(_read_mark(line)[0] == "BEGIN" for line in zone) - 1
    if changes > _MAX_CHANGES or sum(map(len, zone)) > _MAX_ZONE:
        return ()
    if not all(map(_is_yearly, _values_of("RRULE", zone))):
        return ()
    return zone


def _values_of(name: str, lines: Iterable[Contentline]) -> list[str]:
    """The values of a property; it is looked at only where its name stands."""
    values = []
    for line in lines:
        if line[: len(name)].upper() != name:
            continue
        try:
            found, _, value = line.parts()
        except ValueError:
            continue
        if found.upper() == name:
            values.append(value)
    return values


def _is_yearly(rule: str) -> bool:
    values: dict[str, str] = {}
    for part in rule.upper().strip(" ;").split(";"):
        name, _, value = part.partition("=")
        if name not in _YEARLY or not _YEARLY[name].fullmatch(value):
            return False
        values[name] = value
    # the third Monday is never the first of a month, and would be looked for to the year 9999
    is_possible = "BYMONTHDAY" not in values or values.get("BYDAY", "").isalpha()
    return "FREQ" in values and "BYDAY" in values and is_possible


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _known_regions() -> frozenset[str]:
    """What stands before the last part of a zone's name: Europe, America/Indiana."""
    return frozenset(name.rpartition("/")[0] for name in _known_zones()) - {""}
