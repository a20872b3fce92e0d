"""Words cut to the room that there is for them."""


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
