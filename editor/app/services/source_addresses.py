"""The addresses that a newsletter's sources are: named by its profile, or by pages of its site."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from editor.core.frontmatter.reading import read_front_matter

_FEEDS, _ADDRESS = "feeds", "url"
_MOST_PAGES = 300
_MAX_BYTES = 200_000
_SCHEMES = ("http://", "https://")


def find_addresses(sources: Iterable[str], root: Path | None) -> tuple[str, ...]:
    """Find the addresses to ask what is new.

    Args:
        sources: Addresses, and patterns of pages in the site such as "content/labs/*.md", whose
            front matter lists theirs as ``feeds``, each with its ``url``.
        root: The site's folder; None where there is none.

    Returns:
        The addresses in their order, each once.
    """
    found: dict[str, None] = {}
    for source in sources:
        if source.startswith((*_SCHEMES, "webcal:")):
            found[source.replace("webcal:", "https:", 1)] = None
        elif root and _is_inside(source):
            for path in sorted(root.glob(source))[:_MOST_PAGES]:
                found |= dict.fromkeys(_read_feeds(path))
    return tuple(found)


def _is_inside(pattern: str) -> bool:
    """Whether a pattern names pages within a folder."""
    path = PurePosixPath(pattern)
    return bool(pattern) and not path.is_absolute() and ".." not in path.parts


def _read_feeds(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return
    front = read_front_matter(text)
    feeds = front.node(_FEEDS)
    for number, feed in enumerate(feeds.children if feeds else ()):
        address = front.text(_FEEDS, number, _ADDRESS) or feed.text
        if address.startswith(_SCHEMES):
            yield address
