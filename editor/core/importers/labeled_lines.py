"""Invitations of labeled lines: "Wann: … Wo: … Link: …"."""

import re

from msgspec.structs import replace

from editor.core.calendar import dates
from editor.core.importers.candidate import Candidate, ImportContext, find_first_url
from editor.core.importers.date_mentions import find_registration_date
from editor.core.importers.fields import FIELD_NAMES, LABEL_WORDS, LABELED, read_fields
from editor.core.importers.text_parts import REPLY_MARK

_HEADING = re.compile(r"[^\n]{2,90}[^.,:;!?\s]")
"""A line that may be the title of what is labeled below it: it is no sentence."""
_LABEL_ALONE = re.compile(
    rf"""
    ^ (?P<label> \W{{0,4}} (?:{LABEL_WORDS}) \*{{0,2}} : \*{{0,2}} ) [^\S\n]* \n
    (?P<value>
        (?! .* :\s*$ ) .*\S.*
        (?: \n (?! \W{{0,4}} (?:{LABEL_WORDS}) \W{{0,3}} (?::|$) ) .*\S.* ){{0,3}}
    )
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""A label, and the lines of its value."""
_SUBJECT_LABELS = ("betreff", "subject")


def join_labels(text: str) -> str:
    """Join labels that stand alone with the lines below them.

    >>> join_labels("Wann:\\n5. März\\n\\nWo:\\nHaus\\nWeg 1")
    'Wann: 5. März\\n\\nWo: Haus, Weg 1'

    Args:
        text: A text whose lines end with ``\\n``.

    Returns:
        The text, in which a label and all of its value are one line.
    """
    return _LABEL_ALONE.sub(_join_label, text)


def _join_label(match: re.Match[str]) -> str:
    lines = [line.strip() for line in match["value"].splitlines()]
    return f"{match['label']} {', '.join(lines)}"


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
    mention = find_registration_date(text, context)
    if mention is None:
        return candidates
    _, _, before = text[: mention.start].rpartition("\n")
    line = before + text[mention.start :].partition("\n")[0]
    data = candidates[0].data
    data = replace(data, registration=mention.when[0], url=data.url or find_first_url(line))
    return [replace(candidates[0], data=data)]
