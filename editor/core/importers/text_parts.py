"""Parts of invitations found in running text: dates, hours, places, names in quotation marks."""

import re
from dataclasses import dataclass, replace

from editor.core.calendar import clock, dates
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.importers.candidate import ImportContext

_WORD = re.compile(r"(?<![\w.])\w")
_NOT_ON = re.compile(
    r"""
    \b (?: bis | seit | nicht | kein\w* | außer | ausser | statt | anstatt | ohne | vor | nach
      | until | till | since | not | except | instead\ of | without | before | after | by )
    (?: \s+ (?: zum | vom | dem | den | der | am | an | on | the ) )* \s* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before a day on which an event does not take place."""
REGISTER_UNTIL = re.compile(
    r"""
    \b(?:Anmeldung(?:en)?|anmelden|Anmeldeschluss|register|registration|RSVP)\b
    [^\n.]{0,40}?
    \b(?:bis|until|by|ist)\b
    (?:\s+(?:zum|am|spätestens))*
    \s+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before the day until which participants can register."""
REPLY_MARK = re.compile(r"^(?:(?:re|aw|fwd?|wg):\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of an answer."""
_HOURS = re.compile(
    r"""
    (?<=[\s,(])
    (?= um | ab | von | zwischen | from | at | between | jeweils
      | \d{1,2}(?:[:.]\d\d|\s?Uhr|\s?[ap]m) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAX_LENGTH = 5000


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, and the time spans it names."""

    start: int
    end: int
    when: tuple[TimeSpan, ...]
    is_choice: bool = False
    """Whether the text leaves the choice between them."""


def find_dates(text: str, context: ImportContext) -> list[DateMention]:
    """Find the dates on which something takes place.

    Args:
        text: A line or a paragraph.
        context: The issue it is read for.

    Returns:
        The dates; those until which one can register, or on which nothing takes place, are none.
    """
    found: list[DateMention] = []
    end = 0
    register = [match.end() for match in REGISTER_UNTIL.finditer(text, 0, _MAX_LENGTH)]
    for begin in _WORD.finditer(text, 0, _MAX_LENGTH):
        at = begin.start()
        if at < end:
            continue
        match = dates.read_time_spans(text, at, context.day)
        if match is None:
            continue
        end = match.end
        is_off = _NOT_ON.search(text[max(0, at - 40) : at])
        if not is_off and at not in register:
            found.append(DateMention(at, end, (match.when, *match.others), match.is_choice))
    return found


def find_registration(text: str, context: ImportContext) -> TimeSpan | None:
    """Find until when one can register.

    Args:
        text: A text.
        context: The issue it is read for.

    Returns:
        The day, and hour; None where the text names none.
    """
    until = REGISTER_UNTIL.search(text)
    match = dates.read_time_span(text, until.end(), context.day) if until else None
    return match.when if match else None


def add_hours(when: TimeSpan, words: str) -> TimeSpan:
    """Add the hours that a text names, where a time span has none.

    Args:
        when: The time span.
        words: What stands behind its date.

    Returns:
        The time span.
    """
    if when.start_time is not None:
        return when
    for place in _HOURS.finditer(f" {words}"):
        hours, _ = clock.read_hours(f" {words}", place.start() - 1)
        if hours:
            return roll_midnight(replace(when, start_time=hours[0], end_time=hours[1]))
    return when


# --- names ----------------------------------------------------------------------------------------

_QUOTED = re.compile(
    r"[„“\"»«](?P<name>[^„“”\"»«\n]{3,100})[“”\"«»]|\*\*(?P<bold>[^*\n]{3,100})\*\*"
)
_NAMED = re.compile(
    r"""
    \b(?: zum | zur | unser(?:e[nmr]?)? | our | ist\ wieder | ist | ein(?:e[nmr]?)?
      | the | das | der | die )\s+
    (?: next\s+ | [a-zäöüß]+(?:e|en|em|er|es)\s+ ){0,2}               # nächsten, ordentlichen
    (?P<name>
        \#?[A-ZÄÖÜ][\w#-]*
        (?: \s(?:für|und|zu|mit|of|for|and)\s[A-ZÄÖÜ][\w-]* | \s[A-ZÄÖÜ][\w-]*
          | \s(?:meetup|workshop|meeting|conference|talk|event|session) )*
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
    quoted = _QUOTED.search(words)
    if quoted:
        return quoted["name"] or quoted["bold"]
    named = _NAMED.search(words)
    return named["name"] if named else ""


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
    r".*(?:\b(?:in|im|bei|beim|at|auf|zu)\s(?:der|dem|den|the)?\s*|[(:]\s*|\s[–-]\s)", re.DOTALL
)
_ONLINE = re.compile(r"\b(?:online|virtuell|per Zoom|via Zoom|im Netz|virtually)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceMention:
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
    address = re.sub(r"\s*·\s*", ", ", text[start:end])
    return PlaceMention(start, end, address)


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
