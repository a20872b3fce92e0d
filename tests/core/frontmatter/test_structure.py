"""Lists and maps of the front matter: in every style, the new part stands as its neighbors do."""

from contextlib import suppress

import pytest
import yaml
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.frontmatter.editing import add_key, insert_item, move_item, put_value, remove_node
from editor.core.frontmatter.reading import read_front_matter
from editor.core.frontmatter.yaml_writing import double_quote, write_block, write_flow

FORMS = {
    "block": "tags:\n- a\n- b\n",
    "indented": "tags:\n  - a\n  - b\n",
    "flow": "tags: [a, b]\n",
}


def edit(function, lines, *arguments, newline="\n", **options):
    """Edit a front matter of these lines; gives its new lines."""
    text = f"---\n{lines}---\n\nText\n".replace("\n", newline)
    changed = apply(text, function(text, read_front_matter(text), *arguments, **options))
    head, body = f"---{newline}", f"---{newline}{newline}Text{newline}"
    assert changed.startswith(head)
    assert changed.endswith(body)
    new_lines = changed[len(head) : -len(body)]
    assert new_lines.count("\n") == new_lines.count(newline)
    return new_lines.replace(newline, "\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("form", "index", "lines"),
    [
        ("block", 0, 'tags:\n- "c"\n- a\n- b\n'),
        ("block", 2, 'tags:\n- a\n- b\n- "c"\n'),
        ("indented", 0, 'tags:\n  - "c"\n  - a\n  - b\n'),
        ("indented", 1, 'tags:\n  - a\n  - "c"\n  - b\n'),
        ("flow", 0, "tags: [c, a, b]\n"),
        ("flow", 1, "tags: [a, c, b]\n"),
        ("flow", 2, "tags: [a, b, c]\n"),
    ],
)
def test_an_entry_is_inserted(form, index, lines, newline):
    assert edit(insert_item, FORMS[form], ("tags",), index, "c", newline=newline) == lines


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("lines", "path", "left"),
    [
        (FORMS["block"], ("tags", 0), "tags:\n- b\n"),
        (FORMS["indented"], ("tags", 1), "tags:\n  - a\n"),
        (FORMS["flow"], ("tags", 0), "tags: [b]\n"),
        (FORMS["flow"], ("tags", 1), "tags: [a]\n"),
        ("tags: [a]\n", ("tags", 0), "tags: []\n"),
        ("tags:\n- a\nend: 1\n", ("tags", 0), "tags: []\nend: 1\n"),
        ("a: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: {b: 1, c: 2}\n", ("a", "b"), "a: {c: 2}\n"),
        ("a:\n- b: 1\n  c: 2\n", ("a", 0, "b"), "a:\n- c: 2\n"),
        ("a:\n- b: 1\n  c: 2\n", ("a", 0, "c"), "a:\n- b: 1\n"),
    ],
)
def test_a_part_is_removed(lines, path, left, newline):
    assert edit(remove_node, lines, path, newline=newline) == left


@pytest.mark.parametrize(
    ("lines", "path", "value", "new_lines"),
    [
        ("a: 1\n", ("b",), "c", 'a: 1\nb: "c"\n'),
        ("a: 1\n", ("b",), True, "a: 1\nb: true\n"),
        ("a: 1\n", ("b",), None, "a: 1\nb: null\n"),
        ("a: 1\n", ("b",), [], "a: 1\nb: []\n"),
        ("a: 1\n", ("b",), {}, "a: 1\nb: {}\n"),
        ("a: 1\n", ("b",), ["c", {"d": 1, "e": []}], 'a: 1\nb:\n- "c"\n- d: 1\n  e: []\n'),
        ("a: 1\n", ("b",), {"c": {"d": [1]}}, "a: 1\nb:\n  c:\n    d:\n    - 1\n"),
        ("a: {b: 1}\n", ("a", "c"), "d", "a: {b: 1, c: d}\n"),
        ("a: {b: 1}\n", ("a", "c"), ["d", {"e": "f g: h"}], 'a: {b: 1, c: [d, {e: "f g: h"}]}\n'),
        ("", ("a",), 1, "a: 1\n"),
    ],
)
def test_a_key_is_added(lines, path, value, new_lines):
    assert edit(add_key, lines, path, value) == new_lines


@pytest.mark.parametrize(
    ("lines", "value", "new_lines"),
    [
        ("a:\nb: 1\n", ["c"], 'a:\n- "c"\nb: 1\n'),
        ("a: []\n", ["c"], 'a:\n- "c"\n'),
        ("a: ~\n", {"c": 1}, "a:\n  c: 1\n"),
        ("a: [c]\n", ["c"], "a: [c]\n"),
        ("a:\n", True, "a: true\n"),
        ("a: |\n  c\n", "d\n\n", "a: |+\n  d\n\n"),
        ("a: |\n  c\n", "d", "a: |-\n  d\n"),
        ("a: >\n  c\n", "d", "a: >-\n  d\n"),
    ],
)
def test_a_value_is_put(lines, value, new_lines):
    assert edit(put_value, lines, ("a",), value) == new_lines


def test_an_empty_value_becomes_a_list():
    assert edit(insert_item, "a:\n", ("a",), 0, "b") == 'a:\n- "b"\n'


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (put_value, (("nowhere",), "x")),
        (put_value, (("tags",), "x")),
        (put_value, (("tags",), ["c"])),
        (put_value, (("map",), {"c": 1})),
        (put_value, (("anchor",), "y")),
        (add_key, (("word",), "x")),
        (add_key, (("word", "x"), "x")),
        (add_key, (("nowhere", "x"), "x")),
        (insert_item, (("word",), 2, "x")),
        (insert_item, (("tags",), 3, "x")),
        (insert_item, (("tags",), -1, "x")),
        (remove_node, (("nowhere",),)),
        (remove_node, (("tags", 2),)),
        (move_item, (("word",), 0, 0)),
        (move_item, (("tags",), 0, 2)),
        (move_item, (("tags",), -1, 0)),
    ],
)
def test_what_is_not_there_is_refused(function, arguments):
    lines = "tags: [a, b]\nmap: {a: 1}\nword: w\nanchor: &a x\n"
    with pytest.raises(UserFacingError):
        edit(function, lines, *arguments)


def test_the_last_key_stays():
    """A front matter of nothing is not a map any more."""
    with pytest.raises(UserFacingError):
        edit(remove_node, "a: 1\n", ("a",))


@pytest.mark.parametrize("text", ["---\nText", "---"])
def test_a_page_that_begins_like_front_matter_gets_none(text):
    with pytest.raises(UserFacingError):
        add_key(text, read_front_matter(text), ("a",), 1)


def test_a_list_moved_to_where_it_is_stays():
    assert edit(move_item, FORMS["block"], ("tags",), 1, 1) == FORMS["block"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('say "x"\n', '"say \\"x\\"\\n"'),
        ("\x01\x85", '"\\x01\\N"'),
        ("\ufeff\uffff", '"\\uFEFF\\uFFFF"'),
    ],
)
def test_characters_that_yaml_does_not_print_are_escaped(text, written):
    assert double_quote(text) == written


def test_values_are_written_on_one_line_and_in_blocks():
    assert write_flow({"a": [1, "b", "c: d"], "e": {}}) == '{a: [1, b, "c: d"], e: {}}'
    assert write_block([{}, [1]], 2) == ["  - {}", "  - - 1"]
    assert write_block("x", 0) == ['"x"']


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("lab: [a, b] # keep", "Wie geht es?"),
        ("lab: [https://a.example/]", "https://a.de/?x=1"),
        ("lab: [a]", "? a"),
        ("lab: [a]", "a, ?b"),
    ],
)
def test_what_other_readers_refuse_is_quoted(written, value):
    text = f"---\n{written}\n---\n"
    after = apply(text, put_value(text, read_front_matter(text), ("lab", 0), value))
    assert yaml.load(after[4:-4], Loader=yaml.SafeLoader)["lab"][0] == value


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("title: |\n  a\n  b\n\n# Kommentar\n", "c\n", "title: |\n  c\n\n# Kommentar\n"),
        ("title: >-\n  a\n\n\nx: y\n", "c", "title: >-\n  c\n\n\nx: y\n"),
        ("title: | # bleibt\n  a\nx: y\n", "c\n", "title: | # bleibt\n  c\nx: y\n"),
        ("title: |- # bleibt\n  a\nx: y\n", "c", "title: |- # bleibt\n  c\nx: y\n"),
        ("title: |\n  a\n# Kommentar\n", "c\x07", 'title: "c\\x07"\n# Kommentar\n'),
        ("title: | # bleibt\n  a\n\nx: y\n", "\x07", 'title: "\\x07" # bleibt\n\nx: y\n'),
        ("title: |2\n  a\nx: y\n", "c\n", 'title: "c\\n"\nx: y\n'),
        ("title: |+\n  a\n\nx: y\n", "c\n", "title: |\n  c\nx: y\n"),
    ],
)
def test_a_block_keeps_its_comment_and_the_empty_lines_behind_it(before, value, after, newline):
    text, expected = (f"---\n{part}---\n".replace("\n", newline) for part in (before, after))
    assert apply(text, put_value(text, read_front_matter(text), ("title",), value)) == expected


@pytest.mark.parametrize(
    ("yaml_lines", "change"),
    [
        ("i: &i x\nl: [*i, *i]", lambda text, front: move_item(text, front, ("l",), 0, 1)),
        ("i: &i x\nl: [*i, b, *i]", lambda text, front: move_item(text, front, ("l",), 0, 1)),
        ("i: &i {a: b}\nm:\n  <<: *i\n  c: d", lambda t, f: remove_node(t, f, ("m", "<<"))),
        ("i: &i {a: b}\nm: {<<: *i, c: d}", lambda t, f: remove_node(t, f, ("m", "<<"))),
        ("i: &i x\nl:\n- *i\n- *i", lambda text, front: remove_node(text, front, ("l", 0))),
        ("a: b", lambda text, front: remove_node(text, front, ())),
    ],
)
def test_what_cannot_be_done_is_refused_never_raised(yaml_lines, change):
    text = f"---\n{yaml_lines}\n---\n"
    with suppress(EditRejected):
        edits = change(text, read_front_matter(text))
        assert read_front_matter(apply(text, edits)).problem is None


def test_entries_that_say_the_same_may_change_places():
    text = "---\nl: [a, a]\n---\n"
    assert move_item(text, read_front_matter(text), ("l",), 0, 1) == []


@pytest.mark.parametrize(
    ("written", "index", "after"),
    [
        ("number 2", 1, "[number 2, neu]"),
        ("'a: b' # c", 1, "['a: b', neu] # c"),
        ("a, b", 2, "a, b, neu"),
        ("2026", 1, "[2026, neu]"),
        ("a[b", 1, '["a[b", neu]'),
    ],
)
def test_a_single_text_gets_company_and_is_not_lost(written, index, after):
    text = f"---\ntags: {written}\n---\n"
    edits = insert_item(text, read_front_matter(text), ("tags",), min(index, 1), "neu")
    assert (
        apply(text, edits) == f"---\ntags: {after.replace(chr(34) + 'neu' + chr(34), 'neu')}\n---\n"
    )
