"""The issue: a frozen view of a text, made by ``parse_issue`` and discarded at the next change.

Law: ``parse_issue`` is total. Whatever the text, there is an Issue; what is not understood is not
in it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from editor.core.base.edits import Span
from editor.core.base.encoding import detect_newline
from editor.core.calendar.date_fields import read_timestamp
from editor.core.calendar.moments import to_local
from editor.core.events import calendar_link
from editor.core.events.edit_context import EditContext
from editor.core.events.entry_proof import move_behind, read_entry_alone, stretch_sections
from editor.core.events.link_reading import published_sequences
from editor.core.events.model import EntryKind, Event, split_by_time
from editor.core.events.reading import read_entries
from editor.core.frontmatter.model import FrontMatter
from editor.core.frontmatter.reading import read_front_matter
from editor.core.markdown import outline
from editor.core.markdown.inline import plain_text
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import GENERIC, Profile


@dataclass(frozen=True, slots=True)
class Issue:
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
        return tuple(entry for entry in self.entries if entry.kind == EntryKind.EVENT)

    @property
    def meetings(self) -> tuple[Event, ...]:
        """Return the entries that take place by a rule, in the order of the text."""
        return tuple(entry for entry in self.entries if entry.kind == EntryKind.MEETING)

    @property
    def deadlines(self) -> tuple[Event, ...]:
        """Return the deadlines, in the order of the text."""
        return tuple(entry for entry in self.entries if entry.kind == EntryKind.DEADLINE)

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


def calendar_hrefs(issue: Issue) -> list[str]:
    """Return the calendar links of an issue.

    Args:
        issue: The issue to look through.

    Returns:
        The addresses of all calendar links of its entries, read and unread.
    """
    listed = (*issue.entries, *issue.unread)
    return [entry.href.of(issue.text) for entry in listed if entry.href]


@dataclass(slots=True)
class IssueReparser:
    """Reads texts that differ from an issue's only in the body."""

    issue: Issue
    last: Issue | None = None
    """The newest text read, equal to what ``parse_issue`` makes of it; None where its front
    matter would have to be read again."""

    def __call__(self, text: str) -> tuple[Event, ...]:
        """Read the entries of a text.

        The front matter is not read again; its length is the same.

        Args:
            text: The whole document after an edit of the body.

        Returns:
            The entries, and what is unread, in the order of the text.
        """
        body = self.issue.front.body
        sections = outline.read_sections(text, outline.read_headings(text, body))
        listed = read_entries(text, sections, self.issue.profile, self.issue.day)
        entries, unread = split_by_time(listed)
        same_front = text[:body] == self.issue.text[:body]
        if body and same_front and text[body - 1] == "\n":
            profile, front = self.issue.profile, self.issue.front
            self.last = Issue(text, profile, front, sections, entries, unread)
        else:
            self.last = None
        return listed

    def read_alone(self, event: Event, text: str) -> tuple[Event, ...] | None:
        """Read what an entry has become, as ``Reparser`` says; ``last`` is the whole text then."""
        issue, self.last = self.issue, None
        alone = read_entry_alone(event, issue.text, text, issue.profile, issue.day)
        if alone is None:
            return None
        end, growth = event.span.end, len(text) - len(issue.text)
        sections = stretch_sections(issue.sections, end, growth)
        listed = [each for each in (*issue.entries, *issue.unread) if each.span != event.span]
        moved = (*move_behind(listed, end, growth), *alone)
        in_order = sorted(moved, key=lambda each: each.span.start)
        entries, unread = split_by_time(in_order)
        self.last = Issue(text, issue.profile, issue.front, sections, entries, unread)
        return alone


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
