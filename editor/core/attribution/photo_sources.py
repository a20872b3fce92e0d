"""Where photos come from: the known platforms and licenses (resources/data/photos.toml)."""

import re
import tomllib
from collections.abc import Mapping

from msgspec import Struct, field

from editor.core.attribution.line import Attribution
from editor.core.base.urls import read_host


class Platform(Struct, frozen=True):
    """A site of photos.

    Attributes:
        name: What a line calls it, such as "Pexels".
        address: Its page, for the link on its name.
        hosts: Ends of the host names it has.
        page: A pattern for the paths of its photos' pages.
        license: What all of its photos come under; "" where each has its own.
        named: Whether that license asks to be named.
        person: A pattern that finds who took a photo in its address; "" where addresses do not say.
        person_page: The address of that person's page, with ``{0}`` for what ``person`` found.
    """

    name: str
    address: str
    hosts: tuple[str, ...]
    page: str
    license: str = ""
    named: bool = True
    person: str = ""
    person_page: str = ""

    def has_url(self, url: str) -> bool:
        """Tell whether an address is on this platform."""
        host = read_host(url)
        return any(host == known or host.endswith(f".{known}") for known in self.hosts)


class PhotoSources(Struct, frozen=True):
    """The known platforms, and the known licenses with their addresses."""

    platforms: tuple[Platform, ...] = ()
    licenses: Mapping[str, str] = field(default_factory=dict)

    def find_platform(self, parts: Attribution) -> Platform | None:
        """Find the platform an attribution is from.

        Args:
            parts: The attribution; its addresses count, and the name of its platform.

        Returns:
            The first platform that fits, or None where it is from no known one.
        """
        urls = [url for url in (parts.photo_url, parts.platform_url, parts.author_url) if url]
        for platform in self.platforms:
            if platform.name == parts.platform or any(platform.has_url(url) for url in urls):
                return platform
        return None


def load_photo_sources(text: str) -> PhotoSources:
    """Load platforms and licenses.

    Args:
        text: The TOML of resources/data/photos.toml.

    Returns:
        Both, in the order of the file.
    """
    data = tomllib.loads(text)
    platforms = []
    for row in data["platform"]:
        row["hosts"] = tuple(row["hosts"])
        row["license"] = row.pop("licence")
        platforms.append(Platform(**row))
    licenses = {row["name"]: row["address"] for row in data["licence"]}
    return PhotoSources(tuple(platforms), licenses)


LICENSE_URL = re.compile(
    r"""
    creativecommons\.org/(licenses|publicdomain)
    /([\w-]+)               # such as by-sa
    /([\d.]+)               # the version
    (?:/(de)\b(?!\w))?      # the German one, ported
    """,
    re.VERBOSE,
)
"""The address of a Creative Commons license."""
LICENSE_NAME = re.compile(
    r"""
    \bCC[ -]?
    (BY(?:-(?:NC|ND|SA)){0,2})  # the conditions
    [ -]?(\d\.\d)               # the version
    (?:[ ](DE))?\b              # the German one, ported
    |
    \bCC0\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The name of a Creative Commons license, in the spellings there are."""


def find_license(text: str, sources: PhotoSources) -> tuple[str, str]:
    """Find the license a text names or links.

    Args:
        text: Any text, such as a notice of copyright.
        sources: The known licenses.

    Returns:
        The name of the license and its address; two empty texts for none that is known.

    >>> sources = PhotoSources((), {"CC BY-SA 4.0": "https://c.example"})
    >>> find_license("Lizenz: CC-BY-SA 4.0", sources)
    ('CC BY-SA 4.0', 'https://c.example')
    """
    if link := LICENSE_URL.search(text):
        wanted = link[0].rstrip("/")
        for name, url in sources.licenses.items():
            if wanted in url:
                return name, url
        return "", ""
    match = LICENSE_NAME.search(text)
    if match is None:
        return "", ""
    name = _spell_license(match)
    if name not in sources.licenses:
        return "", ""
    return name, sources.licenses[name]


def _spell_license(match: re.Match[str]) -> str:
    """The name of a license as the list of licenses spells it."""
    if not match[1]:
        return "CC0 1.0"
    name = f"CC {match[1].upper()} {match[2]}"
    if match[3]:
        return f"{name} DE"
    return name
