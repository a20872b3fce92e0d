"""Pictures for the text: from files and the clipboard, through the photo dialog, to the site."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from editor.app.document.session import Session
from editor.app.services.files import store_file
from editor.app.services.pending_photos import PHOTO_SUFFIXES
from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.base.slugs import make_slug
from editor.core.issue import naming
from editor.core.richtext.pictures import write_picture
from editor.ui.dialogs.incoming_photo import save_picture
from editor.ui.widgets.file_choice import PICTURES, choose_file
from editor.ui.wording.translation import translated

if TYPE_CHECKING:
    from editor.ui.dialogs.photo_dialog import PhotoDialog, TakenPhoto
    from editor.ui.writing.formatting_view import FormattingView


class TextPictures(QObject):
    """Asks about a picture, keeps its file, and writes it into the text."""

    refused = Signal(str)
    """Why a picture is not taken."""
    stored = Signal()
    """The file of a picture is there: what shows pictures may look again."""

    def __init__(self, session: Session, page: "FormattingView") -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.dialog: PhotoDialog | None = None
        self._waiting: list[Path] = []

    def choose(self) -> None:
        """Let the user choose the file of a picture, and take it."""
        patterns = " ".join(f"*{suffix}" for suffix in PHOTO_SUFFIXES)
        filters = self.tr("Pictures ({0})").format(patterns)
        name = choose_file(self._page, self.tr("Picture"), filters, PICTURES)
        if name:
            self.take([Path(name)])

    def take(self, paths: list[Path]) -> None:
        """Open the dialog for each of some pictures in turn.

        Args:
            paths: Their files.
        """
        self._waiting += paths
        if self.dialog is None:
            self._take_next()

    def take_image(self, image: QImage) -> None:
        """Take a picture from the clipboard.

        Args:
            image: The picture.
        """
        path = save_picture(image)
        if path:
            self.take([path])
        else:
            self.refused.emit(self.tr("The picture of the clipboard cannot be read."))

    def _take_next(self) -> None:
        from editor.ui.dialogs.photo_dialog import PhotoDialog  # loads Pillow

        path = self._waiting.pop(0)
        spec = self._session.profile.image
        dialog = self.dialog = PhotoDialog(path, spec, "", None, self._page, keeps_shape=True)
        dialog.accepted.connect(lambda: self._use(path, dialog.taken))
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        if self.dialog:
            self.dialog.deleteLater()
        self.dialog = None
        if self._waiting:
            QTimer.singleShot(0, self._take_next)

    def _use(self, path: Path, photo: "TakenPhoto | None") -> None:
        if photo is None:
            return
        try:
            address = self.store(path, photo.data)
        except UserFacingError as refusal:
            self.refused.emit(translated(refusal))
            return
        markdown = write_picture(photo.alt, address)
        if photo.line:
            markdown += "\n\n" + photo.line
        if self._page.insert_blocks(markdown, self.tr("Picture")):
            self._page.write_on()  # else what is typed next would stand beside it
        self.stored.emit()

    def store(self, path: Path, data: bytes) -> str:
        """Keep the file of a picture.

        Args:
            path: What its name is made of.
            data: The bytes of a JPEG file.

        Returns:
            Its address in the text.

        Raises:
            UserFacingError: If it cannot be kept.
        """
        site, place = self._session.site, self._session.place
        prefix = self._session.profile.picture_address
        if prefix:
            name = self._free_name(path, prefix)
            site.pending_photos.put(name, data)
            return prefix + name
        if place is None:
            raise InputRejected(
                translate("core", "Save the text first: its pictures are kept beside it.")
            )
        name = self._free_name(path, "")
        store_file(place.parent / name, data)
        return name

    def _free_name(self, path: Path, prefix: str) -> str:
        """A name that no picture has: that of the issue's pictures with the file's own words."""
        stem = make_slug(path.stem) or "picture"
        if prefix:
            issue = naming.issue_names(self._session.issue).image.rpartition(".")[0]
            issue = issue.removesuffix("-header")  # that is the picture at the top
            stem = f"{issue}-{stem}" if issue else stem
        name, count = f"{stem}.jpg", 1
        while self._session.site.asset(prefix + name):
            count += 1
            name = f"{stem}-{count}.jpg"
        return name
