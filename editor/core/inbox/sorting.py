"""Bookmarks beside an issue: what of them it has, what earlier ones had, and where they may go."""

from collections.abc import Iterable
from dataclasses import dataclass

from editor.core.base.page_addresses import page_key
from editor.core.events.reading import kind_of_section
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_past import LinkPast, place_links, title_key
from editor.core.inbox.proposing import Proposer
from editor.core.issue.issue import Issue

_PROPOSED = 2


@dataclass(frozen=True, slots=True)
class SortedBookmark:
    """A bookmark beside an issue."""

    bookmark: Bookmark
    is_used: bool = False
    """Whether the issue links to its page."""
    section: int | None = None
    """The number of the section where that is; None before the first one, or where it is not."""
    earlier: str = ""
    """The title of an earlier issue that links to its page."""
    proposed: tuple[int | None, ...] = ()
    """The numbers of the sections where it may go, the likeliest first; no lists of events. None
    alone where there are no sections."""


class Sorter:
    """Sorts bookmarks, and remembers what it has proposed while titles and links stay."""

    def __init__(self, past: LinkPast) -> None:
        """Take what earlier issues did.

        Args:
            past: The links of earlier issues.
        """
        self.past = past
        self._known: object = None
        self._proposer: Proposer | None = None
        self._proposed: dict[Bookmark, tuple[int | None, ...]] = {}

    def sort(self, issue: Issue, bookmarks: Iterable[Bookmark]) -> list[SortedBookmark]:
        """Say of each bookmark where it stands, or may go.

        Args:
            issue: The issue that is written.
            bookmarks: The bookmarks.

        Returns:
            As many, in the same order.
        """
        placed = [(link.address, section) for link, section in place_links(issue)]
        known = ([title_key(section) for section in issue.sections], placed)
        if known != self._known or self._proposer is None:
            self._known, self._proposed = known, {}
            self._proposer = Proposer(self.past, issue)
        used = {page_key(address): section for address, section in placed}
        return [self._sort_one(issue, bookmark, used) for bookmark in bookmarks]

    def _sort_one(
        self, issue: Issue, bookmark: Bookmark, used: dict[str, int | None]
    ) -> SortedBookmark:
        if bookmark not in self._proposed:
            self._proposed[bookmark] = tuple(self._propose(issue, bookmark))
        key = bookmark.key
        return SortedBookmark(
            bookmark,
            key in used,
            used.get(key),
            self.past.earlier_issue(bookmark),
            self._proposed[bookmark],
        )

    def _propose(self, issue: Issue, bookmark: Bookmark) -> list[int] | list[None]:
        if not issue.sections:
            return [None]
        assert self._proposer
        found = self._proposer.propose(bookmark, _PROPOSED + 2)
        events = issue.profile.events
        plain = [n for n in found if not kind_of_section(issue.sections[n], events)]
        return plain[:_PROPOSED]
