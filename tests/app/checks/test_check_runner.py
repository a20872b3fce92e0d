"""Checks beside the work: in a thread, after a pause, and always for the text as it is now."""

import time

import pytest
from editor.app.checks.check_runner import CheckRunner
from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.base.encoding import FileFormat
from editor.core.checks import table

LIMIT = 60_000
"""Milliseconds that nothing here takes: what never comes must not hang the tests."""
FAULTY = "---\ntitle: x\ndate: '2026-02-09T08:00:00+02:00'\n---\n\nText\n"
"""February's offset is another one."""


@pytest.fixture
def session(shelf, qapp):
    """A session without a document."""
    return Session(shelf)


@pytest.fixture
def runner(session):
    """The runner of the session; it ends with the test."""
    runner = CheckRunner(session)
    yield runner
    runner.close()


def begin_in(folder, session, text=FAULTY):
    """Begin a new newsletter that is meant for a folder."""
    session.begin(text, FileFormat(), session.registry.named("newsletter"), folder)


def codes(runner):
    """The codes of what was found."""
    return {diagnostic.code for diagnostic in runner.diagnostics}


def test_an_open_file_is_checked(qtbot, session, runner, tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    path.write_text(FAULTY, encoding="utf-8")
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        session.open(path)
    assert runner.current
    assert "offset" in codes(runner)


@pytest.mark.parametrize("has_home", [True, False])
def test_a_new_document_without_a_file_counts_as_checked(
    qtbot, session, runner, tmp_path, has_home
):
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        begin_in(tmp_path if has_home else None, session)
    assert runner.current
    assert "offset" in codes(runner)


def test_the_fix_of_a_problem_is_there_for_a_new_document_too(qtbot, session, runner, tmp_path):
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        begin_in(tmp_path, session)
    (offset,) = (each for each in runner.diagnostics if each.code == "offset")
    session.apply(runner.fix(offset), "Fix")
    assert "+01:00" in session.text


def test_what_was_found_is_no_news_once_the_text_has_changed(qtbot, session, runner, tmp_path):
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        begin_in(tmp_path, session)
    (offset,) = (each for each in runner.diagnostics if each.code == "offset")
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        session.apply([Edit(len(session.text), len(session.text), "Mehr\n")], "Typing")
        assert not runner.current
        assert runner.fix(offset) == []
    assert runner.current


def test_without_a_document_nothing_is_checked(qtbot, session, runner):
    runner.run()
    qtbot.wait(50)  # news would arrive now
    assert runner.diagnostics == ()


def test_checks_that_take_long_wait_for_a_longer_pause(
    qtbot, session, runner, tmp_path, monkeypatch
):
    def take_long(issue, context, *, pause):
        time.sleep(0.4)
        return ()

    monkeypatch.setattr(table, "run_checks", take_long)
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        begin_in(tmp_path, session)
    started = time.monotonic()
    with qtbot.waitSignal(runner.finished, timeout=LIMIT):
        session.apply([Edit(0, 0, "x")], "x")
    assert time.monotonic() - started > 0.7
