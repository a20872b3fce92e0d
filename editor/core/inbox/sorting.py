"""Bookmarks beside an issue: what of them it has, what earlier ones had, and where they may go."""

from collections.abc import Iterable

from msgspec import Struct

from editor.core.base.page_addresses import page_key
from editor.core.events.reading import kind_of_section
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_past import LinkPast, place_links, title_key
from editor.core.inbox.proposing import Proposer
from editor.core.issue.issue import Issue

_PROPOSED = 2


class SortedBookmark(Struct, frozen=True):
    """A bookmark beside an issue."""

    bookmark: Bookmark
    is_used: bool = False
    """Whether the issue links to its page."""
    section: int | None = None
    """The number of the section where that is; None before the first one, or where it is not."""
    earlier: str = ""
    """The title of an earlier issue that links to its page."""


class Sorter:
    """Sorts bookmarks; where one may go is counted when it is asked for, and remembered."""

    def __init__(self, past: LinkPast) -> None:
        """Take what earlier issues did.

        Args:
            past: The links of earlier issues.
        """
        self.past = past
        self._issue: Issue | None = None
        self._known: object = None
        self._proposer: Proposer | None = None
        self._proposed: dict[Bookmark, tuple[int | None, ...]] = {}

    def sort(self, issue: Issue, bookmarks: Iterable[Bookmark]) -> list[SortedBookmark]:
        """Say of each bookmark where it stands.

        Args:
            issue: The issue that is written.
            bookmarks: The bookmarks.

        Returns:
            As many, in the same order.
        """
        placed = [(link.address, section) for link, section in place_links(issue)]
        known = ([title_key(section) for section in issue.sections], placed)
        self._issue = issue
        if known != self._known:
            self._known, self._proposer, self._proposed = known, None, {}
        used = {page_key(address): section for address, section in placed}
        return [self._sort_one(bookmark, used) for bookmark in bookmarks]

    def _sort_one(self, bookmark: Bookmark, used: dict[str, int | None]) -> SortedBookmark:
        key, earlier = bookmark.key, self.past.earlier_issue(bookmark)
        return SortedBookmark(bookmark, key in used, used.get(key), earlier)

    def propose(self, bookmark: Bookmark) -> tuple[int | None, ...]:
        """Say where a bookmark may go in the issue that was sorted for last.

        Args:
            bookmark: The bookmark.

        Returns:
            The numbers of sections, the likeliest first; no lists of events. None alone where
            there are no sections.
        """
        if bookmark not in self._proposed:
            self._proposed[bookmark] = tuple(self._find_sections(bookmark))
        return self._proposed[bookmark]

    def _find_sections(self, bookmark: Bookmark) -> list[int] | list[None]:
        issue = self._issue
        if issue is None or not issue.sections:
            return [None]
        if self._proposer is None:
            self._proposer = Proposer(self.past, issue)
        found = self._proposer.propose(bookmark, _PROPOSED + 2)
        events = issue.profile.events
        plain = [n for n in found if not kind_of_section(issue.sections[n], events)]
        return plain[:_PROPOSED]
