"""The open document: what is saved, undone and reloaded is what was opened, byte for byte."""

import sys

import pytest
from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.base.errors import UserFacingError
from editor.core.frontmatter.editing import put_value

from helpers.corpus import DOCUMENTS, EDGES, SAMPLE


@pytest.fixture
def session(shelf, qtbot):
    """A session without a document."""
    return Session(shelf)


def opened(session, tmp_path, data):
    """Open a new file with these bytes."""
    path = tmp_path / "a.md"
    path.write_bytes(data)
    session.open(path)
    return path


@pytest.mark.parametrize("name", EDGES)
def test_open_and_save_changes_no_byte(session, tmp_path, name):
    path = opened(session, tmp_path, EDGES[name])
    session.save()
    assert path.read_bytes() == EDGES[name]


def test_open_and_save_changes_no_real_file(session, tmp_path):
    copy = tmp_path / "copy.md"
    for path in DOCUMENTS:
        copy.write_bytes(path.read_bytes())
        session.open(copy)
        session.save()
        assert copy.read_bytes() == path.read_bytes(), path


def test_undo_leads_back_and_redo_forward(session, tmp_path):
    opened(session, tmp_path, b"---\ntitle: x\n---\nText\n")
    session.apply(put_value(session.text, session.issue.front, ("title",), "y: z"), "Titel")
    after = session.text
    session.stack.undo()
    assert session.text == "---\ntitle: x\n---\nText\n"
    assert session.saved
    session.stack.redo()
    assert session.text == after
    assert not session.saved
    assert session.stack.undoText() == "Titel"


def test_steps_with_one_key_merge_until_a_pause(session, tmp_path):
    opened(session, tmp_path, b"")
    for letter in "abc":
        session.apply(
            [Edit(len(session.text), len(session.text), letter)], "Typing", merge="typing"
        )
    assert session.stack.count() == 1
    session.pause()
    session.apply([Edit(3, 3, "d")], "Typing", merge="typing")
    assert session.stack.count() == 2
    session.stack.undo()
    session.stack.undo()
    assert session.text == ""


def test_saving_ends_a_step(session, tmp_path):
    opened(session, tmp_path, b"")
    session.apply([Edit(0, 0, "a")], "Typing", merge="typing")
    session.save()
    session.apply([Edit(1, 1, "b")], "Typing", merge="typing")
    session.stack.undo()
    assert session.text == "a"
    assert session.saved


def test_a_file_that_cannot_be_opened_leaves_the_document(session, tmp_path):
    opened(session, tmp_path, b"Text")
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"\xff")
    with pytest.raises(UserFacingError):
        session.open(bad)
    assert session.text == "Text"
    assert session.path.name == "a.md"


def test_reload_takes_the_disk_and_can_be_undone(session, tmp_path):
    path = opened(session, tmp_path, b"hier")
    session.apply([Edit(4, 4, "!")], "x")
    path.write_bytes(b"dort")
    session.reload("Neu laden")
    assert session.text == "dort"
    assert session.saved
    session.stack.undo()
    assert session.text == "hier!"
    assert not session.saved


def test_published_identities_are_those_of_the_saved_text(session):
    session.open(SAMPLE)
    assert len(session.published) == 9  # eight links, of which one has two series


def test_no_reference_to_none_is_lost(session, tmp_path):
    """PySide6 6.12.0 on CPython 3.11 loses one per void call and aborts in the end."""
    opened(session, tmp_path, b"")
    before = sys.getrefcount(None)
    for _ in range(2000):
        session.pause()
        session.stack.setUndoLimit(0)
        session.saved_changed.emit(True)
    assert sys.getrefcount(None) > before - 1000


def test_what_no_file_can_hold_is_replaced(session, tmp_path):
    path = opened(session, tmp_path, b"")
    session.apply([Edit(0, 0, "a\0b\ud800c")], "x")
    session.save()
    assert path.read_text(encoding="utf-8") == "a\ufffdb\ufffdc"


def test_reload_and_undo_give_back_the_byte_order_mark_too(session, tmp_path):
    path = opened(session, tmp_path, b"x\n")
    path.write_bytes(b"\xef\xbb\xbfy\r\n")
    session.reload("x")
    session.save()
    assert path.read_bytes() == b"\xef\xbb\xbfy\r\n"
    session.stack.undo()
    session.save()
    assert path.read_bytes() == b"x\n"
