"""Typographic quotes, apostrophes, dashes and dots, as one types them."""

from typing import NamedTuple

_QUOTES = {"de": ("„", "“", "‚", "‘"), "en": ("“", "”", "‘", "’")}
"""Opening and closing double quotes, opening and closing single ones, by language."""
_OPENERS = " \t\n\u00a0\u2028([{–—/„“‚‘"


class Typeset(NamedTuple):
    """What takes the place of what was typed."""

    removed: int
    """How many characters before it go, too."""
    words: str


def typeset(before: str, typed: str, language: str) -> Typeset | None:
    """Find what a typed character becomes.

    >>> typeset("Er sagt ", '"', "de")
    Typeset(removed=0, words='„')
    >>> typeset("geht", "'", "de")
    Typeset(removed=0, words='’')

    Args:
        before: What is seen before it in its paragraph.
        typed: The character.
        language: ISO 639-1 code of the page.

    Returns:
        The sign; None where the character stays as it is, as in an address, or in a language whose
        signs are not known.
    """
    quotes = _QUOTES.get(language)
    word = before.rpartition(" ")[2]
    if quotes is None or "://" in word or word.startswith("www."):
        return None
    opens = not before or before[-1] in _OPENERS
    if typed == '"':
        return Typeset(0, quotes[0] if opens else quotes[1])
    if typed == "'":
        return Typeset(0, _single(before, opens=opens, quotes=quotes))
    if typed == " " and before.endswith((" -", " --")):
        return Typeset(len(before) - len(before.rstrip("-")), "– ")
    if typed == "." and before.endswith("..") and not before.endswith("..."):
        return Typeset(2, "…")
    return None


def _single(before: str, *, opens: bool, quotes: tuple[str, str, str, str]) -> str:
    """A single quote, or an apostrophe where none is open."""
    if opens:
        return quotes[2]
    if before.rfind(quotes[2]) > before.rfind(quotes[3]) and not before[-1:].isdigit():
        return quotes[3]
    return "’"
