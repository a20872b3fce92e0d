"""Help within: the manual at the page's chapter, the tour, what is new."""

import pytest
from editor import __version__
from editor.ui.help.chapters import Chapter
from editor.ui.help.help_dialog import HelpDialog
from editor.ui.help.help_page import HelpPage
from editor.ui.help.manual import read_manual
from editor.ui.main_window import help as help_module
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog


@pytest.mark.parametrize("language", ["de", "en"])
def test_both_manuals_have_all_chapters_and_pictures(language):
    pages = read_manual(language)
    assert [page.chapter for page in pages] == list(Chapter)
    for page in pages:
        assert page.html.startswith("<h2")
        assert "![" not in page.html


def test_the_manual_opens_at_the_chapter_of_the_page(window):
    trigger = window.actions_by_name["show_manual"].trigger
    trigger()
    manual = window.findChild(HelpDialog)
    assert chapter_of(manual) is Chapter.HOME
    window.open_sample()
    window.workspace.show_page("event")
    trigger()
    assert chapter_of(manual) is Chapter.EVENTS
    window.workspace.show_page("image")
    window.workspace.image.help_button.click()
    assert chapter_of(manual) is Chapter.PICTURES
    window.front.show_publishing()
    trigger()
    assert chapter_of(manual) is Chapter.PUBLISHING
    assert not manual.isModal()


def chapter_of(manual):
    """The chapter that is shown."""
    return manual.chapters.currentItem().data(Qt.ItemDataRole.UserRole).chapter


def test_the_manual_is_searched(window):
    window.help.show_manual(Chapter.WINDOW)
    manual = window.help.manual
    manual.search.setText("Gmail cuts")
    shown = [
        manual.chapters.item(row).text()
        for row in range(manual.chapters.count())
        if not manual.chapters.item(row).isHidden()
    ]
    assert shown == ["Publishing"]
    assert chapter_of(manual) is Chapter.PUBLISHING
    assert manual.text.textCursor().position() > 0
    manual.search.clear()
    assert not manual.chapters.item(0).isHidden()


@pytest.fixture
def tour(window):
    window.help.start_tour()
    QApplication.processEvents()
    return window.help.tour


def test_the_tour_has_six_stops_and_points_at_each(tour, window):
    seen = []
    for _ in range(6):
        QApplication.processEvents()
        seen.append(tour.title.text())
        assert window.rect().contains(tour.hole)
        assert window.rect().contains(tour.bubble.geometry())
        tour.next.click()
    assert len(set(seen)) == 6
    assert tour.isHidden()
    assert window.settings.now.tour_stop == 0


def test_the_tour_is_left_and_gone_on_with(tour, window):
    tour.next.click()
    tour.next.click()
    QTest.keyClick(tour.next, Qt.Key.Key_Escape)
    assert window.settings.now.tour_stop == 2
    [go_on] = window.bar.buttons
    go_on.click()
    assert window.help.tour.number == 2


def test_after_an_update_it_is_said_once_what_is_new(make_window, qtbot):
    window = make_window()
    qtbot.waitUntil(lambda: window.settings.now.seen_version == __version__)
    assert window.bar.text == ""
    window.settings.keep(seen_version="0.0.1")
    window.close()
    again = make_window()
    qtbot.waitUntil(lambda: __version__ in again.bar.text)
    [what_is_new] = again.bar.buttons
    what_is_new.click()
    page = again.findChild(HelpPage)
    assert "Publish" in page.text.toPlainText()
    page.reject()


def test_settings_and_pages_are_found_among_the_commands(window, qtbot):
    window.help.show_commands()
    from editor.ui.dialogs.commands_dialog import CommandsDialog

    dialog = window.findChild(CommandsDialog)
    dialog.search.setText("setting spelling")
    rows = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    assert [row.text(0) for row in rows if not row.isHidden()] == ["Setting › Check spelling"]
    dialog.reject()


def test_tab_stays_in_the_tour_and_a_second_one_does_not_begin(tour, window):
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or tour.next, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget() or window.focusWidget()
        assert tour.isAncestorOf(focused)
    window.help.start_tour()
    assert window.help.tour is tour


def test_about_says_what_the_program_is_made_of(window):
    window.actions_by_name["about"].trigger()
    page = window.findChild(HelpPage)
    words = page.text.toPlainText()
    assert f"Rundbrief {__version__}" in words
    assert "put others of the same version series in their place" in words
    assert "icalendar" in words
    page.reject()


def test_a_report_is_saved_and_holds_no_text_of_a_document(window, tmp_path, monkeypatch):
    window.open_sample()
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.help.save_report()
    words = target.read_text(encoding="utf-8")
    assert words.startswith(f"Rundbrief {__version__}")
    assert "Frühjahrsputz" not in words
    assert "report.txt" in window.bar.text
    target.unlink()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a/b"), ""))
    window.help.save_report()
    assert "cannot" in window.bar.text or "not" in window.bar.text


def test_a_crash_of_last_time_is_told(window, qtbot, monkeypatch):
    monkeypatch.setattr(help_module, "_AFTER_REOPENING", 0)
    window.help.tell_of_crash()
    qtbot.waitUntil(lambda: "ended unexpectedly" in window.bar.text)
