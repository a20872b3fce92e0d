"""Problems are underlined in both views, and mended from the menu at the caret."""

import pytest
from editor.app.checks import grammar_runner
from editor.core.base.edits import Span
from editor.core.base.severity import Severity
from editor.core.checks.diagnostic import GrammarHint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

TEXT = """---
title: x
---

## Kopf

Das ist ein **Wort dass dass** und ein Fehlerchenn in der Zeile.
"""


@pytest.fixture(params=[True, False], ids=["writing", "plain"])
def workspace(make_window, tmp_path, request, qtbot):
    window = make_window(writing=request.param)
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    window.open_path(path)
    workspace = window.workspace
    workspace.show_page("source")
    QApplication.processEvents()
    qtbot.waitUntil(lambda: workspace.check_runner.current)
    return workspace


def underlined(workspace):
    return [mark.cursor.selectedText() for mark in workspace.text.view.extraSelections()]


def menu_at(workspace, words):
    menu = QMenu(workspace)
    menu.addAction("Rest")
    position = workspace.session.text.index(words) + 1
    workspace.diagnostics.mending.fill(menu, position)
    return {action.text(): action for action in menu.actions() if action.text()}


def test_what_checks_find_is_underlined(workspace):
    assert any("dass" in words for words in underlined(workspace))
    workspace.text.toggle()
    assert underlined(workspace)


def test_a_word_is_mended_by_a_proposal(workspace, qtbot):
    if not any(each.code == "spelling" for each in workspace.check_runner.diagnostics):
        pytest.skip("no German dictionary is installed")
    assert "Fehlerchenn" in underlined(workspace)
    actions = menu_at(workspace, "Fehlerchenn")
    assert list(actions)[-1] == "Rest"
    proposal = list(actions)[1]
    actions[proposal].trigger()
    assert f"ein {proposal} in" in workspace.session.text
    workspace.session.stack.undo()
    assert workspace.session.text == TEXT


def test_what_is_ignored_does_not_come_again(workspace, qtbot):
    before = len(workspace.check_runner.diagnostics)
    found = next(
        each for each in workspace.check_runner.diagnostics if each.severity is not Severity.HINT
    )
    actions = menu_at(workspace, found.span.of(TEXT))
    with qtbot.waitSignal(workspace.check_runner.finished):
        actions["Ignore here"].trigger()
    assert len(workspace.check_runner.diagnostics) < before


def test_the_menu_opens_at_the_caret(workspace, qtbot):
    view = workspace.text.view
    view.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(workspace.text.menu_opened) as opened:
        from PySide6.QtGui import QContextMenuEvent

        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, view.cursorRect().center(), view.pos()
        )
        QApplication.sendEvent(view.viewport(), event)
    menu = opened.args[0]
    menu.close()
    assert any(action.text().replace("&", "").startswith("Cu") for action in menu.actions())


def test_a_grammar_server_adds_its_hints(workspace, qtbot, monkeypatch):
    hint = GrammarHint(Span(TEXT.index("Zeile"), TEXT.index("Zeile") + 5), "Groß?", ("Reihe",))
    monkeypatch.setattr(grammar_runner, "ask_language_tool", lambda *_: (hint,))
    workspace.settings.keep(language_tool="http://localhost:8081")
    codes = lambda: {each.code for each in workspace.check_runner.diagnostics}  # noqa: E731
    qtbot.waitUntil(lambda: "language-tool" in codes())
    actions = menu_at(workspace, "Zeile")
    assert "LanguageTool: Groß?" in actions
    actions["Reihe"].trigger()
    assert "in der Reihe." in workspace.session.text
