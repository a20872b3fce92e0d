"""A file that is opened while the program runs goes to its window, whatever else calls."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from editor.app.services import passing_on
from editor.app.services.running_program import RunningProgram
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from helpers.corpus import ROOT


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    # short, for the names of sockets are
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def program(qapp):
    parent = QObject()
    program = RunningProgram(lambda: program.busy, parent)
    program.busy = False
    program.wanted = []
    program.file_wanted.connect(program.wanted.append)
    program.listen()
    yield program
    parent.deleteLater()


def call_from_outside(path):
    """Hand a path over in a process of its own, as a second start does."""
    code = (
        "import sys; from pathlib import Path; "
        "from editor.app.services.passing_on import pass_on; "
        "path = sys.argv[1] if len(sys.argv) > 1 else ''; "
        "print(pass_on(Path(path) if path else None))"
    )
    command = [sys.executable, "-c", code, *([os.fsencode(path)] if path else [])]
    environment = {**os.environ, "XDG_ACTIVATION_TOKEN": "t1", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def answer_of(call, qtbot):
    qtbot.waitUntil(lambda: call.poll() is not None, timeout=20_000)
    return call.communicate()[0].strip()


def test_where_no_program_runs_nothing_is_taken():
    assert not passing_on.pass_on(Path("/a.md"))


@pytest.mark.parametrize("path", ["/tmp/Ausgabe März.md", "/tmp/\udcff.md", ""])
def test_a_running_program_takes_a_file(program, qtbot, path, monkeypatch):
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    assert answer_of(call_from_outside(path), qtbot) == "True"
    assert program.wanted == [Path(path) if path else None]
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "t1"


def test_a_program_with_an_open_dialog_leaves_the_file_to_another(program, qtbot):
    program.busy = True
    assert answer_of(call_from_outside("/a.md"), qtbot) == "False"
    assert program.wanted == []


def test_a_second_program_does_not_take_the_first_one_s_place(program, qtbot):
    parent = QObject()
    second = RunningProgram(bool, parent)
    second.listen()
    assert answer_of(call_from_outside("/a.md"), qtbot) == "True"
    assert program.wanted == [Path("/a.md")]


def test_what_a_killed_program_has_left_is_no_obstacle(program, qtbot):
    address = passing_on.find_address()
    program._server.close()
    Path(address).touch()
    assert not passing_on.pass_on(Path("/a.md"))
    program.listen()
    assert answer_of(call_from_outside("/a.md"), qtbot) == "True"


@pytest.mark.parametrize(
    "words",
    [
        b"\n",
        b"[]\n",
        b"{}\n",
        b"\xff\xfe\n",
        b'{"path": 3}\n',
        b"x" * 40_000,
        json.dumps({"path": "/a", "token": None}).encode()[:9] + b"\n",
    ],
)
def test_what_is_no_call_is_ignored(program, qtbot, words):
    call = QLocalSocket()
    call.connectToServer(passing_on.find_address())
    assert call.waitForConnected(1000)
    call.write(words)
    call.flush()
    qtbot.waitUntil(lambda: call.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert program.wanted == []


def test_a_program_that_hangs_is_left_alone(qapp, monkeypatch):
    monkeypatch.setattr(passing_on, "_ANSWER", 100)
    server = QLocalServer()
    assert server.listen(passing_on.find_address())
    assert not passing_on.pass_on(Path("/a.md"))
    server.close()


def test_a_program_on_another_screen_is_another_one(program, qtbot, monkeypatch):
    monkeypatch.setenv("DISPLAY", "far.example:10")
    assert answer_of(call_from_outside("/a.md"), qtbot) == "False"
    assert program.wanted == []
