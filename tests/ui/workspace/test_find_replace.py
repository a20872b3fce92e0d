"""Words found and replaced, in what is seen and in the plain text."""

import pytest
from editor.core.base.edits import Span
from editor.ui.dialogs.replace_dialog import ReplaceDialog
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.qt_input import type_into

TEXT = """---
title: Stadt
---

## Die Stadt

Die **Stadt** und die [Hauptstadt](https://stadt.example/stadt).

- Stadtrat
"""


@pytest.fixture(params=[True, False], ids=["writing", "plain"])
def page(make_window, tmp_path, request):
    window = make_window(writing=request.param)
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    window.open_path(path)
    window.workspace.find_words(replacing=True)
    QApplication.processEvents()
    return window.workspace.text


def find(page, words):
    type_into(page.find_bar.words, words)
    QApplication.processEvents()


def test_places_are_counted_marked_and_gone_through(page):
    bar = page.find_bar
    find(page, "stadt")
    count = 4 if page.is_writing else 7
    assert bar.answer == f"1 of {count}"
    assert len(page.view.extraSelections()) == count
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.answer == f"2 of {count}"
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.answer == f"{count} of {count}"
    find(page, "Stadt")
    bar.with_case.setChecked(True)
    bar.whole_words.setChecked(True)
    assert bar.answer.endswith(f"of {2 if page.is_writing else 3}")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not page.view.extraSelections()


def test_the_caret_comes_back_where_nothing_is_found(page):
    page.find_bar.close_bar()
    place = page.view.session.text.index("Ort") if "Ort" in page.view.session.text else 60
    page.view.choose(Span(place, place), focus=True)
    before = page.view.selected_span
    page.find_words()
    find(page, "stadt")
    assert page.view.selected_span != before
    find(page, "stadtxyz")
    assert page.view.selected_span == before
    QTest.keyClick(page.find_bar.words, Qt.Key.Key_Escape)
    assert page.view.selected_span == before


def test_saving_under_another_name_leaves_the_search(page, tmp_path):
    find(page, "Stadt")
    page.source.session.save(tmp_path / "b.md")
    assert page.find_bar.isVisibleTo(page)
    assert page.find_bar.answer.startswith("1 of ")


def test_one_is_replaced_and_the_next_selected(page):
    find(page, "die stadt")
    page.find_bar.new.setText("der Ort")
    QTest.keyClick(page.find_bar.new, Qt.Key.Key_Return)
    assert "## der Ort\n" in page.view.session.text
    assert page.find_bar.answer == ("1 of 1" if page.is_writing else "not found")
    QTest.keyClick(page.find_bar.new, Qt.Key.Key_Return)
    if page.is_writing:
        assert "der Ort und" in page.view.toPlainText()


def all_replaced(page, leave_out=()):
    page.find_bar.all_button.click()
    dialog = page.find_bar.findChild(ReplaceDialog)
    for row in leave_out:
        dialog.rows.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.replace_button.click()
    QApplication.processEvents()


def test_all_are_replaced_in_one_step_but_what_is_left_out(page):
    find(page, "Stadt")
    page.find_bar.with_case.setChecked(True)
    page.find_bar.new.setText("Burg [x]")
    all_replaced(page, leave_out=[0])
    text = page.view.session.text
    assert text.count("Burg") == (2 if page.is_writing else 3)
    if page.is_writing:
        assert "**Burg" in text
        assert "## Die Stadt" in text
    page.view.session.stack.undo()
    assert page.view.session.text == TEXT


def test_patterns_use_their_groups_and_broken_ones_are_told(page):
    page.find_bar.is_pattern.setChecked(True)
    find(page, r"(Haupt)(stadt)")
    page.find_bar.new.setText(r"\2 \1")
    all_replaced(page)
    assert "[stadt Haupt](https://stadt.example/stadt)" in page.view.session.text
    find(page, "(")
    assert "pattern is broken" in page.find_bar.answer


def test_only_the_selection_is_searched(page):
    cursor = page.view.document().find("Die Stadt")
    page.view.setTextCursor(cursor)
    page.find_bar.in_selection.setChecked(True)
    find(page, "stadt")
    assert page.find_bar.answer.endswith("of 1")
    assert not page.find_bar.close_bar()


def test_a_changed_text_is_searched_again(page, qtbot):
    find(page, "stadt")
    page.view.session.stack.undo()
    from editor.core.base.edits import Edit

    at = page.view.session.text.index("- Stadtrat")
    page.view.session.apply([Edit(at, at + 10, "- Land")], "x")
    count = 3 if page.is_writing else 6
    qtbot.waitUntil(lambda: page.find_bar.answer.split()[-1] in (str(count), "found"))
