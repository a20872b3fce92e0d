"""The site's folder around an open file, and the images in it. Nothing here writes."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from editor.core.profile import Profile

RASTER = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp"}
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
        """The raster image a page's address means, such as ``/blog/header.jpg``; None for anything else."""
        bases = [self.root / "static", self.root / "src", self.root] if self.root else []
        return self._first(bases + ([self.folder] if self.folder else []), unquote(address).split("?")[0].split("#")[0])

    def _first(self, bases: list[Path], name: str) -> Path | None:
        for base in bases:
            path = _inside(base, name.lstrip("/"))
            if path:
                return path
        return None


def _inside(base: Path, name: str) -> Path | None:
    """An image file below a folder; links and dots that lead out of it do not count."""
    try:
        path = (base / name).resolve()
        allowed = name and path.is_relative_to(base.resolve()) and path.suffix.lower() in RASTER
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
