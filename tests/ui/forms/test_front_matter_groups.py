"""Numbers, maps and rows of the front matter are edited where they stand, in every format."""

import pytest
from editor.app.services.profile_registry import ProfileRegistry
from editor.core.profiles.loading import load_profiles
from editor.ui.forms.fields import read_number
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGroupBox, QLineEdit

from helpers.qt_input import leave, press_key, type_into
from helpers.widgets import button_named

YAML = """---
title: A
count: 3
ort: {stadt: Ulm, plz: '89073'}
leute:
- name: Ada # zuerst
  rolle: Text
- name: Bo
tief: {a: {b: {c: {d: {e: 1}}}}}
---
Text
"""
TOML = """+++
title = 'A'
count = 3

[ort]
stadt = "Ulm"
plz = '89073'

[[leute]]
name = "Ada" # zuerst
rolle = "Text"

[[leute]]
name = "Bo"
+++
Text
"""
PROFILE = """
[[profile]]
name = "seite"
[[profile.field]]
key = "title"
[[profile.field]]
key = "count"
widget = "number"
label = { de = "Zahl" }
[[profile.field]]
key = "ort"
widget = "map"
[[profile.field.field]]
key = "stadt"
[[profile.field.field]]
key = "land"
[[profile.field]]
key = "leute"
widget = "rows"
[[profile.field.field]]
key = "name"
required = true
[[profile.field.field]]
key = "aktiv"
widget = "flag"
[[profile.field]]
key = "neu"
widget = "map"
[[profile.field.field]]
key = "wert"
[[profile.field]]
key = "weitere"
widget = "rows"
[[profile.field.field]]
key = "was"
"""


@pytest.fixture
def head(window, tmp_path):
    def open_(text, profile=""):
        path = tmp_path / "a.md"
        path.write_text(text, encoding="utf-8")
        window.open_path(path)
        if profile:
            window.session.registry = ProfileRegistry(lambda: (load_profiles(profile), ()))
            window.session.set_profile(window.session.registry.named("seite"))
        else:
            window.session.set_profile(window.session.registry.named("generic"))
        window.workspace.show_page("head")
        return window.workspace.head

    return open_


def changed(head, text):
    """The lines that are new in the text, and those that are gone."""
    before, after = text.splitlines(), head.session.text.splitlines()
    return (
        [line for line in after if line not in before],
        [line for line in before if line not in after],
    )


@pytest.mark.parametrize("text", [YAML, TOML], ids=["YAML", "TOML"])
def test_a_page_without_a_profile_has_fields_for_all_it_has(head, text):
    form = head(text)
    assert {"title", "count", "ort.stadt", "leute.0.name", "leute.0.rolle"} <= set(form.fields)
    type_into(form.fields["ort.stadt"].line, "Köln")
    assert changed(form, text)[0] in (
        ["ort: {stadt: Köln, plz: '89073'}"],
        ['stadt = "Köln"'],
    )
    type_into(form.fields["leute.1.name"].line, "Cleo")
    new, gone = changed(form, text)
    assert len(new) == len(gone) == 2
    assert "Cleo" in new[1]


@pytest.mark.parametrize("text", [YAML, TOML], ids=["YAML", "TOML"])
def test_a_number_stays_a_number(head, text):
    form = head(text, PROFILE)
    line = form.fields["count"].line
    for typed, written in (("12", "12"), ("2,5", "2.5"), ("", ""), ("7", "7")):
        type_into(line, typed)
        assert form.session.issue.front.text("count") == written
    leave(line)
    assert form.session.issue.front.node("count").tag.endswith(":int")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("7", 7), ("-3", -3), ("0,25", 0.25), ("01", "01"), ("1e5", "1e5"), ("", ""), ("x", "x")],
)
def test_numbers_as_people_type_them(typed, number):
    assert read_number(typed) == number


@pytest.mark.parametrize("text", [YAML, TOML], ids=["YAML", "TOML"])
def test_rows_are_added_moved_and_removed(head, text):
    form = head(text, PROFILE)
    button_named(form, "Add an entry: leute").click()
    QApplication.processEvents()
    assert [row.children[0].text for row in form.session.issue.front.node("leute").children] == [
        "Ada",
        "Bo",
        "",
    ]
    type_into(form.fields["leute.2.name"].line, "Cleo")
    button_named(form, "Move the entry up: leute 3").click()
    QApplication.processEvents()
    button_named(form, "Remove the entry: leute 1").click()
    QApplication.processEvents()
    names = [row.children[0].text for row in form.session.issue.front.node("leute").children]
    assert names == ["Cleo", "Bo"]
    for _ in range(4):
        form.session.stack.undo()
    assert form.session.text == text


@pytest.mark.parametrize("text", [YAML, TOML], ids=["YAML", "TOML"])
def test_what_is_missing_is_made_on_the_way(head, text):
    form = head(text, PROFILE)
    type_into(form.fields["ort.land"].line, "DE")
    assert form.session.issue.front.text("ort", "land") == "DE"
    type_into(form.fields["neu.wert"].line, "x")
    assert form.session.issue.front.text("neu", "wert") == "x"
    button_named(form, "Add an entry: weitere").click()
    QApplication.processEvents()
    type_into(form.fields["weitere.0.was"].line, "y")
    assert form.session.issue.front.text("weitere", 0, "was") == "y"
    button_named(form, "Remove the entry: weitere 1").click()
    QApplication.processEvents()
    assert form.session.issue.front.node("weitere") is None
    assert text.splitlines()[-1] == form.session.text.splitlines()[-1]


def test_what_is_too_deep_is_edited_in_the_source(head, qtbot):
    form = head(YAML)
    with qtbot.waitSignal(form.source_wanted) as wanted:
        button_named(form, "Edit in the source: tief.a.b.c").click()
    assert YAML[wanted.args[0] :].startswith("c: {d")
    titles = {group.title() for group in form.findChildren(QGroupBox)}
    assert {"tief", "ort", "leute", "Entry 1"} <= titles


def test_showing_never_writes(head):
    for text in (YAML, TOML):
        form = head(text, PROFILE)
        assert form.session.text == text


@pytest.fixture
def two(tmp_path):
    """Two pages with the same keys."""
    paths = tmp_path / "a.md", tmp_path / "b.md"
    for path in paths:
        head = f"---\ntitle: {path.stem}\ndate: 2026-01-01\nweight: 1\n---\n"
        path.write_text(head + "Text.\n", encoding="utf-8")
    return paths


def test_a_document_of_the_same_keys_keeps_the_fields(window, two):
    window.open_path(two[0])
    before = window.workspace.head.fields
    window.open_path(two[1])
    after = window.workspace.head.fields
    assert all(after[name] is before[name] for name in before)
    assert after["title"].line.text() == "b"


def test_what_could_not_be_written_does_not_come_along(window, two):
    window.open_path(two[0])
    head = window.workspace.head
    head.fields["title"].refuse("broken")
    assert head.has_unwritten
    window.open_path(two[1])
    assert not head.has_unwritten
    assert head.fields["title"].line.text() == "b"


def test_half_a_date_does_not_come_along(window, two, qtbot):
    window.open_path(two[0])
    line = window.workspace.head.fields["date"].findChildren(QLineEdit)[0]
    line.setFocus()
    line.selectAll()
    press_key(line, Qt.Key.Key_9, "9")
    window.open_path(two[1])
    assert window.session.saved
    [shown, *_] = window.workspace.head.fields["date"].findChildren(QLineEdit)
    assert "2026" in shown.text()


def test_a_text_is_not_laid_out_when_another_document_comes(window, two):
    window.open_path(two[0])
    window.workspace.show_page("source")
    window.open_path(two[1])
    assert window.workspace.source.is_behind
    window.workspace.show_page("source")
    assert "title: b" in window.workspace.source.toPlainText()
