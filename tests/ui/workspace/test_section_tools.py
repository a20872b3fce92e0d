"""Sections are moved in the outline, added from the menu, and written alone."""

import pytest
from editor.ui.widgets.tree import tree_items
from editor.ui.workspace.outline_rows import OutlinePart
from editor.ui.workspace.pages import Page
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.qt_input import press_key

TEXT = "---\ntitle: x\n---\n\n## A\n\naa eins\n\n### A1\n\nzwei\n\n## B\n\nb\n"


@pytest.fixture(params=[True, False], ids=["writing", "plain"])
def workspace(make_window, tmp_path, request):
    window = make_window(writing=request.param)
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    window.open_path(path)
    window.workspace.show_page("source")
    QApplication.processEvents()
    return window.workspace


def choose(workspace, title):
    position = workspace.session.text.index(title)
    workspace.outline.choose(OutlinePart(Page.SOURCE, position))


def test_keys_move_a_section_with_all_that_is_under_it(workspace):
    choose(workspace, "## A\n")
    QTest.keyClick(workspace.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert workspace.session.text == (
        "---\ntitle: x\n---\n\n## B\n\nb\n\n## A\n\naa eins\n\n### A1\n\nzwei\n"
    )
    assert workspace.outline.current.position == workspace.session.text.index("## A\n")
    QTest.keyClick(workspace.outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert workspace.session.text == TEXT
    workspace.session.stack.undo()
    workspace.session.stack.undo()
    assert workspace.session.text == TEXT


def test_a_section_is_dropped_before_another_one(workspace):
    text = workspace.session.text
    workspace.outline.section_dropped.emit(text.index("## B"), text.index("## A\n"))
    assert workspace.session.text.index("## B") < workspace.session.text.index("## A\n")
    workspace.outline.section_dropped.emit(workspace.session.text.index("## B"), -1)
    assert workspace.session.text == TEXT


def test_words_and_minutes_are_told(workspace):
    position = TEXT.index("## A\n")
    outline = workspace.outline
    items = zip(tree_items(outline), outline.parts, strict=True)
    item = next(item for item, part in items if part.position == position)
    point = outline.visualItemRect(item).center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, outline.viewport().mapToGlobal(point))
    QApplication.sendEvent(outline.viewport(), event)
    assert item.toolTip(0) == "A\n4 word(s) · 1 minute(s)"


def test_a_section_is_added_and_its_heading_selected(workspace):
    workspace.text.go_to(TEXT.index("zwei"))
    menu = workspace.sections.open_menu(workspace)
    menu.actions()[-1].trigger()
    assert "zwei\n\n## New section\n\n## B" in workspace.session.text
    assert workspace.text.view.textCursor().selectedText() == "New section"
    workspace.session.stack.undo()
    assert workspace.session.text == TEXT


@pytest.mark.parametrize(
    ("near", "after"), [("zwei", "## Neues\n\nx\n\n## B"), ("\nb\n", "## Neues\n\nx\n")]
)
def test_below_a_heading_that_was_chosen_one_writes_on(near, after, workspace):
    workspace.text.go_to(TEXT.rindex(near))
    workspace.sections.insert("Neues")
    press_key(workspace.text.view, Qt.Key.Key_X, "x")
    assert after in workspace.session.text
    assert workspace.session.text.count("## Neues") == 1


def test_one_section_is_written_alone(workspace):
    if not workspace.text.is_writing:
        pytest.skip("a matter of the page to write on")
    workspace.text.go_to(TEXT.index("zwei"))
    workspace.text.toggle_focus()
    quiet = [mark.cursor.selectedText() for mark in workspace.text.writing.extraSelections()]
    assert any("aa eins" in words for words in quiet)
    assert not any("zwei" in words for words in quiet)
    workspace.text.toggle_focus()
    assert not workspace.text.writing.extraSelections()


def test_a_row_is_dragged(workspace, qtbot):
    outline = workspace.outline
    rects = {
        item.text(0): outline.visualItemRect(item)
        for item, part in zip(tree_items(outline), outline.parts, strict=True)
        if part.position
    }
    from PySide6.QtCore import QMimeData, QPointF
    from PySide6.QtGui import QDropEvent

    choose(workspace, "## B")
    data = QMimeData()  # which the event does not keep
    event = QDropEvent(
        QPointF(rects["A"].center() + QPoint(0, 0)),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    outline.dropEvent(event)
    assert workspace.session.text.index("## B") < workspace.session.text.index("## A\n")
