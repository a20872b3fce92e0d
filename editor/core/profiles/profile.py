"""A site's conventions as data: which fields, which widgets, how things are named, where they go.

Profiles are TOML files; ``loading`` turns their text into these values, ``matching`` chooses one.
"""

from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta, Struct, field

from editor.core.base.severity import Severity
from editor.core.profiles.event_settings import EventSettings
from editor.core.sites.configuration import Generator, MarkdownOptions

LocalizedText = dict[str, str]
"""A text per language: {"de": …, "en": …}."""


class FieldKind(StrEnum):
    """What a front matter field holds, and so which widget shows it."""

    TEXT = "text"
    LONG = "long"
    """A text of several lines."""
    NUMBER = "number"
    DATE = "date"
    """A day, with or without a time."""
    DATETIME = "datetime"
    """A day with a time."""
    CHOICE = "choice"
    FLAG = "flag"
    LIST = "list"
    """Texts in their order."""
    TAGS = "tags"
    """Texts that come again on other pages."""
    IMAGE = "image"
    """The address of a picture."""
    FILE = "file"
    """The address of another file."""
    PAGE = "page"
    """A reference to another page."""
    COLOR = "color"
    MAP = "map"
    """Fields of its own."""
    ROWS = "rows"
    """A list of maps, each with the same fields."""


class Engine(StrEnum):
    """Which Markdown a site's own renderer speaks."""

    GOLDMARK = "goldmark"
    """Hugo's."""
    MARKDOWN_IT = "markdown-it"
    """Eleventy's."""
    PYTHON_MARKDOWN = "python-markdown"
    """Pelican's and MkDocs'."""
    KRAMDOWN = "kramdown"
    """Jekyll's."""
    COMMONMARK = "commonmark"
    """That of Zola, Astro, Docusaurus, Hexo and Gatsby: with tables, no typographic quotes."""


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One front matter field of a form."""

    key: Annotated[str, Meta(min_length=1)]
    widget: FieldKind = FieldKind.TEXT
    label: LocalizedText = field(default_factory=dict)
    help: LocalizedText = field(default_factory=dict)
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    default: str = ""
    """What a new page has there."""
    folder: str = ""
    """Where the files of a picture or file go, from the site's root."""
    fields: tuple["Field", ...] = field(default=(), name="field")
    """Those of a map, or of each row."""


class MatchRule(Struct, frozen=True, forbid_unknown_fields=True):
    """When a profile is meant: by the file's path from the root, or by its front matter.

    In ``paths`` a star stands for anything, folders included. ``keys`` must all be there;
    ``values`` are regular expressions that values must match, by key.
    """

    paths: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    values: LocalizedText = field(default_factory=dict)
    generators: tuple[Generator, ...] = ()
    """The generators whose sites have such pages; none at all for any."""


class ImageSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the header image stands in the front matter, and its file in the site folder.

    ``also`` are further places that name it; ``file`` is its name for an issue (as
    ``Profile.file``). ``width`` and ``height`` are pixels, ``weight`` KiB: what a photo is made to.
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


class CheckSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which checks are not made, and which have another severity than usual, by code."""

    off: tuple[str, ...] = ()
    levels: dict[str, Severity] = field(default_factory=dict)


DEFAULT_HEAD = """
<h1>{title}</h1>
<p class="header-image"><img src="{image}" alt="{alt}"></p>
<p class="attribution">{attribution}</p>
<p class="byline">{date:%d.%m.%Y} von {author}</p>
<p class="byline">{date:%d.%m.%Y}</p>
<p class="byline">von {author}</p>
"""


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything about one kind of page."""

    name: str
    label: LocalizedText = field(default_factory=dict)
    language: str = "de"
    timezone: str = ""
    """IANA name of the zone the site's times are in; "" where it names none. Then no offset is
    judged or written, and times in calendars are those of their readers' clocks."""
    site: str = ""
    address: str = ""
    """Where the site is on the web, such as "https://codefor.de/"."""
    static: str = "static"
    """The folder whose files the site serves from its root."""
    branch: str = "{name}"
    """The git branch of a finished page: knows {name} (of the file) and all that ``file`` knows."""
    renderer: Engine = Engine.GOLDMARK
    markdown: MarkdownOptions = MarkdownOptions()
    """What the site has set about its Markdown."""
    link_hook: bool = False
    """Whether the theme writes links by its own template, which escapes addresses otherwise."""
    file: str = ""
    """The file's name.

    Knows {date}, {year} and {month} (of the issue), {month_en}, {slug} (of the title) and {number}
    (the first one in the title).
    """
    content: str = ""
    publish_time: str = "08:00:00"
    title_suffix: str = ""
    """What follows the punch line in a title.

    Knows {month}, its name in the profile's language, and {year}.
    """
    new: str = ""
    """The text of a page where there is none to start from."""
    sections: tuple[str, ...] = ()
    """Headings that are offered for new sections."""
    head: str = DEFAULT_HEAD
    """What the preview shows above the body: knows {title}, {image}, {alt}, {attribution}, {date}
    and {author}.

    A line is written if all it names is there and not all of that is shown already."""
    css: str = ""
    """The site's own style sheet for the preview, from the site's folder."""
    match: MatchRule = field(default_factory=MatchRule)
    image: ImageSettings = field(default_factory=ImageSettings)
    events: EventSettings = field(default_factory=EventSettings)
    checks: CheckSettings = field(default_factory=CheckSettings)
    fields: tuple[Field, ...] = field(default=(), name="field")

    @property
    def picture_address(self) -> str:
        """What the addresses of its pictures begin with; "" where they have no folder."""
        served = self.image.folder.removeprefix(self.static).strip("/")
        return f"/{served}/" if served else ""

    def calendar_address(self, name: str) -> str:
        """Return where an exported calendar file is on the site, from its root.

        Args:
            name: The name of the file.
        """
        served = self.events.folder.removeprefix(self.static).strip("/")
        base = urlsplit(self.address).path.strip("/")
        return "/" + "/".join(part for part in (base, served, name) if part)

    @property
    def keys(self) -> set[str]:
        """The keys of the front matter's first level that the profile knows."""
        return {field.key for field in self.fields} | (
            {str(self.image.name[0])} if self.image.name else set()
        )


GENERIC = Profile("generic", {"de": "Markdown-Seite", "en": "Markdown page"})


def localized(words: LocalizedText, language: str, fallback: str = "") -> str:
    """Choose a text by language.

    Args:
        words: A text per language.
        language: ISO 639-1 code of the wanted one.
        fallback: What to return where there is no text at all.

    Returns:
        The text in the language, else in any.
    """
    return words.get(language) or next(iter(words.values()), "") or fallback
