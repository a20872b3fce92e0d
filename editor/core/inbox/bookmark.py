"""A bookmark: an address that waits to be used."""

import re
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from editor.core.base.page_addresses import clean_address, page_key
from editor.core.base.urls import has_host, read_host

LONGEST_ADDRESS = 4_000
_LONGEST_TITLE = 300
_LONGEST_TEXT = 5_000
_MOST_TAGS = 30
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_BLANKS = re.compile(r"\s+")


class Bookmark(Struct, frozen=True):
    """An address of the web with what is known of its page."""

    address: str
    title: str = ""
    source: str = ""
    """Where it comes from, such as "Firefox" or "mastodon.example"; "" for typed ones."""
    found: datetime | None = None
    """When it was kept there, in UTC."""
    note: str = ""
    """What the user wrote about it."""
    tags: tuple[str, ...] = ()
    text: str = ""
    """The words of the post that names it."""

    @property
    def key(self) -> str:
        """What it has in common with the other addresses of its page."""
        return page_key(self.address)

    @property
    def host(self) -> str:
        """The site it is of."""
        return read_host(self.address)

    @property
    def words(self) -> str:
        """What says what it is about."""
        return " ".join((self.title, self.note, *self.tags, self.text))


def make_bookmark(address: str, title: str = "", **more: object) -> Bookmark | None:
    """Make a bookmark of what somebody else has written.

    Args:
        address: An address of the web.
        title: The title of its page.
        more: Further fields of a bookmark.

    Returns:
        The bookmark, its address without what counts readers, its words plain and within limits;
        None where the address is none of the web.
    """
    address = clean_address(address.strip())
    if (
        len(address) > LONGEST_ADDRESS
        or not address.isprintable()
        or _BLANKS.search(address)
        or _CONTROL.search(address)
    ):
        return None
    if not address.lower().startswith(("http://", "https://")) or not has_host(address):
        return None
    return tidy(replace(Bookmark(address, title), **more))


def tidy(bookmark: Bookmark) -> Bookmark:
    """Bring the words of a bookmark within limits.

    Args:
        bookmark: The bookmark.

    Returns:
        The same one with titles, sources and tags of one line, and no control characters.
    """
    tags = dict.fromkeys(_to_line(tag)[:80].lstrip("#") for tag in bookmark.tags[:_MOST_TAGS])
    return replace(
        bookmark,
        title=_to_line(bookmark.title)[:_LONGEST_TITLE],
        source=_to_line(bookmark.source)[:80],
        note=_to_text(bookmark.note).strip()[:_LONGEST_TEXT],
        tags=tuple(tag for tag in tags if tag),
        text=_to_text(bookmark.text).strip()[:_LONGEST_TEXT],
    )


def _to_line(words: str) -> str:
    return _BLANKS.sub(" ", _to_text(words)).strip()


def _to_text(words: str) -> str:
    """Words without control characters, and without halves of characters, which no file takes."""
    return _CONTROL.sub(" ", words).encode("utf-8", "replace").decode()


def merge(kept: Bookmark, new: Bookmark) -> Bookmark:
    """Add what another bookmark of the same page says to one that is kept.

    Args:
        kept: The bookmark that is there; what it says stays.
        new: The other one.

    Returns:
        The bookmark that is there with what it lacked.
    """
    return replace(
        kept,
        title=kept.title or new.title,
        note=kept.note or new.note,
        text=kept.text or new.text,
        tags=tuple(dict.fromkeys((*kept.tags, *new.tags)))[:_MOST_TAGS],
    )
