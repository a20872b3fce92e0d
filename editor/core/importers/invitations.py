"""Invitations in any form people send them: sentences, lines, headings with dates below, cards.

A text is taken in blocks, between empty lines and bullets. A date at the beginning of a line is
followed by title and place; one that stands alone has its title above or below; any other is part
of a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.core.base.messages import Message, translate
from editor.core.calendar import clock
from editor.core.calendar.dates import TimeSpan
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    escape_markdown,
    find_first_url,
)
from editor.core.importers.fields import FIELD_NAMES, LABELED
from editor.core.importers.issue_lines import read_issue_lines
from editor.core.importers.places import add_location
from editor.core.importers.rule_lines import read_rule_line
from editor.core.importers.text_blocks import (
    ADDRESS,
    Block,
    find_following,
    split_blocks,
    split_mail,
)
from editor.core.importers.text_parts import (
    DateMention,
    add_hours,
    find_name,
    find_place,
    find_registration,
    is_online,
    is_place_line,
)

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
_NO_VERBS = ("in", "im", "am", "an", "bei", "online", "at", "und", "uhr", "bis", "ab", "von")
_LONGEST_LINE = 90
"""Characters of a line that is no sentence."""
_LONGEST_GUESS = 80
_SHORT = 5
"""Characters by which a date is known again."""
_AROUND = " \t,.:;|–-!*_#()"


def read_invitations(text: str, context: ImportContext) -> list[Candidate]:
    """Read the events of a text of any form.

    Args:
        text: A text whose lines end with ``\\n``; the subject of a mail is the title of an event
            that has no other.
        context: The issue it is read for.

    Returns:
        The candidates; what is a guess says so.
    """
    subject, lines = split_mail(text)
    blocks = split_blocks(lines, context)
    candidates: list[Candidate] = []
    for number, block in enumerate(blocks):
        listed = read_issue_lines("\n".join(block.raw), context)
        meeting = None if listed else read_rule_line(block.text, context)
        if meeting and _holds_dates(meeting, block):
            candidates.append(meeting)
        elif listed and not any(map(_holds_more, listed)):
            candidates += listed
        elif block.dates:
            before = blocks[number - 1] if number else None
            after = find_following(blocks, number)
            candidates += _read_block(block, before, after, subject, context)
    return candidates


def _holds_dates(meeting: Candidate, block: Block) -> bool:
    """Whether all dates of a block are those of a rule, such as "jeden Montag ab 2. März"."""
    dates = (block.lines[number][mention.start :] for number, mention in block.dates)
    return all(words[:_SHORT] in meeting.data.rule for words in dates)


def _holds_more(candidate: Candidate) -> bool:
    """Whether the title of a line as issues have it holds a place or an address, too."""
    data = candidate.data
    if data.kind is not EntryKind.EVENT or "](" in data.title:
        return False
    title = data.title
    return bool(find_place(title) or find_first_url(title) or is_online(title))


def _read_block(
    block: Block, before: Block | None, after: list[str], subject: str, context: ImportContext
) -> Iterator[Candidate]:
    """The events of a block: one for each line that begins with a date, else one for all of it."""
    number, mention = block.dates[0]
    line = block.lines[number]
    lead, behind = line[: mention.start].strip(_AROUND), line[mention.end :].strip(_AROUND)
    is_short = all(len(line) <= _LONGEST_LINE for line in block.lines)
    is_line = not lead and _has_words(behind) and not _is_sentence(behind)
    for number, mention in block.dates:
        if is_line:
            yield from _read_line(block, number, mention, context)
        elif not lead and is_short:
            yield from _read_card(block, number, mention, before, after, subject, context)
        else:
            yield from _read_sentence(block, number, mention, after, subject, context)


def _has_words(text: str) -> bool:
    """Whether a text says more than hours."""
    hours, end = clock.read_hours(f", {text}", 0)
    rest = f", {text}"[end:] if hours else text
    return bool(re.search(r"[^\W\d_]{3,}", rest))


def _is_sentence(behind: str) -> bool:
    """Whether what follows on a date goes on in a sentence: "findet", "treffen wir uns"."""
    hours, end = clock.read_hours(f", {behind}", 0)
    rest = f", {behind}"[end:] if hours else behind
    word = re.match(r"[\W\d]*([^\W\d]+)", rest)
    return word is not None and word[1].islower() and word[1] not in _NO_VERBS


# --- the forms ------------------------------------------------------------------------------------


def _read_line(
    block: Block, number: int, mention: DateMention, context: ImportContext
) -> Iterator[Candidate]:
    """A line of date, title and place, with the lines below it up to the next date."""
    following = [other for other, _ in block.dates if other > number]
    below = block.lines[number + 1 : min(following, default=len(block.lines))]
    words = block.lines[number][mention.end :]
    whole = "\n".join([words, *below])
    url = find_first_url(whole)
    plain = ADDRESS.sub(" ", words)
    place = find_place(plain)
    title = plain[: place.start] if place else plain
    town = place.address.rpartition(" ")[2] if place else ""
    title = re.sub(rf"\s+(?:in|im|@)\s+{re.escape(town)}\W*$", "", title) if town else title
    title = re.sub(r"\((?:online|virtuell)\)", "", title, flags=re.IGNORECASE)
    data = _make_data(title.strip(_AROUND), place.address if place else "", url, plain)
    yield from _candidates_of(data, mention, whole, context, ())


def _read_card(
    block: Block,
    number: int,
    mention: DateMention,
    before: Block | None,
    after: list[str],
    subject: str,
    context: ImportContext,
) -> Iterator[Candidate]:
    """Short lines around a date that stands alone."""
    above = [line for line in block.lines[:number] if _may_be_title(line)]
    below = [*block.lines[number + 1 :], *after]
    if not above and before and not before.dates and len(before.text) < 3 * _LONGEST_LINE:
        above = [line for line in before.lines if _may_be_title(line)][:1]
    words = [line for line in below if _may_be_title(line) and not is_place_line(line)]
    if above:
        title = above[-1] if len(above) == 1 or _KIND.fullmatch(above[0]) else above[0]
    else:
        title = words.pop(0) if words else subject
    places = _find_card_place(below, title)
    whole = "\n".join([block.lines[number][mention.end :], *below])
    data = _make_data(title.strip(_AROUND), places, find_first_url(whole), "\n".join(below))
    yield from _candidates_of(data, mention, whole, context, ())


def _may_be_title(line: str) -> bool:
    """Whether a line has words of its own: it is no address, no hours, nothing to click."""
    if ADDRESS.sub("", line).strip(_AROUND) == "" or _ACTION.fullmatch(line):
        return False
    labeled = LABELED.fullmatch(line)
    if labeled and FIELD_NAMES.get(labeled[1].lower()) not in ("title", None):
        return False
    return _has_words(line) and len(line) <= _LONGEST_LINE


def _find_card_place(below: Sequence[str], title: str) -> str:
    """The lines of the address, and the house above it; else a line of a town, or "online"."""
    lines = [line for line in below if _may_be_title(line) and line != title]
    for number, line in enumerate(lines):
        if is_place_line(line):
            place = find_place(line)
            is_whole = place is not None and place.start == 0 and "," in place.address
            has_house = is_whole and not _is_street_first(line)
            house = "" if number == 0 or has_house else lines[number - 1]
            address = re.sub(r"\s*·\s*", ", ", line)
            return ", ".join(part for part in (house, address) if part)
    return re.sub(r"\s*·\s*", ", ", lines[0]) if lines and len(lines[0]) < 40 else ""


def _is_street_first(line: str) -> bool:
    return is_place_line(line.split(",")[0])


def _read_sentence(
    block: Block,
    number: int,
    mention: DateMention,
    after: list[str],
    subject: str,
    context: ImportContext,
) -> Iterator[Candidate]:
    """A date within a sentence."""
    rest = " ".join([block.lines[number][mention.end :], *block.lines[number + 1 :]])
    whole = " ".join([*block.lines, *after])
    plain = ADDRESS.sub(" ", " ".join(block.lines))
    place = find_place(plain)
    title = subject or _name_of(block, number, mention, place.start if place else len(plain))
    doubts: tuple[Message, ...] = (translate("core", "The title is a guess from the text."),)
    if not title:
        title = " ".join(block.lines)[:_LONGEST_GUESS]
    url = find_first_url(rest) or find_first_url(whole)
    data = _make_data(title.strip(_AROUND.replace("#", "")), place.address if place else "", url,
                      plain)  # fmt: skip
    yield from _candidates_of(data, mention, rest, context, doubts, whole)


def _name_of(block: Block, number: int, mention: DateMention, stop: int) -> str:
    """What the event of a sentence is called, without its date and place."""
    before = " ".join([*block.lines[:number], block.lines[number][: mention.start]])
    plain = ADDRESS.sub(" ", " ".join(block.lines))
    at = len(before) + mention.end - mention.start
    behind = plain[at : max(at, stop)]
    return find_name(behind) or find_name(before)


# --- candidates -----------------------------------------------------------------------------------


def _make_data(title: str, place: str, url: str, words: str) -> EventData:
    data = add_location(EventData(escape_markdown(title) or "?", None, url=url), place)
    return replace(data, online=data.online or is_online(ADDRESS.sub(" ", words)))


def _candidates_of(
    data: EventData,
    mention: DateMention,
    words: str,
    context: ImportContext,
    doubts: tuple[Message, ...],
    whole: str = "",
) -> Iterator[Candidate]:
    """One candidate for each time span of a date."""
    registration = find_registration(whole or words, context)
    if mention.is_choice:
        doubts = (*doubts, translate("core", "The text leaves the choice between several dates."))
    for when in mention.when:
        span: TimeSpan = add_hours(when, words)
        yield Candidate(replace(data, when=span, registration=registration), doubts=doubts)
