"""Two versions of a page, compared as they are read."""

from editor.core.issue.issue import parse_issue
from editor.core.richtext.comparing import Fate, compare_pages
from hypothesis import given
from hypothesis import strategies as st

PAGE = """---
title: Eins
draft: false
---

# Neues

Der **kurze** Februar war [mild](https://mild.example).

* Erstens
* Zweitens

Ende.
"""


def compared(before, after):
    return compare_pages(parse_issue(before), parse_issue(after))


def words(blocks, fate):
    """What of a comparison has a fate, block by block."""
    found = ("".join(p.words for p in block.pieces if p.fate == fate) for block in blocks)
    return [each for each in found if each]


def changed(before, after):
    return [block for block in compared(before, after) if block.has_changed]


def test_words_are_compared_without_their_marks():
    blocks = changed(PAGE, PAGE.replace("**kurze** Februar", "**lange** März"))
    assert words(blocks, Fate.GONE) == ["kurzeFebruar"]
    assert words(blocks, Fate.NEW) == ["langeMärz"]
    assert len(blocks) == 1


def test_other_looks_are_a_change():
    blocks = changed(PAGE, PAGE.replace("**kurze**", "kurze"))
    assert (words(blocks, Fate.GONE), words(blocks, Fate.NEW)) == (["kurze"], ["kurze"])


def test_front_matter_is_compared_line_by_line():
    blocks = changed(PAGE, PAGE.replace("title: Eins", "title: Zwei"))
    assert (words(blocks, Fate.GONE), words(blocks, Fate.NEW)) == (["Eins"], ["Zwei"])
    assert blocks[0].block is None


def test_an_address_that_differs_is_said():
    blocks = changed(PAGE, PAGE.replace("mild.example", "warm.example"))
    assert blocks[0].behind == (("https://mild.example", "https://warm.example"),)


def test_a_heading_of_another_level_is_a_change():
    blocks = changed(PAGE, PAGE.replace("# Neues", "### Neues"))
    assert blocks[0].behind == (("# Neues", "### Neues"),)


def test_what_is_gone_stands_where_it_stood():
    blocks = compared(PAGE, PAGE.replace("* Zweitens\n", ""))
    shown = [block.block.shown for block in blocks if block.block]
    assert shown.index("Zweitens") == shown.index("Erstens") + 1
    assert words(blocks, Fate.GONE) == ["Zweitens"]


def test_a_calendar_link_that_differs_is_behind_its_sign():
    line = '* Mo., 9.2.2026: **A** <a href="data:text/calendar;base64,{}">&#x1F4C5;</a>\n'
    blocks = changed(PAGE + line.format("QUFB"), PAGE + line.format("QkJC"))
    assert len(blocks) == 1
    assert blocks[0].behind
    assert all(piece.fate == Fate.SAME for piece in blocks[0].pieces)


TEXTS = st.lists(
    st.sampled_from(["# A\n", "b **c** d\n", "* e\n", "\n", "[f](g)\n", "h i j k\n", "|a|\n|-|\n"]),
    max_size=14,
).map("".join)


@given(TEXTS, TEXTS)
def test_both_versions_are_whole_in_a_comparison(before, after):
    """The law: what is gone and what stays is the old page, what is new and stays the new one."""
    blocks = compared(before, after)
    for text, left_out in ((before, Fate.NEW), (after, Fate.GONE)):
        read = compared(text, text)
        whole = ["".join(piece.words for piece in block.pieces) for block in read]
        kept = [
            "".join(piece.words for piece in block.pieces if piece.fate != left_out)
            for block in blocks
            if not block.pieces or any(piece.fate != left_out for piece in block.pieces)
        ]
        assert [each for each in kept if each] == [each for each in whole if each]
    assert (
        bool(before == after)
        or any(block.has_changed for block in blocks)
        or _only_blanks(before, after)
    )


def _only_blanks(before, after):
    """Lines without words between blocks are not compared: a page does not show them."""
    return [line for line in before.split("\n") if line] == [
        line for line in after.split("\n") if line
    ]
