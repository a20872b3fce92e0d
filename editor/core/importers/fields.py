"""Named parts of an event, from a table or an invitation, read into a candidate.

The names are the keys of ``_LABELS``: when, hours, end, place, room, title, url and notes.
"""

import re
from datetime import date

from msgspec.structs import replace

from editor.core.base.messages import Message, translate
from editor.core.calendar import clock, dates, recurrence
from editor.core.calendar.date_fields import read_date, read_time
from editor.core.calendar.dates import TimeSpan
from editor.core.events.meeting_words import read_to_the_end
from editor.core.events.model import EntryKind, EventData
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    doubt_rule,
    escape_markdown,
    find_first_url,
)
from editor.core.importers.places import add_location

_LABELS = {
    "when": "wann|datum|termin|zeit|date|when|tag|beginn|start|von|from|day",
    "hours": "uhrzeit|time|zeit|uhr",
    "end": "ende|end|bis|until|to",
    "place": "venue|wo|ort|where|location|adresse|address|place|veranstaltungsort",
    "room": "raum|room|saal",
    "title": "was|titel|title|betreff|subject|event|veranstaltung|thema|name|what",
    "url": "link|url|web|website|anmeldung|info|infos|mehr|registration|homepage",
    "notes": "notiz|notizen|notes|beschreibung|description|bemerkung",
}
FIELD_NAMES = {word: name for name, words in _LABELS.items() for word in words.split("|")}
"""The names of fields by what invitations and tables call them, in lower case."""
LABEL_WORDS = "|".join(sorted(FIELD_NAMES, key=len, reverse=True))
"""An expression of all these names."""
LABELED = re.compile(rf"\W{{0,4}}({LABEL_WORDS})(?:\W{{0,3}}:|\?)\s*(.+)", re.IGNORECASE)
"""A line such as "Wann: …": its label and its value."""
_ISO_MOMENT = re.compile(
    r"""
    ^(\d{4})-(\d{2})-(\d{2})
    [T ](\d{2}:\d{2})(?::\d{2})?        # seconds do not count
    (?:Z|[+-]\d{2}:?\d{2})?             # nor does the zone
    """,
    re.VERBOSE,
)
_AT = re.compile(r",?\s+(?:um|ab|at)\s+(?=\d)")


def read_fields(fields: dict[str, str], context: ImportContext) -> Candidate | None:
    """Read an event from its named parts.

    Args:
        fields: The parts by name.
        context: The issue it is read for.

    Returns:
        The candidate; None without a day or a rule.
    """
    when = _read_when(fields, context)
    rule = recurrence.read_rule(fields.get("when", ""), 0, context.day)
    if when is None and rule is None:
        return None
    title, doubts = _read_title(fields)
    data = EventData(title, when, url=find_first_url(fields.get("url", "")))
    place = ", ".join(fields[name] for name in ("place", "room") if fields.get(name))
    data = add_location(data, place, context.profile.timezone)
    if when is None and rule:
        data, more = _read_series(data, fields["when"], rule, context)
        doubts += more
    notes = escape_markdown(fields.get("notes", ""))
    return Candidate(replace(data, notes=notes), doubts=doubts)


def _read_series(
    data: EventData, words: str, basis: recurrence.Rule, context: ImportContext
) -> tuple[EventData, tuple[Message, ...]]:
    """A meeting by its rule and hours, and a doubt where the rule is not understood to its end."""
    read = read_to_the_end(words, basis, 0, context.day)
    phrase = read.phrase
    if read.rule.certainty is recurrence.Certainty.UNREAD:
        # the hours stand behind all words of the rule
        before, behind = basis.end, clock.read_hours(words, basis.end)[1]
        phrase = words[:before] + words[behind : read.rule.end]
    when = TimeSpan.of_hours(read.hours)
    data = replace(data, rule=phrase, when=when, kind=EntryKind.MEETING)
    return data, doubt_rule(read.rule, phrase, context.profile.language)


def _read_title(fields: dict[str, str]) -> tuple[str, tuple[Message, ...]]:
    title = escape_markdown(fields.get("title", ""))
    if title:
        return title, ()
    return "?", (translate("core", "The text names no title."),)


def _read_when(fields: dict[str, str], context: ImportContext) -> TimeSpan | None:
    when = _read_time_span(_respell_moment(respell_hours(fields.get("when", ""))), context)
    if when is None:
        return None
    hours = _read_hours(fields.get("hours", ""))
    if hours and when.start_time is None:
        when = replace(when, start_time=hours[0], end_time=hours[1])
    if "end" in fields:
        when = _add_end(when, fields["end"], context)
    return dates.roll_midnight(when)


def respell_hours(text: str) -> str:
    """Respell hours behind a date as issues write them.

    Args:
        text: A date, perhaps followed by hours.

    Returns:
        The text with a comma for "um", "ab" or "at".
    """
    return _AT.sub(", ", text)


def _respell_moment(text: str) -> str:
    """A text that may begin with an ISO 8601 moment, with date and time as issues write them."""
    return _ISO_MOMENT.sub(r"\3.\2.\1, \4", text)


def _read_time_span(text: str, context: ImportContext) -> TimeSpan | None:
    match = dates.read_time_span(text, 0, context.day)
    if match:
        return match.when
    day = read_day(text, context)
    if day:
        return TimeSpan(day)
    return None


def _read_hours(text: str) -> clock.Hours | None:
    hours = clock.read_hours(", " + text, 0)[0]
    if hours:
        return hours
    start = read_time(text)
    if start:
        return start, None
    return None


def _add_end(when: TimeSpan, text: str, context: ImportContext) -> TimeSpan:
    """The time span with its end from a text that names a day, a time, or both."""
    match = dates.read_time_span(_respell_moment(text), 0, context.day)
    end_time = read_time(text)
    if match:
        last: date | None = match.when.start
        end_time = end_time or match.when.start_time
    else:
        last = read_day(text, context)
    if end_time and when.start_time and not when.end_time:
        when = replace(when, end_time=end_time)
    if last and last > when.start:
        when = replace(when, end=last, end_time=end_time if when.start_time else None)
    return when


def read_day(text: str, context: ImportContext) -> date | None:
    """Read the day a text begins with.

    Args:
        text: A date as issues write it, or in ISO 8601, and perhaps more.
        context: The issue it is read for.

    Returns:
        The day; None where the text begins with no date.
    """
    iso_date = re.match(r"\d{4}-\d{2}-\d{2}", text)
    if iso_date:
        return read_date(iso_date[0])
    match = dates.read_time_span(text, 0, context.day)
    if match:
        return match.when.start
    return None
