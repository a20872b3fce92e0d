"""Spelling with the dictionaries that are installed (hunspell's and others', through enchant), and a list of the user's.

Without the library or a dictionary for any of the site's languages there is no speller, and no word is wrong.
Enchant is C and knows no threads: it is asked by one at a time, and a dictionary, once open, is never given back.
"""

import re
import threading
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs

from editor.app.services.files import store_file
from editor.core.checks import spelling

_TAGS = {"de": ("de_DE", "de_AT", "de_CH", "de"), "en": ("en_US", "en_GB", "en")}
_ALONE = threading.Lock()


def user_word_list() -> Path:
    """Where the user's own words stand, one a line."""
    return Path(platformdirs.user_data_dir("rundbrief", appauthor=False)) / "words.txt"


class Dictionaries:
    """A word is known if one of the dictionaries or the user's list has it; the first is of the site's own language."""

    def __init__(self, dictionaries: list[Any]) -> None:
        self._dictionaries = dictionaries
        self._seen: dict[str, tuple[bool, bool]] = {}
        self._own = set(_read())

    def knows(self, word: str) -> bool:
        return any(self._known(word))

    def has(self, word: str) -> bool:
        return self._known(word)[0]

    def _known(self, word: str) -> tuple[bool, bool]:
        """Whether the first has it, or else another."""
        if word not in self._seen:
            plain = _plain(word)
            with _ALONE:
                first = self._dictionaries[0].check(plain)
                other = not first and (
                    plain in self._own
                    or plain.lower() in self._own
                    or any(one.check(plain) for one in self._dictionaries[1:])
                )
            self._seen[word] = first, other
        return self._seen[word]

    def proposals(self, word: str) -> list[str]:
        with _ALONE:
            return [proposal for one in self._dictionaries[:1] for proposal in one.suggest(word)][
                :6
            ]

    def learn(self, word: str) -> None:
        """The user says that a word is right. Raises UserFacingError where that cannot be kept."""
        self._own.add(_plain(word))
        self._keep()

    def unlearn(self, word: str) -> None:
        """Take a word back. Raises UserFacingError where that cannot be kept."""
        self._own.discard(_plain(word))
        self._keep()

    def _keep(self) -> None:
        self._seen.clear()
        spelling.clear_known_words()
        store_file(user_word_list(), "".join(f"{one}\n" for one in sorted(self._own)).encode())


def _plain(word: str) -> str:
    """As dictionaries have it."""
    return word.replace("’", "'")


def _read() -> list[str]:
    try:
        return [
            _plain(line.strip())
            for line in user_word_list().read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
    except (OSError, UnicodeDecodeError):
        return []


def load_speller(language: str) -> Dictionaries | None:
    """The dictionaries for a site in a language, its own first; None where none is installed."""
    found: list[Any] = []
    for tags in (
        _TAGS.get(language, (language,)),
        *(tags for one, tags in _TAGS.items() if one != language),
    ):
        with _ALONE:
            opened = next((one for tag in tags if (one := _dictionary(tag))), None)
        if opened:
            found.append(opened)
    own = _TAGS.get(language, (language,))
    if found and found[0].tag in own:
        return Dictionaries(found)
    return None


@cache
def _dictionary(tag: str) -> Any:
    """A dictionary, opened once and for good; None where the library or the dictionary is not installed."""
    try:
        import enchant
    except ImportError:
        return None
    if re.fullmatch(r"[A-Za-z_]+", tag) and enchant.dict_exists(tag):
        return enchant.Dict(tag)
    return None
