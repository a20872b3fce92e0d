"""Meetings in texts: lines that name a rule, with title and place before or behind it."""

import re

from msgspec.structs import replace

from editor.core.base.messages import translate
from editor.core.calendar.clock import read_hours
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.recurrence import Rule, read_phrase, read_rule
from editor.core.events.meeting_words import MeetingWords, find_limit, read_to_the_end
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    doubt_rule,
    escape_markdown,
    find_first_url,
)
from editor.core.importers.places import add_location
from editor.core.importers.text_blocks import ADDRESS
from editor.core.importers.text_parts import AROUND, find_name, find_place, is_online

_WORD = re.compile(r"(?<!\w)\w")
_VERB = re.compile(
    r"\s+(?:trifft|treffen|findet|ist|gibt|meets?|takes place|happens|lädt)\b.*", re.DOTALL
)
_ARTICLE = re.compile(r"^(?:Das|Der|Die|The|Our|Unsere?)\s+(?=[A-ZÄÖÜ])")
_SENTENCE = re.compile(r"(?<!\d)[.!?]\s+[A-ZÄÖÜ]")
_PREPOSITION = re.compile(r"\s+(?:im|in(?:\s+de[rmn])?|am|an|bei|at|in\s+the)\s*$")
_NEXT_DATES = re.compile(
    r"^(?:nächste|kommende|weitere|next|upcoming)\s(?:Termine?|dates?)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line with the next days of a series."""
_PRONOUNS = ("Wir", "We", "Es", "It")
"""What invites in a sentence, and is no name."""
_LONGEST = 600


def read_rule_line(line: str, context: ImportContext) -> Candidate | None:
    """Read a line that names a rule.

    Args:
        line: A line, or a paragraph.
        context: The issue it is read for.

    Returns:
        The meeting, with a doubt where its rule is not certain; None for a line without a rule.
    """
    line = _NEXT_DATES.sub("", line)
    line = re.sub(r",?\s*\n\s*", ", ", line.strip())  # what stands in a line of its own is a part
    for begin in _WORD.finditer(line, 0, _LONGEST):
        rule = read_rule(line, begin.start(), context.day)
        if rule:
            read = read_to_the_end(line, rule, begin.start(), context.day)
            return _make_meeting(line, begin.start(), rule, read, context)
    return None


def _make_meeting(
    line: str, start: int, rule: Rule, read: MeetingWords, context: ImportContext
) -> Candidate | None:
    before, behind = line[:start].strip(AROUND), line[read.end :]
    phrase, hours = read.phrase, read.hours
    rest = line[read_hours(line, rule.end)[1] :]
    if read.rule is not rule and hours and (limit := find_limit(rest).strip(" .,()")):
        # what limits the rule stands behind title and place
        phrase = f"{line[start : rule.end]} ({limit})"
        rule, behind = read_phrase(phrase, context.day) or rule, rest.replace(limit, "")
    else:
        rule = read.rule
    plain = ADDRESS.sub(" ", behind)
    title, place = _split_behind(plain)
    if before:
        place = place or title
        title = find_name(before) if _VERB.search(f"{before} ") else ""
        title = title or _ARTICLE.sub("", _VERB.sub("", before))
        title = find_name(plain) or place.split(",")[0] if title in _PRONOUNS else title
    if not title.strip(AROUND):
        return None
    when = TimeSpan.of_hours(hours)
    data = EventData(
        escape_markdown(title.strip(AROUND)),
        when,
        url=find_first_url(line),
        rule=phrase,
        kind=EntryKind.MEETING,
    )
    data = add_location(
        data, re.sub(r"^(?:im|in|in der|at)\s+", "", place.strip(AROUND)), context.profile.timezone
    )
    data = replace(data, online=data.online or is_online(plain))
    doubts = doubt_rule(rule, phrase, context.profile.language)
    if _VERB.search(f"{before} ") or _SENTENCE.search(behind):
        doubts = (*doubts, translate("core", "The title is a guess from the text."))
    return Candidate(data, doubts=doubts)


def _split_behind(words: str) -> tuple[str, str]:
    """Title and place behind a rule: "Weg 1: Treffen", or ": Treffen, Haus, Weg 1"."""
    words = words.strip(" \t,.")
    place_found = find_place(words)
    if not words.startswith(":") and ": " in words and not _SENTENCE.search(words):
        place, _, title = words.rpartition(": ")
        return title, place
    if place_found:
        return _PREPOSITION.sub("", words[: place_found.start]), place_found.address
    title, _, place = words.strip(AROUND).partition(", ")
    return title, place
