"""Spans and edits: the laws of splicing text."""

import pytest
from editor.core.base.differences import trim_edit
from editor.core.base.edits import Edit, Span, apply, blank_out, drop_idle_edits, invert, sort_edits
from editor.core.base.messages import Message, translate
from hypothesis import given
from hypothesis import strategies as st


@st.composite
def edited(draw):
    base = draw(st.text(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(base)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return base, [Edit(a, b, draw(st.text(max_size=8))) for a, b in spans]


@given(edited())
def test_undoing_gives_the_same_text_back(case):
    base, edits = case
    assert apply(apply(base, edits), invert(base, edits)) == base


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_trimmed_edit_does_the_same(old, new):
    edit = Edit(0, len(old), new)
    assert apply(old, [trim_edit(old, edit)]) == new


# few letters, so that both sides often share some
@given(st.text("ab", max_size=12), st.text("ab", max_size=12), st.text(max_size=3))
def test_a_trimmed_edit_is_minimal(old, new, before):
    """Its two sides share neither their first nor their last character."""
    text = before + old
    trimmed = trim_edit(text, Edit(len(before), len(text), new))
    replaced = text[trimmed.start : trimmed.end]
    if replaced and trimmed.new:
        assert replaced[0] != trimmed.new[0]
        assert replaced[-1] != trimmed.new[-1]


@pytest.mark.parametrize(
    ("old", "new", "trimmed"),
    [
        ("abcd", "abXd", Edit(2, 3, "X")),
        ("abcd", "Xabcd", Edit(0, 0, "X")),
        ("abcd", "abcdX", Edit(4, 4, "X")),
        ("aaa", "aa", Edit(2, 3, "")),
        ("xyzab", "xab", Edit(1, 3, "")),
        ("same", "same", Edit(4, 4, "")),
    ],
)
def test_only_what_differs_is_replaced(old, new, trimmed):
    assert trim_edit(old, Edit(0, len(old), new)) == trimmed


def test_overlap_and_positions_outside_are_programming_errors():
    with pytest.raises(ValueError):
        sort_edits([Edit(0, 3, ""), Edit(2, 4, "")])
    with pytest.raises(ValueError):
        apply("ab", [Edit(1, 5, "")])


def test_edits_without_effect_are_dropped():
    assert drop_idle_edits("abc", [Edit(0, 1, "a"), Edit(1, 1, ""), Edit(2, 3, "d")]) == [
        Edit(2, 3, "d")
    ]


def test_line_ends_are_not_made_blank():
    assert blank_out("a `b\nc` d\n", [Span(2, 7)]) == "a   \n   d\n"


def test_spans_that_overlap_are_made_blank_once():
    assert blank_out("abcdef", [Span(2, 5), Span(1, 3)]) == "a    f"


def test_a_sentence_remembers_its_template():
    sentence = translate("core", "line {line}").fill(line=3)
    assert isinstance(sentence, Message)
    assert (sentence, sentence.template, sentence.values) == ("line 3", "line {line}", {"line": 3})
