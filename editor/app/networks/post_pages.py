"""Lists of posts that come in pages, the newest first: read until nothing is new."""

import threading
from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct, field

from editor.app.services.fetch import FetchFailed
from editor.core.base.messages import translate
from editor.core.inbox.posts import Post

_Shape = TypeVar("_Shape")
MOST_POSTS = 1_000
"""At one time: who has kept more begins with the newest."""
_MOST_PAGES = 200
"""Some may be empty."""


class PostPage(NamedTuple):
    """A page of a list."""

    posts: dict[str, Post | None]
    """By what identifies them; None for what is deleted or blocked."""
    next: str
    """What the following page is asked by; "" for the last one."""


class ReadPosts(Struct):
    """What a list had that was not known."""

    posts: list[Post] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """What identifies all that was read: known the next time."""
    gone: int = 0
    """How many posts are kept, and not to be had any more."""
    has_more: bool = False
    """Whether there are older ones that were not read."""


def read_pages(
    pages: Iterable[PostPage], known: Collection[str], stop: threading.Event
) -> ReadPosts:
    """Read the pages of a list until one has nothing new.

    One known post alone ends nothing: what is kept once more stands above what is new.

    Args:
        pages: The pages, each asked for when it is wanted.
        known: What identifies the posts that were read before.
        stop: Ends the work when it is set.

    Returns:
        What is new.

    Raises:
        FetchFailed: If it was stopped before the end.
    """
    found, had = ReadPosts(), set(known)
    for number, page in enumerate(pages, 1):
        new = {name: post for name, post in page.posts.items() if name not in had}
        had |= new.keys()
        found.names += new
        found.posts += [post for post in new.values() if post]
        found.gone += sum(post is None for post in new.values())
        if stop.is_set():
            raise FetchFailed(translate("core", "It was stopped."))
        if page.next and (len(found.names) >= MOST_POSTS or number == _MOST_PAGES):
            found.has_more = True
            break
        if not new and page.posts:
            break
    return found


def decode(data: msgspec.Raw, shape: type[_Shape]) -> _Shape | None:
    """Read one of many as a type: an odd one takes no other along.

    Args:
        data: The JSON.
        shape: The type that it has.

    Returns:
        What it says; None where it is something else.
    """
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
