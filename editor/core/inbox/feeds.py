"""RSS and Atom feeds as bookmarks, and where a page says its feed is.

The entry of a blog is a page. The entry of a network (a hashtag, an account) is a post: the pages
that it links to are what is kept, with the words of the post; a post without links is kept itself.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate
from editor.core.base.urls import read_host
from editor.core.inbox.bookmark import Bookmark, make_bookmark
from editor.core.inbox.posts import (
    LONGEST_POST,
    Post,
    find_links,
    join_address,
    read_post,
    to_words,
)

_MAX_BYTES = 4_000_000
_MOST = 200
_FEED_LINKS = (
    'link[type="application/rss+xml"][href], link[type="application/atom+xml"][href]'
    ', link[type="application/feed+json"][href]'
)


def read_feed(data: bytes, address: str) -> list[Bookmark]:
    """Read the entries of a feed.

    Args:
        data: The feed.
        address: Where it came from.

    Returns:
        The bookmarks in the order of the feed.

    Raises:
        InputRejected: If it is no feed, or too large.
    """
    import feedparser

    if len(data) > _MAX_BYTES:
        raise InputRejected(translate("core", "The feed is too large to be read."))
    # the words about a picture, which would take the place of the post's
    data = data.replace(b"media:description", b"media:about")
    try:
        parsed = feedparser.parse(
            _Stream(data),
            response_headers={"content-location": address},
            resolve_relative_uris=False,
            sanitize_html=False,  # nothing of it is shown but words, and it takes quadratic time
        )
    except ValueError:  # an encoding whose name is none
        parsed = feedparser.FeedParserDict(entries=[], feed={})
    if not parsed.entries and not parsed.get("version"):
        message = translate("core", "There is no feed at {address}.")
        raise InputRejected(message.fill(address=address))
    source = to_words(_text(parsed.feed, "title")) or read_host(address)
    found: dict[str, Bookmark] = {}
    for entry in parsed.entries[:_MOST]:
        for bookmark in _read_entry(entry, source):
            found.setdefault(bookmark.key, bookmark)
    return list(found.values())


class _Stream:
    """What feedparser reads from: bytes alone it would try as the name of a file first."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self) -> bytes:
        return self._data


def find_feed(data: bytes, address: str) -> str:
    """Find the feed of a page.

    Args:
        data: The page.
        address: Its address.

    Returns:
        The address of the first feed that it names; "" where it names none.
    """
    from selectolax.lexbor import LexborHTMLParser

    link = LexborHTMLParser(data[:_MAX_BYTES]).css_first(_FEED_LINKS)
    href = link.attributes.get("href") if link else None
    return join_address(address, href) if href else ""


def _read_entry(entry: Mapping[str, object], source: str) -> Iterator[Bookmark]:
    link, title = _text(entry, "link"), to_words(_text(entry, "title")[:LONGEST_POST])
    content = _content_of(entry)[:LONGEST_POST]
    words = to_words(content)
    moment = _read_moment(entry)
    tags = tuple(_read_tags(entry))
    if title:
        made = make_bookmark(link, title, source=source, found=moment, tags=tags, text=words)
        if made:
            yield made
        return
    links = tuple(find_links(content, link))
    yield from read_post(Post(link, words, links, moment=moment, tags=tags), source)


def _content_of(entry: Mapping[str, object]) -> str:
    contents = entry.get("content")
    if isinstance(contents, list) and contents and isinstance(contents[0], Mapping):
        return _text(contents[0], "value")
    return _text(entry, "summary")


def _read_tags(entry: Mapping[str, object]) -> Iterator[str]:
    tags = entry.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        if isinstance(tag, Mapping):
            yield _text(tag, "term")


def _read_moment(entry: Mapping[str, object]) -> datetime | None:
    for name in ("published_parsed", "updated_parsed"):
        if name not in entry.keys():  # noqa: SIM118 - feedparser's "in" finds what is not there
            continue
        parts = entry[name]
        if isinstance(parts, tuple):
            try:
                year, month, day, hour, minute, second = (int(part) for part in parts[:6])
                return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
            except ValueError:
                continue
    return None


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""
