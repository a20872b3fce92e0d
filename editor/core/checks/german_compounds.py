"""German compounds: words such as "Kartenkacheldaten" and "nachnutzen", not all in dictionaries."""

from collections.abc import Iterator

from editor.core.checks.diagnostic import Speller

_LINKING_ELEMENTS = ("", "s", "es", "n", "en")
"""What may stand between the parts of a compound."""
_LONGEST = 60
"""Letters; a longer word is not one, and would take long."""

_PREFIXES = (
    "ab an auf aus be ein ent fort heraus herum herunter hin mit nach neu raus rein rum um umher "
    "un ver vor weg weiter wieder zu zurück zusammen"
).split()
"""What verbs and adjectives take."""


def is_compound(word: str, speller: Speller) -> bool:
    """Tell whether a word is a German compound of words that a dictionary has.

    A noun is made of any word and a noun, an adjective or verb of a noun and an adjective or verb,
    or of a prefix and such a word. "Daten" is a noun because "daten" is unknown.

    Args:
        word: The word; not empty.
        speller: The dictionary.

    Returns:
        True where its parts are known.

    >>> class Few:
    ...     words = ("Karten", "Kachel", "Daten", "wir", "Wir", "haben")
    ...     knows_in_site_language = staticmethod(lambda word: word in Few.words)
    >>> is_compound("Kartenkacheldaten", Few()), is_compound("wirhaben", Few())
    (True, False)
    """
    knows = speller.knows_in_site_language
    if word[0].islower() and any(knows(stem) for stem in _strip_prefixes(word)):
        return True
    if len(word) > _LONGEST:
        return False
    for cut in range(len(word) - 4, 2, -1):
        head, tail = word[:cut], word[cut:]
        if _may_end_compound(tail, word, speller) and may_begin_compound(head, speller):
            return True
    return False


def _may_end_compound(tail: str, word: str, speller: Speller) -> bool:
    if word[0].isupper():
        return _is_noun(tail, speller)
    return speller.knows_in_site_language(tail)


def _strip_prefixes(word: str) -> Iterator[str]:
    """Yield what follows a prefix: "nutzen" of "nachnutzen", "drehen" of "umzudrehen"."""
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word:
            yield from (stem for stem in (rest, rest.removeprefix("zu")) if len(stem) > 4)


def may_begin_compound(head: str, speller: Speller) -> bool:
    """Tell whether a compound can begin with these letters.

    Args:
        head: The beginning of a word, such as "Gesundheits" of "Gesundheitsamt"; not empty.
        speller: The dictionary.

    Returns:
        True for a noun with or without a linking element, for another word, or for a compound.
    """
    for element in _LINKING_ELEMENTS:
        stem = head.removesuffix(element)
        if head.endswith(element) and len(stem) > 2 and _is_noun(stem, speller):
            return True
    if not head[0].isupper():
        return False
    if len(head) > 3 and speller.knows_in_site_language(head.lower()):
        return True
    return is_compound(head, speller)


def _is_noun(word: str, speller: Speller) -> bool:
    return speller.knows_in_site_language(word.capitalize()) and not speller.knows_in_site_language(
        word.lower()
    )
