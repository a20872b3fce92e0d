"""Calendar data within limits: what is made to hurt costs icalendar minutes, or never ends.

A time zone that zoneinfo knows by its name is taken from there, so its VTIMEZONE is not read: one
that changes every second, or thirty thousand times, would be followed change by change.
"""

import re
from functools import cache
from zoneinfo import available_timezones

_MAX_LINES = 80_000
_MAX_LINE = 64 * 1024
"""Octets of a content line, unfolded; a longer one is left out."""
_MAX_DEPTH = 6
"""How deeply components stand in each other: VALARM in VEVENT in VCALENDAR is 3."""
_MAX_ZONE = 8 * 1024
"""Octets of a VTIMEZONE that is read."""
_MAX_CHANGES = 20
"""Observances of a VTIMEZONE that is read."""
_FOLD = re.compile(rb"\r?\n[ \t]")
_COMPONENT = re.compile(rb"^(BEGIN|END):", re.IGNORECASE | re.MULTILINE)
_ZONE = re.compile(
    rb"^BEGIN:VTIMEZONE[ \t]*\r?\n.*?^END:VTIMEZONE[ \t]*\r?\n?",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_ZONE_NAME = re.compile(rb"^TZID[^:\r\n]*:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_OFTEN = re.compile(rb"FREQ=(?!YEARLY)", re.IGNORECASE)
_OBSERVANCE = re.compile(rb"^BEGIN:(?:STANDARD|DAYLIGHT)", re.IGNORECASE | re.MULTILINE)


def limit_calendar(data: bytes) -> bytes:
    """Leave out of calendar data what would take too long to read.

    Args:
        data: Calendar data.

    Returns:
        The data without such time zones and lines.

    Raises:
        ValueError: If it is nested too deeply, or has too many lines.
    """
    if data.count(b"\n") > _MAX_LINES:
        raise ValueError(f"more than {_MAX_LINES} lines")
    depth = 0
    for match in _COMPONENT.finditer(data):
        depth += 1 if match[1].upper() == b"BEGIN" else -1
        if depth > _MAX_DEPTH:
            raise ValueError("components are nested too deeply")
    if b"VTIMEZONE" in data.upper():
        data = _ZONE.sub(lambda match: match[0] if _is_needed(match[0]) else b"", data)
    if len(data) > _MAX_LINE:
        data = _drop_long_lines(data)
    return data


def find_zone_names(data: bytes) -> set[str]:
    """Find which time zones calendar data brings along.

    Args:
        data: Calendar data.

    Returns:
        The TZID of every VTIMEZONE.
    """
    names = (_ZONE_NAME.search(zone) for zone in _ZONE.findall(data))
    return {name[1].decode("utf-8", "replace").strip() for name in names if name}


def _is_needed(zone: bytes) -> bool:
    """Whether a VTIMEZONE is not known by its name, and small."""
    name = _ZONE_NAME.search(zone)
    if name is None or name[1].decode("utf-8", "replace").strip() in _known_zones():
        return False
    is_small = len(zone) <= _MAX_ZONE and len(_OBSERVANCE.findall(zone)) <= _MAX_CHANGES
    return is_small and not _OFTEN.search(zone)


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _drop_long_lines(data: bytes) -> bytes:
    unfolded = _FOLD.sub(b"", data)
    lines = re.split(rb"\r?\n", unfolded)
    if max(map(len, lines)) <= _MAX_LINE:
        return data
    return b"\r\n".join(line for line in lines if len(line) <= _MAX_LINE)
