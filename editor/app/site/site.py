"""The site's folder around an open file: its issues, its pictures, and what a page may show. Nothing here writes."""

import base64
import fnmatch
import html
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from editor.app.services.pending_photos import PendingPhotos, pending_photos
from editor.core.profiles.profile import GENERIC, Profile

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
"""What a page may show of a site, with its media type. A drawing in an ``img`` runs no script and loads nothing."""
_SOURCE = re.compile(r'(<img\b[^>]*?(?<![-\w])src=")(?!data:|https?:|//)([^"]+)(")')
_MARKS = (
    "hugo.toml",
    "hugo.yaml",
    "config.toml",
    "config.yaml",
    ".eleventy.js",
    "eleventy.config.js",
    "mkdocs.yml",
    "pelicanconf.py",
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where things are found: the site's root, if there is one, and the open file's folder."""

    root: Path | None
    folder: Path | None
    profile: Profile = GENERIC

    @property
    def pending_photos(self) -> PendingPhotos:
        """The photos that wait for their export."""
        return pending_photos(self.root)

    @property
    def image_folder(self) -> str:
        return self.profile.image.folder

    def issues(self) -> list[Path]:
        """The site's pages of this kind, the newest name first."""
        folder = self.root / self.profile.content if self.root and self.profile.content else None
        paths = folder.glob("*.md") if folder and folder.is_dir() else ()
        patterns = self.profile.match.paths or ("*",)
        return sorted(
            (
                path
                for path in paths
                if any(fnmatch.fnmatch(path.as_posix(), pattern) for pattern in patterns)
            ),
            reverse=True,
        )

    def images(self) -> list[str]:
        """The names of the pictures in the site's folder for header images, the newest name first."""
        folder = self.root / self.image_folder if self.root and self.image_folder else None
        found = folder.iterdir() if folder and folder.is_dir() else ()
        return sorted((path.name for path in found if path.suffix.lower() in IMAGES), reverse=True)

    def image(self, name: str) -> Path | None:
        """The file of a header image, by the name the front matter gives it; one that waits for its export comes first."""
        if waiting := self.pending_photos.path(name):
            return waiting
        bases = [self.root / self.image_folder] if self.root and self.image_folder else []
        return self._first(bases + ([self.folder] if self.folder else []), name)

    def asset(self, address: str) -> Path | None:
        """The image or font a page's address means, such as ``/blog/header.jpg``; None for anything else."""
        name = unquote(address).split("?")[0].split("#")[0]
        served = self.image_folder.removeprefix(self.profile.static).strip("/")
        if (
            served
            and name.startswith(f"/{served}/")
            and (waiting := self.pending_photos.path(name.removeprefix(f"/{served}/")))
        ):
            return waiting
        bases = [self.root / "static", self.root / "src", self.root] if self.root else []
        return self._first(bases + ([self.folder] if self.folder else []), name)

    def style(self, name: str) -> str:
        """A style sheet of the site, by the path its profile gives; "" for none."""
        try:
            path = (self.root / name).resolve() if self.root and name else None
            inside = (
                path
                and self.root
                and path.is_relative_to(self.root.resolve())
                and path.suffix.lower() == ".css"
            )
            if path and inside:
                return path.read_text(encoding="utf-8", errors="replace")
            return ""
        except OSError:
            return ""

    def embedded(self, page: str) -> str:
        """A page with the site's images in it, so that it stands alone."""
        return _SOURCE.sub(self._embed, page)

    def _embed(self, found: re.Match[str]) -> str:
        path = self.asset(html.unescape(found[2]))
        try:
            data = base64.b64encode(path.read_bytes()).decode() if path else ""
        except OSError:
            data = ""
        if path and data:
            return f"{found[1]}data:{TYPES[path.suffix.lower()]};base64,{data}{found[3]}"
        return found[0]

    def _first(self, bases: list[Path], name: str) -> Path | None:
        for base in bases:
            path = _inside(base, name.lstrip("/"))
            if path:
                return path
        return None


def _inside(base: Path, name: str) -> Path | None:
    """An image or font below a folder; links and dots that lead out of it do not count."""
    try:
        path = (base / name).resolve()
        allowed = name and path.is_relative_to(base.resolve()) and path.suffix.lower() in TYPES
        if allowed and path.is_file():
            return path
        return None
    except (OSError, ValueError):
        return None


def find_site(path: Path | None, profile: Profile, remembered: Path | None = None) -> Site:
    """The site a file belongs to: found upward from it, else the remembered one where it has pages of this kind."""
    folder = path.resolve().parent if path else None
    for candidate in (folder, *folder.parents) if folder else ():
        has_images = profile.image.folder and (candidate / profile.image.folder).is_dir()
        has_content = profile.content and folder == candidate / profile.content
        if has_images or has_content or any((candidate / mark).exists() for mark in _MARKS):
            return Site(candidate, folder, profile)
    if remembered and profile.content and (remembered / profile.content).is_dir():
        known = remembered
    else:
        known = None
    return Site(known, folder, profile)
