"""The issue: a frozen view of a text, made by ``parse_issue`` and thrown away at the next change.

Law: ``parse_issue`` is total. Whatever the text, there is an Issue; what is not understood is not in it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from editor.core.base.edits import Span
from editor.core.base.encoding import detect_newline
from editor.core.calendar import dates
from editor.core.events import calendar_link
from editor.core.events.editing import EditContext, Reparser
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import read_entries
from editor.core.frontmatter.reading import FrontMatter, read_front_matter
from editor.core.markdown import outline
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

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(entry for entry in self.entries if entry.kind == EntryKind.EVENT)

    @property
    def meetings(self) -> tuple[Event, ...]:
        return tuple(entry for entry in self.entries if entry.kind == EntryKind.MEETING)

    @property
    def deadlines(self) -> tuple[Event, ...]:
        return tuple(entry for entry in self.entries if entry.kind == EntryKind.DEADLINE)

    @property
    def body(self) -> Span:
        return Span(self.front.body, len(self.text))

    @property
    def day(self) -> date | None:
        """The day of publication, as it is written."""
        found = dates.read_timestamp(self.front.text("date"))
        if found:
            return found.date()
        return None

    @property
    def stamp(self) -> datetime | None:
        """The front matter's date, in UTC; a date without a time is midnight in the profile's zone."""
        found = dates.read_timestamp(self.front.text("date"))
        if found and found.tzinfo is None:
            found = found.replace(tzinfo=ZoneInfo(self.profile.timezone))
        try:
            if found:
                return found.astimezone(UTC)
            return None
        except OverflowError:
            return None


def parse_issue(text: str, kind: Profile = GENERIC) -> Issue:
    """The issue a text is, through a profile. At most 15 ms for the largest real one."""
    front = read_front_matter(text)
    found = outline.read_sections(text, outline.read_headings(text, front.body))
    near = dates.read_timestamp(front.text("date"))
    entries = read_entries(text, found, kind.events, near.date() if near else None)
    return Issue(text, kind, front, found, entries)


def calendar_hrefs(issue: Issue) -> list[str]:
    """The addresses of all calendar links of the entries."""
    return [entry.href.of(issue.text) for entry in issue.entries if entry.href]


@dataclass(slots=True)
class IssueReparser(Reparser):
    """Reads texts of which only the body differs from an issue's; ``last`` is the newest as an issue, as ``parse_issue`` gives it."""

    issue: Issue
    last: Issue | None = None

    def __call__(self, text: str) -> tuple[Event, ...]:
        """The front matter is not read again; its length is the same."""
        found = outline.read_sections(text, outline.read_headings(text, self.issue.front.body))
        entries = read_entries(text, found, self.issue.profile.events, self.issue.day)
        body = self.issue.front.body
        same = bool(body) and text[:body] == self.issue.text[:body] and text[body - 1] == "\n"
        if same:
            self.last = Issue(text, self.issue.profile, self.issue.front, found, entries)
        else:
            self.last = None
        return entries


def make_edit_context(
    issue: Issue,
    newline: str = "",
    published: dict[str, int] | None = None,
    gazetteer: Gazetteer = EMPTY_GAZETTEER,
) -> EditContext:
    """The stage for edits to the issue's events; ``published`` are the UIDs of the text last saved."""
    if published is None:
        known = calendar_link.published_sequences(calendar_hrefs(issue))
    else:
        known = published
    link_builder = calendar_link.CalendarLinkBuilder(issue.profile, issue.stamp, known, gazetteer)
    return EditContext(
        issue.text,
        issue.entries,
        link_builder,
        IssueReparser(issue),
        issue.sections,
        newline or detect_newline(issue.text),
    )


def issue_title(issue: Issue) -> str:
    return issue.front.text("title") or next((s.heading.title for s in issue.sections), "")
