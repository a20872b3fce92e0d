"""Words and patterns found in texts, with a deadline: a pattern may take for ever."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

if TYPE_CHECKING:
    import regex

MOST_FOUND = 5_000
"""How many places are listed."""
_DEADLINE = 0.5
"""Seconds for all texts."""


class Query(Struct, frozen=True):
    """What to look for."""

    words: str
    with_case: bool = False
    """Whether capital letters count."""
    whole_words: bool = False
    is_pattern: bool = False
    """Whether the words are a regular expression."""


class Hit(NamedTuple):
    """A place in one of some texts."""

    text_number: int
    """Which text, from 0."""
    start: int
    end: int
    new: str = ""
    """What shall stand there."""


def find_all(
    texts: Sequence[str],
    query: Query,
    replacement: str | None = None,
    *,
    clock: Callable[[], float] = monotonic,
) -> list[Hit]:
    """Find all places in some texts.

    Args:
        texts: The texts.
        query: What to look for; "" is found nowhere, nor is an empty match of a pattern.
        replacement: What shall stand in their place; for a pattern with its groups as ``\\1`` or
            ``\\g<name>``. None where nothing is replaced.
        clock: Tells seconds.

    Returns:
        The places in their order, at most MOST_FOUND.

    Raises:
        InputRejected: If the pattern or the replacement is broken, or takes too long.
    """
    if not query.words:
        return []
    pattern, end = _compile(query), clock() + _DEADLINE
    found: list[Hit] = []
    try:
        for number, text in enumerate(texts):
            left = max(end - clock(), 0.001)
            for match in pattern.finditer(text, timeout=left):
                if match.end() > match.start():
                    new = _expand(match, query, replacement)
                    found.append(Hit(number, match.start(), match.end(), new))
                if len(found) == MOST_FOUND:
                    return found
    except TimeoutError:
        message = translate("core", "This pattern takes too long. Try a simpler one.")
        raise InputRejected(message) from None
    return found


def _compile(query: Query) -> "regex.Pattern[str]":
    import regex  # takes 0.07 s

    words = query.words if query.is_pattern else regex.escape(query.words)
    if query.whole_words:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    flags = regex.MULTILINE if query.with_case else regex.MULTILINE | regex.IGNORECASE
    try:
        return regex.compile(words, flags)
    except (regex.error, OverflowError, RecursionError) as error:
        raise InputRejected(
            translate("core", "The pattern is broken: {reason}.").fill(reason=str(error))
        ) from None


def _expand(match: "regex.Match[str]", query: Query, replacement: str | None) -> str:
    if replacement is None or not query.is_pattern:
        return replacement or ""
    import regex

    try:
        return match.expand(replacement)
    except (regex.error, IndexError) as error:
        raise InputRejected(
            translate("core", "The replacement is broken: {reason}.").fill(reason=str(error))
        ) from None
