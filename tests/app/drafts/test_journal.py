"""The journal of a draft: what was written is read, as far as it is whole."""

import pytest
from editor.app.document.undo_commands import Step, StepKind
from editor.app.drafts.journal import DraftHeader, read_draft, write_header, write_step
from editor.core.base.edits import Edit, apply, invert
from editor.core.base.encoding import FileFormat
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
HEADER = DraftHeader("Anfang\r\n", FileFormat(bom=True, newline="\r\n"), "/a/b.md", "", "blog", 5.0)


def step_of(*edits, kind=StepKind.DO, key=""):
    """A step of a few edits."""
    return Step(kind, (list(edits),), HEADER.form, "Tippen", key)


@given(base=TEXTS, news=st.lists(TEXTS, max_size=6), data=st.data())
def test_what_was_written_is_read(base, news, data):
    header = replace(HEADER, base=base)
    lines, steps, text = [write_header(header)], [], base
    for moment, new in enumerate(news):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        steps.append(step_of(Edit(start, end, new)))
        text = apply(text, steps[-1].played[0])
        lines.append(write_step(steps[-1], float(moment)))
    draft = read_draft(b"".join(lines))
    assert (draft.header, draft.steps, draft.text) == (header, tuple(steps), text)
    assert draft.changes == len(steps)


@given(cut=st.integers(0, 2000))
def test_a_journal_that_was_cut_off_is_read_as_far_as_it_is_whole(cut):
    steps = [step_of(Edit(0, 0, "x"))] * 4
    lines = [write_header(HEADER), *(write_step(step, 1.0) for step in steps)]
    whole = b"".join(lines)
    draft = read_draft(whole[:cut])
    if cut < len(lines[0]):
        assert draft is None
    else:
        complete = whole[:cut].count(b"\n") - 1
        assert draft.text == "x" * complete + HEADER.base


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    read_draft(data)
    read_draft(write_header(HEADER) + data)


def test_a_damaged_line_ends_the_journal():
    steps = [write_step(step_of(Edit(0, 0, letter)), 1.0) for letter in "abc"]
    damaged = steps[1].replace(b'"b"', b'"B"')
    draft = read_draft(b"".join([write_header(HEADER), steps[0], damaged, steps[2]]))
    assert draft.text == "a" + HEADER.base


def test_changes_are_counted_as_the_undo_menu_does():
    typed = [step_of(Edit(0, 0, "x"), key="typing@1")] * 3
    other = step_of(Edit(0, 0, "y"))
    undone = step_of(*invert("xxx", [Edit(0, 0, "y")]), kind=StepKind.UNDO)
    lines = [write_header(HEADER), *(write_step(step, 1.0) for step in (*typed, other, undone))]
    assert read_draft(b"".join(lines)).changes == 1


@pytest.mark.parametrize("path", ["", "/a/b.md"])
def test_a_draft_without_a_file_is_always_worth_keeping(path):
    draft = read_draft(write_header(replace(HEADER, path=path)))
    assert draft.is_changed == (not path)
