"""Checks of what addresses carry beside the page they lead to: tracking, and sessions of visits."""

import re
from collections.abc import Iterator

from editor.core.base import urls
from editor.core.base.messages import Message, translate
from editor.core.checks.body_links import BodyLink, find_links
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.issue.issue import Issue

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
    | pk_\w+ | mtm_\w+                      # Matomo
    | guccounter                            # Yahoo
    | cmpid | xtor                          # Adobe, AT Internet
    | ref_src | ref_url                     # Twitter
    """,
    re.VERBOSE,
)
"""The names of parameters by which a site learns where its readers come from."""

_SESSION = re.compile(r"phpsessid|jsessionid|sessionid|session_id", re.IGNORECASE)
_PATH_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_SHARE_PARAMETERS = {
    "twitter.com": ("s", "t"),
    "x.com": ("s", "t"),
    "youtube.com": ("si",),
    "youtu.be": ("si",),
    "open.spotify.com": ("si",),
    "instagram.com": ("igsh", "igshid"),
}
"""By host: the parameters that tell who shared the address."""
_CAMPAIGN = re.compile(r"[?&;]utm_[a-z]+=([^&#;]+)")
_SHORTEST_NAME = 5
_HOST_VARIANT = re.compile(r"^(?:www|m|mobile)\.")


def tracking(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address tells the site where its readers come from."""
    own = _bare_words(urls.read_host(issue.profile.address))
    for link, url in _links_with_parameters(issue):
        names = [name for name in urls.parameter_names(url) if _TRACKING.fullmatch(name)]
        if names and not _names_site(url, own):
            message = translate("core", "The address counts readers: “{names}” can go.")
            yield _shorten_link(link, names, urls.remove_parameters(url, names), message)


def _names_site(url: str, own: str) -> bool:
    """Whether a site has an address count the readers that it sends there, as sponsors wish."""
    values = (_bare_words(value) for value in _CAMPAIGN.findall(url))
    return any(len(value) > _SHORTEST_NAME and own.startswith(value) for value in values)


def _bare_words(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def session_id(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address holds the session of a visit, or tells who shared it."""
    for link, url in _links_with_parameters(issue):
        host = _HOST_VARIANT.sub("", urls.read_host(url))
        share_parameters = _SHARE_PARAMETERS.get(host, ())
        names = [
            name
            for name in urls.parameter_names(url)
            if _SESSION.fullmatch(name) or name in share_parameters
        ]
        new_url = url
        if names:
            new_url = urls.remove_parameters(url, names)
        new_url = _PATH_SESSION.sub("", new_url)
        if new_url != url:
            message = translate("core", "The address holds somebody’s visit: “{names}” can go.")
            yield _shorten_link(link, names or ["jsessionid"], new_url, message)


def _links_with_parameters(issue: Issue) -> Iterator[tuple[BodyLink, str]]:
    for link in find_links(issue):
        url = link.url.of(issue.text)
        if ("?" in url or ";" in url) and urls.has_host(url):
            yield link, url


def _shorten_link(link: BodyLink, names: list[str], new_url: str, message: Message) -> Diagnostic:
    return Diagnostic(
        link.url, message.fill(names=", ".join(names)), replace_fix(link.url, new_url)
    )
