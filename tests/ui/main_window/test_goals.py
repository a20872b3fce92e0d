"""The page to publish from: what each goal does, what it remembers, and what it says before."""

import email
from email import policy

import pytest
from editor.core.base.edits import Edit
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from helpers.qt_input import leave, type_into


@pytest.fixture
def goals(window, qtbot):
    window.open_sample()
    window.actions_by_name["export"].trigger()
    return window.front.goals


def card(goals, key):
    return goals.page.cards[key]


def test_it_says_whether_the_issue_is_ready(goals, window, qtbot):
    qtbot.waitUntil(lambda: window.workspace.check_runner.current)
    goals.show()
    assert goals.page.verdict.text() == "Ready: nothing is left to fix."
    weekday = window.session.text.index("* Mittwoch")
    window.session.apply([Edit(weekday + 2, weekday + 10, "Dienstag")], "")
    qtbot.waitUntil(lambda: window.workspace.check_runner.current)
    goals.show()
    assert goals.page.verdict.text() == "1 to fix – better before it is published."
    goals.page.look_button.click()
    assert window.workspace.diagnostics.is_open
    assert window.workspace.middle.currentWidget() is window.workspace.middle.events


def test_it_is_not_ready_while_a_field_says_what_is_not_in_the_text(goals, window, qtbot):
    qtbot.waitUntil(lambda: window.workspace.check_runner.current)
    window.workspace.show_page("event")
    fields = window.workspace.middle.events.fields
    type_into(fields.start_time, "25:99")
    leave(fields.start_time)
    assert window.app_bar.problems.text() == "A field to fix"
    goals.show()
    assert "On the page “Events” a field" in goals.page.verdict.text()
    window.workspace.show_page("source")
    goals.page.look_button.click()
    assert window.workspace.middle.currentWidget() is window.workspace.middle.events
    window.workspace.show_page("source")
    window.app_bar.problems.click()
    assert window.workspace.middle.currentWidget() is window.workspace.middle.events
    type_into(fields.start_time, "18:00")
    leave(fields.start_time)
    assert window.app_bar.problems.text() == "Nothing to fix"


def test_a_draft_goes_to_the_mail_program(goals, window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    goals.open_draft()
    with open(opened[0].toLocalFile(), "rb") as file:
        mail = email.message_from_binary_file(file, policy=policy.default)
    assert mail["Subject"] == "Frühjahrsputz – Out in the Open Februar 2026"
    page = mail.get_body(("html",)).get_content()
    assert "data:" not in page
    assert "https://" in page
    assert window.settings.now.published[0].startswith("mail\t")
    assert "Last time" in card(goals, "mail").last.text()


def test_without_a_mail_program_the_draft_can_be_saved(goals, window, monkeypatch, tmp_path):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    goals.open_draft()
    [save] = window.bar.buttons
    target = tmp_path / "a.eml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    save.click()
    assert target.read_bytes().startswith(b"Subject:")


def test_it_is_copied_with_and_without_formatting(goals, window):
    goals.copy_mail()
    data = QApplication.clipboard().mimeData()
    assert "<h1" in data.html() or "<h2" in data.html()
    assert "Frühjahrsputz" in data.text()
    goals.copy_text()
    data = QApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert "Frühjahrsputz" in data.text()
    assert window.settings.now.published == ()  # what is copied has gone nowhere yet


def test_files_are_offered_outside_the_site_and_the_folder_is_remembered(
    goals, window, monkeypatch, tmp_path
):
    offered = []

    def choose(_, __, name, ___):
        offered.append(name)
        return str(tmp_path / "kalender.ics"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    card(goals, "calendar").buttons[0].click()
    assert not offered[0].startswith(str(window.session.path.parent))
    assert (tmp_path / "kalender.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    card(goals, "text").buttons[1].click()
    assert offered[1].startswith(str(tmp_path))


def test_the_weight_of_the_mail_is_said(goals, qtbot):
    qtbot.waitUntil(lambda: "kB" in card(goals, "mail").last.text())


def test_the_website_asks_before_anything_is_written(goals, window):
    card(goals, "site").buttons[0].click()
    assert window.publishing.dialog.isVisible()
    window.publishing.dialog.reject()
    assert window.settings.now.published == ()


def test_an_issue_without_events_has_no_calendar(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Nur Text\n")
    window.open_path(path)
    window.front.show_publishing()
    assert not card(window.front.goals, "calendar").buttons[0].isEnabled()
    assert "no events" in card(window.front.goals, "calendar").note.text()


def test_one_returns_to_the_issue(goals, window):
    goals.page.back.click()
    assert window.front.currentWidget() is window.workspace


def test_the_verdict_follows_the_checks(window, qtbot):
    window.open_sample()
    weekday = window.session.text.index("* Mittwoch")
    window.session.apply([Edit(weekday + 2, weekday + 10, "Dienstag")], "")
    window.front.show_publishing()
    page = window.front.goals.page
    assert page.verdict.text() == "Checks are still running…"
    qtbot.waitUntil(lambda: page.verdict.text() == "1 to fix – better before it is published.")


def test_what_was_not_made_is_not_remembered(goals, window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for button in (*card(goals, "paper").buttons[:1], card(goals, "calendar").buttons[0]):
        button.click()
    assert window.settings.now.published == ()


def test_settings_that_do_not_fit_are_passed_over(window):
    window.settings.keep(published=("kaputt", "mail\tgestern\tx"), scheme="sepia", text_percent=-3)
    window.open_sample()
    window.front.show_publishing()
    assert not card(window.front.goals, "mail").last.text().startswith("Last time")


def test_escape_returns_to_the_issue(goals, window):
    QTest.keyClick(goals.page, Qt.Key.Key_Escape)
    assert window.front.currentWidget() is window.workspace
