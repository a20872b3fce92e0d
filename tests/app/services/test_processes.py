"""Work in other processes: every portion is answered, or left out; nothing goes on behind it."""

import multiprocessing
import threading
import time

import pytest
from editor.app.services.processes import work_in_processes

from helpers.portions import answer_or_die, answer_or_hang, double, refuse


def run(work, *, stop=None, seconds=120.0):  # they are nice: others come first
    stop = stop or threading.Event()
    return dict(work_in_processes(work, [1, 2, 3, 4, 5], 2, stop=stop, seconds=seconds))


def test_every_portion_is_answered():
    assert run(double) == {1: 2, 2: 4, 3: 6, 4: 8, 5: 10}


@pytest.mark.parametrize("work", [answer_or_hang, answer_or_die])
def test_a_portion_that_hangs_or_dies_takes_no_other_along(work):
    assert run(work, seconds=10.0) == {1: 1, 3: 3, 4: 4, 5: 5}
    assert not multiprocessing.active_children()


def test_work_that_is_stopped_ends_at_once():
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    run(answer_or_hang, stop=stop)
    assert time.monotonic() - began < 15
    assert not multiprocessing.active_children()


def test_what_the_work_raises_is_raised():
    with pytest.raises(ValueError, match="no [1-5]"):
        run(refuse)


def test_where_no_process_can_be_started_nothing_is_answered(monkeypatch):
    def refuse_to_start(*_):
        raise OSError("no semaphores")

    monkeypatch.setattr(multiprocessing.get_context("spawn"), "Pool", refuse_to_start)
    assert run(double) == {}
