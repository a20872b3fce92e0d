"""Problems are shown where people work, and mended there.

In the list, the outline, the fields and the margin of the source; what mends them is one step
that undo takes back.
"""

import pytest
from editor.app.checks import check_runner, link_checker
from editor.app.checks.explanations import load_explanations
from editor.core.base.edits import Edit
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.base.severity import Severity
from editor.core.checks import spelling
from editor.core.checks.table import CHECKS
from editor.ui.dialogs.comparison import ComparisonDialog
from editor.ui.workspace.outline_rows import OutlinePart
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItemIterator

from helpers.corpus import LARGEST
from helpers.qt_input import type_into
from helpers.widgets import answers, hint_below

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


class Dictionary:
    """A dictionary that knows every word but "Prosa", until it learns that one too."""

    def __init__(self):
        self.unknown_words = {"Prosa"}

    def knows(self, word):
        return word not in self.unknown_words

    knows_in_site_language = knows

    def proposals(self, word):
        return ["Prose"]

    def learn(self, word):
        self.unknown_words.discard(word)
        spelling.clear_known_words()


@pytest.fixture
def window(make_window, qtbot, tmp_path, monkeypatch):
    """A window that has checked a faulty issue, the list of problems open."""
    monkeypatch.setattr(check_runner, "load_speller", lambda _: Dictionary())
    path = tmp_path / "2026-02-09-out-in-the-open-january-2026.md"
    path.write_text(FAULTY, encoding="utf-8")
    window = make_window()
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.open_path(path)
    window.workspace.diagnostics.show_open(True)
    window.workspace.diagnostics.refresh()
    return window


def choose(window, code, number=0):
    """Choose a problem of a kind in the list."""
    diagnostics = window.workspace.diagnostics
    items = [
        item
        for item in diagnostics.tree.leaves()
        if item.data(0, Qt.ItemDataRole.UserRole).code == code
    ]
    diagnostics.tree.setCurrentItem(items[number])
    return diagnostics


def codes(window):
    return [diagnostic.code for diagnostic in window.workspace.check_runner.diagnostics]


def has_focus(field):
    """Whether the caret is in a field, or in one of its parts."""
    focused = QApplication.focusWidget()
    return focused is field or field.isAncestorOf(focused)


def tip_beside(source, line):
    """The tool tip of the margin beside a line."""
    block = source.document().findBlockByNumber(line)
    height = source.cursorRect(QTextCursor(block)).center().y()
    place = QPoint(source.margin.width() // 2, height)
    pointing = QHelpEvent(QEvent.Type.ToolTip, place, source.margin.mapToGlobal(place))
    QApplication.sendEvent(source.margin, pointing)
    return source.margin.toolTip()


def test_the_list_is_grouped_and_says_why(window):
    diagnostics, tree = window.workspace.diagnostics, window.workspace.diagnostics.tree
    groups = [tree.topLevelItem(index).text(0) for index in range(tree.topLevelItemCount())]
    assert groups == ["Title and details", "Header picture", "Events", "Text", "Hints: 2"]
    assert not tree.topLevelItem(4).isExpanded()
    assert "4 to fix" in diagnostics.head.text()
    assert "3 to look at" in diagnostics.head.text()
    choose(window, "weekday")
    assert "is “Mittwoch”" in diagnostics.details.about.text()
    assert load_explanations("en")["weekday"].why in diagnostics.details.about.text()
    assert "DienstagMittwoch, 11.02.2026, online: Eins" in diagnostics.details.changes.toPlainText()


def test_enter_goes_to_the_place(window, qtbot):
    workspace = window.workspace
    diagnostics = choose(window, "weekday")
    QTest.keyClick(diagnostics.tree, Qt.Key.Key_Return)
    assert workspace.middle.currentWidget() is workspace.middle.events
    assert workspace.middle.events.entry_shown.title == "Eins"
    choose(window, "target").go()
    assert workspace.source.isVisible()
    assert workspace.source.textCursor().selectedText() == "ttps://a.example"
    choose(window, "offset").go()
    assert workspace.middle.currentWidget() is workspace.head
    choose(window, "image-attribution").go()
    assert workspace.middle.currentWidget() is workspace.image


def test_it_goes_to_the_field_that_is_meant(window):
    workspace = window.workspace
    for code, wanted in (
        ("weekday", workspace.middle.events.fields.start_day),
        ("offset", workspace.head.fields["date"]),
        ("image-attribution", workspace.image.attribution.paste),
    ):
        choose(window, code).go()
        assert has_focus(wanted), code
    choose(window, "weekday").go()
    fields = workspace.middle.events.fields
    assert fields.start_day.property("problem")
    assert "Mittwoch" in fields.start_day.toolTip()
    assert not fields.title.property("problem")
    assert "Mittwoch" in fields.band.trouble.text()


def test_what_is_chosen_stays_chosen_while_one_types_above(window, qtbot):
    diagnostics = choose(window, "doubled", 1)
    line = window.session.text.count("\n", 0, diagnostics.chosen.span.start)
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.session.apply([Edit(0, 0, "x")], "x")
    assert diagnostics.chosen.code == "doubled"
    assert window.session.text.count("\n", 0, diagnostics.chosen.span.start) == line


def test_the_key_leads_into_the_list_and_back(window):
    diagnostics, toggle = window.workspace.diagnostics, window.actions_by_name["toggle_diagnostics"]
    window.workspace.show_page("head")
    toggle.trigger()
    assert diagnostics.is_open
    assert diagnostics.tree.hasFocus()
    toggle.trigger()
    assert not diagnostics.is_open
    assert diagnostics.height() < 60
    assert has_focus(window.workspace.head)
    assert not window.workspace.head.page.hasFocus()
    window.workspace.show_page("source")
    for _ in range(2):
        toggle.trigger()
    assert window.workspace.source.hasFocus()


def test_the_explanation_is_as_high_as_its_words(window):
    choose(window, "target")
    diagnostics = choose(window, "doubled")
    height = diagnostics.details.about.minimumHeight()
    diagnostics.body.setSizes([10, 160])
    diagnostics.body.setSizes([300, 300])
    choose(window, "target")
    choose(window, "doubled")
    assert diagnostics.details.about.minimumHeight() <= height + 2


def test_ones_own_word_is_kept_and_written_by_enter(window, qtbot):
    diagnostics = choose(window, "spelling")
    diagnostics.details.choice.setEditText("Prosa")
    assert not diagnostics.details.fix_button.isEnabled()
    diagnostics.details.choice.setEditText("Eigenes")
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.workspace.check_runner.run()
    assert diagnostics.details.choice.currentText() == "Eigenes"
    QTest.keyClick(diagnostics.details.choice.lineEdit(), Qt.Key.Key_Return)
    assert window.session.text == FAULTY.replace("Prosa", "Eigenes")


def test_places_and_rules_are_framed_where_they_are_typed(window, qtbot):
    section = (
        "## Veranstaltungen\n"
        "* Mittwoch, 11.02.2026, Haus, Weg 1, 14195 Leipzig: **Eins**\n"
        "* Gruppe\n"
        "  * Ulm: jeden. Mittwoch, 19:00, online\n"
    )
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.session.apply([Edit(FAULTY.index("## Ver"), len(FAULTY), section)], "x")
    events, meetings = (
        window.workspace.middle.events.fields,
        window.workspace.middle.meetings.fields,
    )
    choose(window, "postcode").go()
    assert events.where.postcode.hasFocus()
    assert events.where.postcode.property("problem")
    assert not events.where.venue.property("problem")
    choose(window, "rule-typo").go()
    assert has_focus(meetings.rule)
    assert meetings.rule.property("problem")
    assert not meetings.start_time.property("problem")


def test_a_file_under_another_name_is_checked_again(window, qtbot, tmp_path):
    assert "date-file" not in codes(window)
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.session.save(tmp_path / "2026-02-10-out-in-the-open-january-2026.md")
    assert "date-file" in codes(window)


def test_mending_is_a_step_that_undo_takes_back(window, qtbot):
    before = window.session.text
    diagnostics = choose(window, "weekday")
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        diagnostics.details.fix_button.click()
    assert "* Mittwoch, 11.02.2026, online: **Eins**" in window.session.text
    assert "weekday" not in codes(window)
    assert window.session.stack.undoText().startswith("Fix: ")
    assert diagnostics.done.text().startswith("✓ Fixed: ")
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.session.stack.undo()
    assert window.session.text == before
    assert "weekday" in codes(window)


def test_all_of_a_kind_are_shown_then_mended(window, qtbot, monkeypatch):
    shown = []

    def accept(dialog):
        shown.extend(dialog.changed)
        return ComparisonDialog.DialogCode.Accepted

    monkeypatch.setattr(ComparisonDialog, "exec", accept)
    diagnostics = choose(window, "doubled")
    assert not diagnostics.details.all_button.isHidden()
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        diagnostics.details.all_button.click()
    assert len(shown) == 4
    assert "doubled" not in codes(window)
    window.session.stack.undo()
    assert window.session.text == FAULTY


def test_a_click_opens_the_hints_and_another_one_closes_them(window):
    tree = window.workspace.diagnostics.tree
    window.workspace.diagnostics.show_open(True)
    [hints] = tree.findItems("Hints", Qt.MatchFlag.MatchStartsWith)
    for is_open in (True, False):
        tree.itemClicked.emit(hints, 0)
        assert hints.isExpanded() is is_open


def test_a_fix_is_not_made_on_another_text(window):
    diagnostics = choose(window, "weekday")
    chosen = diagnostics.chosen
    window.session.apply([Edit(0, 0, "x")], "x")
    assert window.workspace.check_runner.fix(chosen) == []
    diagnostics.details.fix_button.click()
    assert window.session.text == "x" + FAULTY


def test_marks_are_everywhere(window, qtbot):
    workspace = window.workspace
    items = [each.value() for each in QTreeWidgetItemIterator(workspace.outline)]
    spoken = {
        part: item.data(0, Qt.ItemDataRole.AccessibleTextRole)
        for part, item in zip(workspace.outline.parts, items, strict=True)
    }
    assert spoken[OutlinePart("head")] == "Title and details, 1 to fix"
    assert spoken[OutlinePart("image")].endswith("1 to fix")
    assert spoken[OutlinePart("event")].endswith("1 to fix")
    workspace.show_page("head")
    assert "is “Januar”" in hint_below(workspace.head.fields["title"]).text()
    workspace.show_page("image")
    assert "does not say who made" in workspace.image.attribution.problem_hint.text()
    workspace.show_page("source")
    qtbot.waitUntil(lambda: bool(workspace.source.extraSelections()))
    words = [mark.cursor.selectedText() for mark in workspace.source.extraSelections()]
    spelled = sum(each.code == "spelling" for each in workspace.check_runner.diagnostics)
    assert len(words) == 7 + spelled
    lines = range(workspace.source.blockCount())
    marked = [line for line in lines if tip_beside(workspace.source, line)]
    assert marked == [1, 3, 6, 11, 13, 16]
    signs = workspace.source.margin.grab().toImage()
    workspace.source.mark([])
    assert workspace.source.margin.grab().toImage() != signs


def test_what_is_mended_by_hand_disappears(window, qtbot):
    window.workspace.show_page("head")
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        type_into(window.workspace.head.fields["title"].line, "Los – Out in the Open Januar 2026")
    assert "month-language" not in codes(window)
    assert "Januar" not in hint_below(window.workspace.head.fields["title"]).text()


def test_levels_can_be_left_out(window):
    diagnostics = window.workspace.diagnostics
    everything = len(diagnostics.tree.leaves())
    diagnostics.level.setCurrentIndex(2)
    assert 0 < len(diagnostics.tree.leaves()) < everything


def test_the_list_opens_with_a_key_and_remembers(window):
    window.workspace.diagnostics.show_open(False)
    window.actions_by_name["toggle_diagnostics"].trigger()
    assert window.workspace.diagnostics.body.isVisible()
    assert window.settings.now.problems


def test_a_sites_broken_settings_are_said(window, qtbot, tmp_path):
    (tmp_path / "hugo.toml").write_text("")
    (tmp_path / ".rundbrief.toml").write_text("[checks]\nnonsense = 1\n")
    with qtbot.waitSignal(window.workspace.check_runner.failed):
        window.workspace.check_runner.run()
    assert "nonsense" in window.bar.text


def test_every_check_has_words_in_both_languages():
    german, english = load_explanations("de"), load_explanations("en")
    for row in CHECKS:
        for explanation in (german[row.code], english[row.code]):
            assert explanation.what, row.code
            assert explanation.why, row.code
            assert explanation.how, row.code
        assert german[row.code] != english[row.code], (
            row.code
        )  # English stands in for missing texts


def test_the_largest_issue_is_checked_aside(make_window, qtbot):
    window = make_window()
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.open_path(LARGEST)
    assert len(window.workspace.check_runner.diagnostics) > 20


def test_a_word_is_mended_or_learned(window, qtbot):
    diagnostics = choose(window, "spelling")
    details = diagnostics.details
    assert details.choice.currentText() == "Prosa"
    assert not details.fix_button.isEnabled()  # a name is not changed by a click too many
    details.choice.setCurrentText("Prose")
    assert "Prose mit" in details.changes.toPlainText()
    assert details.fix_button.isEnabled()
    assert not diagnostics.details.learn_button.isHidden()
    assert diagnostics.details.all_button.isHidden()
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        diagnostics.details.learn_button.click()
    assert "spelling" not in codes(window)
    assert window.session.text == FAULTY


def test_links_are_asked_on_a_click_only(window, qtbot, monkeypatch):
    asked = []

    def refuse(address, **_):
        asked.append(address)
        message = translate("core", "{address} answers with the error {code}.")
        raise EditRejected(message.fill(address=address, code=404))

    monkeypatch.setattr(link_checker, "probe", refuse)
    at = FAULTY.index("ttps")
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.session.apply([Edit(at, at, "h")], "x")
    assert asked == []
    with qtbot.waitSignal(window.workspace.check_runner.links_finished):
        window.actions_by_name["check_links"].trigger()
    qtbot.waitUntil(lambda: "link-dead" in codes(window))
    assert asked == ["https://a.example"]
    assert "do not answer" in window.bar.text
    window.workspace.diagnostics.show_open(False)
    [button] = answers(window.bar).values()
    button.click()
    assert window.workspace.diagnostics.body.isVisible()


def test_where_the_list_has_all_the_room_it_gives_way_to_the_page(window):
    workspace = window.workspace
    diagnostics = choose(window, "weekday")
    window.resize(window.width(), 20 * window.fontMetrics().height())
    workspace.split.share_height()
    assert workspace.panes.isHidden()
    diagnostics.go()
    assert not diagnostics.is_open
    assert workspace.middle.currentWidget() is workspace.middle.events
    assert not workspace.panes.isHidden()
    workspace.split.toggle_diagnostics()
    assert workspace.panes.isHidden()
    workspace.next_pane()
    assert not diagnostics.is_open
    workspace.split.toggle_diagnostics()
    workspace.show_page("head")
    assert not workspace.panes.isHidden()


def test_a_fix_is_shown_as_a_change_and_what_calendars_say_in_words(window):
    changes = choose(window, "weekday").details.changes
    cursor = changes.textCursor()
    looks = {}
    for word in ("Dienstag", "Mittwoch"):
        cursor.setPosition(changes.toPlainText().index(word) + 1)
        looks[word] = cursor.charFormat()
    assert looks["Dienstag"].fontStrikeOut()
    assert looks["Mittwoch"].fontUnderline()
    assert "* " not in changes.toPlainText()


def test_a_click_shows_the_place_and_leaves_the_focus_in_the_list(window):
    workspace = window.workspace
    diagnostics = choose(window, "weekday")
    tree = diagnostics.tree
    workspace.show_page("head")
    place = tree.visualItemRect(tree.currentItem()).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace.middle.currentWidget() is workspace.middle.events
    assert tree.hasFocus()


def test_fixing_the_last_problem_does_not_lead_into_the_hints(window, qtbot):
    diagnostics = choose(window, "weekday")
    tree = diagnostics.tree
    problems = [leaf for leaf in tree.leaves() if diagnostic_of(leaf).severity is not Severity.HINT]
    assert len(problems) < len(tree.leaves())
    tree.setCurrentItem(problems[-1])
    with qtbot.waitSignal(diagnostics.check_runner.finished):
        end = window.session.text.index("\n", diagnostics.chosen.span.start)
        window.session.apply([Edit(end, end, " <!-- rundbrief off: all -->")], "")
    assert diagnostics.chosen.severity is not Severity.HINT
    hints = tree.topLevelItem(tree.topLevelItemCount() - 1)
    assert not hints.isExpanded()


def diagnostic_of(leaf):
    return leaf.data(0, Qt.ItemDataRole.UserRole)


def test_it_says_when_nothing_has_to_be_fixed_any_more_and_closes_when_empty(window, qtbot):
    diagnostics, session = choose(window, "weekday"), window.session
    errors = {
        each.code
        for each in diagnostics.check_runner.diagnostics
        if each.severity is Severity.ERROR
    }
    silence = "".join(f"<!-- rundbrief off file: {code} -->\n" for code in sorted(errors))
    body = session.issue.front.body
    with qtbot.waitSignal(diagnostics.check_runner.finished):
        session.apply([Edit(body, body, silence)], "")
    assert "Nothing has to be fixed" in diagnostics.done.text()
    assert diagnostics.is_open
    with qtbot.waitSignal(diagnostics.check_runner.finished):
        session.apply([Edit(body, body, "<!-- rundbrief off file: all -->\n")], "")
    assert not diagnostics.is_open


def test_a_fix_is_compared_anew_only_where_something_near_has_changed(window, qtbot, monkeypatch):
    diagnostics, session = choose(window, "weekday"), window.session
    compared = []
    show = diagnostics.details.changes.show_changes
    monkeypatch.setattr(
        diagnostics.details.changes, "show_changes", lambda *args: compared.append(show(*args))
    )
    for _ in range(2):
        compared.clear()
        with qtbot.waitSignal(diagnostics.check_runner.finished):
            session.apply([Edit(len(session.text), len(session.text), "\nWeit weg.\n" * 40)], "")
    assert compared == []
    place = session.text.index("**Eins**") + 2
    with qtbot.waitSignal(diagnostics.check_runner.finished):
        session.apply([Edit(place, place, "Noch ")], "")
    assert len(compared) == 1
    assert "Noch Eins" in diagnostics.details.changes.toPlainText()
