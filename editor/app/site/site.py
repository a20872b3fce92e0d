"""The site's folder around an open file: its issues, its pictures, and what a page may show.

Nothing here writes.
"""

import base64
import fnmatch
import html
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from editor.app.services.page_files import is_page
from editor.app.services.pending_photos import PendingPhotos, pending_photos
from editor.app.services.picture_size import read_picture_size
from editor.app.services.site_reading import (
    find_site_folder,
    is_generator_root,
    looking_once,
    read_site,
)
from editor.app.site.page_order import order_pages
from editor.core.profiles.profile import GENERIC, Profile
from editor.core.sites.configuration import SiteConfiguration

IMAGES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".svg": "image/svg+xml",
}
FONTS = {".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf"}
TYPES = IMAGES | FONTS
"""What a page may show of a site, with its media type.

An SVG in an ``img`` runs no script and loads nothing.
"""
_OWN_SOURCE = re.compile(
    r"""
    (?P<start>
        <img\b [^>]*?
        (?<![-\w]) src="         # no attribute such as data-src
    )
    (?!data:|https?:|//)         # the site's own file
    (?P<address>[^"]+)
    "
    """,
    re.VERBOSE,
)
"""The source of a picture from the site."""


class Site(Struct, frozen=True):
    """Where the files around an open file are found."""

    root: Path | None
    """The folder of the site; None where there is none."""
    folder: Path | None
    """The folder of the open file; None for a file that has not been saved."""
    profile: Profile = GENERIC
    configuration: SiteConfiguration = SiteConfiguration()

    @property
    def pending_photos(self) -> PendingPhotos:
        """Return the photos that wait for their export."""
        return pending_photos(self.root)

    @property
    def image_folder(self) -> str:
        """Return the folder for header pictures, from the site's root; "" where there is none."""
        return self.profile.image.folder

    def issues(self) -> list[Path]:
        """List the site's pages of this kind.

        Returns:
            The files, the newest name first; where names have no date or number, by their dates.
        """
        folder = self._find_folder(self.profile.content)
        if folder is None or not folder.is_dir():
            return []
        depth = self.profile.file.count("/")
        paths = [path for path in folder.glob("*/" * depth + "*.m*") if is_page(path.name)]
        paths = [path for path in paths if path.stem != "_index" and self._is_of_this_kind(path)]
        return order_pages(paths, self.profile.file)

    def _is_of_this_kind(self, path: Path) -> bool:
        place = find_own_path(self.root, path)
        patterns = self.profile.match.paths or ("*",)
        return any(fnmatch.fnmatch(place, pattern) for pattern in patterns)

    def images(self) -> list[str]:
        """List the pictures in the folder for header pictures.

        Returns:
            Their names, the newest name first.
        """
        folder = self._find_folder(self.image_folder)
        if folder is None or not folder.is_dir():
            return []
        names = (path.name for path in folder.iterdir() if path.suffix.lower() in IMAGES)
        return sorted(names, reverse=True)

    def image(self, name: str) -> Path | None:
        """Find the file of a header picture; one that waits for its export comes first.

        Args:
            name: The name the front matter gives it.

        Returns:
            The file; None where there is none.
        """
        pending = self.pending_photos.path(name)
        if pending:
            return pending
        return _find_file((self._find_folder(self.image_folder), self.folder), name)

    def asset(self, address: str) -> Path | None:
        """Find the picture or font that an address in a page means.

        Args:
            address: The address, such as ``/blog/header.jpg``.

        Returns:
            The file; None for anything else.
        """
        name = unquote(address).split("?")[0].split("#")[0]
        served = self.profile.picture_address
        if served and name.startswith(served):
            pending = self.pending_photos.path(name.removeprefix(served))
            if pending:
                return pending
        folders: list[Path | None] = []
        if self.root:
            wanted = (*self.configuration.static, "static", "src", *self.configuration.content, "")
            folders = [self.root / each for each in dict.fromkeys(wanted)]
        if name.startswith("/"):
            folders.append(self.folder)
        else:
            folders.insert(0, self.folder)
        return _find_file(folders, name, self.root)

    def picture_width(self, address: str) -> int | None:
        """Read how wide a picture of the site is.

        Args:
            address: The address in a page.

        Returns:
            Pixels; None for what is not found, or no picture.
        """
        path = self.asset(address)
        size = read_picture_size(path) if path else None
        return size[0] if size else None

    def style_path(self, name: str) -> Path | None:
        """Find a style sheet of the site.

        Args:
            name: Its path from the site's root, as the profile gives it.

        Returns:
            The path of a ``.css`` file, which may be missing; None where the profile gives none,
            or one outside the site.
        """
        if self.root is None or not name:
            return None
        try:
            path = (self.root / name).resolve()
            is_inside = path.is_relative_to(self.root.resolve())
        except OSError:
            return None
        if is_inside and path.suffix.lower() == ".css":
            return path
        return None

    def embedded(self, page: str) -> str:
        """Put the site's pictures into a page, so that it needs no other file.

        Args:
            page: The page as HTML.

        Returns:
            The page with ``data:`` addresses; a picture that is not found keeps its address.
        """
        return _OWN_SOURCE.sub(self._embed_picture, page)

    def _embed_picture(self, match: re.Match[str]) -> str:
        path = self.asset(html.unescape(match["address"]))
        if path is None:
            return match[0]
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        if not data:
            return match[0]
        media_type = TYPES[path.suffix.lower()]
        return f'{match["start"]}data:{media_type};base64,{base64.b64encode(data).decode()}"'

    def _find_folder(self, name: str) -> Path | None:
        """Return a folder of the site; None without a site or a name."""
        if self.root and name:
            return self.root / name
        return None


def _find_file(folders: Iterable[Path | None], name: str, root: Path | None = None) -> Path | None:
    for folder in folders:
        path = folder and _find_file_within(folder, name.lstrip("/"), root or folder)
        if path:
            return path
    return None


def _find_file_within(folder: Path, name: str, root: Path) -> Path | None:
    """Find a picture or font; links and dots that lead out of the site do not count."""
    try:
        path = (folder / name).resolve()
        allowed = name and path.is_relative_to(root.resolve()) and path.suffix.lower() in TYPES
        if allowed and path.is_file():
            return path
    except (OSError, ValueError):
        pass
    return None


def find_own_path(root: Path | None, path: Path | None) -> str:
    """Find where a file lies on a site.

    Args:
        root: The folder of the site; None for no site.
        path: The file; None for a document that has none.

    Returns:
        Its path from the root, with slashes; "" where it lies elsewhere.
    """
    if root is None or path is None:
        return ""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return ""


def find_site(path: Path | None, profile: Profile, remembered: Path | None = None) -> Site:
    """Find the site a file belongs to, upward from the file.

    Args:
        path: The open file; None for one that has not been saved.
        profile: The profile of the file.
        remembered: The site used last; it is taken where there is none around the file, and it
            has pages of this kind.

    Returns:
        The site; its root is None where there is none.
    """
    with looking_once():  # the folders above are looked at for several reasons
        return _find(path, profile, remembered)


def _find(path: Path | None, profile: Profile, remembered: Path | None) -> Site:
    folder = None
    if path:
        folder = path.resolve().parent
        for candidate in (folder, *folder.parents):
            if _is_site_root(candidate, folder, profile):
                found = read_site(candidate, path) or SiteConfiguration()
                return Site(candidate, folder, profile, found)
    if remembered and profile.content and (remembered / profile.content).is_dir():
        found = read_site(remembered) or SiteConfiguration()
        return Site(remembered, folder, profile, found)
    known = find_site_folder(folder) if folder else None
    if known:
        return Site(known.root, folder, profile, known.configuration)
    return Site(None, folder, profile)


def _is_site_root(candidate: Path, folder: Path, profile: Profile) -> bool:
    """Tell whether a folder is the root of the site with the file in ``folder``."""
    if profile.image.folder and (candidate / profile.image.folder).is_dir():
        return True
    if profile.content and folder == candidate / profile.content:
        return True
    return is_generator_root(candidate)
