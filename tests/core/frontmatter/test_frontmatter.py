"""Front matter: values are put in their place, and nothing else changes by a byte."""

import frontmatter as reader
import pytest
from editor.core.base.edits import apply
from editor.core.base.errors import UserFacingError
from editor.core.frontmatter.editing import add_key, insert_item, move_item, put_value, remove_node
from editor.core.frontmatter.reading import read_front_matter
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.corpus import DOCUMENTS, EDGES, some_of, text_of

ISSUE = """---
title: "Spruch – Ausgabe"
date: '2026-02-09T08:00:00+01:00'
excerpt: Ein Satz
draft: false
images:
- imgname: bild.jpg
  attribution: <a href="https://p.example">Foto</a> von X
tags: [a, b] # kurz
note: |
  eins
  zwei
empty:
---

Text
"""


def put(text, path, value):
    return apply(text, put_value(text, read_front_matter(text), path, value))


def edit(function, text, *arguments, **options):
    return apply(text, function(text, read_front_matter(text), *arguments, **options))


def test_values_are_read_with_type_and_place():
    front = read_front_matter(ISSUE)
    assert front.node("draft").value is False
    assert front.text("images", 0, "imgname") == "bild.jpg"
    assert front.node("title").span.of(ISSUE) == '"Spruch – Ausgabe"'
    assert front.node("note").value == "eins\nzwei\n"
    assert ISSUE[front.body :] == "\nText\n"


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("title",), 'Ein "Zitat"', 'title: "Ein \\"Zitat\\""'),
        (("date",), "it's", "date: 'it''s'"),
        (("excerpt",), "Ein anderer Satz", "excerpt: Ein anderer Satz"),
        (("excerpt",), "mit: Doppelpunkt", 'excerpt: "mit: Doppelpunkt"'),
        (("excerpt",), "# kein Kommentar", 'excerpt: "# kein Kommentar"'),
        (("excerpt",), "no", 'excerpt: "no"'),
        (("excerpt",), "12", 'excerpt: "12"'),
        (("excerpt",), "", 'excerpt: ""'),
        (("excerpt",), "zwei\nZeilen", 'excerpt: "zwei\\nZeilen"'),
        (("draft",), True, "draft: true"),
        (("images", 0, "imgname"), "neu.jpg", "- imgname: neu.jpg"),
        (("tags", 1), "c", "tags: [a, c] # kurz"),
        (("empty",), "da", "empty: da"),
    ],
)
def test_a_put_keeps_the_quoting_or_takes_double_quotes(path, value, line):
    after = put(ISSUE, path, value)
    assert line in after.splitlines()
    assert len(set(after.splitlines()) ^ set(ISSUE.splitlines())) == 2


def test_a_block_scalar_stays_one():
    assert "note: |\n  drei\n  vier\nempty" in put(ISSUE, ("note",), "drei\nvier\n")
    assert "note: |-\n  drei\nempty" in put(ISSUE, ("note",), "drei")


def test_a_put_of_the_value_just_read_gives_no_edits():
    for node in read_front_matter(ISSUE).root.walk():
        if node.kind == "scalar":
            assert put_value(ISSUE, read_front_matter(ISSUE), node.path, node.text) == []


def test_alt_is_added_under_imgname():
    after = edit(add_key, ISSUE, ("images", 0, "alt"), "Ein Bild", after="imgname")
    assert '- imgname: bild.jpg\n  alt: "Ein Bild"\n  attribution' in after


def test_entries_are_added_removed_and_moved():
    after = edit(insert_item, ISSUE, ("images",), 1, {"imgname": "zwei.jpg", "alt": "b"})
    assert (
        '  attribution: <a href="https://p.example">Foto</a> von X\n'
        '- imgname: "zwei.jpg"\n  alt: "b"\ntags'
    ) in after
    moved = edit(move_item, after, ("images",), 1, 0)
    assert read_front_matter(moved).text("images", 0, "imgname") == "zwei.jpg"
    assert edit(remove_node, after, ("images", 1)) == ISSUE
    assert "tags: [a, neu, b] # kurz" in edit(insert_item, ISSUE, ("tags",), 1, "neu")
    assert "tags: [b, a] # kurz" in edit(move_item, ISSUE, ("tags",), 0, 1)
    assert "tags: [b] # kurz" in edit(remove_node, ISSUE, ("tags", 0))
    assert "draft" not in edit(remove_node, ISSUE, ("draft",))
    assert "images: []" in edit(remove_node, ISSUE, ("images", 0))
    assert 'empty:\n- "eins"\n---' in edit(insert_item, ISSUE, ("empty",), 0, "eins")


def test_a_file_without_front_matter_gets_one():
    assert edit(add_key, "Text\n", ("title",), "Neu") == '---\ntitle: "Neu"\n---\nText\n'
    assert edit(add_key, "Text\r\n", ("title",), "Neu") == '---\r\ntitle: "Neu"\r\n---\r\nText\r\n'


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("duplicate keys", ("title",)),
        ("tab", ("title",)),
        ("anchors", ("base", 0)),
        ("scalar front matter", ("title",)),
        ("empty", ("title",)),
    ],
)
def test_what_cannot_be_proved_is_refused(name, path):
    text = EDGES[name].decode()
    with pytest.raises(UserFacingError):
        put_value(text, read_front_matter(text), path, "neu")


def test_other_keys_of_a_file_with_doubled_keys_can_be_put():
    text = EDGES["duplicate keys"].decode()
    assert put(text, ("topic",), "b") == text.replace("topic: a", "topic: b")


def test_bombs_are_reported_not_unfolded():
    lines = "".join(f"b{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 30))
    bomb = f"---\nb0: &b0 [x]\n{lines}---\n"
    assert "unfolds to more than" in read_front_matter(bomb).problem
    assert "unfolds" in read_front_matter("---\na: &a [*a]\n---\n").problem
    for deep in ("---\na: " + "[" * 100_000 + "\n---\n", "---\n" + "- " * 50_000 + "\n---\n"):
        assert "nested too deeply" in read_front_matter(deep).problem


def test_a_problem_names_its_line():
    front = read_front_matter(EDGES["tab"].decode())
    assert "line 3" in front.problem
    assert front.root is None


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@pytest.mark.parametrize("name", EDGES)
@given(value=TEXTS)
@settings(max_examples=25)
def test_put_then_get_and_nothing_else_changes_in_edge_files(name, value):
    text = EDGES[name].decode("utf-8-sig")
    front = read_front_matter(text)
    for node in front.root.walk() if front.root else ():
        if node.kind != "scalar" or front.node(*node.path) is not node:
            continue
        try:
            edits = put_value(text, front, node.path, value)
        except UserFacingError:
            continue
        check_laws(text, edits, node.path, value)


def check_laws(text, edits, path, value):
    before = read_front_matter(text)
    after_text = apply(text, edits)
    after = read_front_matter(after_text)
    assert after.text(*path) == value
    assert after_text[after.body :] == text[before.body :]
    for node, then in zip(before.root.walk(), after.root.walk(), strict=True):
        assert node.path == then.path
        if node.kind == "scalar" and node.path != path:
            assert (then.tag, then.text) == (node.tag, node.text)
    if text.startswith("---"):  # the only front matter that python-frontmatter splits off
        assert reader.parse(after_text)[1] == reader.parse(text)[1]


@pytest.mark.slow
def test_every_value_of_every_real_file_can_be_put_or_is_refused():
    done = refused = 0
    for path in some_of(DOCUMENTS, 80):
        text = text_of(path)
        front = read_front_matter(text)
        for node in front.root.walk() if front.root else ():
            if node.kind != "scalar" or front.node(*node.path) is not node:
                continue  # the first of two values under one key cannot be named
            assert put_value(text, front, node.path, node.text) == []
            for value in ("Neu", 'Mit "Zitat": # und ä'):
                try:
                    edits = put_value(text, front, node.path, value)
                except UserFacingError:
                    refused += 1
                    continue
                check_laws(text, edits, node.path, value)
                done += 1
    print(f"front matter: {done} puts proved, {refused} refused")
    assert refused < done / 50


@given(TEXTS)
def test_reading_is_total(text):
    for candidate in (text, f"---\n{text}\n---\n", f"---\na: {text}\n---\n"):
        front = read_front_matter(candidate)
        assert front.body in range(len(candidate) + 1)
