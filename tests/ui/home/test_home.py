"""Home: the next step, what is not finished, all pages found by title and by their words."""

from datetime import date, timedelta

import pytest
from editor.app.library.page_facts import PageFacts
from editor.core.issue import naming
from editor.ui.home.page_model import (
    Order,
    PageRow,
    PageState,
    Section,
    choose_pages,
    state_of,
)
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from helpers.qt_input import type_into

ISSUE = """---
title: {title} – Out in the Open {month} 2026
date: {day}
author: Mara Beispiel
---
Wir haben [Bäume](https://baeume.example) gezählt.

## Veranstaltungen

* Mittwoch, {when}, 19:00, online: **{title}abend**
"""


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "codefor.de" / "content" / "blog"
    folder.mkdir(parents=True)
    (tmp_path / "codefor.de" / "config.toml").write_text('baseURL = "https://codefor.de/"\n')
    for title, month, day, when in (
        ("Nebel", "Januar", "2026-02-09", "11.02.2026"),
        ("Zugluft", "Februar", "2026-03-09", "11.03.2026"),
    ):
        name = f"{day}-out-in-the-open-{month.lower()}-2026.md"
        text = ISSUE.format(title=title, month=month, day=day, when=when)
        (folder / name).write_text(text, encoding="utf-8")
    (folder.parent / "ueber.md").write_text("---\ntitle: Wir\ndraft: true\n---\nText\n")
    return tmp_path / "codefor.de"


@pytest.fixture
def home(make_window, qtbot, site):
    """The window with a site, all of whose pages have been read."""
    window = make_window()
    window.front.sites.remember(site)
    qtbot.waitUntil(lambda: len(window.front.home.page.list.model.rows) == 3)
    qtbot.waitUntil(lambda: not window.front.home.library.busy)
    return window


def titles(window):
    return [row.facts.title.partition(" ")[0] for row in window.front.home.page.list.model.rows]


def test_a_newcomer_is_asked_for_the_site_and_offered_a_sample(window, qtbot):
    page = window.front.home.page
    qtbot.waitUntil(lambda: bool(page.site_button.text()))
    assert page.site_button.text() == "No site yet"
    assert page.primary.text() == "Choose the site’s folder…"
    assert not page.list.isVisibleTo(page)


def test_the_next_issue_is_one_button(home, qtbot):
    page = home.front.home.page
    year, month = naming.month_before(date.today())  # months have been missed since March 2026
    name = QLocale().standaloneMonthName(month)
    qtbot.waitUntil(lambda: page.primary.text() == f"Begin the {name} issue…")
    assert page.site_button.text() == "codefor.de"
    assert page.count.text() == "3 page(s)"
    page.primary.click()
    dialog = home.publishing.dialog
    assert (dialog.month.currentIndex() + 1, dialog.year.value()) == (month, year)
    dialog.reject()


def test_drafts_wait_among_what_is_not_finished(home):
    page = home.front.home.page
    assert page.unfinished_card.isVisibleTo(page)
    assert page.list.model.rows[-1].state is PageState.DRAFT


def test_typing_filters_titles_and_finds_words_in_texts(home, qtbot):
    pages = home.front.home.page.list
    type_into(pages.search, "nebel")
    assert titles(home) == ["Nebel"]
    type_into(pages.search, "baeume.example")
    qtbot.waitUntil(lambda: len(pages.model.rows) == 2)
    assert all(row.snippet for row in pages.model.rows)
    type_into(pages.search, "gibt es nicht")
    assert "was found on no page" in pages.nothing.text()
    QTest.keyClick(pages.search, Qt.Key.Key_Escape)
    assert len(titles(home)) == 3


def test_sections_and_order(home):
    pages = home.front.home.page.list
    pages.buttons[Section.ISSUES].click()
    assert titles(home) == ["Zugluft", "Nebel"]
    pages.order.setCurrentIndex(pages.order.findData(Order.TITLE))
    assert titles(home) == ["Nebel", "Zugluft"]
    pages.buttons[Section.PAGES].click()
    assert titles(home) == ["Wir"]
    pages.buttons[Section.DRAFTS].click()
    assert titles(home) == ["Wir"]


def test_the_keyboard_finds_and_opens(home, qtbot):
    home.front.show_home()
    pages = home.front.home.page.list
    assert pages.view.hasFocus() or home.focusWidget() is pages.view
    QTest.keyClick(pages.view, "n")
    assert pages.search.text() == "n"
    pages.search.setText("out in the open")
    QTest.keyClick(pages.search, Qt.Key.Key_Down)
    QTest.keyClick(pages.search, Qt.Key.Key_Return)
    assert home.session.path.name.startswith("2026-02-09")


def test_a_place_that_was_found_is_shown(home, qtbot):
    pages = home.front.home.page.list
    home.actions_by_name["search_site"].trigger()
    pages.search.setText("nebelabend")
    qtbot.waitUntil(lambda: any(row.snippet for row in pages.model.rows))
    pages.open_current()
    workspace = home.workspace
    assert workspace.middle.currentWidget() is workspace.middle.events
    assert workspace.middle.events.entry_shown.title == "Nebelabend"


def test_a_hit_is_marked_and_the_search_ends_with_the_document(home, qtbot, site):
    pages = home.front.home.page.list
    type_into(pages.search, "gezählt")
    qtbot.waitUntil(lambda: len([row for row in pages.model.rows if row.snippet]) == 2)
    pages.open_current()
    bar = home.workspace.text.find_bar
    assert home.workspace.middle.currentWidget() is home.workspace.text
    assert bar.isVisibleTo(home.workspace.text)
    assert bar.answer == "1 of 1"
    home.open_path(next((site / "content" / "blog").glob("2026-02*")))
    assert bar.isHidden()
    home.front.open_at(home.session.path, "baeume.example")
    assert bar.words.text() == "Bäume"  # an address is not seen: the words of its link are marked
    assert bar.answer == "1 of 1 – the address holds “baeume.example”"


def test_the_open_document_waits_while_home_is_shown(home, qtbot, site):
    path = next((site / "content" / "blog").glob("2026-02*"))
    home.open_path(path)
    assert home.app_bar.isVisible()
    home.front.show_home()
    assert not home.app_bar.isVisible()
    assert home.front.is_home
    home.actions_by_name["show_head"].trigger()
    assert home.front.currentWidget() is home.workspace
    assert home.session.path == path


def test_the_program_begins_where_one_was(home, make_window, qtbot, site):
    path = next((site / "content" / "blog").glob("2026-02*"))
    home.open_path(path)
    home.workspace.show_page("event")
    home.close()
    again = make_window()
    again.front.reopen()
    assert again.session.path == path
    assert again.workspace.middle.currentWidget() is again.workspace.middle.events
    again.front.show_home()
    again.close()
    third = make_window()
    third.front.reopen()
    assert not third.session.is_open


def test_several_sites_are_switched(home, qtbot, tmp_path):
    other = tmp_path / "anderes"
    other.mkdir()
    (other / "a.md").write_text("# Eins\n")
    home.front.sites.remember(other)
    qtbot.waitUntil(lambda: titles(home) == ["Eins"] or titles(home) == ["a"])
    menu = home.front.home.page.site_button.menu()
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names[:2] == ["anderes", "codefor.de"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: len(titles(home)) == 3)


def facts(title="T", day=None, *, is_draft=False, is_issue=False):
    from pathlib import Path

    return PageFacts(Path(f"{title}.md"), title, day, "", "", is_draft, "", 0, 0, is_issue)


def test_the_state_of_a_page():
    today = date(2026, 3, 1)
    page = facts(day=date(2026, 2, 1))
    assert state_of(page, today, frozenset()) is PageState.PUBLISHED
    assert state_of(page, today, frozenset({page.path})) is PageState.ONLY_HERE
    assert state_of(facts(day=date(2026, 4, 1)), today, frozenset()) is PageState.PLANNED
    assert state_of(facts(is_draft=True), today, frozenset()) is PageState.DRAFT


def test_all_words_must_be_in_the_title():
    rows = [PageRow(facts(title), PageState.PUBLISHED) for title in ("Open Data", "Open Day")]
    assert len(choose_pages(rows, Section.ALL, Order.NEWEST, "op")) == 2
    assert len(choose_pages(rows, Section.ALL, Order.NEWEST, "data open")) == 1


def test_a_site_that_was_forgotten_is_forgotten_by_new_issues(home, qtbot, tmp_path, site):
    other = tmp_path / "anderes"
    other.mkdir()
    (other / "a.md").write_text("# Eins\n")
    home.front.sites.remember(other)
    qtbot.waitUntil(lambda: home.session.remembered_site == other)
    home.front.sites.forget()
    assert home.session.remembered_site == site
    home.front.sites.forget()
    assert home.session.remembered_site is None
    page = home.front.home.page
    qtbot.waitUntil(lambda: page.primary.text() == "Choose the site’s folder…")


def test_the_folder_of_the_settings_is_one_of_the_sites(home, tmp_path):
    other = tmp_path / "anderes"
    other.mkdir()
    home.settings.keep(site=str(other))
    assert home.settings.now.sites[0] == str(other)
    assert home.session.remembered_site == other


def test_a_new_issue_that_is_open_is_gone_on_with(home, qtbot):
    home.publishing.new_issue()
    home.publishing.dialog.accept()
    home.front.show_home()
    page = home.front.home.page
    qtbot.waitUntil(lambda: page.primary.text() == "Continue writing")
    page.primary.click()
    assert home.front.currentWidget() is home.workspace


def test_an_issue_ahead_whose_files_went_out_says_so(make_window, qtbot, site):
    day = date.today() + timedelta(days=9)
    ahead = ISSUE.format(title="Frost", month="Januar", day=day, when="11.03.2126")
    name = f"{day}-out-in-the-open-january-2026.md"
    (site / "content" / "blog" / name).write_text(ahead, encoding="utf-8")
    window = make_window()
    entry = f"site\t{date.today()}\tFrost – Out in the Open Januar 2026"
    window.settings.keep(published=(entry,))
    window.front.sites.remember(site)
    card = window.front.home.page.next_card
    qtbot.waitUntil(
        lambda: any("were written on" in label.text() for label in card.findChildren(QLabel))
    )


def test_drafts_of_long_ago_are_no_work_to_go_on_with(make_window, qtbot, site):
    template = "---\ntitle: Vorlage\ndate: 0001-01-01\ndraft: true\n---\nText\n"
    (site / "content" / "vorlage.md").write_text(template, encoding="utf-8")
    window = make_window()
    window.front.sites.remember(site)
    page = window.front.home.page
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 4)
    qtbot.waitUntil(lambda: bool(page.unfinished_card.buttons()))
    assert [button.accessibleName() for button in page.unfinished_card.buttons()] == [
        "Continue: Wir"
    ]


def test_a_second_click_does_not_fall_through_to_what_the_first_has_opened(home, qtbot):
    view = home.front.home.page.list.view
    place = view.visualRect(home.front.home.page.list.model.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert home.front.currentWidget() is home.workspace
    clicked = []
    home.app_bar.publish.clicked.connect(lambda: clicked.append(1))
    button = home.app_bar.publish
    place = button.mapTo(home, button.rect().center())
    QTest.mouseClick(home.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked == []
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    QTest.mouseClick(home.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked == [1]


def test_pages_that_are_new_are_found_by_words_that_were_typed_before(home, qtbot, site):
    page = home.front.home.page
    page.list.search.setText("Fundstelle")
    qtbot.waitUntil(lambda: page.list.nothing.isVisibleTo(page))
    (site / "content" / "neu.md").write_text("---\ntitle: Neu\n---\nEine Fundstelle.\n")
    home.front.home.show()
    qtbot.waitUntil(lambda: titles(home) == ["Neu"])


def test_home_keeps_focus_and_place_when_it_is_listed_again(home, qtbot):
    home.front.show_home()
    page = home.front.home.page
    button = next(
        each for each in page.unfinished_card.findChildren(QPushButton) if each.text() == "Continue"
    )
    button.setFocus()
    with qtbot.waitSignal(home.front.home.library.listed):
        home.front.home.show()
    assert home.focusWidget() is button


def test_results_come_in_the_order_that_is_chosen(home, qtbot):
    pages = home.front.home.page.list
    type_into(pages.search, "baeume.example")
    qtbot.waitUntil(lambda: len(pages.model.rows) == 2)
    assert titles(home) == ["Zugluft", "Nebel"]
    assert pages.found.text() == "2 page(s) found – a click opens it at the place"
    pages.order.setCurrentIndex(pages.order.findData(Order.OLDEST))
    assert titles(home) == ["Nebel", "Zugluft"]


def test_words_in_titles_and_in_texts_come_in_one_order(home, qtbot, site):
    """A hit of long ago is not first because its title has the word."""
    old = site / "content" / "blog" / "2016-01-01-zugluft.md"
    old.write_text("---\ntitle: Zugluft im Haus\ndate: 2016-01-01\n---\nText\n")
    new = site / "content" / "blog" / "2026-05-01-sturm.md"
    new.write_text("---\ntitle: Sturm\ndate: 2026-05-01\n---\nViel Zugluft\n")
    home.front.home.show()
    qtbot.waitUntil(lambda: len(home.front.home.page.list.model.rows) == 5)
    home.front.home.page.list.search.setText("Zugluft")
    qtbot.waitUntil(lambda: titles(home) == ["Sturm", "Zugluft", "Zugluft"])
    assert home.front.home.page.list.current.facts.title == "Sturm"  # it begins with the newest


def test_words_that_the_text_lacks_are_looked_for_in_all_pages(home, qtbot, site):
    home.open_path(next((site / "content" / "blog").glob("*februar*")))
    home.workspace.find_words()
    bar = home.workspace.text.find_bar
    type_into(bar.words, "Zugluft")
    assert not bar.elsewhere_button.isVisibleTo(bar)
    type_into(bar.words, "Nebel")
    bar.elsewhere_button.click()
    assert home.front.is_home
    assert home.front.home.page.list.search.text() == "Nebel"
    qtbot.waitUntil(lambda: titles(home) == ["Nebel"])


def test_tab_goes_from_above(home, qtbot):
    with qtbot.waitSignal(home.front.home.library.listed):
        home.front.show_home()
    page = home.front.home.page
    page.site_button.setFocus()
    met = []
    while page.list.search not in met and len(met) < 20:
        qtbot.keyClick(home.focusWidget(), Qt.Key.Key_Tab)
        met.append(home.focusWidget())
    words = [each.text() for each in met[:-1]]
    assert page.back.isHidden() or page.back in met
    assert met.index(page.primary) < words.index("Continue")


def test_a_new_issue_begins_in_its_title(home, qtbot):
    home.publishing.new_issue()
    home.publishing.dialog.accept()
    title = home.workspace.head.fields["title"].line
    qtbot.waitUntil(lambda: home.focusWidget() is title)
    assert title.isVisible()


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_new_issue_is_saved_in_its_place_without_a_question(home, monkeypatch, is_taken):
    asked = []

    def ask(*_):
        asked.append(1)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    home.publishing.new_issue()
    home.publishing.dialog.accept()
    place = home.session.place
    if is_taken:
        place.write_text("Fremd\n")
    assert home.files.save() is not is_taken
    assert bool(asked) is is_taken
    text = place.read_text(encoding="utf-8")
    assert text == ("Fremd\n" if is_taken else home.session.text)
    assert (place.name in home.bar.text) is not is_taken


def test_a_search_is_forgotten_but_where_one_comes_back_from_what_it_found(home, qtbot, site):
    pages = home.front.home.page.list
    type_into(pages.search, "gezählt")
    qtbot.waitUntil(lambda: len([row for row in pages.model.rows if row.snippet]) == 2)
    pages.open_current()
    home.front.show_home()
    assert pages.search.text() == "gezählt"
    about = site / "content" / "about.md"
    about.write_text("---\ntitle: Wir\n---\n", encoding="utf-8")
    home.open_path(about)
    home.front.show_home()
    assert pages.search.text() == ""
