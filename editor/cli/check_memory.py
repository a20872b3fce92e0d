"""What earlier runs of ``rundbrief check`` have found: unchanged pages are not checked again.

A page is known by its bytes and its place, as long as everything else is as it was that checks
look at: the program, the options, the user's own files, and all files of the site that are no
pages.
"""

import argparse
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
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
from editor.core.sites.configuration import Generator

_MOST_FILES = 30_000
"""Files of a site above which nothing is remembered: to look at them all would take too long."""
_CACHE = re.compile(r"\..+[_-]cache")
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
        """The file with the answers about pages in a folder; None where none are kept."""
        surroundings = [_digest_site(root) for root in self._find_roots(folder)]
        if None in surroundings:
            return None
        parts = [*map(str, surroundings), _digest_program(), *self._options]
        name = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
        answers = cache_folder() / "checks" / f"{name[:24]}.json"
        if answers not in self._pages:
            self._pages[answers] = _read_pages(answers)
        return answers

    def _find_roots(self, folder: Path) -> list[Path]:
        """The roots of the sites that pages in a folder may belong to."""
        if self._site:
            return [Path(os.path.realpath(self._site))]
        site = find_site_folder(folder)
        if site and site.configuration.generator is not Generator.PLAIN:
            return [site.root]
        from editor.app.services.profile_registry import load_own_profiles, load_profiles
        from editor.app.site.site import find_site

        page, known = folder / "page.md", site.root if site else None
        profiles = [*load_profiles().profiles, *(load_own_profiles(known) if known else ())]
        roots = {find_site(page, profile).root for profile in profiles}
        return sorted(root for root in {*roots, known} if root)

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
    folders = [os.fspath(folder)]
    while folders:
        try:
            entries = sorted(os.scandir(folders.pop()), key=lambda entry: entry.name)
        except OSError:
            continue
        if any(entry.name == "pyvenv.cfg" for entry in entries):
            continue  # an environment of Python
        for entry in entries:
            if _is_folder(entry):
                if entry.name not in _NOT_LOOKED_AT and not _CACHE.fullmatch(entry.name):
                    yield os.fsencode(entry.path)
                    folders.append(entry.path)
            elif not (but_pages and is_page(entry.name)):
                with suppress(OSError):
                    status = entry.stat()
                    name = os.fsencode(entry.path)
                    yield b"%s %d %d" % (name, status.st_mtime_ns, status.st_size)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


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
