"""What checks need to know beside the text, gathered from the site's folder; and what each check is about.

No Qt: the command line checks the same way.
"""

import fnmatch
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from editor.app import files, knowledge, site
from editor.app.library import Library
from editor.core import source
from editor.core.checks import Context, Pictures, Speller
from editor.core.issue import Issue
from editor.core.knowledge import Knowledge
from editor.core.profile import Checks, Profile
from editor.core.text import Refused, Sentence, translate
from editor.resources import resource

SETTINGS = ".rundbrief.toml"
"""A site's own file: which checks are not made there, for all its files or for some."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong, why it matters, how it is mended; in one language."""

    what: str
    why: str
    how: str


@cache
def explanations(language: str) -> Mapping[str, Explanation]:
    """By code."""
    data = tomllib.loads(resource("data", "checks.toml").read_text(encoding="utf-8"))
    return {code: Explanation(*(words.get(language) or words["en"])) for code, words in data.items()}


# --- the context ----------------------------------------------------------------------------------


def context(
    path: Path | None,
    issue: Issue,
    place: site.Site,
    known: Knowledge | None = None,
    *,
    earlier: Mapping[str, str] | None = None,
    dead: Mapping[str, Sentence] | None = None,
    speller: Speller | None = None,
) -> Context:
    """What is known of a file's surroundings."""
    return Context(known or knowledge.load()[0], path.name if path else "", _pictures(issue, place), earlier or {}, dead or {}, speller)


def _pictures(issue: Issue, place: site.Site) -> Pictures | None:
    """The header's picture and its folder; None where the site has none."""
    image = issue.profile.image
    folder = place.root / image.folder if place.root and image.folder else None
    if folder is None or not folder.is_dir() or not image.name:
        return None
    name = issue.front.text(*image.name)
    names = tuple(sorted(path.relative_to(folder).as_posix() for path in _near(folder, name)))
    file = place.image(name) if name else None
    if place.album.path(name):
        names = (*names, name)
    try:
        return Pictures(names, _size(file) if file else None, file.stat().st_size if file else 0)
    except OSError:
        return Pictures(names)


def _near(folder: Path, name: str) -> list[Path]:
    """The files beside the one that is meant."""
    beside = (folder / name).parent
    try:
        inside = beside.resolve().is_relative_to(folder.resolve())
        return [path for path in beside.iterdir() if path.is_file()] if inside and beside.is_dir() else []
    except (OSError, ValueError):
        return []


def _size(path: Path) -> tuple[int, int] | None:
    """Width and height of a picture, from its first bytes."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            return picture.size
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def earlier_links(place: site.Site, path: Path | None, library: Library, most: int = 60) -> dict[str, str]:
    """The addresses in the prose of the site's earlier issues, with the file each was in last."""
    from editor.core.checks.links import links

    found: dict[str, str] = {}
    for other in reversed(place.issues()[:most]):
        if path and other.name >= path.name:
            continue
        try:
            text, _ = source.decode(files.read(other))
        except Refused:
            continue
        issue = library.parse(text, other)
        entries = [entry.span for entry in issue.entries]
        for link in links(issue):
            if not any(span.start <= link.url.start < span.end for span in entries):
                found[link.url.of(text).rstrip("/")] = other.name
    return found


# --- a site's settings ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SiteChecks:
    """What a site's file says: codes that are off, levels, and codes that are off in files of a pattern."""

    off: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def on(self, profile: Profile, path: Path | None, root: Path | None) -> Profile:
        """The profile, with what the site says about checks of this file."""
        name = path.resolve().relative_to(root.resolve()).as_posix() if path and root and path.resolve().is_relative_to(root.resolve()) else ""
        here = [code for pattern, codes in self.files.items() if name and fnmatch.fnmatch(name, pattern) for code in codes]
        if not (self.off or self.levels or here):
            return profile
        checks = Checks((*profile.checks.off, *self.off, *here), {**profile.checks.levels, **self.levels})
        return replace(profile, checks=checks)


def site_checks(root: Path | None) -> SiteChecks:
    """The settings of a site; none where it has no file. Raises Refused with a sentence for a broken one."""
    path = root / SETTINGS if root else None
    if path is None or not path.is_file():
        return SiteChecks()
    try:
        data: dict[str, Any] = tomllib.loads(files.read(path).decode("utf-8")).get("checks", {})
        unknown = set(data) - {"off", "levels", "files"}
        if unknown:
            raise ValueError(", ".join(sorted(unknown)))
        return SiteChecks(
            tuple(map(str, data.get("off", []))), dict(data.get("levels", {})), {name: tuple(codes) for name, codes in data.get("files", {}).items()}
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, TypeError, AttributeError) as error:
        raise Refused(translate("core", "{path} cannot be read: {reason}").fill(path=path, reason=error)) from None
