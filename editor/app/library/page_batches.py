"""The files of many pages read: a few here, and many in processes of their own.

What another process reads takes neither time nor the interpreter's lock from the window.
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from editor.app.library.page_facts import ReadPage
from editor.app.services.files import read_file
from editor.app.services.log import describe_error
from editor.app.services.processes import work_in_processes
from editor.app.services.profile_registry import ProfileRegistry
from editor.app.services.site_reading import looking_once
from editor.core.base.errors import UserFacingError

_log = logging.getLogger(__name__)
_FEW = 150
"""So many pages are read here: to start processes would take longer."""
_PORTION = 12
_PROCESSES = 2
_SECONDS = 30.0
"""How long a portion may take."""

Reading = tuple[Path, ReadPage | None]
"""A file, and the page in it; None where it is none."""


def read_pages(
    paths: Sequence[Path], registry: ProfileRegistry, stop: threading.Event
) -> Iterator[Reading]:
    """Read pages.

    Args:
        paths: Their files.
        registry: The profiles.
        stop: Ends the work when it is set.

    Yields:
        Each file with its page, as they are read, until it is stopped. A page whose process broke
        down or did not end is left out.
    """
    if len(paths) > _FEW:
        portions = [paths[at : at + _PORTION] for at in range(0, len(paths), _PORTION)]
        read = partial(read_portion, registry=registry)
        answers = work_in_processes(read, portions, _PROCESSES, stop=stop, seconds=_SECONDS)
        is_answered = False
        for _, pages in answers:
            is_answered = True
            yield from pages
        if is_answered:
            return
    with looking_once():
        for path in paths:
            if stop.is_set():
                return
            yield path, _read(path, registry)


def read_portion(paths: Sequence[Path], registry: ProfileRegistry) -> list[Reading]:
    """Read some pages; in a process of its own.

    Args:
        paths: Their files.
        registry: The profiles.

    Returns:
        Each file with its page.
    """
    with looking_once():
        return [(path, _read(path, registry)) for path in paths]


def _read(path: Path, registry: ProfileRegistry) -> ReadPage | None:
    from editor.app.library.page_reading import read_page  # where pages are read, and not before

    try:
        return read_page(path, read_file(path), registry)
    except UserFacingError:
        return None
    except Exception as error:  # noqa: BLE001 - one page must not hide all others
        _log.error("page %s: %s", path.suffix, describe_error(error))
        return None
