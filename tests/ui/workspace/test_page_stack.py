"""The pages of entries are made when they are wanted, or when nobody types."""

import pytest
from editor.ui.widgets.mnemonics import mnemonic_of
from editor.ui.workspace.outline_rows import OutlinePart
from editor.ui.workspace.pages import Page
from PySide6.QtWidgets import QAbstractButton

from helpers.corpus import SAMPLE

LISTS = [Page.EVENTS, Page.MEETINGS, Page.DEADLINES]


@pytest.fixture
def stack(window):
    window.open_path(SAMPLE)
    return window.workspace.middle


def test_an_opened_page_has_no_forms_of_entries_yet(stack):
    assert stack.pages.missing == LISTS
    assert stack.unwritten is None
    assert stack.selected_entries() == []
    assert stack.list_shown is None


def test_a_page_is_there_when_it_is_chosen(window, stack):
    window.workspace.outline.choose(OutlinePart("meeting"))
    assert stack.pages.missing == [Page.EVENTS, Page.DEADLINES]
    assert stack.currentWidget() is stack.list_shown is stack.meetings
    assert len(stack.meetings.entries) == len(window.session.issue.meetings) == 3
    assert stack.meetings.entry_shown == window.session.issue.meetings[0]


def test_a_page_that_comes_later_knows_what_checks_have_found(window, tmp_path, qtbot):
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: x\n---\n\n## Veranstaltungen\n* Dienstag, 11.02.2026, online: **Eins**\n",
        encoding="utf-8",
    )
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.open_path(path)
    assert Page.EVENTS in window.workspace.middle.pages.missing
    window.workspace.show_page("event")
    events = window.workspace.middle.events
    events.select(0)
    assert "weekday" in {diagnostic.code for diagnostic in events.diagnostics_shown()}


def test_it_takes_part_as_all_forms_do(window, stack):
    asked, refusals = [], []
    window.workspace.help_wanted.connect(lambda: asked.append(True))
    window.workspace.refused.connect(refusals.append)
    stack.events.help_button.click()
    stack.events.refused.emit("No.")
    assert asked == [True]
    assert refusals == ["No."]
    keys = [mnemonic_of(each.text()) for each in stack.events.findChildren(QAbstractButton)]
    assert len(set(filter(None, keys))) == len(list(filter(None, keys)))


def test_the_others_are_made_when_nobody_types(stack, qtbot):
    qtbot.waitUntil(lambda: not stack.pages.missing)
    assert stack.currentWidget() is stack.head
