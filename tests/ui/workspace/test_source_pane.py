"""The source pane hands out what the text holds, and takes in plain line ends alone."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TEXT = "---\r\ntitle: x\r\n---\r\n10\u00a0Uhr \ufeff🌱\u2028alt\r\n"


@pytest.fixture
def pane(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.encode())
    window.open_path(path)
    window.workspace.show_source()
    return window.workspace.source


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
    window.workspace.show_source()
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


def test_another_text_takes_the_place_of_a_giant_that_is_being_shown(window, tmp_path, qtbot):
    (tmp_path / "a.md").write_bytes(GIANT.encode())
    (tmp_path / "b.md").write_bytes(TEXT.encode())
    window.open_path(tmp_path / "a.md")
    pane = window.workspace.source
    window.workspace.show_source()
    QApplication.processEvents()
    window.open_path(tmp_path / "b.md")
    assert not pane.isReadOnly()
    qtbot.wait(50)
    pane.selectAll()
    pane.copy()
    assert QApplication.clipboard().text() == TEXT.replace("\r\n", "\n")
