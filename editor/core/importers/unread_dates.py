"""Dates in a text that gave no event: what was left out is shown, and can be completed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from editor.core.base.messages import translate
from editor.core.calendar.vocabulary import MONTHS
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import Candidate, ImportContext, escape_markdown
from editor.core.importers.date_mentions import DateMention, DateRole, find_dates
from editor.core.importers.text_blocks import ADDRESS, split_blocks, split_mail
from editor.core.importers.written_hours import names_clocks

_DATE_LIKE = re.compile(
    rf"""
    (?<![\d.]) \d{{1,2}}\.\s?\d{{1,2}}\. (?:\s?\d{{2,4}})? (?!\d)
    | (?<![\d/]) \d{{1,2}}/\d{{1,2}}/\d{{2,4}} (?![\d/])
    | \b \d{{1,2}}\. \s? (?:{"|".join(MONTHS)}) \b
    | \b (?:Anfang|Mitte|Ende|early|mid|late) \s (?:{"|".join(MONTHS)}) \b
    | \b KW \s? \d{{1,2}} \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What looks like a date, whether or not it is one."""
_LONGEST = 160
_MOST = 20
"""How many such texts are listed."""


def find_unread(
    text: str, candidates: Sequence[Candidate], context: ImportContext
) -> list[Candidate]:
    """Find the lines whose dates gave no event.

    Args:
        text: The text that was read.
        candidates: What was found in it.
        context: The issue it was read for.

    Returns:
        One candidate without a date for each line, at most 20; its title is the line.
    """
    known = {day for candidate in candidates for day in _days_of(candidate.data)}
    if names_clocks(text):  # on other clocks it may be another day
        known |= {day + timedelta(days=step) for day in known for step in (-1, 1)}
    rules = " ".join(candidate.data.rule for candidate in candidates)
    found: list[Candidate] = []
    _, lines = split_mail(text)
    for block in split_blocks(lines, context):
        for line in block.lines:
            if len(found) < _MOST and _is_unread(line, known, rules, context):
                found.append(_make_candidate(line))
    return found


def _days_of(data: EventData) -> Iterator[date]:
    for when in (data.when, data.registration):
        if when:
            yield from (when.start, when.last)


def _is_unread(line: str, known: set[date], rules: str, context: ImportContext) -> bool:
    plain = ADDRESS.sub(lambda match: " " * len(match[0]), line)
    mentions = find_dates(plain, context)
    if any(_is_left_out(mention, plain, known, rules) for mention in mentions):
        return True
    return not mentions and any(match[0] not in rules for match in _DATE_LIKE.finditer(plain))


def _is_left_out(mention: DateMention, line: str, known: set[date], rules: str) -> bool:
    if mention.role is DateRole.OFF or (mention.role is DateRole.NEXT and rules):
        return False
    words = line[mention.start : mention.end].partition(",")[0]
    return words not in rules and not any(span.start in known for span in mention.when)


def _make_candidate(line: str) -> Candidate:
    message = translate("core", "Not read: say when it takes place, and tick it.")
    data = EventData(escape_markdown(line[:_LONGEST]), None, kind=EntryKind.EVENT)
    return Candidate(data, doubts=(message,))
