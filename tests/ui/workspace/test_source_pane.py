"""The source pane hands out what the text holds, and takes in plain line ends alone."""

import re

import pytest
from editor.app.document.edited_text import Change
from editor.core.base.edits import Edit, Span
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TEXT = "---\r\ntitle: x\r\n---\r\n10\u00a0Uhr \ufeff🌱\u2028alt\r\n"


def open_source(window, path, text):
    """Show the source of a text; returns its pane."""
    path.write_bytes(text.encode())
    window.open_path(path)
    window.workspace.show_page("source")
    return window.workspace.source


@pytest.fixture
def pane(window, tmp_path):
    return open_source(window, tmp_path / "a.md", TEXT)


def test_copy_gives_every_character(pane):
    pane.selectAll()
    pane.copy()
    assert QApplication.clipboard().text() == TEXT.replace("\r\n", "\n")


def test_cut_and_put_back_changes_nothing(pane):
    pane.selectAll()
    pane.cut()
    assert pane.session.text == ""
    pane.paste()
    # what stood there as U+2028 is a line end once it has been pasted
    assert pane.session.text == TEXT.replace("\u2028", "\r\n")


def test_shift_and_enter_is_a_line_end_of_the_file(pane):
    pane.go_to(len(TEXT))
    QTest.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.session.text == TEXT + "\r\n"


def test_pasted_line_ends_are_those_of_the_file(pane):
    pane.go_to(len(TEXT))
    data = QMimeData()
    data.setText("a\u2028b\x0bc\x85d\ne")
    pane.insertFromMimeData(data)
    assert pane.session.text == TEXT + "a\r\nb\r\nc\r\nd\r\ne"


GIANT = "---\r\ntitle: x\r\n---\r\n" + "Zeile 🌱\r\n" * 30_000


def test_a_giant_is_shown_bit_by_bit_and_edited_when_it_is_there(window, tmp_path, qtbot):
    path = tmp_path / "a.md"
    path.write_bytes(GIANT.encode())
    window.open_path(path)
    pane = window.workspace.source
    window.workspace.show_page("source")
    assert pane.isReadOnly()
    assert not window.isWindowModified()
    pane.go_to(len(GIANT) - 2)
    qtbot.waitUntil(lambda: not pane.isReadOnly(), timeout=60_000)
    assert pane.toPlainText() == GIANT.replace("\r\n", "\n")
    assert pane.caret == len(GIANT) - 2
    pane.insertPlainText("x")
    assert window.session.text == GIANT[:-2] + "x\r\n"
    window.session.stack.undo()
    assert window.session.text == GIANT
    assert pane.toPlainText() == GIANT.replace("\r\n", "\n")


@pytest.fixture
def giant(window, tmp_path):
    """The source while a giant is being shown, its caret before the last line's end."""
    pane = open_source(window, tmp_path / "a.md", GIANT)
    pane.go_to(len(GIANT) - 2)
    return pane


def test_what_is_typed_before_a_giant_is_there_is_written_then(window, giant, qtbot):
    qtbot.keyClicks(giant, "abc")
    qtbot.keyClick(giant, Qt.Key.Key_Backspace)
    qtbot.keyClick(giant, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert giant.isReadOnly()
    assert window.session.text == GIANT
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert window.session.text == GIANT[:-2] + "ab\r\n"


def test_an_arrow_between_early_keys_moves_the_caret_between_them(window, giant, qtbot):
    qtbot.keyClicks(giant, "ab")
    qtbot.keyClick(giant, Qt.Key.Key_Left)
    qtbot.keyClicks(giant, "c")
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert window.session.text == GIANT[:-2] + "acb\r\n"


@pytest.mark.parametrize("typed", ["", "abc"], ids=["nothing", "words"])
def test_a_click_before_a_giant_is_there_moves_what_follows(window, giant, qtbot, typed):
    qtbot.keyClicks(giant, typed)
    qtbot.mouseClick(giant.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(16, 18))
    qtbot.keyClick(giant, Qt.Key.Key_Home)
    qtbot.keyClicks(giant, "x")
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert window.session.text == "x" + GIANT[:-2] + typed + "\r\n"


def test_another_place_is_for_what_is_typed_then(window, giant, qtbot):
    qtbot.keyClicks(giant, "abc")
    giant.go_to(12)
    qtbot.keyClicks(giant, "x")
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert window.session.text == GIANT[:12] + "x" + GIANT[12:-2] + "abc\r\n"


def test_any_blank_is_early_input(window, giant, qtbot):
    for words in ("\u00a0", "🌱"):
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, words)
        QApplication.sendEvent(giant, key)
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert window.session.text == GIANT[:-2] + "\u00a0🌱\r\n"


def test_words_of_input_methods_are_early_input_too(window, giant, qtbot):
    event = QInputMethodEvent("", [])
    event.setCommitString("é")
    qtbot.keyClicks(giant, "Caf")
    QApplication.sendEvent(giant, event)
    qtbot.keyClicks(giant, "s")
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert window.session.text == GIANT[:-2] + "Cafés\r\n"


def test_early_input_is_saved(window, giant, qtbot):
    qtbot.keyClicks(giant, "abc")
    window.files.save()
    assert window.session.path.read_bytes().endswith("🌱abc\r\n".encode())
    assert not window.isWindowModified()


def test_early_input_outlives_a_change_of_the_session(window, giant, qtbot):
    qtbot.keyClicks(giant, "abc")
    window.session.apply([Edit(12, 13, "yyyy")], "x")
    window.finish_field()
    assert "abc" in window.session.text


def test_early_input_replaces_nothing(window, giant, qtbot):
    giant.selectAll()
    qtbot.keyClicks(giant, "a")
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    assert len(window.session.text) == len(GIANT) + 1


@pytest.mark.parametrize("typed", ["", "abc"], ids=["nothing", "words"])
def test_what_a_form_changes_while_a_giant_is_being_shown_is_shown(window, giant, qtbot, typed):
    qtbot.keyClicks(giant, typed)
    window.workspace.show_page("head")
    window.session.apply([Edit(12, 13, "yyyy")], "x")
    assert giant.isReadOnly()
    qtbot.waitUntil(lambda: not giant.isReadOnly(), timeout=60_000)
    window.workspace.show_page("source")
    assert window.session.text == GIANT[:12] + "yyyy" + GIANT[13:-2] + typed + "\r\n"
    assert giant.toPlainText() == window.session.text.replace("\r\n", "\n")


def test_another_text_takes_the_place_of_a_giant_that_is_being_shown(window, tmp_path, qtbot):
    (tmp_path / "a.md").write_bytes(GIANT.encode())
    (tmp_path / "b.md").write_bytes(TEXT.encode())
    window.open_path(tmp_path / "a.md")
    pane = window.workspace.source
    window.workspace.show_page("source")
    QApplication.processEvents()
    window.open_path(tmp_path / "b.md")
    assert not pane.giant.is_running
    window.workspace.show_page("source")
    assert not pane.isReadOnly()
    qtbot.wait(50)
    pane.selectAll()
    pane.copy()
    assert QApplication.clipboard().text() == TEXT.replace("\r\n", "\n")


PICTURE = "![Karte](data:image/png;base64," + "A🌱" * 20_000 + ")"
LONG = "---\r\ntitle: x\r\n---\r\nVorher\r\n" + PICTURE + "\r\nNachher 🌱\r\n"


@pytest.fixture
def folded(window, tmp_path):
    """A pane with a picture in base64 in one line, which is folded."""
    path = tmp_path / "long.md"
    path.write_bytes(LONG.encode())
    window.open_path(path)
    window.workspace.show_page("source")
    return window.workspace.source


def change_in_document(pane, start, end, new):
    """Replace a part of what the pane shows, as keys, input methods and readers do."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new)
    QApplication.processEvents()


def shown(pane):
    return pane.document().toRawText().replace("\u2029", "\n")


def fold_place(pane):
    """Where the words of the fold begin and end in the document."""
    found = pane.document().find("[… 38033 characters …]")
    assert found.hasSelection()
    return found.selectionStart(), found.selectionEnd()


def test_a_giant_line_is_folded_and_its_neighbours_are_edited(folded):
    fold_place(folded)
    assert len(folded.toPlainText()) < 4_000
    folded.go_to(LONG.index("Nachher"))
    folded.insertPlainText("🌱x")
    folded.go_to(0)
    folded.go_to(LONG.index("Vorher"))
    folded.insertPlainText("y")
    expected = LONG.replace("Nachher", "🌱xNachher").replace("Vorher", "yVorher")
    assert folded.session.text == expected
    folded.session.stack.undo()
    folded.session.stack.undo()
    assert folded.session.text == LONG
    fold_place(folded)


def test_the_words_of_a_fold_never_come_into_the_text(folded):
    start, end = fold_place(folded)
    for place in ((start + 3, start + 3), (start - 5, start + 5), (end - 4, end + 4)):
        change_in_document(folded, *place, "x")
        assert folded.session.text == LONG
        assert fold_place(folded) == (start, end)


def test_a_letter_of_a_fold_that_is_taken_out_comes_back(folded):
    start, end = fold_place(folded)
    for place in ((start, start + 1), (end - 1, end), (start - 2, start + 1)):
        change_in_document(folded, *place, "")
        assert folded.session.text == LONG
        assert fold_place(folded) == (start, end)


def test_a_fold_goes_as_a_whole(folded):
    start, end = fold_place(folded)
    change_in_document(folded, start, end, "")
    assert len(folded.session.text) == len(LONG) - 38_033
    folded.session.stack.undo()
    assert folded.session.text == LONG
    assert fold_place(folded) == (start, end)


def test_copying_across_a_fold_copies_what_it_hides(folded):
    folded.selectAll()
    folded.copy()
    assert QApplication.clipboard().text() == LONG.replace("\r\n", "\n")


def test_a_change_within_a_fold_is_shown(folded):
    at = LONG.index("A🌱A", len(LONG) // 2)
    folded.session.apply([Edit(at - 3_000, at + 3_000, "\n\n")], "x")
    assert shown(folded) == folded.session.text.replace("\r\n", "\n")


def test_a_pasted_picture_is_folded(folded):
    folded.go_to(0)
    folded.insertPlainText(PICTURE + "\n")
    QApplication.processEvents()
    assert folded.session.text == PICTURE + "\r\n" + LONG
    assert len(shown(folded)) < 6_000


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_changes_of_any_part_keep_text_and_pane_together(folded, data):
    session = folded.session
    while session.stack.canUndo():
        session.stack.undo()
    folded.follow(Change(None, LONG))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, 3_040)] * 2)))
    change_in_document(folded, start, end, data.draw(st.text("ab🌱\n", max_size=4)))
    *before, after = re.split(r"\[… \d+ characters …\]", shown(folded))
    text = session.text.replace("\r\n", "\n")
    assert text.startswith("".join(before))
    assert text.endswith(after)
    assert before or text == after
    assert "characters" not in session.text
    while session.stack.canUndo():
        session.stack.undo()
    assert session.text == LONG


def test_pasted_html_with_marks_is_markdown(pane):
    pane.go_to(len(TEXT))
    data = QMimeData()
    data.setHtml(
        "<p>Ein <b>Wort</b> und <a href='https://b.example'>Link</a></p><ul><li>a</li></ul>"
    )
    data.setText("Ein Wort und Link")
    pane.insertFromMimeData(data)
    assert pane.session.text == TEXT + "Ein **Wort** und [Link](https://b.example)\r\n\r\n- a"


def test_pasted_html_without_marks_is_its_words(pane):
    pane.go_to(len(TEXT))
    data = QMimeData()
    data.setHtml("<pre># Kopf\n* eins</pre>")
    data.setText("# Kopf\n* eins")
    pane.insertFromMimeData(data)
    assert pane.session.text == TEXT + "# Kopf\r\n* eins"


def test_a_hidden_pane_catches_up_when_it_is_seen(pane):
    pane.go_to(TEXT.index("🌱"))
    pane.hide()
    before = pane.toPlainText()
    pane.session.apply([Edit(0, 0, "a🌱\r\n"), Edit(len(TEXT), len(TEXT), "b")], "x")
    assert pane.toPlainText() == before  # no key in a form waits for what nobody sees
    pane.show()
    assert shown(pane) == pane.session.text.replace("\r\n", "\n").replace("\ufeff", "\u200b")
    assert pane.caret == TEXT.index("🌱") + 4


def test_who_asks_a_hidden_pane_is_told_of_the_text_as_it_is(pane):
    pane.hide()
    pane.session.apply([Edit(0, 0, "ab\r\n")], "x")
    pane.choose(Span(0, 2), focus=False)
    assert pane.chosen_text() == "ab"


@given(st.lists(st.text("a\r\n🌱", max_size=12), min_size=1, max_size=6))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_a_hidden_pane_catches_up_with_is_the_text(pane, texts):
    for text in texts:
        pane.hide()
        pane.session.apply([Edit(0, len(pane.session.text), text)], "x")
        pane.show()
        assert shown(pane) == text.replace("\r\n", "\n").replace("\r", "\n")
        for place in range(len(text) + 1):
            pane.go_to(place)
            is_within = text[place - 1 : place + 1] == "\r\n"
            assert pane.caret == place - is_within
