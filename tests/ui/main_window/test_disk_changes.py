"""What other programs write into the open file is taken over, merged, or asked about."""

import random
import re

import pytest
from editor.core.base.edits import Edit, apply
from editor.core.merging.merge import Side

from helpers.corpus import SAMPLE


@pytest.fixture
def opened(make_window, tmp_path):
    """A window with a copy of the sample open."""
    window = make_window()
    path = tmp_path / SAMPLE.name
    path.write_bytes(SAMPLE.read_bytes())
    window.open_path(path)
    return window


def answer(window, label):
    """Press the button of the message bar with this label."""
    next(button for button in window.bar.buttons if button.text() == label).click()


def replace_word(session, old, new):
    """Change a word here, as one step."""
    at = session.text.index(old)
    session.apply([Edit(at, at + len(old), new)], "Tippen")


def change_title_on_disk(path, title):
    """Let another program change the title."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("^title: .*$", f"title: {title}", text, count=1, flags=re.M), "utf-8")


def test_what_is_new_on_disk_is_shown_where_nothing_was_changed_here(opened, qtbot):
    path, before = opened.session.path, opened.session.text
    path.write_bytes(path.read_bytes() + b"fremd\n")
    qtbot.waitUntil(lambda: "this is the new text" in opened.bar.text)
    assert opened.session.text == before + "fremd\n"
    assert opened.session.saved
    answer(opened, "Undo")
    assert opened.session.text == before
    assert not opened.session.saved


def test_ten_edits_of_a_colleague_and_five_of_ones_own(opened, qtbot):
    session, path, base = opened.session, opened.session.path, opened.session.text
    places = [match.span() for match in re.finditer(r"(?<=\s)[a-zäöü]{5,}(?=\s)", base)]
    chosen = random.Random(5).sample(places[::2], 15)
    edits = [Edit(*span, f"wort{number}") for number, span in enumerate(chosen)]
    for edit in sorted(edits[:5], reverse=True):
        session.apply([edit], "Tippen")
    path.write_text(apply(base, edits[5:]), encoding="utf-8")
    qtbot.waitUntil(lambda: "are merged with yours" in opened.bar.text)
    assert session.text == apply(base, edits)
    assert not session.saved
    assert opened.files.save()
    assert path.read_text(encoding="utf-8") == apply(base, edits)


def test_saving_merges_and_saves_where_nothing_touches(opened, qtbot):
    session, path = opened.session, opened.session.path
    replace_word(session, "Veranstaltungen", "Termine")
    change_title_on_disk(path, "Von drüben")
    opened.files.save()
    qtbot.waitUntil(lambda: session.saved)
    text = path.read_text(encoding="utf-8")
    assert "title: Von drüben" in text
    assert "Termine" in text


def test_what_both_changed_is_asked_place_by_place(opened, qtbot):
    session, path = opened.session, opened.session.path
    title = session.issue.front.text("title")
    replace_word(session, title, "Von hier")
    change_title_on_disk(path, "Von drüben")
    qtbot.waitUntil(lambda: "in 1 place" in opened.bar.text)
    answer(opened, "Merge…")
    dialog = opened.files.disk_changes.dialog
    assert "Von hier" in dialog.mine.toPlainText()
    assert "Von drüben" in dialog.theirs.toPlainText()
    assert not dialog.radios[Side.BOTH].isEnabled()
    dialog.radios[Side.THEIRS].click()
    dialog.accept_button.click()
    assert session.issue.front.text("title") == "Von drüben"
    session.stack.undo()
    assert session.issue.front.text("title") == "Von hier"


def test_overwriting_looks_at_the_disk_again(opened, qtbot):
    session, path = opened.session, opened.session.path
    title = session.issue.front.text("title")
    replace_word(session, title, "Von hier")
    change_title_on_disk(path, "Von drüben")
    qtbot.waitUntil(lambda: "in 1 place" in opened.bar.text)
    opened.files._watcher.follow(None)  # as if nobody had noticed
    change_title_on_disk(path, "Noch einmal")
    answer(opened, "Overwrite")
    qtbot.waitUntil(lambda: "in 1 place" in opened.bar.text)
    assert "Noch einmal" in path.read_text(encoding="utf-8")
    answer(opened, "Overwrite")
    assert "Von hier" in path.read_text(encoding="utf-8")


def test_undoing_a_merge_is_not_saved(opened, qtbot):
    session, path = opened.session, opened.session.path
    before = session.text
    replace_word(session, "Veranstaltungen", "Termine")
    change_title_on_disk(path, "Von drüben")
    qtbot.waitUntil(lambda: "merged with yours" in opened.bar.text)
    session.stack.undo()
    session.stack.undo()
    assert session.text == before
    assert not session.saved, "the file holds another title"
