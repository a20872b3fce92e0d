"""Text read into candidates: lines in any form an issue has, a mail, a table from a spreadsheet."""

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar import dates, recurrence
from editor.core.checks.event_dates import weekday
from editor.core.checks.table import EMPTY_CONTEXT, Diagnostic
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.events.reading import read_event_data
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    first_address,
    is_over,
    plain_words,
    with_location,
)
from editor.core.issue.issue import parse_issue

_LONGEST = 200_000
_LABELS = {
    "when": "wann|datum|termin|zeit|date|when|tag|beginn|start|von|from|day",
    "hours": "uhrzeit|time|zeit|uhr",
    "end": "ende|end|bis|until|to",
    "place": "wo|ort|where|location|adresse|address|place|veranstaltungsort",
    "title": "was|titel|title|betreff|subject|event|veranstaltung|thema|name|what",
    "url": "link|url|web|website|anmeldung|info|infos|mehr|registration|homepage",
    "notes": "notiz|notizen|notes|beschreibung|description|bemerkung",
}
_COLUMNS = {word: name for name, listed in _LABELS.items() for word in listed.split("|")}
_LABEL = re.compile(
    r"\W{0,4}(" + "|".join(sorted(_COLUMNS, key=len, reverse=True)) + r")\W{0,3}:\s*(.+)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^(?:[>|]\s?)+")
_BULLET = re.compile(r"^[ \t]*(?:[*+•–-]|\d{1,2}\))[ \t]+(?=\S)")
_SERIES = re.compile(r"\b(?:jede[nr]?|every)\.?\s|s (?:alle|aller|every) ", re.IGNORECASE)
_DUE = re.compile(r"\b(?:bis|until|deadline|frist)\b", re.IGNORECASE)
_ANYWHERE = re.compile(
    r"(?:\b(?:Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? (?:de[nm] |the )?)?"
    r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}|(?:bis|und|&|-|–)\s?\d)"
)
_REGISTER = re.compile(
    r"\b(?:Anmeldung(?:en)?|anmelden|Anmeldeschluss|register)\b[^\n.]{0,40}?\b(?:bis|until|by|ist)\b(?:\s+(?:zum|am|spätestens))*\s+",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\*{0,2}(?:Von|From|Gesendet|Sent|An|To|Cc|Bcc|Datum|Date|Betreff|Subject|Antwort an|Reply-To)\*{0,2}:",
    re.IGNORECASE,
)
_SENDER = re.compile(r"\*{0,2}(?:Von|From)\*{0,2}:", re.IGNORECASE)
_SUBJECT = re.compile(r"\*{0,2}(?:Betreff|Subject)\*{0,2}:", re.IGNORECASE)
_WHEN_LABEL = re.compile(
    r"^\W{0,4}(?:wann|datum|when|date|termin)\W{0,3}:", re.IGNORECASE | re.MULTILINE
)
_BEGINS = re.compile(
    r"\b(?:Beginn|Start|Uhrzeit|Zeit|Time)\W{0,3}:\s*(\S[^\n]{0,30})", re.IGNORECASE
)
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?")
_AT = re.compile(r",?\s+(?:um|ab|at)\s+(?=\d)")


def read_lines(text: str, context: ImportContext) -> ImportResult:
    """The events a text names. Raises InputRejected where there are none."""
    if len(text) > _LONGEST:
        raise InputRejected(translate("core", "The text is too long to look for events in it."))
    text = "\n".join(
        _QUOTED.sub("", line).rstrip()
        for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    )
    text = _without_headers(text)
    rows = _rows(text)
    found, unread = _table(rows, context) if rows else ([], 0)
    if not found and _WHEN_LABEL.search(text):
        found = _registered(_labelled(text, context), text, context)
    if not found:
        found = _as_issue(text, context) or _registered(
            _labelled(text, context) or _prose(text, context), text, context
        )
    if not found:
        raise InputRejected(translate("core", "No date was found in the text, so no event."))
    left = [
        one
        for one in found
        if one.values.kind == EntryKind.MEETING or not is_over(one.values.when, context.day)
    ]
    told = (
        (unread, translate("core", "{count} rows have no date that can be read.")),
        (
            len(found) - len(left),
            translate("core", "{count} events are over at publication and were left out."),
        ),
    )
    return ImportResult(
        tuple(left), tuple(sentence.fill(count=count) for count, sentence in told if count)
    )


def _without_headers(text: str) -> str:
    """A mail without the lines that say who sent it when; the subject stays."""
    lines, kept, block = text.split("\n"), list[str](), list[str]()
    for line in [*lines, ""]:
        if _HEADER.match(line.strip()):
            block.append(line)
            continue
        sent = any(_SENDER.match(header.strip()) for header in block)
        kept += [header for header in block if not sent or _SUBJECT.match(header.strip())]
        block = []
        kept.append(line)
    return "\n".join(kept[:-1])


def _registered(found: list[Candidate], text: str, context: ImportContext) -> list[Candidate]:
    """The one event of a mail with the day until which people can register, and where."""
    match = _REGISTER.search(text) if len(found) == 1 else None
    reading = dates.read_time_span(text, match.end(), context.day) if match else None
    if not match or not reading:
        return found
    line = text[
        match.start() : text.find("\n", reading.end) if "\n" in text[reading.end :] else len(text)
    ]
    values = replace(
        found[0].values, registration=reading.when, url=found[0].values.url or first_address(line)
    )
    return [replace(found[0], values=values)]


# --- lines as issues have them --------------------------------------------------------------------


def _as_issue(text: str, context: ImportContext) -> list[Candidate]:
    """Lines that begin with a date, name a rule, or a deadline: read as an issue would be."""
    dated, due = [], []
    target: list[str] | None = None
    for line in text.split("\n"):
        bare = _BULLET.sub("", line).strip()
        if not bare or bare.startswith("#"):
            target = None
        elif dates.read_time_span(bare, 0, context.day) or (
            _SERIES.search(bare) and _has_rule(bare)
        ):
            dated.append(f"* {bare}")
            target = dated
        elif _DUE.search(bare) and _BULLET.match(line) and _due_date(bare, context):
            due.append(f"* {bare}")
            target = due
        elif target is not None and (
            line[:1] in " \t" or _BULLET.match(line) or first_address(bare) == bare
        ):
            target.append(f"  * {bare}")
    conventions = context.profile.events
    parts = [
        f"## {heading}\n" + "\n".join(lines) + "\n"
        for heading, lines in ((conventions.deadlines[0], due), (conventions.events[0], dated))
        if lines
    ]
    made = "\n".join(parts)
    front = f"---\ndate: {context.day}\n---\n" if context.day else ""
    issue = parse_issue(front + made, context.profile)
    wrong = list(weekday(issue, EMPTY_CONTEXT))
    return [_from_event(event, issue.text, wrong) for event in issue.entries if event.title]


def _has_rule(line: str) -> bool:
    return any(recurrence.read_rule(line, match.start()) for match in re.finditer(r"\b\w", line))


def _due_date(line: str, context: ImportContext) -> bool:
    return any(
        dates.read_time_span(line, match.end(), context.day)
        for match in re.finditer(r"\b(?:bis|until|Deadline:?)\s+(?:zum\s+)?", line)
    )


def _from_event(event: Event, text: str, wrong: list[Diagnostic]) -> Candidate:
    doubts = tuple(
        problem.message
        for problem in wrong
        if event.span.start <= problem.span.start < event.span.end
    )
    values = read_event_data(event, text)
    begins = _BEGINS.search(values.notes)
    hours = dates.read_hours(", " + begins[1], 0)[0] if begins else None
    if hours and values.when and values.when.start_time is None:
        values = replace(
            values,
            when=dates.roll_midnight(replace(values.when, start_time=hours[0], end_time=hours[1])),
        )
    return Candidate(values, href=event.href.of(text) if event.href else "", doubts=doubts)


# --- mails ----------------------------------------------------------------------------------------


def _labelled(text: str, context: ImportContext) -> list[Candidate]:
    """ "Wann: … Wo: … Link: …", as invitations have it; the subject is the title."""
    found: list[dict[str, str]] = [{}]
    subject = ""
    for line in text.split("\n"):
        match = _LABEL.fullmatch(line.strip())
        if not match:
            continue
        name, value = _COLUMNS[match[1].lower()], match[2].strip(" *_")
        if match[1].lower() in ("betreff", "subject"):
            subject = re.sub(r"^(?:(?:re|aw|fwd?|wg):\s*)+", "", value, flags=re.IGNORECASE)
            continue
        if (
            name == "when"
            and "when" in found[-1]
            and not dates.read_time_span(value, 0, context.day)
        ):
            name = "hours"
        if name in found[-1] and name in ("when", "title", "place"):
            found.append({})
        found[-1].setdefault(name, value)
    made = [_from_row({"title": subject, **row}, context) for row in found]
    return [one for one in made if one]


def _prose(text: str, context: ImportContext) -> list[Candidate]:
    """A date anywhere in a sentence: the title is a guess, and said to be one."""
    found = []
    title, link = "", first_address(text)
    for line in text.split("\n"):
        bare = _BULLET.sub("", line).strip()
        match = _LABEL.fullmatch(bare)
        if match and _COLUMNS[match[1].lower()] == "title":
            title = match[2].strip(" *_#")
            continue
        until = _REGISTER.search(bare)
        reading = next(
            (
                one
                for at in _ANYWHERE.finditer(bare)
                if not (until and at.start() >= until.start())
                and (one := dates.read_time_span(_AT.sub(", ", bare), at.start(), context.day))
            ),
            None,
        )
        if reading:
            guess = title or bare[:80]
            doubt = translate("core", "The title is a guess from the text.")
            found.append(
                Candidate(EventData(plain_words(guess), reading.when, url=link), doubts=(doubt,))
            )
        elif bare and not title and len(bare) < 120:
            title = bare.strip(" *_#")
    return found


# --- tables ---------------------------------------------------------------------------------------


def _table(rows: list[list[str]], context: ImportContext) -> tuple[list[Candidate], int]:
    """Rows of a spreadsheet: columns by the names in the first row, else by what stands in them; and how many have no date."""
    names = [_COLUMNS.get(re.sub(r"\W", "", cell).lower(), "") for cell in rows[0]]
    if any(name == "when" for name in names):
        made = [_from_row(_named(names, row), context) for row in rows[1:]]
    else:
        made = [_from_row(_guessed(row, context), context) for row in rows]
    return [one for one in made if one], sum(one is None for one in made)


def _rows(text: str) -> list[list[str]]:
    """The cells, where most lines have the same number of tabs or semicolons; [] for no table."""
    for mark in ("\t", ";", ","):
        if mark not in text:
            continue
        try:
            rows = [
                [cell.strip() for cell in row]
                for row in csv.reader(text.splitlines(keepends=True), delimiter=mark)
                if any(row)
            ]
        except csv.Error:
            continue
        header = (
            bool(rows)
            and len(rows[0]) > 1
            and any(_COLUMNS.get(re.sub(r"\W", "", cell).lower()) == "when" for cell in rows[0])
        )
        even = (
            len(rows) > 0
            and min(map(len, rows)) > 1
            and all(abs(len(one) - len(other)) <= 1 for one, other in pairwise(rows))
        )
        if header or (mark == "\t" and even):
            return rows
    return []


def _named(names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        if name and cell:
            found.setdefault("hours" if name == "when" and "when" in found else name, cell)
    return found


def _guessed(row: Sequence[str], context: ImportContext) -> dict[str, str]:
    found: dict[str, str] = {}
    for cell in row:
        if not cell:
            continue
        if first_address(cell) == cell:
            found.setdefault("url", cell)
        elif _day(cell, context):
            found.setdefault("end" if "when" in found else "when", cell)
        elif dates.read_time(cell) or dates.read_hours(", " + cell, 0)[0]:
            found.setdefault("end" if "hours" in found else "hours", cell)
        else:
            found.setdefault("place" if "title" in found else "title", cell)
    return found


def _from_row(row: dict[str, str], context: ImportContext) -> Candidate | None:
    """A candidate from named parts; None without a day."""
    when, rule = _when(row, context), recurrence.read_rule(row.get("when", ""))
    if when is None and rule:
        hours = dates.read_hours(row["when"], rule.end)[0]
        when = dates.TimeSpan(
            date.min, hours[0] if hours else None, None, hours[1] if hours else None
        )
    if when is None:
        return None
    doubts: tuple[Message, ...] = ()
    title = plain_words(row.get("title", ""))
    if not title:
        title, doubts = "?", (translate("core", "The text names no title."),)
    notes = plain_words(row.get("notes", ""))
    values = with_location(
        EventData(title, when, url=first_address(row.get("url", ""))), row.get("place", "")
    )
    if rule and when.start == date.min:
        values = replace(
            values,
            kind=EntryKind.MEETING,
            rule=row["when"][: rule.end],
            when=when if when.start_time else None,
        )
    return Candidate(replace(values, notes=notes), doubts=doubts)


def _when(row: dict[str, str], context: ImportContext) -> dates.TimeSpan | None:
    text = _ISO.sub(r"\3.\2.\1, \4", _AT.sub(", ", row.get("when", "")))
    reading = dates.read_time_span(text, 0, context.day)
    if reading:
        when = reading.when
    elif day := _day(text, context):
        when = dates.TimeSpan(day)
    else:
        when = None
    if when is None:
        return None
    hours = dates.read_hours(", " + row["hours"], 0)[0] if "hours" in row else None
    if hours is None and "hours" in row and (start := dates.read_time(row["hours"])):
        hours = (start, None)
    if hours and when.start_time is None:
        when = replace(when, start_time=hours[0], end_time=hours[1])
    if "end" in row:
        closing = dates.read_time_span(_ISO.sub(r"\3.\2.\1, \4", row["end"]), 0, context.day)
        end_time = dates.read_time(row["end"]) or (closing.when.start_time if closing else None)
        last = closing.when.start if closing else _day(row["end"], context)
        if end_time and when.start_time and not when.end_time:
            when = replace(when, end_time=end_time)
        if last and last > when.start:
            when = replace(when, end=last, end_time=end_time if when.start_time else None)
    return dates.roll_midnight(when)


def _day(cell: str, context: ImportContext) -> date | None:
    iso = re.match(r"\d{4}-\d{2}-\d{2}", cell)
    if iso:
        return dates.read_date(iso[0])
    reading = dates.read_time_span(cell, 0, context.day)
    if reading:
        return reading.when.start
    return None
