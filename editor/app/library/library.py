"""The pages of a site, followed in the background: what has changed is read, nothing else."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from editor.app.services.background import BackgroundTask, TaskStopped
from editor.app.services.page_files import find_pages
from editor.app.services.profile_registry import ProfileRegistry

if TYPE_CHECKING:
    from editor.app.library.page_facts import PageFacts, ReadPage
    from editor.app.library.page_index import Hit, Stamps

_MOST_PAGES = 20_000
_BATCH_SECONDS = 1.0
"""How long pages are read before the list is shown again."""
_LARGEST = 4_000_000
"""Bytes of a page that is read."""


class SearchResult(Struct, frozen=True):
    """What a search has found."""

    words: str
    hits: "list[Hit]"


class Library(QObject):
    """The pages of one site at a time. Its signals come in the thread of the window."""

    listed = Signal(object, bool)
    """All PageFacts, the newest first, and whether all files have been read by now."""
    found = Signal(object)
    """A SearchResult, for the newest search alone."""
    failed = Signal(object)
    """The Message that says why pages could not be read or searched."""
    _progressed = Signal(object, object)

    def __init__(self, registry: ProfileRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self.root: Path | None = None
        self.pages: list[PageFacts] = []
        self._reading = BackgroundTask(self, "library")
        self._reading.done.connect(lambda pages: self._show(pages, is_whole=True))
        self._search = BackgroundTask(self, "search")
        self._search.done.connect(self.found)
        for task in (self._reading, self._search):
            task.failed.connect(self.failed)
        self._progressed.connect(self._on_progress)

    @property
    def busy(self) -> bool:
        """Whether files are still being read."""
        return self._reading.busy

    def follow(self, root: Path | None) -> None:
        """Show the pages of a site, as they were last and then as they are.

        Args:
            root: The folder of the site; None for none.
        """
        if root != self.root:
            self.pages = []
        self.root = root
        if root is None:
            self._reading.cancel()
            self.listed.emit([], True)
            return
        self._reading.start(lambda stop: self._read(root, stop))

    def _read(self, root: Path, stop: threading.Event) -> "list[PageFacts]":
        """Bring the index up to date; in a thread."""
        from editor.app.library.page_index import PageIndex  # with SQLite, after the first paint

        index = PageIndex(root)
        known = index.stamps()
        pages = {page.path: page for page in index.pages()}
        if pages:
            self._progressed.emit(root, _newest_first(pages))
        stamps = dict(_find_stamps(root, stop))
        gone = known.keys() - stamps.keys()
        changed = [path for path, stamp in stamps.items() if known.get(path) != stamp]
        changed.sort(key=lambda path: stamps[path][0], reverse=True)
        for batch, unread in self._read_batches(changed, stamps, stop):
            if not (batch or unread or gone):
                continue  # nothing has changed
            index.put(batch, {*gone, *unread})
            for path in (*gone, *unread):
                pages.pop(path, None)
            # what was read is shown even where no index can be kept
            pages |= {page.facts.path: page.facts for page, *_ in batch}
            gone = set()
            self._progressed.emit(root, _newest_first(pages))
        return _newest_first(pages)

    def _read_batches(
        self, paths: list[Path], stamps: "Stamps", stop: threading.Event
    ) -> "Iterator[tuple[list[tuple[ReadPage, int, int]], list[Path]]]":
        """Batches of pages, with the files that turned out to be none."""
        from editor.app.library.page_batches import read_pages

        batch: list[tuple[ReadPage, int, int]] = []
        unread: list[Path] = []
        began = time.monotonic()
        for path, page in read_pages(paths, self._registry, stop):
            if page:
                batch.append((page, *stamps[path]))
            else:
                unread.append(path)
            if time.monotonic() - began > _BATCH_SECONDS:
                yield batch, unread
                batch, unread, began = [], [], time.monotonic()
        if stop.is_set():
            raise TaskStopped
        yield batch, unread

    def _on_progress(self, root: Path, pages: "list[PageFacts]") -> None:
        if root == self.root and self.busy:
            self._show(pages, is_whole=False)

    def _show(self, pages: "list[PageFacts]", *, is_whole: bool) -> None:
        self.pages = pages
        self.listed.emit(pages, is_whole)

    def search(self, words: str) -> None:
        """Look for words in all pages; ``found`` answers.

        Args:
            words: What the user typed.
        """
        root = self.root
        if root is None or not words.strip():
            self._search.cancel()
            self.found.emit(SearchResult(words, []))
            return
        from editor.app.library.page_index import PageIndex

        self._search.start(lambda _: SearchResult(words, PageIndex(root).search(words)))

    def close_down(self) -> None:
        """Take no more work."""
        self._reading.close(seconds=0.3)
        self._search.close()


def _newest_first(pages: "dict[Path, PageFacts]") -> "list[PageFacts]":
    """Pages by their days; those without one last."""
    return sorted(
        pages.values(), key=lambda page: (str(page.day or ""), str(page.path)), reverse=True
    )


def _find_stamps(root: Path, stop: threading.Event) -> Iterator[tuple[Path, tuple[int, int]]]:
    for count, path in enumerate(find_pages(root)):
        if stop.is_set():
            raise TaskStopped
        if count >= _MOST_PAGES:
            return
        try:
            status = path.stat()
        except OSError:
            continue
        if status.st_size <= _LARGEST:
            yield path, (status.st_mtime_ns, status.st_size)
