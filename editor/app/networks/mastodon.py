"""Mastodon, and the servers that speak its API.

Sign-in is OAuth (RFC 6749, with PKCE, RFC 7636): the program registers itself with the server, the
user agrees in the browser, and nothing but reading what is kept is asked for.
"""

import base64
import hashlib
import re
import secrets
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from editor.app.networks import mastodon_answers as answers
from editor.app.networks.browser_answer import BrowserAnswer
from editor.app.networks.post_pages import PostPage, decode
from editor.app.networks.signed_in import SignedIn
from editor.app.services.api import Api, HostRefused, base_of
from editor.app.services.fetch import FetchFailed, fetch
from editor.core.base.messages import translate
from editor.core.inbox.networks import Network, NetworkAccount, PostList
from editor.core.inbox.posts import Link, Post, find_links, read_moment, to_words

_RIGHTS = "read:accounts read:bookmarks read:favourites"
_PATHS = {PostList.BOOKMARKS: "/api/v1/bookmarks", PostList.LIKES: "/api/v1/favourites"}
_PAGE = 40
"""Posts in a page: the most that servers give."""
_TEMPLATE = re.compile(rb"""template=["'](https://[^"'\s]+)""")
_NEXT = re.compile(r'<([^<>]*)>\s*;\s*rel="next"')
_WEBSITE = "https://github.com/rundbrief/rundbrief"


def sign_in(
    server: str, open_page: Callable[[str], object], thanks: str, stop: threading.Event
) -> SignedIn:
    """Let the user agree in the browser.

    Args:
        server: Its name, or the one in a handle.
        open_page: Opens an address in the browser; called in this thread.
        thanks: The words that the browser shows at the end.
        stop: Ends the waiting when it is set.

    Returns:
        The account.

    Raises:
        HostRefused: If the user or the server does not agree, or nobody has for ten minutes.
        FetchFailed: If the server cannot be reached, or is none of the kind.
    """
    server = _find_server(server, stop)
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    api = Api(base_of(server, ""), "", stop)
    with BrowserAnswer(state, thanks) as answer:
        app = _register(api, answer.address)
        fields = {"redirect_uri": answer.address, "state": state}
        open_page(_page_to_agree(server, app, fields, verifier))
        said = answer.wait(stop)
    if "code" not in said:
        raise _explain(server, said)
    fields = {"code": said["code"], "redirect_uri": answer.address, "code_verifier": verifier}
    token = _ask_token(api, app, fields)
    account = Api(base_of(server, ""), token, stop).get(
        "/api/v1/accounts/verify_credentials", answers.Account
    )
    secret = " ".join((app.client_id, app.client_secret, token))
    return SignedIn(NetworkAccount(Network.MASTODON, account.name, server), secret)


def _explain(server: str, said: Mapping[str, str]) -> HostRefused:
    reason = said.get("error_description") or said.get("error", "")
    if said.get("error", "access_denied") == "access_denied":
        message = translate("core", "{host} was not allowed to sign you in.").fill(host=server)
    else:  # some servers do not know the rights that are asked for
        message = translate("core", "{host} refuses: {reason}").fill(
            host=server, reason=" ".join(reason.split())[:300]
        )
    return HostRefused(message)


def _find_server(server: str, stop: threading.Event) -> str:
    """Find the server of accounts whose handles have another name (RFC 6415, section 2)."""
    try:
        page = fetch(base_of(server, "/.well-known/host-meta"), private=True, stop=stop)
    except FetchFailed:
        return server
    match = _TEMPLATE.search(page.data[:10_000])
    address = match[1].decode() if match else page.address
    return urlsplit(address).netloc.lower() or server


def _register(api: Api, redirect: str) -> answers.App:
    form = {
        "client_name": "Rundbrief",
        "redirect_uris": redirect,
        "scopes": _RIGHTS,
        "website": _WEBSITE,
    }
    return api.decode(api.ask("POST", "/api/v1/apps", form=form), answers.App)


def _ask_token(api: Api, app: answers.App, fields: Mapping[str, str]) -> str:
    form = {
        "grant_type": "authorization_code",
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "scope": _RIGHTS,
        **fields,
    }
    return api.decode(api.ask("POST", "/oauth/token", form=form), answers.Token).access_token


def _page_to_agree(server: str, app: answers.App, fields: Mapping[str, str], verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    query = {
        "response_type": "code",
        "client_id": app.client_id,
        "scope": _RIGHTS,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
        **fields,
    }
    return base_of(server, f"/oauth/authorize?{urlencode(query)}")


def revoke(server: str, secret: str, stop: threading.Event | None = None) -> None:
    """Revoke the token at the server.

    Args:
        server: Its name.
        secret: What ``sign_in`` gave.
        stop: Ends the work when it is set.

    Raises:
        HostRefused: If the server does not take it.
        FetchFailed: If it cannot be reached.
    """
    program, _, token = secret.rpartition(" ")
    client, _, client_secret = program.partition(" ")
    form = {"client_id": client, "client_secret": client_secret, "token": token}
    Api(base_of(server, ""), "", stop).ask("POST", "/oauth/revoke", form=form)


def ask_pages(
    server: str, secret: str, kept: PostList, stop: threading.Event
) -> Generator[PostPage, None, None]:
    """Ask for what an account keeps, page by page.

    Args:
        server: Its name.
        secret: What ``sign_in`` gave.
        kept: Which list.
        stop: Ends the work when it is set.

    Yields:
        The pages.

    Raises:
        HostRefused: If the server does not give it.
        FetchFailed: If it cannot be reached, or answers otherwise.
    """
    api = Api(base_of(server, ""), secret.rpartition(" ")[2], stop)
    query = {"limit": str(_PAGE)}
    while query:
        answer = api.ask("GET", _PATHS[kept], query=query)
        statuses = api.decode(answer, list[msgspec.Raw])
        match = _NEXT.search(answer.headers.get("link", ""))
        # only what is asked is taken of the address: the server is the one that was named
        query = dict(parse_qsl(urlsplit(match[1]).query)) if match else {}
        yield PostPage(dict(filter(None, map(_read, statuses))), urlencode(query))


def _read(data: msgspec.Raw) -> tuple[str, Post] | None:
    """Read a post with its name; of one that is written in no known way, its address."""
    if status := decode(data, answers.Status):
        return str(status.id), _make_post(status)
    named = decode(data, answers.Named)
    return (str(named.id), Post(named.url or named.uri)) if named else None


def _make_post(status: answers.Status) -> Post:
    """A post that quotes another without links of its own has those of the other."""
    links = tuple(_find_links(status))
    words = [status.spoiler_text or "", to_words(status.content or "")]
    quote = decode(status.quote, answers.Quote)
    quoted = decode(quote.quoted_status, answers.Status) if quote else None
    if quoted:
        words.append(to_words(quoted.content or ""))
        links = links or tuple(_find_links(quoted))
    account = decode(status.account, answers.Account) or answers.Account()
    tags = (decode(tag, answers.Tag) for tag in decode(status.tags, list[msgspec.Raw]) or ())
    return Post(
        status.url or status.uri or "",
        "\n".join(word for word in words if word),
        links,
        account.display_name or account.name,
        read_moment(status.created_at or ""),
        tuple(tag.name for tag in tags if tag),
    )


def _find_links(status: answers.Status) -> Iterator[Link]:
    yield from find_links(status.content or "", status.url or status.uri or "")
    card = decode(status.card, answers.Card)
    if card and card.url:
        yield Link(card.url, card.title or "")
