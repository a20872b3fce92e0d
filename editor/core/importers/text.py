"""Text read into candidates: lines in any form an issue has, a mail, a table from a spreadsheet."""

import re

from msgspec.structs import replace

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    is_past,
    report_past,
)
from editor.core.importers.invitations import read_invitations
from editor.core.importers.labeled_lines import add_registration, join_labels, read_labeled_lines
from editor.core.importers.tables import read_table, split_table
from editor.core.importers.text_doubts import add_text_doubts
from editor.core.importers.unread_dates import find_unread
from editor.core.importers.written_hours import convert_hours

_MAX_LENGTH = 200_000
_QUOTE_MARKS = re.compile(r"^(?:[>|]\s?)+")
_HEADER = re.compile(
    r"""
    \*{0,2}
    (?:
        Von | From | Gesendet | Sent | An | To | Cc | Bcc | Datum | Date | Betreff | Subject
        | Antwort\ an | Reply-To
    )
    \*{0,2}:
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"^(?:Am|On)\s.{6,120}\s(?:schrieb|wrote)\b.{0,80}:$", re.IGNORECASE)
"""What a mail program writes before what it quotes."""
_SENDER = re.compile(r"\*{0,2}(?:Von|From)\*{0,2}:", re.IGNORECASE)
_SUBJECT = re.compile(r"\*{0,2}(?:Betreff|Subject)\*{0,2}:", re.IGNORECASE)
_WHEN_LABEL = re.compile(
    r"^\W{0,4}(?:wann|datum|when|date|termin|beginn|start)(?:\W{0,3}:|\?)",
    re.IGNORECASE | re.MULTILINE,
)


def read_text(text: str, context: ImportContext) -> ImportResult:
    """Read the events a text names.

    Args:
        text: A mail, a table, or any other text.
        context: The issue they are read for.

    Returns:
        The candidates that are not over, and what was left out.

    Raises:
        InputRejected: If no date was found, or the text is too long.
    """
    if len(text) > _MAX_LENGTH:
        raise InputRejected(translate("core", "The text is too long to look for events in it."))
    text = _remove_headers(_remove_quote_marks(text))
    candidates, undated_count = _find_candidates(text, context)
    unread = [] if undated_count else find_unread(text, candidates, context)
    if not (candidates or unread):
        raise InputRejected(translate("core", "No date was found in the text, so no event."))
    coming = tuple(candidate for candidate in candidates if not is_past(candidate, context.day))
    problems = report_past(len(candidates) - len(coming))
    if undated_count:
        message = translate("core", "{count} rows have no date that can be read.")
        problems = (message.fill(count=undated_count), *problems)
    return ImportResult((*coming, *unread), problems)


def _find_candidates(text: str, context: ImportContext) -> tuple[list[Candidate], int]:
    """The events of a text, and how many rows of a table have no date."""
    candidates: list[Candidate] = []
    undated_count = 0
    text = join_labels(text)
    if _WHEN_LABEL.search(text):
        candidates = _read_labeled(text, context)
    rows = [] if candidates else split_table(text)
    if rows:
        candidates, undated_count = read_table(rows, context)
    if not candidates:
        candidates = read_invitations(text, context)
    if not candidates:
        candidates = _read_labeled(text, context)
    return candidates, undated_count


def _read_labeled(text: str, context: ImportContext) -> list[Candidate]:
    candidates = add_registration(read_labeled_lines(text, context), text, context)
    if len(candidates) != 1:
        return candidates
    (candidate,) = candidates
    if when := candidate.data.when:
        found = convert_hours(when, text, context.profile.timezone)
        data = replace(candidate.data, when=found.when)
        candidate = replace(candidate, data=data, doubts=(*candidate.doubts, *found.doubts))
    return [add_text_doubts(candidate, text, context)]


def _remove_quote_marks(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_QUOTE_MARKS.sub("", line).rstrip() for line in lines)


def _remove_headers(text: str) -> str:
    """A mail without the lines that say who sent it when; the subject stays."""
    kept: list[str] = []
    headers: list[str] = []
    for line in [*text.split("\n"), ""]:
        if _QUOTED.match(line.strip()):
            continue
        if _HEADER.match(line.strip()):
            headers.append(line)
            continue
        if any(_SENDER.match(header.strip()) for header in headers):
            headers = [header for header in headers if _SUBJECT.match(header.strip())]
        kept += [*headers, line]
        headers = []
    return "\n".join(kept[:-1])
