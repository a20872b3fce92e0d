"""Places as calendars and pages write them: an address, online, or both."""

import re
from functools import cache

from msgspec.structs import replace

from editor.core.events.location import ONLINE_WORDS
from editor.core.events.model import EventData
from editor.core.importers.candidate import escape_markdown, find_first_url

_WHITE_SPACE = re.compile(r"\s+")
_LEAD = re.compile(r"(?:hybrid|online (?:und|&|and) (?:vor ort|on site))\s*[:–-]\s+", re.IGNORECASE)
_NOT_YET = re.compile(
    r"tb[acd]|n\.?\s?n\.?|[-–?.]+|siehe (?:beschreibung|website|link)|(?:ort |raum )?"
    r"(?:wird noch )?(?:folgt|bekannt ?gegeben)",
    re.IGNORECASE,
)
"""What stands for a place that nobody knows yet."""
_REMARK = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_SEPARATOR = re.compile(
    r"""
    \s+[/+]\s+
    | \s*;\s+
    | \s+(?:und|and|&|oder|or)\s+(?:auch\s+|also\s+)?       # only in "at the house and online"
      (?=(?:online|virtuell|zoom|jitsi|livestream|im\ livestream)\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands between the parts of a location."""


def add_location(data: EventData, location: str, zone: str) -> EventData:
    """Add a location as calendars and pages write it: an address, online, or both.

    >>> words = "Haus, Weg 1, Deutschland (auch online via Zoom)"
    >>> added = add_location(EventData("", None), words, "Europe/Berlin")
    >>> added.address, added.online
    ('Haus, Weg 1', True)

    Args:
        data: The event.
        location: The words of the location, perhaps with the address of a video call.
        zone: IANA name of the newsletter's time zone, whose country goes without saying.

    Returns:
        The event with its address, whether it is online, and the address of the call if it has
        no other.
    """
    if _NOT_YET.fullmatch(location.strip()):
        return data
    location = _WHITE_SPACE.sub(" ", location.replace("\n", ", ").replace(" ,", ",")).strip(" ,")
    url = find_first_url(location)
    if url:
        location = location.replace(url, "")
    plain = _LEAD.sub("", location)
    plain = _REMARK.sub(lambda match: "" if ONLINE_WORDS.fullmatch(match[1]) else match[0], plain)
    parts = [part.strip(" ,") for part in _SEPARATOR.split(plain)]
    online = bool(url) or plain != location or any(ONLINE_WORDS.fullmatch(part) for part in parts)
    place = ", ".join(part for part in parts if part and not ONLINE_WORDS.fullmatch(part))
    place = _tidy_place(place.replace("()", "").strip(" ,"), zone)
    online = online or data.online
    return replace(data, address=escape_markdown(place), online=online, url=data.url or url)


_TOWN = re.compile(r"\d{4,5} (?P<town>\S.*)")


@cache
def _names_of_country(zone: str) -> frozenset[str]:
    """What the country of a time zone is called in its own and the largest languages (CLDR)."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    territory = get_global("zone_territories").get(zone, "")
    names = {territory.casefold()}
    for language in (*_LANGUAGES, territory.lower()):
        try:
            names.add(Locale(language).territories.get(territory, "").casefold())
        except (UnknownLocaleError, ValueError):
            continue
    return frozenset(names - {""})


_LANGUAGES = ("de", "en", "fr", "es", "it", "nl")


def _tidy_place(place: str, zone: str) -> str:
    """A place without parts that are empty or stand twice, and without its own country."""
    kept: list[str] = []
    for part in (part.strip() for part in place.split(",")):
        town = _TOWN.fullmatch(kept[-1]) if kept else None
        known = {kept[-1].casefold()} if kept else set()
        known |= {town["town"].casefold()} if town else set()
        if part and part.casefold() not in known:
            kept.append(part)
    if len(kept) > 1 and kept[-1].casefold() in _names_of_country(zone):
        kept.pop()
    return ", ".join(kept)
