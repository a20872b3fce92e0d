"""The page to write on: keys become edits of the text, and the page shows what they make."""

import pytest
from editor.core.base.edits import Edit, Span
from editor.core.richtext.blocks import LINE_BREAK, Mark
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.corpus import ISSUES, SAMPLE
from helpers.writer import Writer

TEXT = """---
title: x
---

## Kopf

Ein **fettes** Wort und ein [Link](https://a.example).

* eins
* zwei 🌱

Ende
"""


@pytest.fixture
def page(window, tmp_path):
    """A window with a document, and its page to write on."""
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    window.open_path(path)
    window.workspace.navigator.toggle_writing()
    QApplication.processEvents()
    return window.workspace.text.writing


def put_caret(page, words, *, end=False, select=False):
    """Put the caret before or behind words that are seen, or select them."""
    found = page.document().find(words)
    assert found.hasSelection()
    cursor = page.textCursor()
    cursor.setPosition(found.selectionEnd() if end else found.selectionStart())
    if select:
        cursor.setPosition(found.selectionStart())
        cursor.setPosition(found.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def key(page, *args):
    QTest.keyClick(page, *args)
    QApplication.processEvents()


def shows_text(page):
    """Whether page and text are the same."""
    body = page.body
    shown = "\n".join(placed.block.shown for placed in body.blocks)
    assert body.text == page.session.text
    return page.document().toRawText().replace("\u2029", "\n") == shown


def test_no_mark_is_seen(page):
    assert page.toPlainText() == ("Kopf\nEin fettes Wort und ein Link.\neins\nzwei 🌱\nEnde")
    assert not page.session.stack.canUndo()


def test_keys_are_edits_of_the_text(page):
    put_caret(page, "fettes", end=True)
    key(page, Qt.Key.Key_A)
    assert "**fettesa** Wort" in page.session.text
    put_caret(page, "Link", end=True)
    key(page, Qt.Key.Key_B)
    assert "](https://a.example)b." in page.session.text
    put_caret(page, "zwei 🌱", end=True)
    key(page, Qt.Key.Key_Backspace)
    assert "* zwei \n" in page.session.text
    assert shows_text(page)


def test_enter_and_backspace_part_and_join(page):
    put_caret(page, "eins", end=True)
    key(page, Qt.Key.Key_Return)
    assert "* eins\n* \n* zwei" in page.session.text
    page.type_words("neu")
    assert "* eins\n* neu\n* zwei" in page.session.text
    put_caret(page, "zwei")
    key(page, Qt.Key.Key_Backspace)
    assert "* neu\n\nzwei 🌱" in page.session.text
    key(page, Qt.Key.Key_Backspace)
    assert "* neuzwei 🌱" in page.session.text
    while page.session.stack.canUndo():
        page.session.stack.undo()
    assert page.session.text == TEXT
    assert shows_text(page)


def test_shift_enter_breaks_the_line(page):
    put_caret(page, "Ende", end=True)
    key(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    page.type_words("wirklich")
    assert page.session.text.endswith("Ende\\\nwirklich\n")
    assert LINE_BREAK in page.document().toRawText()


def test_delete_and_words(page):
    put_caret(page, "Ende")
    key(page, Qt.Key.Key_Delete)
    assert page.session.text.endswith("nde\n")
    put_caret(page, "nde", end=True)
    key(page, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    put_caret(page, "Kopf", end=True)
    key(page, Qt.Key.Key_Delete)
    assert "## KopfEin **fettes**" in page.session.text
    put_caret(page, "fettes Wort", select=True)
    key(page, Qt.Key.Key_Backspace)
    assert "KopfEin  und" in page.session.text
    assert shows_text(page)


def test_input_methods_write_when_they_commit(page):
    put_caret(page, "Ende", end=True)
    QApplication.sendEvent(page, QInputMethodEvent("nih", []))
    assert page.session.text == TEXT
    commit = QInputMethodEvent("", [])
    commit.setCommitString("ü你")
    QApplication.sendEvent(page, commit)
    QApplication.processEvents()
    assert page.session.text.endswith("Endeü你\n")
    assert shows_text(page)


def test_what_else_writes_into_the_page_is_taken_back(page, qtbot):
    page.textCursor().insertText("fremd")
    qtbot.waitUntil(lambda: shows_text(page))
    assert page.session.text == TEXT


def test_tools_mark_the_selected_words_or_the_word_at_the_caret(page):
    put_caret(page, "Wort", select=True)
    key(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert "**fettes** **Wort** und" in page.session.text
    assert page.textCursor().selectedText() == "Wort"
    assert Mark.STRONG in page.marks_here()
    key(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.session.text == TEXT
    put_caret(page, "nde")
    key(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.session.text.endswith("*Ende*\n")
    assert not page.textCursor().hasSelection()
    put_caret(page, "Ende", end=True)
    key(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    for char in " so weiter":
        page.type_words(char)
    assert page.session.text.endswith("*Ende* so weiter\n")
    key(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    for char in " und fett":
        page.type_words(char)
    assert page.session.text.endswith("*Ende* so weiter **und fett**\n")


def test_the_bar_shows_and_changes_what_the_words_are(page, window):
    tools = window.workspace.text.tools
    put_caret(page, "Kopf")
    QApplication.processEvents()
    assert tools.levels.currentIndex() == 2
    tools.levels.setCurrentIndex(3)
    tools.levels.activated.emit(3)
    assert "### Kopf\n" in page.session.text
    put_caret(page, "eins")
    QApplication.processEvents()
    assert tools.tool_actions["list"].isChecked()
    key(page, Qt.Key.Key_Tab)
    assert "* eins" in page.session.text  # the first item cannot go below another
    put_caret(page, "zwei")
    key(page, Qt.Key.Key_Tab)
    assert "* eins\n  * zwei" in page.session.text
    key(page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert "* eins\n* zwei" in page.session.text
    put_caret(page, "Ende")
    tools.tool_actions["numbers"].trigger()
    assert page.session.text.endswith("1. Ende\n")
    tools.tool_actions["list"].trigger()
    assert page.session.text.endswith("* Ende\n")


def test_an_address_over_words_makes_a_link(page):
    put_caret(page, "Ende", select=True)
    data = QMimeData()
    data.setText(" https://b.example/x \n")
    page.insertFromMimeData(data)
    assert page.session.text.endswith("[Ende](https://b.example/x)\n")
    assert page.link_here() == "https://b.example/x"


def test_the_panel_sets_and_takes_links(page, window):
    panel = window.workspace.text.link_panel
    QGuiApplication.clipboard().setText("https://c.example")
    put_caret(page, "Ende", select=True)
    panel.open(page)
    assert panel.address.text() == "https://c.example"
    assert not panel.remove_button.isVisible()
    panel.set_button.click()
    assert page.session.text.endswith("[Ende](https://c.example)\n")
    panel.open(page)
    assert panel.address.text() == "https://c.example"
    panel.remove_button.click()
    assert page.session.text == TEXT


def test_pasted_lines_are_paragraphs(page):
    put_caret(page, "Ende", end=True)
    data = QMimeData()
    data.setText("A *b*\n\nC_d_\n")
    page.insertFromMimeData(data)
    assert page.session.text.endswith("EndeA \\*b\\*\n\nC_d_\n")
    assert shows_text(page)


def test_copying_gives_the_words(page):
    page.selectAll()
    page.copy()
    assert QGuiApplication.clipboard().text() == page.toPlainText()


def test_a_refusal_is_said_in_the_message_bar(page, window):
    put_caret(page, "Ende")
    key(page, Qt.Key.Key_Space)
    assert page.session.text == TEXT
    assert "so that the site shows it" in window.bar.text


def test_the_caret_stays_when_the_view_is_turned(page, window):
    put_caret(page, "Wort")
    position = page.caret
    assert TEXT[position:].startswith("Wort")
    window.workspace.navigator.toggle_writing()
    assert window.workspace.source.caret == position
    window.workspace.navigator.toggle_writing()
    assert page.caret == position


def test_changes_from_elsewhere_are_shown(page, window):
    window.workspace.navigator.toggle_writing()
    window.workspace.source.go_to(len(TEXT) - 1)
    window.workspace.source.insertPlainText(" **neu**")
    window.workspace.navigator.toggle_writing()
    assert page.toPlainText().endswith("Ende neu")
    page.session.stack.undo()
    assert page.toPlainText().endswith("Ende")
    assert shows_text(page)


def test_words_are_found_as_they_are_seen(page, window):
    window.workspace.find_words()
    bar = window.workspace.find_bar
    bar.words.setText("fettes Wort")
    bar.find_next()
    assert page.textCursor().selectedText() == "fettes Wort"


def test_a_problem_is_selected(page, window):
    span = TEXT.index("Wort"), TEXT.index("Wort") + 4
    from editor.core.base.edits import Span

    window.workspace.text.choose(Span(*span))
    assert page.textCursor().selectedText() == "Wort"


@pytest.mark.parametrize("path", [*ISSUES[-2:], SAMPLE], ids=lambda path: path.name)
def test_a_user_writes_and_the_page_stays_the_text(make_window, path):
    """The campaign (``dev.py writing``) plays more steps, over all pages."""
    window = make_window(writing=True)
    window.open_path(path)
    window.workspace.show_page("source")
    writer = Writer(window, seed=3)
    for _ in range(150):
        writer.step()
    writer.undo_all()


def test_typed_quotes_are_typographic_and_one_undo_takes_that(page):
    put_caret(page, "Ende", end=True)
    for char in ' "so"':
        page.type_words(char)
    assert page.session.text.endswith("Ende „so“\n")
    page.session.stack.undo()
    assert page.session.text.endswith('Ende „so"\n')
    page.type_words('"')
    assert page.session.text.endswith('Ende „so"“\n')
    key(page, Qt.Key.Key_Backspace)
    assert page.session.text.endswith('Ende „so""\n')
    key(page, Qt.Key.Key_Backspace)
    assert page.session.text.endswith('Ende „so"\n')
    assert shows_text(page)


def test_addresses_and_code_keep_their_signs(page):
    put_caret(page, "Ende", end=True)
    for char in " https://a.example/'x":
        page.type_words(char)
    assert page.session.text.endswith("Ende https://a.example/'x\n")


def test_pasted_html_keeps_marks_and_links(page):
    put_caret(page, "Ende", end=True)
    data = QMimeData()
    data.setHtml("<h2>Neu</h2><p>Ein <b>Wort</b> und <a href='https://b.example'>Link</a></p>")
    page.insertFromMimeData(data)
    assert page.session.text.endswith(
        "Ende\n\n## Neu\n\nEin **Wort** und [Link](https://b.example)\n"
    )
    assert shows_text(page)
    put_caret(page, "eins", end=True)
    data.setHtml("<i>schräg</i>")
    page.insertFromMimeData(data)
    assert "* eins*schräg*\n" in page.session.text
    put_caret(page, "fettes")
    data.setHtml("<p>a</p><p>b</p>")
    page.insertFromMimeData(data)
    assert "Ein\n\na\n\nb\n\n**fettes** Wort" in page.session.text
    while page.session.stack.canUndo():
        page.session.stack.undo()
    assert page.session.text == TEXT


def test_a_key_pastes_plain_words(page):
    data = QMimeData()
    data.setHtml("<b>fett</b>")
    data.setText("fett")
    QGuiApplication.clipboard().setMimeData(data)
    put_caret(page, "Ende", end=True)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    key(page, Qt.Key.Key_V, modifiers)
    assert page.session.text.endswith("Endefett\n")


def test_another_size_keeps_what_is_selected_where_it_stood(page, window):
    behind = "\n".join(f"Absatz {number}.\n" for number in range(200))
    window.session.apply([Edit(len(TEXT), len(TEXT), "\n" + behind)], "")
    page.choose(Span(*(window.session.text.index("Absatz 100") + n for n in (0, 10))))
    top = page.cursorRect().top()
    window.workspace.text.set_size(17)
    QApplication.processEvents()
    assert page.textCursor().selectedText() == "Absatz 100"
    assert abs(page.cursorRect().top() - top) <= 1


def test_a_word_and_the_blank_behind_it_are_one_step(page):
    put_caret(page, "Ende")
    before = page.session.stack.count()
    QTest.keyClicks(page, "ein kurzer Satz ")
    QApplication.processEvents()
    assert page.session.stack.count() - before == 3
    page.session.stack.undo()
    assert "ein kurzer Ende" in page.session.text
