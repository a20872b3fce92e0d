"""The page "Text": its head line, its tools in both views, pictures and links to events."""

import pytest
from editor.app.services.settings import SettingsData
from editor.ui.writing.event_menu import EventMenu
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QImage, QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.corpus import SAMPLE

TEXT = """---
title: Frühling
date: 2026-03-09
---

## Kopf

Ein Wort und **fett**.

![Brücke](b.png)
"""


@pytest.fixture
def page(make_window, tmp_path):
    window = make_window(writing=True)
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "b.png"))
    window.open_path(path)
    window.workspace.show_page("source")
    QApplication.processEvents()
    return window.workspace.text


def select(view, words):
    view.setTextCursor(view.document().find(words))
    QApplication.processEvents()


def test_the_page_to_write_on_comes_first():
    assert SettingsData().writing


def test_the_head_is_one_line_that_leads_to_its_form(page):
    assert page.front_line.text().startswith("Frühling · ")
    assert "title:" not in page.writing.toPlainText()
    page.front_line.click()
    assert page.window().workspace.middle.currentWidget() is not page


def test_the_status_line_names_what_the_caret_is_in(page):
    status = page.window().status.place
    select(page.writing, "Kopf")
    assert status.text() == "Heading 2"
    select(page.writing, "fett")
    assert status.text() == "Paragraph · Bold"
    page.toggle()
    assert status.text() == ""


def test_the_edge_of_bold_is_felt_and_left(page):
    select(page.writing, "fett")
    cursor = page.writing.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    page.writing.setTextCursor(cursor)
    status = page.window().status.place
    QApplication.processEvents()
    assert status.text() == "Paragraph · Bold"
    QTest.keyClick(page.writing, Qt.Key.Key_Right)
    QApplication.processEvents()
    assert status.text() == "Paragraph"
    assert page.writing.textCursor().position() == cursor.position()
    QTest.keyClicks(page.writing, "er")
    assert "**fett**er." in page.writing.session.text
    select(page.writing, "fetter.")
    QTest.keyClick(page.writing, Qt.Key.Key_Right)
    QTest.keyClick(page.writing, Qt.Key.Key_Right)
    assert page.writing.place.block == 2


def test_tools_work_in_the_plain_view_too(page):
    page.toggle()
    select(page.source, "Wort")
    QTest.keyClick(page.source, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert "Ein **Wort** und" in page.source.session.text
    assert page.source.toPlainText() == page.source.session.text
    QTest.keyClick(page.source, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.source.session.text == TEXT


def test_the_menu_format_has_all_tools(page):
    menu = next(
        action.menu()
        for action in page.window().menuBar().actions()
        if action.text().replace("&", "") == "Format"
    )
    names = [action.text().replace("&", "") for action in menu.actions()]
    assert {"Paragraph", "Heading 2", "Bold", "Link…", "No link", "Quote", "Table"} <= set(names)


def test_a_horizontal_line_goes_behind_the_paragraph(page):
    select(page.writing, "Ein Wort")
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    page.tools.tool_actions["rule"].trigger()
    assert "**fett**.\n\n---\n\n![" in page.writing.session.text


def test_pictures_are_seen_and_described(page, qtbot):
    thumbnails = page.writing.thumbnails
    qtbot.waitUntil(lambda: thumbnails.get("b.png") is not None)
    select(page.writing, "Brücke")
    page.tools.tool_actions["picture"].trigger()
    assert page.picture_panel.alt.text() == "Brücke"
    page.picture_panel.alt.setText("Eine rote Brücke")
    page.picture_panel.caption.setText("Bei Nacht")
    page.picture_panel.button.click()
    assert '![Eine rote Brücke](b.png "Bei Nacht")' in page.writing.session.text


def test_a_pasted_picture_becomes_a_file_beside_the_text(page, qtbot, tmp_path):
    data = QMimeData()
    picture = QImage(900, 600, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    data.setImageData(picture)
    select(page.writing, "Ein Wort")
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    page.writing.insertFromMimeData(data)
    dialog = page.writing.pictures.dialog
    qtbot.waitUntil(dialog.use_button.isEnabled)
    dialog.alt.setText("Ein blaues Bild")
    dialog.use_button.click()
    assert "**fett**.\n\n![Ein blaues Bild](picture.jpg)\n\n![" in page.writing.session.text
    assert (tmp_path / "picture.jpg").read_bytes()[:2] == b"\xff\xd8"


def test_a_picture_for_a_known_site_waits_for_its_export(make_window, qtbot, tmp_path):
    window = make_window(writing=True)
    window.open_path(SAMPLE)
    page = window.workspace.text
    window.workspace.show_page("source")
    QApplication.processEvents()
    photo = QImage(900, 600, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.green)
    photo.save(str(tmp_path / "Grüne Wiese.png"))
    select(page.writing, "Der Februar")
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    window.workspace.navigator.take_photos([tmp_path / "Grüne Wiese.png"])
    dialog = page.writing.pictures.dialog
    qtbot.waitUntil(dialog.use_button.isEnabled)
    dialog.alt.setText("Wiese")
    dialog.use_button.click()
    prefix = window.session.profile.picture_address
    assert prefix
    name = window.session.text.partition(f"![Wiese]({prefix}")[2].partition(")")[0]
    assert name.endswith("gruene-wiese.jpg")
    assert window.session.site.pending_photos.path(name)
    assert window.session.site.asset(prefix + name)


def test_a_link_to_an_event_of_the_issue(make_window):
    window = make_window(writing=True)
    window.open_path(SAMPLE)
    page = window.workspace.text
    window.workspace.show_page("source")
    QApplication.processEvents()
    select(page.writing, "Der Februar")
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    before = window.session.text
    menu = EventMenu(page.writing)
    menu.actions()[0].trigger()
    event = window.session.issue.entries[0]
    assert window.session.text != before
    assert window.session.text.count("data:text/calendar") >= before.count("data:text/calendar")
    assert event.title in page.writing.toPlainText()


def test_a_text_of_another_program_is_written_at_the_caret(page, qtbot, tmp_path):
    path = tmp_path / "fremd.html"
    path.write_text("<h3>Fremd</h3><p>Ein <i>Absatz</i> von anderswo.", encoding="utf-8")
    select(page.writing, "Ein Wort")
    page.writing.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    page.imports.read(path)
    wanted = "**fett**.\n\n### Fremd\n\nEin *Absatz* von anderswo.\n\n!["
    qtbot.waitUntil(lambda: wanted in page.writing.session.text)
    page.writing.session.stack.undo()
    assert page.writing.session.text == TEXT


def test_blanks_are_shown_on_wish(page):
    page.toggle_invisibles()
    flag = QTextOption.Flag.ShowTabsAndSpaces
    for view in (page.source, page.writing):
        assert view.document().defaultTextOption().flags() & flag
    assert page.writing.session.text == TEXT
    page.toggle_invisibles()
    assert not page.writing.document().defaultTextOption().flags() & flag


def test_the_markdown_at_the_caret_is_shown_on_wish(page):
    page.toggle_source_at_caret()
    select(page.writing, "fett")
    assert page.window().status.place.text() == "Paragraph · Bold · **fett**"
    page.toggle_source_at_caret()
    assert page.window().status.place.text() == "Paragraph · Bold"


def test_screen_readers_hear_what_the_caret_comes_into(page, monkeypatch):
    """Tried with Orca 43: it reads a description that changes."""
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    page.window().activateWindow()
    page.writing.setFocus()
    select(page.writing, "Kopf")
    assert page.writing.accessibleDescription() == "Heading 2"
    select(page.writing, "fett")
    assert page.writing.accessibleDescription() == "Paragraph, Bold"


def test_one_writes_on_behind_a_picture_not_beside_it(page, qtbot):
    pane = page.writing
    pane.moveCursor(QTextCursor.MoveOperation.End)
    pane.insert_blocks("![Ein Bild](bild.jpg)")
    pane.write_on()
    pane.write("Weiter", "")
    assert pane.session.text.rstrip().endswith("![Ein Bild](bild.jpg)\n\nWeiter")


def test_a_text_that_begins_with_a_heading_can_be_given_a_beginning(page, qtbot):
    qtbot.waitUntil(page.beginning.isVisible)
    page.beginning.click()
    page.writing.write("Liebe Alle,", "")
    assert "---\n\nLiebe Alle,\n\n" in page.writing.session.text
    qtbot.waitUntil(lambda: not page.beginning.isVisible())
