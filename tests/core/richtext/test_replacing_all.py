"""Many places are replaced at once, and where that cannot be proved, one by one."""

import pytest
from editor.core.base.edits import apply, invert
from editor.core.base.searching import Query, find_all
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect
from editor.core.richtext.blocks import BlockKind
from editor.core.richtext.body import read_body
from editor.core.richtext.replacing_all import replace_all
from editor.core.richtext.splitting import remove_block


def read(text):
    return read_body(parse_issue(text), Dialect("goldmark"))


def replaced(text, words, new):
    body = read(text)
    places = find_all([placed.block.shown for placed in body.blocks], Query(words), new)
    done = replace_all(body, places)
    assert apply(text, done.edits) == done.body.text
    assert apply(done.body.text, invert(text, done.edits)) == text
    return done


@pytest.mark.parametrize(
    ("text", "words", "new", "after"),
    [
        ("Kiel und **Kiel**\n\n- Kiel\n", "Kiel", "Rom", "Rom und **Rom**\n\n- Rom\n"),
        ("Kiel und [Kiel](/kiel)\n", "Kiel", "a*b*", "a\\*b\\* und [a\\*b\\*](/kiel)\n"),
        ("Ki**el** da, Kiel\n", "Kiel", "Rom", "Rom da, Rom\n"),
        ("**Kiel** und Kiel\n", "Kiel", "", " und \n"),
        ("[Kiel][] dort\n\n[Kiel]: /k\n", "Kiel dort", "Rom", "Rom\n\n[Kiel]: /k\n"),
    ],
)
def test_what_is_seen_is_replaced(text, words, new, after):
    done = replaced(text, words, new)
    assert done.body.text == after or done.refused


def test_what_the_site_would_not_show_stays():
    done = replaced("Wort\n\n---\n\n- Wort\n", "⸻", "x")
    assert done.refused == 1
    assert not done.edits


def test_links_by_reference_lead_where_they_led():
    done = replaced("Kiel [Kiel][] da\n\n[Kiel]: /k\n", "Kiel", "Rom")
    assert done.body.text == "Rom [Rom][] da\n\n[Rom]: /k\n"


def test_a_block_is_removed_with_the_lines_behind_it():
    for text, index, after in (
        ("a\n\n---\n\nb\n", 1, "a\n\nb\n"),
        ("<div>x</div>\n\nb\n", 0, "b\n"),
        ("a\n\n---\n", 1, "a\n"),
    ):
        body = read(text)
        assert body.blocks[index].block.kind in (BlockKind.RULE, BlockKind.HTML)
        assert remove_block(body, index).body.text.rstrip("\n") == after.rstrip("\n")
