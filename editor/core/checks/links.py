"""Checks of links in the body: those that lead nowhere, and those that lead to a worse address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from editor.core.base import urls
from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, replace_fix
from editor.core.issue.issue import Issue

_SHOWN_LENGTH = 80
"""Characters of an address that a message shows."""


def target(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address is not one that a browser opens."""
    for link in find_links(issue):
        url = link.url.of(issue.text)
        repaired = urls.repair_url(url)
        if repaired is None or _is_swapped(link.text, url):
            continue
        fix = None
        if repaired and urls.repair_url(repaired) is None:
            fix = replace_fix(link.url, repaired)
        message = translate("core", "“{url}” is no address a browser opens.")
        yield Diagnostic(link.url, message.fill(url=url[:_SHOWN_LENGTH]), fix)


_SWAPPED = re.compile(
    r"\[(?<![!\\]\[)(?P<text>(?:https?://|www\.)[^\[\]\s]+)\]\((?P<url>[^()\n]{1,200})\)"
)


def _is_swapped(text: str, url: str) -> bool:
    return (
        bool(re.match(r"https?://|www\.", text))
        and not re.match(r"https?:|/|#|mailto:|\.|<", url.strip())
        and "." not in url
    )


def swapped(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The words and the address of a link are in each other's place."""
    for match in _SWAPPED.finditer(prose_mask.mask_markdown(issue.text, issue.front.body)):
        address, words = match["text"], match["url"].strip()
        if not _is_swapped(address, match["url"]):
            continue
        message = translate("core", "Words and address have changed places: “{url}”.").fill(
            url=address[:_SHOWN_LENGTH]
        )
        if not address.startswith("http"):
            address = f"https://{address}"
        new = f"[{words}]({address})"
        span = Span(*match.span())
        yield Diagnostic(span, message, replace_fix(span, new), is_safe_fix='"' not in new)


_SPACED_LINK = re.compile(
    r"""
    \[(?<![\]\\!]\[)                            # no image, no escape, no link by reference
    (?P<text> [^\[\]^\n] [^\[\]\n]{0,300} )     # not a footnote, which begins with ^
    \]
    (?P<gap> [ \t]{1,20} )
    \(https?://[^()\s]+\)
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"\][ \t]{1,20}\(http")
"""What every such link has; most texts have none, and are not looked at any further."""
_UNCLOSED_LINK = re.compile(
    r"""
    \[(?<![\]\\!]\[) [^\[\]\n]{1,300} \]
    \( (?P<url> https?://[^()\s]++ )
    (?! [ \t]*\n[ \t]* [)\"'(] )        # not closed, and no title, on the next line
    (?= [ \t.,;:]{0,9}                  # but the line ends, or goes on with other words
        (?: $ | [ \t][^\"'()\s] )
    )
    """,
    re.MULTILINE | re.VERBOSE,
)


def unrendered(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Brackets were meant as a link, and are shown as brackets."""
    text = prose_mask.mask_markdown(issue.text, issue.front.body)
    if _GAP.search(text):
        yield from _find_spaced_links(text)
    for match in _UNCLOSED_LINK.finditer(text):
        url = match["url"].rstrip(".,;:")
        fix = None
        if urls.has_host(url):
            fix = _insert_fix(match.start("url") + len(url), ")")
        message = translate("core", "This is no link: its closing bracket is missing.")
        yield Diagnostic(Span(*match.span()), message, fix)


def _find_spaced_links(text: str) -> Iterator[Diagnostic]:
    for match in _SPACED_LINK.finditer(text):
        words = match["text"]
        if (
            re.search(r"[^\W\d_]", words)
            and words not in "xX"  # a checkbox
            and f"\n[{words}]:" not in text  # a link by reference
        ):
            message = translate("core", "This is no link: between ] and ( no blank may stand.")
            fix = replace_fix(Span(*match.span("gap")), "")
            yield Diagnostic(Span(*match.span()), message, fix)


def _insert_fix(position: int, new: str) -> Fix:
    return replace_fix(Span(position, position), new)


def plain_http(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address is not encrypted."""
    for link in find_links(issue):
        url = link.url.of(issue.text)
        if url.startswith("http://") and urls.has_host(url):
            yield Diagnostic(
                link.url,
                translate("core", "Not encrypted; most sites also have https."),
                replace_fix(link.url, "https" + url.removeprefix("http")),
                is_safe_fix=False,
            )


_SHORTENERS = frozenset(
    "bit.ly t.co tinyurl.com goo.gl ow.ly buff.ly is.gd t1p.de lnkd.in kurzelinks.de t.ly "
    "shorturl.at cutt.ly rb.gy dlvr.it fb.me".split()
)
"""Hosts of short addresses."""


def shortener(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A short address hides where it leads."""
    for link in find_links(issue):
        if urls.read_host(link.url.of(issue.text)) in _SHORTENERS:
            message = translate(
                "core",
                "A short address hides where it leads, and may stop working; "
                "open it and take the long one.",
            )
            yield Diagnostic(link.url, message)


def dead(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An address did not answer when the user had it checked."""
    if not context.dead_links:
        return
    for link in find_links(issue):
        message = context.dead_links.get(link.address)
        if message:
            yield Diagnostic(link.url, message)


def repeated(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A link in the prose stood in an earlier issue, so it is no news."""
    if not context.earlier_links:
        return
    entry_spans = [entry.span for entry in issue.entries]
    for link in find_links(issue):
        url = link.url.of(issue.text).rstrip("/")
        earlier_file = context.earlier_links.get(url)
        if (
            earlier_file
            and link.text
            and urls.has_host(url)
            and len(urlsplit(url).path) > 1
            and not any(span.start <= link.url.start < span.end for span in entry_spans)
        ):
            message = translate("core", "The issue “{file}” had this link already.")
            yield Diagnostic(link.url, message.fill(file=earlier_file))
