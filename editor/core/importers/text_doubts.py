"""What a text says of an event besides what was read of it: other hours, days, a length, a change.

Nobody else would see what a guess leaves out: it is shown beside the event, in its own words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time

from msgspec.structs import replace

from editor.core.base.messages import Message, translate
from editor.core.base.phrasebook import MONTH_NAMES
from editor.core.calendar.clock import read_hours
from editor.core.calendar.date_changes import find_change
from editor.core.calendar.remarks import CLOCK, DOORS_HOUR
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import Candidate, ImportContext
from editor.core.importers.date_mentions import DateMention, DateRole, find_dates
from editor.core.importers.text_blocks import ADDRESS
from editor.core.importers.written_hours import names_clocks

_LENGTH = re.compile(
    r"""
    \b (?: Dauer | Duration ) \b \W{0,3} [^\n.,;]{1,30}
    | \b (?: ca\.?\s | etwa\s | about\s )? (?: \d+ | zwei | drei | vier | two | three | four )
      (?: [,.]\d | \s?[-–]\s?\d+ )? \s? (?: Std\b | Stunden | hours )
    | \b (?: \d\d? | zwei | drei | vier | fünf | sechs ) \s
      (?-i: Termine | Abende | Treffen | sessions )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEW_PLACE = re.compile(
    r"\b(?:neuer|geänderter|anderer|new|different)\s(?:Ort|Raum|venue|location|place)\b", re.I
)
_MONTH = re.compile(rf"\b(?:{MONTH_NAMES})\b")
_SIGN_UP = re.compile(r"[^.!?\n]*\b(?:anmeld|anzumeld|melde|regist|rsvp|rückmeld)[^.!?\n]*", re.I)
_EACH_DAY = re.compile(r"\b(?:jeweils|täglich|each day|daily|every day)\b", re.IGNORECASE)
_MARKS = " \t,.:;()!"
_MOST = 3
"""How many such words are shown of one event."""


def add_text_doubts(candidate: Candidate, text: str, context: ImportContext) -> Candidate:
    """Doubt an event whose text says more about its time than was read.

    Args:
        candidate: The only event of a text.
        text: The text.
        context: The issue it was read for.

    Returns:
        The candidate, with a doubt that names the words.
    """
    if not candidate.is_read or candidate.data.kind is EntryKind.DEADLINE:
        return candidate
    words = ADDRESS.sub(" ", text)
    mentions = find_dates(words, context)
    said = dict.fromkeys(
        [
            *_find_changes(candidate.data, words, mentions),
            *_find_other_hours(candidate.data, words),
            *(match[0].strip(_MARKS) for match in _LENGTH.finditer(words)),
            *(match[0] for match in _NEW_PLACE.finditer(words)),
            *_find_each_day(candidate.data, words),
            *_find_days_off(candidate.data, words, mentions),
        ]
    )
    doubts = tuple(map(_doubt, list(said)[:_MOST]))
    return replace(candidate, doubts=(*candidate.doubts, *doubts))


def doubt_series(event: Candidate, meeting: Candidate | None) -> Candidate:
    """Doubt an event whose text says that it repeats.

    Args:
        event: The event.
        meeting: The meeting that the text names; None where it names none.

    Returns:
        The event, with a doubt that names the rule.
    """
    if meeting is None:
        return event
    message = translate("core", "The text says that it repeats: “{rule}”.")
    return replace(event, doubts=(*event.doubts, message.fill(rule=meeting.data.rule)))


def doubt_old_day(candidate: Candidate, mentions: Iterable[DateMention]) -> Candidate:
    """Doubt an event of a text that names a new day, too.

    Args:
        candidate: One of the events.
        mentions: The dates of the text.

    Returns:
        The candidate, with a doubt unless it is on the new day.
    """
    new = {when for mention in mentions if mention.role is DateRole.NEW for when in mention.when}
    when = candidate.data.when
    if not new or candidate.data.cancelled or when is None or when.start in {w.start for w in new}:
        return candidate
    message = translate("core", "The text names a new day: {day:%d.%m.%Y}.")
    doubt = message.fill(day=min(when.start for when in new))
    return replace(candidate, doubts=(*candidate.doubts, doubt))


def _doubt(words: str) -> Message:
    message = translate("core", "The text also says “{words}”.")
    return message.fill(words=words)


def _find_changes(data: EventData, text: str, mentions: Sequence[DateMention]) -> Iterator[str]:
    """Words that call the event off or move it, where the text names no new day."""
    if data.cancelled or find_change(data.title, 0):
        return
    if any(mention.role is DateRole.NEW for mention in mentions):
        return
    for line in text.split("\n"):
        change = find_change(line, 0)
        words = line[slice(*change)].strip(_MARKS) if change else ""
        if words and words.casefold() not in ("statt", "instead", "geplant", "planned"):
            yield words
            return


def _find_other_hours(data: EventData, text: str) -> Iterator[str]:
    """Hours that are neither its start nor its end, nor those of the doors or a registration."""
    if names_clocks(text):
        return
    when, registration = data.when, data.registration
    known: set[time | None] = {when.start_time, when.end_time} if when else set()
    known |= {registration.start_time} if registration else set()
    plain = DOORS_HOUR.sub(" ", _SIGN_UP.sub(" ", text))
    for clock in CLOCK.finditer(plain):
        hours, _ = read_hours(f" {clock[0]}", 0)
        is_clear = "." not in clock[0] or clock[0][-1].isalpha()  # else it may be a room
        if hours and hours[0] not in known and is_clear:
            yield clock[0]


def _find_each_day(data: EventData, text: str) -> Iterator[str]:
    """Words by which the hours of several days are those of each."""
    if data.when and data.when.end and data.when.start_time:
        yield from (match[0] for match in _EACH_DAY.finditer(text))


def _find_days_off(data: EventData, text: str, mentions: Sequence[DateMention]) -> Iterator[str]:
    """Days and months beside a rule that it does not name: "nicht am 17. Februar"."""
    if data.kind is not EntryKind.MEETING:
        return
    rest = text
    for mention in mentions:
        words = text[mention.start : mention.end].strip(_MARKS)
        rest = rest.replace(words, " ")
        if mention.role is DateRole.OFF and words not in data.rule:
            yield words
    for month in _MONTH.finditer(rest):
        if month[0] not in data.rule:
            yield month[0]
