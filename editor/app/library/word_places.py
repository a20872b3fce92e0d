"""Where words of a search stand in a text, by the rules of the index."""

import re
import unicodedata

EMBEDDED_DATA = re.compile(r"data:[a-z]+/[\w.+-]+[^)\s\"']*")
"""Calendars and pictures that stand in the text itself: nobody looks for words in them."""
_QUOTES = str.maketrans("", "", '"„“”«»')


def find_words(text: str, words: str) -> int | None:
    """Find the first place of words: at the beginning of a word, else within one.

    Args:
        text: The text.
        words: What the user looked for; of several words the longest is looked for alone where
            they do not stand together.

    Returns:
        A position; None where none of them is there. Case and accents do not count, and what is
        data of pictures and calendars is passed over.
    """
    words = words.translate(_QUOTES).strip()
    shown = EMBEDDED_DATA.sub(lambda match: " " * len(match[0]), text)
    folded = _fold(shown)
    parts = [words, *sorted(words.split(), key=len, reverse=True)]
    for part in filter(None, map(_fold, parts)):
        match = re.search(rf"(?<!\w){re.escape(part)}", folded) or re.search(
            re.escape(part), folded
        )
        if match:
            return match.start()
    return None


def _fold(text: str) -> str:
    """Small letters without accents, as many as there were."""
    return "".join(_fold_letter(letter) for letter in text) if not text.isascii() else text.lower()


def _fold_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    return plain if len(plain) == 1 else letter
