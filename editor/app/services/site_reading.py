"""Sites on disk: where one begins, and what its configuration says."""

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from editor.core.sites.config_data import Data, load_data
from editor.core.sites.configuration import Generator, SiteConfiguration
from editor.core.sites.generators import (
    GENERATORS,
    GeneratorRow,
    find_generators,
    read_configuration,
)

OWN_PROFILE = ".rundbrief.toml"
"""The profile that a site brings along, at its root."""
_HOST = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,}")
_MAX_BYTES = 256 * 1024
_MAX_FILES = 40
_MOST_REMEMBERED = 64
_seen = threading.local()
"""Its ``answers`` are those that ``looking_once`` has found."""
Answer = TypeVar("Answer")


class SiteFolder(Struct, frozen=True):
    """The root of a site."""

    root: Path
    configuration: SiteConfiguration


def find_site_folder(path: Path) -> SiteFolder | None:
    """Find the site that a file belongs to.

    Args:
        path: An absolute path of a file or folder; it need not exist.

    Returns:
        The nearest folder upward that a generator has marked, or that has a profile of its own;
        else the nearest one that git has; None for none.
    """
    repository = None
    for folder in (path, *path.parents):
        if configuration := read_site(folder, path):
            return SiteFolder(folder, configuration)
        if repository is None and (folder / ".git").exists():
            repository = folder
    return SiteFolder(repository, SiteConfiguration()) if repository else None


def read_site(root: Path, page: Path | None = None) -> SiteConfiguration | None:
    """Read the configuration of a site.

    Args:
        root: Its root.
        page: A page of it, which decides between several generators; None for no page.

    Returns:
        What it says; None for a folder that nothing marks as a root.
    """
    found = _read_all(root, _stamps(root))
    if len(found) > 1:
        found = tuple(each for each in found if _is_home(root, each, page)) or found
    if found:
        return found[0]
    return SiteConfiguration() if (root / OWN_PROFILE).is_file() else None


def _is_home(root: Path, configuration: SiteConfiguration, page: Path | None) -> bool:
    """Whether the folders of pages exist, and hold a page."""
    folders = [root / each for each in configuration.content if each]
    if page is None or page == root:
        return any(folder.is_dir() for folder in folders)
    return any(folder == page or folder in page.parents for folder in folders)


@contextmanager
def looking_once() -> Iterator[None]:
    """Look at each folder's configuration once, for work on many pages in this thread.

    Else every page would look at fifty names in all folders above it.

    Yields:
        Nothing; within, a change of a configuration is not seen.
    """
    if getattr(_seen, "answers", None) is not None:
        yield  # somebody further out looks once
        return
    _seen.answers = {}
    try:
        yield
    finally:
        _seen.answers = None


def once(key: object, look: Callable[[], Answer]) -> Answer:
    """Look something up, or remember it while ``looking_once`` lasts.

    Args:
        key: What is asked.
        look: Finds the answer.

    Returns:
        The answer.
    """
    answers: dict[object, Answer] | None = getattr(_seen, "answers", None)
    if answers is None:
        return look()
    if key not in answers:
        answers[key] = look()
    return answers[key]


def _stamps(root: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a file of configuration has changed."""
    return once(root, lambda: _look_at(root))


_MARKS = sorted({mark.name for row in GENERATORS for mark in row.marks})


def _look_at(root: Path) -> tuple[tuple[str, int, int], ...]:
    stamps = []
    folder = str(root)
    for name in _MARKS:  # in each folder above a page: paths would take twice the time
        try:
            stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
        except (OSError, ValueError):
            continue
        stamps.append((name, stat.st_mtime_ns, stat.st_size))
    return tuple(stamps)


@lru_cache(_MOST_REMEMBERED)
def _read_all(
    root: Path, stamps: tuple[tuple[str, int, int], ...]
) -> tuple[SiteConfiguration, ...]:
    if not stamps:
        return ()
    rows = find_generators(lambda name: _read_mark(root / name))
    found = [read_configuration(row, _load_files(root, row)) for row in rows]
    return tuple(_complete(root, configuration) for configuration in found)


def _complete(root: Path, configuration: SiteConfiguration) -> SiteConfiguration:
    """A configuration with the address that GitHub is told, where it names none."""
    for name in ("CNAME", *(f"{folder}/CNAME" for folder in configuration.static)):
        host = (_read_text(root / name) or "").strip()
        if not configuration.address and _HOST.fullmatch(host):
            return replace(configuration, address=f"https://{host}/")
    return configuration


def _read_mark(path: Path) -> str | None:
    if path.is_dir():
        return ""
    return _read_text(path)


def _load_files(root: Path, row: GeneratorRow) -> dict[str, Data]:
    """The settings of all files of a site's configuration."""
    loaded: dict[str, Data] = {}
    for name in [*(mark.name for mark in row.marks), *row.files]:
        if name.endswith("/"):
            loaded |= _load_folder(root / name)
        elif (text := _read_text(root / name)) is not None:
            loaded[name] = load_data(name, text)
    return loaded


def _load_folder(folder: Path) -> dict[str, Data]:
    """Hugo's folder: a file's name is the key of its settings, but for the main one."""
    loaded: dict[str, Data] = {}
    try:
        paths = sorted(folder.iterdir())[:_MAX_FILES]
    except OSError:
        return {}
    for path in paths:
        text = _read_text(path)
        if text is None:
            continue
        data = load_data(path.name, text)
        name, _, language = path.stem.partition(".")
        if name in ("hugo", "config"):
            loaded[path.name] = data
        elif name == "languages" and language:
            loaded[path.name] = {"languages": {language: data}}
        elif not language:
            loaded[path.name] = {name: data}
    return loaded


def _read_text(path: Path) -> str | None:
    """The text of a file; None where there is none, or nobody may read it."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(_MAX_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return None


def is_generator_root(folder: Path) -> bool:
    """Tell whether a generator has marked a folder as the root of a site.

    Args:
        folder: The folder.

    Returns:
        Whether it has.
    """
    site = read_site(folder)
    return site is not None and site.generator is not Generator.PLAIN
