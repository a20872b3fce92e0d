"""Two versions of a page compared as they are read: blocks, and the words within them."""

import difflib
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from editor.core.issue.issue import Issue
from editor.core.rendering.dialects import dialect_for
from editor.core.richtext.blocks import BlockKind, Mark, PlacedBlock, RichBlock, Run, RunKind
from editor.core.richtext.body import read_body

_WORD = re.compile(r"\w+|\W")
_ALIKE = 0.5
"""How alike two blocks are at least, from 0 to 1, to be two versions of one."""
_MOST_PAIRS = 2000
"""Pairs of blocks in one place of change that are looked at for likeness."""
_MOST_LETTERS = 6000
"""Letters that two versions of a block may have together to be compared by words."""


_Token = tuple[str, Run | None]
"""A word or a sign, and the run it is part of."""


class Fate(StrEnum):
    """What became of words or of a block."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """Words of one look and one fate."""

    words: str
    run: Run | None
    """What they were part of; None in the front matter, which has no looks."""
    fate: Fate


class ComparedBlock(Struct, frozen=True):
    """A block of one version or of both."""

    block: RichBlock | None
    """How it looks; None for a line of the front matter."""
    pieces: tuple[Piece, ...]
    behind: tuple[tuple[str, str], ...] = ()
    """What differs without being seen, before and after: addresses of links, or the whole source
    where the words are the same."""

    @property
    def has_changed(self) -> bool:
        """Whether it differs at all."""
        return bool(self.behind) or any(piece.fate != Fate.SAME for piece in self.pieces)


class _Part(NamedTuple):
    """A block or a line of one version, with its source, by which it is recognised."""

    source: str
    block: RichBlock | None


def compare_pages(before: Issue, after: Issue) -> list[ComparedBlock]:
    """Compare two versions of a page.

    Args:
        before: The page as it was.
        after: The page as it is.

    Returns:
        The lines of the front matter, then the blocks, in the order of the new version; what is
        gone stands where it stood. A block whose source is the same is the same.
    """
    old, new = _parts(before), _parts(after)
    matcher = difflib.SequenceMatcher(
        None, [part.source for part in old], [part.source for part in new], autojunk=False
    )
    compared: list[ComparedBlock] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            compared += [_one_sided(part, Fate.SAME) for part in new[k:m]]
        else:
            compared += _compare_group(old[i:j], new[k:m])
    return compared


def _parts(issue: Issue) -> list[_Part]:
    front = issue.text[: issue.front.body]
    lines = [_Part(line, None) for line in front.splitlines() if line.strip("-+ ")]
    blocks: Sequence[PlacedBlock] = read_body(issue, dialect_for(issue.profile)).blocks
    return lines + [
        _Part(issue.text[placed.start : placed.end], placed.block)
        for placed in blocks
        if placed.block.kind != BlockKind.EMPTY
    ]


def _one_sided(part: _Part, fate: Fate) -> ComparedBlock:
    return ComparedBlock(part.block, tuple(Piece(*token, fate) for token in _tokens(part)))


def _compare_group(old: list[_Part], new: list[_Part]) -> Iterator[ComparedBlock]:
    """Compare neighbors that differ: each with the next one that is like it."""
    at = 0
    is_small = len(old) * len(new) <= _MOST_PAIRS
    for part in old:
        partner = _find_alike(part, new[at:]) if is_small else None
        if partner is None:
            yield _one_sided(part, Fate.GONE)
            continue
        yield from (_one_sided(each, Fate.NEW) for each in new[at : at + partner])
        yield _compare_parts(part, new[at + partner])
        at += partner + 1
    yield from (_one_sided(each, Fate.NEW) for each in new[at:])


def _find_alike(part: _Part, others: list[_Part]) -> int | None:
    words = _words(part)
    if len(words) > _MOST_LETTERS:
        return None
    matcher = difflib.SequenceMatcher(None, "", words, autojunk=False)
    for number, other in enumerate(others):
        if (part.block is None) != (other.block is None):
            continue
        matcher.set_seq1(_words(other))
        is_alike = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
        if is_alike and len(words) + len(_words(other)) <= _MOST_LETTERS:
            if matcher.ratio() >= _ALIKE:
                return number
    return None


def _words(part: _Part) -> str:
    return part.block.shown if part.block else part.source


def _tokens(part: _Part) -> list[_Token]:
    """What is compared: words and signs of text; what stands for something else as a whole."""
    if part.block is None:
        return _text_tokens(part.source)
    tokens: list[_Token] = []
    for run in part.block.runs:
        if run.kind is RunKind.TEXT:
            tokens += [(word, run) for word in _WORD.findall(run.shown)]
        elif run.shown:
            tokens.append((run.shown, run))
    return tokens


def compare_texts(before: str, after: str) -> list[Piece]:
    """Compare two texts word by word.

    Args:
        before: The text as it was.
        after: The text as it is.

    Returns:
        The words of both, in order.

    >>> [piece.words for piece in compare_texts("on Monday", "on Friday") if piece.fate == "gone"]
    ['Monday']
    """
    return _compare_tokens(_text_tokens(before), _text_tokens(after))


def _text_tokens(text: str) -> list[_Token]:
    return [(word, None) for word in _WORD.findall(text)]


def _compare_tokens(before: list[_Token], after: list[_Token]) -> list[Piece]:
    old_looks, new_looks = ([_look(*token) for token in side] for side in (before, after))
    matcher = difflib.SequenceMatcher(None, old_looks, new_looks, autojunk=False)
    pieces: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pieces += [Piece(*token, Fate.SAME) for token in after[k:m]]
            continue
        pieces += [Piece(*token, Fate.GONE) for token in before[i:j]]
        pieces += [Piece(*token, Fate.NEW) for token in after[k:m]]
    return pieces


def _compare_parts(old: _Part, new: _Part) -> ComparedBlock:
    pieces = _compare_tokens(_tokens(old), _tokens(new))
    behind = tuple(_changed_addresses(old, new))
    if not behind and all(piece.fate == Fate.SAME for piece in pieces):
        behind = ((old.source, new.source),)
    return ComparedBlock(new.block, tuple(pieces), behind)


def _look(words: str, run: Run | None) -> tuple[str, frozenset[Mark]]:
    return words, run.marks if run else frozenset()


def _changed_addresses(old: _Part, new: _Part) -> Iterator[tuple[str, str]]:
    before, after = _addresses(old), _addresses(new)
    if len(before) == len(after):
        yield from ((one, other) for one, other in zip(before, after, strict=True) if one != other)


def _addresses(part: _Part) -> list[str]:
    if part.block is None:
        return []
    return [each.address for each in part.block.constructs if each.mark is Mark.LINK]
