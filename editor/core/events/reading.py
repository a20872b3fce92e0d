"""Event, meeting and deadline lines, read with spans.

Law: the reader takes every form of real issues and never fails; what it does not understand is not
an entry and stays as it is. ``editing`` changes what is read here.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from editor.core.base.edits import Span
from editor.core.base.phrasebook import phrasebook_for
from editor.core.calendar.dates import read_time_span
from editor.core.events.first_line import FirstLine, read_dated, read_deadline, read_meeting
from editor.core.events.model import Detail, EntryKind, Event, EventData
from editor.core.markdown.list_items import Item, read_items
from editor.core.markdown.outline import Section
from editor.core.profiles.profile import EventSettings

CALENDAR_ANCHOR = re.compile(
    r"""
    <a\s (?:[^<>]|<(?!/?a\b))*?                                 # attributes; "<" stands in titles
    href=(?P<quote>["'])
    (?P<href>data:text/calendar[^"'<>\s]*)
    (?P=quote) [^<>]*>
    (?:(?!<a\s).)*? </a>
    """,
    re.VERBOSE,
)
"""A calendar link, as an HTML element."""
_ONLINE = re.compile(
    r"""
    (?P<address>.*?)
    (?: ,?\s+ (?:und|&|and)\s+ (?:auch\s+|also\s+)? (?:online|im[ ]Livestream)
      | ^online(?:\s+.*)?
    )$
    """,
    re.IGNORECASE | re.VERBOSE,
)
VAGUE_PLACE = re.compile(r"online\s.+", re.IGNORECASE)
"""Online and something about it, such as "online über Zoom"."""
_URL = re.compile(r"<?(?P<url>(?:https?|ftp)://[^\s<>]+)>?\s*$")
MAX_ENTRIES = 400
"""How many entries are read; the forms stay quick then. The largest real issue has 50."""
_LONGEST = 3000
"""Characters of a line that can be an entry: the patterns take quadratic time."""
_REGISTRATION = re.compile(
    r"""
    (?: (?:Anmeldung(?:en)?|Registrierung|Registration|Tickets)
        \s+ (?: (?:bis|until)(?:\s+zum)? | by )
      | (?:Anmeldeschluss|Anmeldefrist|Registration[ ]deadline):?
    )
    \s+
    """,
    re.IGNORECASE | re.VERBOSE,
)


# --- what an event says ---------------------------------------------------------------------------


def read_event_data(event: Event, text: str) -> EventData:
    """Read what an entry says, as the forms show it.

    Args:
        event: The entry.
        text: The text it was read from.

    Returns:
        Its values.
    """
    address, online = split_place(event.place)
    url = event.line_url.of(text) if event.line_url else ""
    return EventData(
        title=event.title,
        when=event.when,
        address=address,
        online=online,
        url=event.url.url if event.url else url,
        notes="\n".join(detail.text for detail in event.notes),
        rule=event.rule_text,
        kind=event.kind,
        what=event.what,
        registration=event.registration.registration if event.registration else None,
        cancelled=event.strike is not None,
    )


def split_place(place: str) -> tuple[str, bool]:
    """Split a place into its address and whether it is (also) online.

    >>> split_place("c-base, Rungestraße 20, 10179 Berlin und auch online")
    ('c-base, Rungestraße 20, 10179 Berlin', True)

    Args:
        place: The words of a line.

    Returns:
        The address, "" for none, and whether it is online.
    """
    place = place.strip()
    match = _ONLINE.fullmatch(place)
    if match:
        return match["address"] or "", True
    return place, False


def join_place(address: str, online: bool, language: str = "de") -> str:
    """Write a place as ``split_place`` reads it.

    Args:
        address: The address, "" for none.
        online: Whether it is (also) online.
        language: ISO 639-1 code of the document's language.

    Returns:
        The words; "" for no place.
    """
    if not online:
        return address
    if not address:
        return "online"
    return address + phrasebook_for(language).also_online


def registration_span(detail: Detail) -> Span:
    """Find the date in the detail line that says until when one can register.

    Args:
        detail: A detail with ``registration``.

    Returns:
        The span of the date in the text.
    """
    lead = _REGISTRATION.match(detail.text)
    assert lead
    return Span(detail.span.start + lead.end(), detail.span.end)


# --- entries --------------------------------------------------------------------------------------


def read_entries(
    text: str, sections: Sequence[Section], settings: EventSettings, near: date | None
) -> tuple[Event, ...]:
    """Read the entries of the sections that the profile's settings name.

    Args:
        text: The whole document.
        sections: Its sections.
        settings: Which headings hold what.
        near: Dates without a year are taken as close to this day as possible.

    Returns:
        The first ``MAX_ENTRIES`` events, meetings and deadlines in the order of the text.
    """
    entries: list[Event] = []
    read_to = 0
    for section in sections:
        if section.span.start < read_to:
            continue
        kind = kind_of_section(section, settings)
        if kind:
            read_to = section.span.end
            for item in read_items(text, section.body):
                if len(entries) >= MAX_ENTRIES:
                    return tuple(entries[:MAX_ENTRIES])
                entries += _read_item(text, item, kind, near, "")
    return tuple(entries[:MAX_ENTRIES])


def kind_of_section(section: Section, settings: EventSettings) -> EntryKind | None:
    """Find out what a section lists, by the first word of its heading.

    Args:
        section: A section of the body.
        settings: Which headings hold what.

    Returns:
        EVENT (which stands for meetings, too) or DEADLINE; None for other sections.
    """
    title = section.heading.title.lstrip("[*_ ").casefold()
    for kind, words in (
        (EntryKind.EVENT, settings.events),
        (EntryKind.DEADLINE, settings.deadlines),
    ):
        if any(title.startswith(word.casefold()) for word in words):
            return kind
    return None


def _read_item(
    text: str, item: Item, kind: EntryKind, near: date | None, group: str
) -> Iterator[Event]:
    line = _make_line(text, item)
    if len(line.words) > _LONGEST:
        return
    if kind is EntryKind.DEADLINE:
        read_deadline(line, near)
    elif not read_dated(line, near) and not read_meeting(line):
        title = item.content.of(text).strip()
        for child in item.children:
            yield from _read_item(text, child, kind, near, title)
        return
    yield _make_event(text, item, line, near, group)


def _make_line(text: str, item: Item) -> FirstLine:
    """The first line of an item, taken apart at its calendar link."""
    content = item.content.of(text)
    anchor = CALENDAR_ANCHOR.search(content) if "data:text/calendar" in content else None
    return FirstLine(item.content.start, content, anchor)


def _make_event(text: str, item: Item, line: FirstLine, near: date | None, group: str) -> Event:
    return Event(
        kind=line.kind,
        span=item.span,
        content=item.content,
        indent=item.indent,
        marker=item.marker,
        title=line.title,
        title_span=line.title_span,
        when=line.when,
        when_span=line.when_span,
        weekdays=line.weekdays,
        rule=line.rule,
        rule_text=line.rule_text,
        rule_span=line.rule_span,
        what=line.what,
        what_span=line.what_span,
        strike=line.strike,
        place=line.place,
        place_span=line.place_span,
        link=line.link,
        href=line.href,
        line_url=line.line_url,
        details=_read_details(text, item, near),
        group=group,
    )


# --- details --------------------------------------------------------------------------------------


def _read_details(text: str, item: Item, near: date | None) -> tuple[Detail, ...]:
    details = [_read_detail(text, span, _whole_line(text, span), near) for span in item.rest]
    details += [_read_detail(text, child.content, child.span, near) for child in item.children]
    if item.rest:
        details.sort(key=lambda detail: detail.span)
    return tuple(details)


def _whole_line(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    return Span(start, text.find("\n", span.end) + 1 or len(text))


def _read_detail(text: str, span: Span, whole: Span, near: date | None) -> Detail:
    words = span.of(text).rstrip()
    url = _URL.fullmatch(words)
    registration = None
    if lead := _REGISTRATION.match(words):
        match = read_time_span(words, lead.end(), near)
        if match and match.end == len(words):
            registration = match.when
    return Detail(
        span=Span(span.start, span.start + len(words)),
        whole=whole,
        text=words,
        url=url["url"] if url else "",
        registration=registration,
    )
