"""The sections of an issue where a bookmark may go: counted from links, no model is loaded."""

import math
from collections import defaultdict

from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_past import (
    LinkPast,
    find_features,
    find_places,
    find_stems,
    first_level,
    title_key,
)
from editor.core.issue.issue import Issue
from editor.core.markdown.inline import plain_text

_HOST_WEIGHT = 5.0
_HEADING_WEIGHT = 9.0
"""For a word of the section's heading or of one below it, as much as a rather rare word."""
_COMMON = 0.2
"""The share of links from which on a word says nothing; of a few links it is no measure."""
_SHARE_POWER = 0.75
_USED_POWER = 0.4
"""How far sections that were long in earlier issues are held back."""
_REGULAR = 3
"""So many issues had a section that one of another title may be it, in its place."""
_NEAR = 0.18
_OTHER_TITLE_WEIGHT = 0.8


class Proposer:
    """Proposes sections of one issue, by what earlier ones did and what it has itself by now.

    A section whose title is new stands for the regular ones that the issue lacks, as far as it
    stands in their place: "Artificial excitement" for "AI".
    """

    def __init__(self, past: LinkPast, issue: Issue) -> None:
        """Take an issue.

        Args:
            past: The links of earlier issues.
            issue: The one that bookmarks are for.
        """
        self._past, self._own = past, LinkPast()
        self._own.add(issue)
        self._names = {title_key(issue.sections[n]): n for n in first_level(issue)}
        self._headings = [(n, _stems_of_headings(issue, n)) for n in self._names.values()]
        self._uses = past.uses + self._own.uses
        self._all_uses = self._uses.total() + 1
        self._stand_ins = self._find_stand_ins(issue)
        self._scores: dict[str, list[tuple[str, float]]] = {}

    def _find_stand_ins(self, issue: Issue) -> dict[str, list[tuple[int, float]]]:
        """By the regular section that the issue lacks: what may be it, and how near it stands."""
        here = find_places(issue)
        new = [(here[name], n) for name, n in self._names.items() if not self._past.uses[name]]
        found = {}
        for name, places in self._past.places.items():
            if name not in self._names and len(places) >= _REGULAR:
                usual = sum(places) / len(places)
                found[name] = [
                    (number, _OTHER_TITLE_WEIGHT * math.exp(-(((place - usual) / _NEAR) ** 2)))
                    for place, number in new
                ]
        return found

    def propose(self, bookmark: Bookmark, most: int = 2) -> list[int]:
        """Propose where a bookmark may go.

        Args:
            bookmark: The bookmark.
            most: How many sections are proposed.

        Returns:
            The numbers of sections of the issue's first level, the likeliest first; fewer where
            nothing speaks for more.
        """
        features = find_features(bookmark.address, bookmark.words)
        scores = self._count_uses(features)
        for number, stems in self._headings:
            scores[number] += _HEADING_WEIGHT * len(features & stems)
        likeliest = [n for n in sorted(scores, key=lambda n: -scores[n]) if scores[n] > 0]
        return likeliest[:most]

    def _count_uses(self, features: set[str]) -> defaultdict[int, float]:
        by_name, scores = defaultdict[str, float](float), defaultdict[int, float](float)
        for feature in features:
            if feature not in self._scores:
                self._scores[feature] = self._score(feature)
            for name, score in self._scores[feature]:
                by_name[name] += score
        lacking = defaultdict[int, float](float)
        for name, score in by_name.items():
            if name in self._names:
                scores[self._names[name]] += score
            for number, nearness in self._stand_ins.get(name, ()):
                lacking[number] = max(lacking[number], score * nearness)
        for number, score in lacking.items():
            scores[number] += score
        return scores

    def _score(self, feature: str) -> list[tuple[str, float]]:
        """How much a feature speaks for each section that the issue has, or lacks."""
        counts, own = self._past.counts.get(feature), self._own.counts.get(feature)
        counts = counts + own if counts and own else counts or own
        total = counts.total() if counts else 0
        if not counts or total > max(self._all_uses * _COMMON, 20):
            return []
        weight = math.log(self._all_uses / total) ** 2
        if feature.startswith("@"):
            weight *= _HOST_WEIGHT
        return [
            (name, weight * (count / (total + 1)) ** _SHARE_POWER / self._uses[name] ** _USED_POWER)
            for name, count in counts.items()
            if name in self._names or name in self._stand_ins
        ]


def _stems_of_headings(issue: Issue, number: int) -> set[str]:
    """Those of the words of a section's heading, and of the headings below it."""
    end = issue.sections[number].span.end
    headings = (each.heading for each in issue.sections[number:] if each.span.start < end)
    return find_stems(" ".join(plain_text(heading.title) for heading in headings))
