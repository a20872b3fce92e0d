"""The real Hugo on a copy of a site: it serves the unsaved text, and leaves the site alone."""

import hashlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from editor.app.site import hugo as served
from editor.app.site import hugo_program
from editor.app.site.hugo import HugoServer
from editor.app.site.sandbox import sandbox_command

from helpers import hugo
from helpers.browser import Counter
from helpers.loopback import serving
from helpers.processes import has_ended

LIMIT = 60_000
"""Milliseconds that nothing here takes: what never comes must not hang the tests."""
PAGE = "---\ntitle: Ausgabe\ndate: '2099-01-01T08:00:00+01:00'\ndraft: true\n---\n\nGespeichert.\n"


@pytest.fixture
def site(tmp_path):
    """A small Hugo site with addresses that its file names do not tell."""
    files = {
        "config.toml": (
            'baseURL = "https://site.example/unter/"\n'
            'title = "S"\n'
            'disableKinds = ["taxonomy", "term"]\n'
            "[permalinks]\n"
            'blog = "/:year/:slug/"\n'
        ),
        "layouts/_default/single.html": (
            "<html><head><title>x</title></head>"
            "<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>"
        ),
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
    """A server that ends with the test, and remembers what has failed."""
    server = HugoServer()
    server.failures = []
    server.failed.connect(server.failures.append)
    yield server
    server.stop()


def page_of(site):
    """The file of the page that is served."""
    return site / "content" / "blog" / "2099-01-01-a.md"


def stamp(folder):
    """Return what every file below a folder holds, and when it was written."""
    return {
        path: (hashlib.sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def get(address):
    """Return what stands at an address."""
    with urllib.request.urlopen(address, timeout=LIMIT / 1000) as answer:
        return answer.read().decode()


def start(qtbot, server, site, text):
    """Serve the page with another text; returns its address."""
    with qtbot.waitSignal(server.ready, timeout=LIMIT) as ready:
        server.start(site, page_of(site), text.encode())
    return ready.args[0]


@hugo.needs_hugo
def test_the_unsaved_text_is_served_and_the_site_untouched(qtbot, server, site):
    before = stamp(site)
    address = start(qtbot, server, site, PAGE.replace("Gespeichert", "Ungesichert"))
    assert address.startswith("http://127.0.0.1:")
    assert "/2099/ausgabe/" in address
    assert "Ungesichert." in get(address)
    assert "<h1>Ausgabe</h1>" in get(address)
    with qtbot.waitSignal(server.built, timeout=LIMIT):
        server.update(PAGE.replace("Gespeichert", "Weiter").encode())
    assert "Weiter." in get(address)
    assert stamp(site) == before
    assert not (server.scratch / "site" / ".git").exists()


@hugo.needs_hugo
def test_it_ends_with_its_owner(qtbot, server, site):
    address = start(qtbot, server, site, PAGE)
    scratch, process_id = server.scratch, server.process_id
    assert scratch.is_dir()
    assert not has_ended(process_id)
    server.stop()
    assert not scratch.exists()
    with pytest.raises(urllib.error.URLError):
        get(address)
    assert has_ended(process_id)
    assert server.process_id is None


SERVING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from editor.app.site.hugo import HugoServer
from editor.app.site.sandbox import sandbox_command

app = QCoreApplication([])
server = HugoServer()
server.failed.connect(lambda text: print(text, flush=True))
server.ready.connect(lambda address: print(server.process_id, flush=True))
page = Path(sys.argv[2])
server.start(Path(sys.argv[1]), page, page.read_bytes())
app.exec()
"""
"""Serves a page, and prints the id of Hugo's process."""


@hugo.needs_hugo
@pytest.mark.skipif(
    not hugo_program.parent_death_command(), reason="setpriv (util-linux) is not here"
)
def test_it_ends_with_a_program_that_is_killed(qtbot, site, tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", SERVING, str(site), str(page_of(site))],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:
        try:
            process_id = int(program.stdout.readline())
            assert not has_ended(process_id)
        finally:
            program.kill()
    qtbot.waitUntil(lambda: has_ended(process_id), timeout=LIMIT)


@hugo.needs_hugo
def test_what_hugo_cannot_build_is_a_sentence_and_the_next_edit_mends_it(qtbot, server, site):
    address = start(qtbot, server, site, PAGE)
    with qtbot.waitSignal(server.failed, timeout=LIMIT):
        server.update(PAGE.replace("Gespeichert", "{{< fehlt >}}").encode())
    assert "fehlt" in server.failures[-1]
    with qtbot.waitSignal(server.built, timeout=LIMIT):
        server.update(PAGE.replace("Gespeichert", "Heil").encode())
    assert "Heil" in get(address)


@hugo.needs_hugo
def test_a_file_outside_the_content_is_a_sentence(qtbot, server, site):
    (site / "notiz.md").write_text("x")
    with qtbot.waitSignal(server.failed, timeout=LIMIT):
        server.start(site, site / "notiz.md", b"x")
    assert "notiz.md" in server.failures[0]


@hugo.needs_hugo
def test_a_site_that_cannot_be_built_is_a_sentence(qtbot, server, site):
    (site / "config.toml").write_text("kaputt = [\n")
    with qtbot.waitSignal(server.failed, timeout=LIMIT):
        server.start(site, page_of(site), b"x")
    assert "Hugo cannot build the page" in server.failures[0]


def test_without_hugo_there_is_one_sentence(qtbot, server, site, monkeypatch):
    monkeypatch.setattr(served, "find_hugo", lambda: None)
    server.start(site, page_of(site), b"x")
    (message,) = server.failures
    assert "apt install hugo" in message


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
    assert (copy / "again" / "_default" / "single.html").exists()
    assert {path.name for path in copy.iterdir()} == {"a.txt", "again"}


@hugo.needs_hugo
def test_a_site_that_asks_git_and_has_folders_of_any_name_is_built(qtbot, server, site):
    text = (site / "config.toml").read_text()
    (site / "config.toml").write_text("enableGitInfo = true\n" + text)
    partials = site / "layouts" / "partials" / "public"
    partials.mkdir(parents=True)
    (partials / "x.html").write_text("Teil")
    single = site / "layouts" / "_default" / "single.html"
    single.write_text('{{ partial "public/x.html" . }}' + single.read_text())
    assert "Teil" in get(start(qtbot, server, site, PAGE))


@hugo.needs_hugo
def test_what_is_typed_while_the_copy_is_made_is_shown(qtbot, server, site):
    with qtbot.waitSignal(server.ready, timeout=LIMIT) as ready:
        server.start(site, page_of(site), PAGE.encode())
        server.update(PAGE.replace("Gespeichert", "Getippt").encode())
    assert "Getippt." in get(ready.args[0])


def test_stopping_does_not_wait_for_a_slow_hugo(qtbot, server, site, tmp_path, monkeypatch):
    slow = tmp_path / "hugo"
    slow.write_text("#!/bin/sh\ntouch started\nexec sleep 600\n")
    slow.chmod(0o755)
    monkeypatch.setattr(served, "find_hugo", lambda: str(slow))
    server.start(site, page_of(site), b"")
    scratch = server.scratch
    qtbot.waitUntil((scratch / "site" / "started").exists, timeout=LIMIT)
    began = time.monotonic()
    server.stop()
    assert time.monotonic() - began < 60  # no measure of speed: Hugo would take ten minutes
    qtbot.waitUntil(lambda: not scratch.exists(), timeout=LIMIT)


@hugo.needs_hugo
def test_a_copy_just_finished_is_removed_when_it_is_stopped(qtbot, server, site):
    """The copy is ready, and the window has not heard of it yet."""
    server.start(site, page_of(site), PAGE.encode())
    scratch = server.scratch
    deadline = time.monotonic() + 30
    while not (scratch / "site").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(1)  # no events are handled meanwhile
    server.stop()
    qtbot.waitUntil(lambda: not scratch.exists(), timeout=10_000)


@hugo.needs_hugo
def test_a_server_that_dies_says_so(qtbot, server, site):
    start(qtbot, server, site, PAGE)
    with qtbot.waitSignal(server.ended, timeout=LIMIT):
        os.kill(server.process_id, signal.SIGKILL)
    assert len(server.failures) == 1


HOSTILE = """
baseURL = "https://x.example/"
publishDir = "{elsewhere}/public"
resourceDir = "{elsewhere}/resources"
cacheDir = "{elsewhere}/cache"
disableKinds = ["taxonomy", "term"]
[security.exec]
allow = [".*"]
osEnv = [".*"]
[security.http]
urls = [".*"]
methods = [".*"]
[[module.mounts]]
source = "content"
target = "content"
[[module.mounts]]
source = "layouts"
target = "layouts"
[[module.mounts]]
source = "assets"
target = "assets"
[[module.mounts]]
source = "{secrets}"
target = "static/secrets"
"""


@hugo.needs_hugo
@pytest.mark.parametrize(
    "template",
    [
        '{{ (resources.Get "a.css" | resources.PostCSS).Content }}',
        '{{ with resources.GetRemote "SERVER/geheim" }}{{ .Content }}{{ end }}',
        '{{ getenv "GEHEIM" }}',
        "{{ .Content }}",
    ],
    ids=["a program", "a request", "a variable", "folders"],
)
def test_a_hostile_site_reaches_nothing(qtbot, server, site, tmp_path, monkeypatch, template):
    elsewhere, secrets, ran = tmp_path / "elsewhere", tmp_path / "secrets", tmp_path / "ran"
    secrets.mkdir()
    (secrets / "key").write_text("geheim")
    monkeypatch.setenv("GEHEIM", "sehr geheim")
    (site / "config.toml").write_text(HOSTILE.format(elsewhere=elsewhere, secrets=secrets))
    program = site / "node_modules/.bin/postcss"
    for path, text in (
        (program, f"#!/bin/sh\ntouch {ran}\ncat\n"),
        (site / "assets/a.css", "a{}"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    program.chmod(0o755)
    Counter.hits = []
    with serving(Counter) as address:
        (site / "layouts/_default/single.html").write_text(
            "<html><body>da " + template.replace("SERVER", address) + "</body></html>"
        )
        shown = []
        server.ready.connect(lambda at: shown.append(get(at)))
        server.start(site, page_of(site), PAGE.encode())
        qtbot.waitUntil(lambda: bool(shown or server.failures), timeout=LIMIT)
        if server.scratch and sandbox_command(server.scratch, ()):
            assert not list((server.scratch / "public").rglob("key"))
    assert not Counter.hits
    assert not ran.exists()
    assert not elsewhere.exists()
    assert "geheim" not in "".join(shown)
