"""Links that are known already: of this issue, of earlier ones, and the pages of the site."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text


class KnownLink(Struct, frozen=True):
    """An address with the words that lead to it."""

    words: str
    address: str
    source: str = ""
    """Where it stands: the title of an earlier issue; "" for this issue and pages."""


def event_links(issue: Issue) -> Iterator[KnownLink]:
    """Yield the pages of an issue's events.

    Args:
        issue: The issue.

    Yields:
        A link for each entry that has an address.
    """
    for entry in issue.entries:
        if entry.url:
            yield KnownLink(plain_text(entry.title), entry.url.url)


def search_links(links: Iterable[KnownLink], words: str, limit: int = 40) -> list[KnownLink]:
    """Find links by words.

    Args:
        links: The links, the likeliest first.
        words: All of them must stand in the words or the address of a link, in any case.
        limit: How many are listed.

    Returns:
        The links that fit, each address once.
    """
    wanted = words.casefold().split()
    found: dict[str, KnownLink] = {}
    for link in links:
        text = f"{link.words} {link.address}".casefold()
        if all(word in text for word in wanted):
            found.setdefault(link.address.rstrip("/"), link)
            if len(found) == limit:
                break
    return list(found.values())


def find_source(links: Sequence[KnownLink], address: str) -> str:
    """Find in which earlier issue an address stood.

    Args:
        links: All known links.
        address: The address.

    Returns:
        The title of the newest one that has it; "" for none.
    """
    bare = address.rstrip("/")
    return next(
        (link.source for link in links if link.source and link.address.rstrip("/") == bare), ""
    )
