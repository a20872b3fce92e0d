"""Who made a photo, from what people paste: an attribution in any form, or the address of the photo's page.

Which platforms and licences there are is data (resources/data/photos.toml). Nothing is invented: what an address
does not say stays empty, and the licence of a platform where each photo has its own is asked for.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from editor.core import images
from editor.core.images import Attribution


@dataclass(frozen=True, slots=True)
class Platform:
    """A site of photos. ``licence`` is what all of them come under, ``named`` whether it asks to be named."""

    name: str
    address: str
    hosts: tuple[str, ...]
    page: str
    licence: str = ""
    named: bool = True
    person: str = ""
    person_page: str = ""

    def has(self, address: str) -> bool:
        """Whether an address is on this platform."""
        host = (urlsplit(address).hostname or "").removeprefix("www.")
        return any(host == known or host.endswith(f".{known}") for known in self.hosts)


@dataclass(frozen=True, slots=True)
class Sources:
    """The known platforms, and the known licences with their addresses."""

    platforms: tuple[Platform, ...] = ()
    licences: Mapping[str, str] = ()  # type: ignore[assignment]

    def platform(self, parts: Attribution) -> Platform | None:
        """The platform an attribution is from, by its addresses or its name."""
        addresses = [address for address in (parts.photo_url, parts.platform_url, parts.author_url) if address]
        return next(
            (known for known in self.platforms if known.name == parts.platform or any(known.has(address) for address in addresses)),
            None,
        )


def read(text: str) -> Sources:
    """Platforms and licences from TOML."""
    data: dict[str, Any] = tomllib.loads(text)
    platforms = tuple(Platform(**{**row, "hosts": tuple(row["hosts"])}) for row in data["platform"])
    return Sources(platforms, {row["name"]: row["address"] for row in data["licence"]})


_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_ENGLISH = ((r"\bPhoto\b", "Foto"), (r"\bImage\b", "Bild"), (r"\bby\b", "von"), (r"\b(?:on|from|via)\b", "auf"))
_TRACKING = re.compile(r"\?(?:utm_|ref|source|content=|q=|position).*$")


def recognised(text: str, sources: Sources, before: Attribution | None = None) -> Attribution | None:
    """The parts of what somebody has pasted; None where it is neither an attribution nor a photo's address.

    ``before`` is the attribution it takes the place of: the markup stays as it was.
    """
    line = " ".join(text.split()).strip()
    found = _loose(line) or images.read(line) or _translated(line)
    if found:
        return _complete(found, sources)
    address = _TRACKING.sub("", line)
    if not _ADDRESS.fullmatch(address):
        return None
    platform = next((known for known in sources.platforms if known.has(address)), None)
    if platform is None or not re.search(platform.page, urlsplit(address).path):
        return None
    form = before if before and before.photo_on == "noun" and not before.own else Attribution()
    made = Attribution(markup=form.markup, noun=form.noun if form.noun not in images.OWN else "Foto", photo_url=address)
    return _complete(replace(made, platform=platform.name, platform_url=platform.address), sources)


def _translated(line: str) -> Attribution | None:
    """What English platforms offer to copy: "Photo by … on …"."""
    outside = re.split(r"(<a [^<>]*>[^<>]*</a>|\[[^\]]*\]\([^()]*\))", line)
    for pattern, word in _ENGLISH:
        outside = [re.sub(pattern, word, part) if i % 2 == 0 else part for i, part in enumerate(outside)]
    return images.read("".join(outside)) if outside else None


_LOOSE = re.compile(
    r"(?:Foto|Bild|Photo|Image) (?:von|by) (?P<author>[^<>:\[\]]+?)(?: (?:auf|on|via) (?P<platform>[^<>:\[\]]+?))?:? (?P<address>https?://\S+)"
)


def _loose(line: str) -> Attribution | None:
    """What Pexels offers to copy: "Foto von NAME: ADDRESS"."""
    found = _LOOSE.fullmatch(line)
    return Attribution(author=found["author"], platform=found["platform"] or "", photo_url=_TRACKING.sub("", found["address"])) if found else None


def _complete(parts: Attribution, sources: Sources) -> Attribution:
    """The parts with what the platform adds: its name, its address, who took it, a licence that asks to be named."""
    platform = sources.platform(parts)
    if platform is None or parts.own:
        return parts
    plain = {name: _TRACKING.sub("", getattr(parts, name)) for name in ("photo_url", "author_url", "platform_url")}
    parts = replace(parts, **plain)
    if not parts.platform:
        parts = replace(parts, platform=platform.name)
    if not parts.platform_url and parts.photo_on == "noun":
        parts = replace(parts, platform_url=platform.address)
    person = re.search(platform.person, parts.photo_url) if platform.person else None
    if person and not parts.author:
        parts = replace(parts, author=person[1], author_url=platform.person_page.format(person[1]))
    if platform.named and platform.licence and not parts.licence:
        parts = replace(parts, licence=platform.licence, licence_url=sources.licences.get(platform.licence, ""))
    return parts


def finished(parts: Attribution) -> str:
    """The line for the page; where nobody is named yet, with a "?" in the place of the name."""
    return images.write(parts if parts.author or parts.own or parts.noun in images.OWN else replace(parts, author="?"))


# --- what a photo's file says ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """What the metadata of a photo says about where it comes from, in its own words."""

    author: str = ""
    title: str = ""
    rights: str = ""
    terms: str = ""
    licence: str = ""
    credit: str = ""
    page: str = ""


_LICENCE = re.compile(r"creativecommons\.org/(licenses|publicdomain)/([\w-]+)/([\d.]+)(?:/(de)\b(?!\w))?")
_NAMED = re.compile(r"\bCC[ -]?(BY(?:-(?:NC|ND|SA)){0,2})[ -]?(\d\.\d)(?: (DE))?\b|\bCC0\b", re.IGNORECASE)


def licence(text: str, sources: Sources) -> tuple[str, str]:
    """The licence a text names or links, and its address; two empty texts for none that is known.

    >>> licence("Lizenz: CC-BY-SA 4.0", Sources((), {"CC BY-SA 4.0": "https://c.example"}))
    ('CC BY-SA 4.0', 'https://c.example')
    """
    if linked := _LICENCE.search(text):
        wanted = linked[0].rstrip("/")
        return next(((name, address) for name, address in sources.licences.items() if wanted in address), ("", ""))
    if named := _NAMED.search(text):
        name = f"CC {named[1].upper()} {named[2]}" + (" DE" if named[3] else "") if named[1] else "CC0 1.0"
        return (name, sources.licences[name]) if name in sources.licences else ("", "")
    return "", ""


def from_file(said: Said, sources: Sources, before: Attribution | None = None) -> Attribution | None:
    """The parts a photo's own metadata gives; None where it names nobody."""
    author = said.author or _holder(said.rights) or _holder(said.credit)
    if not author:
        return None
    name, address = licence(" ".join((said.licence, said.terms, said.rights, said.page)), sources)
    page = said.page if said.page.startswith(("http://", "https://")) and not _LICENCE.search(said.page) else ""
    form = before if before and before.photo_on == "noun" and before.noun not in images.OWN else Attribution()
    return _complete(Attribution(author=author, photo_url=page, licence=name, licence_url=address, noun=form.noun, markup=form.markup), sources)


def _holder(text: str) -> str:
    """Who a notice of copyright names."""
    words = re.sub(
        r"(?i)\b(?:copyright|all rights reserved|alle rechte vorbehalten)\b|©|\(c\)|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b", " ", text
    )
    words = _NAMED.sub(" ", re.sub(r"https?://\S+", " ", words))
    return " ".join(words.split()).strip(" ,.;:-–")
