"""Which profile is meant for a page, and what the configuration of its site adds to it."""

import fnmatch
import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.severity import Severity
from editor.core.profiles.event_settings import usual_events
from editor.core.profiles.profile import GENERIC, CheckSettings, Engine, MatchRule, Profile
from editor.core.sites.configuration import Generator, MarkdownOptions, SiteConfiguration

_ENGINES = {
    Generator.ELEVENTY: Engine.MARKDOWN_IT,
    Generator.MKDOCS: Engine.PYTHON_MARKDOWN,
    Generator.PELICAN: Engine.PYTHON_MARKDOWN,
    Generator.JEKYLL: Engine.KRAMDOWN,
    Generator.ZOLA: Engine.COMMONMARK,
    Generator.ASTRO: Engine.COMMONMARK,
    Generator.DOCUSAURUS: Engine.COMMONMARK,
    Generator.HEXO: Engine.COMMONMARK,
    Generator.GATSBY: Engine.COMMONMARK,
}
_USUAL_OPTIONS = {
    Generator.HUGO: MarkdownOptions(unsafe=False),
    Generator.ZOLA: MarkdownOptions(linkify=False),
    Generator.ASTRO: MarkdownOptions(typographer=True),
    Generator.HEXO: MarkdownOptions(typographer=True, hard_wraps=True),
    Generator.PELICAN: MarkdownOptions(extensions=("codehilite", "extra", "meta")),
    Generator.MKDOCS: MarkdownOptions(extensions=("meta", "toc", "tables", "fenced_code")),
    Generator.DOCUSAURUS: MarkdownOptions(extensions=("admonition",)),
}
"""What a generator does otherwise than its engine, if its site says nothing."""


class SiteRelation(StrEnum):
    """How a file's site relates to the one a profile is made for."""

    HOME = "home"
    """It is that site, or the profile is for any."""
    UNKNOWN = "unknown"
    """No site was found around the file."""
    FOREIGN = "foreign"
    """It is another site."""


class Page(Struct, frozen=True):
    """What is known of a page."""

    path: str
    """Its path from the root of its site, with slashes; "" for a document that has no file."""
    scalars: dict[str, str]
    """The values of its front matter's first level, by key."""
    site: SiteConfiguration | None = None
    """The configuration of its site; None where no root was found, and its path is a whole one."""

    def is_at(self, pattern: str) -> bool:
        """Tell whether it lies where a pattern says: from the root, or anywhere without one."""
        if fnmatch.fnmatch(self.path, pattern):
            return True
        return self.site is None and fnmatch.fnmatch(self.path, f"*/{pattern}")


def choose_profile(
    profiles: Iterable[Profile],
    page: Page,
    relate: Callable[[Profile], SiteRelation] = lambda _: SiteRelation.UNKNOWN,
) -> Profile:
    """Choose the profile that fits a page best.

    A path that fits counts most, a longer pattern more than a short one. In another site than the
    profile's own no path counts, and front matter only where the profile names values, too; where
    no site is known, a path counts with half of the keys.

    Args:
        profiles: The profiles there are.
        page: The page.
        relate: Tells how the page's site relates to a profile's.

    Returns:
        The best profile; GENERIC where none fits. Without its time zone where nothing but a folder
        speaks for it: any site may have such a folder.
    """
    best, most = GENERIC, 0
    for profile in profiles:
        score = _score(profile, page, relate(profile))
        if score > most:
            best, most = profile, score
    if best is GENERIC:
        return best
    if relate(best) is SiteRelation.UNKNOWN and not _is_meant(best.match, page):
        return replace(best, timezone="")
    return best


def _is_meant(match: MatchRule, page: Page) -> bool:
    """Whether the file's name, or all of its front matter, is what a profile names."""
    for pattern in match.paths:
        names = pattern.rpartition("/")[2].rpartition(".")[0].strip("*")
        if names and page.is_at(pattern):
            return True
    return set(match.keys) <= set(page.scalars) and not _unlike_values(match, page)


def _unlike_values(match: MatchRule, page: Page) -> list[str]:
    """The keys whose values are not those that a profile names."""
    return [
        key
        for key, pattern in match.values.items()
        if not re.search(pattern, page.scalars.get(key, ""))
    ]


def _score(profile: Profile, page: Page, relation: SiteRelation) -> int:
    match = profile.match
    keys = sum(key in page.scalars for key in match.keys)
    values = _unlike_values(match, page)
    on_path = max((len(pattern) for pattern in match.paths if page.is_at(pattern)), default=0)
    if relation is SiteRelation.FOREIGN and not match.values:
        return 0
    if not _may_be_there(profile, page, relation, keys):
        on_path = 0
    if on_path:
        return 1000 * on_path + 10 * keys - len(values)
    if match.keys and keys == len(match.keys) and not values:
        return 10 * keys + len(match.values)
    return 0


def _may_be_there(profile: Profile, page: Page, relation: SiteRelation, keys: int) -> bool:
    """Whether a path speaks for a profile at all."""
    match = profile.match
    if match.generators and (page.site is None or page.site.generator not in match.generators):
        return False
    if relation is SiteRelation.FOREIGN:
        return False
    is_named = any(pattern.startswith("*") and page.is_at(pattern) for pattern in match.paths)
    return relation is SiteRelation.HOME or is_named or 2 * keys >= len(match.keys)


def fit_to_site(profile: Profile, site: SiteConfiguration) -> Profile:
    """Fill in what a profile for any site leaves open.

    Args:
        profile: A profile.
        site: What the page's site says of itself.

    Returns:
        The profile with the site's language, time zone, address, folders and engine; one that is
        made for a certain site as it is.
    """
    if profile.site or site.generator is Generator.PLAIN:
        return profile
    is_open = {name: getattr(profile, name) == getattr(GENERIC, name) for name in _OPEN}
    found = {
        "language": site.language,
        "timezone": site.timezone,
        "address": site.address,
        "static": next((folder for folder in site.static if folder), ""),
        "renderer": _ENGINES.get(site.generator, Engine.GOLDMARK),
        "markdown": _complete_options(site),
        "checks": CheckSettings(levels={"heading-1": Severity.HINT}),
        "events": usual_events(site.language or profile.language),
    }
    return replace(
        profile, **{name: value for name, value in found.items() if value and is_open[name]}
    )


def _complete_options(site: SiteConfiguration) -> MarkdownOptions:
    usual = _USUAL_OPTIONS.get(site.generator, MarkdownOptions())
    said = {name: getattr(site.markdown, name) for name in MarkdownOptions.__struct_fields__}
    if site.generator is Generator.MKDOCS:  # it adds its own to those of the site
        said["extensions"] = tuple(dict.fromkeys((*usual.extensions, *site.markdown.extensions)))
    return replace(
        usual, **{name: value for name, value in said.items() if value not in (None, ())}
    )


_OPEN = ("language", "timezone", "address", "static", "renderer", "markdown", "checks", "events")
"""What the configuration of a site fills in where a profile does not say it."""
