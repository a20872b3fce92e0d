"""A process that dies leaves where it was; the next one finds it."""

import os
import subprocess
import sys

import pytest
from editor.app.services.crash_log import CrashLog, read_last_crash
from editor.app.services.folders import state_folder
from editor.app.services.log import report_details

DIES = """
import sys
from editor.app.services.crash_log import CrashLog
log = CrashLog()
log.begin()
if sys.argv[1] == "dies":
    import ctypes
    def where_it_was():
        ctypes.string_at(0)
    where_it_was()
log.end()
"""


@pytest.fixture(autouse=True)
def _own_state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def run(how):
    return subprocess.run([sys.executable, "-c", DIES, how], capture_output=True).returncode


def begin():
    log = CrashLog()
    log.begin()
    log.end()
    return log


@pytest.mark.skipif(sys.platform != "linux", reason="the state folder is Linux's here")
def test_a_crash_is_found_once_and_stays_in_the_report():
    assert run("dies") != 0
    assert begin().crashed
    assert not begin().crashed
    assert "where_it_was" in read_last_crash()
    assert "The last crash:" in report_details()
    assert "where_it_was" in report_details()


@pytest.mark.skipif(sys.platform != "linux", reason="the state folder is Linux's here")
def test_a_program_that_ends_as_it_should_leaves_nothing():
    assert run("ends") == 0
    assert not begin().crashed
    assert read_last_crash() == ""
    assert list(state_folder().glob("*.crash")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the state folder is Linux's here")
def test_the_file_of_a_program_that_runs_is_left_alone():
    state_folder().mkdir(parents=True)
    running = state_folder() / f"running-{os.getppid()}.crash"
    stale = state_folder() / "running-999999999.crash"
    for file in (running, stale):
        file.touch()
    assert not begin().crashed
    assert running.exists()
    assert not stale.exists()


def test_without_a_folder_there_is_no_crash_log(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert not begin().crashed
