"""Bluesky: what an account keeps there, over the API that its lexicons describe (atproto.com).

An app password stands for the user; it may not change the account, and is revoked on its pages.
Each asking opens a session and closes it: sessions of a month ago would have ended.
"""

import contextlib
import re
import threading
from collections.abc import Generator, Iterator

import msgspec

from editor.app.networks import bluesky_answers as answers
from editor.app.networks.post_pages import PostPage, decode
from editor.app.networks.signed_in import SignedIn
from editor.app.services.api import Api, NotSignedIn, base_of
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.inbox.networks import Network, NetworkAccount, PostList
from editor.core.inbox.posts import Link, Post, name_link, read_moment

SERVER = "bsky.social"
"""Where most accounts are; it passes on to the others of Bluesky's own."""
_PAGE = 100
"""Posts in a page: the most that the lexicons allow."""
_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}")
_GONE = ("app.bsky.feed.defs#notFoundPost", "app.bsky.feed.defs#blockedPost")
_NOBODY = "handle.invalid"


def is_app_password(text: str) -> bool:
    """Tell whether a text looks like an app password, and not like one that may do everything.

    >>> is_app_password("abcd-efgh-ijkl-mnop"), is_app_password("correct horse")
    (True, False)

    Args:
        text: What was typed.

    Returns:
        Whether it has their form.
    """
    return bool(_APP_PASSWORD.fullmatch(text))


def sign_in(server: str, name: str, password: str, stop: threading.Event) -> SignedIn:
    """Ask a server who a name and a password stand for.

    Args:
        server: Its name.
        name: The handle, or the address of the account's mail.
        password: An app password.
        stop: Ends the work when it is set.

    Returns:
        The account.

    Raises:
        HostRefused: If the server does not accept them.
        FetchFailed: If it cannot be reached, or is none of the kind.
    """
    with _session(server, name, password, stop) as (session, _):
        handle = session.handle if session.handle != _NOBODY else name
        account = NetworkAccount(Network.BLUESKY, handle, server)
        # the identity outlives the name
        return SignedIn(account, f"{session.did} {password}")


@contextlib.contextmanager
def _session(
    server: str, name: str, password: str, stop: threading.Event
) -> Iterator[tuple[answers.Session, Api]]:
    base = base_of(server, "/xrpc")
    body = {"identifier": name, "password": password}
    try:
        session = Api(base, "", stop).send(
            "POST", "/com.atproto.server.createSession", body, answers.Session
        )
    except NotSignedIn:
        message = translate("core", "{host} does not know “{name}” with this app password.")
        raise NotSignedIn(message.fill(host=server, name=name), 401) from None
    try:
        yield session, Api(base, session.access_jwt, stop)
    finally:
        with contextlib.suppress(UserFacingError):  # it ends by itself, only later
            Api(base, session.refresh_jwt, stop).ask("POST", "/com.atproto.server.deleteSession")


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
    identity, _, password = secret.partition(" ")
    with _session(server, identity, password, stop) as (session, api):
        cursor: dict[str, str] = {}
        while True:
            if kept is PostList.BOOKMARKS:
                page = _ask_bookmarks(api, cursor)
            else:
                page = _ask_likes(api, session.did, cursor)
            if page.next == cursor.get("cursor"):  # it leads in circles
                page = page._replace(next="")
            yield page
            if not page.next:
                return
            cursor = {"cursor": page.next}


def _ask_bookmarks(api: Api, cursor: dict[str, str]) -> PostPage:
    said = api.get("/app.bsky.bookmark.getBookmarks", answers.Bookmarks, limit=_PAGE, **cursor)
    posts = {
        each.subject.uri: _read(each.subject.uri, each.item, each.created_at)
        for each in said.bookmarks
    }
    return PostPage(posts, said.cursor)


def _ask_likes(api: Api, person: str, cursor: dict[str, str]) -> PostPage:
    said = api.get(
        "/app.bsky.feed.getActorLikes", answers.Likes, actor=person, limit=_PAGE, **cursor
    )
    read = (_read_liked(each.post) for each in said.feed)
    return PostPage(dict(filter(None, read)), said.cursor)


def _read_liked(data: msgspec.Raw) -> tuple[str, Post | None] | None:
    named = decode(data, answers.Subject)
    return (named.uri, _read(named.uri, data)) if named else None


def _read(name: str, data: msgspec.Raw, kept_at: str = "") -> Post | None:
    """Read a post; only its address where it is written in no known way; None where it is gone."""
    kind = decode(data, answers.Kind)
    if kind and kind.kind in _GONE:
        return None
    view = decode(data, answers.View)
    return _make_post(view, kept_at) if view else Post(_address_of(name))


def _make_post(view: answers.View, kept_at: str) -> Post:
    """A post that quotes another without links of its own has those of the other."""
    record, embed = view.record, decode(view.embed, answers.Embed)
    quoted = _find_quoted(embed)
    links = tuple(_find_links(record, embed))
    words = record.text
    if quoted and quoted.value:
        words = "\n".join(part for part in (words, quoted.value.text) if part)
        links = links or tuple(_find_links_of_quoted(quoted, quoted.value))
    handle = view.author.handle if view.author.handle != _NOBODY else ""
    tags = (decode(tag, str) for tag in record.tags or ())
    return Post(
        _address_of(view.uri, handle),
        words,
        links,
        view.author.display_name or view.author.handle,
        read_moment(kept_at) or read_moment(record.created_at or ""),
        (
            *(tag for tag in tags if tag),
            *(feature.tag for _, feature in _features(record) if feature.tag),
        ),
    )


def _address_of(name: str, handle: str = "") -> str:
    """The page of a post, by its name: at://person/app.bsky.feed.post/key."""
    person, _, path = name.removeprefix("at://").partition("/")
    return f"https://bsky.app/profile/{handle or person}/post/{path.rpartition('/')[2]}"


def _find_quoted(embed: answers.Embed | None) -> answers.Quoted | None:
    quoted = embed.record if embed else None
    return quoted.record or quoted if quoted else None


def _find_links_of_quoted(quoted: answers.Quoted, record: answers.Record) -> Iterator[Link]:
    yield from _find_links(record, None)
    for embed in quoted.embeds or ():
        yield from _find_previews(decode(embed, answers.Embed))


def _find_links(record: answers.Record, embed: answers.Embed | None) -> Iterator[Link]:
    text = record.text.encode()
    for part, feature in _features(record):
        if feature.uri:
            words = text[part.byte_start : part.byte_end].decode("utf-8", "replace")
            yield Link(feature.uri, name_link(words))
    yield from _find_previews(embed)


def _find_previews(embed: answers.Embed | None) -> Iterator[Link]:
    for each in (embed, embed.media if embed else None):
        if each and each.external:
            yield Link(each.external.uri, each.external.title or "")


def _features(record: answers.Record) -> Iterator[tuple[answers.Slice, answers.Feature]]:
    for data in record.facets or ():
        facet = decode(data, answers.Facet)
        for part in facet.features if facet else ():
            if facet and (feature := decode(part, answers.Feature)):
                yield facet.index, feature
