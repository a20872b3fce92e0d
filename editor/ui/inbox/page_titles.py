"""Asks the page of a bookmark for its title, on a click."""

import threading

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from editor.app.inbox.inbox import Inbox
from editor.app.services.background import BackgroundTask
from editor.app.services.fetch import fetch
from editor.app.services.settings import Settings
from editor.core.inbox.bookmark import Bookmark


class PageTitles(QObject):
    """One page at a time; nothing is asked of the network before the click."""

    failed = Signal(object)
    """The Message that says why there is no title."""

    def __init__(self, inbox: Inbox, settings: Settings) -> None:
        super().__init__(inbox)
        self._inbox, self._settings = inbox, settings
        self._task = BackgroundTask(self, "title of a page")
        self._task.done.connect(self._on_read)
        self._task.failed.connect(self.failed)

    def ask(self, bookmark: Bookmark) -> None:
        """Ask for the title of a bookmark's page, and keep it.

        Args:
            bookmark: The bookmark.
        """
        private = self._settings.now.private_addresses
        self._task.start(lambda stop: (bookmark, _fetch_title(bookmark.address, private, stop)))

    def _on_read(self, answer: tuple[Bookmark, str]) -> None:
        bookmark, title = answer
        known = {each.key: each for each in self._inbox.bookmarks}
        if title and bookmark.key in known:
            self._inbox.change(replace(known[bookmark.key], title=title))

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()


def _fetch_title(address: str, private: bool, stop: threading.Event) -> str:
    page = fetch(address, private=private, stop=stop)
    from editor.core.importers.pages import read_title

    return read_title(page.data, page.address)
