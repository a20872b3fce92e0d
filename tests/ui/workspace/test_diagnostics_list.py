"""Problems where people are: the list, the outline, the table, the fields, the margin; and how they are mended."""

import pytest
from editor.app.checks.explanations import load_explanations
from editor.core.base.edits import Edit
from editor.core.checks import spelling
from editor.core.checks.table import CHECKS
from editor.ui.dialogs.diff import DiffDialog
from editor.ui.workspace.outline import OutlinePart
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.corpus import LARGEST, needs_corpus
from helpers.qt_input import type_into

FAULTY = """---
title: "Los – Out in the Open January 2026"
author: A
date: '2026-02-09T08:00:00+02:00'
excerpt: E
images:
- imgname: out-in-the-open-2026-01-header.jpg
  attribution: ''
  alt: Ein Tor
---

Prosa mit einem einem Wort und [Link](ttps://a.example).

Noch ein ein Wort.

## Veranstaltungen
* Dienstag, 11.02.2026, online: **Eins**
* Mittwoch, 11.02.2026, online: **Zwei**
"""


@pytest.fixture
def window(make_window, qtbot, tmp_path):
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    path.write_text(FAULTY, encoding="utf-8")
    window = make_window()
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.open_path(path)
    window.workspace.diagnostics.show_open(True)
    window.workspace.diagnostics.refresh()
    return window


def choose(window, code):
    """Choose the first problem of a kind in the list."""
    diagnostics = window.workspace.diagnostics
    item = next(
        item
        for item in diagnostics.tree.leaves()
        if item.data(0, Qt.ItemDataRole.UserRole).code == code
    )
    diagnostics.tree.setCurrentItem(item)
    return diagnostics


def codes(window):
    return [diagnostic.code for diagnostic in window.workspace.check_runner.diagnostics]


def test_the_list_is_grouped_and_says_why(window):
    diagnostics = window.workspace.diagnostics
    tops = [
        diagnostics.tree.topLevelItem(i).text(0)
        for i in range(diagnostics.tree.topLevelItemCount())
    ]
    assert tops == ["Head", "Image", "Events", "Text"]
    assert "4 error" in diagnostics.head.text() and "3 warning" in diagnostics.head.text()
    choose(window, "weekday")
    assert (
        "is “Mittwoch”" in diagnostics.details.about.text()
        and load_explanations("en")["weekday"].why in diagnostics.details.about.text()
    )
    assert "+ * Mittwoch, 11.02.2026, online: **Eins**" in diagnostics.details.diff.toPlainText()


def test_enter_goes_to_the_place(window, qtbot):
    workspace = window.workspace
    diagnostics = choose(window, "weekday")
    QTest.keyClick(diagnostics.tree, Qt.Key.Key_Return)
    assert (
        workspace.middle.currentWidget() is workspace.events
        and workspace.events.entry_shown.title == "Eins"
    )
    choose(window, "target").go()
    assert (
        workspace.source.isVisible()
        and workspace.source.textCursor().selectedText() == "ttps://a.example"
    )
    choose(window, "offset").go()
    assert workspace.middle.currentWidget() is workspace.head
    choose(window, "image-attribution").go()
    assert workspace.middle.currentWidget() is workspace.image


def test_it_goes_to_the_field_that_is_meant(window):
    workspace = window.workspace
    for code, wanted in (
        ("weekday", workspace.events.fields.start_day),
        ("offset", workspace.head.fields["date"]),
        ("image-attribution", workspace.image.attribution.paste),
    ):
        choose(window, code).go()
        focused = QApplication.focusWidget()
        assert focused is wanted or wanted.isAncestorOf(focused), code
    choose(window, "weekday").go()
    assert (
        workspace.events.fields.start_day.property("problem")
        and "Mittwoch" in workspace.events.fields.start_day.toolTip()
    )
    assert (
        not workspace.events.fields.title.property("problem")
        and "Mittwoch" in workspace.events.fields.trouble.text()
    )


def test_what_is_chosen_stays_chosen_while_somebody_types_above(window, qtbot):
    diagnostics = choose(window, "doubled")
    later = [
        item
        for item in diagnostics.tree.leaves()
        if diagnostics.chosen.code == item.data(0, Qt.ItemDataRole.UserRole).code
    ][1]
    diagnostics.tree.setCurrentItem(later)
    line = window.session.text.count("\n", 0, diagnostics.chosen.span.start)
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.session.apply([Edit(0, 0, "x")], "x")
    assert (
        diagnostics.chosen.code == "doubled"
        and window.session.text.count("\n", 0, diagnostics.chosen.span.start) == line
    )


def test_the_key_leads_into_the_list_and_back(window):
    diagnostics, toggle = window.workspace.diagnostics, window.actions_by_name["toggle_diagnostics"]
    window.workspace.show_head()
    toggle.trigger()
    assert diagnostics.is_open and diagnostics.tree.hasFocus()
    toggle.trigger()
    assert not diagnostics.is_open and diagnostics.height() < 60
    focused = QApplication.focusWidget()
    assert window.workspace.head.isAncestorOf(focused) and focused is not window.workspace.head.page
    window.workspace.show_source()
    for _ in range(2):
        toggle.trigger()
    assert window.workspace.source.hasFocus()


def test_the_explanation_is_as_high_as_its_words(window):
    diagnostics = choose(window, "target")
    low = choose(window, "doubled").details.about.minimumHeight()
    diagnostics.body.setSizes([10, 160])
    diagnostics.body.setSizes([300, 300])
    choose(window, "target")
    assert choose(window, "doubled").details.about.minimumHeight() <= low + 2


def test_ones_own_word_is_kept_and_written_by_enter(window, qtbot):
    window.workspace.check_runner._spellers["de"] = Few()
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.workspace.check_runner.run()
    diagnostics = choose(window, "spelling")
    word = diagnostics.chosen.span.of(window.session.text)
    diagnostics.details.choice.setEditText(word)
    assert not diagnostics.details.fix_button.isEnabled()
    diagnostics.details.choice.setEditText("Eigenes")
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.workspace.check_runner.run()
    assert diagnostics.details.choice.currentText() == "Eigenes"
    QTest.keyClick(diagnostics.details.choice.lineEdit(), Qt.Key.Key_Return)
    assert "Eigenes" in window.session.text and word not in window.session.text


def test_places_and_rules_are_framed_where_they_are_typed(window, qtbot):
    body = "## Veranstaltungen\n* Mittwoch, 11.02.2026, Haus, Weg 1, 14195 Leipzig: **Eins**\n* Gruppe\n  * Ulm: jeden. Mittwoch, 19:00, online\n"
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.session.apply(
            [Edit(window.session.text.index("## Ver"), len(window.session.text), body)], "x"
        )
    events, meetings = window.workspace.events.fields, window.workspace.meetings.fields
    choose(window, "postcode").go()
    assert (
        events.where.postcode.hasFocus()
        and events.where.postcode.property("problem")
        and not events.where.venue.property("problem")
    )
    choose(window, "rule-typo").go()
    assert (
        meetings.rule.isAncestorOf(QApplication.focusWidget())
        and meetings.rule.property("problem")
        and not meetings.start_time.property("problem")
    )


def test_a_file_under_another_name_is_checked_again(window, qtbot, tmp_path):
    assert "date-file" not in codes(window)
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.session.save(tmp_path / "2026-02-10-out-in-the-open-january-2026.md")
    assert "date-file" in codes(window)


def test_mending_is_a_step_that_undo_takes_back(window, qtbot):
    before = window.session.text
    diagnostics = choose(window, "weekday")
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        diagnostics.details.fix_button.click()
    assert "* Mittwoch, 11.02.2026, online: **Eins**" in window.session.text
    assert "weekday" not in codes(window)
    assert window.session.stack.undoText().startswith("Mend: ")
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.session.stack.undo()
    assert window.session.text == before and "weekday" in codes(window)


def test_all_of_a_kind_are_shown_then_mended(window, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(
        DiffDialog,
        "exec",
        lambda dialog: (shown.extend(dialog.changed), DiffDialog.DialogCode.Accepted)[1],
    )
    diagnostics = choose(window, "doubled")
    assert not diagnostics.details.all_button.isHidden()
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        diagnostics.details.all_button.click()
    assert len(shown) == 4 and "doubled" not in codes(window)
    window.session.stack.undo()
    assert window.session.text == FAULTY


def test_a_fix_is_not_made_on_another_text(window):
    diagnostics = choose(window, "weekday")
    chosen = diagnostics.chosen
    window.session.apply([Edit(0, 0, "x")], "x")
    assert window.workspace.check_runner.fix(chosen) == []
    diagnostics.details.fix_button.click()
    assert window.session.text == "x" + FAULTY


def test_marks_are_everywhere(window):
    workspace = window.workspace
    titles = {
        item.data(0, Qt.ItemDataRole.UserRole): item.text(0) for item in workspace.outline._items()
    }
    assert (
        titles[OutlinePart("head")] == "Head  ⛔ 2"
        and titles[OutlinePart("image")].endswith("⛔ 1")
        and titles[OutlinePart("event")].endswith("⛔ 1")
    )
    workspace.show_head()
    assert "is “Januar”" in workspace.head._hints["title"][0].text()
    workspace.show_image()
    assert "does not say who made" in workspace.image.name_hint.text()
    workspace.show_source()
    assert len(workspace.source.extraSelections()) == 7
    assert sorted(workspace.source.margin._lines) == [1, 3, 6, 11, 13, 16]
    assert not workspace.source.margin.grab().isNull()


def test_what_is_mended_by_hand_disappears(window, qtbot):
    window.workspace.show_head()
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        type_into(window.workspace.head.fields["title"].line, "Los – Out in the Open Januar 2026")
    assert "month-language" not in codes(window)
    assert "Januar" not in window.workspace.head._hints["title"][0].text()


def test_levels_can_be_left_out(window):
    diagnostics = window.workspace.diagnostics
    everything = len(diagnostics.tree.leaves())
    diagnostics.level.setCurrentIndex(2)
    assert 0 < len(diagnostics.tree.leaves()) < everything


def test_the_list_opens_with_a_key_and_remembers(window):
    window.workspace.diagnostics.show_open(False)
    window.actions_by_name["toggle_diagnostics"].trigger()
    assert window.workspace.diagnostics.body.isVisible() and window.settings.now.problems


def test_a_sites_broken_settings_are_said(window, qtbot, tmp_path):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / ".rundbrief.toml").write_text("[checks]\nnonsense = 1\n")
    with qtbot.waitSignal(window.workspace.check_runner.failed, timeout=20_000):
        window.workspace.check_runner.run()
    assert "nonsense" in window.bar.text


def test_every_check_has_words_in_both_languages():
    for language in ("de", "en"):
        said = load_explanations(language)
        assert all(
            said[row.code].what and said[row.code].why and said[row.code].how for row in CHECKS
        )


@needs_corpus
def test_the_largest_issue_is_checked_aside(make_window, qtbot):
    window = make_window()
    with qtbot.waitSignal(window.workspace.check_runner.finished, timeout=20_000):
        window.open_path(LARGEST)
    assert len(window.workspace.check_runner.diagnostics) > 20


class Few:
    """A dictionary that knows everything but one word."""

    def __init__(self):
        self.own = set()

    def knows(self, word):
        return word != "Prosa" or word in self.own

    knows_in_site_language = knows

    def proposals(self, word):
        return ["Prose"]

    def learn(self, word):
        self.own.add(word)
        spelling.clear_known_words()


def test_a_word_is_mended_or_learned(window, qtbot):
    check_runner = window.workspace.check_runner
    check_runner._spellers["de"] = Few()
    with qtbot.waitSignal(check_runner.finished, timeout=20_000):
        check_runner.run()
    diagnostics = choose(window, "spelling")
    assert (
        "+ Prose mit" in diagnostics.details.diff.toPlainText()
        and not diagnostics.details.learn_button.isHidden()
        and diagnostics.details.all_button.isHidden()
    )
    with qtbot.waitSignal(check_runner.finished, timeout=20_000):
        diagnostics.details.learn_button.click()
    assert "spelling" not in codes(window) and window.session.text == FAULTY


def test_links_are_asked_on_a_click_only(window, qtbot, monkeypatch):
    from editor.app.checks import link_checker
    from editor.core.base.errors import EditRejected
    from editor.core.base.messages import translate

    asked = []

    def answers(address, **_):
        asked.append(address)
        raise EditRejected(
            translate("core", "{address} answers with the error {code}.").fill(
                address=address, code=404
            )
        )

    monkeypatch.setattr(link_checker, "probe", answers)
    window.session.apply([Edit(FAULTY.index("ttps"), FAULTY.index("ttps"), "h")], "x")
    assert not asked
    with qtbot.waitSignal(window.workspace.check_runner.links_finished, timeout=20_000):
        window.actions_by_name["check_links"].trigger()
    qtbot.waitUntil(lambda: "link-dead" in codes(window), timeout=20_000)
    assert asked == ["https://a.example"] and "do not answer" in window.bar.text
    window.workspace.diagnostics.show_open(False)
    window.bar._buttons[0].click()
    assert window.workspace.diagnostics.body.isVisible()
