"""Many files checked in several processes: a page has nothing to do with the next."""

import argparse
import contextlib
import io
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from editor.app.checks.diagnostic_records import CheckedFile
from editor.app.services.processes import count_processors, work_in_processes
from editor.cli.checking import check_some

_PORTION = 4
"""How many files a process takes at a time."""
_MOST_PROCESSES = 8
_SECONDS = 120.0
"""How long a portion may take in another process."""


def check_in_processes(
    paths: Sequence[Path], options: argparse.Namespace
) -> tuple[list[CheckedFile], int]:
    """Check files in as many processes as there are processors; say on a terminal how far it is.

    Args:
        paths: The files, none of which is fixed.
        options: The parsed arguments of ``rundbrief check``.

    Returns:
        As ``check_some``.
    """
    count = min(count_processors(), _MOST_PROCESSES)
    if count == 1:
        return check_some(paths, options)
    first, rest = paths[:1], paths[1:]
    portions = [tuple(rest[at : at + _PORTION]) for at in range(0, len(rest), _PORTION)]
    settings = argparse.Namespace(**{**vars(options), "run": None})
    check = partial(_check_portion, options=settings)
    done: dict[tuple[Path, ...], tuple[list[CheckedFile], int, list[str]]] = {}
    # what the first page needs is loaded here, and the others have it from the beginning
    done[tuple(first)] = check(tuple(first))
    answers = work_in_processes(
        check, portions, count, stop=threading.Event(), seconds=_SECONDS, in_front=True
    )
    for portion, answer in answers:
        done[portion] = answer
        _tell_progress(sum(map(len, done)), len(paths))
    found: list[CheckedFile] = []
    told: dict[str, None] = {}
    exit_code = 0
    for portion in (tuple(first), *portions):
        # what no process has answered is checked here
        files, code, lines = done.get(portion) or check(portion)
        found += files
        told.update(dict.fromkeys(lines))
        exit_code = max(exit_code, code)
    for line in told:
        print(line, file=sys.stderr)
    return found, exit_code


def _check_portion(
    paths: Sequence[Path], options: argparse.Namespace
) -> tuple[list[CheckedFile], int, list[str]]:
    """Check some files; what would go to standard error comes back, to be told once."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        files, code = check_some(paths, options)
    return files, code, told.getvalue().splitlines()


def _tell_progress(done: int, count: int) -> None:
    if sys.stderr.isatty():
        end = "\r" if done < count else "\r" + " " * 40 + "\r"
        print(f"{min(done, count)} of {count} files checked", end=end, file=sys.stderr, flush=True)
