"""The real Hugo on a scratch copy of a site: serves the unsaved text, follows it, and leaves the site alone."""

import hashlib
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from editor.app.site import hugo as served
from editor.app.site import hugo_program
from editor.app.site.hugo import HugoServer

from helpers import hugo

PAGE = "---\ntitle: Ausgabe\ndate: '2099-01-01T08:00:00+01:00'\ndraft: true\n---\n\nGespeichert.\n"


@pytest.fixture
def site(tmp_path):
    """A small Hugo site with addresses that its file names do not tell."""
    files = {
        "config.toml": 'baseURL = "https://site.example/unter/"\ntitle = "S"\ndisableKinds = ["taxonomy", "term"]\n[permalinks]\nblog = "/:year/:slug/"\n',
        "layouts/_default/single.html": "<html><head><title>x</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>",
        "layouts/_default/list.html": "<html><body>Liste</body></html>",
        "content/blog/2099-01-01-a.md": PAGE,
        "static/a.txt": "a",
        ".git/config": "geheim",
    }
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def server(qtbot):
    made = HugoServer()
    made.failures = []
    made.failed.connect(made.failures.append)
    yield made
    made.stop()


def stamp(folder):
    return {
        path: (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def get(address):
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read().decode()


def start(qtbot, server, site, text):
    with qtbot.waitSignal(server.ready, timeout=30_000) as ready:
        server.start(site, site / "content" / "blog" / "2099-01-01-a.md", text.encode())
    return ready.args[0]


@hugo.needs_hugo
def test_the_unsaved_text_is_served_and_the_site_untouched(qtbot, server, site):
    before = stamp(site)
    address = start(qtbot, server, site, PAGE.replace("Gespeichert", "Ungesichert"))
    assert address.startswith("http://127.0.0.1:") and "/2099/ausgabe/" in address
    assert "Ungesichert." in get(address) and "<h1>Ausgabe</h1>" in get(address)
    with qtbot.waitSignal(server.built, timeout=20_000):
        server.update(PAGE.replace("Gespeichert", "Weiter").encode())
    assert "Weiter." in get(address)
    assert stamp(site) == before and not (server.scratch / "site" / ".git").exists()


@hugo.needs_hugo
def test_it_ends_with_its_owner(qtbot, server, site):
    address = start(qtbot, server, site, PAGE)
    scratch, process = server.scratch, server._process.processId()
    server.stop()
    assert not scratch.exists()
    with pytest.raises(urllib.error.URLError):
        get(address)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@hugo.needs_hugo
@pytest.mark.skipif(
    not hugo_program.parent_death_command(), reason="setpriv (util-linux) is not here"
)
def test_it_ends_with_a_program_that_is_killed(site, tmp_path):
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; from editor.app.site.hugo import HugoServer\n"
        "app = QCoreApplication([]); s = HugoServer(); s.failed.connect(lambda text: print(text, flush=True))\n"
        "s.ready.connect(lambda address: print(s._process.processId(), flush=True))\n"
        f"s.start(Path({str(site)!r}), Path({str(site / 'content/blog/2099-01-01-a.md')!r}), {PAGE.encode()!r}); app.exec()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:
        process = int(program.stdout.readline())
        program.kill()
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            break
        if Path(f"/proc/{process}/stat").read_text().split()[2] == "Z":  # nobody waits for it here
            break
        time.sleep(0.05)
    else:
        pytest.fail("Hugo outlived the program")


@hugo.needs_hugo
def test_what_hugo_cannot_build_is_a_sentence_and_the_next_edit_mends_it(qtbot, server, site):
    address = start(qtbot, server, site, PAGE)
    with qtbot.waitSignal(server.failed, timeout=20_000):
        server.update(PAGE.replace("Gespeichert", "{{< fehlt >}}").encode())
    assert "fehlt" in server.failures[-1]
    with qtbot.waitSignal(server.built, timeout=20_000):
        server.update(PAGE.replace("Gespeichert", "Heil").encode())
    assert "Heil" in get(address)


@hugo.needs_hugo
def test_a_file_outside_the_content_is_a_sentence(qtbot, server, site):
    (site / "notiz.md").write_text("x")
    with qtbot.waitSignal(server.failed, timeout=20_000):
        server.start(site, site / "notiz.md", b"x")
    assert "notiz.md" in server.failures[0]


@hugo.needs_hugo
def test_a_site_that_cannot_be_built_is_a_sentence(qtbot, server, site):
    (site / "config.toml").write_text("kaputt = [\n")
    with qtbot.waitSignal(server.failed, timeout=20_000):
        server.start(site, site / "content" / "blog" / "2099-01-01-a.md", b"x")
    assert "Hugo cannot build the page" in server.failures[0]


def test_without_hugo_there_is_one_sentence(qtbot, server, site, monkeypatch):
    monkeypatch.setattr(served, "find_hugo", lambda: None)
    server.start(site, site / "content" / "blog" / "2099-01-01-a.md", b"x")
    assert "apt install hugo" in server.failures[0] and len(server.failures) == 1


@hugo.needs_hugo
def test_links_go_neither_round_nor_out(qtbot, server, site):
    (site / "static" / "up").symlink_to(site / "static", target_is_directory=True)
    (site / "static" / "round").symlink_to(site, target_is_directory=True)
    (site / "static" / "out").symlink_to("/usr/share", target_is_directory=True)
    (site / "static" / "again").symlink_to(site / "layouts", target_is_directory=True)
    os.mkfifo(site / "static" / "pipe")
    address = start(qtbot, server, site, PAGE)
    assert "Gespeichert." in get(address)
    copy = server.scratch / "site" / "static"
    assert (copy / "again" / "_default" / "single.html").exists() and not (copy / "out").exists()
    assert (
        not (copy / "up").exists()
        and not (copy / "round").exists()
        and not (copy / "pipe").exists()
    )


@hugo.needs_hugo
def test_a_site_that_asks_git_and_has_folders_of_any_name_is_built(qtbot, server, site):
    text = (site / "config.toml").read_text()
    (site / "config.toml").write_text("enableGitInfo = true\n" + text)
    (site / "layouts" / "partials" / "public").mkdir(parents=True)
    (site / "layouts" / "partials" / "public" / "x.html").write_text("Teil")
    single = site / "layouts" / "_default" / "single.html"
    single.write_text('{{ partial "public/x.html" . }}' + single.read_text())
    assert "Teil" in get(start(qtbot, server, site, PAGE))


@hugo.needs_hugo
def test_what_is_typed_while_the_copy_is_made_is_shown(qtbot, server, site):
    with qtbot.waitSignal(server.ready, timeout=30_000) as ready:
        server.start(site, site / "content" / "blog" / "2099-01-01-a.md", PAGE.encode())
        server.update(PAGE.replace("Gespeichert", "Getippt").encode())
    assert "Getippt." in get(ready.args[0])


def test_stopping_does_not_wait_for_a_slow_hugo(qtbot, site, tmp_path, monkeypatch):
    slow = tmp_path / "hugo"
    slow.write_text("#!/bin/sh\nexec sleep 20\n")
    slow.chmod(0o755)
    monkeypatch.setattr(served, "find_hugo", lambda: str(slow))
    server = HugoServer()
    server.start(site, site / "content" / "blog" / "2099-01-01-a.md", b"")
    scratch = server.scratch
    qtbot.wait(300)
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 3
    qtbot.waitUntil(lambda: not scratch.exists(), timeout=5_000)


@hugo.needs_hugo
def test_a_server_that_dies_says_so(qtbot, server, site):
    start(qtbot, server, site, PAGE)
    with qtbot.waitSignal(server.ended, timeout=10_000):
        server._process.kill()
    assert len(server.failures) == 1
