"""Links: searched for, edited, opened, and named by the title of their page."""

import pytest
from editor.app.services import fetch as fetching
from editor.app.site.link_index import page_address
from editor.ui.workspace import link_titles
from editor.ui.writing.context_menu import ContextMenu
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.qt_input import type_into

TEXT = """---
title: "Los – Out in the Open Februar 2026"
author: A
date: '2026-03-09T08:00:00+01:00'
excerpt: E
topic: t
type: blog
---

Wort und [Bericht](https://alt.example/bericht).

## Veranstaltungen

* Mittwoch, 11.03.2026, 10:00-11:00, online: **Treffen der Leute**
  * https://eins.example/x
"""
OLD = """---
title: Alt
---

Der [Jahresbericht der Stadt](https://alt.example/bericht/) ist da.
"""


@pytest.fixture
def page(make_window, tmp_path):
    blog = tmp_path / "site/content/blog"
    blog.mkdir(parents=True)
    (tmp_path / "site/hugo.toml").write_text("title = 'x'\n")
    (blog / "2026-02-09-out-in-the-open-january-2026.md").write_text(OLD)
    (tmp_path / "site/content/ueber-uns.md").write_text("---\ntitle: Über uns\n---\n")
    path = blog / "2026-03-09-out-in-the-open-february-2026.md"
    path.write_text(TEXT)
    window = make_window(writing=True)
    window.open_path(path)
    window.workspace.show_page("source")
    QGuiApplication.clipboard().clear()
    QApplication.processEvents()
    return window.workspace.text


def select(page, words):
    page.writing.setTextCursor(page.writing.document().find(words))
    QApplication.processEvents()


def rows(page):
    return [page.link_panel.rows.item(row).text() for row in range(page.link_panel.rows.count())]


def test_pages_events_and_earlier_links_are_found(page, qtbot):
    select(page, "Wort")
    page.tools.tool_actions["link"].trigger()
    panel = page.link_panel
    qtbot.waitUntil(lambda: len(rows(page)) >= 4)
    type_into(panel.address, "treffen")
    assert rows(page) == ["Treffen der Leute — https://eins.example/x"]
    type_into(panel.address, "über")
    assert rows(page) == ["Über uns — /ueber-uns/"]
    type_into(panel.address, "stadt jahres")
    [item] = [panel.rows.item(row) for row in range(panel.rows.count())]
    panel.rows.itemActivated.emit(item)
    assert "[Wort](https://alt.example/bericht/) und" in page.writing.session.text


def test_a_link_says_where_it_stood_and_is_edited(page, qtbot):
    select(page, "Bericht")
    page.tools.tool_actions["link"].trigger()
    panel = page.link_panel
    assert panel.address.text() == "https://alt.example/bericht"
    qtbot.waitUntil(lambda: "“Alt”" in panel.about.text())
    panel.address.setText("https://neu.example")
    QTest.keyClick(panel.address, Qt.Key.Key_Return)
    assert "[Bericht](https://neu.example)" in page.writing.session.text
    select(page, "Bericht")
    QTest.keyClick(
        page.writing,
        Qt.Key.Key_K,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert "und Bericht.\n" in page.writing.session.text


def test_a_link_is_opened(page, qtbot):
    select(page, "Bericht")
    page.tools.tool_actions["link"].trigger()
    with qtbot.waitSignal(page.link_panel.opened) as opened:
        page.link_panel.open_button.click()
    assert opened.args[0].toString() == "https://alt.example/bericht"


def test_a_pasted_address_takes_the_title_of_its_page(page, qtbot, monkeypatch):
    asked = []

    def fetch(address, **_):
        asked.append(address)
        return fetching.FetchedPage(b"<title>Ein [Titel]\n &amp; mehr</title>", address)

    monkeypatch.setattr(link_titles, "fetch", fetch)
    posted = []
    page.titles.message_posted.connect(lambda *message: posted.append(message))
    data = QMimeData()
    data.setText("https://neu.example/x")
    select(page, "Wort")
    cursor = page.writing.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    page.writing.setTextCursor(cursor)
    QTest.keyClicks(page.writing, " ")
    page.writing.insertFromMimeData(data)
    assert "Wort https://neu.example/x" in page.writing.session.text
    assert not asked
    posted[0][1][0][1]()
    qtbot.waitUntil(lambda: "[Ein \\[Titel\\] \\& mehr](https://neu" in page.writing.session.text)
    assert asked == ["https://neu.example/x"]
    page.writing.session.stack.undo()
    assert "Wort https://neu.example/x" in page.writing.session.text


@pytest.mark.parametrize(
    ("path", "address"),
    [("a/b.md", "/a/b/"), ("a/index.md", "/a/"), ("_index.md", "/"), ("x.de.md", "/x.de/")],
)
def test_addresses_of_pages(path, address):
    from pathlib import PurePosixPath

    assert page_address(PurePosixPath(path)) == address


def test_words_that_say_nothing_are_told_before_they_are_a_link(page):
    page.writing.type_words("hier ")
    select(page, "hier")
    page.tools.tool_actions["link"].trigger()
    assert page.link_panel.about.text() == "“hier” does not say where the link leads."


def test_a_right_click_beside_the_selection_is_about_what_was_clicked(page, qtbot):
    select(page, "Wort")
    cursor = page.writing.document().find("Bericht")
    cursor.setPosition(cursor.selectionStart() + 2)
    with qtbot.waitSignal(page.writing.menu_opened) as opened:
        where = page.writing.cursorRect(cursor).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, page.pos())
        QApplication.sendEvent(page.writing.viewport(), event)
    opened.args[0].close()
    assert not page.writing.textCursor().hasSelection()
    assert page.writing.textCursor().position() == cursor.position()


def test_the_menu_opens_copies_and_changes_a_link(page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    select(page, "Wort")
    assert "Copy the address" not in menu_rows(page)
    select(page, "Bericht")
    actions = menu_rows(page)
    actions["Open the link in the browser"].trigger()
    actions["Copy the address"].trigger()
    assert opened == ["https://alt.example/bericht"]
    assert QGuiApplication.clipboard().text() == "https://alt.example/bericht"
    actions["Change the link…"].trigger()
    assert page.link_panel.address.text() == "https://alt.example/bericht"


def menu_rows(page):
    menu = ContextMenu(page.writing)
    return {action.text().replace("&", ""): action for action in menu.actions()}
