"""Spelling with the installed dictionaries, through enchant, and with a word list of the user's.

Where the library or its dictionary is missing, dictionaries are read from files; without one for
the site's language there is no speller, and no word is wrong. Enchant is written in C and not safe
in threads: a lock lets one thread in at a time, and a dictionary is never given back once it is
open.
"""

import re
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from editor.app.checks.dictionary_files import read_dictionary
from editor.app.services.files import store_file
from editor.app.services.folders import data_folder
from editor.core.checks import spelling

_TAGS = {"de": ("de_DE", "de_AT", "de_CH", "de"), "en": ("en_US", "en_GB", "en")}
"""By language: the names of dictionaries, the best first."""
_TAG = re.compile(r"[A-Za-z_]+")
_ENCHANT_LOCK = threading.Lock()
_PROPOSALS_LIMIT = 6


class _Dictionary(Protocol):
    """What is used of ``enchant.Dict``, which has no types."""

    tag: str

    def check(self, word: str) -> bool: ...

    def suggest(self, word: str) -> list[str]: ...


def user_word_list() -> Path:
    """Name the file with the words that the user has called right, one in a line."""
    return data_folder() / "words.txt"


class Dictionaries:
    """A ``Speller`` that looks words up in several dictionaries and in the user's word list."""

    def __init__(self, dictionaries: Sequence[_Dictionary]) -> None:
        """Take dictionaries.

        Args:
            dictionaries: At least one; the first is of the site's own language.
        """
        self._dictionaries = dictionaries
        self._known: dict[str, tuple[bool, bool]] = {}
        self._user_words = set(_read_user_words())

    def knows(self, word: str) -> bool:
        return any(self._look_up(word))

    def knows_in_site_language(self, word: str) -> bool:
        return self._look_up(word)[0]

    def _look_up(self, word: str) -> tuple[bool, bool]:
        """Tell whether the first dictionary has a word, and whether only something else has it."""
        if word not in self._known:
            plain = _normalize(word)
            with _ENCHANT_LOCK:
                in_first = self._dictionaries[0].check(plain)
                in_others = not in_first and (
                    plain in self._user_words
                    or plain.lower() in self._user_words
                    or any(dictionary.check(plain) for dictionary in self._dictionaries[1:])
                )
            self._known[word] = in_first, in_others
        return self._known[word]

    def proposals(self, word: str) -> list[str]:
        with _ENCHANT_LOCK:
            return list(self._dictionaries[0].suggest(word))[:_PROPOSALS_LIMIT]

    def learn(self, word: str) -> None:
        """Add a word to the user's word list.

        Args:
            word: What the user calls right.

        Raises:
            UserFacingError: If the list cannot be written.
        """
        self._user_words.add(_normalize(word))
        self._store_user_words()

    def unlearn(self, word: str) -> None:
        """Take a word from the user's word list.

        Args:
            word: A word that was learned.

        Raises:
            UserFacingError: If the list cannot be written.
        """
        self._user_words.discard(_normalize(word))
        self._store_user_words()

    def _store_user_words(self) -> None:
        self._known.clear()
        spelling.clear_known_words()
        lines = "".join(f"{word}\n" for word in sorted(self._user_words))
        store_file(user_word_list(), lines.encode())


def _normalize(word: str) -> str:
    """Return a word with the apostrophe that dictionaries use."""
    return word.replace("’", "'")


def _read_user_words() -> list[str]:
    try:
        lines = user_word_list().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [_normalize(line.strip()) for line in lines if line.strip()]


def load_speller(language: str) -> Dictionaries | None:
    """Load the dictionaries for a site.

    Args:
        language: The language of the site, such as "de".

    Returns:
        A dictionary of that language, and one of each other language that is installed; None
        where that language has none.
    """
    own_tags = _TAGS.get(language, (language,))
    other_tags = [tags for other, tags in _TAGS.items() if other != language]
    dictionaries = [
        dictionary for tags in (own_tags, *other_tags) if (dictionary := _open_first(tags))
    ]
    if dictionaries and dictionaries[0].tag in own_tags:
        return Dictionaries(dictionaries)
    return None


def _open_first(tags: Sequence[str]) -> _Dictionary | None:
    """Open the first dictionary that is installed."""
    with _ENCHANT_LOCK:
        for open_dictionary in (_open_dictionary, _read_dictionary):
            for tag in tags:
                dictionary = open_dictionary(tag) if _TAG.fullmatch(tag) else None
                if dictionary is not None:
                    return dictionary
    return None


_read_dictionary = cache(read_dictionary)


@cache
def _open_dictionary(tag: str) -> _Dictionary | None:
    """Open a dictionary once and for good; None where it, or the library, is not installed."""
    try:
        import enchant
    except ImportError:
        return None
    if not enchant.dict_exists(tag):
        return None
    dictionary: _Dictionary = enchant.Dict(tag)
    return dictionary
