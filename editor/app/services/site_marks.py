"""What tells the root of a site from other folders, and one site from another.

Configuration is read as text, never run.
"""

import re
from pathlib import Path

from editor.core.profiles.matching import SiteRelation
from editor.core.profiles.profile import Profile

_HUGO_MARKS = (
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config/_default",
)
ROOT_MARKS = (
    *_HUGO_MARKS,
    "_config.yml",
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
    "astro.config.mjs",
    "astro.config.js",
    "astro.config.ts",
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "gatsby-config.js",
    "gatsby-config.ts",
    "mkdocs.yml",
    "pelicanconf.py",
)
"""Files and folders of generators at the root of their sites."""
_ADDRESSES = ("CNAME", "static/CNAME", "package.json")
"""Further files that name a site's address."""
_BASE_ADDRESS = re.compile(rb"base_?url\W{1,9}https?://\w", re.IGNORECASE)
_MAX_BYTES = 64 * 1024
_MAX_FILES = 40


def find_marked_root(folder: Path) -> Path | None:
    """Find the root of the site that a folder belongs to.

    Args:
        folder: An absolute folder.

    Returns:
        The nearest folder with a mark of a generator, upward; None for none.
    """
    return next((each for each in (folder, *folder.parents) if has_mark(each)), None)


def has_mark(folder: Path) -> bool:
    """Tell whether a folder has the mark of a generator.

    Args:
        folder: The folder.

    Returns:
        Whether it has one.
    """
    return any((folder / mark).exists() for mark in ROOT_MARKS)


def relate_to(root: Path, profile: Profile) -> SiteRelation:
    """Tell how a site relates to the one that a profile is made for.

    Args:
        root: The site's root.
        profile: The profile.

    Returns:
        Whether it is that site, by its configuration or the name of its folder. A Hugo site that
        names no address may be any.
    """
    if not profile.site or profile.site.casefold() in root.name.casefold():
        return SiteRelation.HOME
    names = [path for mark in (*ROOT_MARKS, *_ADDRESSES) for path in _files_of(root / mark)]
    contents = [_read_start(path) for path in names[:_MAX_FILES]]
    if any(profile.site.encode() in content for content in contents):
        return SiteRelation.HOME
    is_hugo = any((root / mark).exists() for mark in _HUGO_MARKS)
    if is_hugo and not any(_BASE_ADDRESS.search(content) for content in contents):
        return SiteRelation.UNKNOWN
    return SiteRelation.FOREIGN


def _files_of(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(each for each in path.iterdir() if each.is_file())
        return [path] if path.is_file() else []
    except OSError:
        return []


def _read_start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES)
    except OSError:
        return b""
