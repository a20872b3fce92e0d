"""Profiles derived from the pages of a site: one for each kind of page that it has."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.slugs import make_slug
from editor.core.calendar.date_fields import read_timestamp
from editor.core.frontmatter.model import FrontMatter, Node
from editor.core.profiles.cms_fields import ConfiguredKind
from editor.core.profiles.event_settings import EventSettings, PageEvent
from editor.core.profiles.guessing import guess_fields
from editor.core.profiles.profile import Field, FieldKind, ImageSettings, MatchRule, Profile
from editor.core.sites.configuration import TEMPLATE_FOLDERS, SiteConfiguration

_USUAL_TIME = "08:00:00"
_DAY_LENGTH = len("2026-01-01")
_DATED = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})[-_](?P<rest>.+)")
_NUMBERED = re.compile(r"(?P<rest>.*?)\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BUNDLES = ("index", "_index")
_MOST = 0.6
"""The share of pages that makes a habit."""
_DATES = (FieldKind.DATE, FieldKind.DATETIME)
_EVENT_MAPS = ("event", "termin")
_EVENT_KEYS = {
    "start": ("start", "startdate", "datestart", "starttime", "eventstart", "eventdate", "begin",
              "starts", "dtstart", "beginn"),
    "end": ("end", "enddate", "dateend", "endtime", "eventend", "ends", "dtend", "ende"),
    "place": ("place", "location", "venue", "ort", "address", "where"),
}  # fmt: skip
_PICTURE_KEYS = ("image", "images", "cover", "featured_image", "thumbnail", "header", "hero")


class SitePage(Struct, frozen=True):
    """A page of a site."""

    path: str
    """Its path from the root, with slashes."""
    front: FrontMatter


def derive_profiles(
    site: SiteConfiguration, pages: Sequence[SitePage], configured: Sequence[ConfiguredKind] = ()
) -> list[Profile]:
    """Derive the kinds of page of a site.

    Args:
        site: What its configuration says.
        pages: Its pages.
        configured: The kinds that an editor's configuration describes: they come first, and pages
            add the fields that it does not know.

    Returns:
        A profile for each folder of pages, the largest first.
    """
    groups = _group(site, pages, [kind.folder for kind in configured])
    profiles = []
    for kind in configured:
        profiles.append(_make_profile(site, kind.folder, groups.pop(kind.folder, []), kind))
    for folder, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        if any(page.front.root for page in members):
            profiles.append(_make_profile(site, folder, members, None))
    return _name_apart(profiles)


def _group(
    site: SiteConfiguration, pages: Iterable[SitePage], known: Sequence[str]
) -> dict[str, list[SitePage]]:
    """The pages by the folders of their kinds: the first below the folder of all pages."""
    groups: dict[str, list[SitePage]] = {}
    for page in pages:
        if page.path.partition("/")[0] not in TEMPLATE_FOLDERS:
            groups.setdefault(_folder_of(site, page.path, known), []).append(page)
    return groups


def _folder_of(site: SiteConfiguration, path: str, known: Sequence[str]) -> str:
    inside = [folder for folder in known if path.startswith(f"{folder}/") or not folder]
    if inside:
        return max(inside, key=len)
    roots = [folder for folder in site.content if folder and path.startswith(f"{folder}/")]
    root = max(roots, key=len, default="")
    parts = path.removeprefix(f"{root}/" if root else "").split("/")
    name = parts[-1].partition(".")[0]
    depth = len(parts) - (2 if name in _BUNDLES else 1)
    is_single = name == "_index" and len(parts) <= 2
    if depth < 1 or is_single:
        return root
    return "/".join(filter(None, [root, parts[0]]))


def _make_profile(
    site: SiteConfiguration, folder: str, pages: Sequence[SitePage], kind: ConfiguredKind | None
) -> Profile:
    kind = kind or ConfiguredKind(_name_folder(site, folder), folder, ())
    pages = [page for page in pages if "/_index." not in f"/{page.path}"] or pages
    roots = [page.front.root for page in pages if page.front.root]
    fields = _merge_fields(kind.fields, guess_fields(roots), has_pages=bool(roots))
    return Profile(
        name=make_slug(kind.name) or "page",
        label={site.language or "en": kind.label or _write_label(kind.name)},
        content=folder,
        file=kind.file if "{" in kind.file else _guess_file(site, pages),
        publish_time=_guess_time(roots),
        match=MatchRule(paths=_make_patterns(folder, pages)),
        image=_guess_image(fields),
        events=EventSettings(page=_guess_page_event(fields)),
        fields=fields,
    )


def _name_folder(site: SiteConfiguration, folder: str) -> str:
    if site.content == (folder,):
        return site.title or "page"
    return folder.rpartition("/")[2].strip("_") or "page"


def _merge_fields(
    configured: Sequence[Field], guessed: Sequence[Field], *, has_pages: bool
) -> tuple[Field, ...]:
    """The fields of a configuration, then those that only pages have."""
    known = {field.key: field for field in guessed}
    fields = [
        _complete(field, known.pop(field.key, None), has_pages=has_pages) for field in configured
    ]
    rest = [replace(field, required=False) for field in known.values()]
    return (*fields, *rest) if configured else tuple(guessed)


def _write_label(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _complete(field: Field, guessed: Field | None, *, has_pages: bool) -> Field:
    """A field of a configuration with what pages know of it, too."""
    parts = field.fields
    if guessed and not parts and guessed.widget == field.widget:
        parts = guessed.fields
    kind = field.widget
    if guessed and kind in _DATES and guessed.widget not in _DATES:
        kind = guessed.widget  # what pages have there is no date
    is_required = field.required and (not has_pages or bool(guessed and guessed.required))
    return replace(field, widget=kind, fields=parts, required=is_required)


def _make_patterns(folder: str, pages: Sequence[SitePage]) -> tuple[str, ...]:
    suffixes = Counter(page.path.rpartition(".")[2] for page in pages) or Counter(["md"])
    names = [f"*.{suffix}" for suffix, _ in suffixes.most_common()]
    return tuple(f"{folder}/{name}" if folder else name for name in names)


def _guess_file(site: SiteConfiguration, pages: Sequence[SitePage]) -> str:
    """The pattern of file names that most pages follow."""
    if not pages:
        return site.file or "{slug}.md"
    patterns: Counter[str] = Counter()
    repeated = _find_repeated(pages)
    suffixes = Counter(page.path.rpartition(".")[2] for page in pages)
    suffix = suffixes.most_common(1)[0][0]
    for page in pages:
        *folders, name = page.path.split("/")
        stem = name.rpartition(".")[0]
        is_bundle = stem == "index"
        if stem == "_index":
            continue
        named = folders.pop() if is_bundle and folders else stem
        pattern = _pattern_of(named, repeated)
        if folders and _YEAR.fullmatch(folders[-1]):
            pattern = "{year}/" + pattern
        patterns[f"{pattern}/index.{suffix}" if is_bundle else f"{pattern}.{suffix}"] += 1
    if not patterns:
        return site.file or "{slug}.md"
    pattern, count = patterns.most_common(1)[0]
    return pattern if count >= _MOST * patterns.total() else "{slug}.md"


def _find_repeated(pages: Sequence[SitePage]) -> str:
    """What most names have behind their date or before their number, such as "update"."""
    names = [_name_of(page) for page in pages]
    dated = Counter(match["rest"] for name in names if (match := _DATED.fullmatch(name)))
    numbered = Counter(match["rest"] for name in names if (match := _NUMBERED.fullmatch(name)))
    for rests in (dated, numbered):
        rest, count = (rests.most_common(1) or [("", 0)])[0]
        if count >= max(_MOST * len(names), 2):
            return rest
    return ""


def _name_of(page: SitePage) -> str:
    *folders, name = page.path.split("/")
    stem = name.rpartition(".")[0]
    return folders[-1] if stem == "index" and folders else stem


def _pattern_of(name: str, repeated: str) -> str:
    dated, numbered = _DATED.fullmatch(name), _NUMBERED.fullmatch(name)
    if dated:
        return "{date}-" + (repeated if dated["rest"] == repeated else "{slug}")
    if numbered and numbered["rest"] == repeated:
        return f"{repeated}{{number}}"
    return "{slug}"


def _guess_time(roots: Sequence[Node]) -> str:
    """The time of day at which most pages appear."""
    times: Counter[str] = Counter()
    for root in roots:
        text = next((child.text for child in root.children if child.name == "date"), "")
        stamp = read_timestamp(text)
        if stamp:
            times[f"{stamp:%H:%M:%S}" if len(text) > _DAY_LENGTH else ""] += 1
    time, count = (times.most_common(1) or [("", 0)])[0]
    return time if time and count >= _MOST * times.total() else _USUAL_TIME


def _guess_image(fields: Sequence[Field]) -> ImageSettings:
    """Where the picture of the page stands: in a field of that kind, the first."""
    pictures = [field for field in fields if field.widget == "image"]
    named = [field for field in pictures if field.key.lower() in _PICTURE_KEYS]
    chosen = (named or pictures)[:1]
    if not chosen:
        return ImageSettings()
    return ImageSettings(name=(chosen[0].key,), folder=chosen[0].folder)


def _guess_page_event(fields: Sequence[Field]) -> PageEvent:
    """Which fields say that a page is an event; the date of a page alone does not."""
    inner = {
        f"{field.key}.{part.key}": part
        for field in fields
        if field.key.casefold() in _EVENT_MAPS
        for part in field.fields
    }
    keys = {field.key: field for field in fields} | inner
    found: dict[str, str] = {}
    for role, names in _EVENT_KEYS.items():
        for key, field in keys.items():
            last = key.rpartition(".")[2].casefold().replace("_", "").replace("-", "")
            is_date = role == "start" and key in inner and field.widget in _DATES
            if last in names or (last == "date" and is_date):
                found.setdefault(role, key)
    return PageEvent(**found) if "start" in found else PageEvent()


def _name_apart(profiles: Iterable[Profile]) -> list[Profile]:
    """Profiles with names that differ."""
    taken: Counter[str] = Counter()
    named = []
    for profile in profiles:
        taken[profile.name] += 1
        count = taken[profile.name]
        named.append(replace(profile, name=f"{profile.name}-{count}") if count > 1 else profile)
    return named
