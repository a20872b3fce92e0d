"""Invitations in any form people send them: sentences, lines, headings with dates below, cards.

A text is taken in blocks, between empty lines and bullets. A date at the beginning of a line is
followed by title and place; one that stands alone has its title above or below; any other is part
of a sentence.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from editor.core.base.messages import Message, translate
from editor.core.calendar.date_words import is_of_time
from editor.core.calendar.remarks import CLOCK
from editor.core.events.location import ONLINE_WORDS
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    escape_markdown,
    find_first_url,
)
from editor.core.importers.card_lines import (
    LEADS,
    LONGEST_LINE,
    find_card_place,
    find_card_title,
    has_title_above,
    has_words,
    is_sentence,
    may_be_title,
    without_hours,
    without_late_hours,
)
from editor.core.importers.date_mentions import DateMention, DateRole, find_registration
from editor.core.importers.issue_lines import read_issue_lines
from editor.core.importers.places import add_location
from editor.core.importers.rule_lines import read_rule_line
from editor.core.importers.shared_lines import share_line
from editor.core.importers.text_blocks import (
    ADDRESS,
    Block,
    find_following,
    split_blocks,
    split_mail,
)
from editor.core.importers.text_doubts import add_text_doubts, doubt_old_day, doubt_series
from editor.core.importers.text_parts import (
    AROUND,
    SENTENCE_END,
    find_name,
    find_place,
    find_quoted,
    is_online,
)
from editor.core.importers.written_hours import add_hours, end_of_words, is_clocks

_LONGEST_GUESS = 80
_LONGEST_NAME = 70
_AROUND_HASHTAG = AROUND.replace("#", "")
_NO_NAME = re.compile(
    r"(?i:^(?:wir|we|neuer?|neues|new|termin|ersatztermin|wann|when|date|datum)\b)|"
    r"\b(?:ist|sind|findet|finden|trifft|treffen|laden|lädt|gibt|wird|werden|startet|"
    r"beginnt|läuft|wir|is|are|will|takes|meets?|we)\b"
)
_BEFORE_DATE = re.compile(r"(?:[\s,:–-]+(?:am|vom|ab|on|from))?[\s,:–-]*$")
_VERB_FIRST = re.compile(
    r"(?:ist|sind|findet|finden|trifft|treffen|laden|lädt|gibt|wird|werden|startet|beginnt|läuft|"
    r"haben|hat|kommt|machen|fällt|entfällt|bleibt|is|are|will|takes|meets?|we|wir)\b"
)
_DAY = re.compile(r"\d[^,]*|^.*$")
"""A day without its weekday and hours."""
_LAST_SENTENCE = re.compile(r"^.*(?<!\d)[.!?]\s+", re.DOTALL)
"""What stands before the last sentence."""


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
    readings = [_read_without_others(block, context) for block in blocks]
    dated = [bool(block.dates) for block in blocks]
    begins = [is_dated or any(read) for is_dated, read in zip(dated, readings, strict=True)]
    candidates: list[Candidate] = []
    for number, (block, (listed, meeting)) in enumerate(zip(blocks, readings, strict=True)):
        before = blocks[number - 1] if number else None
        after = find_following(blocks, number, dated if block.dates else begins)
        if meeting and _holds_dates(meeting, block):
            found = [meeting]
        elif listed and not any(map(_holds_more, listed)):
            found = listed
        else:
            events = _read_block(block, before, after, subject, context) if block.dates else ()
            found = [doubt_series(event, meeting) for event in events]
        if len(found) > 1:
            found = share_line(found, block.lines, context)
            mentions = [mention for _, mention in block.dates]
            found = [doubt_old_day(candidate, mentions) for candidate in found]
        elif found:
            found = [add_text_doubts(found[0], "\n".join([*block.lines, *after]), context)]
        candidates += found
    return candidates


def _read_without_others(
    block: Block, context: ImportContext
) -> tuple[list[Candidate], Candidate | None]:
    """The events of a block whose lines are those of an issue; else the meeting that it names."""
    if not has_title_above(block):
        if listed := read_issue_lines("\n".join(block.raw), context):
            return listed, None
    return [], read_rule_line(block.text, context)


def _holds_dates(meeting: Candidate, block: Block) -> bool:
    """Whether all dates of a block are those of a rule, such as "jeden Montag ab 2. März"."""
    return all(
        _DAY.findall(block.lines[number][mention.start : mention.end])[0] in meeting.data.rule
        for number, mention in block.dates
        if mention.role is not DateRole.NEXT
    )


def _holds_more(candidate: Candidate) -> bool:
    """Whether the title of a line as issues have it holds a place, an address, or no words."""
    data = candidate.data
    if data.kind is not EntryKind.EVENT or "](" in data.title:
        return False
    title = data.title
    words = title.strip(AROUND)
    if _VERB_FIRST.match(words) or title.startswith("("):
        return True
    is_about_time = is_of_time(words) or end_of_words(words) > 0 or bool(CLOCK.search(words))
    return is_about_time or bool(find_place(title) or find_first_url(title) or is_online(title))


def _read_block(
    block: Block, before: Block | None, after: list[str], subject: str, context: ImportContext
) -> Iterator[Candidate]:
    """The events of a block: one for each line that begins with a date, else one for all of it."""
    number, mention = block.dates[0]
    line = block.lines[number]
    behind = line[mention.end :].strip(AROUND)
    has_lead = line[: mention.start].strip(AROUND).lower() not in LEADS
    is_short = all(len(line) <= LONGEST_LINE for line in block.lines)
    is_place = ONLINE_WORDS.fullmatch(without_hours(behind)) or has_title_above(block)
    is_line = not has_lead and has_words(behind) and not is_sentence(behind) and not is_place
    for number, mention in block.dates:
        if is_line:
            yield from _read_line(block, number, mention, context)
        elif not has_lead and is_short and not is_sentence(behind):
            yield from _read_card(block, number, mention, before, after, subject, context)
        else:
            yield from _read_sentence(block, number, mention, after, subject, context)


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
    title = without_hours((plain[: place.start] if place else plain).strip(" *,:"))
    town = place.address.rpartition(" ")[2] if place else ""
    title = re.sub(rf"\s+(?:in|im|@)\s+{re.escape(town)}\W*$", "", title) if town else title
    title = re.sub(r"\((?:online|virtuell)\)", "", title, flags=re.IGNORECASE)
    title = without_late_hours(title) or title
    data = _make_data(title.strip(AROUND), place.address if place else "", url, plain, context)
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
    above = [line for line in block.lines[:number] if may_be_title(line)]
    dated = {other for other, _ in block.dates}
    below = [
        line for other, line in enumerate(block.lines) if other > number and other not in dated
    ]
    below += after
    behind = without_hours(block.lines[number][mention.end :]).strip(AROUND)
    if has_words(behind) and not CLOCK.search(behind) and not is_clocks(behind):
        below = [behind, *below]
    if not above and before and not before.dates and len(before.text) < 3 * LONGEST_LINE:
        above = [line for line in before.lines if may_be_title(line)][:1]
    title = find_card_title(above, below) or subject
    places = find_card_place(below, title)
    whole = "\n".join([block.lines[number][mention.end :], *below])
    data = _make_data(title.strip(AROUND), places, find_first_url(whole), whole, context)
    yield from _candidates_of(data, mention, whole, context, ())


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
    data = _make_data(
        title.strip(_AROUND_HASHTAG), place.address if place else "", url, plain, context
    )
    yield from _candidates_of(data, mention, rest, context, doubts, whole)


def _name_of(block: Block, number: int, mention: DateMention, stop: int) -> str:
    """What the event of a sentence is called, without its date and place."""
    before = " ".join([*block.lines[:number], block.lines[number][: mention.start]])
    plain = ADDRESS.sub(" ", " ".join(block.lines))
    at = len(before) + mention.end - mention.start
    behind = _sentence_of(plain[at : max(at, stop)])
    own = _LAST_SENTENCE.sub("", before)
    lead = _BEFORE_DATE.sub("", own).strip(AROUND)
    is_name = lead[:1].isupper() and len(lead) <= _LONGEST_NAME and not _NO_NAME.search(lead)
    return (
        find_name(own)
        or find_name(behind)
        or find_name(before)
        or (lead if is_name else "")
        or find_name(_sentence_of(plain[at:]))
        or find_quoted(plain)
    )


def _sentence_of(text: str) -> str:
    """A text up to the end of its first sentence."""
    return SENTENCE_END.split(text, maxsplit=1)[0]


# --- candidates -----------------------------------------------------------------------------------


def _make_data(title: str, place: str, url: str, words: str, context: ImportContext) -> EventData:
    data = add_location(
        EventData(escape_markdown(title) or "?", None, url=url), place, context.profile.timezone
    )
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
    if mention.has_wrong_weekday:
        doubts = (*doubts, translate("core", "The weekday beside the date is another one."))
    is_cancelled = mention.role is DateRole.CANCELLED
    words = _sentence_of(words) if is_cancelled else words  # what follows is of another day
    for when in mention.when:
        found = add_hours(when, words, context.profile.timezone)
        made = replace(data, when=found.when, registration=registration, cancelled=is_cancelled)
        yield Candidate(made, doubts=(*doubts, *found.doubts))
