"""Tables on the page to write on, by keys and by the menu at the caret."""

import pytest
from editor.ui.writing.context_menu import ContextMenu
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

TABLE = "Vor\n\n| Name | Ort |\n|---|---|\n| Anna | Ulm |\n\nEnde\n"


@pytest.fixture
def page(make_window, tmp_path):
    window = make_window(writing=True)
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: x\n---\n\n" + TABLE)
    window.open_path(path)
    window.workspace.show_page("source")
    QApplication.processEvents()
    return window.workspace.text.writing


def key(page, *args):
    QTest.keyClick(page, *args)
    QApplication.processEvents()


def put_caret(page, words):
    cursor = page.document().find(words)
    cursor.setPosition(cursor.selectionEnd())
    page.setTextCursor(cursor)


def body_of(page):
    return page.session.text.partition("---\n\n")[2]


def test_tab_goes_from_cell_to_cell_and_adds_a_row(page):
    put_caret(page, "Anna")
    key(page, Qt.Key.Key_Tab)
    assert page.textCursor().selectedText() == "Ulm"
    key(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page, "Bea")
    key(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page, "Bad Aibling")
    assert body_of(page) == TABLE.replace("| Ulm |\n", "| Ulm |\n| Bea | Bad Aibling |\n")
    key(page, Qt.Key.Key_Backtab)
    assert page.textCursor().selectedText() == "Bea"


def test_enter_adds_a_row_and_an_empty_row_ends_the_table(page):
    put_caret(page, "Ulm")
    key(page, Qt.Key.Key_Return)
    assert "| Ulm |\n|  |  |\n" in body_of(page)
    key(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "Neu")
    assert "| Ulm |\n\nNeu\n\nEnde" in body_of(page)


def test_the_menu_changes_rows_and_columns(page):
    put_caret(page, "Ulm")
    menu = ContextMenu(page)
    table = menu.actions()[-1].menu()
    actions = {action.text().replace("&", ""): action for action in table.actions()}
    actions["Column to the right"].trigger()
    QTest.keyClicks(page, "x")
    assert "| Anna | Ulm | x" in body_of(page)
    actions["Centered"].trigger()
    assert "|---|---| :-: |" in body_of(page)
    actions["Remove row"].trigger()
    assert "Anna" not in body_of(page)
    while page.session.stack.canUndo():
        page.session.stack.undo()
    assert body_of(page) == TABLE


def test_a_new_table_has_the_caret_in_its_first_cell(page):
    put_caret(page, "Ende")
    page.insert_table()
    QTest.keyClicks(page, "Kopf")
    assert body_of(page).startswith(TABLE.rstrip("\n"))
    assert "Kopf" in body_of(page).splitlines()[-4]
    key(page, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert body_of(page).splitlines()[-4].count("|") == 4


def test_backspace_at_the_start_of_a_cell_leaves_the_cells(page):
    put_caret(page, "Ulm")
    key(page, Qt.Key.Key_Home)
    for _ in range(20):
        key(page, Qt.Key.Key_Backspace)
    assert "|---|---|" in body_of(page)


def test_blanks_at_the_end_of_a_cell_wait_for_the_next_word(page):
    put_caret(page, "Ulm")
    QTest.keyClicks(page, " an der Donau")
    assert "| Anna | Ulm an der Donau |\n" in body_of(page)


def test_cells_of_a_spreadsheet_fill_cells(page):
    data = QMimeData()
    data.setText("Bea\tBonn\nCem\tCelle\tzu viel\n")
    put_caret(page, "Anna")
    page.insertFromMimeData(data)
    assert "|---|---|\n| Bea | Bonn |\n| Cem | Celle |\n" in body_of(page)
    page.session.stack.undo()
    assert body_of(page) == TABLE
