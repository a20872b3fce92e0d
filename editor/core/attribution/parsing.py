"""Who made a photo, from what the user pastes: an attribution, or the address of the photo's page.

Nothing is invented: what an address does not say stays empty, and the license of a platform where
each photo has its own is asked for.
"""

import re
from urllib.parse import urlsplit

from msgspec.structs import replace

from editor.core.attribution.credit_forms import TRACKING, read_credit
from editor.core.attribution.line import (
    Attribution,
    change_attribution,
    read_attribution,
    write_attribution,
)
from editor.core.attribution.photo_sources import PhotoSources, Platform, find_license
from editor.core.base.urls import read_host

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_MAX_LENGTH = 2000


def recognize_credit(
    text: str, sources: PhotoSources, before: Attribution | None = None
) -> Attribution | None:
    """Recognize who made a photo, from what the user has pasted.

    Args:
        text: An attribution in any known form, or the address of a photo's page.
        sources: The known platforms and licenses.
        before: The attribution this one replaces, whose markup is kept; None for a first one.

    Returns:
        The parts of the attribution; None where the text is neither an attribution nor a photo's
        address.
    """
    line = " ".join(text.split())
    if len(line) > _MAX_LENGTH:
        return None
    credit = read_credit(line)
    if credit:
        # again: the page's form may have room for the platform's address
        return _add_platform_facts(finish_credit(credit, sources, before), sources)
    photo = _read_photo_address(line, sources)
    if photo:
        return finish_credit(photo, sources, before)
    return None


def _read_photo_address(line: str, sources: PhotoSources) -> Attribution | None:
    url = TRACKING.sub("", line)
    if not _ADDRESS.fullmatch(url):
        return None
    for platform in sources.platforms:
        if platform.has_url(url):
            break
    else:
        return None
    if not re.search(platform.page, urlsplit(url).path):
        return None
    return Attribution(photo_url=url, platform=platform.name, platform_url=platform.address)


def finish_credit(
    parts: Attribution, sources: PhotoSources, before: Attribution | None
) -> Attribution:
    """Finish an attribution for the page, with what its platform adds and in the page's markup.

    Args:
        parts: What a line, an address or a photo's file says.
        sources: The known platforms and licenses.
        before: The attribution this one replaces, whose markup is kept; None for a first one.

    Returns:
        The attribution, free of whatever could be more than words and addresses.
    """
    return _adopt_form(_clean(_add_platform_facts(parts, sources)), before)


def _clean(parts: Attribution) -> Attribution:
    """The parts free of everything that could be more than words and addresses."""
    words = {
        name: re.sub(r"[<>\[\]\"]", " ", getattr(parts, name))
        for name in ("author", "platform", "license", "note", "own", "noun")
    }
    urls = {
        name: _keep_web_address(getattr(parts, name))
        for name in ("author_url", "platform_url", "photo_url", "license_url")
    }
    return change_attribution(parts, **words, **urls)


def _keep_web_address(url: str) -> str:
    """An address of the web as it is, and "" for any other."""
    if re.match(r"https?://", url, re.IGNORECASE) and read_host(url):
        return url
    return ""


def _adopt_form(parts: Attribution, before: Attribution | None) -> Attribution:
    """The parts in the markup of the attribution they replace, as far as they can have it."""
    if parts.is_own_photo:
        return parts
    if before is not None and before.is_own_photo:
        before = None
    if not parts.photo_url:
        markup = before.markup if before and parts.author_url else "html"
        return replace(parts, photo_on="platform", platform_url="", markup=markup)
    if before is None:
        return parts
    parts = replace(parts, markup=before.markup)
    if before.photo_on == "noun" and parts.photo_on == "platform":
        return replace(parts, photo_on="noun", noun=before.noun)
    is_plain_photo = parts.platform and parts.noun in ("Foto", "Bild")
    if before.photo_on == "platform" and parts.photo_on == "noun" and is_plain_photo:
        return replace(parts, photo_on="platform", platform_url="")
    return parts


def _add_platform_facts(parts: Attribution, sources: PhotoSources) -> Attribution:
    """The parts with what is known of their platform.

    That is its name and its address, who took the photo, and a license that asks to be named.
    """
    platform = sources.find_platform(parts)
    if platform is None or parts.own:
        return parts
    urls = {
        name: TRACKING.sub("", getattr(parts, name))
        for name in ("photo_url", "author_url", "platform_url")
    }
    parts = replace(parts, **urls)
    if not parts.platform:
        parts = replace(parts, platform=platform.name)
    if not parts.platform_url and parts.photo_on == "noun":
        parts = replace(parts, platform_url=platform.address)
    if not parts.author:
        parts = _add_author(parts, platform)
    return _add_license(parts, platform, sources)


def _add_author(parts: Attribution, platform: Platform) -> Attribution:
    """The parts with the author the photo's address names, if it does."""
    if not platform.person:
        return parts
    match = re.search(platform.person, parts.photo_url)
    if match is None:
        return parts
    return replace(parts, author=match[1], author_url=platform.person_page.format(match[1]))


def _add_license(parts: Attribution, platform: Platform, sources: PhotoSources) -> Attribution:
    if parts.license:
        url = parts.license_url or find_license(parts.license, sources)[1]
        return replace(parts, license_url=url)
    if platform.named and platform.license:
        url = sources.licenses.get(platform.license, "")
        return replace(parts, license=platform.license, license_url=url)
    return parts


def complete_line(parts: Attribution) -> str:
    """Write the line for the page, even where its author is not known yet.

    Args:
        parts: The attribution.

    Returns:
        A line that reads back; "?" stands in it for a missing author.
    """
    if not parts.author and not parts.is_own_photo:
        parts = replace(parts, author="?")
    line = write_attribution(parts)
    if read_attribution(line) == parts or not parts.author:
        return line
    readable = replace(
        parts,
        author=parts.author.replace(",", " ·"),
        photo_url=parts.photo_url.replace("(", "%28").replace(")", "%29"),
    )
    return write_attribution(readable)
