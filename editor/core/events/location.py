"""The LOCATION of calendar entries: what an address, or taking part from elsewhere, is there."""

import re

from editor.core.events.model import EventData
from editor.core.markdown.inline import plain_text

_ONLINE = re.compile(r"\b(?:und|auch|sowie|and|also|online|hybrid)\b|[\W_]+", re.IGNORECASE)


def location_text(data: EventData) -> str:
    """Write the LOCATION of an entry.

    Args:
        data: What the line says.

    Returns:
        The address, "online", or "address / online"; "" for no place.
    """
    address = " ".join(plain_text(data.address).split())
    if not data.online:
        return address
    return f"{address} / online" if data.address else "online"


def is_same_place(old: str, new: str) -> bool:
    """Tell whether two LOCATIONs name one place, whatever they say of taking part from elsewhere.

    >>> is_same_place("Haus, Weg 1, Ulm und auch online", "Haus, Weg 1, Ulm / online")
    True

    Args:
        old: A LOCATION.
        new: Another one.

    Returns:
        Whether the words of the place are the same.
    """
    return _ONLINE.sub(" ", old).casefold().split() == _ONLINE.sub(" ", new).casefold().split()
