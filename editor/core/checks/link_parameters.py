"""Checks of what addresses carry beside the page they lead to: tracking, and sessions of visits."""

import re
from collections.abc import Iterator

from editor.core.base import urls
from editor.core.base.messages import Message, translate
from editor.core.base.page_addresses import PATH_SESSION, sharing_parameters, tracking_parameters
from editor.core.checks.body_links import BodyLink, find_links
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.issue.issue import Issue

_CAMPAIGN = re.compile(r"[?&;]utm_[a-z]+=([^&#;]+)")
_SHORTEST_NAME = 5


def tracking(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """An address tells the site where its readers come from."""
    own = _bare_words(urls.read_host(issue.profile.address))
    for link, url in _links_with_parameters(issue):
        names = tracking_parameters(url)
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
        names = sharing_parameters(url)
        new_url = url
        if names:
            new_url = urls.remove_parameters(url, names)
        new_url = PATH_SESSION.sub("", new_url)
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
