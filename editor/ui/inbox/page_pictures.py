"""Asks the page of a bookmark for its picture, where the user has allowed it."""

import threading

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from editor.app.services.background import BackgroundTask
from editor.app.services.fetch import fetch
from editor.app.services.settings import Settings
from editor.core.inbox.bookmark import Bookmark
from editor.ui.inbox.bookmark_fields import BookmarkFields
from editor.ui.widgets.photo_image import make_image

_EDGE = 320
"""Pixels of a picture's longer side, on a screen of twice the density."""
_MOST = 100
"""How many are remembered."""


class PagePictures(QObject):
    """One page at a time, that of the bookmark which is shown; nothing is kept on the disk."""

    def __init__(self, fields: BookmarkFields, settings: Settings) -> None:
        super().__init__(fields)
        self._fields, self._settings = fields, settings
        self._known: dict[str, QPixmap | None] = {}
        self._bookmark: Bookmark | None = None
        self._task = BackgroundTask(self, "picture of a page")
        self._task.done.connect(self._on_read)
        self._task.failed.connect(lambda _: self._keep(None))  # a page without one is no fault
        fields.pictures_box.setChecked(settings.now.page_pictures)
        fields.pictures_box.toggled.connect(self._on_allowed)

    def show_for(self, bookmark: Bookmark | None) -> None:
        """Show the picture of a bookmark's page beside what is known of it, when it is there.

        Args:
            bookmark: The bookmark; None for none.
        """
        before, self._bookmark = self._bookmark, bookmark
        if before and bookmark and before.key == bookmark.key:
            return
        self._show()

    def _show(self) -> None:
        self._task.cancel()
        bookmark = self._bookmark if self._settings.now.page_pictures else None
        self._fields.show_picture(self._known.get(bookmark.key) if bookmark else None)
        if bookmark and bookmark.key not in self._known:
            address, private = bookmark.address, self._settings.now.private_addresses
            self._task.start(lambda stop: _fetch_picture(address, private, stop))

    def _on_allowed(self, allowed: bool) -> None:
        self._settings.keep(page_pictures=allowed)
        self._show()

    def _on_read(self, image: QImage | None) -> None:
        picture = None
        if image:
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(2)
        self._keep(picture)

    def _keep(self, picture: QPixmap | None) -> None:
        if self._bookmark is None:
            return
        if len(self._known) >= _MOST:
            del self._known[next(iter(self._known))]
        self._known[self._bookmark.key] = picture
        self._fields.show_picture(picture)

    def close_down(self) -> None:
        """Take no more work."""
        self._task.close()


def _fetch_picture(address: str, private: bool, stop: threading.Event) -> QImage | None:
    from editor.app.services.photos import open_photo  # with Pillow
    from editor.core.importers.pages import read_picture

    page = fetch(address, private=private, stop=stop)
    named = read_picture(page.data, page.address)
    if not named:
        return None
    data = fetch(named, private=private, stop=stop).data
    return make_image(open_photo(data, named), _EDGE)
