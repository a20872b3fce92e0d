"""Calendar entries as values, and the data links that carry them (RFC 5545, RFC 2397).

Apart from those that read and write them, since the icalendar package takes 150 ms to import and
most starts need none.
"""

import base64
import binascii
import re
import uuid
from datetime import date, datetime
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

PRODID = "-//Rundbrief//Rundbrief 1.0//DE"
NAMESPACE = uuid.UUID("6f1c0c6e-7d6b-5f0c-9c55-3f6f2d1a9e57")
Moment = date | datetime


class CalendarEntry(Struct, frozen=True):
    """One VEVENT. Times are aware or floating as they stand; a plain ``date`` is an all-day entry.

    ``end`` is exclusive for all-day entries (RFC 5545 §3.6.1) and None where none is said. UNTIL in
    ``rrule`` is a day, the last possible one. ``geo`` is latitude and longitude in degrees.
    """

    summary: str
    start: Moment
    end: Moment | None = None
    location: str = ""
    url: str = ""
    description: str = ""
    rrule: str = ""
    uid: str = ""
    stamp: datetime | None = None
    sequence: int = 0
    geo: tuple[float, float] | None = None
    status: str = ""
    """"" or "CANCELLED" (RFC 5545 §3.8.1.11)."""
    is_free: bool = False
    """Whether calendars show the time as free: TRANSP is TRANSPARENT (RFC 5545 §3.8.2.7)."""
    others: str = ""
    """Content lines for which there is no attribute here: categories, organizer, alarms, X-…"""
    beside: str = ""
    """Content lines beside it in its calendar: changed days of a series, tasks, the name, X-…"""
    without: tuple[date, ...] = ()
    """Days of the rule on which it does not take place (EXDATE), sorted."""
    further: tuple["CalendarEntry", ...] = ()
    """The other series of a meeting that takes more than one."""

    @property
    def series(self) -> tuple["CalendarEntry", ...]:
        """The entry itself, and its further ones."""
        return (self, *self.further)

    @property
    def all_day(self) -> bool:
        """Whether it has no hours."""
        return not isinstance(self.start, datetime)


def round_geo(geo: tuple[float, float]) -> tuple[float, float]:
    """Round coordinates to six decimal places, some ten centimeters (RFC 5545 §3.8.1.6).

    Args:
        geo: Latitude and longitude in degrees.

    Returns:
        Both, rounded.
    """
    return round(geo[0], 6), round(geo[1], 6)


# --- data links -----------------------------------------------------------------------------------


def decode_link(address: str) -> bytes:
    """Decode the address of a calendar link.

    Args:
        address: A ``data:text/calendar`` address (RFC 2397), base64 or, as Hugo's minifier makes
            it, percent-encoded.

    Returns:
        The calendar data.

    Raises:
        InputRejected: If it is another address, or its base64 is damaged.
    """
    head, comma, payload = address.partition(",")
    if not comma or not head.lower().startswith("data:text/calendar"):
        raise InputRejected(
            translate(
                "core", "This is no calendar link: it does not begin with “data:text/calendar”."
            )
        )
    data = unquote_to_bytes(payload)
    if not re.search(r";\s*base64$", head, re.IGNORECASE):
        return data
    data = re.sub(rb"\s", b"", data)
    try:
        # browsers do without the padding
        return base64.b64decode(data + b"=" * (-len(data) % 4), validate=True)
    except binascii.Error:
        raise InputRejected(
            translate("core", "The calendar link is damaged: its base64 cannot be decoded.")
        ) from None


def encode_link(data: bytes) -> str:
    """Encode calendar data for a link.

    Args:
        data: Calendar data.

    Returns:
        Its base64, which follows ``data:text/calendar;base64,`` in the address.
    """
    return base64.b64encode(data).decode("ascii")


# --- identity -----------------------------------------------------------------------------------

_NEXT_ENTRY = b"END:VEVENT"
_UNFOLD = re.compile(rb"\r?\n[ \t]")
_UID = re.compile(rb"^UID[^:\r\n]*:([^\r\n]*)", re.MULTILINE)
_SEQUENCE = re.compile(rb"^SEQUENCE[^:\r\n]*:(\d{1,9})", re.MULTILINE)


def read_identities(data: bytes) -> list[tuple[str, int]]:
    """Read the identities of calendar data without parsing the rest: a file opens 50 of them.

    Args:
        data: Calendar data.

    Returns:
        UID, "" for none, and SEQUENCE of each entry; at least one.
    """
    identities = []
    for entry in _UNFOLD.sub(b"", data).split(_NEXT_ENTRY):
        uid, sequence = _UID.search(entry), _SEQUENCE.search(entry)
        identity = uid[1].decode("utf-8", "replace").strip() if uid else ""
        identities.append((identity, int(sequence[1]) if sequence else 0))
    return identities


def read_identity(data: bytes) -> tuple[str, int]:
    """Read the identity of the first entry of calendar data.

    Args:
        data: Calendar data.

    Returns:
        UID, "" for none, and SEQUENCE.
    """
    return read_identities(data)[0]


def make_uid(site: str, series: str, day: date | None) -> str:
    """Make a UID that the same event gets in every issue.

    Args:
        site: What tells the site from others.
        series: The event's title, or its series'.
        day: Its day; None for a series.

    Returns:
        A UUIDv5 of the three (RFC 9562 §5.5).
    """
    key = "\n".join((site, " ".join(series.split()).casefold(), day.isoformat() if day else ""))
    return str(uuid.uuid5(NAMESPACE, key))
