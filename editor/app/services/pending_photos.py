"""Photos that are ready for the page but not yet on the site: they wait for the next export.

They wait in a folder of the user's, so that neither a crash nor closing the program loses one;
the site's own folder is written by exports alone. A photo has the name the front matter gives it,
within the site it is for.
"""

import hashlib
from pathlib import Path

from msgspec import Struct

from editor.app.services.files import read_file, remove_file, store_file
from editor.app.services.folders import data_folder
from editor.core.base.errors import InputRejected
from editor.core.base.file_names import is_portable_name
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
"""Suffixes of the files that are accepted as photos."""


class PendingPhotos(Struct, frozen=True):
    """The waiting photos of one site, in a folder."""

    folder: Path
    fallback: Path | None = None
    """Where photos wait whose page had no site when they were made; None for no such folder."""

    def path(self, name: str) -> Path | None:
        """Find a waiting photo.

        Args:
            name: The name the front matter gives it.

        Returns:
            Its file; None where no photo of this name waits.
        """
        if not _is_file_name(name):
            return None
        for folder in (self.folder, self.fallback):
            if folder and (folder / name).is_file():
                return folder / name
        return None

    def add_name(self, old: str, new: str) -> None:
        """Let a photo wait under another name too, because its page has renamed it.

        Nothing happens where no photo waits under the old name, or one does under the new name.

        Args:
            old: The name it waits under.
            new: The further name.

        Raises:
            InputRejected: If the photo cannot be copied.
        """
        source = self.path(old)
        if source and _is_file_name(new) and not self.path(new):
            self.put(new, read_file(source))

    def put(self, name: str, data: bytes) -> None:
        """Keep a photo until the next export.

        Args:
            name: The name the front matter gives it.
            data: The bytes of its file.

        Raises:
            InputRejected: If the name is not that of a file, or the file cannot be written.
        """
        if not _is_file_name(name):
            raise InputRejected(
                translate("core", "“{name}” is no name for a picture.").fill(name=name)
            )
        store_file(self.folder / name, data)

    def drop(self, name: str) -> None:
        """Forget a photo: it has arrived on the site, or is no longer wanted.

        Args:
            name: The name it waits under.
        """
        while path := self.path(name):
            remove_file(path)
            if path.exists():
                return


def pending_photos(root: Path | None) -> PendingPhotos:
    """Find the waiting photos of a site.

    Args:
        root: The site's folder; None for the pages without a site.

    Returns:
        The photos in the user's data folder; it need not exist yet.
    """
    folder = data_folder() / "photos"
    if root is None:
        return PendingPhotos(folder / "none")
    key = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return PendingPhotos(folder / key, folder / "none")


def _is_file_name(name: str) -> bool:
    """Whether a name is that of a visible file without a folder, on every system."""
    return is_portable_name(name) and not name.startswith(".")
