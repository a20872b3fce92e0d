"""The issue: a frozen view of a text, made by ``parse_issue`` and discarded at the next change.

Law: ``parse_issue`` is total. Whatever the text, there is an Issue; what is not understood is not
in it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime

from msgspec import Struct

from editor.core.base.differences import find_edit
from editor.core.base.edits import Edit, Span
from editor.core.base.encoding import detect_newline
from editor.core.calendar.date_fields import read_timestamp
from editor.core.calendar.moments import to_local
from editor.core.events import calendar_link
from editor.core.events.edit_context import EditContext
from editor.core.events.entry_proof import read_entry_alone, stretch_sections
from editor.core.events.link_reading import published_sequences
from editor.core.events.model import EntryKind, Event, split_by_time
from editor.core.events.reading import read_entries
from editor.core.frontmatter.model import FrontMatter
from editor.core.frontmatter.reading import read_front_matter
from editor.core.markdown import outline
from editor.core.markdown.headings_again import read_headings_again
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import GENERIC, Profile


class Issue(Struct, frozen=True):
    """A text seen through a profile."""

    text: str
    profile: Profile
    front: FrontMatter
    sections: tuple[outline.Section, ...]
    entries: tuple[Event, ...]
    """Events, meetings and deadlines, in the order of the text."""
    unread: tuple[Event, ...] = ()
    """Lines in lists of events whose time nobody understands."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the entries with a date of their own, in the order of the text."""
        return self._list(EntryKind.EVENT)

    @property
    def meetings(self) -> tuple[Event, ...]:
        """Return the entries that take place by a rule, in the order of the text."""
        return self._list(EntryKind.MEETING)

    @property
    def deadlines(self) -> tuple[Event, ...]:
        """Return the deadlines, in the order of the text."""
        return self._list(EntryKind.DEADLINE)

    def _list(self, kind: EntryKind) -> tuple[Event, ...]:
        return tuple([entry for entry in self.entries if entry.reading.kind == kind])

    @property
    def body(self) -> Span:
        """Return the span of the text behind the front matter."""
        return Span(self.front.body, len(self.text))

    @property
    def day(self) -> date | None:
        """Return the day of publication as it is written; None where there is no valid date."""
        return _read_day(self.front)

    @property
    def stamp(self) -> datetime | None:
        """Return the front matter's date in UTC; None where there is no valid date.

        A date without a time is midnight in the profile's time zone, or UTC without one.
        """
        timestamp = read_timestamp(self.front.text("date"))
        if timestamp is None:
            return None
        if timestamp.tzinfo is None:
            timestamp = to_local(timestamp, self.profile.timezone or "UTC")
        try:
            return timestamp.astimezone(UTC)
        except OverflowError:
            return None


def parse_issue(text: str, profile: Profile = GENERIC) -> Issue:
    """Parse a text as an issue; at most 15 ms for the largest real one.

    Args:
        text: The whole document, whatever it holds.
        profile: The conventions by which the text is read.

    Returns:
        The issue, with everything in it that was understood.
    """
    front = read_front_matter(text)
    sections = outline.read_sections(text, outline.read_headings(text, front.body))
    entries, unread = split_by_time(read_entries(text, sections, profile, _read_day(front)))
    return Issue(text, profile, front, sections, entries, unread)


def parse_like(before: Issue | None, text: str, profile: Profile) -> Issue:
    """Parse a text; most of it is read already where it is much like an issue's.

    Args:
        before: An issue, such as that of the text before the last key.
        text: The whole document.
        profile: The conventions by which the text is read.

    Returns:
        What ``parse_issue`` makes of the text.
    """
    if before is None or before.profile != profile:
        return parse_issue(text, profile)
    change = find_edit(before.text, text)
    front = _read_front_again(before.front, text, change)
    if front is None:
        return parse_issue(text, profile)
    entry = _entry_around(before, change)
    alone = entry and _read_alone(before, entry, text)
    if entry and alone:
        return _replace_entry(before, entry, text, alone)
    known = [section.heading for section in before.sections]
    headings = read_headings_again(before.text, known, text, change, front.body)
    sections = outline.read_sections(text, headings)
    entries, unread = split_by_time(read_entries(text, sections, profile, before.day))
    return Issue(text, profile, front, sections, entries, unread)


def _read_front_again(before: FrontMatter, text: str, change: Edit) -> FrontMatter | None:
    """The front matter of a text where it is the same, or there is none; None for any other."""
    if before.root is None and not before.body:
        front = read_front_matter(text)
        is_same = front.root is None and not front.body
        return front if is_same else None
    # the line below may be a part of it, and so may all that follows where it cannot be read
    is_apart = before.root is not None and text.find("\n", before.body, change.start) >= 0
    return before if is_apart else None


def _entry_around(issue: Issue, change: Edit) -> Event | None:
    """The entry that a change lies in; None where there is none, or no other."""
    for listed in (issue.entries, issue.unread):
        index = bisect_right(listed, change.start, key=lambda entry: entry.at) - 1
        if index >= 0 and change.end <= listed[index].span.end:
            return listed[index]
    return None


def _read_alone(issue: Issue, entry: Event, text: str) -> tuple[Event, ...] | None:
    """What an entry has become in a text that differs in it alone; None where that is not sure."""
    growth = len(text) - len(issue.text)
    index = bisect_left(issue.sections, entry.span.end, key=lambda section: section.span.start)
    behind = (section.span.start for section in issue.sections[index:])
    heading = next((start for start in behind if issue.text[start] != " "), len(issue.text))
    return read_entry_alone(
        entry, issue.text, text, issue.profile, issue.day, heading=heading + growth
    )


def _replace_entry(issue: Issue, entry: Event, text: str, alone: Iterable[Event]) -> Issue:
    """The issue of a text that differs in an entry alone, with what it has become."""
    end, growth = entry.span.end, len(text) - len(issue.text)
    sections = stretch_sections(issue.sections, end, growth)
    read, not_read = split_by_time(alone)
    entries = _replace(issue.entries, entry.at, read, growth)
    unread = _replace(issue.unread, entry.at, not_read, growth)
    return Issue(text, issue.profile, issue.front, sections, entries, unread)


def _replace(
    listed: tuple[Event, ...], at: int, new: tuple[Event, ...], growth: int
) -> tuple[Event, ...]:
    """Entries with new ones instead of that at a place, if it is among them."""
    first = bisect_left(listed, at, key=lambda entry: entry.at)
    behind = bisect_right(listed, at, key=lambda entry: entry.at)
    return (*listed[:first], *new, *(entry.moved(growth) for entry in listed[behind:]))


def _in_order(issue: Issue) -> list[Event]:
    """All entries, read and unread, in the order of the text."""
    if not issue.unread:
        return list(issue.entries)
    return sorted((*issue.entries, *issue.unread), key=lambda entry: entry.span.start)


class IssueReparser(Struct):
    """Reads texts that edits of an issue's entries make."""

    issue: Issue
    last: Issue | None = None
    """The newest text read, as ``parse_issue`` reads it; None where that was not found out."""

    def __call__(self, text: str) -> tuple[Event, ...]:
        """Read the entries of a text, as ``Reparser`` says."""
        self.last = parse_like(self.issue, text, self.issue.profile)
        return tuple(_in_order(self.last))

    def read_alone(self, event: Event, text: str) -> tuple[Event, ...] | None:
        """Read what an entry has become, as ``Reparser`` says."""
        self.last = None
        alone = _read_alone(self.issue, event, text)
        if alone:
            self.last = _replace_entry(self.issue, event, text, alone)
        return alone


def calendar_hrefs(issue: Issue) -> list[str]:
    """Return the calendar links of an issue.

    Args:
        issue: The issue to look through.

    Returns:
        The addresses of all calendar links of its entries, read and unread.
    """
    listed = (*issue.entries, *issue.unread)
    return [entry.href.of(issue.text) for entry in listed if entry.href]


def make_edit_context(
    issue: Issue,
    newline: str = "",
    published: dict[str, int] | None = None,
    gazetteer: Gazetteer = EMPTY_GAZETTEER,
) -> EditContext:
    """Make what edits of an issue's entries need to know.

    Args:
        issue: The issue that will be edited.
        newline: The line break of new lines; "" for the one the text uses.
        published: The SEQUENCE by UID of the text last saved; None for those of this text.
        gazetteer: The known places and series.

    Returns:
        The context for edits of ``issue.text``.
    """
    if published is None:
        published = published_sequences(calendar_hrefs(issue))
    return EditContext(
        issue.text,
        issue.entries,
        calendar_link.CalendarLinkBuilder(issue.profile, issue.stamp, published, gazetteer),
        IssueReparser(issue),
        issue.sections,
        newline or detect_newline(issue.text),
    )


def issue_title(issue: Issue) -> str:
    """Return the title of an issue.

    Args:
        issue: The issue.

    Returns:
        The title in the front matter, else the first heading; "" where there is neither.
    """
    return issue.front.text("title") or next(
        (plain_text(section.heading.title) for section in issue.sections), ""
    )


def is_draft(issue: Issue) -> bool:
    """Tell whether the front matter of an issue says that it is a draft.

    Args:
        issue: The issue.

    Returns:
        Whether ``draft`` is true; the site does not show it then.
    """
    return issue.front.text("draft").lower() == "true"


def _read_day(front: FrontMatter) -> date | None:
    timestamp = read_timestamp(front.text("date"))
    if timestamp:
        return timestamp.date()
    return None
