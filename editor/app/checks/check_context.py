"""What checks need to know beside the text, gathered from the site's folder; and what each check is about.

No Qt: the command line checks the same way.
"""

import fnmatch
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from editor.app.services.files import read_file
from editor.app.services.gazetteer_loading import load_gazetteer
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.site.site import Site
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.checks.suppressions import ALL_CODES
from editor.core.checks.table import CheckContext, PictureFacts, Speller, find_check
from editor.core.issue.issue import Issue
from editor.core.places.gazetteer import Gazetteer
from editor.core.profiles.profile import CheckSettings, Profile, load_record
from editor.resources import resource

SETTINGS_FILE = ".rundbrief.toml"
"""A site's own file: which checks are not made there, for all its files or for some."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong, why it matters, how it is mended; in one language."""

    what: str
    why: str
    how: str


@cache
def load_explanations(language: str) -> Mapping[str, Explanation]:
    """By code."""
    data = tomllib.loads(resource("data", "checks.toml").read_text(encoding="utf-8"))
    return {
        code: Explanation(*(words.get(language) or words["en"])) for code, words in data.items()
    }


# --- the context ----------------------------------------------------------------------------------


def make_check_context(
    path: Path | None,
    issue: Issue,
    place: Site,
    known: Gazetteer | None = None,
    *,
    earlier: Mapping[str, str] | None = None,
    dead: Mapping[str, Message] | None = None,
    speller: Speller | None = None,
) -> CheckContext:
    """What is known of a file's surroundings."""
    return CheckContext(
        known or load_gazetteer()[0],
        path.name if path else "",
        _pictures(issue, place),
        earlier or {},
        dead or {},
        speller,
    )


def _pictures(issue: Issue, place: Site) -> PictureFacts | None:
    """The header's picture and its folder; None where the site has none."""
    image = issue.profile.image
    folder = place.root / image.folder if place.root and image.folder else None
    if folder is None or not folder.is_dir() or not image.name:
        return None
    name = issue.front.text(*image.name)
    names = tuple(sorted(path.relative_to(folder).as_posix() for path in _near(folder, name)))
    file = place.image(name) if name else None
    if place.pending_photos.path(name):
        names = (*names, name)
    try:
        return PictureFacts(
            names, _size(file) if file else None, file.stat().st_size if file else 0
        )
    except OSError:
        return PictureFacts(names)


def _near(folder: Path, name: str) -> list[Path]:
    """The files beside the one that is meant."""
    beside = (folder / name).parent
    try:
        inside = beside.resolve().is_relative_to(folder.resolve())
        if inside and beside.is_dir():
            return [path for path in beside.iterdir() if path.is_file()]
        return []
    except (OSError, ValueError):
        return []


def _size(path: Path) -> tuple[int, int] | None:
    """Width and height of a picture, from its first bytes."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            return picture.size
    except (
        OSError,
        UnidentifiedImageError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None


def find_earlier_links(
    place: Site,
    path: Path | None,
    registry: ProfileRegistry,
    pause: Callable[[], None],
    most: int = 60,
) -> dict[str, str]:
    """The addresses in the prose of the site's earlier issues, with the file each was in last. ``pause`` is called before
    every file, and may raise to end the work."""
    from editor.core.checks.links import find_links

    found: dict[str, str] = {}
    for other in reversed(place.issues()[:most]):
        if path and other.name >= path.name:
            continue
        pause()
        try:
            text, _ = decode(read_file(other))
        except UserFacingError:
            continue
        issue = registry.parse(text, other)
        entries = [entry.span for entry in issue.entries]
        for link in find_links(issue):
            if not any(span.start <= link.url.start < span.end for span in entries):
                found[link.url.of(text).rstrip("/")] = other.name
    return found


# --- a site's settings ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SiteCheckSettings(CheckSettings):
    """What a site's file says: codes that are off, levels, and codes that are off in files of a pattern."""

    files: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def on(self, profile: Profile, path: Path | None, root: Path | None) -> Profile:
        """The profile, with what the site says about checks of this file."""
        if path and root and path.resolve().is_relative_to(root.resolve()):
            name = path.resolve().relative_to(root.resolve()).as_posix()
        else:
            name = ""
        here = [
            code
            for pattern, codes in self.files.items()
            if name and fnmatch.fnmatch(name, pattern)
            for code in codes
        ]
        if not (self.off or self.levels or here):
            return profile
        checks = CheckSettings(
            (*profile.checks.off, *self.off, *here), {**profile.checks.levels, **self.levels}
        )
        return replace(profile, checks=checks)


@dataclass(frozen=True, slots=True)
class _Settings:
    checks: SiteCheckSettings = field(default_factory=SiteCheckSettings)


def load_site_checks(root: Path | None) -> tuple[SiteCheckSettings, Message | None]:
    """The settings of a site, and what is wrong with them; none where it has no file, or one that cannot be read."""
    path = root / SETTINGS_FILE if root else None
    if path is None or not path.exists():
        return SiteCheckSettings(), None
    try:
        found = load_record(_Settings, decode(read_file(path))[0]).checks
    except UserFacingError as refused:
        return SiteCheckSettings(), translate("core", "{path} is not used: {reason}").fill(
            path=path, reason=refused.message
        )
    off = (*found.off, *(code for codes in found.files.values() for code in codes))
    wrong = first_unknown_code((*(code for code in off if code != ALL_CODES), *found.levels))
    return found, translate("core", "{path}: no check is called “{code}”").fill(
        path=path, code=wrong
    ) if wrong else None


def first_unknown_code(codes: Iterable[str]) -> str:
    """The first of some codes that no check has; "" if all are known."""
    return next((code for code in codes if find_check(code) is None), "")
