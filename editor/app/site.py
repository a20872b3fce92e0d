"""The site's folder around an open file, and what a page may show of it. Nothing here writes."""

import base64
import html
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from editor.core.profile import Profile

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
_MARKS = ("hugo.toml", "hugo.yaml", "config.toml", "config.yaml", ".eleventy.js", "eleventy.config.js", "mkdocs.yml", "pelicanconf.py")


@dataclass(frozen=True, slots=True)
class Site:
    """Where images may be found: the site's root, if there is one, and the open file's folder."""

    root: Path | None
    folder: Path | None
    image_folder: str = ""

    def image(self, name: str) -> Path | None:
        """The file of a header image, by the name the front matter gives it."""
        bases = [self.root / self.image_folder] if self.root and self.image_folder else []
        return self._first(bases + ([self.folder] if self.folder else []), name)

    def asset(self, address: str) -> Path | None:
        """The image or font a page's address means, such as ``/blog/header.jpg``; None for anything else."""
        bases = [self.root / "static", self.root / "src", self.root] if self.root else []
        return self._first(bases + ([self.folder] if self.folder else []), unquote(address).split("?")[0].split("#")[0])

    def style(self, name: str) -> str:
        """A style sheet of the site, by the path its profile gives; "" for none."""
        try:
            path = (self.root / name).resolve() if self.root and name else None
            inside = path and self.root and path.is_relative_to(self.root.resolve()) and path.suffix.lower() == ".css"
            return path.read_text(encoding="utf-8", errors="replace") if path and inside else ""
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
        return f"{found[1]}data:{TYPES[path.suffix.lower()]};base64,{data}{found[3]}" if path and data else found[0]

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
        return path if allowed and path.is_file() else None
    except (OSError, ValueError):
        return None


def find(path: Path | None, profile: Profile) -> Site:
    """The site an open file belongs to, found upward from it."""
    if path is None:
        return Site(None, None)
    folder = path.resolve().parent
    for candidate in (folder, *folder.parents):
        has_images = profile.image.folder and (candidate / profile.image.folder).is_dir()
        has_content = profile.content and folder == candidate / profile.content
        if has_images or has_content or any((candidate / mark).exists() for mark in _MARKS):
            return Site(candidate, folder, profile.image.folder)
    return Site(None, folder, profile.image.folder)
