"""Where words of a search stand in a text, by the rules of the index."""

import re
import unicodedata

EMBEDDED_DATA = re.compile(r"data:[a-z]+/[\w.+-]+[^)\s\"']*")
"""Calendars and pictures that stand in the text itself: nobody looks for words in them."""
_WORD = re.compile(r"\w+")
_AROUND = 250
"""Letters before and behind a place among which words are looked for."""
_QUOTES = str.maketrans("", "", '"„“”«»')


def find_words(text: str, words: str, near: str = "") -> int | None:
    """Find a place of words: at the beginning of a word, else within one.

    Args:
        text: The text.
        words: What the user looked for; of several words the longest is looked for alone where
            they do not stand together.
        near: Words around the place that is meant: of several places the one that has the most of
            them around it is found; "" for the first place.

    Returns:
        A position; None where none of them is there. Case and accents do not count, and what is
        data of pictures and calendars is passed over.
    """
    words = words.translate(_QUOTES).strip()
    shown = EMBEDDED_DATA.sub(lambda match: " " * len(match[0]), text)
    folded = _fold(shown)
    parts = [words, *sorted(words.split(), key=len, reverse=True)]
    for part in filter(None, map(_fold, parts)):
        for pattern in (rf"(?<!\w){re.escape(part)}", re.escape(part)):
            places = [match.start() for match in re.finditer(pattern, folded)]
            if places:
                around = set(_WORD.findall(_fold(near)))
                return max(places, key=lambda place: _weigh_around(folded, place, around))
    return None


def _weigh_around(text: str, place: int, words: set[str]) -> float:
    """Weigh the words that stand around a place: the nearer, the more."""
    if not words:
        return 0
    weights: dict[str, float] = {}
    for match in _WORD.finditer(text, max(place - _AROUND, 0), place + _AROUND):
        if match[0] in words:
            weight = 1 / (1 + abs(match.start() - place))
            weights[match[0]] = max(weight, weights.get(match[0], 0))
    return sum(weights.values())


def _fold(text: str) -> str:
    """Small letters without accents, as many as there were."""
    return "".join(_fold_letter(letter) for letter in text) if not text.isascii() else text.lower()


def _fold_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0].lower()
    return plain if len(plain) == 1 else letter
