"""Sites as their own generators make them, on a copy: the site itself is left alone."""

import hashlib
import urllib.request
from pathlib import Path

import pytest
from editor.app.site.site_programs import PROGRAMS, find_program, program_for
from editor.app.site.site_server import SiteServer, find_page
from editor.core.sites.configuration import Generator

LIMIT = 120_000
POST = "---\nlayout: default\ntitle: Ein Beitrag\ndate: 2026-01-02\n---\nHallo *Welt*\n"
SITES = {
    Generator.JEKYLL: (
        "_posts/2026-01-02-datei.md",
        {
            "_config.yml": "title: T\nbaseurl: /x\n",
            "_layouts/default.html": "<html><body>{{ content }}</body></html>",
            "_posts/2026-01-02-datei.md": POST,
            "index.md": "---\ntitle: x\n---\n{% for p in site.posts %}{{ p.content }}{% endfor %}",
        },
    ),
    Generator.MKDOCS: (
        "docs/a/datei.md",
        {"mkdocs.yml": "site_name: T\n", "docs/index.md": "# x\n", "docs/a/datei.md": POST},
    ),
    Generator.PELICAN: (
        "content/datei.md",
        {
            "pelicanconf.py": (
                "AUTHOR = 'a'\nSITENAME = 'T'\nSITEURL = 'https://x.org'\n"
                "PATH = 'content'\nTIMEZONE = 'Europe/Berlin'\n"
            ),
            "content/datei.md": "Title: Ein Beitrag\nDate: 2026-01-02\n\nHallo *Welt*\n",
        },
    ),
}


@pytest.fixture
def root(tmp_path):
    return tmp_path / "site"


def write(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def digest(root):
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path: hashlib.sha256(path.read_bytes()).digest() for path in files}


def read(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("generator", SITES)
def test_the_unsaved_text_is_served_and_the_site_stays(root, qtbot, generator):
    name, files = SITES[generator]
    write(root, files)
    row = program_for(generator)
    if find_program(row, root) is None:
        pytest.skip(f"{row.name} is not installed ({row.installation})")
    before = digest(root)
    server = SiteServer(row)
    failures = []
    server.failed.connect(failures.append)
    try:
        with qtbot.waitSignal(server.ready, timeout=LIMIT) as ready:
            server.start(root, root / name, files[name].encode() + b"\nUngesichert.\n")
        assert "Ungesichert." in read(ready.args[0])
        assert {"datei", "datei.html", "ein-beitrag.html"} & set(ready.args[0].split("/"))
        with qtbot.waitSignal(server.built, timeout=LIMIT):
            server.update(files[name].encode() + b"\nNoch einmal.\n")
        assert "Noch einmal." in read(ready.args[0])
    finally:
        server.stop()
    assert failures == []
    assert digest(root) == before


def test_what_is_not_installed_says_how_to_get_it(root, qtbot, monkeypatch):
    monkeypatch.setenv("PATH", "")
    row = program_for(Generator.ZOLA)
    server = SiteServer(row)
    with qtbot.waitSignal(server.failed) as failed:
        server.start(root, root / "a.md", b"")
    assert failed.args[0].values == {"program": "Zola", "installation": "apt install zola"}


def test_what_cannot_be_built_says_why(root, qtbot):
    row = program_for(Generator.MKDOCS)
    if find_program(row, root) is None:
        pytest.skip("MkDocs is not installed")
    write(root, {"mkdocs.yml": "site_name: T\nplugins: [none-of-that]\n", "docs/index.md": "# x\n"})
    server = SiteServer(row)
    failures = []
    server.failed.connect(failures.append)
    with qtbot.waitSignal(server.ended, timeout=LIMIT):
        server.start(root, root / "docs" / "index.md", b"# x\n")
    assert "none-of-that" in failures[0].values["reason"]


def test_every_generator_but_hugo_has_its_row():
    known = {row.generator for row in PROGRAMS}
    assert set(Generator) - known == {Generator.HUGO, Generator.GATSBY, Generator.PLAIN}
    for row in PROGRAMS:
        assert row.is_told is any("{output}" in part for part in row.arguments), row.name


@pytest.mark.parametrize(
    ("files", "page", "expected"),
    [
        ({"index.html": "M", "2026/ein-titel/index.html": "M"}, "_posts/x.md", "2026/ein-titel"),
        ({"a/b/index.html": "M", "x.html": "M"}, "x.md", "x.html"),
        ({"a/index.html": "", "x/index.html": ""}, "docs/x.mdx", "x/index.html"),
        ({"blog/hier/index.html": ""}, "blog/hier/index.md", "blog/hier/index.html"),
        ({"a.html": ""}, "b.md", None),
    ],
)
def test_the_html_of_a_page_is_found(tmp_path, files, page, expected):
    write(tmp_path, files)
    found = find_page(tmp_path, "M", Path(page), "Ein Titel")
    assert (found is None) == (expected is None)
    assert not expected or expected in found.as_posix()
