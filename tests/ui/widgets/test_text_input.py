"""Lines and areas keep every character, and let in no hidden line end."""

import pytest
from editor.ui.widgets.text_input import TextArea, TextLine
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

HIDDEN = ["\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\r\n", "\r"]


@pytest.fixture
def area(qtbot):
    area = TextArea()
    qtbot.addWidget(area)
    area.show()
    return area


def raw(area):
    return area.document().toRawText().replace("\u2029", "\n")


def test_shift_and_enter_is_a_line_end(area):
    area.insertPlainText("a")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    area.insertPlainText("b")
    assert raw(area) == "a\nb"


@pytest.mark.parametrize("end", HIDDEN)
def test_pasted_line_ends_are_line_ends(area, end):
    data = QMimeData()
    data.setText(f"a{end}b\u00a0c")
    area.insertFromMimeData(data)
    assert raw(area) == "a\nb\u00a0c"


def test_what_is_cut_and_put_back_is_the_same(area):
    area.insertPlainText("10\u00a0Uhr\u202fund 🌱")
    area.selectAll()
    area.cut()
    assert QApplication.clipboard().text() == "10\u00a0Uhr\u202fund 🌱"
    area.paste()
    assert raw(area) == "10\u00a0Uhr\u202fund 🌱"


@pytest.mark.parametrize("end", ["\n", *HIDDEN])
def test_a_line_gets_a_blank_for_a_pasted_line_end(qtbot, end):
    line = TextLine()
    qtbot.addWidget(line)
    QApplication.clipboard().setText(f"Titel{end}x")
    line.paste()
    assert line.text() == "Titel x"
    assert line.cursorPosition() == len("Titel x")
    line.insert("y\u2028z")
    assert line.text() == "Titel xy z"
