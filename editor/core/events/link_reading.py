"""Calendar links as they stand in the text: their entries and identities."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from editor.core.base.errors import UserFacingError
from editor.core.calendar.entry import CalendarEntry, decode_link, read_identities, read_identity

_REMEMBERED = 500
"""Links whose entries are kept: a form asks for the same ones at every key press."""


@lru_cache(maxsize=_REMEMBERED)
def read_link(href: str) -> CalendarEntry | None:
    """Read the entry of a calendar link.

    Args:
        href: The link's address (RFC 2397), or "".

    Returns:
        Its first entry; None for "", and for data that cannot be read.
    """
    from editor.core.calendar.calendar_reading import (
        read_entries,  # icalendar takes 150 ms to import
    )

    if not href:
        return None
    try:
        return next(iter(read_entries(decode_link(href))), None)
    except UserFacingError:
        return None


@lru_cache(maxsize=_REMEMBERED)
def read_uid(href: str) -> str:
    """Read the UID of a calendar link's entry.

    Args:
        href: The link's address.

    Returns:
        The UID; "" where there is none, or the link cannot be read.
    """
    try:
        return read_identity(decode_link(href))[0]
    except UserFacingError:
        return ""


def published_sequences(hrefs: Iterable[str]) -> dict[str, int]:
    """Read the identities of calendar links.

    Args:
        hrefs: Addresses of links; those that cannot be read are passed over.

    Returns:
        The SEQUENCE of each UID.
    """
    return dict(_read_sequences(tuple(hrefs)))


@lru_cache(maxsize=4)
def _read_sequences(hrefs: tuple[str, ...]) -> Mapping[str, int]:
    sequences: dict[str, int] = {}
    for href in hrefs:
        try:
            identities = read_identities(decode_link(href))
        except UserFacingError:
            continue
        sequences.update(identities)
    sequences.pop("", None)
    return sequences
