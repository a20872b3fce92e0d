"""Event, meeting and deadline lines, read with spans.

Law: the reader takes every form of real issues and never fails; what it does not understand is no event and
stays as it is. ``eventedits`` changes what is read here.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from editor.core.base.edits import Span
from editor.core.calendar import dates, recurrence
from editor.core.calendar.dates import TimeSpan
from editor.core.events.model import Detail, EntryKind, Event, EventData
from editor.core.markdown.outline import Item, Section, read_items
from editor.core.profiles.profile import EventSettings as Conventions

CALENDAR_ANCHOR = re.compile(
    r"""<a\s(?:[^<>]|<(?!/?a\b))*?href=(?P<q>["'])(?P<href>data:text/calendar[^"'<>\s]*)(?P=q)[^<>]*>(?:(?!<a\s).)*?</a>"""
)
_BOLD = r"\*\*(?P<title>(?!\s)(?:(?!\*\*).)*?\S)\*\*(?!\*)"
_LINKED = r"\[(?P<title>[^\[\]]+)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<place>.*?)\s*:\s*{_BOLD}",
        rf"(?:(?P<place>.*?)\s*[:,]\s*|(?P<place2>.*?)\s+){_BOLD}",
        rf"(?P<place>.*?)\s*:\s*{_LINKED}",
        rf"(?:(?P<place>.*?)\s*,\s*)?{_LINKED}",
        r"(?P<place>.*?)\s*:\s*(?P<url>https?://\S+)\s*$",
        r"(?P<place>[^:]*?)\s*:\s+(?P<title>\S.*?)\s*$",
        r"(?P<title>\S.*?)\s*$",
    )
)
_ONLINE = re.compile(
    r"(?P<address>.*?)(?:,?\s+(?:und|&|and)\s+(?:auch\s+|also\s+)?(?:online|im Livestream)|^online(?:\s+.*)?)$",
    re.IGNORECASE,
)
VAGUE_PLACE = re.compile(r"online\s.+", re.IGNORECASE)
"""Online and something about it, such as "online über Zoom"."""
_URL = re.compile(r"<?((?:https?|ftp)://[^\s<>]+)>?\s*$")
_LINK = re.compile(_LINKED)
_NAMED = re.compile(rf"{_LINKED}|{_BOLD.replace('title', 'bold')}|(?P<words>[^,]+)")
_DUE = re.compile(r"(?<=[,\[\])])\s*([^\s,\[\]()][^,\[\]()]*?)\s*$")
_LEAD = re.compile(r"\s*,?\s*(?=:)|\s*,\s*|\s+")
_STRIKE = "~~"
_LONGEST = 3000
"""Characters of a line that can be an event: the patterns take quadratic time."""
_REGISTER = re.compile(
    r"(?:(?:Anmeldung(?:en)?|Registrierung|Registration|Tickets)\s+(?:(?:bis|until)(?:\s+zum)?|by)|(?:Anmeldeschluss|Anmeldefrist|Registration deadline):?)\s+",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:bis|until|Deadline:?|Bewerbungsschluss:?|Anmeldeschluss:?)\s+(?:zum\s+)?", re.IGNORECASE
)


def read_event_data(event: Event, text: str) -> EventData:
    """What the forms show of an event."""
    address, online = split_place(event.place)
    return EventData(
        event.title,
        event.when,
        address,
        online,
        event.url.url if event.url else event.line_url.of(text) if event.line_url else "",
        "\n".join(detail.text for detail in event.notes),
        event.rule_text,
        event.kind,
        event.what,
        event.registration.registration if event.registration else None,
        event.strike is not None,
    )


def split_place(place: str) -> tuple[str, bool]:
    """Address and whether it is (also) online.

    >>> split_place("c-base, Rungestraße 20, 10179 Berlin und auch online")
    ('c-base, Rungestraße 20, 10179 Berlin', True)
    """
    match = _ONLINE.fullmatch(place.strip())
    if match:
        return (match["address"] or "", True)
    return (place.strip(), False)


def join_place(address: str, online: bool, language: str = "de") -> str:
    if not online:
        return address
    if address:
        return address + (" und auch online" if language == "de" else " and also online")
    return "online"


# --- reading ------------------------------------------------------------------------------------


def read_entries(
    text: str, found: Sequence[Section], conventions: Conventions, near: date | None
) -> tuple[Event, ...]:
    """All events of the sections whose headings the conventions name, in the order of the text."""
    result: list[Event] = []
    read_to = 0
    for section in found:
        kind = kind_of_section(section, conventions) if section.span.start >= read_to else None
        if kind:
            read_to = section.span.end
            for item in read_items(text, section.body):
                result += _entries(text, item, kind, near, "")
    return tuple(result)


def kind_of_section(section: Section, conventions: Conventions) -> EntryKind | None:
    """What a section lists, by the first word of its heading: events, deadlines, or no entries (None)."""
    title = section.heading.title.lstrip("[*_ ").casefold()
    for kind, words in (
        (EntryKind.EVENT, conventions.events),
        (EntryKind.DEADLINE, conventions.deadlines),
    ):
        if any(title.startswith(word.casefold()) for word in words):
            return kind
    return None


def _entries(
    text: str, item: Item, kind: EntryKind, near: date | None, group: str
) -> Iterator[Event]:
    line = _Line(text, item)
    if len(line.words) > _LONGEST:
        return
    if kind == EntryKind.DEADLINE:
        reader: Parts | None = _deadline(line, near)
    else:
        reader = _dated(line, near) or _meeting(line)
    if reader:
        yield Event(
            span=item.span,
            content=item.content,
            indent=item.indent,
            marker=item.marker,
            group=group,
            details=_details(text, item, near),
            **reader,
        )
    elif kind != EntryKind.DEADLINE:
        title = item.content.of(text).strip()
        for child in item.children:
            yield from _entries(text, child, kind, near, title)


Parts = dict[str, Any]
"""The fields of an Event that its first line says."""


class _Line:
    """An entry's first line: its words up to the calendar link, and where they stand."""

    def __init__(self, text: str, item: Item) -> None:
        self.base = item.content.start
        words = item.content.of(text)
        self.parts: Parts = {}
        if anchor := CALENDAR_ANCHOR.search(words) if "data:text/calendar" in words else None:
            self.parts = {
                "link": self.span(*anchor.span()),
                "href": self.span(*anchor.span("href")),
            }
            behind = words[anchor.end() :].strip()
            words = words[: anchor.start()].rstrip() + (behind if behind == _STRIKE else "")
            behind_at = self.base + item.content.of(text).rfind(_STRIKE)
        else:
            behind, behind_at = "", 0
        self.words = words.rstrip()
        if self.words.startswith(_STRIKE) and self.words.endswith(_STRIKE) and len(self.words) > 4:
            end = behind_at if behind == _STRIKE else self.base + len(self.words) - 2
            self.parts["strike"] = (Span(self.base, self.base + 2), Span(end, end + 2))
            self.words, self.base = self.words[2:-2].rstrip(), self.base + 2

    def span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)

    def part(self, match: re.Match[str], group: str, name: str) -> Parts:
        """A group of a match as a field with its span."""
        return {name: match[group], f"{name}_span": self.span(*match.span(group))}


def _dated(line: _Line, near: date | None) -> Parts | None:
    reading = dates.read_time_span(line.words, 0, near)
    if not reading:
        return None
    when = {
        "kind": EntryKind.EVENT,
        "when": reading.when,
        "when_span": line.span(0, reading.end),
        "weekdays": reading.weekdays,
    }
    return line.parts | when | _place_and_title(line, reading.end, _SHAPES)


def _meeting(line: _Line) -> Parts | None:
    for joint in re.finditer(
        r"(?:^|[:,]\s+)(?=jede|an jede|every|aller? |\w+s (?:aller?|every) )", line.words
    ):
        rule = recurrence.read_rule(line.words, joint.end())
        if not rule:
            continue
        hours, end = dates.read_hours(line.words, rule.end)
        parts = line.parts | {
            "kind": EntryKind.MEETING,
            "rule": rule,
            "rule_text": line.words[joint.end() : rule.end],
        }
        parts["rule_span"] = line.span(joint.end(), rule.end)
        parts |= {
            "when": TimeSpan(date.min, hours[0], None, hours[1]) if hours else None,
            "when_span": line.span(joint.end(), end),
        }
        label = line.words[: joint.start()].strip()
        named = {"title": label, "title_span": line.span(0, len(label))}
        return parts | named | _place_and_title(line, end, _SHAPES[:2], alone=True)
    return None


def _place_and_title(
    line: _Line, at: int, shapes: tuple[re.Pattern[str], ...], *, alone: bool = False
) -> Parts:
    """What stands behind the time: ``, place: **title**`` and its looser relatives; ``alone``: a place may do."""
    lead = _LEAD.match(line.words, at)
    start = lead.end() if lead else at
    for shape in shapes:
        match = shape.match(line.words, start)
        if not match:
            continue
        groups = match.groupdict()
        parts: Parts = {}
        for name in ("place", "place2"):
            if groups.get(name):
                parts |= line.part(match, name, "place")
        if groups.get("title"):
            parts |= line.part(match, "title", "title")
        if groups.get("url"):
            parts["line_url"] = line.span(*match.span("url"))
        return parts
    if alone and line.words[start:]:
        return {"place": line.words[start:], "place_span": line.span(start, len(line.words))}
    return {}


def _deadline(line: _Line, near: date | None) -> Parts:
    parts: Parts = {"kind": EntryKind.DEADLINE} | line.parts
    for match in reversed(list(_DEADLINE.finditer(line.words))):
        reading = dates.read_time_span(line.words, match.end(), near)
        if reading:
            parts |= {
                "when": reading.when,
                "when_span": line.span(match.end(), reading.end),
                "weekdays": reading.weekdays,
            }
            due = _DUE.search(line.words, 0, match.start())
            at = due.span(1) if due else (match.start(), match.start())
            parts |= {"what": line.words[slice(*at)], "what_span": line.span(*at)}
            break
    if link := _LINK.search(line.words):
        parts["line_url"] = line.span(*link.span("url"))
    if named := _NAMED.match(line.words):
        group = next(name for name in ("title", "bold", "words") if named[name])
        parts |= line.part(named, group, "title")
    return parts


def _details(text: str, item: Item, near: date | None) -> tuple[Detail, ...]:
    found = [_detail(text, span, _whole_line(text, span), near) for span in item.rest]
    found += [_detail(text, child.content, child.span, near) for child in item.children]
    if not item.rest:
        return tuple(found)
    return tuple(sorted(found, key=lambda detail: detail.span))


def _whole_line(text: str, span: Span) -> Span:
    return Span(text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end) + 1 or len(text))


def _detail(text: str, span: Span, whole: Span, near: date | None) -> Detail:
    words = span.of(text).rstrip()
    url = _URL.fullmatch(words)
    lead = _REGISTER.match(words)
    reading = dates.read_time_span(words, lead.end(), near) if lead else None
    until = reading.when if reading and reading.end == len(words) else None
    return Detail(
        Span(span.start, span.start + len(words)), whole, words, url[1] if url else "", until
    )


def registration_span(detail: Detail) -> Span:
    """Where the date of a line about registration stands."""
    lead = _REGISTER.match(detail.text)
    assert lead
    return Span(detail.span.start + lead.end(), detail.span.end)
