"""Every page and dialog for those who see nothing, or use no mouse."""

from datetime import date

import pytest
from editor.core.base.edits import Edit
from editor.ui.dialogs.commands_dialog import CommandsDialog
from editor.ui.dialogs.import_dialog import ImportDialog
from editor.ui.dialogs.new_issue_dialog import NewIssueDialog
from editor.ui.dialogs.publish_dialog import PublishDialog
from editor.ui.dialogs.refresh_dialog import RefreshDialog
from editor.ui.dialogs.settings_dialog import SettingsDialog
from editor.ui.help.chapters import Chapter
from editor.ui.help.help_dialog import HelpDialog
from editor.ui.widgets.choice_box import ChoiceBox
from editor.ui.widgets.tree import tree_items
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from helpers import access

PASTED = """* Mittwoch, 11.03.2026, 17:00-18:30, online: **Digitale Sprechstunde für Vereine**
* 4. April 2026, 19 Uhr, Bürgerhaus, Marktplatz 1, 50667 Köln: Datenabend
"""


@pytest.fixture
def opened(make_window):
    window = make_window(writing=True)
    window.open_sample()
    window.workspace.panes.fit()
    QApplication.processEvents()
    return window


def show_problems(window, qtbot):
    weekday = window.session.text.index("* Mittwoch")
    window.session.apply([Edit(weekday + 2, weekday + 10, "Dienstag")], "")
    qtbot.waitUntil(lambda: window.workspace.check_runner.current)
    window.actions_by_name["toggle_diagnostics"].trigger()
    qtbot.waitUntil(lambda: window.workspace.diagnostics.chosen is not None)


PAGES = {
    "home": lambda window, _: window.front.show_home(),
    "head": lambda window, _: window.workspace.show_page("head"),
    "image": lambda window, _: window.workspace.show_page("image"),
    "events": lambda window, _: window.workspace.show_page("event"),
    "meetings": lambda window, _: window.workspace.show_page("meeting"),
    "deadlines": lambda window, _: window.workspace.show_page("deadline"),
    "text": lambda window, _: window.workspace.show_page("source"),
    "find": lambda window, _: window.workspace.find_words(replacing=True),
    "find in page": lambda window, _: window.workspace.pane.find_in_page(),
    "problems": show_problems,
    "publish": lambda window, _: window.front.show_publishing(),
}


def import_dialog(window):
    dialog, data = ImportDialog(window.session, window), QMimeData()
    data.setText(PASTED)
    dialog.take(data)
    return dialog


def new_issue_dialog(window):
    session = window.session
    return NewIssueDialog(
        session.registry, [session.path], session.gazetteer, date(2026, 3, 20), window
    )


def refresh_dialog(window):
    from editor.core.events.link_refresh import find_refreshes

    session = window.session
    session.apply([old_link(session)], "")
    refreshes = find_refreshes(session.edit_context(), session.issue.entries)
    return RefreshDialog(session, refreshes, window)


def old_link(session):
    """A link of the first event that is an hour off."""
    from editor.core.calendar.entry import encode_link

    event = session.issue.events[0]
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Digitale Sprechstunde"]
    lines += ["DTSTART:20260311T180000", "END:VEVENT", "END:VCALENDAR", ""]
    data = "\r\n".join(lines).encode()
    return Edit(event.href.start, event.href.end, "data:text/calendar;base64," + encode_link(data))


DIALOGS = {
    "commands": lambda window: CommandsDialog(window.menuBar(), window),
    "settings": lambda window: SettingsDialog(window.settings, window),
    "manual": HelpDialog,
    "import": import_dialog,
    "new issue": new_issue_dialog,
    "renew": refresh_dialog,
    "publish": lambda window: PublishDialog(window.session, lambda: None, window),
}


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_a_name_and_a_role(opened, qtbot, page):
    PAGES[page](opened, qtbot)
    QApplication.processEvents()
    assert access.find_nameless(opened) == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_goes_through_a_page_and_around(opened, qtbot, page):
    PAGES[page](opened, qtbot)
    QApplication.processEvents()
    walked = access.walk(opened)
    missed = [access.describe(each) for each in access.stops(opened) if each not in walked]
    if page in ("text", "find"):
        return  # in the text Tab is a tab; F6 leaves it
    assert len(walked) < 400
    assert missed == []


@pytest.mark.parametrize("page", PAGES)
def test_no_field_of_a_page_is_cut(opened, qtbot, page):
    PAGES[page](opened, qtbot)
    qtbot.wait(50)
    fields = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QPushButton)
    for kind in fields:
        for field in filter(QWidget.isVisible, opened.findChildren(kind)):
            inside = field.parentWidget().rect()
            assert inside.contains(field.geometry()), access.describe(field)
    for box in filter(QWidget.isVisible, opened.findChildren(ChoiceBox)):
        words = box.fontMetrics().horizontalAdvance(box.currentText())
        assert box.lineEdit().width() > words + 4, access.describe(box)


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_in_a_dialog_has_a_name_and_a_role(opened, qtbot, name):
    dialog = DIALOGS[name](opened)
    dialog.show()
    QApplication.processEvents()
    assert access.find_nameless(dialog) == []
    dialog.close()


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_goes_through_a_dialog_and_around(opened, qtbot, name):
    dialog = DIALOGS[name](opened)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    walked = access.walk(dialog)
    assert len(walked) < 400
    missed = [access.describe(each) for each in access.stops(dialog) if each not in walked]
    assert missed == []
    dialog.close()


def test_f6_goes_around_the_window_and_back_to_the_field(opened):
    workspace = opened.workspace
    workspace.show_page("head")
    field = workspace.head.fields["title"].focusProxy()
    field.setFocus()
    opened.actions_by_name["next_pane"].trigger()
    for _ in range(3):
        if workspace.outline.hasFocus():
            break
        opened.actions_by_name["next_pane"].trigger()
    assert workspace.outline.hasFocus() or opened.focusWidget() is workspace.outline
    opened.actions_by_name["next_pane"].trigger()
    assert opened.focusWidget() is field


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_that_has_the_focus_is_pressed_with_enter_and_space(opened, key):
    opened.workspace.show_page("event")
    button = opened.workspace.middle.events.listing.add_button
    before = len(opened.session.issue.events)
    button.setFocus()
    QTest.keyClick(button, key)
    assert len(opened.session.issue.events) == before + 1


def test_only_rows_with_rows_below_are_called_expanded(opened, qtbot):
    show_problems(opened, qtbot)
    for tree in (opened.workspace.outline, opened.workspace.diagnostics.tree):
        rows = tree_items(tree)
        assert [row.text(0) for row in rows if row.isExpanded() and not row.childCount()] == []
        assert any(row.isExpanded() for row in rows)


def test_screen_readers_hear_the_current_row_of_a_list_one_comes_to(opened, qtbot, monkeypatch):
    show_problems(opened, qtbot)
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.child())
    )
    tree = opened.workspace.diagnostics.tree
    opened.workspace.outline.setFocus()
    heard.clear()
    tree.setFocus()
    face = QAccessible.queryAccessibleInterface(tree)
    name = face.child(heard[-1]).text(QAccessible.Text.Name)
    assert tree.currentItem().text(0) in name
    assert name.startswith("to fix: ")


def test_the_manual_is_read_with_a_caret(opened, qtbot):
    dialog = HelpDialog(opened)
    dialog.open_at(Chapter.WRITING)
    QTest.keyClick(dialog.text, Qt.Key.Key_Down)
    assert dialog.text.textCursor().position() > 0
    dialog.close()


def test_letters_find_a_title_in_the_table(opened):
    opened.workspace.show_page("event")
    table = opened.workspace.middle.events.listing.table
    table.setFocus()
    QTest.keyClicks(table, "bar")
    assert opened.workspace.middle.events.entry_shown.title.startswith("Barcamp")


def test_the_menu_of_the_table_sorts_and_acts(opened):
    opened.workspace.show_page("event")
    listing = opened.workspace.middle.events.listing
    menu = listing.table.make_menu()
    sorting = next(action.menu() for action in menu.actions() if action.menu())
    names = [action.text() for action in sorting.actions()]
    assert "Title" in names
    sorting.actions()[names.index("Title")].trigger()
    assert not listing.in_order
    sorting.actions()[0].trigger()
    assert listing.in_order
    before = len(opened.session.issue.events)
    next(each for each in menu.actions() if "Duplicate" in each.text().replace("&", "")).trigger()
    assert len(opened.session.issue.events) == before + 1


def test_a_grip_is_moved_with_arrow_keys(opened):
    opened.workspace.show_page("event")
    split = opened.workspace.middle.events.split
    grip, before = split.handle(1), split.sizes()
    grip.setFocus()
    QTest.keyClick(grip.keys, Qt.Key.Key_Down)
    assert split.sizes()[0] > before[0]


def test_the_calendar_of_a_day_opens_with_keys(opened):
    opened.workspace.show_page("event")
    day = opened.workspace.middle.events.fields.start_day
    before = day.date()
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert day.date() == before
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_what_is_typed_right_after_tab_stays(opened):
    opened.workspace.show_page("event")
    fields = opened.workspace.middle.events.fields
    fields.title.setFocus()
    QTest.keyClick(fields.title, Qt.Key.Key_Tab)
    QTest.keyClicks(fields.start_day, "12.3.")
    QApplication.processEvents()
    QTest.keyClick(fields.start_day, Qt.Key.Key_Tab)
    assert (fields.start_day.date().day(), fields.start_day.date().month()) == (12, 3)
