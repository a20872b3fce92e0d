"""What has the focus is in sight, however it came to have it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget


@pytest.fixture
def dialog(qtbot):
    """A long column of fields that scrolls, and a button below it."""
    dialog, content, scroll = QWidget(), QWidget(), QScrollArea(widgetResizable=True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(content)
    dialog.fields = [QLineEdit() for _ in range(30)]
    for field in dialog.fields:
        column.addWidget(field)
    scroll.setWidget(content)
    outer = QVBoxLayout(dialog)
    outer.addWidget(scroll)
    dialog.button = QPushButton("Close")
    outer.addWidget(dialog.button)
    qtbot.addWidget(dialog)
    dialog.resize(300, 200)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_the_program_gives_the_focus(dialog, qtbot):
    for field in (dialog.fields[25], dialog.fields[0]):
        field.setFocus()
        qtbot.waitUntil(lambda field=field: not field.visibleRegion().isEmpty())


def test_tab_comes_from_outside(dialog, qtbot):
    dialog.fields[0].setFocus()
    dialog.button.setFocus()
    QTest.keyClick(dialog.button, Qt.Key.Key_Backtab)
    assert dialog.fields[-1].hasFocus()
    qtbot.waitUntil(lambda: not dialog.fields[-1].visibleRegion().isEmpty())


def test_what_is_seen_stays_where_it_is(dialog, qtbot):
    scroll = dialog.findChild(QScrollArea)
    dialog.fields[2].setFocus()
    qtbot.wait(20)
    assert scroll.verticalScrollBar().value() == 0
