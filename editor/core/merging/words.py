"""Two versions of a unit merged word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

_TOKEN = re.compile(
    r"""
    [A-Za-z0-9+/=%]{40,}   # the data of a calendar link is one word
    | https?://[^\s<>()]+      # an address is one word, and so is a date, an hour, a number
    | \d[\w.,:/+–-]*\w
    | \w+
    | [^\S\n]+             # white space
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MAX_TOKENS = 4000
"""Tokens up to which versions are compared word by word; longer ones line by line."""


class MergedWords(Struct, frozen=True):
    """What a unit becomes: where both sides changed the same words, by whose side one takes."""

    mine: str
    theirs: str

    @property
    def agrees(self) -> bool:
        """Whether both sides can have all they changed."""
        return self.mine == self.theirs


class _Hunk(Struct, frozen=True):
    """Tokens ``start`` to ``end`` of the base became others."""

    start: int
    end: int
    new: tuple[str, ...]


def merge_words(base: str, mine: str, theirs: str) -> MergedWords:
    """Merge two versions of a text by words.

    >>> merge_words("on Monday at ten", "on Tuesday at ten", "on Monday at nine").mine
    'on Tuesday at nine'

    Args:
        base: What both come from.
        mine: One version.
        theirs: The other version.

    Returns:
        The merged text; two of them where both changed the same words.
    """
    if mine in (base, theirs):
        return MergedWords(theirs, theirs)
    if theirs == base:
        return MergedWords(mine, mine)
    pattern = _TOKEN
    if max(len(_TOKEN.findall(text)) for text in (base, mine, theirs)) > _MAX_TOKENS:
        pattern = _LINE
    tokens = pattern.findall(base)
    hunks = [_find_hunks(tokens, pattern.findall(text)) for text in (mine, theirs)]
    results: tuple[list[str], list[str]] = ([], [])
    at = 0
    for start, end, by_mine, by_theirs in _cluster(*hunks):
        chosen = [_play(tokens, start, end, part) for part in (by_mine, by_theirs)]
        if not by_mine:
            chosen = [chosen[1]] * 2
        elif not by_theirs:
            chosen = [chosen[0]] * 2
        for result, words in zip(results, chosen, strict=True):
            result += [*tokens[at:start], *words]
        at = end
    return MergedWords(*("".join([*result, *tokens[at:]]) for result in results))


def _find_hunks(base: Sequence[str], side: Sequence[str]) -> list[_Hunk]:
    matcher = SequenceMatcher(None, base, side, autojunk=False)
    return [
        _Hunk(i, i_end, tuple(side[j:j_end]))
        for tag, i, i_end, j, j_end in matcher.get_opcodes()
        if tag != "equal"
    ]


_Cluster = tuple[int, int, list[_Hunk], list[_Hunk]]


def _cluster(mine: list[_Hunk], theirs: list[_Hunk]) -> Iterator[_Cluster]:
    """Yield what touches together: the range of the base, and the hunks of both sides in it."""
    waiting = sorted(
        [(hunk, 0) for hunk in mine] + [(hunk, 1) for hunk in theirs],
        key=lambda entry: (entry[0].start, entry[0].end, entry[1]),
    )
    while waiting:
        sides: tuple[list[_Hunk], list[_Hunk]] = ([], [])
        start, end = waiting[0][0].start, waiting[0][0].end
        while waiting and waiting[0][0].start <= end:
            hunk, side = waiting.pop(0)
            sides[side].append(hunk)
            end = max(end, hunk.end)
        yield start, end, *sides


def _play(tokens: Sequence[str], start: int, end: int, hunks: list[_Hunk]) -> list[str]:
    """The tokens of a range with some hunks played on them."""
    words: list[str] = []
    at = start
    for hunk in hunks:
        words += [*tokens[at : hunk.start], *hunk.new]
        at = hunk.end
    return [*words, *tokens[at:end]]
