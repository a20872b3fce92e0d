"""Three-way merge: one text from two that have the same origin.

Laws, for every base b and sides m, t: ``merge(b, b, t)`` is t and ``merge(b, m, b)`` is m, without
a conflict; ``merge(b, m, t)`` and ``merge(b, t, m)`` differ only in the sides of their conflicts;
no word that a side has added is missing, but what a conflict shows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from editor.core.frontmatter.model import FrontMatter
from editor.core.frontmatter.reading import read_front_matter
from editor.core.merging.alignment import align_units
from editor.core.merging.units import Unit, split_units
from editor.core.merging.words import merge_words
from editor.core.profiles.profile import Profile


class Side(StrEnum):
    """What a conflict is answered with."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Conflict(Struct, frozen=True):
    """A place that both sides have changed: what it becomes by each answer."""

    mine: str
    theirs: str
    base: str
    may_keep_both: bool = True
    """Whether both may stand there, one after the other: a field must not be there twice."""

    def answer(self, side: Side) -> str:
        """Return the text of an answer.

        Args:
            side: The answer; ``BOTH`` where that may not be counts as mine.

        Returns:
            The text for the place.
        """
        if side is Side.THEIRS:
            return self.theirs
        if side is Side.MINE or not self.may_keep_both:
            return self.mine
        return _join_parts((self.mine, self.theirs))


def _join_parts(parts: Iterable[str]) -> str:
    """Join parts; what was the last line of its text, without a line end, gets one."""
    result: list[str] = []
    for part in filter(None, parts):
        if result and not result[-1].endswith("\n"):
            result.append("\r\n" if any("\r\n" in each for each in (part, *result)) else "\n")
        result.append(part)
    return "".join(result)


class Merge(Struct, frozen=True):
    """The merged text in parts, in its order: what is settled, and conflicts."""

    parts: tuple[str | Conflict, ...]
    changes: int = 0
    """In how many units the other side's changes were taken over."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the places that need an answer."""
        return tuple(part for part in self.parts if isinstance(part, Conflict))

    def text(self, answers: Sequence[Side] = ()) -> str:
        """Return the merged text.

        Args:
            answers: One for each conflict; the first ones are enough, the others are mine.

        Returns:
            The whole document.
        """
        given = iter(answers)
        return _join_parts(
            part.answer(next(given, Side.MINE)) if isinstance(part, Conflict) else part
            for part in self.parts
        )

    def swapped(self) -> "Merge":
        """Return the merge as the other side sees it; the number of changes is not known."""
        parts = [
            Conflict(part.theirs, part.mine, part.base, part.may_keep_both)
            if isinstance(part, Conflict)
            else part
            for part in self.parts
        ]
        return Merge(tuple(parts))


def merge_texts(base: str, mine: str, theirs: str, profile: Profile) -> Merge:
    """Merge two versions of a document.

    Args:
        base: The document both come from.
        mine: One version.
        theirs: The other version.
        profile: The profile through which it is seen.

    Returns:
        The merge; without conflicts where the sides have not changed the same place.
    """
    if mine in (base, theirs):
        return Merge((theirs,), int(theirs != base))
    if theirs == base:
        return Merge((mine,))
    units = [split_units(text, profile) for text in (base, mine, theirs)]
    for merge_by in (_merge_units, _merge_bodies):
        merge = merge_by(*units)
        if _doubles_something(merge, units, profile):
            continue
        if _keeps_front_matter(merge, base, mine, theirs):
            return merge
    return Merge((Conflict(mine, theirs, base, may_keep_both=False),))


def _doubles_something(merge: Merge, units: list[list[Unit]], profile: Profile) -> bool:
    """Whether something that has a name is there more often than on either side, whoever is right.

    That is so where both have moved it, each to another place.
    """
    sides = [_count_names(side) for side in units[1:]]
    for answer in (Side.MINE, Side.THEIRS):
        text = merge.text([answer] * len(merge.conflicts))
        found = _count_names(split_units(text, profile))
        if not any(count > max(side[name] for side in sides) for name, count in found.items()):
            return False
    return True


def _count_names(units: Iterable[Unit]) -> Counter[str]:
    return Counter(unit.identity for unit in units if unit.identity)


def _merge_bodies(base: list[Unit], mine: list[Unit], theirs: list[Unit]) -> Merge:
    """Merge the bodies; the front matter, as one place, is asked about."""
    fronts, bodies = zip(*map(_split_off_front, (base, mine, theirs)), strict=True)
    front = _merge_whole(*fronts)
    body = _merge_units(*bodies)
    return Merge((front, *body.parts), body.changes + 1)


def _split_off_front(units: list[Unit]) -> tuple[tuple[Unit, ...], list[Unit]]:
    count = sum(unit.in_front for unit in units)
    return tuple(units[:count]), units[count:]


def _keeps_front_matter(merge: Merge, *sources: str) -> bool:
    """Whether front matter that could be read still can, with no field twice."""
    before = [read_front_matter(source) for source in sources]
    if any(front.problem or _has_double_field(front) for front in before):
        return True
    count = len(merge.conflicts)
    results = [merge.text([side] * count) for side in Side]
    results.append(merge.swapped().text([Side.BOTH] * count))  # the same whoever merges
    for front in map(read_front_matter, results):
        if front.problem or _has_double_field(front):
            return False
        if front.span is None and all(each.span for each in before):
            return False
    return True


def _has_double_field(front: FrontMatter) -> bool:
    return len(set(front.keys)) < len(front.keys)


def _merge_units(base: list[Unit], mine: list[Unit], theirs: list[Unit]) -> Merge:
    parts: list[str | Conflict] = []
    changes = 0
    for old, left, right in _places(base, mine, theirs):
        parts.append(_merge_place(old, left, right))
        changes += right != old and left != right
    return Merge(tuple(part for part in parts if part != ""), changes)


_CALENDAR_LINK = re.compile(r"data:text/calendar[^\s\"'<>)]*")
_Place = tuple[tuple[Unit, ...], tuple[Unit, ...], tuple[Unit, ...]]
"""The units of base, mine and theirs that stand at one place."""


def _places(base: list[Unit], mine: list[Unit], theirs: list[Unit]) -> Iterator[_Place]:
    """Yield the places in the order of the base: what is new before a unit, then the unit."""
    sides = (mine, theirs)
    found = [align_units(base, side) for side in sides]
    at = [0, 0]
    for index, old in enumerate(base):
        became: list[tuple[Unit, ...]] = []
        added: list[tuple[Unit, ...]] = []
        for number, side in enumerate(sides):
            place = found[number][index]
            end = at[number] if place is None else place
            added.append(tuple(side[at[number] : end]))
            became.append(() if place is None else (side[place],))
            at[number] = end if place is None else place + 1
        yield (), added[0], added[1]
        yield (old,), became[0], became[1]
    yield (), tuple(mine[at[0] :]), tuple(theirs[at[1] :])


def _merge_place(
    old: tuple[Unit, ...], mine: tuple[Unit, ...], theirs: tuple[Unit, ...]
) -> str | Conflict:
    merged = _merge_whole(old, mine, theirs)
    if isinstance(merged, str) or not (old and mine and theirs):
        return merged
    links = [_CALENDAR_LINK.findall(text) for text in (merged.base, merged.mine, merged.theirs)]
    if links[0] != links[1] != links[2] != links[0]:
        return merged  # each link follows its own line; words of both would fit neither
    words = merge_words(merged.base, merged.mine, merged.theirs)
    if words.agrees:
        return words.mine
    return Conflict(words.mine, words.theirs, merged.base, merged.may_keep_both)


def _merge_whole(
    old: tuple[Unit, ...], mine: tuple[Unit, ...], theirs: tuple[Unit, ...]
) -> str | Conflict:
    """Merge a place that is not looked into."""
    base, left, right = (_join(units) for units in (old, mine, theirs))
    if left in (base, right):
        return right
    if right == base:
        return left
    in_front = any(unit.in_front for unit in (*old, *mine, *theirs))
    return Conflict(left, right, base, may_keep_both=not in_front)


def _join(units: Sequence[Unit]) -> str:
    return "".join(unit.text for unit in units)
