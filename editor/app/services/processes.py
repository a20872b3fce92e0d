"""Work on many things done in several processes: each has an interpreter of its own."""

import logging
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.pool import IMapIterator, Pool
from typing import TypeVar

from editor.app.services.log import describe_error

_log = logging.getLogger(__name__)
_POLL_SECONDS = 0.1

Portion = TypeVar("Portion")
Answer = TypeVar("Answer")


def count_processors() -> int:
    """Count the processors.

    Returns:
        How many this process may use.
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work_in_processes(
    work: Callable[[Portion], Answer],
    portions: Sequence[Portion],
    count: int,
    *,
    stop: threading.Event,
    seconds: float,
    in_front: bool = False,
) -> Iterator[tuple[Portion, Answer]]:
    """Do work in other processes, which end with it.

    Args:
        work: A function of a module, called with a portion in another process.
        portions: What it is called with.
        count: How many processes there are.
        stop: Ends the work when it is set.
        seconds: How long to wait for an answer.
        in_front: Whether somebody waits for nothing else. Then the others are copies of this
            process where that is safe, with all that it has loaded; else they are nice.

    Yields:
        Each portion with its answer, as they come, until it is stopped. Those that no process
        answered in time, or at all, are left out.

    Raises:
        Exception: What the work raised.
    """
    pool = _start_pool(count, in_front=in_front)
    if pool is None:
        return
    with pool:
        questions = [(work, number, portion) for number, portion in enumerate(portions)]
        answers = pool.imap_unordered(_answer, questions)
        for _ in portions:
            answer = _wait_for(answers, stop, seconds)
            if answer is None:
                if not stop.is_set():
                    _log.error("processes: not all of %d portions were answered", len(portions))
                return
            yield portions[answer[0]], answer[1]


def _start_pool(count: int, *, in_front: bool) -> Pool | None:
    """Start processes; None where none can be."""
    try:
        if in_front and _may_fork():
            return multiprocessing.get_context("fork").Pool(count)
        return multiprocessing.get_context("spawn").Pool(count, _be_nice)
    except (OSError, ImportError) as error:
        _log.warning("no processes: %s", describe_error(error))
        return None


def _may_fork() -> bool:
    """Whether no other thread may hold what would stay held in a copy of this process.

    Systems other than Linux start threads of their own.
    """
    is_alone = threading.active_count() == 1 and "PySide6.QtCore" not in sys.modules
    return sys.platform == "linux" and is_alone


def _be_nice() -> None:
    """In a process that has just started: whoever types comes first."""
    if hasattr(os, "nice"):
        os.nice(19)


def _answer(question: tuple[Callable[[Portion], Answer], int, Portion]) -> tuple[int, Answer]:
    work, number, portion = question
    return number, work(portion)


def _wait_for(
    answers: "IMapIterator[tuple[int, Answer]]", stop: threading.Event, seconds: float
) -> tuple[int, Answer] | None:
    """The next answer; None where none comes in time, or none is wanted any more."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not stop.is_set():
        with suppress(multiprocessing.TimeoutError):
            return answers.next(_POLL_SECONDS)
    return None
