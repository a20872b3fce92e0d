"""Pictures, files, pages and colors are chosen, or typed as ever."""

import pytest
from editor.app.site.site_addresses import address_of
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog

from helpers.corpus import ROOT
from helpers.qt_input import leave, type_into

PROFILE = """
name = "posts"
content = "content"
[match]
paths = ["content/*.md"]
[[field]]
key = "cover"
widget = "image"
folder = "static/img"
[[field]]
key = "handout"
widget = "file"
[[field]]
key = "next"
widget = "page"
[[field]]
key = "accent"
widget = "color"
"""


@pytest.fixture
def page(tmp_path):
    root = tmp_path / "site"
    picture = (ROOT / "resources" / "icons").glob("*.png")
    files = {
        "hugo.toml": 'title = "T"\n',
        ".rundbrief.toml": PROFILE,
        "content/a.md": "---\ncover: /img/a.png\naccent: '#ff0000'\n---\nText\n",
        "content/b.md": "---\ntitle: B\n---\n",
        "static/handout.pdf": "x",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "static" / "img").mkdir()
    data = next(picture, None)
    for name in ("a.png", "b.png"):
        (root / "static" / "img" / name).write_bytes(data.read_bytes() if data else b"")
    return root / "content" / "a.md"


@pytest.fixture
def head(window, page):
    window.open_path(page)
    window.workspace.show_page("head")
    QApplication.processEvents()
    return window.workspace.head


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_a_picture_is_shown_and_chosen(window, head, page, monkeypatch):
    field = head.fields["cover"]
    assert field.picture.isVisible()
    choose(monkeypatch, page.parent.parent / "static" / "img" / "b.png")
    field.button.click()
    assert window.session.text.startswith("---\ncover: /img/b.png\n")
    window.session.stack.undo()
    assert "cover: /img/a.png" in window.session.text


def test_files_and_pages_are_chosen(window, head, page, monkeypatch):
    choose(monkeypatch, page.parent.parent / "static" / "handout.pdf")
    head.fields["handout"].button.click()
    choose(monkeypatch, page.parent / "b.md")
    head.fields["next"].button.click()
    assert 'handout: "/handout.pdf"' in window.session.text
    assert 'next: "b.md"' in window.session.text


def test_a_file_outside_of_the_site_is_a_sentence(window, head, tmp_path, monkeypatch):
    before = window.session.text
    choose(monkeypatch, tmp_path / "fremd.png")
    head.fields["cover"].button.click()
    assert "lies outside of the site" in head.fields["cover"].refusal
    assert window.session.text == before
    choose(monkeypatch, "")
    head.fields["cover"].button.click()
    assert window.session.text == before


def test_a_color_is_chosen_or_typed(window, head, monkeypatch):
    field = head.fields["accent"]
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#00ff00"))
    field.button.click()
    assert "accent: '#00ff00'" in window.session.text
    type_into(field.line, "rebeccapurple")
    leave(field.line)
    assert "accent: 'rebeccapurple'" in window.session.text


@pytest.mark.parametrize(
    ("name", "before", "expected"),
    [
        ("static/img/b.png", "/img/a.png", "/img/b.png"),
        ("static/img/b.png", "", "/img/b.png"),
        ("content/b.md", "", "b.md"),
        ("static/handout.pdf", "/img/a.png", "/handout.pdf"),
        ("../fremd.png", "", None),
    ],
)
def test_addresses_keep_their_form(window, head, page, name, before, expected):
    path = (page.parent.parent / name).resolve()
    assert address_of(window.session.site, path, before) == expected
