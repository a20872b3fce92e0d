"""Web pages read into candidates: the events they tell machines of, and links to calendars."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.importers.candidate import (
    Candidate,
    ImportContext,
    ImportResult,
    is_past,
    report_past,
)
from editor.core.importers.schema_events import read_schema_event
from editor.core.importers.structured_data import find_event_properties

_LONGEST_TITLE = 200
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{3,20})", re.IGNORECASE)
_MOST_ELEMENTS = 200_000
_CALENDAR_LINKS = (
    'a[href*=".ics"], a[type="text/calendar"], link[type="text/calendar"], a[href^="webcal:"]'
)


def decode_page(data: bytes, name: str) -> str:
    """Decode a page, by its byte order mark, by the encoding it names, or as UTF-8.

    Args:
        data: The page.
        name: What to call it in a message.

    Returns:
        Its text.

    Raises:
        InputRejected: If the page is not written in that encoding.
    """
    try:
        return data.decode(_find_encoding(data))
    except (UnicodeError, LookupError):
        message = translate(
            "core", "“{name}” is not written in the encoding it names; nothing was read from it."
        )
        raise InputRejected(message.fill(name=name)) from None


def _find_encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    charset = _CHARSET.search(data[:2000])
    encoding = charset[1].decode() if charset else "utf-8"
    if encoding.lower() in ("utf-8", "utf8"):
        return "utf-8-sig"
    return encoding


def read_title(data: bytes, name: str) -> str:
    """Read the title of a page.

    Args:
        data: The page.
        name: Its address.

    Returns:
        The title, in one line; "" where it has none.

    Raises:
        InputRejected: If it is no text.
    """
    node = LexborHTMLParser(decode_page(data, name)).css_first("title")
    return " ".join(node.text().split())[:_LONGEST_TITLE] if node else ""


_PICTURES = (
    ('meta[property="og:image"]', "content"),
    ('meta[name="twitter:image"]', "content"),
    ('link[rel="image_src"]', "href"),
)
"""Where a page names its picture: the Open Graph protocol first."""


def read_picture(data: bytes, address: str) -> str:
    """Read which picture a page shows of itself elsewhere.

    Args:
        data: The page.
        address: Where it is.

    Returns:
        The address of the picture; "" where it names none.

    Raises:
        InputRejected: If it is no text.
    """
    page = LexborHTMLParser(decode_page(data, address))
    for selector, attribute in _PICTURES:
        node = page.css_first(selector)
        named = ((node.attributes.get(attribute) or "") if node else "").strip()
        if not named:
            continue
        try:
            picture = urljoin(address, named)
        except ValueError:  # as "https://[x"
            continue
        if picture.startswith(("http://", "https://")):
            return picture
    return ""


def extract_page_text(text: str) -> str:
    """Extract the words of a page, line by line.

    Args:
        text: The HTML of the page.

    Returns:
        The text of its body; "" for a page without one.
    """
    page = LexborHTMLParser(text)
    if page.body:
        return page.body.text(deep=True, separator="\n")
    return ""


def read_page(text: str, context: ImportContext, base: str = "") -> ImportResult:
    """Read the events a page tells machines of.

    Args:
        text: The HTML of the page.
        context: The issue they are read for.
        base: The address of the page, from which relative addresses count; "" for none.

    Returns:
        The candidates, and the addresses of calendars the page leads to.

    Raises:
        InputRejected: If there are neither, or the page is too large.
    """
    if text.count("<") > _MOST_ELEMENTS:
        message = translate("core", "The page has more than {most} elements; it was not read.")
        raise InputRejected(message.fill(most=_MOST_ELEMENTS))
    if _is_too_deep(text):
        raise InputRejected(translate("core", "The page is nested too deeply; it was not read."))
    page = LexborHTMLParser(text)
    candidates = _find_candidates(page, context, base)
    linked = tuple(dict.fromkeys(_find_calendars(page, base)))
    if not candidates and not linked:
        raise InputRejected(
            translate("core", "The page tells of no event in a form that programs can read.")
        )
    coming = tuple(candidate for candidate in candidates if not is_past(candidate, context.day))
    return ImportResult(coming, report_past(len(candidates) - len(coming)), linked)


_CONTAINER = re.compile(
    r"<(/?)(?:div|span|section|article|main|ul|ol|table|blockquote|font|b|i|em|strong|dl|details"
    r"|form|fieldset|figure|template|svg|a)\b",
    re.IGNORECASE,
)
_DEEPEST = 1000


def _is_too_deep(text: str) -> bool:
    """Whether elements are nested so deeply that looking for one takes long."""
    depth = 0
    for match in _CONTAINER.finditer(text):
        depth += -1 if match[1] else 1
        if depth > _DEEPEST:
            return True
    return False


def _find_candidates(page: LexborHTMLParser, context: ImportContext, base: str) -> list[Candidate]:
    """The events of the page; of those with the same title and time the last."""
    candidates = {}
    for properties in find_event_properties(page):
        candidate = read_schema_event(properties, context, base)
        if candidate:
            candidates[candidate.data.title, candidate.data.when] = candidate
    return list(candidates.values())


def _find_calendars(page: LexborHTMLParser, base: str) -> Iterator[str]:
    """Addresses of calendars the page leads to."""
    for node in page.css(_CALENDAR_LINKS):
        href = node.attributes.get("href") or ""
        address = urljoin(base, href.replace("webcal:", "https:", 1))
        if address.startswith(("http://", "https://")):
            yield address
