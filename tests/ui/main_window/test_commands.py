"""Commands found by typing, with their keys; messages that screen readers say."""

import pytest
from editor.resources import resource
from editor.ui.dialogs.commands_dialog import CommandsDialog, list_commands
from editor.ui.main_window.action_table import ACTIONS
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest


@pytest.fixture
def dialog(window, qtbot):
    made = CommandsDialog(window.menuBar(), window)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog):
    rows = (dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount()))
    return [row.text(0) for row in rows if not row.isHidden()]


def test_every_action_is_a_command_with_its_keys(window):
    commands = {command.action: command for command in list_commands(window.menuBar())}
    assert set(window.actions_by_name.values()) <= set(commands)
    assert len(window.actions_by_name) == len(ACTIONS)
    save = commands[window.actions_by_name["save"]]
    assert (save.path, save.keys) == ("File › Save", "Ctrl+S")


def test_commands_are_found_by_their_words(dialog):
    assert len(shown(dialog)) > len(ACTIONS) / 2
    dialog.search.setText("page and text")
    assert len(shown(dialog)) == 2
    dialog.search.setText("no such command")
    assert shown(dialog) == []
    assert dialog.nothing.isVisible()


def test_enter_runs_the_row_that_the_arrows_have_reached(dialog, qtbot):
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert dialog.chosen.is_enabled


def test_what_cannot_be_done_now_is_shown_and_not_run(dialog, window):
    assert not window.session.is_open
    dialog.search.setText("replace")
    assert shown(dialog) == ["Edit › Replace"]
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.chosen is None


def test_messages_are_announced(window, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)
    window.bar.say("All is well.")
    window.bar.say("All is lost.", warning=True)
    assert [event.message() for event in said] == ["All is well.", "All is lost."]
    assert said[1].politeness() is QAccessible.AnnouncementPoliteness.Assertive


@pytest.mark.parametrize("text", ["Undo", "Redo", "Undo: {0}", "Redo: {0}"])
def test_the_undo_stack_speaks_german(text):
    translator = QTranslator()
    assert translator.load(str(resource("translations") / "rundbrief_de.qm"))
    assert translator.translate("MainWindow", text) not in ("", text)


def test_the_menus_change_no_text_that_is_not_seen(window):
    window.open_sample()
    tools = window.workspace.text.tools
    for page, is_seen in (("event", False), ("source", True), ("head", False)):
        window.workspace.show_page(page)
        assert tools.tool_actions["bold"].isEnabled() == is_seen
    window.workspace.show_page("source")
    window.front.show_home()
    assert not tools.tool_actions["picture"].isEnabled()
