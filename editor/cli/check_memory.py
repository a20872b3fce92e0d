"""What earlier runs of ``rundbrief check`` have found: unchanged pages are not checked again.

A page is known by its bytes and its place, as long as everything else is as it was that checks
look at: the program, the options, the user's own files, and all files of the site that are no
pages.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import editor
from editor.app.checks.diagnostic_records import CheckedFile, DiagnosticRecord
from editor.app.services.files import read_file, remove_file, store_file
from editor.app.services.folders import cache_folder, config_folder, data_folder
from editor.app.services.page_files import is_page
from editor.app.services.site_reading import find_site_folder
from editor.core.base.errors import UserFacingError

_MOST_FILES = 30_000
"""Files of a site above which nothing is remembered: to look at them all would take too long."""
_MOST_PAGES = 10_000
_MOST_STATES = 200
"""Files of answers that are kept."""
_NOT_LOOKED_AT = {".git", "node_modules", "__pycache__", "_site"}
"""Folders of tools, and of pages that are built; "public" holds pictures of some generators."""

Pages = dict[str, list[DiagnosticRecord]]
"""Records by the key of their page."""


class CheckMemory:
    """The answers of earlier runs with the same options."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Look at nothing yet.

        Args:
            options: The parsed arguments of ``rundbrief check``, without a fix.
        """
        self._site = options.site
        names = ("select", "ignore", "level", "site")
        self._options = [str(getattr(options, name)) for name in names]
        # dictionaries lie in many places
        self._is_used = not options.spelling
        self._pages: dict[Path, Pages] = {}
        self._keys: dict[Path, tuple[Path, str]] = {}
        """By the path of a page: the file of its site's answers, and its key."""

    def recall(self, paths: Iterable[Path]) -> dict[Path, CheckedFile]:
        """Find the answers there are.

        Args:
            paths: Pages.

        Returns:
            What was found in those that are known, by path.
        """
        known: dict[Path, CheckedFile] = {}
        if not self._is_used:
            return known
        roots: dict[Path, Path | None] = {}
        for path in paths:
            folder = Path(os.path.realpath(path)).parent  # of a loop of links, too
            if folder not in roots:
                roots[folder] = self._find_answers(folder)
            answers = roots[folder]
            key = answers and _key_of(path)
            if not answers or not key:
                continue
            self._keys[path] = answers, key
            records = self._pages[answers].get(key)
            if records is not None:
                named = ({**each, "file": str(path)} for each in records)
                known[path] = CheckedFile(path, [cast("DiagnosticRecord", each) for each in named])
        return known

    def _find_answers(self, folder: Path) -> Path | None:
        """The file with the answers about the site of a folder; None where none are kept."""
        root = self._find_root(folder)
        if root is None or not (surroundings := _digest_site(root)):
            return None
        parts = [surroundings, _digest_program(), *self._options]
        name = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
        answers = cache_folder() / "checks" / f"{name[:24]}.json"
        if answers not in self._pages:
            self._pages[answers] = _read_pages(answers)
        return answers

    def _find_root(self, folder: Path) -> Path | None:
        if self._site:
            return Path(os.path.realpath(self._site))
        site = find_site_folder(folder)
        return site.root if site else None

    def keep(self, checked: Sequence[CheckedFile]) -> None:
        """Remember answers.

        Args:
            checked: What was found in pages that were not known.
        """
        changed = set()
        for path, records in checked:
            if path not in self._keys:
                continue
            answers, key = self._keys[path]
            if key == _key_of(path):  # it was not written while it was checked
                self._pages[answers][key] = list(records)
                changed.add(answers)
        for answers in changed:
            _write_pages(answers, self._pages[answers])


def _key_of(path: Path) -> str | None:
    """What a page is known by; None where it cannot be read."""
    try:
        data = read_file(path)
    except UserFacingError:
        return None
    place = os.fsencode(os.path.realpath(path))
    return hashlib.sha256(place + b"\0" + data).hexdigest()


@cache
def _digest_site(root: Path) -> str | None:
    """A digest of the site's files that are no pages; None where there are too many."""
    digest = hashlib.sha256(os.fsencode(root))
    for count, stamp in enumerate(_stamps(root, but_pages=True)):
        if count > _MOST_FILES:
            return None
        digest.update(stamp)
    return digest.hexdigest()


@cache
def _digest_program() -> str:
    """A digest of the program and of the user's own files."""
    digest = hashlib.sha256(f"{editor.__version__} {sys.version}".encode())
    package = Path(editor.__file__).parent
    for folder in (package, package.parent / "resources", config_folder(), data_folder()):
        for stamp in _stamps(folder):
            digest.update(stamp)
    return digest.hexdigest()


def _stamps(folder: Path, *, but_pages: bool = False) -> Iterator[bytes]:
    """Name, time and size of all files in a folder, in an order that stays."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _NOT_LOOKED_AT:
                    yield os.fsencode(entry.path)
                    yield from _stamps(Path(entry.path), but_pages=but_pages)
            elif not (but_pages and is_page(entry.name)):
                status = entry.stat()
                yield b"%s %d %d" % (
                    os.fsencode(entry.path),
                    status.st_mtime_ns,
                    status.st_size,
                )
        except OSError:
            continue


def _read_pages(answers: Path) -> Pages:
    """The answers of a file; {} where there are none, or it is broken."""
    try:
        pages = json.loads(answers.read_bytes())
    except (OSError, ValueError):
        return {}
    return pages if isinstance(pages, dict) else {}


def _write_pages(answers: Path, pages: Pages) -> None:
    """Write answers, the newest pages last; older files of other states go."""
    kept = dict(list(pages.items())[-_MOST_PAGES:])
    try:
        store_file(answers, json.dumps(kept, ensure_ascii=False).encode())
        others = sorted(answers.parent.iterdir(), key=lambda file: file.stat().st_mtime)
        for file in others[:-_MOST_STATES]:
            remove_file(file)
    except (OSError, UserFacingError):
        return  # what is not kept is checked anew
