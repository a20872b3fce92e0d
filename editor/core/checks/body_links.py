"""The links in the body of an issue: of Markdown, of HTML, and addresses in the text."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from editor.core.base.edits import Span
from editor.core.checks import prose_mask
from editor.core.issue.issue import Issue

_TEXT = r"""
    (?P<text>
        (?: [^\[\]\n\\]++           # neither brackets nor a line end
          | \\.                     # an escaped character
          | \[[^\[\]\n]{0,300}+\]   # brackets inside brackets
        ){0,60}
    )
"""
_ADDRESS = r"""
    (?: <(?P<angle>[^<>\n]*)>                   # in angle brackets, with spaces
      | (?P<url>
            (?: [^()\s\\<]
              | \\.
              | \((?:[^()\s\\]|\\.)*\)          # parentheses in pairs
            )*
        )
    )
"""
_TITLE = r"""
    (?: \s+ (?: \"[^\"]{0,500}\" | '[^']{0,500}' | \([^()]{0,500}\) ) )?
"""
_MARKDOWN_LINK = re.compile(
    rf"""
    \[(?<![!\\]\[)              # neither an image nor an escaped bracket
    {_TEXT}
    \]\(
    \s{{0,9}} {_ADDRESS} {_TITLE} \s{{0,9}}
    \)
    """,
    re.VERBOSE,
)
"""CommonMark §6.3."""
_HTML_LINK = re.compile(
    r"""<a\s[^<>\n]{0,2000}?href=(?P<quote>["'])(?P<url>(?!data:)[^"'\n]*)(?P=quote)"""
)
_BARE_ADDRESS = re.compile(
    r"""
    https?:// (?=[\w\[])
    (?: [^\s<>\"()\[\]]
      | \([^\s<>\"()]*\)            # parentheses in pairs
      | \[[^\s<>\"\[\]]*\]          # brackets in pairs, as around an IPv6 address
    )+
    """,
    re.VERBOSE,
)
_AUTOLINK = re.compile(r"<(?P<url>https?://[^\s<>]+)>")
"""CommonMark §6.5."""
_BEFORE_OTHER_ADDRESS = re.compile(r"[\w\"'=(<\[/]")
"""The character before an address that belongs to something else."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class BodyLink(NamedTuple):
    """An address in the body.

    Attributes:
        url: Where the address stands.
        whole: Where the whole link stands.
        text: The words of a Markdown link; "" for other links.
        address: What a click opens: the address without the escapes of Markdown and HTML.
    """

    url: Span
    whole: Span
    text: str
    address: str


def find_links(issue: Issue) -> tuple[BodyLink, ...]:
    """Find every address in the body, apart from those in calendar links and code.

    Args:
        issue: The issue.

    Returns:
        The links in the order of the text.
    """
    return _find_links(issue.text, issue.front.body)


@lru_cache(maxsize=8)
def _find_links(text: str, start: int) -> tuple[BodyLink, ...]:
    masked = prose_mask.mask_markdown(text, start)
    links = [*_find_markdown_links(masked), *_find_html_links(masked)]
    taken = sorted(link.whole for link in links)
    links += _find_autolinks(masked, taken)
    links += _find_bare_addresses(masked, taken)
    return tuple(sorted(links))


def _find_markdown_links(masked: str) -> Iterator[BodyLink]:
    for match in _MARKDOWN_LINK.finditer(masked):
        group = "url"
        if match["angle"] is not None:
            group = "angle"
        address = _unescape(_ESCAPED.sub(r"\1", match[group]))
        yield BodyLink(Span(*match.span(group)), Span(*match.span()), match["text"], address)


def _find_html_links(masked: str) -> Iterator[BodyLink]:
    for match in _HTML_LINK.finditer(masked):
        if not match["url"].isspace():  # the mask has blanked out calendar data
            address = _unescape(match["url"])
            yield BodyLink(Span(*match.span("url")), Span(*match.span()), "", address)


def _find_autolinks(masked: str, taken: list[Span]) -> Iterator[BodyLink]:
    for match in _AUTOLINK.finditer(masked):
        if not _is_inside(match.start(), taken):
            address = _unescape(match["url"])
            yield BodyLink(Span(*match.span("url")), Span(*match.span()), "", address)


def _find_bare_addresses(masked: str, taken: list[Span]) -> Iterator[BodyLink]:
    for match in _BARE_ADDRESS.finditer(masked):
        start = match.start()
        if _BEFORE_OTHER_ADDRESS.fullmatch(masked[start - 1 : start]):
            continue
        if not _is_inside(start, taken):
            url = match[0].rstrip(".,;:!?*_")
            span = Span(start, start + len(url))
            yield BodyLink(span, span, "", _unescape(url))


def _unescape(address: str) -> str:
    """Entities end with a semicolon (CommonMark §6.2): "&section=2" is none."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), address)


def _is_inside(position: int, spans: list[Span]) -> bool:
    """Tell whether a position is in one of some spans, which are sorted."""
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    return index >= 0 and position < spans[index].end
