"""Places: an address, and whether one may take part from elsewhere, in lines and as LOCATION."""

import re
from functools import lru_cache

from editor.core.base.phrasebook import phrasebook_for
from editor.core.events.model import EventData
from editor.core.markdown.inline import plain_text

_BESIDE = re.compile(r"\b(?:und|auch|sowie|and|also|online|hybrid)\b|[\W_]+", re.IGNORECASE)
_ONLINE = re.compile(
    r"""
    (?P<address>.*?)
    (?: ,?\s+ (?:und|&|and)\s+ (?:auch\s+|also\s+)? (?:online|im[ ]Livestream)
      | ^online(?:\s+.*)?
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOOL = r"""
    (?: zoom | jitsi(?:\ meet)? | bigbluebutton | big\ blue\ button | bbb | webex | discord
      | (?:microsoft\ |ms\ )?teams | google\ meet | nextcloud\ talk | (?:live-?)?stream | youtube
      | video-?(?:konferenz|call) )
"""
ONLINE_WORDS = re.compile(
    rf"""
    \W* (?: (?: nur | auch | also | only | und | and | oder | or | zusätzlich ) \s+ )*
    (?:
        (?: online | virtuell | virtual | digital | remote | hybrid )
        (?: \W+ (?: (?: per | via | über | mit | auf | on ) \s )? {_TOOL} )?
      | (?: (?: per | via | über | im ) \s )? {_TOOL}
    )
    (?: \s (?:auch\s)? (?: möglich | possible ) )?
    (?: [-\ ] (?: meeting | besprechung | veranstaltung | event | call | konferenz ) )?
    (?: \s* \([^()]*\) )?
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands instead of a place where an event is online, or beside it."""
_ONLINE_TOOL = re.compile(_TOOL, re.IGNORECASE | re.VERBOSE)
_SAYS_ONLINE = re.compile(r"(?:(?:nur|only|also|auch)\s+)?(?:online|hybrid)", re.IGNORECASE)
"""What is no place of its own; "Virtual (Girona, ES)" is one in some newsletters."""
_BY_CALL = re.compile(r"(?:per|via|über)\s", re.IGNORECASE)
_HYBRID = re.compile(
    r"""
    (?: (?i:hybrid) \s* [:(,]\s* | (?i:online) \s (?:und|oder|and|or|sowie) \s )
    (?: (?:im|in|in\sder|at)\s )? (?P<address>[A-ZÄÖÜ0-9][^()]*?) \)?
    """,
    re.VERBOSE,
)
_BESIDE_PLACE = re.compile(
    r"(?P<address>.+?) (?: \s*\((?P<remark>[^()]+)\) | (?:,|\s(?:[/+–|-]|und|oder|and|or))\s*"
    r"(?P<last>[^,()/+|]+) )",
    re.VERBOSE,
)


@lru_cache(maxsize=4000)
def split_place(place: str) -> tuple[str, bool]:
    """Split a place into its address and whether it is (also) online.

    >>> split_place("c-base, Rungestraße 20, 10179 Berlin und auch online")
    ('c-base, Rungestraße 20, 10179 Berlin', True)
    >>> split_place("Haus (auch online)"), split_place("Zoom")
    (('Haus', True), ('Zoom', True))

    Args:
        place: The words of a line.

    Returns:
        The address, "" for none, and whether it is online. The name of a service is an address.
    """
    place = place.strip()
    if hybrid := _HYBRID.fullmatch(place):
        return split_place(hybrid["address"])[0], True
    match = _ONLINE.fullmatch(place)
    if match:
        return match["address"] or "", True
    if _ONLINE_TOOL.fullmatch(place):
        return place, True
    if _SAYS_ONLINE.fullmatch(place) or _BY_CALL.match(place) and ONLINE_WORDS.fullmatch(place):
        return "", True
    beside = _BESIDE_PLACE.fullmatch(place)
    if beside and ONLINE_WORDS.fullmatch(beside["remark"] or beside["last"]):
        return beside["address"].strip(), True
    return place, False


def is_vague(place: str) -> bool:
    """Tell whether a place is online, and its words say something about it: "online über Zoom".

    Args:
        place: The words of a line.

    Returns:
        Whether to write "online" would lose words.
    """
    return place.casefold() != "online" and split_place(place) == ("", True)


def join_place(address: str, online: bool, language: str = "de") -> str:
    """Write a place as ``split_place`` reads it.

    Args:
        address: The address, "" for none.
        online: Whether it is (also) online.
        language: ISO 639-1 code of the document's language.

    Returns:
        The words; "" for no place.
    """
    if not online or split_place(address) == (address, True):  # "Zoom" says it itself
        return address
    if not address:
        return "online"
    return address + phrasebook_for(language).also_online


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
    return _BESIDE.sub(" ", old).casefold().split() == _BESIDE.sub(" ", new).casefold().split()
