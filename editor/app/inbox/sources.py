"""What is new at the sources of an inbox: feeds, asked on a click and read in another process."""

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from editor.app.services.fetch import FetchedPage, FetchFailed, fetch
from editor.app.services.processes import work_in_processes
from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.feeds import find_feed, read_feed

_SECONDS = 20.0
"""How long a feed may take to be read: one that is made to hurt takes minutes."""
MOST_SOURCES = 50


class Answer(NamedTuple):
    """What a source has said."""

    address: str
    bookmarks: tuple[Bookmark, ...] = ()
    problem: Message | None = None
    """Why there is nothing; None where it was read."""


def ask_sources(
    addresses: Sequence[str],
    stop: threading.Event,
    tell: Callable[[int], object] = lambda _: None,
    *,
    private: bool = False,
) -> list[Answer]:
    """Ask sources what they have.

    Args:
        addresses: Of feeds, or of pages that name theirs.
        stop: Ends the work when it is set; what has been read until then is returned.
        tell: Called with how many have been asked.
        private: Whether hosts of the user's own network may be asked.

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
            pages[address] = _fetch_feed(address, stop, private=private)
        except (FetchFailed, InputRejected) as failed:
            answers[address] = Answer(address, problem=failed.message)
    for (address, _), answer in work_in_processes(
        read_page, list(pages.items()), 1, stop=stop, seconds=_SECONDS
    ):
        answers[address] = answer
    for address in pages:
        late = translate("core", "{address} takes too long to be read.").fill(address=address)
        answers.setdefault(address, Answer(address, problem=late))
    return [answers[address] for address in addresses if address in answers]


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
