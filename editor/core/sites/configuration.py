"""A site as its configuration describes it."""

from enum import StrEnum

from msgspec import Struct

PAGE_SUFFIXES = (".md", ".mdx", ".markdown", ".mdown", ".mkd")
"""How the names of pages end."""


TEMPLATE_FOLDERS = {"archetypes", "scaffolds", "themes", "layouts", "_layouts", "_includes"}
"""Folders at the root of a site whose Markdown is no page."""


class Generator(StrEnum):
    """The program that builds a site."""

    HUGO = "hugo"
    ZOLA = "zola"
    ELEVENTY = "eleventy"
    ASTRO = "astro"
    DOCUSAURUS = "docusaurus"
    MKDOCS = "mkdocs"
    PELICAN = "pelican"
    HEXO = "hexo"
    JEKYLL = "jekyll"
    GATSBY = "gatsby"
    PLAIN = "plain"
    """None that is known: a folder of Markdown files."""


class MarkdownOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """What a site has set about its Markdown; None where it keeps what its generator does."""

    typographer: bool | None = None
    """Whether straight quotes, hyphens and dots become typographic ones."""
    hard_wraps: bool | None = None
    """Whether every line end is a line break."""
    linkify: bool | None = None
    """Whether a bare address is a link."""
    unsafe: bool | None = None
    """Whether HTML stays."""
    extensions: tuple[str, ...] = ()
    """Those of Python-Markdown, by name."""


class SiteConfiguration(Struct, frozen=True):
    """What a site says of itself."""

    generator: Generator = Generator.PLAIN
    title: str = ""
    address: str = ""
    """Where it is on the web, with its path; "" where it does not say."""
    language: str = ""
    """ISO 639-1; "" where it does not say."""
    timezone: str = ""
    """IANA name; "" where it does not say: then nothing is known of its clock."""
    content: tuple[str, ...] = ("",)
    """The folders of its pages, from its root."""
    static: tuple[str, ...] = ()
    """The folders whose files it serves from its root."""
    permalinks: dict[str, str] = {}
    """The pattern of its pages' addresses by section; "" for all others."""
    file: str = ""
    """The pattern of its files' names, in the generator's words."""
    markdown: MarkdownOptions = MarkdownOptions()
