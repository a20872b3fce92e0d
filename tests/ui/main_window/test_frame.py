"""The window's frame, which is painted before its parts are made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from editor.app.services.settings import Settings
from editor.core.base.edits import Edit
from editor.ui import main
from editor.ui.main_window.last_place import find_last_document
from editor.ui.workspace.workspace import Workspace
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from helpers.corpus import SAMPLE


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def frame(qtbot, settings, monkeypatch):
    monkeypatch.setattr(Workspace, "start_preview", lambda self: None)
    frame = main.make_frame(settings)
    qtbot.addWidget(frame)
    return frame


def test_the_parts_are_made_when_the_frame_has_been_painted(frame, qtbot):
    seen = []
    frame.painted.connect(lambda: seen.append(frame.is_complete))
    frame.show()
    qtbot.waitUntil(lambda: frame.is_complete)
    assert seen == [False]
    qtbot.waitUntil(lambda: frame.front.is_home)
    assert not frame.app_bar.isVisible()


@pytest.mark.parametrize("way", ["action", "key", "close"])
def test_what_comes_before_the_parts_waits_for_them(frame, way):
    if way == "action":
        frame.actions_by_name["show_commands"].trigger()
        assert QApplication.activeModalWidget() is not None
        QApplication.activeModalWidget().close()
    elif way == "key":
        QTest.keyClick(frame, Qt.Key.Key_Escape)
    else:
        assert frame.close()
    assert frame.is_complete


def test_the_workspace_is_made_while_home_is_looked_at(frame, qtbot):
    frame.show()
    qtbot.waitUntil(lambda: frame.is_complete and frame.front.is_home)
    assert frame.made_workspace is None
    qtbot.waitUntil(lambda: frame.made_workspace is not None)
    assert frame.front.is_home


def test_actions_of_a_document_wait_for_one(frame):
    assert not frame.actions_by_name["save"].isEnabled()
    assert frame.actions_by_name["open_dialog"].isEnabled()
    frame.complete()
    assert frame.open_path(SAMPLE)
    assert frame.actions_by_name["save"].isEnabled()


def test_undo_of_the_frame_is_that_of_the_document(frame, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("a\n", encoding="utf-8")
    frame.complete()
    assert frame.open_path(path)
    assert not frame.app_bar.undo.isEnabled()
    frame.session.apply([Edit(0, 1, "b")], "Typing")
    assert frame.app_bar.undo.toolTip() == "Undo: Typing (Ctrl+Z)"
    frame.app_bar.undo.click()
    assert frame.session.text == "a\n"
    assert frame.app_bar.redo.toolTip().startswith("Redo: Typing")


def test_closing_at_once_forgets_nothing(frame, settings):
    settings.keep(last_path=str(SAMPLE), last_page="event")
    assert find_last_document(settings) == SAMPLE
    frame.close()
    assert find_last_document(settings) == SAMPLE


def test_a_document_that_comes_with_the_parts_is_shown_whole(frame, qtbot):
    """Forms that are not visible wait with their work, and the front is visible only just."""
    frame.painted.connect(lambda: frame.open_path(SAMPLE), Qt.ConnectionType.QueuedConnection)
    frame.app_bar.show()
    frame.show()
    qtbot.waitUntil(lambda: frame.is_complete and frame.session.is_open)
    title = frame.workspace.head.fields["title"]
    qtbot.waitUntil(title.isVisible)
    assert frame.session.title in (line.text() for line in title.findChildren(QLineEdit))
    assert frame.app_bar.isVisible()
    assert frame.status.isVisible()


def test_a_file_that_cannot_be_opened_at_the_start_leads_home(frame, qtbot, tmp_path):
    frame.app_bar.show()
    frame.painted.connect(
        lambda: frame.open_path(tmp_path / "gone.md"), Qt.ConnectionType.QueuedConnection
    )
    frame.show()
    qtbot.waitUntil(lambda: frame.is_complete and frame.front.is_home)
    assert not frame.app_bar.isVisible()
    assert "gone.md" in frame.bar.text


def run(code, folder):
    """Run the program in a process of its own, with folders of its own."""
    folders = {f"XDG_{name}_HOME": str(folder) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    return subprocess.run(
        [sys.executable, "-c", f"from editor.ui import main\n{code}"],
        env={**os.environ, **folders, "XDG_RUNTIME_DIR": str(folder)},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_a_fault_before_there_is_a_window_ends_the_program(tmp_path):
    done = run(
        "def break_down(window): raise RuntimeError('broken')\n"
        "main._make_parts = break_down\n"
        "raise SystemExit(main.run_window(None))\n",
        tmp_path,
    )
    assert done.returncode == 1
    assert done.stderr.count("Traceback") == 1
    assert "RuntimeError: broken" in done.stderr
    log = (tmp_path / "rundbrief" / "rundbrief.log").read_text(encoding="utf-8")
    assert "RuntimeError in" in log
    assert "AttributeError" not in log


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_the_end_of_the_session_before_there_are_parts_is_no_crash(tmp_path):
    done = run(
        "import os, signal\n"
        "make_frame = main.make_frame\n"
        "def make(settings):\n"
        "    frame = make_frame(settings)\n"
        "    frame.painted.connect(lambda: os.kill(os.getpid(), signal.SIGTERM))\n"
        "    return frame\n"
        "main.make_frame = make\n"
        "raise SystemExit(main.run_window(None))\n",
        tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert not list((tmp_path / "rundbrief").glob("running-*.crash"))


@pytest.mark.parametrize("name", ["a" * 5000, "locked\0/a.md"])
def test_a_last_document_that_cannot_be_looked_at_is_none(settings, name):
    settings.keep(last_path=f"/{name}")
    assert find_last_document(settings) is None


def test_a_last_document_in_a_locked_folder_is_none(settings, monkeypatch):
    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    settings.keep(last_path="/locked/a.md")
    assert find_last_document(settings) is None


def test_a_recent_file_is_opened_before_there_are_parts(frame, settings):
    settings.keep(recent=(str(SAMPLE),))
    frame.recent_menu.fill()
    frame.recent_menu.actions()[0].trigger()
    assert frame.session.path == SAMPLE
