"""What people do on the page to write on, and must not be surprised by."""

import pytest
from editor.core.richtext.proof import Place
from editor.ui.writing.copying import move_selected
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

HEAD = "---\ntitle: x\n---\n\n"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(make_window, tmp_path):
    """Opens a body; gives the page to write on."""

    def show(body, *, writing=True):
        window = make_window(writing=writing)
        path = tmp_path / "a.md"
        path.write_text(HEAD + body, encoding="utf-8")
        window.open_path(path)
        window.workspace.show_page("source")
        QApplication.processEvents()
        return window.workspace.text.writing

    return show


def key(page, *args):
    QTest.keyClick(page, *args)
    QApplication.processEvents()


def put_caret(page, words, *, end=True):
    cursor = page.document().find(words)
    cursor.setPosition(cursor.selectionEnd() if end else cursor.selectionStart())
    page.setTextCursor(cursor)


def body_of(page):
    return page.session.text.removeprefix(HEAD)


def test_cut_and_paste_keep_marks_links_and_pictures(page):
    body = "Ein **fettes** [Wort](https://a.example) am 5.\u00a0Mai.\n\n![Br](b.png)\n\nEnde\n"
    pane = page(body)
    pane.put_caret(Place(1, 4), Place(0, 0))
    key(pane, Qt.Key.Key_X, CONTROL)
    assert "fettes" not in body_of(pane)
    put_caret(pane, "Ende")
    key(pane, Qt.Key.Key_Return)
    key(pane, Qt.Key.Key_V, CONTROL)
    assert "Ein **fettes** [Wort](https://a.example) am 5.\u00a0Mai.\n\n![Br](b.png)" in body_of(
        pane
    )


def test_words_are_dragged_elsewhere_in_one_step(page):
    pane = page("Eins **zwei** drei vier fünf.\n")
    pane.put_caret(Place(0, 9), Place(0, 5))
    move_selected(pane, Place(0, 14))
    assert body_of(pane) == "Eins  drei**zwei** vier fünf.\n"
    pane.session.stack.undo()
    assert body_of(pane) == "Eins **zwei** drei vier fünf.\n"


@pytest.mark.parametrize("body", ["Eins\n", "Eins\n\nZwei\n\n- drei\n"])
def test_after_deleting_everything_one_can_write(page, body):
    pane = page(body)
    pane.selectAll()
    key(pane, Qt.Key.Key_Delete)
    QTest.keyClicks(pane, "Neu")
    assert body_of(pane).strip() == "Neu"


def test_an_item_above_a_nested_list_can_be_emptied(page):
    pane = page("- Haupt\n  - eins\n  - zwei\n")
    put_caret(pane, "Haupt")
    for _ in range(5):
        key(pane, Qt.Key.Key_Backspace)
    assert "Haup" not in body_of(pane)
    assert "H" not in pane.toPlainText()
    QTest.keyClicks(pane, "Neu")
    assert body_of(pane) == "- Neu\n  - eins\n  - zwei\n"


@pytest.mark.parametrize(
    ("body", "at", "wanted"),
    [
        ("Vor\n\n![Brücke](b.png)\n\nNach\n", "Brücke", "Vor\n\n\n\nNach\n"),
        ("Vor\n\n---\n\nNach\n", None, "Vor\n\nNach\n"),
        ("Vor\n\n<div>x</div>\n\nNach\n", None, "Vor\n\nNach\n"),
        ("Wort[^1] Ende\n\n[^1]: Fuß\n", "[1]", "Wort Ende\n"),
    ],
)
def test_pictures_lines_and_chips_are_deleted_as_a_whole(page, body, at, wanted):
    pane = page(body)
    if at:
        put_caret(pane, at)
    else:
        put_caret(pane, "Nach", end=False)
    key(pane, Qt.Key.Key_Backspace)
    assert body_of(pane).startswith(wanted.rstrip("\n"))


def test_code_is_left_from_an_empty_line_at_its_end(page):
    pane = page("Text\n\n```\ncode\n```\n")
    pane.moveCursor(QTextCursor.MoveOperation.End)
    key(pane, Qt.Key.Key_Return)
    key(pane, Qt.Key.Key_Return)
    QTest.keyClicks(pane, "Neu")
    assert body_of(pane) == "Text\n\n```\ncode\n```\n\nNeu\n"


def paste(pane, words):
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)
    key(pane, Qt.Key.Key_V, CONTROL)


def test_pasted_lines_are_one_step(page):
    pane = page("Anfang\n")
    put_caret(pane, "Anfang")
    paste(pane, "\u2026 Hallo\n    eingerückt\n  zwei\nEnde")
    assert body_of(pane) == "Anfang… Hallo\n\neingerückt\n\nzwei\n\nEnde\n"
    pane.session.stack.undo()
    assert body_of(pane) == "Anfang\n"


def test_lines_pasted_into_cells_and_code_stay_there(page):
    pane = page("| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n")
    put_caret(pane, "1")
    paste(pane, "eins\nzwei")
    assert "| 1eins<br>zwei | 2 |" in body_of(pane)
    put_caret(pane, "x")
    paste(pane, "\n  y\n\nz")
    assert "```\nx\n  y\n\nz\n```" in body_of(pane)


def test_undo_of_a_sign_and_backspace_delete_one_letter(page):
    pane = page("Ende\n")
    put_caret(pane, "Ende")
    for char in ' sagt"':
        pane.type_words(char)
    pane.session.stack.undo()
    key(pane, Qt.Key.Key_Backspace)
    assert body_of(pane) == "Ende sagt\n"


def test_tools_leave_the_front_matter_alone(page):
    pane = page("Wort eins zwei.\n", writing=False)
    text = pane.window().workspace.text
    text.source.setTextCursor(text.source.document().find("title"))
    QTest.keyClick(text.source, Qt.Key.Key_B, CONTROL)
    assert pane.session.text == HEAD + "Wort eins zwei.\n"


def test_a_link_made_in_the_plain_view_is_not_typed_over(page):
    pane = page("Ein Wort hier.\n", writing=False)
    text = pane.window().workspace.text
    text.source.setTextCursor(text.source.document().find("Wort"))
    QTest.keyClick(text.source, Qt.Key.Key_K, CONTROL)
    text.link_panel.address.setText("a.example")
    QTest.keyClick(text.link_panel.address, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert body_of(pane) == "Ein [Wort](https://a.example) hier.\n"
    assert text.source.textCursor().selectedText() == "Wort"


def test_replacing_goes_on_behind_what_was_written(page):
    pane = page("Wir fahren nach Kiel. Und Kiel ist da. Kiel!\n")
    workspace = pane.window().workspace
    workspace.find_words(replacing=True)
    bar = workspace.find_bar
    bar.words.setText("Kiel")
    bar.new.setText("Kieler")
    bar.find_next()
    for _ in range(3):
        QTest.keyClick(bar.new, Qt.Key.Key_Return)
    assert body_of(pane) == "Wir fahren nach Kieler. Und Kieler ist da. Kieler!\n"


def test_find_goes_on_behind_pictures(page):
    pane = page("Erst Brücke\n\n![Die Brücke am Fluss](b.png)\n\nDann Brücke\n")
    workspace = pane.window().workspace
    workspace.find_words()
    bar = workspace.find_bar
    bar.words.setText("Brücke")
    answers = []
    for _ in range(4):
        bar.find_next()
        answers.append(bar.answer)
    assert answers[:3] in (["1 of 3", "2 of 3", "3 of 3"], ["1 of 3", "3 found", "3 of 3"])


def test_the_searched_part_moves_with_its_words(page):
    pane = page("Wort eins. Wort zwei und Wort drei. Wort vier.\n")
    workspace = pane.window().workspace
    pane.put_caret(Place(0, 34), Place(0, 11))
    workspace.find_words(replacing=True)
    bar = workspace.find_bar
    bar.in_selection.setChecked(True)
    bar.words.setText("Wort")
    bar._start()
    assert len(bar._search.found) == 2
    bar.new.setText("Satz")
    bar.find_next()
    for _ in range(4):
        QTest.keyClick(bar.new, Qt.Key.Key_Return)
    assert body_of(pane) == "Wort eins. Satz zwei und Satz drei. Wort vier.\n"
    bar.in_selection.setChecked(False)
    pane.moveCursor(QTextCursor.MoveOperation.End)
    bar.in_selection.setChecked(True)
    assert not bar.in_selection.isChecked()


def test_an_import_does_not_land_in_another_document(page, qtbot, tmp_path):
    pane = page("Erstes\n")
    window = pane.window()
    source, other = tmp_path / "x.html", tmp_path / "b.md"
    source.write_text("<p>Fremd</p>" * 50, encoding="utf-8")
    other.write_text("Zweites\n")
    window.workspace.text.imports.read(source)
    window.open_path(other)
    qtbot.wait(400)
    assert window.session.text == "Zweites\n"


def test_a_title_changes_the_pasted_place_alone(page):
    body = "Mehr: https://a.example/lang und https://a.example hier.\n\n[x]: https://a.example\n"
    pane = page(body)
    titles = pane.window().workspace.text.titles
    titles._address = "https://a.example"
    assert titles._write("Titel")
    assert body_of(pane) == body.replace(
        "https://a.example hier", "[Titel](https://a.example) hier"
    )


def test_a_list_below_an_item_is_begun_by_enter_and_tab(page):
    pane = page("- a\n- b\n")
    put_caret(pane, "b")
    key(pane, Qt.Key.Key_Return)
    key(pane, Qt.Key.Key_Tab)
    QTest.keyClicks(pane, "unten")
    key(pane, Qt.Key.Key_Return)
    QTest.keyClicks(pane, "noch")
    assert body_of(pane) == "- a\n- b\n  - unten\n  - noch\n"


def test_a_quote_goes_on_with_words_and_is_left_by_two_enters(page):
    pane = page("> a\n>\n> b\n\nEnde\n")
    put_caret(pane, "a")
    key(pane, Qt.Key.Key_Return)
    QTest.keyClicks(pane, "neu")
    assert body_of(pane) == "> a\n>\n> neu\n>\n> b\n\nEnde\n"
    put_caret(pane, "b")
    key(pane, Qt.Key.Key_Return)
    key(pane, Qt.Key.Key_Return)
    QTest.keyClicks(pane, "draussen")
    assert "> b\n\ndraussen\n\nEnde" in body_of(pane)
