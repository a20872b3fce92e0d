"""Invitations as mails have them: labeled lines, or a date anywhere in a sentence."""

import re
from dataclasses import replace

from editor.core.base.messages import translate
from editor.core.calendar import dates
from editor.core.calendar.dates import TimeSpan
from editor.core.events.model import EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    escape_markdown,
    find_first_url,
)
from editor.core.importers.fields import FIELD_NAMES, LABELED, read_fields, respell_hours
from editor.core.importers.issue_lines import BULLET

_SUBJECT_LABELS = ("betreff", "subject")
_REPLY_MARK = re.compile(r"^(?:(?:re|aw|fwd?|wg):\s*)+", re.IGNORECASE)
_DATE = re.compile(
    r"""
    (?:                                                 # a weekday
        \b(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\ (?:de[nm]\ |the\ )?
    )?
    \b\d{1,2}\.\s?
    (?:
        \d{1,2}\.                                       # 3.4.
        | [A-ZÄ][a-zä]{2,8}                             # 3. April
        | (?:bis|und|&|-|–)\s?\d                        # 3. bis 5. April
    )
    """,
    re.VERBOSE,
)
"""What may begin a date inside a sentence."""
_NOT_ON = re.compile(
    r"""
    \b (?: bis | seit | nicht | kein\w* | außer | ausser | statt | anstatt | ohne | vor | nach
      | until | till | since | not | except | instead\ of | without | before | after )
    (?: \s+ (?: zum | vom | dem | den | der | am | an | on | the ) )* \s* $
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before a day on which an event does not take place."""
_REGISTER_UNTIL = re.compile(
    r"""
    \b(?:Anmeldung(?:en)?|anmelden|Anmeldeschluss|register)\b
    [^\n.]{0,40}?
    \b(?:bis|until|by|ist)\b
    (?:\s+(?:zum|am|spätestens))*
    \s+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before the day until which participants can register."""
_LONGEST_TITLE = 120
_LONGEST_GUESS = 80


def read_labeled_lines(text: str, context: ImportContext) -> list[Candidate]:
    """Read invitations of labeled lines: "Wann: … Wo: … Link: …".

    Args:
        text: A text whose lines end with ``\\n``; the subject of a mail is the title of an event
            that has no other.
        context: The issue they are read for.

    Returns:
        The candidates; a label that comes again begins the next one.
    """
    events: list[dict[str, str]] = [{}]
    subject = ""
    for line in text.split("\n"):
        match = LABELED.fullmatch(line.strip())
        if not match:
            continue
        label, value = match[1].lower(), match[2].strip(" *_")
        if label in _SUBJECT_LABELS:
            subject = _REPLY_MARK.sub("", value)
            continue
        name = FIELD_NAMES[label]
        if name == "when" and "when" in events[-1]:
            if not dates.read_time_span(value, 0, context.day):
                name = "hours"
        if name in events[-1] and name in ("when", "title", "place"):
            events.append({})
        events[-1].setdefault(name, value)
    candidates = [read_fields({"title": subject, **fields}, context) for fields in events]
    return [candidate for candidate in candidates if candidate]


def read_prose(text: str, context: ImportContext) -> list[Candidate]:
    """Read the dates that stand anywhere in the sentences of a text.

    Args:
        text: A text whose lines end with ``\\n``.
        context: The issue they are read for.

    Returns:
        The candidates; their titles are guesses, and say so.
    """
    candidates = []
    title, url = "", find_first_url(text)
    for line in text.split("\n"):
        words = BULLET.sub("", line).strip()
        match = LABELED.fullmatch(words)
        if match and FIELD_NAMES[match[1].lower()] == "title":
            title = match[2].strip(" *_#")
            continue
        when = _find_date(words, context)
        if when:
            data = EventData(escape_markdown(title or words[:_LONGEST_GUESS]), when, url=url)
            doubt = translate("core", "The title is a guess from the text.")
            candidates.append(Candidate(data, doubts=(doubt,)))
        elif words and not title and len(words) < _LONGEST_TITLE:
            title = words.strip(" *_#")
    return candidates


def _find_date(words: str, context: ImportContext) -> TimeSpan | None:
    """The first date of an event in a line, before the words that ask to register."""
    until = _REGISTER_UNTIL.search(words)
    respelled = respell_hours(words)
    for start in _DATE.finditer(words):
        if until and start.start() >= until.start():
            return None
        if _NOT_ON.search(words[: start.start()]):
            continue
        match = dates.read_time_span(respelled, start.start(), context.day)
        if match:
            return match.when
    return None


def add_registration(
    candidates: list[Candidate], text: str, context: ImportContext
) -> list[Candidate]:
    """Add until when participants can register, and where.

    Args:
        candidates: What was found in the text.
        text: The text.
        context: The issue they are read for.

    Returns:
        The candidates; where there is more than one, or the text names no day, as they were.
    """
    if len(candidates) != 1:
        return candidates
    until = _REGISTER_UNTIL.search(text)
    match = dates.read_time_span(text, until.end(), context.day) if until else None
    if until is None or match is None:
        return candidates
    line = text[until.start() : match.end] + text[match.end :].partition("\n")[0]
    data = candidates[0].data
    data = replace(data, registration=match.when, url=data.url or find_first_url(line))
    return [replace(candidates[0], data=data)]
