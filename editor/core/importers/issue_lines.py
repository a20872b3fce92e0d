"""Lines as issues have them: what begins with a date, names a rule, or a deadline."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from editor.core.calendar import clock, dates, recurrence
from editor.core.checks.diagnostic import EMPTY_CONTEXT, Diagnostic
from editor.core.checks.event_dates import weekday
from editor.core.events.model import Event, EventData
from editor.core.events.reading import read_event_data
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    doubt_rule,
    is_address,
)
from editor.core.issue.issue import Issue, parse_issue

BULLET = re.compile(r"^[ \t]*(?:[*+•–-]|\d{1,2}\))[ \t]+(?=\S)")
"""The bullet of a list, in any form mails have."""
_SERIES = re.compile(r"\b(?:jede[nr]?|every)\.?\s|s (?:alle|aller|every) ", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:bis|until|deadline|frist)\b", re.IGNORECASE)
_DEADLINE_DATE = re.compile(r"\b(?:bis|until|Deadline:?)\s+(?:zum\s+)?")
_BEGINS = re.compile(
    r"\b(?:Beginn|Start|Uhrzeit|Zeit|Time)\W{0,3}:\s*(\S[^\n]{0,30})", re.IGNORECASE
)


def read_issue_lines(text: str, context: ImportContext) -> list[Candidate]:
    """Read the lines of a text that an issue could have, as an issue would be read.

    Args:
        text: A text whose lines end with ``\\n``.
        context: The issue they are read for.

    Returns:
        The candidates, deadlines first; none where no line is one an issue could have.
    """
    issue = parse_issue(_write_issue(text, context), context.profile)
    wrong_weekdays = list(weekday(issue, EMPTY_CONTEXT))
    return [_make_candidate(event, issue, wrong_weekdays) for event in issue.entries if event.title]


def _write_issue(text: str, context: ImportContext) -> str:
    """An issue of the events and deadlines that a text names."""
    events, deadlines = _sort_lines(text, context)
    conventions = context.profile.events
    sections = []
    for heading, lines in (
        (conventions.deadlines[0], deadlines),
        (conventions.events[0], events),
    ):
        if lines:
            sections.append(f"## {heading}\n" + "\n".join(lines) + "\n")
    body = "\n".join(sections)
    if context.day is None:
        return body
    return f"---\ndate: {context.day}\n---\n{body}"


def _sort_lines(text: str, context: ImportContext) -> tuple[list[str], list[str]]:
    """The lines of events and those of deadlines, each with the details below it."""
    events: list[str] = []
    deadlines: list[str] = []
    section: list[str] | None = None
    for line in text.split("\n"):
        words = BULLET.sub("", line).strip()
        if not words or words.startswith("#"):
            section = None
        elif _begins_event(words, context):
            events.append(f"* {words}")
            section = events
        elif _is_deadline(line, words, context):
            deadlines.append(f"* {words}")
            section = deadlines
        elif section is not None and _is_detail(line, words):
            section.append(f"  * {words}")
    return events, deadlines


def _begins_event(words: str, context: ImportContext) -> bool:
    if dates.read_time_span(words, 0, context.day):
        return True
    return bool(_SERIES.search(words)) and any(
        recurrence.read_rule(words, match.start(), context.day)
        for match in re.finditer(r"\b\w", words)
    )


def _is_deadline(line: str, words: str, context: ImportContext) -> bool:
    if not _DEADLINE.search(words) or not BULLET.match(line):
        return False
    return any(
        dates.read_time_span(words, match.end(), context.day)
        for match in _DEADLINE_DATE.finditer(words)
    )


def _is_detail(line: str, words: str) -> bool:
    if line[:1] in " \t" or BULLET.match(line):
        return True
    return is_address(words)


def _make_candidate(event: Event, issue: Issue, wrong_weekdays: Iterable[Diagnostic]) -> Candidate:
    doubts = tuple(
        diagnostic.message
        for diagnostic in wrong_weekdays
        if event.span.start <= diagnostic.span.start < event.span.end
    )
    doubts += doubt_rule(event.rule, event.rule_text, issue.profile.language)
    data = _add_hours(read_event_data(event, issue.text))
    href = event.href.of(issue.text) if event.href else ""
    return Candidate(data, href=href, doubts=doubts)


def _add_hours(data: EventData) -> EventData:
    """The event with the hours a line below it names, where its own line has none."""
    begins = _BEGINS.search(data.notes)
    if not begins or data.when is None or data.when.start_time is not None:
        return data
    hours = clock.read_hours(", " + begins[1], 0)[0]
    if not hours:
        return data
    when = replace(data.when, start_time=hours[0], end_time=hours[1])
    return replace(data, when=dates.roll_midnight(when))
