"""The generators: what tells their sites from others, and how their configuration is read.

One more is a function and a row of ``GENERATORS``.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from editor.core.sites import readers
from editor.core.sites.config_data import Data
from editor.core.sites.configuration import Generator, SiteConfiguration

_SCRIPTS = ("js", "mjs", "cjs", "ts", "mts")
_DATA = ("toml", "yaml", "yml", "json")
_HUGO = r"""(?imx)
    \A (?! [\s\S]* ^[ \t]* base_url\b )     # Zola's
    [\s\S]*? ^[ \t]* ["']?
    (?: baseurl | languagecode | theme | title | markup | taxonomies | module | params )\b
"""
_HEXO = r"(?m)^(?:source_dir|new_post_name|post_asset_folder|public_dir|skip_render|titlecase) *:"


class Mark(NamedTuple):
    """A file at the root of a site, and what must stand in it."""

    name: str
    says: str = ""
    """A regular expression; "" for whatever it is."""


class GeneratorRow(NamedTuple):
    """A generator."""

    generator: Generator
    marks: tuple[Mark, ...]
    files: tuple[str, ...]
    """What is read, besides its marks; a name that ends with a slash is a folder."""
    read: Callable[[Data], SiteConfiguration]


def _marks(name: str, suffixes: tuple[str, ...], says: str = "") -> tuple[Mark, ...]:
    return tuple(Mark(f"{name}.{suffix}", says) for suffix in suffixes)


GENERATORS = (
    GeneratorRow(
        Generator.HUGO,
        (
            *_marks("hugo", _DATA),
            Mark("config/_default"),
            *_marks("config", _DATA, _HUGO),
        ),
        ("config/_default/",),
        readers.read_hugo,
    ),
    GeneratorRow(
        Generator.ZOLA,
        (Mark("zola.toml"), Mark("config.toml", r"(?m)^[ \t]*base_url[ \t]*=")),
        (),
        readers.read_zola,
    ),
    GeneratorRow(
        Generator.ELEVENTY,
        (*_marks("eleventy.config", _SCRIPTS), *_marks(".eleventy", _SCRIPTS)),
        ("_data/metadata.json", "_data/metadata.js", "_data/site.json", "src/_data/site.json"),
        readers.read_eleventy,
    ),
    GeneratorRow(Generator.ASTRO, _marks("astro.config", _SCRIPTS), (), readers.read_astro),
    GeneratorRow(
        Generator.DOCUSAURUS, _marks("docusaurus.config", _SCRIPTS), (), readers.read_docusaurus
    ),
    GeneratorRow(Generator.MKDOCS, _marks("mkdocs", ("yml", "yaml")), (), readers.read_mkdocs),
    GeneratorRow(
        Generator.PELICAN, (Mark("pelicanconf.py"),), ("publishconf.py",), readers.read_pelican
    ),
    GeneratorRow(
        Generator.HEXO,
        (*_marks("_config", ("yml", "yaml"), _HEXO), Mark("package.json", r'"hexo"\s*:')),
        ("_config.yml", "_config.yaml"),
        readers.read_hexo,
    ),
    GeneratorRow(
        Generator.JEKYLL, _marks("_config", ("yml", "yaml", "toml")), (), readers.read_jekyll
    ),
    GeneratorRow(Generator.GATSBY, _marks("gatsby-config", _SCRIPTS), (), readers.read_gatsby),
)


def find_generators(read: Callable[[str], str | None]) -> list[GeneratorRow]:
    """Find the generators whose marks a folder has.

    Args:
        read: Gives the text of a file of the folder, "" for a folder in it, None for none.

    Returns:
        Their rows, in the order of the table.
    """
    known: dict[str, str | None] = {}

    def has(mark: Mark) -> bool:
        if mark.name not in known:
            known[mark.name] = read(mark.name)
        text = known[mark.name]
        return text is not None and (not mark.says or bool(re.search(mark.says, text)))

    return [row for row in GENERATORS if any(map(has, row.marks))]


def read_configuration(row: GeneratorRow, files: Mapping[str, Data]) -> SiteConfiguration:
    """Read what a site says of itself.

    Args:
        row: Its generator.
        files: The settings of its files, by their names; later ones give what earlier ones lack.

    Returns:
        The configuration, tidied.
    """
    data: Data = {}
    for settings in files.values():
        for key, value in settings.items():
            data.setdefault(key, value)
    found = row.read(data)
    address = found.address if re.match(r"https?://[^/]", found.address) else ""
    return SiteConfiguration(
        found.generator,
        found.title,
        address,
        re.split("[-_]", found.language)[0].lower(),
        found.timezone,
        tuple(folder.strip("/") for folder in found.content),
        tuple(dict.fromkeys(folder.strip("/") for folder in found.static)),
        found.permalinks,
        found.file,
        found.markdown,
    )
