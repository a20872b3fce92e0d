"""Which page an address leads to: past redirects, without what counts readers.

Nothing is asked for: short addresses (t.co, bit.ly) stay what they are.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, parse_qsl, quote, unquote, urlencode, urlsplit

from editor.core.base.addresses import to_ascii_address
from editor.core.base.urls import has_host, parameter_names, read_host, remove_parameters

_TRACKING = re.compile(
    r"""
    utm_\w+                                 # Google Analytics
    | gclid | dclid                         # Google Ads
    | fbclid | msclkid | yclid | twclid | ttclid    # Facebook, Bing, Yandex, Twitter, TikTok
    | mc_cid | mc_eid                       # Mailchimp
    | mkt_tok                               # Marketo
    | trk | trkInfo                         # LinkedIn
    | hsCtaTracking | _hsenc | _hsmi        # HubSpot
    | wt_\w+                                # Webtrekk
    | (?:pk|mtm)_(?:campaign|kwd|keyword|source|medium|content|cid|group|placement)  # Matomo
    | guccounter                            # Yahoo
    | cmpid | xtor                          # Adobe, AT Internet
    | ref_src | ref_url                     # Twitter
    """,
    re.VERBOSE,
)
"""The names of parameters by which a site learns where its readers come from."""
_SESSION = re.compile(r"phpsessid|jsessionid|sessionid|session_id", re.IGNORECASE)
PATH_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
"""The session of a visit in the path of an address."""
_SHARE_PARAMETERS = {
    "twitter.com": ("s", "t"),
    "x.com": ("s", "t"),
    "youtube.com": ("si",),
    "youtu.be": ("si",),
    "open.spotify.com": ("si",),
    "instagram.com": ("igsh", "igshid"),
}
"""By host: the parameters that tell who shared the address."""
_WRAPPERS = {
    "safelinks.protection.outlook.com": ("url",),
    "google.com": ("q", "url"),
    "google.de": ("q", "url"),
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "l.instagram.com": ("u",),
    "out.reddit.com": ("url",),
    "slack-redir.net": ("url",),
    "t.umblr.com": ("z",),
    "youtube.com": ("q",),
    "href.li": ("",),
    "anon.to": ("",),
}
"""By host: the parameter with the address to which it only leads on; "" is the whole query."""
_WRAPPER_PATHS = re.compile(r"/?(?:url|l\.php|redirect|link)?/?")
_HOST_VARIANT = re.compile(r"(?:www\d?|m|mobile|amp|amp-[a-z]+|old)\.(?=[^.]+\.)")
_AMP_CACHE = re.compile(r"/(?:amp/|[cvi]/)(?P<secure>s/)?(?P<rest>.+)")
_AMP_PATH = re.compile(r"(?P<page>/.*/.+|/.*[-\d].*)(?:/amp(?:\.html?)?|\.amp(?:\.html?)?)")
"""Only behind what looks like an article: /amp may be a page of its own."""
_AMP_PARAMETERS = {"amp": ("", "1", "true"), "outputtype": ("amp",), "output_type": ("amp",)}
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_STATE = re.compile(r"!|(?!:~:).*[/=]")
"""A fragment that is more than a place in the page: a route or a state, as maps have."""
_VIDEO = re.compile(r"/(?:embed|shorts|live|v)/(?!videoseries|live_stream)([\w-]{6,20})")
_SLASH = re.compile("%2F", re.IGNORECASE)
_SHORTEST_PATH = 2


def tracking_parameters(url: str) -> list[str]:
    """List the parameters by which a site learns where its readers come from.

    Args:
        url: The address.

    Returns:
        Their names, as they stand.
    """
    return [name for name in parameter_names(url) if _TRACKING.fullmatch(name)]


def sharing_parameters(url: str) -> list[str]:
    """List the parameters that hold the session of a visit, or tell who shared an address.

    Args:
        url: The address.

    Returns:
        Their names, as they stand.
    """
    shared = _SHARE_PARAMETERS.get(_bare_host(read_host(url)), ())
    return [name for name in parameter_names(url) if _SESSION.fullmatch(name) or name in shared]


def unwrap_address(address: str) -> str:
    """Lead an address past pages that only lead on, as mail programs and networks put before it.

    >>> unwrap_address("https://www.google.com/url?q=https://a.example/x&sa=D")
    'https://a.example/x'

    Args:
        address: The address.

    Returns:
        Where it leads; the address itself where that is not known.
    """
    for _ in range(3):  # wrapped in one another
        target = _unwrap_once(address)
        if not target:
            break
        address = target
    return address


def _unwrap_once(address: str) -> str:
    try:
        parts = urlsplit(address)
        host = _bare_host(parts.hostname or "")
    except ValueError:
        return ""
    names = _WRAPPERS.get(host) or _WRAPPERS.get(host.partition(".")[2], ())
    if not names or not _WRAPPER_PATHS.fullmatch(parts.path):
        return ""
    for name in names:
        found = [unquote(parts.query)] if not name else parse_qs(parts.query).get(name, [])
        if found and found[0].startswith(("http://", "https://")):
            return found[0]
    return ""


def clean_address(address: str) -> str:
    """Lead an address past redirecting wrappers, and without parameters that track readers.

    >>> clean_address("https://www.google.com/url?q=https://a.example/x&sa=D")
    'https://a.example/x'
    >>> clean_address("https://a.example/?utm_source=x&id=3")
    'https://a.example/?id=3'

    Args:
        address: The address of a link.

    Returns:
        Where it really leads; the address itself where that is not known.
    """
    address = unwrap_address(address.strip())
    try:
        return remove_parameters(address, tracking_parameters(address))
    except ValueError:
        return address


@lru_cache(maxsize=8000)
def page_key(address: str) -> str:
    """Make what the addresses of a page have in common, to compare by.

    http and https, "www." and "m.", AMP pages, redirects, tracking parameters, the order of
    parameters, the end of the path and the place within the page make no difference.

    >>> page_key("http://www.a.example/x/?utm_source=y&b=1#c")
    'a.example/x?b=1'
    >>> page_key("https://youtu.be/abcdefgh") == page_key("https://m.youtube.com/watch?v=abcdefgh")
    True

    Args:
        address: An address of the web.

    Returns:
        The key; for what is no address of the web the address, without blanks around it.
    """
    address = unwrap_address(address.strip())
    if not has_host(address) or not address.lower().startswith(("http://", "https://")):
        return address
    try:
        parts = urlsplit(to_ascii_address(address))
        host, path = _leave_amp_cache(_bare_host(parts.hostname or ""), parts.path)
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return address
    if not has_host(f"https://{host}"):
        return address
    return _write_key(host, port, path, parts)


def _write_key(host: str, port: str, path: str, parts: SplitResult) -> str:
    query = [
        (name, value)
        for name, value in parse_qsl(
            _clean_query(parts), keep_blank_values=True, errors="surrogateescape"
        )
        if value.casefold() not in _AMP_PARAMETERS.get(name.casefold(), ())
    ]
    host, path, query = _name_video(host, path, query)
    path = PATH_SESSION.sub("", path).rstrip("/")
    if amp := _AMP_PATH.fullmatch(path):
        path = amp["page"]
    path = _INDEX.sub("", path)
    path = "%2F".join(map(_requote, _SLASH.split(path)))
    key = host + port + path
    if query:
        key += "?" + urlencode(sorted(query), errors="surrogateescape")
    if _STATE.match(parts.fragment):
        key += "#" + parts.fragment
    return key


def _requote(part: str) -> str:
    """A part of a path with the same letters encoded, whoever has written it."""
    return quote(unquote(part, errors="surrogateescape"), errors="surrogateescape")


def _clean_query(parts: SplitResult) -> str:
    """The parameters without those that name readers and visits."""
    address = parts._replace(fragment="").geturl().replace("&amp;", "&")
    names = tracking_parameters(address) + sharing_parameters(address)
    return urlsplit(remove_parameters(address, names)).query


def _bare_host(host: str) -> str:
    return _HOST_VARIANT.sub("", host.casefold().rstrip("."))


def _leave_amp_cache(host: str, path: str) -> tuple[str, str]:
    """Host and path of the page that an AMP cache has a copy of."""
    if host.endswith(".cdn.ampproject.org") or host.startswith("google."):
        match = _AMP_CACHE.fullmatch(path)
        if match:
            inner, slash, rest = match["rest"].partition("/")
            return _bare_host(inner), slash + rest
    return host, path


def _name_video(
    host: str, path: str, query: list[tuple[str, str]]
) -> tuple[str, str, list[tuple[str, str]]]:
    """One address for the page of a video, whose address may name a moment in it."""
    if host == "youtu.be" and len(path) > _SHORTEST_PATH:
        return "youtube.com", "/watch", [("v", path.strip("/"))]
    if host in ("youtube.com", "youtube-nocookie.com"):
        match = _VIDEO.match(path)
        if match:
            return "youtube.com", "/watch", [("v", match[1])]
        if path == "/watch" and any(name == "v" for name, _ in query):
            return host, path, [pair for pair in query if pair[0] == "v"]
    return host, path, query
