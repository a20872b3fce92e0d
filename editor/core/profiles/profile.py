"""A site's conventions as data: which fields, which widgets, how things are named, where they go.

Profiles are TOML files in resources/profiles and in the user's own folder; this module turns their text into
values and says in a sentence, with the line, what is wrong with a broken one.
"""

import fnmatch
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.base.severity import Severity

LocalizedText = dict[str, str]
"""A text per language: {"de": …, "en": …}."""

WIDGETS = ("text", "long", "date", "choice", "flag", "list")
ENGINES = {
    "goldmark": "markdown-it (Hugo)",
    "markdown-it": "markdown-it (Eleventy)",
    "python-markdown": "Python-Markdown",
}
RENDERERS = tuple(ENGINES)


@dataclass(frozen=True, slots=True)
class Field:
    """One front matter field of a form."""

    key: str
    widget: str = "text"
    label: LocalizedText = field(default_factory=dict)
    help: LocalizedText = field(default_factory=dict)
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class MatchRule:
    """When a profile is meant: by the file's path, or by keys that must all be there and values they must hold."""

    paths: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    values: LocalizedText = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """Where the header image stands in the front matter, and its file in the site folder.

    ``also`` are further places that name it; ``file`` is its name for an issue (as ``Profile.file``). ``width`` and
    ``height`` are pixels, ``weight`` KiB: what a photo is made to.
    """

    name: tuple[str | int, ...] = ()
    attribution: tuple[str | int, ...] = ()
    alt: tuple[str | int, ...] = ()
    also: tuple[tuple[str | int, ...], ...] = ()
    folder: str = ""
    file: str = "{slug}.jpg"
    width: int = 800
    height: int = 533
    weight: int = 200


@dataclass(frozen=True, slots=True)
class EventSettings:
    """Which headings hold what, and how a calendar link is written.

    ``link`` knows {title}, {label} (both escaped for attributes), {name} (a file name) and {data} (base64).
    """

    events: tuple[str, ...] = ("Veranstaltungen", "Termine", "Events")
    deadlines: tuple[str, ...] = ("Fristen", "Deadlines")
    meetings: tuple[str, ...] = ("Regelmäßige", "Regular")
    group: str = "Regelmäßige Treffen"
    """The item under which the first meeting goes."""
    duration: str = "02:00"
    """How long an event is when nobody says: proposed as its end, never written unasked."""
    folder: str = ""
    """Where calendar files go in the site's folder; "" for a site that has none."""
    feed: str = "events.ics"
    """The name of the one calendar with all events, in that folder."""
    link: str = '<a title="{label}" aria-label="{label}" download="{name}.ics" href="data:text/calendar;charset=utf-8;base64,{data}">&#x1F4C5;</a>'
    label: str = "Kalendereintrag {title}"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks are not made, by code, and which count more or less than usual: "error", "warning" or "hint"."""

    off: tuple[str, ...] = ()
    levels: LocalizedText = field(default_factory=dict)


DEFAULT_HEAD = """
<h1>{title}</h1>
<p class="header-image"><img src="{image}" alt="{alt}"></p>
<p class="attribution">{attribution}</p>
<p class="byline">{date:%d.%m.%Y} von {author}</p>
<p class="byline">{date:%d.%m.%Y}</p>
<p class="byline">von {author}</p>
"""
_SAMPLE = {
    "title": "",
    "image": "",
    "alt": "",
    "attribution": "",
    "date": date(2026, 1, 1),
    "author": "",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything about one kind of page."""

    name: str
    label: LocalizedText = field(default_factory=dict)
    language: str = "de"
    timezone: str = "Europe/Berlin"
    site: str = ""
    address: str = ""
    """Where the site is on the web, such as "https://codefor.de/"."""
    static: str = "static"
    """The folder whose files the site serves from its root."""
    branch: str = "{name}"
    """The git branch a finished page goes on: knows {name} (of the file) and all that ``file`` knows."""
    renderer: str = "goldmark"
    link_hook: bool = False
    """Whether the theme writes links through a template of its own, which escapes addresses differently."""
    file: str = ""
    """The file's name: knows {date}, {year} and {month} (of the issue), {month_en}, {slug} (of the title)."""
    content: str = ""
    publish_time: str = "08:00:00"
    title_suffix: str = ""
    """What follows the punch line in a title: knows {month} (its name in the profile's language) and {year}."""
    new: str = ""
    """The text of a page where there is none to start from."""
    head: str = DEFAULT_HEAD
    """What the preview shows above the body: knows {title}, {image}, {alt}, {attribution}, {date} and {author}.

    A line is written if all it names is there and not all of that is shown already."""
    css: str = ""
    """The site's own style sheet for the preview, from the site's folder."""
    match: MatchRule = field(default_factory=MatchRule)
    image: ImageSettings = field(default_factory=ImageSettings)
    events: EventSettings = field(default_factory=EventSettings)
    checks: CheckSettings = field(default_factory=CheckSettings)
    fields: tuple[Field, ...] = ()

    @property
    def keys(self) -> set[str]:
        """The keys of the front matter's first level that the profile knows."""
        return {field.key for field in self.fields} | (
            {str(self.image.name[0])} if self.image.name else set()
        )


_T = TypeVar("_T")

GENERIC = Profile("generic", {"de": "Markdown-Seite", "en": "Markdown page"})


# --- reading ------------------------------------------------------------------------------------


def load_profile(text: str) -> Profile:
    """A profile from TOML. Raises InputRejected with a sentence that names the line."""
    return load_record(Profile, text)


def load_record(kind: type[_T], text: str) -> _T:
    """A dataclass of settings from TOML: every key known, every value of its type. Raises InputRejected, naming the line."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise InputRejected(translate("core", "{reason}").fill(reason=error)) from None
    return _record(kind, data, text, "")


def _wrong(text: str, key: str, reason: Message) -> InputRejected:
    lines = text.splitlines()
    pattern = re.compile(rf'\s*\[*\s*[\w.]*\b{re.escape(key)}"?\s*[=\].]')
    number = next((i for i, line in enumerate(lines, 1) if pattern.match(line)), 0) or next(
        (i for i, line in enumerate(lines, 1) if key in line), 1
    )
    return InputRejected(
        translate("core", "line {line}: {reason}").fill(line=number, reason=reason)
    )


def _record(kind: type[_T], data: Any, text: str, key: str) -> _T:
    """A dataclass from a TOML table, every key known and every value of its type."""
    if not isinstance(data, dict):
        raise _wrong(text, key, translate("core", "“{key}” should be a table").fill(key=key))
    hints = get_type_hints(kind)
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    values = {}
    for name, value in data.items():
        attribute = "fields" if name == "field" and "fields" in known else name
        if attribute not in known:
            raise _wrong(text, name, translate("core", "unknown key “{key}”").fill(key=name))
        values[attribute] = _value(hints[attribute], value, text, name)
    if "name" in known and kind is Profile and not values.get("name"):
        raise _wrong(text, "name", translate("core", "“name” is missing"))
    if kind is Field and not values.get("key"):
        raise _wrong(text, "field", translate("core", "a field without “key”"))
    if kind is Profile:
        _template(values.get("head", DEFAULT_HEAD), text)
    for level in values.get("levels", {}).values():
        _one_of(level, tuple(Severity), text, "levels")
    _one_of(values.get("widget", "text"), WIDGETS, text, "widget")
    _one_of(values.get("renderer", "goldmark"), RENDERERS, text, "renderer")
    return kind(**values)


def _template(head: str, text: str) -> None:
    try:
        head.format_map(_SAMPLE)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise _wrong(
            text,
            "head",
            translate("core", "the template of the head cannot be filled: {reason}").fill(
                reason=error
            ),
        ) from None


def _one_of(value: str, allowed: tuple[str, ...], text: str, key: str) -> None:
    if value not in allowed:
        raise _wrong(
            text,
            key,
            translate("core", "“{value}” is none of {allowed}").fill(
                value=value, allowed=", ".join(allowed)
            ),
        )


def _value(hint: Any, value: Any, text: str, key: str) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if not isinstance(value, list):
            raise _wrong(text, key, translate("core", "“{key}” should be a list").fill(key=key))
        return tuple(_value(inner, part, text, key) for part in value)
    if hint == LocalizedText:
        if isinstance(value, dict) and all(isinstance(part, str) for part in value.values()):
            return value
        raise _wrong(
            text, key, translate("core", "“{key}” should be a table of texts").fill(key=key)
        )
    if get_origin(hint) is dict:
        if not isinstance(value, dict):
            raise _wrong(text, key, translate("core", "“{key}” should be a table").fill(key=key))
        return {name: _value(get_args(hint)[1], part, text, name) for name, part in value.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint, value, text, key)
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    if type(value) not in kinds:
        raise _wrong(
            text,
            key,
            translate("core", "“{key}” should be of the type {kind}").fill(
                key=key, kind="/".join(kind.__name__ for kind in kinds)
            ),
        )
    return value


# --- choosing -----------------------------------------------------------------------------------


def choose_profile(profiles: Iterable[Profile], path: str, scalars: dict[str, str]) -> Profile:
    """The profile that fits a file best, by its path (with slashes) and its front matter's top level.

    A path that fits counts most, the longer pattern more; GENERIC where nothing fits.
    """
    best, most = GENERIC, 0
    for profile in profiles:
        score = _score(profile.match, path, scalars)
        if score > most:
            best, most = profile, score
    return best


def _score(match: MatchRule, path: str, scalars: dict[str, str]) -> int:
    keys = sum(key in scalars for key in match.keys)
    values = [
        key for key, pattern in match.values.items() if not re.search(pattern, scalars.get(key, ""))
    ]
    on_path = max(
        (len(pattern) for pattern in match.paths if fnmatch.fnmatch(path, pattern)), default=0
    )
    if on_path:
        return 1000 * on_path + 10 * keys - len(values)
    if match.keys and keys == len(match.keys) and not values:
        return 10 * keys + len(match.values)
    return 0


def localized(words: LocalizedText, language: str, fallback: str = "") -> str:
    """The text in a language, else in any."""
    return words.get(language) or next(iter(words.values()), "") or fallback
