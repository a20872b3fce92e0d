"""Checks of links in the body: those that lead nowhere, and those that lead with luggage."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from editor.core.checks.problem import Context, Fix, Found, replaced
from editor.core.issue import Issue
from editor.core.text import Edit, Span, translate

_INLINE = re.compile(r"(?<!!)\[(?P<text>(?:[^\[\]\n\\]|\\.|\[[^\[\]\n]*\])*)\]\((?P<url>(?:[^()\n]|\([^()\n]*\))*)\)")
_BARE = re.compile(r"(?<![\w\"'=(<\[/])https?://(?:[^\s<>\"()\]]|\([^\s<>\"()]*\))+")
_HREF = re.compile(r"""<a\s[^<>\n]*?href=(?P<quote>["'])(?P<url>(?!data:)[^"'\n]*)(?P=quote)""")
_IGNORED = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`|<!--.*?(?:-->|\Z)|data:[\w/+-]+[;,][^\s\"')>]*", re.DOTALL)


class Link(NamedTuple):
    """An address in the body: where it stands, where the whole link stands, and its words ("" for a bare one)."""

    url: Span
    whole: Span
    text: str


@lru_cache(maxsize=8)
def _found(text: str, start: int) -> tuple[Link, ...]:
    blank = _IGNORED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text[start:])
    links = []
    for match in _INLINE.finditer(blank):
        links.append(Link(Span(match.start("url"), match.end("url")), Span(*match.span()), match["text"]))
    for match in _HREF.finditer(blank):
        links.append(Link(Span(match.start("url"), match.end("url")), Span(*match.span()), ""))
    taken = sorted(link.whole for link in links)
    starts = [span.start for span in taken]
    for match in _BARE.finditer(blank):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or not taken[before].start <= match.start() < taken[before].end:
            url = match[0].rstrip(".,;:!?*_")
            links.append(Link(Span(match.start(), match.start() + len(url)), Span(match.start(), match.start() + len(url)), ""))
    return tuple(Link(link.url.moved(start), link.whole.moved(start), link.text) for link in sorted(links))


def links(issue: Issue) -> tuple[Link, ...]:
    """Every address of the body, in the order of the text; those of calendar links and code left out."""
    return _found(issue.text, issue.front.body)


_HOST = re.compile(
    r"(?:[\w-]+\.)+(?:de|org|com|net|eu|info|io|at|ch|fm|berlin|social|app|dev|cc|me|tv|gov|edu|uk|fr|nl)(?:[/?#:].*)?$", re.IGNORECASE
)
_TWICE = re.compile(r"(?:https?:/{0,2}){2,}(?=\w)")
_CLIPPED = re.compile(r"(?:h?t?tps?|htps?|htpps?|hhtps?|htttps?|hppts?)://")
_SCHEME = re.compile(r"(https?):/(?=[^/])|(https?)//")


def target(issue: Issue, _: Context) -> Iterator[Found]:
    """An address that no browser opens."""
    for link in links(issue):
        url = link.url.of(issue.text)
        mended = mend(url)
        if mended is not None and not _swapped(link, issue):
            message = translate("core", "“{url}” is no address a browser opens.").fill(url=url[:80])
            yield Found(link.url, message, replaced(link.url, mended) if mended else None)


@lru_cache(maxsize=4000)
def mend(url: str) -> str | None:
    """What an address should be: None where nothing is wrong with it, "" where nobody knows.

    >>> mend("ttps://a.example"), mend("https://https://a.example"), mend("okfn.de"), mend("https://a.example")
    ('https://a.example', 'https://a.example', 'https://okfn.de', None)
    """
    bare = url.strip().strip("<>").split(' "')[0].strip()  # blanks around an address are allowed (CommonMark §6.3)
    if not bare:
        return ""
    if bare.startswith(("#", "/", "./", "../", "mailto:", "tel:", "{{", "geo:", "matrix:", "xmpp:", "?")) or bare.endswith((".md", ".md#")):
        return None
    if twice := _TWICE.match(bare):
        rest = bare[twice.end() :]
        return ("https://" if "https" in twice[0] else "http://") + rest
    if bare.startswith("(http"):
        return bare[1:].removesuffix(")") if bare.count(")") > bare.count("(") - 1 else bare[1:]
    if clipped := _CLIPPED.match(bare):
        if clipped[0] in ("http://", "https://"):
            return None if urlsplit_ok(bare) else ""
        return ("https://" if "s:" in clipped[0] else "http://") + bare[clipped.end() :]
    if scheme := _SCHEME.match(bare):
        return f"{scheme[1] or scheme[2]}://{bare[scheme.end() :]}"
    if _HOST.match(bare):
        return f"https://{bare}"
    return "" if re.match(r"^[^\s:/]+$", bare) and "." not in bare else None


@lru_cache(maxsize=4000)
def urlsplit_ok(url: str) -> bool:
    """Whether an address has a host a browser accepts."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return bool(host) and " " not in host and ("." in host or host == "localhost")


def _swapped(link: Link, issue: Issue) -> bool:
    url = link.url.of(issue.text).strip()
    return link.text.startswith(("http://", "https://", "www.")) and not re.match(r"https?:|/|#|mailto:|\.", url) and "." not in url


def swapped(issue: Issue, _: Context) -> Iterator[Found]:
    """Words and address in each other's place."""
    for link in links(issue):
        if _swapped(link, issue):
            words = link.url.of(issue.text)
            message = translate("core", "Words and address have changed places: “{url}”.").fill(url=link.text[:80])
            yield Found(link.whole, message, replaced(link.whole, f"[{words}]({link.text})"))


_APART = re.compile(r"\[[^\[\]\n]+\](?P<gap>[ \t]+)\(https?://[^()\s]+\)")
_OPEN = re.compile(r"\[[^\[\]\n]+\]\((?P<url>https?://[^()\s]+)(?=[ \t.,;:]*(?:$|[ \t]\w))", re.MULTILINE)


def unrendered(issue: Issue, _: Context) -> Iterator[Found]:
    """Brackets that were meant as a link and are shown as brackets."""
    text = _IGNORED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), issue.text)
    for match in _APART.finditer(text, issue.front.body):
        gap = Span(*match.span("gap"))
        message = translate("core", "This is no link: between ] and ( no blank may stand.")
        yield Found(Span(*match.span()), message, replaced(gap, ""))
    for match in _OPEN.finditer(text, issue.front.body):
        end = match.end("url")
        url = match["url"].rstrip(".,;:")
        at = end - (len(match["url"]) - len(url))
        message = translate("core", "This is no link: its closing bracket is missing.")
        yield Found(Span(*match.span()), message, _inserted(at, ")"))


def _inserted(at: int, new: str) -> Fix:
    return lambda: [Edit(at, at, new)]


def plain_http(issue: Issue, _: Context) -> Iterator[Found]:
    """An address that is not encrypted."""
    for link in links(issue):
        url = link.url.of(issue.text)
        if url.startswith("http://") and urlsplit_ok(url):
            yield Found(link.url, translate("core", "Not encrypted; most sites also have https."), replaced(link.url, "https" + url[4:]))


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
_SESSION = re.compile(r"phpsessid|jsessionid|sessionid|session_id|sid", re.IGNORECASE)
_PATH_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)


def tracking(issue: Issue, _: Context) -> Iterator[Found]:
    """An address that tells where readers come from."""
    yield from _stripped(issue, lambda url, name: bool(_TRACKING.fullmatch(name)), translate("core", "The address counts readers: “{names}” can go."))


def session(issue: Issue, _: Context) -> Iterator[Found]:
    """An address with somebody's visit in it."""
    yield from _stripped(issue, _is_session, translate("core", "The address holds somebody’s visit: “{names}” can go."))


def _is_session(url: str, name: str) -> bool:
    host = (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    return bool(_SESSION.fullmatch(name)) or bool(re.fullmatch(_SESSION_HOSTS.get(host, "$^"), name))


def _stripped(issue: Issue, unwanted: "object", message: "object") -> Iterator[Found]:
    for link in links(issue):
        url = link.url.of(issue.text)
        if ("?" not in url and ";" not in url) or not urlsplit_ok(url):
            continue
        names = [name for name, _ in _parameters(url) if unwanted(url, name)]  # type: ignore[operator]
        path = _PATH_SESSION.search(url) if unwanted is _is_session else None
        if names or path:
            new = without(url, names) if names else url
            new = _PATH_SESSION.sub("", new) if path else new
            said = ", ".join([*names, *(["jsessionid"] if path else [])])
            yield Found(link.url, message.fill(names=said), replaced(link.url, new))  # type: ignore[attr-defined]


def _parameters(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


def without(url: str, names: list[str]) -> str:
    """An address without some parameters; the others keep their letters.

    >>> without("https://a.example/x?b=1&utm_source=y#c", ["utm_source"])
    'https://a.example/x?b=1#c'
    """
    parts = urlsplit(url)
    kept = [part for part in parts.query.split("&") if (parse_qsl(part, keep_blank_values=True) or [("", "")])[0][0] not in names]
    return urlunsplit(parts._replace(query="&".join(kept)))


_SHORTENERS = set(
    "bit.ly t.co tinyurl.com goo.gl ow.ly buff.ly is.gd t1p.de lnkd.in kurzelinks.de t.ly shorturl.at cutt.ly rb.gy dlvr.it fb.me".split()
)


def shortener(issue: Issue, _: Context) -> Iterator[Found]:
    """An address that hides where it leads."""
    for link in links(issue):
        url = link.url.of(issue.text)
        if (urlsplit(url).hostname or "" if urlsplit_ok(url) else "").removeprefix("www.") in _SHORTENERS:
            yield Found(link.url, translate("core", "A short address hides where it leads, and may stop working; open it and take the long one."))


def dead(issue: Issue, context: Context) -> Iterator[Found]:
    """An address that did not answer."""
    for link in links(issue) if context.dead else ():
        if sentence := context.dead.get(link.url.of(issue.text)):
            yield Found(link.url, sentence)


def repeated(issue: Issue, context: Context) -> Iterator[Found]:
    """An address an earlier issue has had, in the prose: news that are none."""
    inside = [entry.span for entry in issue.entries]
    for link in links(issue) if context.earlier else ():
        url = link.url.of(issue.text).rstrip("/")
        before = context.earlier.get(url)
        if (
            before
            and link.text
            and urlsplit_ok(url)
            and len(urlsplit(url).path) > 1
            and not any(span.start <= link.url.start < span.end for span in inside)
        ):
            yield Found(link.url, translate("core", "The issue {file} had this link already.").fill(file=before))
