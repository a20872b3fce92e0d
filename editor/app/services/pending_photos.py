"""Photos that are ready for the page but not yet on the site: they wait here until an export takes them there.

A folder of the user's, so that neither a crash nor closing the program loses one; the site's own folder is written
by exports alone. A photo goes by the name the front matter gives it, within the site it is for.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from editor.app.services.files import read_file, remove_file, store_file
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

PHOTO_SUFFIXES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".webp",
    ".avif",
    ".heic",
    ".heif",
    ".tif",
    ".tiff",
    ".bmp",
    ".gif",
)
"""How the files end that a photo may come in."""


@dataclass(frozen=True, slots=True)
class PendingPhotos:
    """The waiting photos of one site."""

    folder: Path
    homeless: Path | None = None
    """Where photos wait whose page had no site when they were taken."""

    def path(self, name: str) -> Path | None:
        """Where a photo waits; None where none does."""
        if _simple(name):
            folders = [folder for folder in (self.folder, self.homeless) if folder]
        else:
            folders = []
        return next((folder / name for folder in folders if (folder / name).is_file()), None)

    def call(self, old: str, new: str) -> None:
        """The photo waits under another name too: its page calls it so from now on."""
        found = self.path(old)
        if found and _simple(new) and not self.path(new):
            self.put(new, read_file(found))

    def put(self, name: str, data: bytes) -> None:
        """Keep a photo under a name. Raises InputRejected."""
        if not _simple(name):
            raise InputRejected(
                translate("core", "“{name}” is no name for a picture.").fill(name=name)
            )
        store_file(self.folder / name, data)

    def drop(self, name: str) -> None:
        """The photo has arrived on the site, or nobody wants it."""
        while found := self.path(name):
            remove_file(found)
            if found.exists():
                return


def pending_photos(root: Path | None) -> PendingPhotos:
    """The album of a site, or of all pages without one."""
    folder = Path(platformdirs.user_data_dir("rundbrief", appauthor=False)) / "photos"
    if root is None:
        return PendingPhotos(folder / "none")
    return PendingPhotos(
        folder / hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16], folder / "none"
    )


def _simple(name: str) -> bool:
    return (
        bool(name)
        and Path(name).name == name
        and not name.startswith(".")
        and "\0" not in name
        and "\\" not in name
    )
