"""Checks of links in the body: those that lead nowhere, and those that lead with luggage."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from editor.core.base import urls
from editor.core.base.edits import Edit, Span
from editor.core.base.messages import Message, translate
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, replace_fix
from editor.core.issue.issue import Issue

_TEXT = r"(?P<text>(?:[^\[\]\n\\]++|\\.|\[[^\[\]\n]{0,300}+\]){0,60}+)"
_ADDRESS = r"(?:<(?P<angle>[^<>\n]*)>|(?P<url>(?:[^()\s\\<]|\\.|\((?:[^()\s\\]|\\.)*\))*))"
_TITLE = r"(?:\s+(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?"
_INLINE = re.compile(rf"\[(?<![!\\]\[){_TEXT}\]\(\s{{0,9}}{_ADDRESS}{_TITLE}\s{{0,9}}\)")
"""A link, by CommonMark §6.3."""
_BARE = re.compile(r"https?://(?=[\w\[])(?:[^\s<>\"()\[\]]|\([^\s<>\"()]*\)|\[[^\s<>\"\[\]]*\])+")
_INSIDE = re.compile(r"[\w\"'=(<\[/]")
"""What stands before an address that is no bare one."""
_HREF = re.compile(
    r"""<a\s[^<>\n]{0,2000}?href=(?P<quote>["'])(?P<url>(?!data:)[^"'\n]*)(?P=quote)"""
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class FoundLink(NamedTuple):
    """An address in the body: where it stands, where the whole link stands, its words ("" for a bare one), and the
    address a click leads to, without the page's escapes."""

    url: Span
    whole: Span
    text: str
    address: str


@lru_cache(maxsize=8)
def _found(text: str, start: int) -> tuple[FoundLink, ...]:
    blank = prose_mask.mask_markdown(text, start)
    links = []
    for match in _INLINE.finditer(blank):
        group = "angle" if match["angle"] is not None else "url"
        links.append(
            FoundLink(
                Span(*match.span(group)),
                Span(*match.span()),
                match["text"],
                html.unescape(_ESCAPED.sub(r"\1", match[group])),
            )
        )
    for match in _HREF.finditer(blank):
        if not match["url"].isspace():  # that was calendar data
            links.append(
                FoundLink(
                    Span(*match.span("url")), Span(*match.span()), "", html.unescape(match["url"])
                )
            )
    taken = sorted(link.whole for link in links)
    starts = [span.start for span in taken]
    for match in _BARE.finditer(blank):
        before = bisect_right(starts, match.start()) - 1
        if _INSIDE.fullmatch(blank[match.start() - 1 : match.start()]):
            continue
        if before < 0 or not taken[before].start <= match.start() < taken[before].end:
            url = match[0].rstrip(".,;:!?*_")
            span = Span(match.start(), match.start() + len(url))
            links.append(FoundLink(span, span, "", html.unescape(url)))
    return tuple(sorted(links))


def find_links(issue: Issue) -> tuple[FoundLink, ...]:
    """Every address of the body, in the order of the text; those of calendar links and code left out."""
    return _found(issue.text, issue.front.body)


def target(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address that no browser opens."""
    for link in find_links(issue):
        url = link.url.of(issue.text)
        mended = urls.repair_url(url)
        if mended is not None and not _is_swapped(link.text, url):
            message = translate("core", "“{url}” is no address a browser opens.").fill(url=url[:80])
            good = bool(mended) and urls.repair_url(mended) is None
            yield Diagnostic(link.url, message, replace_fix(link.url, mended) if good else None)


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
    """Words and address in each other's place."""
    for match in _SWAPPED.finditer(prose_mask.mask_markdown(issue.text, issue.front.body)):
        if _is_swapped(match["text"], match["url"]):
            if match["text"].startswith("http"):
                address = match["text"]
            else:
                address = f"https://{match['text']}"
            message = translate("core", "Words and address have changed places: “{url}”.").fill(
                url=match["text"][:80]
            )
            new = f"[{match['url'].strip()}]({address})"
            yield Diagnostic(
                Span(*match.span()),
                message,
                replace_fix(Span(*match.span()), new),
                is_safe_fix='"' not in new,
            )


_APART = re.compile(
    r"\[(?<![\]\\!]\[)(?P<text>[^\[\]^\n][^\[\]\n]{0,300})\](?P<gap>[ \t]{1,20})\(https?://[^()\s]+\)"
)
_GAP = re.compile(r"\][ \t]{1,20}\(http")
_OPEN = re.compile(
    r"\[(?<![\]\\!]\[)[^\[\]\n]{1,300}\]\((?P<url>https?://[^()\s]++)(?![ \t]*\n[ \t]*[)\"'(])(?=[ \t.,;:]{0,9}(?:$|[ \t][^\"'()\s]))",
    re.MULTILINE,
)


def unrendered(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Brackets that were meant as a link and are shown as brackets."""
    text = prose_mask.mask_markdown(issue.text, issue.front.body)
    for match in _APART.finditer(text) if _GAP.search(text) else ():
        if (
            re.search(r"[^\W\d_]", match["text"])
            and match["text"] not in "xX"
            and f"\n[{match['text']}]:" not in text
        ):  # a footnote's number, a link by reference
            message = translate("core", "This is no link: between ] and ( no blank may stand.")
            yield Diagnostic(
                Span(*match.span()), message, replace_fix(Span(*match.span("gap")), "")
            )
    for match in _OPEN.finditer(text):
        url = match["url"].rstrip(".,;:")
        at = match.end("url") - (len(match["url"]) - len(url))
        message = translate("core", "This is no link: its closing bracket is missing.")
        yield Diagnostic(
            Span(*match.span()), message, _inserted(at, ")") if urls.has_host(url) else None
        )


def _inserted(at: int, new: str) -> Fix:
    return lambda: [Edit(at, at, new)]


def plain_http(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address that is not encrypted."""
    for link in find_links(issue):
        url = link.url.of(issue.text)
        if url.startswith("http://") and urls.has_host(url):
            yield Diagnostic(
                link.url,
                translate("core", "Not encrypted; most sites also have https."),
                replace_fix(link.url, "https" + url[4:]),
                is_safe_fix=False,
            )


_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|mkt_tok|trk|trkInfo|hsCtaTracking|_hsenc|_hsmi|wt_\w+|pk_\w+|mtm_\w+|guccounter|cmpid|xtor|yclid|twclid|ttclid|ref_src|ref_url"
)
_SESSION_HOSTS = {
    "twitter.com": "s|t",
    "x.com": "s|t",
    "youtube.com": "si",
    "youtu.be": "si",
    "open.spotify.com": "si",
    "instagram.com": "igsh|igshid",
}
_SESSION = re.compile(r"phpsessid|jsessionid|sessionid|session_id", re.IGNORECASE)
_PATH_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)


def tracking(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address that tells where readers come from."""
    for link, url in _with_parameters(issue):
        names = [name for name in urls.parameter_names(url) if _TRACKING.fullmatch(name)]
        if names:
            message = translate("core", "The address counts readers: “{names}” can go.")
            yield _shorter(link, names, urls.remove_parameters(url, names), message)


def session_id(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address with somebody's visit in it."""
    for link, url in _with_parameters(issue):
        host = re.sub(r"^(?:www|m|mobile)\.", "", urls.read_host(url))
        names = [
            name
            for name in urls.parameter_names(url)
            if _SESSION.fullmatch(name) or re.fullmatch(_SESSION_HOSTS.get(host, "$^"), name)
        ]
        new = _PATH_SESSION.sub("", urls.remove_parameters(url, names) if names else url)
        if new != url:
            message = translate("core", "The address holds somebody’s visit: “{names}” can go.")
            yield _shorter(link, names or ["jsessionid"], new, message)


def _with_parameters(issue: Issue) -> Iterator[tuple[FoundLink, str]]:
    for link in find_links(issue):
        url = link.url.of(issue.text)
        if ("?" in url or ";" in url) and urls.has_host(url):
            yield link, url


def _shorter(link: FoundLink, names: list[str], new: str, message: Message) -> Diagnostic:
    return Diagnostic(link.url, message.fill(names=", ".join(names)), replace_fix(link.url, new))


_SHORTENERS = set(
    "bit.ly t.co tinyurl.com goo.gl ow.ly buff.ly is.gd t1p.de lnkd.in kurzelinks.de t.ly shorturl.at cutt.ly rb.gy dlvr.it fb.me".split()
)


def shortener(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address that hides where it leads."""
    for link in find_links(issue):
        url = link.url.of(issue.text)
        if urls.read_host(url) in _SHORTENERS:
            yield Diagnostic(
                link.url,
                translate(
                    "core",
                    "A short address hides where it leads, and may stop working; open it and take the long one.",
                ),
            )


def dead(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An address that did not answer."""
    for link in find_links(issue) if context.dead else ():
        if sentence := context.dead.get(link.address):
            yield Diagnostic(link.url, sentence)


def repeated(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """An address an earlier issue has had, in the prose: news that are none."""
    inside = [entry.span for entry in issue.entries]
    for link in find_links(issue) if context.earlier else ():
        url = link.url.of(issue.text).rstrip("/")
        before = context.earlier.get(url)
        if (
            before
            and link.text
            and urls.has_host(url)
            and len(urlsplit(url).path) > 1
            and not any(span.start <= link.url.start < span.end for span in inside)
        ):
            yield Diagnostic(
                link.url,
                translate("core", "The issue {file} had this link already.").fill(file=before),
            )
