"""Front matter that is not read is found, shown, and never added to."""

import pytest
from editor.core.base.errors import EditRejected
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.table import run_checks
from editor.core.frontmatter.editing import add_key
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue.issue import parse_issue
from hypothesis import given
from hypothesis import strategies as st

BODY = "Der Text.\n"
FOREIGN = {
    "JavaScript": "---js\nconst title = 'x';\n---\n",
    "Lua": "---lua\ntitle = 'x'\n---\n",
    "JSON with comments": "---json5\n{title: 'x'}\n---\n",
    "fields with a comment": "Title: x\n# Tags\nDate: 2026-01-02\n\n",
}
DOUBTFUL = {
    "Org": "#+title: x\n#+date: 2026-01-02\n\n",
    "Pandoc": "% Titel\n% Autor\n\n",
    "in a comment": "<!--\ntitle: x\n-->\n",
    "in a comment with stars": "/**\n * title: x\n */\n",
    "reStructuredText": ":title: x\n:date: 2026-01-02\n\n",
    "fields without a title": "Author: A\nDate: 2026-01-02\n\n",
    "TOML without an end": "+++\ntitle = 'x'\n",
    "JavaScript without an end": "---js\nconst title = 'x';\n",
}
"""What may be the text of the page, and so stays in every export."""


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_is_added_to_it(name, newline):
    text = (FOREIGN[name] + BODY).replace("\n", newline)
    front = read_front_matter(text)
    assert front.foreign
    assert text[front.body :].strip() == BODY.strip()
    with pytest.raises(EditRejected, match="left as it is"):
        add_key(text, front, ("title",), "neu")


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_may_be_prose_is_exported_and_never_added_to(name):
    text = DOUBTFUL[name] + BODY
    front = read_front_matter(text)
    assert front.foreign
    assert front.body == 0
    with pytest.raises(EditRejected, match="left as it is"):
        add_key(text, front, ("title",), "neu")


@pytest.mark.parametrize("source", [*FOREIGN.values(), *DOUBTFUL.values()])
def test_no_error_is_reported_of_it(source, shelf):
    issue = parse_issue(source + BODY, shelf.named("newsletter"))
    codes = {diagnostic.code for diagnostic in run_checks(issue, CheckContext())}
    assert not codes & {"required", "front-matter", "unknown-key", "type"}


@pytest.mark.parametrize(
    "text",
    [
        "Nur Text.\n",
        "Achtung: heute fällt es aus\n\nText\n",
        "Hinweis: bitte\nund weiter im Text\n",
        "# Titel\n---\n\nText\n\n---\n",
        "Titel\n---\n\nText\n",
        "{{< figure src='a.jpg' >}}\n",
        "{% include a.html %}\n",
        "{: .class}\nText\n",
        "<!-- Kommentar -->\nText\n",
        "***\nText\n***\n",
        "* Punkt: eins\n",
        "Date: Monday, 9 February\n\nWe meet at noon.\n",
        "# Titel\n---\nHinweis: bitte mitbringen\n---\n",
        ":smile: Guten Tag\n",
        "Status: offen\nRaum: 12\n\nText\n",
    ],
)
def test_prose_is_no_front_matter(text):
    front = read_front_matter(text)
    assert (front.foreign, front.body) == (None, 0)
    assert add_key(text, front, ("title",), "neu")


def test_a_rule_with_words_is_no_front_matter():
    assert read_front_matter("--- Trenner\nText\n\n---\n").foreign is None


@pytest.mark.parametrize("text", ["---\ntitle: x\nText\n", "+++\na = 1\nText\n", "---  \na: b\n"])
def test_front_matter_without_an_end_gets_no_second_one(text):
    with pytest.raises(EditRejected):
        add_key(text, read_front_matter(text), ("title",), "neu")


LINES = st.sampled_from(
    ["---", "+++", ";;;", "...", "title: x", "a = 1", "{", "}", '"a": 1', "", "#+t: x", "% a", "#"]
)


@given(lines=st.lists(LINES, max_size=12), newline=st.sampled_from(["\n", "\r\n"]))
def test_reading_is_total(lines, newline):
    text = newline.join(lines)
    front = read_front_matter(text)
    assert 0 <= front.body <= len(text)
