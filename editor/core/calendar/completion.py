"""What is missing in calendar data is added, its form mended, and nothing else touched.

Law: unfolded, every line of the old data is a line of the new, in the same order, but for a METHOD
without ORGANIZER, which goes, and the parameters of a LINK.
"""

import re
from datetime import UTC, datetime

from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message
from editor.core.calendar.entry import PRODID
from editor.core.calendar.rfc5545 import find_breaches
from editor.core.calendar.time_zones import make_time_zone

_LINE_END = re.compile(rb"\r\n|\n|\r")
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_NAME = re.compile(rb"[A-Za-z0-9-]+")
_ZONE = re.compile(rb"^(?:DTSTART|DTEND)[^:\r\n]*;TZID=\"?([^:;\"\r\n]+)", re.MULTILINE)
_LINK = re.compile(
    rb"LINK(?P<parameters>(?:;[^:\";]*(?:\"[^\"]*\")?[^:\";]*)*):(?P<address>https?://.*)"
)
_LINK_PARAMETER = re.compile(rb";(?:VALUE|LINKREL)=(?:\"[^\"]*\"|[^;:]*)", re.IGNORECASE)
_LONGEST = 75


def complete_calendar(data: bytes, uid: str, stamp: datetime) -> bytes | None:
    """Add what RFC 5545 §3.6 asks for, where adding is enough.

    Args:
        data: Calendar data with one VEVENT.
        uid: The UID it gets if it has none.
        stamp: The DTSTAMP it gets if it has none.

    Returns:
        The data with VERSION, PRODID, UID, DTSTAMP, the time zone it names, and lines as §3.1
        wants them; None where breaches would be left.
    """
    old = _mend(_unfold(data))
    new = list(old)
    _add(new, b"VEVENT", {b"UID": uid.encode(), b"DTSTAMP": _write_utc(stamp)})
    _add(new, b"VCALENDAR", {b"VERSION": b"2.0", b"PRODID": PRODID.encode()})
    _add_zones(new)
    completed = b"".join(_fold(line) + b"\r\n" for line in new)
    if find_breaches(completed) or not _keeps_all(old, _unfold(completed)):
        return None
    return completed


def can_complete(breaches: tuple[Message, ...]) -> bool:
    """Tell whether adding may be enough.

    Args:
        breaches: What ``find_breaches`` has found.

    Returns:
        Whether none of them needs a change of what is there.
    """
    return all(breach.template.startswith(_ADDABLE) for breach in breaches)


_ADDABLE = (
    "{name} is missing",
    "Lines do not all end",
    "A line is longer",
    "There is a METHOD",
    "LINK ",
    "{name} names the time zone",
)
"""How the breaches begin that adding mends."""


def _unfold(data: bytes) -> list[bytes]:
    lines = _LINE_END.split(_FOLD.sub(b"", data))
    return [line for line in lines if line.strip()]


def _mend(lines: list[bytes]) -> list[bytes]:
    """The lines without a METHOD that needs an ORGANIZER, and with LINKs as RFC 9253 has them."""
    has_organizer = any(line.upper().startswith(b"ORGANIZER") for line in lines)
    mended = []
    for line in lines:
        link = _LINK.fullmatch(line)
        if link:
            others = _LINK_PARAMETER.sub(b"", link["parameters"] or b"")
            line = b"LINK;LINKREL=SOURCE;VALUE=URI" + others + b":" + link["address"]
        if has_organizer or not line.upper().startswith(b"METHOD:"):
            mended.append(line)
    return mended


def _fold(line: bytes) -> bytes:
    """A line in pieces of 75 octets, never inside a character (§3.1)."""
    pieces, rest, room = [], line, _LONGEST
    while len(rest) > room:
        end = room
        while rest[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(rest[:end])
        rest, room = rest[end:], _LONGEST - 1
    return b"\r\n ".join([*pieces, rest])


def _add(lines: list[bytes], component: bytes, wanted: dict[bytes, bytes]) -> None:
    """Add the properties that a component lacks, at its beginning."""
    begin = next((i for i, line in enumerate(lines) if _is_begin(line, component)), None)
    if begin is None:
        return
    depth, present = 0, set()
    for line in lines[begin + 1 :]:
        name = line[: line.find(b":")].upper()
        if name == b"BEGIN":
            depth += 1
        elif name == b"END":
            depth -= 1
        elif depth == 0:
            match = _NAME.match(line)
            present.add(match[0].upper() if match else b"")
        if depth < 0:
            break
    missing = [name + b":" + value for name, value in wanted.items() if name not in present]
    lines[begin + 1 : begin + 1] = missing


def _is_begin(line: bytes, component: bytes) -> bool:
    return line.strip().upper() == b"BEGIN:" + component


def _add_zones(lines: list[bytes]) -> None:
    """Add the time zones that are named and not there."""
    text = b"\n".join(lines)
    named = dict.fromkeys(match.decode("utf-8", "replace") for match in _ZONE.findall(text))
    there = {line[5:].decode("utf-8", "replace") for line in lines if line.startswith(b"TZID:")}
    at = next((i for i, line in enumerate(lines) if _is_begin(line, b"VEVENT")), 0)
    for name in named:
        if name not in there:
            try:
                zone = make_time_zone(name).to_ical()
            except (UserFacingError, OSError, ValueError, ImportError, KeyError, TypeError):
                continue  # no zone we know: the breach stays, and is said
            lines[at:at] = _unfold(zone)


def _keeps_all(old: list[bytes], new: list[bytes]) -> bool:
    """Whether the old lines are a subsequence of the new ones."""
    rest = iter(new)
    return all(line in rest for line in old)


def _write_utc(stamp: datetime) -> bytes:
    return f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}".encode()
