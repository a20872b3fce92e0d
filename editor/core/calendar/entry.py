"""Calendar entries as values, and the data links that carry them. Sources: RFC 5545, RFC 2397.

Apart from ``vevent``, because the icalendar package takes 0.15 s to import and most starts do not need it.
"""

import base64
import binascii
import re
import uuid
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import unquote_to_bytes

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

NAMESPACE = uuid.UUID("6f1c0c6e-7d6b-5f0c-9c55-3f6f2d1a9e57")
Moment = date | datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One VEVENT. Times are aware or floating as they stand; a plain ``date`` is an all-day entry.

    ``end`` is exclusive for all-day entries (RFC 5545 §3.6.1) and None where none is said. UNTIL in ``rrule`` is
    a day, the last possible one.
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

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, datetime)


# --- data links -----------------------------------------------------------------------------------


def decode_link(address: str) -> bytes:
    """The bytes of a ``data:text/calendar`` address, base64 or percent-encoded as Hugo's minifier makes it.

    Raises InputRejected where there is nothing to decode.
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
        return base64.b64decode(
            data + b"=" * (-len(data) % 4), validate=True
        )  # browsers do without the padding
    except binascii.Error:
        raise InputRejected(
            translate("core", "The calendar link is damaged: its base64 cannot be decoded.")
        ) from None


def encode_link(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


# --- identity -----------------------------------------------------------------------------------

_UNFOLD = re.compile(rb"\r?\n[ \t]")
_UID = re.compile(rb"^UID[^:\r\n]*:([^\r\n]*)", re.MULTILINE)
_SEQUENCE = re.compile(rb"^SEQUENCE[^:\r\n]*:(\d{1,9})", re.MULTILINE)


def read_identity(data: bytes) -> tuple[str, int]:
    """UID and SEQUENCE of the first entry, read without parsing the rest: 50 of them when a file opens."""
    unfolded = _UNFOLD.sub(b"", data)
    uid, sequence = _UID.search(unfolded), _SEQUENCE.search(unfolded)
    return (uid[1].decode("utf-8", "replace").strip() if uid else ""), int(
        sequence[1]
    ) if sequence else 0


def make_uid(site: str, series: str, day: date | None) -> str:
    """A UID that the same event gets in every issue: UUIDv5 of site, title or series, and date (None for series)."""
    key = "\n".join((site, " ".join(series.split()).casefold(), day.isoformat() if day else ""))
    return str(uuid.uuid5(NAMESPACE, key))
