"""Hours in running text: behind a date or apart from it, in words, on the clocks of elsewhere."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.messages import Message, translate
from editor.core.base.phrasebook import GERMAN
from editor.core.calendar import clock
from editor.core.calendar.dates import TimeSpan, roll_midnight
from editor.core.calendar.moments import to_local
from editor.core.calendar.remarks import CLOCK, DOORS_HOUR

_HOURS = re.compile(
    r"""
    (?<=[\s,(/])
    (?= um | ab | von | zwischen | from | at | between | jeweils | je | ca | gegen | Beginn
      | \d{1,2}(?:[:.]\d\d|\s?Uhr|\s?[ap]\.?m|\s?[-–]\s?\d|\sbis\s\d) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_COUNTS = {word: number for number, word in GERMAN.counts.items()} | {
    "ein": 1, "eins": 1, "sieben": 7, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip
_IN_WORDS = re.compile(
    rf"""
    \b (?P<part> halb | dreiviertel | viertel\ nach | viertel\ vor ) \s+
    (?P<hour> {"|".join(_COUNTS)} | 1[0-2] | [1-9] ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE_WORDS = re.compile(r"\W*(?:(?:um|gegen|ab)\s+)?", re.IGNORECASE)
_MINUTES = {"halb": -30, "dreiviertel": -15, "viertel nach": 15, "viertel vor": -15}
_ZONES = {
    "utc": "UTC", "gmt": "UTC", "bst": "Europe/London",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "uk": "Europe/London", "london": "Europe/London",
}  # fmt: skip
_WITH_TIME = ("eastern", "central", "mountain", "pacific", "uk", "london")
"""What names clocks only before "time"."""
_CENTRAL = ("cet", "cest", "mez", "mesz")
_CLOCKS = re.compile(
    rf"""
    \s* \(? \b
    (?: (?P<zone> {"|".join({*_ZONES, *_CENTRAL} - {*_WITH_TIME})} ) \b (?! [+-]\d )
      | (?P<named> {"|".join(_WITH_TIME)} ) \s+ (?: (?: standard | daylight ) \s+ )? time \b )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND_CLOCKS = re.compile(r"\)?|\s*\([^()]*\)|\s*[-–]\s*[\w ]+\)?")
"""What may follow on their name: "(US and Canada)", "- New York"."""
_LABEL = re.compile(
    r"\b(?:time\s?zone|zeitzone)\s*:\s*(?P<zone>[A-Za-z_]+(?:/[\w/+-]+)?)", re.IGNORECASE
)
"""The clocks of all hours of a text: "Time zone: America/New_York"."""


class FoundHours(Struct, frozen=True):
    """A time span with its hours, and what to look at."""

    when: TimeSpan
    doubts: tuple[Message, ...] = ()


def add_hours(when: TimeSpan, words: str, zone: str) -> FoundHours:
    """Add the hours that a text names to a time span.

    Args:
        when: The time span, with hours or without.
        words: What stands behind its date and hours.
        zone: IANA name of the zone of the clocks that count.

    Returns:
        The time span on these clocks; guesses say so.
    """
    if when.start_time is not None:
        other = _CLOCKS.match(words)
        times = _times_in(when, words) if other else ()
        own = (timed for timed, clocks in times if clocks and _is_central(clocks))
        central = next(own, None)
        return FoundHours(central) if central else _convert(when, _name_of(other, words), zone)
    found = sorted(
        _times_in(when, words), key=lambda each: bool(each[1] and not _is_central(each[1]))
    )
    if not found:
        return _guess(when, words)
    return _convert(found[0][0], _name_of(found[0][1], words), zone)


def _name_of(clocks: re.Match[str] | None, words: str) -> str:
    """What clocks are called behind hours, or in a line of their own; "" for those of here."""
    if clocks:
        return "" if _is_central(clocks) else clocks["zone"] or clocks["named"]
    label = _LABEL.search(words)
    return label["zone"] if label else ""


def names_clocks(text: str) -> bool:
    """Tell whether a text names the clocks of elsewhere: "18:00 UTC".

    Args:
        text: A text.

    Returns:
        Whether it does, behind any of its hours or in a line of their own.
    """
    found = any(_CLOCKS.match(text, match.end()) for match in CLOCK.finditer(text))
    return found or _LABEL.search(text) is not None


def is_clocks(text: str) -> bool:
    """Tell whether a text is nothing but the name of clocks: "Pacific Time".

    Args:
        text: What stands behind hours.

    Returns:
        Whether it is.
    """
    match = _CLOCKS.match(text)
    return match is not None and _BEHIND_CLOCKS.fullmatch(text, match.end()) is not None


def convert_hours(when: TimeSpan, text: str, zone: str) -> FoundHours:
    """Convert a time span that was read in a text to the clocks of a zone.

    Args:
        when: The time span.
        text: The text, which may name other clocks behind its hours, or in a line of their own.
        zone: IANA name of the zone of the clocks that count.

    Returns:
        The time span on these clocks, with a doubt where the text names others.
    """
    clocks = (_CLOCKS.match(text, match.end()) for match in CLOCK.finditer(text))
    return _convert(when, _name_of(next(filter(None, clocks), None), text), zone)


def end_of_words(text: str) -> int:
    """Find where hours in words end that a text begins with: "um halb acht".

    Args:
        text: What stands behind a date.

    Returns:
        Their end; 0 where it begins with none.
    """
    lead = _BEFORE_WORDS.match(text)
    match = _IN_WORDS.match(text, lead.end() if lead else 0)
    return match.end() if match else 0


def _times_in(when: TimeSpan, words: str) -> Iterator[tuple[TimeSpan, re.Match[str] | None]]:
    """A time span with each of the hours that words name, and the clocks that are named."""
    text = DOORS_HOUR.sub(" ", f" {words}").replace("(", " ")
    for place in _HOURS.finditer(text):
        hours, end = clock.read_hours(text, place.start() - 1)
        if hours:
            timed = roll_midnight(replace(when, start_time=hours[0], end_time=hours[1]))
            yield timed, _CLOCKS.match(text, end)


def _is_central(match: re.Match[str]) -> bool:
    return (match["zone"] or "").lower() in _CENTRAL


def _convert(when: TimeSpan, clocks: str, zone: str) -> FoundHours:
    """A time span on the clocks of a zone, with a doubt where it was on others."""
    name = _ZONES.get(clocks.lower(), clocks)
    if not clocks or when.start_time is None or name == zone:
        return FoundHours(when)
    if name not in available_timezones():
        message = translate("core", "The text names clocks that are not known: {zone}.")
        return FoundHours(when, (message.fill(zone=clocks),))
    other: tzinfo = UTC if name == "UTC" else ZoneInfo(name)
    start = to_local(datetime.combine(when.start, when.start_time, other), zone)
    end = when.end_time and to_local(datetime.combine(when.last, when.end_time, other), zone)
    message = translate("core", "The text says the hours in {zone}; they were converted.")
    made = TimeSpan(start.date(), start.time())
    if end:
        last = end.date() if end.date() != start.date() else None
        made = replace(made, end=last, end_time=end.time())
    return FoundHours(made, (message.fill(zone=clocks),))


def _guess(when: TimeSpan, words: str) -> FoundHours:
    """Hours in words, which are taken as those of the evening."""
    match = _IN_WORDS.search(words)
    if match is None:
        return FoundHours(when)
    part, hour = match["part"].lower(), match["hour"].lower()
    number = _COUNTS.get(hour) or int(hour)
    minutes = (number * 60 + _MINUTES[part]) % (12 * 60) + 12 * 60
    at = time(minutes // 60, minutes % 60)
    message = translate("core", "“{words}” was taken as {hour:%H:%M}.")
    return FoundHours(replace(when, start_time=at), (message.fill(words=match[0], hour=at),))
