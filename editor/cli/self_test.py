"""``rundbrief --self-test``: the installed program tries itself, from the sample to every export.

It is run on each bundle, on a machine that has nothing else. All of it happens in a folder of its
own: the user's settings, drafts and sample are left alone.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from editor import __version__
from editor.core.base.edits import Edit
from editor.resources import resource

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow

_SECONDS = 60.0
"""How long each step may take: the first start of a browser on a slow disk takes its time."""
_WORD = "Selbstversuch"
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


class SelfTestFailed(Exception):
    """A step did not do what it should; its words say which."""


def run_self_test(folder: Path) -> int:
    """Open the sample, wait for the real preview, edit, save, print, and export everything.

    Args:
        folder: Where what was made stays, with a picture of the window.

    Returns:
        0 where all of it holds, else 1; each step is a line on standard output.
    """
    with tempfile.TemporaryDirectory(prefix="rundbrief-") as name:
        place = Path(name)
        for variable in _FOLDERS:
            os.environ[variable] = str(place / variable.lower())
        try:
            _run_steps(place)
        except SelfTestFailed as failed:
            print(f"self-test failed: {failed}", flush=True)
            return 1
        finally:
            shutil.copytree(place / "made", folder, dirs_exist_ok=True)
    return 0


def _run_steps(place: Path) -> None:
    from PySide6.QtCore import QSettings

    from editor.app.services.settings import Settings
    from editor.ui import main

    made = place / "made"
    made.mkdir()
    shutil.copytree(resource("sample"), place / "site")
    (place / "site" / "config.toml").touch()
    issue = next((place / "site").glob("**/*.md"))
    start = time.perf_counter()
    app = main.make_application("de")
    store = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)
    window = main.make_window(Settings(store))
    painted: list[float] = []
    window.painted.connect(lambda: painted.append(time.perf_counter()))
    window.resize(1360, 860)
    window.show()
    _wait(lambda: bool(painted), "the window was not drawn")
    _say(f"Rundbrief {__version__}: window drawn in {(painted[0] - start) * 1000:.0f} ms")
    try:
        _try_window(window, issue, made)
        _check_environment()
    finally:
        window.session.stack.setClean()
        window.close()
        app.processEvents()


def _check_environment() -> None:
    """Whether programs that are started from a bundle are kept from its libraries."""
    folder = getattr(sys, "_MEIPASS", None)
    for name, value in os.environ.items():
        if folder and folder in value and not name.startswith("_PYI"):
            raise SelfTestFailed(f"{name} leads other programs into the bundle")


def _try_window(window: "MainWindow", issue: Path, made: Path) -> None:
    patched: list[None] = []
    window.preview_patched.connect(lambda: patched.append(None))
    if not window.open_path(issue):
        raise SelfTestFailed("the sample was not opened")
    _wait(lambda: bool(patched), "there was no preview")
    view = window.workspace.pane.view
    if view is None or not view.complete:
        raise SelfTestFailed("the preview is simplified (no WebEngine)")
    _say("the sample is open, with the preview as on the site")
    _edit_and_save(window, issue, patched)
    _wait_for_word(window)
    _say("a word was typed, shown in the preview and saved; nothing else has changed")
    _print(window, made / "page.pdf")
    _export(issue, made)
    from editor.app.services.tokens import name_keyring

    _say(f"the keyring is {name_keyring()}")
    picture = made / "window.png"
    if not window.grab().save(str(picture)):
        raise SelfTestFailed("no picture of the window could be made")
    _say(f"picture of the window: {picture.name}")


def _edit_and_save(window: "MainWindow", issue: Path, patched: list[None]) -> None:
    session, before = window.session, issue.read_bytes().decode()
    place = session.text.index("\n", session.issue.sections[0].heading.span.end) + 1
    patched.clear()
    session.apply([Edit(place, place, f"\n{_WORD}\n")], "self-test")
    _wait(lambda: bool(patched), "the preview did not follow")
    if not window.files.save():
        raise SelfTestFailed("the issue was not saved")
    if issue.read_bytes().decode() != before[:place] + f"\n{_WORD}\n" + before[place:]:
        raise SelfTestFailed("the saved file is not what was typed")


def _wait_for_word(window: "MainWindow") -> None:
    found: list[int] = []
    view = window.workspace.pane.view
    assert view is not None
    view.find_text(_WORD, done=lambda _, count: found.append(count))
    _wait(lambda: bool(found), "the page did not answer")
    if found[-1] < 1:
        raise SelfTestFailed("the preview does not show what was typed")


def _print(window: "MainWindow", target: Path) -> None:
    done: list[None] = []
    output, view = window.workspace.pane.page_output, window.workspace.pane.view
    assert view is not None
    output.done.connect(lambda: done.append(None))
    output.write_pdf(view, target)
    _wait(lambda: bool(done), "the page was not printed to a PDF")
    if not target.read_bytes().startswith(b"%PDF-"):
        raise SelfTestFailed("the printed page is no PDF")
    _say(f"the page was printed: {target.name}")


def _export(issue: Path, made: Path) -> None:
    from editor.app.site.export_formats import EXPORT_FORMATS
    from editor.cli.main import main

    for name in EXPORT_FORMATS:
        folder = made / name
        if main(["export", "--to", name, "--out", str(folder), str(issue)]):
            raise SelfTestFailed(f"the export “{name}” has ended with a problem")
        files = [path for path in folder.rglob("*") if path.is_file()]
        if not files or any(not path.stat().st_size for path in files):
            raise SelfTestFailed(f"the export “{name}” has written nothing")
        _say(f"export “{name}”: {len(files)} file(s)")
    if (made / "markdown" / issue.name).read_bytes() != issue.read_bytes():
        raise SelfTestFailed("the exported Markdown is not the file")


def _wait(is_ready: Callable[[], bool], otherwise: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + _SECONDS
    while not is_ready():
        if time.monotonic() > end:
            raise SelfTestFailed(otherwise)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.005)


def _say(words: str) -> None:
    print(f"self-test: {words}", flush=True)
