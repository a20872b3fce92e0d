"""Where links have gone in the issues that there are: counted, nothing else."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from editor.core.base.edits import Span
from editor.core.base.page_addresses import page_key
from editor.core.base.urls import read_host
from editor.core.checks.body_links import BodyLink, find_links
from editor.core.inbox.bookmark import Bookmark
from editor.core.issue.issue import Issue, issue_title
from editor.core.markdown.inline import plain_text
from editor.core.markdown.outline import Section

_WORD = re.compile(r"[^\W\d_]{3,}")
_BEGINNINGS = (4, 6, 8)
"""Letters by which words are compared, too: endings differ, and German puts words together."""
_BREAK = re.compile(r"\n[ \t]*(?=\n|[*+-][ \t]|\d{1,9}[.)][ \t]|#)")
_ADDRESSES = re.compile(r"\]\([^)\s]*\)|<[^>\n]*>|https?://\S+")
_LONGEST_AROUND = 1_500
_IN_BRACKETS = re.compile(r"\([^()]*\)")


class LinkPast(Struct):
    """What earlier issues did with links."""

    counts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By word or host: how often a link with it stood in each section, by its title."""
    uses: Counter[str] = field(default_factory=Counter)
    """How many links each section had."""
    places: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Where each section stood among those of its issues: 0 is the beginning, 1 the end."""
    issues: dict[str, str] = field(default_factory=dict)
    """By the key of a page: the title of the issue that links to it, the newest."""

    def add(self, issue: Issue) -> None:
        """Learn from an issue.

        Args:
            issue: One of the newsletter's; the newest comes last.
        """
        title = issue_title(issue)
        for name, place in find_places(issue).items():
            self.places[name].append(place)
        for link, section in place_links(issue):
            self.issues[page_key(link.address)] = title
            if section is not None:
                name = title_key(issue.sections[section])
                around = words_around(issue.text, link.whole)
                self.uses[name] += 1
                for feature in find_features(link.address, f"{link.text} {around}"):
                    self.counts[feature][name] += 1

    def earlier_issue(self, bookmark: Bookmark) -> str:
        """Name the newest issue that links to the page of a bookmark; "" for none."""
        return self.issues.get(bookmark.key, "")


def learn_past(issues: Iterable[Issue]) -> LinkPast:
    """Learn where links went.

    Args:
        issues: The issues of a newsletter, the oldest first.

    Returns:
        What they have done with links.
    """
    past = LinkPast()
    for issue in issues:
        past.add(issue)
    return past


def first_level(issue: Issue) -> list[int]:
    """Find the sections that an issue is divided into.

    Args:
        issue: The issue.

    Returns:
        Their numbers: all of the highest level that occurs more than once, or else of the highest.
    """
    levels = Counter(section.heading.level for section in issue.sections)
    repeated = [level for level, count in levels.items() if count > 1]
    top = min(repeated or levels, default=0)
    return [n for n, section in enumerate(issue.sections) if section.heading.level == top]


def find_places(issue: Issue) -> dict[str, float]:
    """Find where the sections of the first level stand among themselves.

    Args:
        issue: The issue.

    Returns:
        By the key of their title: 0 is the beginning, 1 the end.
    """
    numbers = first_level(issue)
    return {
        title_key(issue.sections[number]): (at + 0.5) / len(numbers)
        for at, number in enumerate(numbers)
    }


def place_links(issue: Issue) -> Iterator[tuple[BodyLink, int | None]]:
    """Find the links of an issue, each with the section of the first level that it stands in.

    Args:
        issue: The issue.

    Yields:
        The links in their order; None for those before the first section.
    """
    numbers = first_level(issue)
    starts = [issue.sections[number].span.start for number in numbers]
    for link in find_links(issue):
        if not link.address.lower().startswith(("http://", "https://")):
            continue
        at = bisect_right(starts, link.whole.start) - 1
        is_inside = at >= 0 and link.whole.start < issue.sections[numbers[at]].span.end
        yield link, numbers[at] if is_inside else None


def title_key(section: Section) -> str:
    """Make what the titles of a section have in common from issue to issue.

    Args:
        section: A section, such as "Termine ([Karte](https://…))" or "**Termine:**".

    Returns:
        Its letters without what stands in parentheses, such as "termine".
    """
    words = _IN_BRACKETS.sub("", plain_text(section.heading.title))
    return "".join(filter(str.isalnum, words.casefold())) or section.heading.title


def words_around(text: str, link: Span) -> str:
    """Read the paragraph or item around a link, without addresses.

    Args:
        text: The whole text.
        link: Where the link stands.

    Returns:
        Its words.
    """
    low, high = max(link.start - _LONGEST_AROUND, 0), link.end + _LONGEST_AROUND
    before = text[low : link.start]
    start = max((match.end() for match in _BREAK.finditer(before)), default=0)
    after = _BREAK.search(text, link.end, high)
    end = after.start() if after else min(high, len(text))
    return _ADDRESSES.sub(" ", text[low + start : end])


def find_features(address: str, words: str) -> set[str]:
    """Find what a link can be known by.

    Args:
        address: Its address.
        words: What is said of it.

    Returns:
        Its host and the domain of it with an "@"; its words and those in its path, with their
        beginnings.
    """
    host = read_host(address)
    features = find_stems(address.partition(host)[2] if host else address) | find_stems(words)
    features.add(f"@{host}")
    features.add("@" + ".".join(host.split(".")[-2:]))
    return features


def find_stems(words: str) -> set[str]:
    """Find the words of a text, and what they begin with.

    >>> sorted(find_stems("Klimaschutz"))
    ['klim*', 'klimas*', 'klimasch*', 'klimaschutz']

    Args:
        words: Any text.

    Returns:
        Each word of three letters or more in small letters, and its beginnings.
    """
    found = set(_WORD.findall(words.casefold()))
    return found | {
        f"{word[:length]}*" for word in found for length in _BEGINNINGS if len(word) > length
    }
