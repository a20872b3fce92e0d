"""Front matter of every format is read, and changed where it stands, as its own readers have it."""

import json
import operator
import tomllib

import pytest
import yaml
from editor.core.base.edits import apply
from editor.core.base.errors import EditRejected
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.table import run_checks
from editor.core.frontmatter.editing import (
    add_key,
    insert_item,
    move_item,
    put_value,
    remove_node,
)
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue.issue import parse_issue
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

BODY = "Der Text.\n"
PLACES = {
    "TOML": ("TOML", "+++\ntitle = 'x'\n+++\n"),
    "TOML in lines": ("TOML", "---toml\ntitle = 'x'\n---\n"),
    "JSON": ("JSON", '{\n  "title": "x"\n}\n'),
    "JSON in one line": ("JSON", '{"title": "x", "tags": ["a"]}\n'),
    "JSON in fences": ("JSON", ';;;\n"title": "x"\n;;;\n'),
    "JSON in lines": ("JSON", '---json\n{"title": "x"}\n---\n'),
    "Hexo's JSON": ("JSON", '"title": "x",\n"date": "2026-01-02"\n;;;\n'),
    "Pelican": ("“Key: value”", "Title: x\nDate: 2026-01-02 10:00\nTags: a, b\n\n"),
    "MultiMarkdown": ("“Key: value”", "title:  x\nauthor: A\n    and B\n\n"),
    "empty lines first": ("YAML", "\n\n---\ntitle: x\n---\n"),
    "blanks first": ("YAML", "  ---\ntitle: x\n---\n"),
    "a comment first": ("YAML", "<!-- Vorlage -->\n---\ntitle: x\n---\n"),
    "a line of a comment first": ("YAML", "# Vorlage\n---\ntitle: x\n---\n"),
    "a second mark": ("YAML", "\ufeff---\ntitle: x\n---\n"),
    "Hexo": ("YAML", "title: x\ndate: 2026-01-02\n---\n"),
    "Hexo with a comment": ("YAML", "title: x\n# Tags\ntags:\n- a\n---\n"),
    "another end": ("YAML", "---\ntitle: x\n...\n"),
    "another end and a rule below": ("YAML", "---\ntitle: x\n...\nText\n\n---\n\n"),
    "a directive first": ("YAML", "%YAML 1.2\n---\ntitle: x\n---\n"),
    "blanks nobody sees first": ("YAML", "\u200b\xa0\n---\ntitle: x\n---\n"),
    "YAML by name": ("YAML", "---yaml\ntitle: x\n---\n"),
}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_title_is_put_and_a_key_added_wherever_it_stands(name, newline):
    style, source = PLACES[name]
    text = (source + BODY).replace("\n", newline)
    front = read_front_matter(text)
    assert (front.format.name, front.problem, front.foreign) == (style, None, None)
    assert text.endswith(BODY.replace("\n", newline))
    edits = put_value(text, front, ("title",), "Grüße")
    assert apply(text, edits) == text.replace("x", "Grüße", 1)
    assert put_value(text, front, ("title",), "x") == []
    edits = add_key(text, front, ("neu",), "Wert")
    after = apply(text, edits)
    assert read_front_matter(after).text("neu") == "Wert"
    assert after.endswith(text[front.body :])


@pytest.mark.parametrize("source", [source for _, source in PLACES.values()])
def test_no_error_is_reported_of_it(source, shelf):
    issue = parse_issue(source + BODY, shelf.named("page"))
    codes = {diagnostic.code for diagnostic in run_checks(issue, CheckContext())}
    assert not codes & {"front-matter", "unknown-key", "type"}


# --- every act, in every format ------------------------------------------------------------------

YAML = """\
---
# Kopf
title: "Alt"
date: 2026-01-02
count: 3
is: true
tags: [a, b]
list:
- eins # gut
- zwei
map:
  k: v
  l: w
entries:
- file: a.jpg
- file: b.jpg
  alt: B
---
Text
"""
TOML = """\
+++
# Kopf
title = "Alt"
date = 2026-01-02
count = 3
is = true
tags = ['a', "b"]
list = [
  "eins", # gut
  "zwei",
]
[map]
k = "v"
l = 'w'

[[entries]]
file = "a.jpg"

[[entries]]
file = "b.jpg"
alt = "B"
+++
Text
"""
JSON = """\
{
  "title": "Alt",
  "date": "2026-01-02",
  "count": 3,
  "is": true,
  "tags": ["a", "b"],
  "list": [
    "eins",
    "zwei"
  ],
  "map": {"k": "v", "l": "w"},
  "entries": [
    {"file": "a.jpg"},
    {"file": "b.jpg", "alt": "B"}
  ]
}
Text
"""
LINES = """\
Title: Alt
Date: 2026-01-02
Count: 3
Is: true
Tags: a, b
Summary: Eins
    und zwei

Text
"""
TEXTS = {"YAML": YAML, "TOML": TOML, "JSON": JSON, "lines": LINES}


def load(text):
    """Read the front matter with the reader of its own format."""
    if text.startswith("---"):
        return yaml.safe_load(text.split("---\n")[1])
    if text.startswith("+++"):
        return tomllib.loads(text.split("+++\n")[1])
    if text.startswith("{"):
        return json.JSONDecoder().raw_decode(text)[0]
    md = Markdown(extensions=["meta"])
    md.convert(text)
    return {key: "\n".join(lines) for key, lines in md.Meta.items()}


def change(data, path, act):
    """Do to loaded data what an edit shall do to the text."""
    copy = json.loads(json.dumps(data, default=str))
    place = copy
    for step in path[:-1]:
        place = place[step]
    act(place, path[-1])
    return copy


def plain(data):
    return json.loads(json.dumps(data, default=str))


WORDS = st.text(
    st.sampled_from("aß \"'\\#:,{}[]&*!|>%@`-+=.~0123\t🌱") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=12,
)


def is_fit(words, name):
    """Whether a format can say a text; the others are refused."""
    return name != "lines" or (
        words == words.strip() and not set(words) & set("\t\n\r\x0b\x0c\x1c")
    )


SCALARS = {
    "YAML": [("title",), ("tags", 1), ("list", 0), ("map", "l"), ("entries", 1, "alt")],
    "lines": [("title",), ("tags",), ("summary",)],
}


@given(st.sampled_from([*TEXTS]), st.integers(0, 4), WORDS)
def test_a_text_that_is_put_is_what_its_reader_reads(name, which, words):
    text = TEXTS[name]
    paths = SCALARS.get(name, SCALARS["YAML"])
    path = paths[which % len(paths)]
    front = read_front_matter(text)
    try:
        after = apply(text, put_value(text, front, path, words))
    except EditRejected:
        return
    if is_fit(words, name):
        expected = change(load(text), path, lambda place, key: operator.setitem(place, key, words))
        assert plain(load(after)) == expected
    assert after.endswith("Text\n")
    assert put_value(after, read_front_matter(after), path, words) == []


@given(st.sampled_from([*TEXTS]), st.text("abcäöü xyz,.!?", min_size=1).map(str.strip))
def test_plain_words_are_never_refused(name, words):
    if not words:
        return
    text = TEXTS[name]
    front = read_front_matter(text)
    assert load(apply(text, put_value(text, front, ("title",), words)))["title"] == words
    assert load(apply(text, add_key(text, front, ("neu",), words)))["neu"] == words


@pytest.mark.parametrize("name", ["YAML", "TOML", "JSON"])
@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("neu",), "x"),
        (("neu",), True),
        (("neu",), 7),
        (("neu",), ["a", "b: c"]),
        (("neu",), {"a": 1, "b": "c"}),
        (("neu",), [{"a": "1"}, {"a": "2", "b": "c"}]),
        (("map", "neu"), "x"),
        (("entries", 0, "neu"), "x"),
    ],
)
def test_keys_are_added_and_removed(name, path, value):
    text = TEXTS[name]
    front = read_front_matter(text)
    after = apply(text, add_key(text, front, path, value))
    assert plain(load(after)) == change(
        load(text), path, lambda place, key: operator.setitem(place, key, value)
    )
    back = apply(after, remove_node(after, read_front_matter(after), path))
    assert plain(load(back)) == plain(load(text))
    if not (name == "TOML" and isinstance(value, dict | list)):
        assert back == text


@pytest.mark.parametrize("name", ["YAML", "TOML", "JSON"])
@pytest.mark.parametrize("path", [("tags",), ("list",), ("entries",)])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_entries_are_inserted_removed_and_moved(name, path, index):
    text = TEXTS[name]
    value = {"file": "neu.jpg"} if path == ("entries",) else "neu"
    after = apply(text, insert_item(text, read_front_matter(text), path, index, value))
    assert plain(load(after))[path[0]] == [
        *plain(load(text))[path[0]][:index],
        value,
        *plain(load(text))[path[0]][index:],
    ]
    back = apply(after, remove_node(after, read_front_matter(after), (*path, index)))
    assert plain(load(back)) == plain(load(text))
    moved = apply(after, move_item(after, read_front_matter(after), path, 0, 2))
    entries = plain(load(after))[path[0]]
    assert plain(load(moved))[path[0]] == [*entries[1:], entries[0]]
    again = apply(moved, move_item(moved, read_front_matter(moved), path, 2, 0))
    assert again == after
    assert ("# gut" in again) == ("# gut" in text)


@pytest.mark.parametrize("name", ["YAML", "TOML", "JSON"])
def test_every_field_is_removed_alone(name):
    text = TEXTS[name]
    for key in load(text):
        after = apply(text, remove_node(text, read_front_matter(text), (key,)))
        expected = plain(load(text))
        del expected[key]
        assert plain(load(after)) == expected


def test_lines_take_several_texts_as_one_with_commas():
    front = read_front_matter(LINES)
    assert "Tags: a, b, c\n" in apply(LINES, insert_item(LINES, front, ("tags",), 1, "c"))
    assert "Tags: c, a, b\n" in apply(LINES, insert_item(LINES, front, ("tags",), 0, "c"))
    assert "Title: Alt, c\n" in apply(LINES, insert_item(LINES, front, ("title",), 1, "c"))
    assert "\nNeu: a, b\n\nText" in apply(LINES, add_key(LINES, front, ("neu",), ["a", "b"]))
    assert "Date: 2026-01-02\nNeu: x\nCount" in apply(
        LINES, add_key(LINES, front, ("neu",), "x", after="date")
    )
    assert "Is" not in apply(LINES, remove_node(LINES, front, ("is",)))
    with pytest.raises(EditRejected):
        put_value(LINES, front, ("summary",), "Eins\n\nZwei")


# --- what TOML has beyond that -------------------------------------------------------------------

RICH = """\
+++
a.b.c = 1
a.d = { x = 1, y = "z" }
"quoted key" = 'C:\\x'
time = 07:32:00
stamp = 2026-01-02T10:00:00+02:00
big = 1_000
hex = 0xff
inf = inf
text = \"\"\"Erste
Zeile \\"x\\".\"\"\"
raw = '''
C:\\n'''

[extra.deep]
k = 1

[[cascade]]
  category = 'x'
  [cascade.params]
  y = 1
+++
"""


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (("a", "b", "c"), "2", "a.b.c = 2"),
        (("a", "d", "y"), "q", 'a.d = { x = 1, y = "q" }'),
        (("quoted key",), "D:\\y", "\"quoted key\" = 'D:\\y'"),
        (("quoted key",), "it's", '"quoted key" = "it\'s"'),
        (("stamp",), "2026-02-03T10:00:00+02:00", "stamp = 2026-02-03T10:00:00+02:00"),
        (("big",), "2_000", "big = 2_000"),
        (("text",), 'Neu\n"y"', 'text = """Neu\n"y\\""""'),
        (("raw",), "D:\\n", "raw = '''\nD:\\n'''"),
        (("extra", "deep", "k"), 2, "k = 2"),
        (("cascade", 0, "params", "y"), "2", "  y = 2"),
        (("cascade", 0, "category"), "y", "  category = 'y'"),
    ],
)
def test_toml_keeps_how_a_value_is_written(path, value, line):
    edits = put_value(RICH, read_front_matter(RICH), path, value)
    assert f"\n{line}\n" in apply(RICH, edits)


def test_a_toml_date_never_becomes_a_text():
    with pytest.raises(EditRejected):
        put_value(RICH, read_front_matter(RICH), ("stamp",), "bald")


@pytest.mark.parametrize(
    ("path", "key", "line"),
    [
        ((), "neu", "C:\\n'''\nneu = 1\n\n[extra.deep]"),
        (("a",), "neu", 'y = "z" }\na.neu = 1\n'),
        (("a", "b"), "neu", "a.b.c = 1\na.b.neu = 1\n"),
        (("a", "d"), "neu", 'y = "z", neu = 1 }'),
        (("extra", "deep"), "neu", "k = 1\nneu = 1\n"),
        (("cascade", 0), "neu", "category = 'x'\n  neu = 1\n"),
        (("cascade", 0, "params"), "n u", '  y = 1\n  "n u" = 1\n'),
    ],
)
def test_a_toml_key_is_added_where_it_belongs(path, key, line):
    edits = add_key(RICH, read_front_matter(RICH), (*path, key), 1)
    assert line in apply(RICH, edits)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+++\ntitle = \n+++\n", "line 2"),
        ("+++\ntitle = 'x'\ntitle = 'y'\n+++\n", "title"),
        ("+++\n[a]\n[a]\n+++\n", "a"),
        ('{\n  "title": "x",\n}\n', "line"),  # 2 or 3: Pythons count differently
        ("+++\na = " + "[" * 500 + "]" * 500 + "\n+++\n", "nested"),
        ("{" + '"a": {' * 3000 + "}" * 3000 + "}\n", "RecursionError"),
        ("+++\na = '" + "x" * 70_000 + "'\n+++\n", "too long"),
    ],
)
def test_what_cannot_be_read_is_said_and_left_alone(text, line):
    front = read_front_matter(text)
    problem = front.problem or front.foreign
    assert problem
    assert line in str(problem)
    with pytest.raises(EditRejected):
        add_key(text, front, ("neu",), "x")


FORMS = st.sampled_from(
    [
        "a = 1",
        "[a]",
        "[[a]]",
        "[a.b]",
        "a.b = 2",
        "b = [1, 2]",
        "c = { d = 1 }",
        "d = '''",
        "'''",
        '"k" = "v"',
        "]",
        "}",
        "# x",
        "",
        '"k": "v",',
        '"k": {',
        "Title: x",
        "    mehr",
        "k: [a",
    ]
)


@given(st.sampled_from(["+++", "---toml", ";;;", "{", "Title: x"]), st.lists(FORMS, max_size=8))
def test_reading_is_total_and_edits_are_proved_or_refused(opening, lines):
    end = {"---toml": "---", "{": "}", "Title: x": ""}.get(opening, opening)
    text = "\n".join([opening, *lines, end, "", "Text", ""])
    front = read_front_matter(text)
    assert 0 <= front.body <= len(text)
    for node in list(front.root.walk())[1:] if front.root else ():
        try:
            edits = remove_node(text, front, node.path)
        except EditRejected:
            continue
        after = apply(text, edits)
        assert read_front_matter(after).format is front.format
        assert after.endswith("Text\n")


# --- what a reviewer found -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["12:30", "2020-01-01T10:00", '"x\\e"', "{b=1,}", "{\nb=1\n}"],
)
def test_toml_that_only_one_reader_takes_is_not_read(value):
    front = read_front_matter(f"+++\na = {value}\n+++\nText\n")
    assert front.problem


def test_tables_that_come_again_are_not_read():
    assert read_front_matter("+++\n[t.a]\n[b]\n[t.c]\n[t.a]\n+++\n").problem


def test_half_a_time_is_no_toml_date():
    text = "+++\ndate = 2020-01-01\n+++\n"
    for words in ("12:30", "2020-01-01T10:00"):
        with pytest.raises(EditRejected):
            put_value(text, read_front_matter(text), ("date",), words)


@pytest.mark.parametrize("scalar", ["|", ">-", "|2"])
def test_line_ends_stay_behind_a_block_scalar(scalar):
    text = f"---\r\na: {scalar}\r\n  x\r\nl:\r\n- {scalar}\r\n  y\r\n- z\r\n---\r\nText\r\n"
    front = read_front_matter(text)
    for edits in (
        add_key(text, front, ("n",), "v", after="a"),
        insert_item(text, front, ("l",), 1, "neu"),
        move_item(text, front, ("l",), 0, 1),
    ):
        after = apply(text, edits)
        assert "\r\r" not in after
        assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize("value", ["!!bool x", "!!timestamp x", '!!int ""', '!!float ""'])
def test_a_tag_that_does_not_fit_is_a_text(value):
    front = read_front_matter(f"---\na: {value}\n---\n")
    assert isinstance(front.node("a").value, str)


@pytest.mark.parametrize(
    "text",
    [
        '{\n  // c\n  "title": "x"\n}\n\nText\n',
        "{title: 'x'}\nText\n",
        "Title: my letter\nHello Bob: see you\n\nText\n",
    ],
)
def test_what_is_doubtful_is_never_added_to(text):
    front = read_front_matter(text)
    assert front.foreign
    with pytest.raises(EditRejected):
        add_key(text, front, ("neu",), "x")


def test_a_heading_with_a_colon_is_no_front_matter():
    assert read_front_matter("Titel: Fest\n---\nText\n").format is None
    assert read_front_matter("title: x\n---\nText\n").text("title") == "x"
    assert read_front_matter("Title: x\nTags: [a]\n---\nText\n").text("Title") == "x"


NESTED = "---\nl:\n- a: 1\n  # about b\n  b: 2\n---\n"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (NESTED, lambda t, f: remove_node(t, f, ("l", 0, "a"))),
        ("---\na: [ # keep\n]\n---\n", lambda t, f: put_value(t, f, ("a",), ["x"])),
        ("+++\na = [ # keep\n]\n+++\n", lambda t, f: put_value(t, f, ("a",), ["x"])),
        ("---\nk: |  # c\n  l1\n# c0\n---\n", lambda t, f: insert_item(t, f, ("k",), 1, "z")),
    ],
)  # fmt: skip
def test_an_edit_that_would_take_a_comment_is_refused(text, act):
    with pytest.raises(EditRejected):
        act(text, read_front_matter(text))


def test_keys_that_look_like_something_else_are_quoted():
    keys = {"1": "x", "on": "y", "~": "z", "2020-01-01": "w", "a b": "v", "c: d": "u"}
    text = "---\ntitle: x\nlist: [a]\n---\n"
    after = apply(text, add_key(text, read_front_matter(text), ("m",), keys))
    assert load(after)["m"] == keys
    after = apply(text, insert_item(text, read_front_matter(text), ("list",), 0, keys))
    assert load(after)["list"][0] == keys


def test_lines_keep_their_ends_and_their_small_names():
    text = "Title: x\r\nDate: 2026-01-02\r\n\r\nText\r\n"
    after = apply(text, put_value(text, read_front_matter(text), ("title",), "l1\nl2"))
    assert after.startswith("Title: l1\r\n    l2\r\nDate")
    assert "Tags: a" in apply(text, add_key(text, read_front_matter(text), ("Tags",), "a"))


@pytest.mark.parametrize(
    "text",
    ['{"a": "\\ud800"}\nText\n', '{"a": [' + "1," * 30_000 + "1]}\nText\n"],
)
def test_json_that_cannot_be_kept_is_not_read(text):
    assert read_front_matter(text).problem


def test_json_may_write_a_sign_in_two_halves():
    assert read_front_matter('{"a": "\\ud83c\\udf31"}\nText\n').text("a") == "🌱"
