"""The programs that build sites, other than Hugo: where they are, and how they are called.

One more is a row of ``PROGRAMS``.
"""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from editor.core.sites.configuration import Generator


class SiteProgram(NamedTuple):
    """A program that builds a whole site, once."""

    generator: Generator
    name: str
    command: str
    arguments: tuple[str, ...]
    """They know {output}, the folder to build into, and {address}, that of the site."""
    built: str
    """The folder in the site that it builds into if nobody says."""
    installation: str
    """The command that installs it."""
    is_told: bool = True
    """Whether it can be told to build elsewhere."""
    environment: Mapping[str, str] = {}


PROGRAMS = (
    SiteProgram(
        Generator.ELEVENTY,
        "Eleventy",
        "eleventy",
        ("--output={output}", "--pathprefix=/", "--quiet"),
        "_site",
        "npm install @11ty/eleventy",
    ),
    SiteProgram(
        Generator.ASTRO,
        "Astro",
        "astro",
        ("build", "--site", "{address}"),
        "dist",
        "npm install astro",
        is_told=False,  # it looks for packages beside what it builds
        environment={"ASTRO_TELEMETRY_DISABLED": "1"},
    ),
    SiteProgram(
        Generator.DOCUSAURUS,
        "Docusaurus",
        "docusaurus",
        ("build", "--out-dir", "{output}", "--no-minify"),
        "build",
        "npm install @docusaurus/core",
    ),
    SiteProgram(
        Generator.HEXO,
        "Hexo",
        "hexo",
        ("generate", "--draft"),
        "public",
        "npm install hexo",
        is_told=False,
    ),
    SiteProgram(
        Generator.JEKYLL,
        "Jekyll",
        "jekyll",
        ("build", "-d", "{output}", "--baseurl", "", "--drafts", "--future", "--unpublished"),
        "_site",
        "gem install jekyll",
        environment={"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LANG": "C.UTF-8"},
    ),
    SiteProgram(
        Generator.MKDOCS,
        "MkDocs",
        "mkdocs",
        ("build", "--quiet", "--site-dir", "{output}"),
        "site",
        "pip install mkdocs",
    ),
    SiteProgram(
        Generator.PELICAN,
        "Pelican",
        "pelican",
        ("--output", "{output}", "--relative-urls", "--settings", "pelicanconf.py", "--quiet"),
        "output",
        "pip install pelican markdown",
    ),
    SiteProgram(
        Generator.ZOLA,
        "Zola",
        "zola",
        ("build", "--output-dir", "{output}", "--drafts", "--force", "--base-url", "{address}"),
        "public",
        "apt install zola",
    ),
)


_SYSTEM_PLACES = (
    "/etc/alternatives",
    "/etc/hosts",  # what localhost is
    "/etc/localtime",
    "/etc/nsswitch.conf",
    "/etc/ssl",
    "/var/lib/gems",
)


def program_for(generator: Generator) -> SiteProgram | None:
    """Find the program of a generator.

    Args:
        generator: The generator of a site.

    Returns:
        Its program; None for Hugo, and for those that cannot be run here.
    """
    return next((row for row in PROGRAMS if row.generator is generator), None)


def find_program(row: SiteProgram, root: Path) -> Path | None:
    """Find a program: among the site's own, on the PATH, or beside this Python.

    Args:
        row: The program.
        root: The folder of the site.

    Returns:
        Its path; None where it is not installed.
    """
    name = f"{row.command}.cmd" if os.name == "nt" else row.command
    own = root / "node_modules" / ".bin" / name
    if own.exists():
        return own
    on_path = shutil.which(row.command)
    if on_path:
        return Path(on_path)
    beside_python = Path(sys.executable).with_name(row.command)
    return beside_python if beside_python.exists() else None


def readable_places(program: Path, root: Path) -> list[Path]:
    """List what a program must be able to read to run.

    Args:
        program: Its path.
        root: The folder of the site.

    Returns:
        Its own folders, those of the languages it may be written in, and the site's packages.
    """
    places = [program, program.resolve(), root / "node_modules", Path(sys.prefix)]
    places += [Path(place) for place in _SYSTEM_PLACES]
    for language in ("node", "ruby", "python3"):
        found = shutil.which(language)
        if found:
            places.append(Path(found).resolve().parent.parent)
    parent = program.resolve().parent
    places.append(parent.parent if parent.name in ("bin", "Scripts") else parent)
    return [place for place in places if place != Path("/")]
