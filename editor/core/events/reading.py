"""Event, meeting and deadline lines, read with spans.

Law: the reader takes every form of real issues and never fails; what it does not understand is not
an entry and stays as it is. ``editing`` changes what is read here.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from editor.core.base.edits import Span
from editor.core.events.item_reading import MAX_ENTRIES, item_reader
from editor.core.events.line_forms import forms_of
from editor.core.events.location import split_place
from editor.core.events.model import EntryKind, Event, EventData
from editor.core.markdown.outline import Section
from editor.core.profiles.event_settings import EventSettings
from editor.core.profiles.profile import Profile

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
        group=event.group,
        group_url=event.group_url.of(text) if event.group_url else "",
        label=event.label,
    )


# --- entries --------------------------------------------------------------------------------------


def read_entries(
    text: str, sections: Sequence[Section], profile: Profile, near: date | None
) -> tuple[Event, ...]:
    """Read the entries of the sections that a profile names.

    Args:
        text: The whole document.
        sections: Its sections.
        profile: Says which headings hold what, and how entries are written.
        near: Dates without a year are taken as close to this day as possible.

    Returns:
        The first ``MAX_ENTRIES`` events, meetings and deadlines in the order of the text.
    """
    settings = profile.events
    entries: list[Event] = []
    read_to = 0
    for number, section in enumerate(sections):
        if section.span.start < read_to:
            continue
        kind = kind_of_section(section, settings)
        if not kind:
            continue
        read_to = section.span.end
        reader = item_reader(kind, forms_of(profile, kind), near)
        for title, body in _split_at_subheadings(sections, number):
            entries += reader.read(text, body, settings.units, title)
            if len(entries) >= MAX_ENTRIES:
                return tuple(entries[:MAX_ENTRIES])
    return tuple(entries)


def _split_at_subheadings(sections: Sequence[Section], number: int) -> Iterator[tuple[str, Span]]:
    """The title of each sub-heading of a section and what stands below it; first "" and the rest.

    What stands below a sub-heading goes on to the next one, of whatever level.
    """
    section = sections[number]
    title, start = "", section.body.start
    for inner in sections[number + 1 :]:
        if inner.span.start >= section.span.end:
            break
        yield title, Span(start, inner.span.start)
        title, start = inner.heading.title, inner.body.start
    yield title, Span(start, section.span.end)


def kind_of_section(section: Section, settings: EventSettings) -> EntryKind | None:
    """Find out what a section lists, by the first word of its heading.

    Args:
        section: A section of the body.
        settings: Which headings hold what.

    Returns:
        EVENT (which stands for meetings, too) or DEADLINE; None for other sections.
    """
    return _kind_of_title(section.heading.title, settings.events, settings.deadlines)


@lru_cache(maxsize=2000)
def _kind_of_title(
    title: str, events: tuple[str, ...], deadlines: tuple[str, ...]
) -> EntryKind | None:
    title = title.lstrip("[*_ ").casefold()
    for kind, words in ((EntryKind.EVENT, events), (EntryKind.DEADLINE, deadlines)):
        if any(title.startswith(word.casefold()) for word in words):
            return kind
    return None
