"""How bookmarks come in: pasted, dropped, and from files of other programs."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.app.inbox.inbox import Inbox
from editor.app.services.files import read_file
from editor.core.base.errors import UserFacingError
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.bookmark_files import read_bookmarks
from editor.ui.widgets.file_choice import DOCUMENTS, choose_files
from editor.ui.wording.translation import translated

_MOST_FILES = 20


class BookmarkIntake(QObject):
    """Reads bookmarks, adds them to the inbox, and says how many are new."""

    message_posted = Signal(str, object, bool)
    """A text for the message bar, its actions, and whether it is a warning."""

    def __init__(self, inbox: Inbox, page: QWidget) -> None:
        """Prepare it.

        Args:
            inbox: Where bookmarks go.
            page: The parent of its dialogs.
        """
        super().__init__(page)
        self._inbox, self._page = inbox, page

    def paste(self) -> None:
        """Add the addresses of the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """Add the addresses of what was pasted or dropped.

        Args:
            data: Files with bookmarks, HTML with links, or text with addresses.
        """
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.read_files(files)
            return
        text = data.text()
        if data.hasHtml() and "http" not in text:
            text = data.html()
        self._add(lambda: read_bookmarks(text))

    def import_files(self) -> None:
        """Ask for files with bookmarks, and add what is in them."""
        kinds = self.tr("Bookmarks ({0});;All files (*)").format("*.html *.htm *.csv *.json *.ris")
        names = choose_files(self._page, self.tr("Import bookmarks"), kinds, DOCUMENTS)
        self.read_files([Path(name) for name in names])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Add the bookmarks of files.

        Args:
            paths: The files.
        """
        for path in paths[:_MOST_FILES]:
            self._add(partial(_read_file, path))

    def _add(self, read: Callable[[], list[Bookmark]]) -> None:
        try:
            bookmarks = read()
        except UserFacingError as error:
            self.message_posted.emit(translated(error), [], True)
            return
        new = self._inbox.add(bookmarks)
        if new < 0:
            return
        known = len(bookmarks) - new
        text = self.tr("%n address(es) added.", "", new)
        if known:
            text += " " + self.tr("%n was/were there already.", "", known)
        self.message_posted.emit(text, [], False)


def _read_file(path: Path) -> list[Bookmark]:
    return read_bookmarks(read_file(path), path.stem)
