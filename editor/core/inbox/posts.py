"""Posts of social networks as bookmarks: the pages they name, or, without any, the post itself."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin

from msgspec import Struct

from editor.core.base.page_addresses import page_key
from editor.core.inbox.bookmark import Bookmark, make_bookmark

LONGEST_POST = 20_000
"""Characters of a post that are looked at."""
_MOST_LINKS = 20
"""Of one post."""
_LONGEST_TITLE = 80
_NO_PAGES = ("mention", "hashtag", "u-url")
"""Classes of links in a post that lead to people and topics (Mastodon's HTML)."""


class Link(Struct, frozen=True):
    """A link of a post."""

    address: str
    title: str = ""
    """The words that say more than the address; "" where there are none."""


class Post(Struct, frozen=True):
    """What somebody has posted."""

    address: str
    words: str = ""
    """Plain text."""
    links: tuple[Link, ...] = ()
    author: str = ""
    """The name that is shown; "" where it is not known."""
    moment: datetime | None = None
    """When it was kept, or else posted, in UTC."""
    tags: tuple[str, ...] = ()


def read_post(post: Post, source: str) -> list[Bookmark]:
    """Read what a post leads to.

    Args:
        post: The post.
        source: Where it comes from, as the user knows it.

    Returns:
        A bookmark for each page that it names, with the words of the post; without any, one of the
        post itself. None where its address is none of the web.
    """
    links = _join_same(post.links)[:_MOST_LINKS] or [Link(post.address, _make_title(post))]
    made = (
        make_bookmark(
            link.address,
            link.title,
            source=source,
            found=post.moment,
            tags=post.tags,
            text=post.words,
        )
        for link in links
    )
    return [bookmark for bookmark in made if bookmark]


def _join_same(links: Iterable[Link]) -> list[Link]:
    """Each page once, with the first title that one of its links has."""
    pages: dict[str, Link] = {}
    for link in links:
        key = page_key(link.address)
        if not pages.setdefault(key, link).title and link.title:
            pages[key] = Link(pages[key].address, link.title)
    return list(pages.values())


def _make_title(post: Post) -> str:
    """Its author and first words; a feed names no author, and its posts stay without a title."""
    if not post.author:
        return ""
    words = " ".join(post.words.split())
    if len(words) > _LONGEST_TITLE:
        words = words[:_LONGEST_TITLE].rpartition(" ")[0] + "…"
    return f"{post.author}: {words}" if words else post.author


def find_links(content: str, post: str) -> Iterator[Link]:
    """Find the pages that the HTML of a post links to.

    Args:
        content: The HTML.
        post: The address of the post.

    Returns:
        The links; none to people, topics and the post itself.
    """
    from selectolax.lexbor import LexborHTMLParser

    for link in LexborHTMLParser(content[:LONGEST_POST]).css("a[href]"):
        attributes = link.attributes
        classes = (attributes.get("class") or "").split()
        address = join_address(post, attributes.get("href") or "")
        if any(name in classes for name in _NO_PAGES) or "tag" in (attributes.get("rel") or ""):
            continue
        if page_key(address) != page_key(post):
            yield Link(address, name_link(link.text()))


def name_link(words: str) -> str:
    """Return what the words of a link say of its page.

    >>> name_link("example.org/a-long-pa…"), name_link("Our report")
    ('', 'Our report')

    Args:
        words: The words of the link.

    Returns:
        The words; "" where they are an address, often a shortened one.
    """
    words = words.strip()
    is_address = "." in words and " " not in words
    return "" if is_address or words.startswith(("http", "#", "@")) else words


def to_words(content: str) -> str:
    """Return the words of HTML, in one line.

    Args:
        content: The HTML.

    Returns:
        Its text, without tags.
    """
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(content[:LONGEST_POST]).body
    return " ".join(body.text(separator=" ").split()) if body else ""


def read_moment(text: str) -> datetime | None:
    """Read a moment as networks write it (RFC 3339).

    Args:
        text: The moment.

    Returns:
        The moment in UTC; None where the text is none, or has no time zone.
    """
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def join_address(base: str, address: str) -> str:
    """Return an address as it is seen from a page.

    Args:
        base: The address of the page.
        address: A whole or relative one.

    Returns:
        The whole one; "" where it is none.
    """
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
