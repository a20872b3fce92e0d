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
    (tmp_path / "hugo.toml").write_text(
        'baseURL = "https://s.example/"\ndisableKinds = ["taxonomy", "term"]\n'
    )
    (tmp_path / "config.toml").write_text(
        'baseURL = "https://s.example/"\ndisableKinds = ["taxonomy", "term"]\n'
    )
    (layouts / "list.html").write_text("x")
    (layouts / "single.html").write_text(
        "<html><head></head><body><main class='echt'>{{ .Content }}</main></body></html>"
    )
    shutil.copy(SAMPLE, tmp_path / "content" / "blog" / "2026-03-09-a.md")
    return tmp_path


def shows(qtbot, window, words, timeout=20_000):
    def there():
        real = window.workspace.pane.real
        return (
            real is not None
            and real.view is not None
            and words
            in (script(qtbot, real.view, "document.body ? document.body.innerText : ''") or "")
        )

    qtbot.waitUntil(there, timeout=timeout)


@hugo.needs_hugo
def test_the_real_page_is_shown_and_follows_edits(make_window, qtbot, site, server):
    layout = site / "layouts" / "_default" / "single.html"
    layout.write_text(
        layout.read_text().replace(
            "</head>",
            f'<script src="{server}/js"></script><link rel="stylesheet" href="{server}/css"></head>',
        )
    )
    path = site / "content" / "blog" / "2026-03-09-a.md"
    before = path.read_bytes()
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched, timeout=30_000):
        window.open_path(path)
    pane = window.workspace.pane
    pane.toggle_real()
    shows(qtbot, window, "Der Februar war kurz")
    assert script(qtbot, pane.real.view, "document.querySelector('main').className") == "echt"
    assert (
        "Hugo" in window.status.engine.text() and "markdown-it" not in window.status.engine.text()
    )
    at = window.session.text.index("Der Februar")
    window.session.apply([Edit(at, at, "Ungesichert: ")], "x")
    shows(qtbot, window, "Ungesichert: Der Februar")
    assert path.read_bytes() == before and Counter.hits == []
    pane.toggle_real()
    assert (
        pane.real.view is None
        and pane.views.currentWidget() is pane.view
        and "markdown-it" in window.status.engine.text()
    )


@hugo.needs_hugo
def test_another_document_ends_it(make_window, qtbot, site):
    window = make_window(preview=True)
    with qtbot.waitSignal(window.preview_patched, timeout=30_000):
        window.open_path(site / "content" / "blog" / "2026-03-09-a.md")
    window.workspace.pane.toggle_real()
    shows(qtbot, window, "Der Februar")
    with qtbot.waitSignal(window.preview_patched, timeout=10_000):
        window.open_path(SAMPLE)
    assert not window.workspace.pane.real.running and not window.workspace.pane.bar.real.isChecked()


def test_without_a_site_it_is_a_sentence(shown):
    window, _ = shown("Text\n")
    window.workspace.pane.toggle_real()
    assert (
        "folder of a Hugo site" in window.bar.text
        and not window.workspace.pane.bar.real.isChecked()
    )


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="Xvfb is not installed")
@pytest.mark.skipif(os.environ.get("RUNDBRIEF_IN_XVFB") == "1", reason="this is the run under Xvfb")
def test_the_locks_hold_in_real_windows():
    """The tests of the lock once more, under Xvfb instead of offscreen."""
    names = "no_request or javascript_of or links_are_shown or no_other_program or remote_images or twenty_windows"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTEST")
    }
    environment |= {"QT_QPA_PLATFORM": "xcb", "RUNDBRIEF_IN_XVFB": "1"}
    command = [
        "xvfb-run",
        "-a",
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "tests/ui",
        "-k",
        names,
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0 and " passed" in done.stdout, (
        done.stdout[-3000:] + done.stderr[-2000:]
    )
