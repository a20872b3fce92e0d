"""The issue: a frozen view of a text, made by ``parse`` and thrown away at the next change.

Law: ``parse`` is total. Whatever the text, there is an Issue; what is not understood is not in it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from editor.core import blocks, callink, dates, eventedits, events, frontmatter, profile
from editor.core.events import Event
from editor.core.knowledge import NOTHING, Knowledge
from editor.core.profile import Profile
from editor.core.source import newline_of
from editor.core.text import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """A text seen through a profile."""

    text: str
    profile: Profile
    front: frontmatter.FrontMatter
    sections: tuple[blocks.Section, ...]
    entries: tuple[Event, ...]
    """Events, meetings and deadlines, in the order of the text."""

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(entry for entry in self.entries if entry.kind == "event")

    @property
    def meetings(self) -> tuple[Event, ...]:
        return tuple(entry for entry in self.entries if entry.kind == "meeting")

    @property
    def deadlines(self) -> tuple[Event, ...]:
        return tuple(entry for entry in self.entries if entry.kind == "deadline")

    @property
    def body(self) -> Span:
        return Span(self.front.body, len(self.text))

    @property
    def day(self) -> date | None:
        """The day of publication, as it is written."""
        found = dates.read_stamp(self.front.text("date"))
        return found.date() if found else None

    @property
    def stamp(self) -> datetime | None:
        """The front matter's date, in UTC; a date without a time is midnight in the profile's zone."""
        found = dates.read_stamp(self.front.text("date"))
        if found and found.tzinfo is None:
            found = found.replace(tzinfo=ZoneInfo(self.profile.timezone))
        try:
            return found.astimezone(UTC) if found else None
        except OverflowError:
            return None

    def section(self, kind: str) -> blocks.Section | None:
        """The first section that holds entries of a kind: "event" or "deadline"."""
        return next(
            (s for s in self.sections if events.section_kind(s, self.profile.events) == kind), None
        )


def parse(text: str, kind: Profile = profile.GENERIC) -> Issue:
    """The issue a text is, through a profile. At most 15 ms for the largest real one."""
    front = frontmatter.read(text)
    found = blocks.sections(text, blocks.headings(text, front.body))
    near = dates.read_stamp(front.text("date"))
    entries = events.read(text, found, kind.events, near.date() if near else None)
    return Issue(text, kind, front, found, entries)


def hrefs(issue: Issue) -> list[str]:
    """The addresses of all calendar links of the entries."""
    return [entry.href.of(issue.text) for entry in issue.entries if entry.href]


@dataclass(slots=True)
class Reader(eventedits.Reader):
    """Reads texts of which only the body differs from an issue's; ``last`` is the newest as an issue, as ``parse`` gives it."""

    issue: Issue
    last: Issue | None = None

    def __call__(self, text: str) -> tuple[Event, ...]:
        """The front matter is not read again; its length is the same."""
        found = blocks.sections(text, blocks.headings(text, self.issue.front.body))
        entries = events.read(text, found, self.issue.profile.events, self.issue.day)
        body = self.issue.front.body
        same = bool(body) and text[:body] == self.issue.text[:body] and text[body - 1] == "\n"
        self.last = (
            Issue(text, self.issue.profile, self.issue.front, found, entries) if same else None
        )
        return entries


def scene(
    issue: Issue,
    newline: str = "",
    published: dict[str, int] | None = None,
    knowledge: Knowledge = NOTHING,
) -> eventedits.Scene:
    """The stage for edits to the issue's events; ``published`` are the UIDs of the text last saved."""
    known = callink.published(hrefs(issue)) if published is None else published
    linker = callink.Linker(issue.profile, issue.stamp, known, knowledge)
    return eventedits.Scene(
        issue.text,
        issue.entries,
        linker,
        Reader(issue),
        issue.sections,
        newline or newline_of(issue.text),
    )


def title_of(issue: Issue) -> str:
    return issue.front.text("title") or next((s.heading.title for s in issue.sections), "")
