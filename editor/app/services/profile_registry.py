"""The profiles on disk: the program's own, then the user's, which win by name.

No Qt: the command line reads them too.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.services.files import read_file
from editor.app.services.folders import config_folder
from editor.app.services.site_marks import relate_to
from editor.app.services.site_reading import OWN_PROFILE, SiteFolder, find_site_folder
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.profiles import loading
from editor.core.profiles.matching import Page, SiteRelation, choose_profile, fit_to_site
from editor.core.profiles.profile import GENERIC, Profile
from editor.core.sites.configuration import Generator
from editor.resources import resource

if TYPE_CHECKING:
    from editor.core.issue.issue import Issue


_Found = tuple[tuple[Profile, ...], tuple[Message, ...]]
"""Profiles, and a message for each file that was skipped."""


class ProfileRegistry:
    """Profiles, read when they are first asked for: a window that opens needs none.

    Two threads that ask at once may read them twice, the same.
    """

    def __init__(self, read: Callable[[], _Found]) -> None:
        """Read nothing yet.

        Args:
            read: Finds the profiles, and a message for each file that is skipped.
        """
        self._read = read

    @cached_property
    def _found(self) -> _Found:
        return self._read()

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The profiles that could be read."""
        return self._found[0]

    @property
    def problems(self) -> tuple[Message, ...]:
        """A message for each file that was skipped."""
        return self._found[1]

    def named(self, name: str) -> Profile:
        """Find a profile by its name.

        Args:
            name: The name in its file.

        Returns:
            The profile; the core's generic one where there is none of this name.
        """
        return next((profile for profile in self.profiles if profile.name == name), GENERIC)

    def choose(self, text: str, path: Path | None) -> Profile:
        """Choose the profile that fits a document.

        Args:
            text: The document.
            path: Its file; None for a document that has none yet.

        Returns:
            The first profile that fits; the one named "generic" where none does.
        """
        from editor.core.frontmatter.reading import read_front_matter

        front = read_front_matter(text)
        scalars: dict[str, str] = {}
        if front.root:
            scalars = {child.name: child.text for child in front.root.children}
        site = find_site_folder(path.resolve()) if path else None
        is_plain = site is not None and site.configuration.generator is Generator.PLAIN
        if site and is_plain and not (site.root / OWN_PROFILE).is_file():
            site = None
        place = _place_of(path, site)

        def relate(profile: Profile) -> SiteRelation:
            if not profile.site:
                return SiteRelation.HOME
            if site:
                return relate_to(site, profile)
            is_named = any(profile.site == part for part in place.split("/"))
            return SiteRelation.HOME if is_named else SiteRelation.UNKNOWN

        page = Page(place, scalars, site.configuration if site else None)
        own = load_own_profiles(site.root) if site else ()
        profile = choose_profile(own, page, lambda _: SiteRelation.HOME)
        if profile is GENERIC:
            profile = choose_profile(self.profiles, page, relate)
        if profile is GENERIC:
            profile = self.named("generic")
        return fit_to_site(profile, site.configuration) if site else profile

    def offered(self, path: Path | None) -> list[Profile]:
        """List the kinds of page that a document can be.

        Args:
            path: Its file; None for a document that has none yet.

        Returns:
            Those of its site first, then all others but those of other sites, as they fit its site.
        """
        site = find_site_folder(path.resolve()) if path else None
        if site is None:
            return list(self.profiles)
        own = load_own_profiles(site.root)
        names = {profile.name for profile in own}
        others = [
            profile
            for profile in self.profiles
            if profile.name not in names and relate_to(site, profile) is not SiteRelation.FOREIGN
        ]
        return [fit_to_site(profile, site.configuration) for profile in (*own, *others)]

    def parse(self, text: str, path: Path | None = None) -> "Issue":
        """Parse a document with the profile that fits it.

        Args:
            text: The document.
            path: Its file; None for a document that has none yet.

        Returns:
            The parsed issue.
        """
        from editor.core.issue.issue import parse_issue

        return parse_issue(text, self.choose(text, path))

    def read_pages(
        self, paths: Iterable[Path], pause: Callable[[], object] = lambda: None
    ) -> "Iterator[tuple[Path, Issue]]":
        """Read pages; those that cannot be read are passed over.

        Args:
            paths: Their files.
            pause: Called before every file; it may raise to end the work.

        Yields:
            Each file with what is in it.
        """
        for path in paths:
            pause()
            try:
                text, _ = decode(read_file(path))
            except UserFacingError:
                continue
            yield path, self.parse(text, path)


def _place_of(path: Path | None, site: SiteFolder | None) -> str:
    """Where a file lies: from the root of its site, else from that of the disk."""
    if path is None:
        return ""
    place = path.resolve()
    return (place.relative_to(site.root) if site else place).as_posix()


def load_own_profiles(root: Path) -> tuple[Profile, ...]:
    """Load the profiles that a site brings along.

    Args:
        root: The root of the site.

    Returns:
        Those of its ``.rundbrief.toml``, else those that the user keeps for it; none where there
        is no such file, or a broken one.
    """
    for path in (root / OWN_PROFILE, own_profile_path(root)):
        try:
            stat = path.stat()
        except OSError:
            continue
        if not path.is_file():
            continue
        if profiles := _load_own(path, stat.st_mtime_ns, stat.st_size):
            return profiles
    return ()


def own_profile_path(root: Path) -> Path:
    """Name the file in which the user keeps the kinds of page of a site; it need not exist.

    Args:
        root: The root of the site.

    Returns:
        The file, named after the site's folder.
    """
    mark = hashlib.sha256(str(root).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return config_folder() / "sites" / f"{root.name or 'site'}-{mark}.toml"


@lru_cache(16)
def _load_own(path: Path, stamp: int, size: int) -> tuple[Profile, ...]:
    try:
        return loading.load_profiles(path.read_text(encoding="utf-8"))
    except (UserFacingError, OSError, UnicodeDecodeError):
        return ()  # "rundbrief profile --check" says what is wrong


def user_folder() -> Path:
    """Name the folder of the user's own profiles; it need not exist."""
    return config_folder() / "profiles"


def load_profiles(*folders: Path) -> ProfileRegistry:
    """Load the profiles of some folders.

    Args:
        folders: Folders with TOML files, of which later ones win by name; without any, the
            program's own and the user's. A folder that does not exist counts as empty.

    Returns:
        The profiles, which are read at the first question.
    """
    return ProfileRegistry(partial(_read_folders, folders or (resource("profiles"), user_folder())))


def _read_folders(folders: Iterable[Path]) -> _Found:
    profiles: dict[str, Profile] = {}
    problems = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        try:
            text = path.read_text(encoding="utf-8")
            is_own = path.parent == resource("profiles")
            read = (loading.load_own_profile(text),) if is_own else loading.load_profiles(text)
            profiles |= {profile.name: profile for profile in read}
        except (UserFacingError, OSError, UnicodeDecodeError) as error:
            reason = error.message if isinstance(error, UserFacingError) else error
            message = translate("core", "The profile {path} was skipped: {reason}")
            problems.append(message.fill(path=path, reason=reason))
    return tuple(profiles.values()), tuple(problems)
