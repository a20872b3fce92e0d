"""Parts of invitations found in running text: places, and names in quotation marks."""

import re

from msgspec import Struct

REPLY_MARK = re.compile(r"^(?:(?:re|aw|fwd?|wg):\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of an answer."""


# --- names ----------------------------------------------------------------------------------------

SENTENCE_END = re.compile(r"(?<!\d)[.!?](?=\s|$)|\n\s*\n")
"""What ends a sentence; a full stop behind a number may be that of a date."""
AROUND = " \t,.:;|–-!*_#()"
"""Signs around the words of a title or place."""
_QUOTED = re.compile(
    r"[„“\"»«](?P<name>[^„“”\"»«\n]{3,100})[“”\"«»]|\*\*(?P<bold>[^*\n]{3,100})\*\*"
)
_NAMED = re.compile(
    r"""
    \b(?: zum | zur | [Uu]nser(?:e[nmr]?)? | [Oo]ur | ist\ wieder | ist | [Ee]in(?:e[nmr]?)?
      | [Tt]he | [Dd]as | [Dd]er | [Dd]ie )\s+
    (?: next\s+ | [a-zäöüß]+(?:e|en|em|er|es)\s+ ){0,2}               # nächsten, ordentlichen
    (?P<name>
        (?: \#?[A-ZÄÖÜ][\w#-]* | (?:meetup|workshop|hackathon|conference|meeting)\b )
        (?: \s(?:für|und|zu|mit|of|for|and)\s[A-ZÄÖÜ][\w-]* | \s[A-ZÄÖÜ][\w-]*
          | \s (?:community\s|online\s)?
          (?: meetup | workshop | meeting | conference | talk | event | session | call ) )*
    )
    """,
    re.VERBOSE,
)


def find_name(words: str) -> str:
    """Find what an event is called in a sentence: in quotation marks, or behind "unser", "zum".

    Args:
        words: A sentence or more, without its date and place.

    Returns:
        The name; "" where there is none.
    """
    named = _NAMED.search(words)
    return find_quoted(words) or (named["name"] if named else "")


def find_quoted(words: str) -> str:
    """Find a name in quotation marks.

    Args:
        words: A text.

    Returns:
        The first one; "" where there is none.
    """
    quoted = _QUOTED.search(words)
    return quoted["name"] or quoted["bold"] if quoted else ""


# --- places ---------------------------------------------------------------------------------------

_STREET = re.compile(
    r"""
    (?: [\w.'-]*(?:straße|strasse|str\.|platz|weg|allee|gasse|ufer|damm|ring|markt|chaussee
          |steig|graben|wall|promenade|brücke)
      | [A-ZÄÖÜ][\w-]+\s(?:straße|str\.|platz|weg|allee|gasse|ufer|damm|ring|markt)
      | (?-i: (?:Am|An|Im|In|Zum|Zur|Auf|Unter|Hinter|Alte[rn]?|Neue[rn]?|Große[rn]?|Kleine[rn]?)
          (?:\s(?:der|den|dem|alten|neuen|[A-ZÄÖÜ][\w-]+)){1,3} ) )
    \s\d+(?![\d.:]|\s?Uhr) (?:\s?[a-z]\b)? (?:\s?[-–/]\s?\d+[a-z]?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TOWN = re.compile(r"\d{5}\s[A-ZÄÖÜ][\w-]+(?:\s(?:am|an der|im)\s[A-ZÄÖÜ]\w+|\s\([A-Z]\w+\))?")
_BEFORE_VENUE = re.compile(
    r".*(?:\b(?:in|im|bei|beim|at|auf|zu)\s(?:der|dem|den|die|das|the)?\s*|[(:]\s*|\s[–-]\s)",
    re.DOTALL,
)
_ONLINE = re.compile(r"\b(?:online|virtuell|per Zoom|via Zoom|im Netz|virtually)\b", re.IGNORECASE)


class PlaceMention(Struct, frozen=True):
    """A place in a text."""

    start: int
    end: int
    address: str


def find_place(text: str) -> PlaceMention | None:
    """Find an address in a text, with its house where that stands before it.

    Args:
        text: A line or a paragraph.

    Returns:
        The place; None where there is neither a street nor a postcode.
    """
    text = text.replace("\n", " ")
    town = _TOWN.search(text)
    street = _STREET.search(text, 0, town.start() if town else len(text))
    if street and town and text[street.end() : town.start()].strip(" ,·"):
        street = None
    first = street or town
    if first is None:
        return None
    start = first.start()
    comma = text.rfind(",", 0, start)
    if comma >= 0 and not text[comma + 1 : start].strip():
        before = text[:comma]
        begin = max(before.rfind(","), before.rfind("\n")) + 1
        lead = _BEFORE_VENUE.match(before, begin)
        start = lead.end() if lead else begin
        start += len(text[start:]) - len(text[start:].lstrip())
    end = (town or first).end()
    return PlaceMention(start, end, join_dots(text[start:end]))


def join_dots(text: str) -> str:
    """Return a place whose parts are parted by commas, not by dots: "Haus · Weg 1".

    Args:
        text: A place.

    Returns:
        The place as issues write it.
    """
    return re.sub(r"\s*·\s*", ", ", text)


def is_online(words: str) -> bool:
    """Tell whether a text says that something is online.

    Args:
        words: The text, without web addresses.

    Returns:
        Whether it does.
    """
    return bool(_ONLINE.search(words))


def is_place_line(line: str) -> bool:
    """Tell whether a line is an address, or the end of one.

    Args:
        line: A line.

    Returns:
        Whether it names a street with a number, or a postcode with its town.
    """
    return bool(_STREET.search(line) or _TOWN.search(line))
