"""Words that German puts together and no dictionary lists all of: "Kartenkacheldaten", "nachnutzen"."""

from collections.abc import Iterator

from editor.core.checks.diagnostic import Speller

_LINKS = ("", "s", "es", "n", "en")
"""What may stand between the parts of a German compound (linking elements)."""
_LONGEST = 60
"""Letters; what is longer is no word, and would take long."""

_PREFIXES = (
    "ab an auf aus be ein ent fort heraus herum herunter hin mit nach neu raus rein rum um umher un ver vor weg weiter wieder zu zurück zusammen"
).split()


def is_compound(word: str, speller: Speller) -> bool:
    """Whether a word is put together as German does it: a noun from anything and a noun, an adjective from a noun and
    an adjective. That "daten" is unknown where "Daten" is known tells a noun.

    >>> class Few:
    ...     has = staticmethod(lambda word: word in ("Karten", "Kachel", "Daten", "wir", "Wir", "haben"))
    >>> is_compound("Kartenkacheldaten", Few()), is_compound("wirhaben", Few())
    (True, False)
    """
    if word[0].islower() and any(speller.has(rest) for rest in _without_prefix(word)):
        return True
    for cut in range(len(word) - 4, 2, -1) if len(word) <= _LONGEST else ():
        head, tail = word[:cut], word[cut:]
        if (
            _is_noun(tail, speller) if word[0].isupper() else speller.has(tail)
        ) and may_begin_compound(head, speller):
            return True
    return False


def _without_prefix(word: str) -> Iterator[str]:
    """What follows a prefix that verbs and adjectives take: "nutzen" of "nachnutzen", "drehen" of "umzudrehen"."""
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word:
            yield from (part for part in (rest, rest.removeprefix("zu")) if len(part) > 4)


def may_begin_compound(head: str, speller: Speller) -> bool:
    """Whether a compound can begin so: "Gesundheits" of "Gesundheitsamt"."""
    stems = [head.removesuffix(link) for link in _LINKS if head.endswith(link)]
    return any(len(stem) > 2 and _is_noun(stem, speller) for stem in stems) or (
        head[0].isupper()
        and ((len(head) > 3 and speller.has(head.lower())) or is_compound(head, speller))
    )


def _is_noun(word: str, speller: Speller) -> bool:
    return speller.has(word.capitalize()) and not speller.has(word.lower())
