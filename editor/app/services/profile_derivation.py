"""The kinds of page of a site, derived from its files: what it brings along is read, not run."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from editor.app.services.archetypes import read_archetype
from editor.app.services.files import read_file, store_file
from editor.app.services.language_guess import guess_language
from editor.app.services.page_files import find_pages
from editor.app.services.profile_registry import own_profile_path
from editor.app.services.site_habits import find_habits
from editor.app.services.site_reading import OWN_PROFILE, SiteFolder, find_site_folder
from editor.core.base.encoding import decode
from editor.core.base.errors import UserFacingError
from editor.core.base.severity import Severity
from editor.core.calendar.date_fields import read_timestamp
from editor.core.events.dated_lists import EventList, EventPage, find_lists
from editor.core.events.proposing import EventProposal, propose_events
from editor.core.frontmatter.reading import read_front_matter
from editor.core.profiles.cms_fields import ConfiguredKind
from editor.core.profiles.cms_kinds import EDITORS, read_configured_kinds
from editor.core.profiles.deriving import SitePage, derive_profiles
from editor.core.profiles.matching import fit_to_site
from editor.core.profiles.profile import Profile
from editor.core.profiles.writing import write_profiles
from editor.core.sites.config_data import Data, load_data
from editor.core.sites.configuration import SiteConfiguration

TITLE = "# Kinds of page"
"""How what is written begins."""
_MOST_PAGES = 5_000
_MOST_TEXT = 20 * 2**20
"""Characters of pages that are kept to be checked."""
_MAX_BYTES = 512 * 1024
"""The longest file of an editor's configuration."""
_MOST_FILES = 200
_USUAL_LANGUAGES = ("en", "de")
"""Where a site does not name its own."""
_NOT_CONTENT = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE.md", "CODE_OF_CONDUCT.md"}


class Derived(NamedTuple):
    """What was derived."""

    site: SiteFolder
    profiles: list[Profile]
    editors: list[str]
    """The editors whose configuration was read."""
    unmapped: list[str]
    """Fields of these whose kind is not known here, in words; they count as texts."""
    events: dict[str, EventProposal]
    """What the lists of events of a profile look like, by its name."""
    habits: list[str]
    """The checks that so many pages fail that they are only hints."""


def derive_from(folder: Path, pause: Callable[[], None] = lambda: None) -> Derived:
    """Derive the profiles of a site.

    Args:
        folder: Its root, or a folder in it.
        pause: Called between two files; it may raise to end the work.

    Returns:
        The profiles, with what they come from. Files that cannot be read are left out.
    """
    site = find_site_folder(folder.resolve()) or SiteFolder(folder.resolve(), SiteConfiguration())
    configured = _read_editors(site)
    pages: list[SitePage] = []
    read = _PageTexts({}, {})
    size = 0
    for page, text in _read_pages(site.root, pause):
        pages.append(page)
        size += len(text)
        if size <= _MOST_TEXT:
            read.texts[page.path] = text
        read.lists[page.path] = _find_event_lists(page, text, _languages_of(site.configuration))
    profiles = [
        structs.replace(profile, new=read_archetype(site, profile.content))
        for profile in derive_profiles(site.configuration, pages, configured.kinds)
    ]
    events: dict[str, EventProposal] = {}
    habits: set[str] = set()
    for number, profile in enumerate(profiles):
        paths = [path for path in read.lists if _is_of(profile, profiles, path)]
        learned = _learn(profile, read, paths, site.configuration, pause)
        profiles[number] = learned.profile
        habits.update(learned.habits)
        if learned.events:
            events[profile.name] = learned.events
    return Derived(site, profiles, configured.editors, configured.unmapped, events, sorted(habits))


class _Learned(NamedTuple):
    """A kind of page with what its pages tell beside their fields."""

    profile: Profile
    events: EventProposal | None
    habits: list[str]


def _learn(
    profile: Profile,
    read: "_PageTexts",
    paths: Sequence[str],
    site: SiteConfiguration,
    pause: Callable[[], None],
) -> _Learned:
    """How a kind of page lists events, its language, and what is usual on its pages."""
    lists = [read.lists[path] for path in paths]
    language, proposal = _propose(lists, _languages_of(site))
    profile = _add_events(profile, language, proposal, site)
    texts = {path: read.texts[path] for path in paths if path in read.texts}
    if not site.language and not proposal:
        profile = structs.replace(profile, language=guess_language(texts.values()))
    fitted = fit_to_site(profile, site)
    named = [(path.rpartition("/")[2], text) for path, text in texts.items()]
    usual = find_habits(named, fitted, pause)
    return _Learned(_allow(profile, fitted, usual), proposal, usual)


class _PageTexts(NamedTuple):
    """What is kept of the pages of a site, by their paths."""

    texts: dict[str, str]
    lists: dict[str, dict[str, list[EventList]]]
    """The lists of events, by the language they were read in."""


class _Configured(NamedTuple):
    """What the configurations of editors say."""

    kinds: list[ConfiguredKind]
    editors: list[str]
    unmapped: list[str]


def _read_editors(site: SiteFolder) -> _Configured:
    """The kinds of page that editors of the site are configured for; the first one counts."""
    configured = _Configured([], [], [])
    for row in EDITORS:
        files = _load_files(site.root, row.files)
        found, unknown = read_configured_kinds(files, row, site.configuration.language)
        if found:
            configured.editors.append(row.name)
        taken = {kind.folder for kind in configured.kinds}
        configured.kinds.extend(kind for kind in found if kind.folder not in taken)
        configured.unmapped.extend(unknown)
    return configured


def _languages_of(site: SiteConfiguration) -> tuple[str, ...]:
    """The languages whose dates are looked for."""
    return (site.language,) if site.language else _USUAL_LANGUAGES


def _find_event_lists(
    page: SitePage, text: str, languages: Sequence[str]
) -> dict[str, list[EventList]]:
    """The lists of events of a page, by the language they were read in."""
    stamp = read_timestamp(page.front.text("date"))
    event_page = EventPage(text, page.front.body, stamp.date() if stamp else None)
    found = {language: find_lists(event_page, language) for language in languages}
    return {language: lists for language, lists in found.items() if lists}


def _is_of(profile: Profile, profiles: Sequence[Profile], path: str) -> bool:
    """Whether a page is of a kind: the one of the folder closest to it."""
    folders = [each.content for each in profiles if path.startswith(f"{each.content}/".lstrip("/"))]
    return bool(folders) and profile.content == max(folders, key=len)


def _propose(
    found: Sequence[dict[str, list[EventList]]], languages: Sequence[str]
) -> tuple[str, EventProposal | None]:
    """The proposal that reads the most lines, with its language."""
    best: tuple[str, EventProposal | None] = (languages[0], None)
    for language in languages:
        lists = [each for lists in found for each in lists.get(language, ())]
        proposal = propose_events(lists, language) if lists else None
        if proposal and (best[1] is None or proposal.read > best[1].read):
            best = language, proposal
    return best


def _add_events(
    profile: Profile, language: str, proposal: EventProposal | None, site: SiteConfiguration
) -> Profile:
    """The profile with its events, in the language of its pages."""
    if proposal is None:
        return profile
    events = structs.replace(proposal.settings, page=profile.events.page)
    said = {} if site.language else {"language": language}
    return structs.replace(profile, events=events, **said)


def _allow(profile: Profile, fitted: Profile, habits: Sequence[str]) -> Profile:
    """The profile with habits as hints, beside what the site lets be one anyway."""
    if not habits:
        return profile
    levels = {**fitted.checks.levels, **dict.fromkeys(habits, Severity.HINT)}
    return structs.replace(profile, checks=structs.replace(fitted.checks, levels=levels))


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


def _read_pages(root: Path, pause: Callable[[], None]) -> Iterator[tuple[SitePage, str]]:
    count = 0
    for path in find_pages(root):
        if path.name in _NOT_CONTENT:
            continue
        pause()
        try:
            text, _ = decode(read_file(path))
        except UserFacingError:
            continue
        yield SitePage(path.relative_to(root).as_posix(), read_front_matter(text)), text
        count += 1
        if count == _MOST_PAGES:
            break
