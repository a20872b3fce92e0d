"""What is new at the sources of an inbox, asked on a click: feeds, and what accounts keep.

Feeds are whatever somebody puts on a page: they are read in another process.
"""

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from editor.app.networks.accounts import read_posts
from editor.app.networks.post_pages import MOST_POSTS
from editor.app.services.fetch import FetchedPage, fetch
from editor.app.services.processes import work_in_processes
from editor.core.base.errors import InputRejected, UserFacingError
from editor.core.base.messages import Message, translate
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.feeds import find_feed, read_feed
from editor.core.inbox.networks import PostSource, read_post_source
from editor.core.inbox.posts import read_post

_SECONDS = 20.0
"""How long a feed may take to be read: one that is made to hurt takes minutes."""
MOST_SOURCES = 50


class Answer(NamedTuple):
    """What a source has said."""

    address: str
    bookmarks: tuple[Bookmark, ...] = ()
    problem: Message | None = None
    """Why there is nothing; None where it was read."""
    posts: tuple[str, ...] = ()
    """What identifies the posts of an account that were read; none of a feed."""
    notes: tuple[Message, ...] = ()
    """What is to be known of what was read."""


def ask_sources(
    addresses: Sequence[str],
    stop: threading.Event,
    tell: Callable[[int], object] = lambda _: None,
    *,
    private: bool = False,
    known: Callable[[str], Collection[str]] = lambda _: (),
) -> list[Answer]:
    """Ask sources what they have.

    Args:
        addresses: Of feeds, of pages that name theirs, or of what accounts keep.
        stop: Ends the work when it is set; what has been read until then is returned.
        tell: Called with how many have been asked.
        private: Whether hosts of the user's own network may be asked.
        known: Called with the address of what an account keeps: the posts that are known of it.

    Returns:
        An answer for each that was asked.
    """
    pages: dict[str, FetchedPage] = {}
    answers: dict[str, Answer] = {}
    for number, address in enumerate(addresses[:MOST_SOURCES]):
        if stop.is_set():
            break
        tell(number)
        try:
            if source := read_post_source(address):
                answers[address] = _ask_account(source, known(address), stop)
            else:
                pages[address] = _fetch_feed(address, stop, private=private)
        except UserFacingError as failed:
            if stop.is_set():
                break
            answers[address] = Answer(address, problem=failed.message)
    answers |= _read_feeds(pages, stop)
    answers |= {each: _refuse(each) for each in addresses[MOST_SOURCES : MOST_SOURCES + 1]}
    return [answers[address] for address in addresses if address in answers]


def _refuse(address: str) -> Answer:
    message = translate("core", "Only {most} sources are asked; {address} is one too many.")
    return Answer(address, problem=message.fill(most=MOST_SOURCES, address=address))


def _read_feeds(pages: Mapping[str, FetchedPage], stop: threading.Event) -> dict[str, Answer]:
    answers = {}
    for (address, _), answer in work_in_processes(
        read_page, list(pages.items()), 1, stop=stop, seconds=_SECONDS
    ):
        answers[address] = answer
    for address in pages:
        late = translate("core", "{address} takes too long to be read.").fill(address=address)
        answers.setdefault(address, Answer(address, problem=late))
    return answers


def _ask_account(source: PostSource, known: Collection[str], stop: threading.Event) -> Answer:
    name = source.account.handle
    found = read_posts(source, known, stop)
    notes = []
    if found.has_more:
        message = translate(
            "core", "Of what {name} has kept, only the newest {most} posts were read."
        )
        notes.append(message.fill(name=name, most=MOST_POSTS))
    if found.gone:
        message = translate("core", "Kept by {name}, and deleted or blocked since: {count}.")
        notes.append(message.fill(name=name, count=found.gone))
    bookmarks = (each for post in found.posts for each in read_post(post, name))
    return Answer(str(source), tuple(bookmarks), None, tuple(found.names), tuple(notes))


def _fetch_feed(address: str, stop: threading.Event, *, private: bool) -> FetchedPage:
    """Fetch a feed; where a page stands at the address, the feed that it names."""
    page = fetch(address, private=private, stop=stop)
    if b"<html" in page.data[:2000].lower():
        named = find_feed(page.data, page.address)
        if not named:
            message = translate("core", "There is no feed at {address}.").fill(address=address)
            raise InputRejected(message)
        page = fetch(named, private=private, stop=stop)
    return page


def read_page(portion: tuple[str, FetchedPage]) -> Answer:
    """Read a feed; called in a process of its own.

    Args:
        portion: The address that was asked, and what came back.

    Returns:
        The answer.
    """
    address, page = portion
    try:
        return Answer(address, tuple(read_feed(page.data, page.address)))
    except InputRejected as refused:
        return Answer(address, problem=refused.message)
