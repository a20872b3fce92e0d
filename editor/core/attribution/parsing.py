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

from editor.core.attribution.line import (
    OWN_PHOTO,
    Attribution,
    change_attribution,
    read_attribution,
    write_attribution,
)
from editor.core.base.urls import read_host


@dataclass(frozen=True, slots=True)
class Platform:
    """A site of photos. ``find_licence`` is what all of them come under, ``named`` whether it asks to be named."""

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
        host = read_host(address)
        return any(host == known or host.endswith(f".{known}") for known in self.hosts)


@dataclass(frozen=True, slots=True)
class PhotoSources:
    """The known platforms, and the known licences with their addresses."""

    platforms: tuple[Platform, ...] = ()
    licences: Mapping[str, str] = ()  # type: ignore[assignment]

    def platform(self, parts: Attribution) -> Platform | None:
        """The platform an attribution is from, by its addresses or its name."""
        addresses = [
            address
            for address in (parts.photo_url, parts.platform_url, parts.author_url)
            if address
        ]
        return next(
            (
                known
                for known in self.platforms
                if known.name == parts.platform or any(known.has(address) for address in addresses)
            ),
            None,
        )


def load_photo_sources(text: str) -> PhotoSources:
    """Platforms and licences from TOML."""
    data: dict[str, Any] = tomllib.loads(text)
    platforms = tuple(Platform(**{**row, "hosts": tuple(row["hosts"])}) for row in data["platform"])
    return PhotoSources(platforms, {row["name"]: row["address"] for row in data["licence"]})


_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_TRACKING = re.compile(r"\?(?:utm_|ref|source|content=|q=|position).*$")


def recognize_credit(
    text: str, sources: PhotoSources, before: Attribution | None = None
) -> Attribution | None:
    """The parts of what somebody has pasted; None where it is neither an attribution nor a photo's address.

    ``before`` is the attribution it takes the place of: the markup stays as it was.
    """
    line = " ".join(text.split()).strip()
    if len(line) > _LONGEST:
        return None
    form = before if before and before.noun not in OWN_PHOTO and not before.own else None
    found = _loose(line) or read_attribution(line) or _elsewhere(line) or _translated(line)
    if found:
        return _complete(_shaped(_complete(found, sources), form), sources)
    address = _TRACKING.sub("", line)
    if not _ADDRESS.fullmatch(address):
        return None
    platform = next((known for known in sources.platforms if known.has(address)), None)
    if platform is None or not re.search(platform.page, urlsplit(address).path):
        return None
    return _shaped(
        _complete(
            Attribution(photo_url=address, platform=platform.name, platform_url=platform.address),
            sources,
        ),
        form,
    )


_LONGEST = 2000


def _shaped(parts: Attribution, form: Attribution | None) -> Attribution:
    """The parts in the markup the page had, free of everything that could be more than words and addresses."""
    words = {
        name: re.sub(r"[<>\[\]\"]", " ", getattr(parts, name))
        for name in ("author", "platform", "licence", "note", "own", "noun")
    }
    addresses = {
        name: _web(getattr(parts, name))
        for name in ("author_url", "platform_url", "photo_url", "licence_url")
    }
    parts = change_attribution(parts, **words, **addresses)
    if parts.own or parts.noun in OWN_PHOTO:
        return parts
    if not parts.photo_url:
        return replace(
            parts,
            photo_on="platform",
            platform_url="",
            markup=form.markup if form and parts.author_url else "html",
        )
    if form is None:
        return parts
    parts = replace(parts, markup=form.markup)
    if (
        form.photo_on == "platform"
        and parts.photo_on == "noun"
        and parts.platform
        and parts.noun in ("Foto", "Bild")
    ):
        parts = replace(parts, photo_on="platform", platform_url="")
    elif form.photo_on == "noun" and parts.photo_on == "platform" and parts.photo_url:
        parts = replace(parts, photo_on="noun", noun=form.noun)
    return parts


def _web(address: str) -> str:
    """An address of the web, or none."""
    if re.match(r"https?://", address, re.IGNORECASE) and read_host(address):
        return address
    return ""


_LINKED = re.compile(r"(<a [^<>]*>[^<>]*</a>|\[[^\]]*\]\([^()]*\))")
_BARE_ENGLISH = re.compile(
    r"(?P<noun>Photo|Image) by (?P<author>.+) (?:on|from|via) (?P<platform>[\w ]+)"
)


def _translated(line: str) -> Attribution | None:
    """What English platforms offer to copy: "Photo by … on …"; names keep their letters."""
    if (bare := _BARE_ENGLISH.fullmatch(line)) and not _LINKED.search(line):
        return Attribution(
            author=bare["author"],
            platform=bare["platform"],
            noun="Foto" if bare["noun"] == "Photo" else "Bild",
        )
    parts = _LINKED.split(line)
    for number in range(0, len(parts), 2):
        if number == 0:
            words = re.sub(r"^(?:Photo|Foto)(?= )", "Foto", parts[number])
        else:
            words = parts[number]
        words = re.sub(r"^Image(?= )", "Bild", words) if number == 0 else words
        words = re.sub(
            r"(?<= )by(?= $)|^ by(?= )", lambda found: found[0].replace("by", "von"), words
        )
        parts[number] = re.sub(r"^ (?:on|from|via)(?= )", " auf", words)
    return read_attribution("".join(parts))


_NAME = r"(?P<author>[^<>\[\],/|]{2,80}?)"
_FORMS = (
    # Wikimedia Commons: Jane Doe, CC BY-SA 4.0 <https://…>, via Wikimedia Commons
    re.compile(
        rf"{_NAME},? (?P<licence>(?:CC|Public)[\w .-]*?),?(?: <(?P<licence_url>https?://[^<>\s]+)>)?, via (?P<platform>[\w ]+)"
    ),
    # agencies and newspapers: Foto: Jane Doe / Platform, CC BY 4.0
    re.compile(
        rf"(?:Foto|Bild|Photo|Image|Credit)s?: {_NAME}(?: ?[/|] ?(?P<platform>[\w .]+?))?(?:, (?P<licence>CC[\w .-]+))?"
    ),
    # Creative Commons and Openverse: "Title" by Jane Doe is licensed under CC BY 2.0.
    re.compile(
        rf'(?:"[^"]*"|“[^”]*”|„[^“]*“) by {_NAME} is licensed under (?P<licence>CC[\w .-]+?)\.?(?: To view.*)?'
    ),
    # Unsplash, as text: Photo by Jane Doe (https://unsplash.com/@jd) on Unsplash
    re.compile(
        rf"(?:Photo|Image|Foto|Bild) (?:by|von) {_NAME} \((?P<author_url>https?://[^()\s]+)\) (?:on|auf) (?P<platform>[\w ]+)"
    ),
    # © Stadt Leipzig 2025
    re.compile(rf"(?:©|\(c\)|Copyright) ?(?:\d{{4}} )?{_NAME}(?:,? \d{{4}})?", re.IGNORECASE),
)
_ANCHORS = re.compile(r'<a [^<>]*href="(?P<url>https?://[^"]*)"[^<>]*>(?P<words>[^<>]*)</a>')


def _elsewhere(line: str) -> Attribution | None:
    """The forms other sites offer to copy."""
    urls = {found["words"]: found["url"] for found in _ANCHORS.finditer(line)}
    plain = _ANCHORS.sub(lambda found: found["words"], line)
    for form in _FORMS:
        if match := form.fullmatch(plain):
            parts = {name: (value or "").strip() for name, value in match.groupdict().items()}
            author = parts["author"]
            return Attribution(
                **{**parts, "author_url": parts.get("author_url") or urls.get(author, "")}
            )
    return None


_LOOSE = re.compile(
    r"(?:Foto|Bild|Photo|Image) (?:von|by) (?P<author>[^<>:\[\]]+?)(?: (?:auf|on|via) (?P<platform>[^<>:\[\]]+?))?:? (?P<address>https?://\S+)"
)


def _loose(line: str) -> Attribution | None:
    """What Pexels offers to copy: "Foto von NAME: ADDRESS"."""
    found = _LOOSE.fullmatch(line)
    if found:
        return Attribution(
            author=found["author"],
            platform=found["platform"] or "",
            photo_url=_TRACKING.sub("", found["address"]),
        )
    return None


def _complete(parts: Attribution, sources: PhotoSources) -> Attribution:
    """The parts with what the platform adds: its name, its address, who took it, a licence that asks to be named."""
    platform = sources.platform(parts)
    if platform is None or parts.own:
        return parts
    plain = {
        name: _TRACKING.sub("", getattr(parts, name))
        for name in ("photo_url", "author_url", "platform_url")
    }
    parts = replace(parts, **plain)
    if not parts.platform:
        parts = replace(parts, platform=platform.name)
    if not parts.platform_url and parts.photo_on == "noun":
        parts = replace(parts, platform_url=platform.address)
    person = re.search(platform.person, parts.photo_url) if platform.person else None
    if person and not parts.author:
        parts = replace(parts, author=person[1], author_url=platform.person_page.format(person[1]))
    if parts.licence and not parts.licence_url:
        parts = replace(parts, licence_url=find_licence(parts.licence, sources)[1])
    if platform.named and platform.licence and not parts.licence:
        parts = replace(
            parts, licence=platform.licence, licence_url=sources.licences.get(platform.licence, "")
        )
    return parts


def complete_line(parts: Attribution) -> str:
    """The line for the page; where nobody is named yet, with a "?" in the place of the name."""
    if parts.author or parts.own or parts.noun in OWN_PHOTO:
        named = parts
    else:
        named = replace(parts, author="?")
    line = write_attribution(named)
    if read_attribution(line) == named or not named.author:
        return line
    return write_attribution(
        replace(
            named,
            author=named.author.replace(",", " ·"),
            photo_url=named.photo_url.replace("(", "%28").replace(")", "%29"),
        )
    )


# --- what a photo's file says ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PhotoMetadata:
    """What the metadata of a photo says about where it comes from, in its own words."""

    author: str = ""
    title: str = ""
    rights: str = ""
    terms: str = ""
    licence: str = ""
    credit: str = ""
    page: str = ""


_LICENCE = re.compile(
    r"creativecommons\.org/(licenses|publicdomain)/([\w-]+)/([\d.]+)(?:/(de)\b(?!\w))?"
)
_NAMED = re.compile(
    r"\bCC[ -]?(BY(?:-(?:NC|ND|SA)){0,2})[ -]?(\d\.\d)(?: (DE))?\b|\bCC0\b", re.IGNORECASE
)


def find_licence(text: str, sources: PhotoSources) -> tuple[str, str]:
    """The licence a text names or links, and its address; two empty texts for none that is known.

    >>> find_licence("Lizenz: CC-BY-SA 4.0", PhotoSources((), {"CC BY-SA 4.0": "https://c.example"}))
    ('CC BY-SA 4.0', 'https://c.example')
    """
    if linked := _LICENCE.search(text):
        wanted = linked[0].rstrip("/")
        return next(
            ((name, address) for name, address in sources.licences.items() if wanted in address),
            ("", ""),
        )
    if named := _NAMED.search(text):
        if named[1]:
            name = f"CC {named[1].upper()} {named[2]}" + (" DE" if named[3] else "")
        else:
            name = "CC0 1.0"
        if name in sources.licences:
            return (name, sources.licences[name])
        return ("", "")
    return "", ""


def credit_from_metadata(
    said: PhotoMetadata, sources: PhotoSources, before: Attribution | None = None
) -> Attribution | None:
    """The parts a photo's own metadata gives; None where it names nobody."""
    author = said.author or _holder(said.rights) or _holder(said.credit)
    if not author:
        return None
    name, address = find_licence(
        " ".join((said.licence, said.terms, said.rights, said.page)), sources
    )
    if said.page.startswith(("http://", "https://")) and not _LICENCE.search(said.page):
        page = said.page
    else:
        page = ""
    form = before if before and before.noun not in OWN_PHOTO and not before.own else None
    return _shaped(
        _complete(
            Attribution(
                author=author.replace(",", " ·"), photo_url=page, licence=name, licence_url=address
            ),
            sources,
        ),
        form,
    )


def _holder(text: str) -> str:
    """Who a notice of copyright names."""
    words = re.sub(
        r"(?i)\b(?:copyright|all rights reserved|alle rechte vorbehalten)\b|©|\(c\)|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b",
        " ",
        text,
    )
    words = _NAMED.sub(" ", re.sub(r"https?://\S+", " ", words))
    return " ".join(words.split()).strip(" ,.;:-–")
