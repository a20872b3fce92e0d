"""Meetings in texts: lines that name a rule, with title and place before or behind it."""

import re
from dataclasses import replace
from datetime import date

from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.recurrence import read_rule
from editor.core.events.meeting_words import MeetingWords, read_to_the_end
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    doubt_rule,
    escape_markdown,
    find_first_url,
)
from editor.core.importers.places import add_location
from editor.core.importers.text_parts import find_name, find_place, is_online

_WORD = re.compile(r"(?<!\w)\w")
_VERB = re.compile(
    r"\s+(?:trifft|treffen|findet|ist|gibt|meets?|takes place|happens|lädt)\b.*", re.DOTALL
)
_ARTICLE = re.compile(r"^(?:Das|Der|Die|The|Our|Unsere?)\s+(?=[A-ZÄÖÜ])")
_ADDRESS = re.compile(r"https?://\S+")
_AROUND = " \t,.:;|–-!*_#()"
_LONGEST = 600


def read_rule_line(line: str, context: ImportContext) -> Candidate | None:
    """Read a line that names a rule.

    Args:
        line: A line, or a paragraph.
        context: The issue it is read for.

    Returns:
        The meeting, with a doubt where its rule is not certain; None for a line without a rule.
    """
    for begin in _WORD.finditer(line, 0, _LONGEST):
        rule = read_rule(line, begin.start(), context.day)
        if rule:
            read = read_to_the_end(line, rule, begin.start(), context.day)
            return _make_meeting(line, begin.start(), read, context)
    return None


def _make_meeting(
    line: str, start: int, read: MeetingWords, context: ImportContext
) -> Candidate | None:
    before, behind = line[:start].strip(_AROUND), line[read.end :]
    plain = _ADDRESS.sub(" ", behind)
    title, place = _split_behind(plain)
    if before:
        place = place or title
        title = find_name(before) if _VERB.search(f"{before} ") else ""
        title = title or _ARTICLE.sub("", _VERB.sub("", before))
    if not title.strip(_AROUND):
        return None
    hours = read.hours
    when = TimeSpan(date.min, hours[0], None, hours[1]) if hours else None
    data = EventData(
        escape_markdown(title.strip(_AROUND)),
        when,
        url=find_first_url(line),
        rule=read.phrase,
        kind=EntryKind.MEETING,
    )
    data = add_location(data, re.sub(r"^(?:im|in|in der|at)\s+", "", place.strip(_AROUND)))
    data = replace(data, online=data.online or is_online(plain))
    return Candidate(data, doubts=doubt_rule(read.rule, read.phrase, context.profile.language))


def _split_behind(words: str) -> tuple[str, str]:
    """Title and place behind a rule: "Weg 1: Treffen", or ": Treffen, Haus, Weg 1"."""
    words = words.strip(" \t,.")
    if not words.startswith(":") and ": " in words:
        place, _, title = words.rpartition(": ")
        return title, place
    place_found = find_place(words)
    if place_found:
        return words[: place_found.start], place_found.address
    title, _, place = words.strip(_AROUND).partition(", ")
    return title, place
