"""The short lines of cards and lists: which of them is a title, and which a place."""

import re
from collections.abc import Sequence

from editor.core.calendar import clock
from editor.core.calendar.date_changes import find_change
from editor.core.calendar.date_words import is_of_time
from editor.core.calendar.remarks import CLOCK
from editor.core.importers.fields import FIELD_NAMES, LABELED
from editor.core.importers.text_blocks import ADDRESS, Block
from editor.core.importers.text_parts import AROUND, find_place, is_place_line, join_dots
from editor.core.importers.written_hours import end_of_words

_ACTION = re.compile(
    r"""
    (?: mehr\ (?:erfahren|infos?|lesen) | jetzt\ anmelden | anmelden | zusagen | interessiert
      | teilen | tickets? | details | weiterlesen | speichern | zum\ kalender\ hinzufügen
      | veranstaltet\ von | read\ more | learn\ more | attend | rsvp | share | going
      | interested | hosted\ by | add\ to\ calendar )
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What pages say on buttons, and around events."""
_KIND = re.compile(
    r"(?:workshop|vortrag|meetup|konferenz|event|veranstaltung|termin|webinar|seminar|online-event|"
    r"ausstellung|lesung|führung|talk|conference|stammtisch)\W*",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\d{5} [A-ZÄÖÜ][\w-]+(?: [\w/()-]+){0,3}")
_BEFORE_PLACE = re.compile(r"^(?:im|in der|in|bei|at the|at)\s+(?=[A-ZÄÖÜ])")
_OTHER_LABEL = re.compile(r"[^\W\d]{3,20}(?:\s[^\W\d]+){0,2}:(?:\s|$)")
"""What calls a line something else: "Zeitzone: …"."""
_NO_VERBS = ("in", "im", "am", "an", "bei", "online", "at", "und", "uhr", "bis", "ab", "von")
_LATE_HOURS = re.compile(
    rf"""
    \s* \( [^()]*? {CLOCK.pattern} [^()]* \)
    | [,–-]? \s* (?: (?:um|ab|von|at|from) \s+ )? (?: \d{{1,2}} \s? [-–] \s? )? {CLOCK.pattern} .* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Hours behind a title, in parentheses or not."""
LEADS = ("", "am", "on", "wann", "when")
"""What may stand before the date of a line, and is no title."""
_NO_TITLE = re.compile(
    r"(?:lieb|hallo|hi|moin|hey|dear|guten|sehr geehrt)\w*\b|"
    r"(?:(?:unsere|die|alle|nächste[nr]?|kommende|our|next|upcoming)\s)*"
    r"(?:termine|programm|veranstaltungen|kalender|events|dates|schedule)\b",
    re.IGNORECASE,
)
"""How lines begin that stand above a date and are no title: a greeting, the heading of a list."""
LONGEST_LINE = 90
"""Characters of a line that is no sentence."""


def without_hours(text: str) -> str:
    """Return a text without the hours that it begins with.

    >>> without_hours("18 Uhr, Haus")
    ', Haus'

    Args:
        text: A line, or a part of one.

    Returns:
        What follows on the hours; all of the text where it begins with none.
    """
    hours, end = clock.read_hours(f", {text}", 0)
    return f", {text}"[end:] if hours else text[end_of_words(text) :]


def without_late_hours(title: str) -> str:
    """Return a title without the hours that stand behind it.

    >>> without_late_hours("Plenum, 19 Uhr"), without_late_hours("Kurs (online, 18-20 Uhr)")
    ('Plenum', 'Kurs')

    Args:
        title: The words of a title.

    Returns:
        What stands before the hours; all of it where there are none.
    """
    return _LATE_HOURS.sub("", title)


def has_words(text: str) -> bool:
    """Tell whether a text says more than a time.

    Args:
        text: A line, or a part of one.

    Returns:
        Whether there is a word of three letters that speaks of something else.
    """
    rest = without_hours(text).strip(AROUND)
    return bool(re.search(r"[^\W\d_]{3,}", rest)) and not is_of_time(rest)


def is_sentence(behind: str) -> bool:
    """Tell whether what follows on a date goes on in a sentence: "findet", "treffen wir uns".

    Args:
        behind: The words behind the date.

    Returns:
        Whether a word in small letters follows that is no preposition.
    """
    rest = without_hours(behind)
    word = re.match(r"[\W\d]*([^\W\d]+)", rest)
    return word is not None and word[1].islower() and word[1] not in _NO_VERBS


def may_be_title(line: str) -> bool:
    """Tell whether a line has words of its own.

    Args:
        line: A short line.

    Returns:
        Whether it is more than an address, hours, a label and its value, or something to click.
    """
    if ADDRESS.sub("", line).strip(AROUND) == "" or _ACTION.fullmatch(line):
        return False
    if _is_nothing_but_change(line):
        return False
    labeled = LABELED.fullmatch(line)
    if labeled and FIELD_NAMES.get(labeled[1].lower()) not in ("title", None):
        return False
    return has_words(line) and len(line) <= LONGEST_LINE


def _is_nothing_but_change(line: str) -> bool:
    """Whether a line says nothing but that something does not take place: "FÄLLT AUS!"."""
    change = find_change(line, 0)
    return change is not None and not (line[: change[0]] + line[change[1] :]).strip(AROUND)


def has_title_above(block: Block) -> bool:
    """Tell whether a title stands above the only date of a block, whatever follows on the date.

    Args:
        block: The block.

    Returns:
        Whether it does; greetings and headings of lists are no titles.
    """
    if len(block.dates) != 1 or "**" in block.text:
        return False
    number, mention = block.dates[0]
    above = block.lines[:number]
    lead = block.lines[number][: mention.start].strip(AROUND).lower()
    if not above or len(above) > 2 or lead not in LEADS:
        return False
    is_title = may_be_title(above[-1]) and not above[-1].rstrip().endswith((":", ",", ";"))
    return is_title and not any(_NO_TITLE.match(line) for line in above)


def find_card_title(above: Sequence[str], below: Sequence[str]) -> str:
    """Find the title of a card.

    Args:
        above: The lines above its date that may be titles.
        below: All lines below it.

    Returns:
        The line nearest to the date, or the first where several stand above; "" for none.
    """
    if above:
        return above[-1] if len(above) == 1 or _KIND.fullmatch(above[0]) else above[0]
    words = (line for line in below if may_be_title(line) and not is_place_line(line))
    return next(words, "")


def find_card_place(below: Sequence[str], title: str) -> str:
    """Find the place of a card.

    Args:
        below: The lines below its date.
        title: Its title, which may be one of them.

    Returns:
        What is labeled as it; else the line of the address, with the house above it; else a line of
        a town, or "online"; "" for none.
    """
    labeled = [match for line in below if (match := LABELED.fullmatch(line))]
    said = [match[2] for match in labeled if FIELD_NAMES[match[1].lower()] in ("place", "room")]
    if said:
        return ", ".join(said)
    lines = [
        _BEFORE_PLACE.sub("", line)
        for line in below
        if may_be_title(line) and line != title and not _OTHER_LABEL.match(line)
    ]
    for number, line in enumerate(lines):
        if is_place_line(line):
            return _join_address(lines, number)
    return join_dots(lines[0]) if lines and len(lines[0]) < 40 else ""


def _join_address(lines: Sequence[str], number: int) -> str:
    """The address that begins in one of some lines, with the house above it, the town below it."""
    line = lines[number]
    place = find_place(line)
    is_whole = place is not None and place.start == 0 and "," in place.address
    has_house = is_whole and not _is_street_first(line)
    house = "" if number == 0 or has_house else lines[number - 1]
    address = join_dots(without_hours(line).strip(AROUND))
    below_it = lines[number + 1] if number + 1 < len(lines) else ""
    town = below_it if _TOWN.fullmatch(below_it) and not _TOWN.search(address) else ""
    return ", ".join(part for part in (house, address, town) if part)


def _is_street_first(line: str) -> bool:
    return is_place_line(line.split(",")[0])
