"""The calendar files of an issue, one for each entry."""

import itertools
from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.edits import line_number
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.base.slugs import make_slug
from editor.core.calendar.entry import CalendarEntry
from editor.core.calendar.rule_doubts import explain_doubt
from editor.core.events import calendar_link
from editor.core.events.link_reading import published_sequences, read_link
from editor.core.events.model import Event, EventData
from editor.core.events.page_event import find_start, read_page_event
from editor.core.events.reading import read_event_data
from editor.core.events.uids import file_name_of
from editor.core.issue.issue import Issue, calendar_hrefs
from editor.core.markdown.inline import plain_text


class CalendarFile(Struct, frozen=True):
    """One ``.ics`` file, or the message that says why there is none."""

    name: str
    """The file's name with its ending; no two files of an issue have the same; "" for no file."""
    data: bytes
    """The file's content; empty where there is a problem."""
    line: int
    """The line of the entry in the text, counted from 1."""
    title: str = ""
    """What the entry is called; the words of its date where no more is understood of its line."""
    problem: Message | None = None
    href: str = ""
    """The calendar link of the entry in the text; "" where it has none."""
    entry: CalendarEntry | None = None
    """What the file says; None where there is a problem."""


def make_calendar_files(issue: Issue) -> Iterator[CalendarFile]:
    """Write the calendar files of an issue anew, from the lines and their old calendar links.

    Args:
        issue: The issue whose entries become files.

    Yields:
        One file for the event that the page itself is, for every event, every meeting and every
        deadline with a calendar link, in this order. An entry that no calendar can express, and a
        line whose date is not understood, yield a file with a problem and no content. What stands
        under two sub-headings yields one.
    """
    link_builder = calendar_link.CalendarLinkBuilder(
        issue.profile, issue.stamp, _previous_sequences(issue)
    )
    names: set[str] = set()
    taken: dict[str, bool] = {}
    page = _make_page_file(issue, link_builder)
    if page:
        names.add(page.name.removesuffix(".ics"))
        yield page
    for event, data in _list_entries(issue):
        line = line_number(issue.text, event.content.start)
        slug = _find_free_slug(make_slug(plain_text(data.title) or event.listed_under), names)
        names.add(slug)
        name, href = f"{slug}.ics", _read_href(issue, event)
        if not data.title:
            data = replace(data, title=event.listed_under or "?")
        try:
            entry = _make_entry(link_builder, event, data, href, taken)
        except UserFacingError as error:
            title = plain_text(data.title)
            yield CalendarFile(name, b"", line, title, error.message, href=href)
            continue
        taken[entry.uid] = True
        content = link_builder.encode(entry)
        if issue.profile.events.links_files:
            name = file_name_of(entry)
        yield CalendarFile(name, content, line, plain_text(data.title), href=href, entry=entry)
    yield from _list_unread(issue)


def _list_unread(issue: Issue) -> Iterator[CalendarFile]:
    """The lines that should be events, and are none that anybody understands."""
    for event in issue.unread:
        if event.when_span:
            message = translate("core", "“{words}” is no date that is understood.")
            words = event.when_span.of(issue.text)
            line = line_number(issue.text, event.content.start)
            yield CalendarFile("", b"", line, words, message.fill(words=words))


def _list_entries(issue: Issue) -> Iterator[tuple[Event, EventData]]:
    """The entries that become files; what stands under two sub-headings once."""
    linked_deadlines = (deadline for deadline in issue.deadlines if deadline.href)
    listed: set[EventData] = set()
    for event in (*issue.events, *issue.meetings, *linked_deadlines):
        data = read_event_data(event, issue.text)
        if not event.subheading or data not in listed:
            listed.add(data)
            yield event, data


def _make_page_file(
    issue: Issue, link_builder: calendar_link.CalendarLinkBuilder
) -> CalendarFile | None:
    data = read_page_event(issue.front, issue.profile)
    start = find_start(issue.front, issue.profile)
    if data is None or start is None:
        return None
    data = replace(data, title=data.title or "?")
    name, line = f"{make_slug(data.title)}.ics", line_number(issue.text, start.span.start)
    try:
        entry = link_builder.plan(data)
    except UserFacingError as error:
        return CalendarFile(name, b"", line, data.title, error.message)
    assert entry
    return CalendarFile(name, link_builder.encode(entry), line, data.title, entry=entry)


def _previous_sequences(issue: Issue) -> dict[str, int]:
    """Return the SEQUENCE before the one in the text, by UID.

    Every UID of the text counts as published one step earlier, so that an unchanged entry keeps
    its SEQUENCE.
    """
    published = published_sequences(calendar_hrefs(issue))
    return {uid: sequence - 1 for uid, sequence in published.items()}


def _find_free_slug(slug: str, taken: Collection[str]) -> str:
    if slug not in taken:
        return slug
    candidates = (f"{slug}-{number}" for number in itertools.count(2))
    return next(candidate for candidate in candidates if candidate not in taken)


def _read_href(issue: Issue, event: Event) -> str:
    if event.href:
        return event.href.of(issue.text)
    return ""


def _make_entry(
    link_builder: calendar_link.CalendarLinkBuilder,
    event: Event,
    data: EventData,
    href: str,
    taken: dict[str, bool],
) -> CalendarEntry:
    entry = link_builder.plan(data, read_link(href), taken)
    if entry is None:
        doubt = event.rule and explain_doubt(event.rule, event.rule_text, link_builder.language)
        raise EditRejected(doubt or translate("core", "It has no date."))
    return entry
