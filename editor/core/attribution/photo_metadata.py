"""Who made a photo, from what its file says about itself."""

import re

from msgspec import Struct

from editor.core.attribution.line import Attribution
from editor.core.attribution.parsing import finish_credit
from editor.core.attribution.photo_sources import (
    LICENSE_NAME,
    LICENSE_URL,
    PhotoSources,
    find_license,
)


class PhotoMetadata(Struct, frozen=True):
    """What the metadata of a photo says about where it comes from, in its own words.

    Attributes:
        author: Who took it.
        title: What it shows.
        rights: The notice of copyright.
        terms: The terms of use.
        license: The license, by name or address.
        credit: Who is to be named.
        page: A page about the photo or its rights.
    """

    author: str = ""
    title: str = ""
    rights: str = ""
    terms: str = ""
    license: str = ""
    credit: str = ""
    page: str = ""


def credit_from_metadata(
    metadata: PhotoMetadata, sources: PhotoSources, before: Attribution | None = None
) -> Attribution | None:
    """Read an attribution from the metadata of a photo.

    Args:
        metadata: What the file says.
        sources: The known platforms and licenses.
        before: The attribution this one replaces, whose markup is kept; None for a first one.

    Returns:
        The parts of the attribution; None where the metadata names no author.
    """
    author = metadata.author or _find_holder(metadata.rights) or _find_holder(metadata.credit)
    if not author:
        return None
    texts = (metadata.license, metadata.terms, metadata.rights, metadata.page)
    name, url = find_license(" ".join(texts), sources)
    parts = Attribution(
        author=author.replace(",", " ·"),
        photo_url=_find_photo_page(metadata),
        license=name,
        license_url=url,
    )
    return finish_credit(parts, sources, before)


def _find_photo_page(metadata: PhotoMetadata) -> str:
    """The photo's page; "" where the page of the metadata is the text of a license."""
    page = metadata.page
    if page.startswith(("http://", "https://")) and not LICENSE_URL.search(page):
        return page
    return ""


_NOTICE = re.compile(
    r"""
    \b(?:copyright|all\ rights\ reserved|alle\ rechte\ vorbehalten)\b
    | ©
    | \(c\)
    | \b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b     # a year, or years from to
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _find_holder(text: str) -> str:
    """Whom a notice of copyright names."""
    words = re.sub(r"https?://\S+", " ", _NOTICE.sub(" ", text))
    words = LICENSE_NAME.sub(" ", words)
    return " ".join(words.split()).strip(" ,.;:-–")
