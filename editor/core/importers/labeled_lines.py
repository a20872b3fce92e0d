"""Invitations of labeled lines: "Wann: … Wo: … Link: …"."""

import re
from dataclasses import replace

from editor.core.calendar import dates
from editor.core.importers.candidate import Candidate, ImportContext, find_first_url
from editor.core.importers.fields import FIELD_NAMES, LABELED, read_fields
from editor.core.importers.text_parts import REGISTER_UNTIL, REPLY_MARK

_HEADING = re.compile(r"[^\n]{2,90}[^.,:;!?\s]")
"""A line that may be the title of what is labeled below it: it is no sentence."""
_SUBJECT_LABELS = ("betreff", "subject")


def read_labeled_lines(text: str, context: ImportContext) -> list[Candidate]:
    """Read invitations of labeled lines.

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
            if _HEADING.fullmatch(line.strip()) and "when" not in events[-1]:
                events[-1]["heading"] = line.strip(" *_#")
            continue
        label, value = match[1].lower(), match[2].strip(" *_")
        if label in _SUBJECT_LABELS:
            subject = REPLY_MARK.sub("", value)
            continue
        name = FIELD_NAMES[label]
        if name == "when" and "when" in events[-1]:
            if not dates.read_time_span(value, 0, context.day):
                name = "hours"
        if name in events[-1] and name in ("when", "title", "place"):
            events.append({})
        events[-1].setdefault(name, value)
    candidates = [
        read_fields({"title": subject or fields.get("heading", ""), **fields}, context)
        for fields in events
    ]
    return [candidate for candidate in candidates if candidate]


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
    until = REGISTER_UNTIL.search(text)
    match = dates.read_time_span(text, until.end(), context.day) if until else None
    if until is None or match is None:
        return candidates
    line = text[until.start() : match.end] + text[match.end :].partition("\n")[0]
    data = candidates[0].data
    data = replace(data, registration=match.when, url=data.url or find_first_url(line))
    return [replace(candidates[0], data=data)]
