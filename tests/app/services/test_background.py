"""Work in threads: what is answered, what is not, and what goes into the log."""

import logging
import threading
import time

import pytest
from editor.app.services.background import BackgroundTask, TaskStopped
from editor.core.base.errors import InputRejected
from editor.core.base.messages import translate

LIMIT = 60_000
"""Milliseconds that nothing here takes: what never comes must not hang the tests."""


class Answers:
    """What a task has answered so far."""

    def __init__(self, task):
        self.done, self.failed = [], []
        task.done.connect(self.done.append)
        task.failed.connect(self.failed.append)


@pytest.fixture
def task(qapp):
    """A task that ends with the test."""
    task = BackgroundTask(name="example")
    yield task
    task.close(seconds=30)


def wait_for_stop(stop):
    """Work until it is asked to end; returns whether it was."""
    return stop.wait(LIMIT / 1000)


def test_work_runs_in_a_thread_and_is_answered_in_the_tasks_own(qtbot, task):
    threads = []
    task.done.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(task.done, timeout=LIMIT) as done:
        task.start(lambda _: threading.current_thread())
        assert task.busy
    assert done.args[0] is not threading.main_thread()
    assert threads == [threading.main_thread()]
    assert not task.busy


def test_a_refusal_is_passed_on_as_its_message(qtbot, task, caplog):
    message = translate("core", "“{name}” is closed.").fill(name="a.md")

    def refuse(_):
        raise InputRejected(message)

    with qtbot.waitSignal(task.failed, timeout=LIMIT) as failed:
        task.start(refuse)
    assert failed.args == [message]
    assert failed.args[0].values == {"name": "a.md"}
    assert not task.busy
    assert caplog.records == []


def test_a_fault_becomes_a_message_and_a_line_in_the_log_without_its_words(qtbot, task, caplog):
    def fail(_):
        raise KeyError("secret words of the document")

    with qtbot.waitSignal(task.failed, timeout=LIMIT) as failed:
        task.start(fail)
    assert failed.args[0].template == "This could not be done: {reason}."
    assert "KeyError" in failed.args[0]
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.name.startswith("editor.")
    assert "example" in record.getMessage()
    assert "KeyError in " in record.getMessage()
    assert "secret" not in record.getMessage()
    assert record.exc_info is None


def test_after_a_fault_other_work_is_done(qtbot, task):
    with qtbot.waitSignal(task.failed, timeout=LIMIT):
        task.start(lambda _: 1 / 0)
    with qtbot.waitSignal(task.done, timeout=LIMIT) as done:
        task.start(lambda _: 7)
    assert done.args == [7]


def test_the_newest_work_alone_is_answered(qtbot, task):
    answers, was_stopped = Answers(task), []
    task.start(lambda stop: was_stopped.append(wait_for_stop(stop)))
    with qtbot.waitSignal(task.done, timeout=LIMIT):
        task.start(lambda _: "new")
    qtbot.waitUntil(lambda: was_stopped == [True], timeout=LIMIT)
    qtbot.wait(50)  # an answer to the old work would arrive now
    assert answers.done == ["new"]
    assert answers.failed == []


def test_a_result_on_its_way_is_not_delivered_once_other_work_has_begun(qtbot, task):
    """The old work has ended, and its answer waits in the queue of events."""
    answers, ended = Answers(task), threading.Event()

    def old(_):
        threading.Timer(0.05, ended.set).start()
        return "old"

    task.start(old)
    assert ended.wait(LIMIT / 1000)
    with qtbot.waitSignal(task.done, timeout=LIMIT):
        task.start(lambda _: "new")
    assert answers.done == ["new"]


def test_what_is_cancelled_is_not_answered(qtbot, task):
    answers, was_stopped = Answers(task), []
    task.start(lambda stop: was_stopped.append(wait_for_stop(stop)))
    task.cancel()
    assert not task.busy
    qtbot.waitUntil(lambda: was_stopped == [True], timeout=LIMIT)
    qtbot.wait(50)  # an answer would arrive now
    assert answers.done == answers.failed == []


def test_work_that_is_asked_to_end_may_still_answer(qtbot, task):
    with qtbot.waitSignal(task.done, timeout=LIMIT) as done:
        task.start(lambda stop: ("as far as it was", wait_for_stop(stop)))
        task.stop()
    assert done.args == [("as far as it was", True)]


def test_work_that_gives_up_is_not_answered(qtbot, task):
    def give_up(stop):
        wait_for_stop(stop)
        raise TaskStopped

    answers = Answers(task)
    task.start(give_up)
    task.stop()
    qtbot.waitUntil(lambda: not task.busy, timeout=LIMIT)
    assert answers.done == answers.failed == []


def test_a_closed_task_waits_for_its_threads_and_takes_no_more(qtbot, task):
    answers, ended = Answers(task), []

    def end_late(stop):
        wait_for_stop(stop)
        time.sleep(0.2)
        ended.append("work")

    task.start(end_late)
    task.close(seconds=30)
    assert ended == ["work"]
    task.start(lambda _: ended.append("more work"))
    assert not task.busy
    qtbot.wait(50)  # an answer would arrive now
    assert ended == ["work"]
    assert answers.done == answers.failed == []
