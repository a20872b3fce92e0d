import doctest

import pytest
from editor.core.attribution import line
from editor.core.base import edits
from editor.core.base.edits import Edit, apply, drop_idle_edits, invert, sort_edits, trim_edit
from editor.core.base.messages import Message, translate
from editor.core.calendar import dates, recurrence
from editor.core.events import calendar_link, reading
from editor.core.frontmatter import scalars
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


def test_overlap_and_positions_outside_are_programming_errors():
    with pytest.raises(ValueError):
        sort_edits([Edit(0, 3, ""), Edit(2, 4, "")])
    with pytest.raises(ValueError):
        apply("ab", [Edit(1, 5, "")])


def test_edits_without_effect_are_dropped():
    assert drop_idle_edits("abc", [Edit(0, 1, "a"), Edit(1, 1, ""), Edit(2, 3, "d")]) == [
        Edit(2, 3, "d")
    ]


def test_a_sentence_remembers_its_template():
    sentence = translate("core", "line {line}").fill(line=3)
    assert isinstance(sentence, Message)
    assert (sentence, sentence.template, sentence.values) == ("line 3", "line {line}", {"line": 3})


@pytest.mark.parametrize(
    "module",
    [calendar_link, dates, reading, line, recurrence, edits, scalars],
    ids=lambda module: module.__name__,
)
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
