"""The kinds of page of a site, derived from its files: what it brings along is read, not run."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from editor.app.services.files import read_file, store_file
from editor.app.services.page_files import find_pages
from editor.app.services.profile_registry import own_profile_path
from editor.app.services.site_reading import OWN_PROFILE, SiteFolder, find_site_folder
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.frontmatter.reading import read_front_matter
from editor.core.profiles.cms_fields import ConfiguredKind
from editor.core.profiles.cms_kinds import EDITORS, read_configured_kinds
from editor.core.profiles.deriving import SitePage, derive_profiles
from editor.core.profiles.profile import Profile
from editor.core.profiles.writing import write_profiles
from editor.core.sites.config_data import Data, load_data
from editor.core.sites.configuration import SiteConfiguration

TITLE = "# Kinds of page"
"""How what is written begins."""
_MOST_PAGES = 5_000
_MAX_BYTES = 512 * 1024
"""The longest file of an editor's configuration."""
_MOST_FILES = 200
_NOT_CONTENT = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE.md", "CODE_OF_CONDUCT.md"}


class Derived(NamedTuple):
    """What was derived."""

    site: SiteFolder
    profiles: list[Profile]
    editors: list[str]
    """The editors whose configuration was read."""
    unmapped: list[str]
    """Fields of these whose kind is not known here, in words; they count as texts."""


def derive_from(folder: Path, pause: Callable[[], None] = lambda: None) -> Derived:
    """Derive the profiles of a site.

    Args:
        folder: Its root, or a folder in it.
        pause: Called between two files; it may raise to end the work.

    Returns:
        The profiles, with what they come from. Files that cannot be read are left out.
    """
    site = find_site_folder(folder.resolve()) or SiteFolder(folder.resolve(), SiteConfiguration())
    language = site.configuration.language
    kinds: list[ConfiguredKind] = []
    editors: list[str] = []
    unmapped: list[str] = []
    for row in EDITORS:
        files = _load_files(site.root, row.files)
        found, unknown = read_configured_kinds(files, row, language)
        if found:
            editors.append(row.name)
        taken = {kind.folder for kind in kinds}
        kinds += [kind for kind in found if kind.folder not in taken]
        unmapped += unknown
    pages = _read_pages(site.root, pause)
    return Derived(site, derive_profiles(site.configuration, pages, kinds), editors, unmapped)


def keep_profiles(root: Path, profiles: Sequence[Profile], *, in_site: bool) -> Path:
    """Keep the kinds of page of a site, in place of those that were kept there.

    Args:
        root: The root of the site.
        profiles: At least one.
        in_site: Whether they are kept in the site, beside its settings of checks; else with the
            user.

    Returns:
        The file.

    Raises:
        UserFacingError: If it cannot be written.
    """
    path = root / OWN_PROFILE if in_site else own_profile_path(root)
    above = settings_above(decode(read_file(path))[0]) if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    comment = f"{TITLE[2:]}. What each key means: rundbrief explain profile"
    store_file(path, (above + write_profiles(profiles, comment)).encode())
    return path


def settings_above(text: str) -> str:
    """Return what stands above the profiles of a file: the settings of checks.

    Args:
        text: The text of the file.

    Returns:
        The settings with an empty line behind them; "" for none.
    """
    kept = text.partition("[[profile]]")[0].partition(TITLE)[0].rstrip("\n")
    return f"{kept}\n\n" if kept else ""


def _load_files(root: Path, patterns: tuple[str, ...]) -> dict[str, Data]:
    """The settings of an editor's files."""
    loaded: dict[str, Data] = {}
    for pattern in patterns:
        for path in sorted(root.glob(pattern))[:_MOST_FILES]:
            try:
                if path.is_file() and path.stat().st_size <= _MAX_BYTES:
                    text = path.read_text(encoding="utf-8-sig", errors="replace")
                    name = path.relative_to(root).as_posix()
                    loaded[name] = load_data(path.name, text.removeprefix("---\n"))
            except OSError:
                continue
    return loaded


def _read_pages(root: Path, pause: Callable[[], None]) -> list[SitePage]:
    pages: list[SitePage] = []
    for path in find_pages(root):
        if path.name in _NOT_CONTENT:
            continue
        pause()
        try:
            text, _ = decode(read_file(path))
        except UserFacingError:
            continue
        pages.append(SitePage(path.relative_to(root).as_posix(), read_front_matter(text)))
        if len(pages) == _MOST_PAGES:
            break
    return pages
