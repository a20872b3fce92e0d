"""The real site in the preview's place, and the locks again where windows are real."""

import os
import shutil
import subprocess
import sys

import pytest
from editor.core.base.edits import Edit

from helpers import hugo
from helpers.browser import Counter, script
from helpers.corpus import ROOT, SAMPLE


@pytest.fixture
def site(tmp_path):
    layouts = tmp_path / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (tmp_path / "content" / "blog").mkdir(parents=True)
    for name in ("hugo.toml", "config.toml"):  # older Hugos look for the second
        (tmp_path / name).write_text(
            'baseURL = "https://s.example/"\ndisableKinds = ["taxonomy", "term"]\n'
        )
    (layouts / "list.html").write_text("x")
    (layouts / "single.html").write_text(
        "<html><head></head><body><main class='echt'>{{ .Content }}</main></body></html>"
    )
    shutil.copy(SAMPLE, tmp_path / "content" / "blog" / "2026-03-09-a.md")
    return tmp_path


def show_real_page(window):
    """Ask for the real page, and trust the site."""
    window.workspace.pane.toggle_real()
    for button in window.bar.buttons:
        button.click()


def wait_for_words(qtbot, window, words):
    """Wait until the page of the real site has these words."""
    text = "document.body ? document.body.innerText : ''"

    def are_shown():
        view = window.workspace.pane.real.view
        return view is not None and words in (script(qtbot, view, text) or "")

    qtbot.waitUntil(are_shown)


@hugo.needs_hugo
def test_the_real_page_is_shown_and_follows_edits(make_window, qtbot, site, server):
    layout = site / "layouts" / "_default" / "single.html"
    requests = (
        f'<script src="{server}/js"></script><link rel="stylesheet" href="{server}/css"></head>'
    )
    layout.write_text(layout.read_text().replace("</head>", requests))
    path = site / "content" / "blog" / "2026-03-09-a.md"
    before = path.read_bytes()
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched):
        window.open_path(path)
    pane = window.workspace.pane
    show_real_page(window)
    wait_for_words(qtbot, window, "Der Februar war kurz")
    assert script(qtbot, pane.real.view, "document.querySelector('main').className") == "echt"

    assert "as it is built" in window.status.engine.text()
    at = window.session.text.index("Der Februar")
    window.session.apply([Edit(at, at, "Ungesichert: ")], "x")
    wait_for_words(qtbot, window, "Ungesichert: Der Februar")
    assert path.read_bytes() == before
    assert Counter.hits == []
    pane.toggle_real()
    assert pane.real.view is None
    assert pane.views.currentWidget() is pane.view
    assert "as on the site (Hugo)" in window.status.engine.text()


@hugo.needs_hugo
def test_another_document_ends_it(make_window, qtbot, site):
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched):
        window.open_path(site / "content" / "blog" / "2026-03-09-a.md")
    show_real_page(window)
    wait_for_words(qtbot, window, "Der Februar")
    with qtbot.waitSignal(window.preview_patched):
        window.open_path(SAMPLE)
    assert not window.workspace.pane.real.running
    assert not window.workspace.pane.bar.real.isChecked()


def test_without_a_site_it_is_a_sentence(shown):
    window, _ = shown("Text\n")
    show_real_page(window)
    assert "site whose generator is known" in window.bar.text
    assert not window.workspace.pane.bar.real.isChecked()


LOCKS = (
    "test_preview.py::test_no_request_leaves_the_machine",
    "test_preview.py::test_javascript_of_the_page_is_off",
    "test_preview.py::test_links_are_shown_not_followed",
    "test_preview.py::test_no_other_program_is_started",
    "test_pane.py::test_remote_images_load_when_they_are_allowed",
)


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="Xvfb is not installed")
def test_the_locks_hold_in_real_windows():
    """The tests of the lock once more, under Xvfb instead of offscreen."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTEST")
    }
    environment["QT_QPA_PLATFORM"] = "xcb"
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    tests = [f"tests/ui/preview/{lock}" for lock in LOCKS]
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-m", "pytest", *options, *tests],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,  # a window that never opens must not hang the tests
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"{len(LOCKS)} passed" in done.stdout
