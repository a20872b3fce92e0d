"""Somebody who knows no Markdown writes a section: keys, tools and the clipboard alone."""

import pytest
from editor.core.base.edits import Edit
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

HEAD = "---\ntitle: Frühling\n---\n"
WANTED = (
    HEAD
    + """
## Neues aus Ulm

Die Stadt hat einen [Plan](https://ulm.example/plan) und ein [Budget](https://ulm.example/geld).

Mehr sagt der **Bericht** im [Netz](https://ulm.example/netz):

- die [Karte](https://ulm.example/karte)
- das [Archiv](https://ulm.example/archiv)

![Ein Platz](picture.jpg)

| Wann | Wo |  |
| --- | --- | --- |
| Montag | Rathaus |  |
|  |  |  |
"""
)


@pytest.fixture
def page(make_window, tmp_path):
    window = make_window(writing=True)
    path = tmp_path / "a.md"
    path.write_text(HEAD)
    window.open_path(path)
    window.workspace.show_page("source")
    QApplication.processEvents()
    return window.workspace.text


def key(page, *args):
    QTest.keyClick(page.writing, *args)
    QApplication.processEvents()


def write(page, words):
    assert not set(words) & set("*[]#|_`")
    QTest.keyClicks(page.writing, words)


def link_last_word(page, address):
    """Choose the word before the caret, and Ctrl+V."""
    page.writing.moveCursor(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    data = QMimeData()
    data.setText(address)
    QGuiApplication.clipboard().setMimeData(data)
    key(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)


def test_a_section_is_written_without_a_mark(page, qtbot):
    write(page, "Neues aus Ulm")
    key(page, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    key(page, Qt.Key.Key_Return)
    write(page, "Die Stadt hat einen Plan")
    link_last_word(page, "https://ulm.example/plan")
    write(page, " und ein Budget")
    link_last_word(page, "https://ulm.example/geld")
    write(page, ".")
    key(page, Qt.Key.Key_Return)
    write(page, "Mehr sagt der ")
    key(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    write(page, "Bericht")
    key(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    write(page, " im Netz")
    link_last_word(page, "https://ulm.example/netz")
    write(page, ":")
    key(page, Qt.Key.Key_Return)
    page.tools.tool_actions["list"].trigger()
    write(page, "die Karte")
    link_last_word(page, "https://ulm.example/karte")
    key(page, Qt.Key.Key_Return)
    write(page, "das Archiv")
    link_last_word(page, "https://ulm.example/archiv")
    key(page, Qt.Key.Key_Return)
    key(page, Qt.Key.Key_Return)
    picture = QImage(900, 600, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    page.writing.pictures.take_image(picture)
    dialog = page.writing.pictures.dialog
    qtbot.waitUntil(dialog.use_button.isEnabled)
    dialog.alt.setText("Ein Platz")
    dialog.use_button.click()
    page.tools.tool_actions["table"].trigger()
    for words in ("Wann", "Wo", "", "Montag", "Rathaus"):
        write(page, words)
        key(page, Qt.Key.Key_Tab)
    assert page.writing.session.text == WANTED


def test_a_picture_of_the_text_keeps_its_shape(page, qtbot):
    page.writing.session.apply([Edit(len(HEAD), len(HEAD), "\nHallo\n\n## Weiter\n")], "x")
    page.writing.setFocus()
    page.writing.setTextCursor(page.writing.document().find("Hallo"))
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    picture = QImage(300, 900, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    page.writing.pictures.take_image(picture)
    dialog = page.writing.pictures.dialog
    qtbot.waitUntil(dialog.use_button.isEnabled)
    assert (dialog.ready.width, dialog.ready.height) == (300, 900)
    dialog.use_button.click()
    assert "-header" not in page.writing.session.text
    write(page, "Darunter")  # not into the heading that follows
    assert page.writing.session.text.endswith(".jpg)\n\nDarunter\n\n## Weiter\n")
