"""What tells one site from another."""

import re
from pathlib import Path

from editor.app.services.site_reading import SiteFolder, once
from editor.core.profiles.matching import SiteRelation
from editor.core.profiles.profile import Profile
from editor.core.sites.configuration import Generator
from editor.core.sites.generators import GENERATORS

_ADDRESSES = ("CNAME", "static/CNAME", "package.json")
"""Further files that name a site's address."""
_BASE_ADDRESS = re.compile(rb"base_?url\W{1,9}https?://\w", re.IGNORECASE)
_MAX_BYTES = 64 * 1024
_MAX_FILES = 40


def relate_to(site: SiteFolder, profile: Profile) -> SiteRelation:
    """Tell how a site relates to the one that a profile is made for.

    Args:
        site: The site.
        profile: The profile.

    Returns:
        Whether it is that site, by its configuration or the name of its folder. A Hugo site that
        names no address may be any.
    """
    return once((site.root, profile.site), lambda: _relate(site, profile))


def _relate(site: SiteFolder, profile: Profile) -> SiteRelation:
    root = site.root
    if not profile.site or profile.site.casefold() in root.name.casefold():
        return SiteRelation.HOME
    marks = [mark.name for row in GENERATORS for mark in row.marks]
    names = [path for name in (*marks, *_ADDRESSES) for path in _files_of(root / name)]
    contents = [_read_start(path) for path in names[:_MAX_FILES]]
    if any(profile.site.encode() in content for content in contents):
        return SiteRelation.HOME
    is_nameless = not any(_BASE_ADDRESS.search(content) for content in contents)
    if site.configuration.generator is Generator.HUGO and is_nameless:
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
