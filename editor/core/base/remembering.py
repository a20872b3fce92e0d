"""Functions of texts whose results are remembered, within bounds that long texts keep, too."""

from collections.abc import Callable, Hashable
from functools import lru_cache, update_wrapper
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

from cachetools import LRUCache
from cachetools.keys import hashkey

_SHORT = 2_000
"""Characters up to which results are counted; those of longer texts are weighed."""
_ROOM = 1_500_000
"""Characters of the longer texts whose results are remembered: the largest issue, ten times."""

P = ParamSpec("P")
R = TypeVar("R")


class Remembered(Generic[P, R]):
    """A function that is computed once for each text. It may be called from any thread.

    One that counts its results only holds thousands of versions of a list of 60 kB while somebody
    types in it: hundreds of megabytes.
    """

    def __init__(self, function: Callable[P, R], count: int, at: int) -> None:
        update_wrapper(self, function)
        self._function, self._at = function, at
        self._short = lru_cache(maxsize=count)(function)
        self._long: LRUCache[Hashable, tuple[int, R]] = LRUCache(_ROOM, getsizeof=_length_of)
        self._lock = Lock()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        length = len(args[self._at])  # type: ignore[arg-type] # it is the text
        if length <= _SHORT:
            return self._short(*args, **kwargs)  # type: ignore[arg-type] # they are hashable
        key = hashkey(*args, **kwargs)  # type: ignore[arg-type]
        with self._lock:
            if key in self._long:
                return self._long[key][1]
        result = self._function(*args, **kwargs)
        if length <= _ROOM:
            with self._lock:
                self._long[key] = (length, result)
        return result

    def cache_clear(self) -> None:
        """Forget all results."""
        self._short.cache_clear()
        with self._lock:
            self._long.clear()


def remember(count: int, *, at: int = 0) -> Callable[[Callable[P, R]], Remembered[P, R]]:
    """Remember the results of a function of a text.

    Args:
        count: How many results of short texts are remembered.
        at: Which of its positional arguments is the text; all of them are hashable.

    Returns:
        What makes the function one that remembers.

    >>> @remember(10)
    ... def count_words(text: str) -> int:
    ...     return len(text.split())
    >>> count_words("two words")
    2
    """

    def decorate(function: Callable[P, R]) -> Remembered[P, R]:
        return Remembered(function, count, at)

    return decorate


def _length_of(kept: tuple[int, object]) -> int:
    return kept[0]
