"""Work in other processes: every portion is answered, or left out; nothing goes on behind it."""

import multiprocessing
import threading
import time

import pytest
from editor.app.services.processes import work_in_processes

from helpers.portions import answer_hang_or_die, double, refuse


def run(work, *, stop=None, seconds=120.0):  # they are nice: others come first
    stop = stop or threading.Event()
    return dict(work_in_processes(work, [1, 2, 3, 4, 5], 2, stop=stop, seconds=seconds))


def test_every_portion_is_answered():
    assert run(double) == {1: 2, 2: 4, 3: 6, 4: 8, 5: 10}


def test_portions_that_hang_or_die_take_no_others_along():
    assert run(answer_hang_or_die, seconds=10.0) == {1: 1, 4: 4, 5: 5}
    assert not multiprocessing.active_children()


def test_work_that_is_stopped_ends_at_once():
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    run(answer_hang_or_die, stop=stop)
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
