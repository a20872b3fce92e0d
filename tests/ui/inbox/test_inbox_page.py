"""The inbox in the window: what comes in, where it is proposed to go, and what is written."""

from editor.app.inbox.store import InboxStore
from editor.core.base.edits import Edit
from editor.core.inbox.bookmark import Bookmark
from editor.ui.workspace.pages import Page
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def paste(page, text):
    data = QMimeData()
    data.setText(text)
    page.intake.take(data)


def cells(page):
    model = page.table.rows_model
    return [
        [model.index(row, column).data() for column in (0, 1)] for row in range(model.rowCount())
    ]


def message(page):
    return page.window_of_test.bar._text.text()


def test_pasted_addresses_wait_with_a_proposal(page):
    paste(page, "Glaciers https://ice.example/glaciers\nA tool https://code.example/2")
    assert cells(page) == [["A tool", "Software"], ["Glaciers", "Climate"]]
    rows = page.window_of_test.workspace.outline._items
    assert "Inbox" in [row.text(0) for row in rows]
    assert page.count.text() == "2 wait(s)"
    paste(page, "https://www.ice.example/glaciers?utm_source=x")
    assert message(page) == "0 address(es) added. 1 was/were there already."
    paste(page, "nothing")
    assert message(page) == "There is no address of a page in it."


def test_insert_writes_where_it_is_proposed_and_undo_brings_it_back(page):
    paste(page, "Glaciers https://ice.example/glaciers\nA tool https://code.example/2")
    page.table.setFocus()
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    text = page.session.text
    assert "* [Heat](https://heat.example/)\n* [Glaciers](https://ice.example/glaciers)\n" in text
    assert text.endswith("Words.\n\n[A tool](https://code.example/2)\n")
    assert cells(page) == []
    assert page.count.text() == "0 wait(s)"
    page.shown.setCurrentIndex(1)
    assert cells(page) == [
        ["A tool", "in this issue: Software"],
        ["Glaciers", "in this issue: Climate"],
    ]
    page.session.stack.undo()
    assert page.session.text == page.text_of_test
    page.shown.setCurrentIndex(0)
    assert len(cells(page)) == 2


def test_a_section_is_chosen_from_the_menu(page):
    paste(page, "Glaciers https://ice.example/glaciers")
    page.table.selectRow(0)
    page._fill_menu()
    actions = {action.text().strip(): action for action in page.into_menu.actions()}
    actions["Software"].trigger()
    assert page.session.text.endswith("Words.\n\n[Glaciers](https://ice.example/glaciers)\n")


def test_a_text_without_sections_takes_links_at_its_end(page):
    session = page.session
    session.apply([Edit(session.issue.front.body, len(session.text), "\nGood morning.\n")], "x")
    paste(page, "Glaciers https://ice.example/glaciers\nA tool https://code.example/2")
    assert cells(page)[0] == ["A tool", "At the end of the text"]
    page.table.selectAll()
    page._fill_menu()
    assert [each.text() for each in page.into_menu.actions()] == ["At the end of the text"]
    page.insert_button.click()
    assert session.text.endswith(
        "Good morning.\n\n[A tool](https://code.example/2)\n\n"
        "[Glaciers](https://ice.example/glaciers)\n"
    )
    assert message(page) == "2 link(s) inserted: At the end of the text."


def test_the_table_stays_where_it_is_when_rows_go(page):
    paste(page, "\n".join(f"Page {n} https://many.example/{n}" for n in range(100)))
    page.table.selectRow(50)
    before = page.table.verticalScrollBar().value()
    assert before > 0
    page.remove()
    assert page.table.verticalScrollBar().value() == before
    assert page.table.currentIndex().row() == 50


def test_bookmarks_are_dropped_on_a_section_of_the_outline(page):
    paste(page, "Glaciers https://ice.example/glaciers")
    page.table.selectRow(0)
    outline = page.window_of_test.workspace.outline
    [item] = [each for each in outline._items if each.text(0) == "Software"]
    place = QPointF(outline.visualItemRect(item).center())
    data = page.table.rows_model.mimeData(page.table.selectedIndexes())
    assert data.urls() == [QUrl("https://ice.example/glaciers")]
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    outline.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))
    assert page.session.text.endswith("Words.\n\n[Glaciers](https://ice.example/glaciers)\n")


def test_what_an_earlier_issue_had_says_so(page):
    paste(page, "http://ice.example/melting/")
    assert cells(page) == [["http://ice.example/melting/", "was in “Earlier”"]]


def test_what_is_removed_can_be_brought_back(page):
    paste(page, "https://a.example/1 https://a.example/2")
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(cells(page)) == 1
    page.window_of_test.bar._buttons[0].click()
    assert len(cells(page)) == 2


def test_the_words_of_a_bookmark_are_written_down(page, site):
    paste(page, "https://a.example/1")
    page.table.selectRow(0)
    page.fields.title.setText("A title")
    page.fields.tags.setText("one, #two")
    page.fields.title.editingFinished.emit()
    assert cells(page)[0][0] == "A title"
    [kept] = InboxStore().read(site)
    assert (kept.title, kept.tags) == ("A title", ("one", "two"))


def test_what_is_being_typed_stays_when_others_come(page, site, qtbot):
    paste(page, "https://a.example/1")
    page.table.selectRow(0)
    page.fields.note.setFocus()
    QTest.keyClicks(page.fields.note, "half a no")
    InboxStore().add(site, [Bookmark("https://a.example/2", "From elsewhere")])
    qtbot.waitUntil(lambda: len(cells(page)) == 2)
    assert page.fields.note.text() == "half a no"
    page.fields.note.editingFinished.emit()
    notes = {each.address: each.note for each in InboxStore().read(site)}
    assert notes == {"https://a.example/1": "half a no", "https://a.example/2": ""}


def test_files_of_bookmarks_are_dropped(page, tmp_path):
    file = tmp_path / "Firefox.html"
    file.write_text('<dl><dt><a href="https://a.example/1">One</a><dd>A note</dl>')
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page.intake.take(data)
    [row] = page.table.rows_model.rows
    assert row.bookmark == Bookmark("https://a.example/1", "One", "Firefox", note="A note")


def test_what_the_command_line_adds_is_seen_at_once(page, site, qtbot):
    paste(page, "https://a.example/1")
    InboxStore().add(site, [Bookmark("https://a.example/2", "From elsewhere")])
    qtbot.waitUntil(lambda: len(cells(page)) == 2, timeout=5_000)


def test_another_newsletter_has_another_inbox(page, tmp_path_factory):
    paste(page, "https://a.example/1")
    other = tmp_path_factory.mktemp("elsewhere") / "a.md"
    other.write_text("# Other\n")
    page.window_of_test.open_path(other)
    QApplication.processEvents()
    page.window_of_test.workspace.show_page(Page.INBOX)
    assert cells(page) == []
    assert page.empty.isVisible()


def test_one_that_cannot_be_written_is_named_and_holds_up_no_other(page):
    page.inbox.add(
        [
            Bookmark("https://good.example/", "Good"),
            Bookmark("https://bad.example/", "Bad", note="see https://elsewhere.example/"),
        ]
    )
    page.table.selectAll()
    page.insert_into(0)
    session = page.session
    assert "(https://good.example/)" in session.text and "bad.example" not in session.text
    assert "“Bad”" in message(page)
    session.stack.undo()
    assert session.text == page.text_of_test
