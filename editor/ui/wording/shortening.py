"""Words cut to the room that there is for them."""

_SHOWN_TAIL = 39
"""How many characters of a shortened address stay at its end."""


def shorten_words(words: str, limit: int = 40) -> str:
    """Cut words at their end.

    Args:
        words: Such as the title of an entry, for the name of an undo step.
        limit: The most characters to keep.

    Returns:
        The words, with "…" at their end where they were cut.
    """
    if len(words) <= limit:
        return words
    return words[: limit - 1] + "…"


def shorten_address(address: str, limit: int = 120) -> str:
    """Leave out the middle of a long address: host and end tell where it leads.

    Args:
        address: Any address, such as a URL.
        limit: How many characters the result may have; more than ``_SHOWN_TAIL``.

    Returns:
        The address itself where it is short enough.
    """
    if len(address) <= limit:
        return address
    return f"{address[: limit - _SHOWN_TAIL - 1]}…{address[-_SHOWN_TAIL:]}"
