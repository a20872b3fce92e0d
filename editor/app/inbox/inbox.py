"""The inbox of the newsletter that is open: its bookmarks, beside the issue that is written."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from editor.app.document.session import Session
from editor.app.inbox.known_posts import KnownPosts
from editor.app.inbox.store import MOST_BOOKMARKS, InboxStore
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import Site
from editor.core.base.messages import translate
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_past import LinkPast, learn_past
from editor.core.inbox.sorting import SortedBookmark, Sorter

if TYPE_CHECKING:
    from editor.app.inbox.sources import Answer

_MOST_ISSUES = 60


class Inbox(QObject):
    """Reads and changes the store; learns from earlier issues in the background."""

    changed = Signal()
    """There are other bookmarks, or more is known of where they may go."""
    failed = Signal(object)
    """The Message that says what could not be read or kept."""

    def __init__(
        self, session: Session, store: InboxStore | None = None, parent: QObject | None = None
    ) -> None:
        """Read nothing yet.

        Args:
            session: The open document, which says which newsletter it is.
            store: Where bookmarks are kept; None for the user's own.
            parent: The QObject it lives with.
        """
        super().__init__(parent)
        self._session, self.store = session, store or InboxStore()
        self.known_posts = KnownPosts(self.store.file)
        self.bookmarks: list[Bookmark] = []
        """The last added first."""
        self._opened: Path | None = None
        self._sorter = Sorter(LinkPast())
        self._learned: tuple[Path | None, Path | None] | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _: self.load())
        self._task = BackgroundTask(self, "inbox")
        self._task.done.connect(self._on_learned)
        self._task.failed.connect(self.failed)

    @property
    def newsletter(self) -> Path | None:
        """The folder of the newsletter's site, or of the document; None for a new one."""
        session = self._session
        return session.site_root or (session.place.parent if session.place else None)

    def load(self) -> None:
        """Read the bookmarks of the open newsletter."""
        newsletter = self.newsletter
        try:
            if newsletter and self.store.file.exists() and newsletter != self._opened:
                self.store.open_newsletter(newsletter)
                self._opened = newsletter
            self.bookmarks = self.store.read(newsletter)
        except OSError:
            self._tell_failure()
        if not self._watcher.files() and self.store.file.exists():
            self._watcher.addPath(str(self.store.file))  # other programs of ours add, too
        self.changed.emit()

    def learn(self) -> None:
        """Learn from the issues of the newsletter where links went, once."""
        asked = (self.newsletter, self._session.place)
        if asked != self._learned:
            self._learned = asked
            site, place, registry = self._session.site, self._session.place, self._session.registry
            self._task.start(lambda stop: _learn(site, place, registry, stop))

    def _on_learned(self, past: LinkPast) -> None:
        self._sorter = Sorter(past)
        self.changed.emit()

    def sort(self) -> list[SortedBookmark]:
        """Say of each bookmark where it stands in the issue."""
        return self._sorter.sort(self._session.issue, self.bookmarks)

    def propose(self, bookmark: Bookmark) -> tuple[int | None, ...]:
        """Say where a bookmark may go, as ``Sorter.propose``, in the issue sorted for last.

        Args:
            bookmark: The bookmark.

        Returns:
            The numbers of sections, the likeliest first.
        """
        return self._sorter.propose(bookmark)

    # --- changing --------------------------------------------------------------------------------

    def add(self, bookmarks: Iterable[Bookmark], *, again: bool = True) -> int:
        """Add bookmarks.

        Args:
            bookmarks: The bookmarks.
            again: Whether pages come back that were removed, as when the user adds them.

        Returns:
            How many pages are new; -1 where they could not be kept, which ``failed`` has said.
        """
        try:
            if self.newsletter:
                self.store.open_newsletter(self.newsletter)
            new = self.store.add(self.newsletter, bookmarks, again=again)
        except OSError:
            self._tell_failure()
            return -1
        self.load()
        return new

    def take(self, answers: "Iterable[Answer]") -> int:
        """Add what sources have answered, but for pages that were removed once.

        Args:
            answers: The answers.

        Returns:
            As for ``add``.
        """
        answers = list(answers)
        new = self.add((each for answer in answers for each in answer.bookmarks), again=False)
        if new >= 0 and not self.is_full:  # what found no room is asked for again
            try:
                for answer in (each for each in answers if each.posts):
                    self.known_posts.add(self.newsletter, answer.address, answer.posts)
            except OSError:
                self._tell_failure()
        return new

    def change(self, bookmark: Bookmark) -> None:
        """Keep what the user has written about a page.

        Args:
            bookmark: One of ``bookmarks`` with other words.
        """
        self._write(lambda: self.store.change(self.newsletter, bookmark))

    def remove(self, bookmarks: Iterable[Bookmark]) -> None:
        """Remove bookmarks; ``bring_back`` undoes it.

        Args:
            bookmarks: Some of ``bookmarks``.
        """
        self._write(lambda: self.store.remove(self.newsletter, bookmarks))

    def bring_back(self, bookmarks: Iterable[Bookmark]) -> None:
        """Bring removed bookmarks back.

        Args:
            bookmarks: What was removed.
        """
        self._write(lambda: self.store.bring_back(self.newsletter, bookmarks))

    @property
    def is_full(self) -> bool:
        """Whether it takes no more."""
        return len(self.bookmarks) >= MOST_BOOKMARKS

    @property
    def sources(self) -> list[str]:
        """The addresses of feeds that are asked for the open newsletter."""
        try:
            return self.store.sources(self.newsletter)
        except OSError:
            self._tell_failure()
            return []

    @sources.setter
    def sources(self, addresses: Iterable[str]) -> None:
        self._write(lambda: self.store.set_sources(self.newsletter, addresses))

    def _write(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError:
            self._tell_failure()
        self.load()

    def _tell_failure(self) -> None:
        self.failed.emit(translate("core", "The inbox could not be read or written on the disk."))

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()


def _learn(
    site: Site, place: Path | None, registry: ProfileRegistry, stop: threading.Event
) -> LinkPast:
    def pause() -> None:
        if stop.is_set():
            raise TaskStopped

    here = place and place.resolve()
    files = [file for file in _find_issues(site, place)[:_MOST_ISSUES] if file.resolve() != here]
    return learn_past(issue for _, issue in registry.read_pages(reversed(files), pause))


def _find_issues(site: Site, place: Path | None) -> list[Path]:
    """The issues of a site, the newest first; where it is not known, the pages beside this one."""
    issues = site.issues()
    if issues or not place:
        return issues
    if place.stem == "index":  # a folder for each page
        return sorted(place.parent.parent.glob(f"*/{place.name}"), reverse=True)
    return sorted(place.parent.glob("*.md"), reverse=True)
