"""The window's habits: opening, saving, the disk behind our back, and leaving.

Whatever goes wrong is a sentence in the message bar, and loses nothing.
"""

import os

import pytest
from editor.core.base.edits import Edit
from editor.ui.dialogs.diff import changed_lines
from editor.ui.main_window.action_table import ACTIONS
from editor.ui.widgets import message_bar
from editor.ui.widgets.measure import em_of
from editor.ui.workspace.outline_rows import OutlinePart
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QTreeWidgetItemIterator,
)

from helpers.corpus import SAMPLE
from helpers.qt_input import type_into
from helpers.widgets import answers, field_labelled

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / SAMPLE.name
    path.write_bytes(SAMPLE.read_bytes())
    assert window.open_path(path)
    return window


def edit(window, text="x"):
    window.session.apply([Edit(len(window.session.text), len(window.session.text), text)], "Test")


def problem_in_head(window):
    """What the form of the front matter says is wrong with it."""
    return window.workspace.head.findChild(QLabel, "problem").text()


def test_title_and_status_tell_the_state(opened):
    title = opened.session.issue.front.text("title")
    assert opened.windowTitle() == f"{title}[*] — Rundbrief"
    assert not opened.isWindowModified()
    edit(opened)
    assert opened.isWindowModified()
    assert "not saved" in opened.status.state.text()
    assert opened.files.save()
    assert not opened.isWindowModified()
    assert opened.status.state.text() == "saved"


def test_a_message_goes_with_the_page_it_is_about(opened, monkeypatch):
    say, pages, seconds = opened.bar.say, iter(("event", "head") * 4), iter(range(1, 1000, 10))
    now = next(seconds)
    monkeypatch.setattr(message_bar, "monotonic", lambda: now)

    def stays_on_another_page():
        nonlocal now
        now = next(seconds)
        opened.workspace.show_page(next(pages))
        return bool(opened.bar.text)

    say("Three words were replaced.")
    opened.workspace.show_page(next(pages))
    assert opened.bar.text  # it was said because one goes there
    assert not stays_on_another_page()
    say("Something is asked.", [("Yes", lambda: None)])
    assert stays_on_another_page()
    say("The disk is full.", warning=True)
    assert stays_on_another_page()
    opened.bar.say_refusal("That is no date.")
    assert not stays_on_another_page()


def test_the_menu_shows_which_panes_are_there(opened):
    actions = opened.actions_by_name
    for name in ("toggle_outline", "toggle_preview", "toggle_diagnostics"):
        before = actions[name].isChecked()
        actions[name].trigger()
        assert actions[name].isChecked() is not before
    assert actions["toggle_diagnostics"].isChecked() is opened.workspace.diagnostics.is_open
    assert actions["toggle_outline"].isChecked() is opened.workspace.panes.outline.isVisible()
    opened.workspace.diagnostics.head.click()
    assert actions["toggle_diagnostics"].isChecked() is opened.workspace.diagnostics.is_open


def test_an_answered_message_gives_the_focus_back(opened, qtbot):
    opened.workspace.navigator.focus_page("head")
    field = opened.focusWidget()
    opened.bar.say("Something is asked.", [("Yes", lambda: None)])
    answers(opened.bar)["Yes"].setFocus()
    answers(opened.bar)["Yes"].click()
    qtbot.waitUntil(lambda: opened.focusWidget() is field)


@pytest.mark.parametrize(("slip", "is_open"), [("", False), ("\nTag und und Nacht.\n", True)])
def test_the_list_of_problems_comes_back_where_there_is_one(
    slip, is_open, make_window, tmp_path, qtbot
):
    path = tmp_path / "x.md"
    path.write_text(f"---\ntitle: A\n---\n\n## B\n\nWort.\n{slip}", encoding="utf-8")
    make_window().settings.keep(problems=True)
    window = make_window()
    window.open_path(path)
    qtbot.waitUntil(lambda: window.workspace.check_runner.current)
    assert window.workspace.diagnostics.is_open is is_open


def test_a_change_on_disk_is_noticed_and_can_be_taken_over(opened, qtbot):
    path = opened.session.path
    edit(opened)
    path.write_bytes(path.read_bytes() + b"fremd\n")
    qtbot.waitUntil(lambda: "changed by another program" in opened.bar.text)
    answers(opened.bar)["Take over from disk"].click()
    assert opened.session.text.endswith("fremd\n")
    assert opened.session.saved
    opened.session.stack.undo()
    assert opened.session.text.endswith("x")


def test_saving_over_a_foreign_change_asks_first(opened, qtbot):
    path = opened.session.path
    edit(opened)
    path.write_bytes(b"fremd\n")
    assert not opened.files.save()
    qtbot.waitUntil(lambda: "Overwrite" in answers(opened.bar))
    assert path.read_bytes() == b"fremd\n"
    answers(opened.bar)["Overwrite"].click()
    assert path.read_bytes() == opened.session.text.encode()
    assert opened.session.saved


def test_our_own_save_is_no_foreign_change(opened, qtbot):
    edit(opened)
    opened.files.save()
    qtbot.wait(600)
    assert opened.bar.text == ""
    edit(opened)
    opened.session.path.write_bytes(b"fremd\n")
    qtbot.waitUntil(lambda: "another program" in opened.bar.text)


def test_a_file_that_vanished_gets_a_sentence_and_save_as(opened, qtbot, monkeypatch, tmp_path):
    opened.session.path.unlink()
    qtbot.waitUntil(lambda: "is gone" in opened.bar.text)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "neu.md"), ""))
    answers(opened.bar)["Save as…"].click()
    assert (tmp_path / "neu.md").read_bytes() == SAMPLE.read_bytes()
    assert opened.session.path.name == "neu.md"


@pytest.mark.skipif(AS_ROOT, reason="root may write everything")
def test_a_read_only_file_gets_a_sentence(opened):
    edit(opened)
    opened.session.path.chmod(0o444)
    assert not opened.files.save()
    assert "may not be read or written" in opened.bar.text


def test_a_folder_that_is_gone_loses_nothing(opened, monkeypatch):
    edit(opened)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/no/such/folder/a.md", ""))
    assert not opened.files.save_as()
    assert "does not exist" in opened.bar.text
    assert not opened.session.saved


@pytest.mark.parametrize(
    ("answer", "closes", "written"),
    [("Save", True, True), ("Do not save", True, False), (None, False, False)],
)
def test_leaving_with_changes_asks(opened, monkeypatch, answer, closes, written):
    path = opened.session.path
    edit(opened)

    def choose(box):
        button = box.button(QMessageBox.StandardButton.Cancel)
        if answer:
            [button] = [button for button in box.buttons() if button.text() == answer]
        button.click()

    monkeypatch.setattr(QMessageBox, "exec", choose)
    assert opened.close() is closes
    assert (path.read_bytes() != SAMPLE.read_bytes()) is written


def test_a_dropped_file_opens(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# Fallen gelassen\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    hand = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *hand, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *hand, none))
    QApplication.processEvents()
    assert window.session.path == path


@pytest.mark.parametrize("pane", ["plain", "writing", "title"])
def test_a_file_dropped_on_words_goes_to_the_window(opened, tmp_path, pane):
    path = tmp_path / "a.md"
    path.write_text("# Fallen gelassen\n")
    workspace, before = opened.workspace, opened.session.text
    workspace.show_page("source")
    if pane == "writing":
        workspace.navigator.toggle_writing()
    target = workspace.text.view.viewport()
    if pane == "title":
        workspace.show_page("head")
        target = workspace.head.fields["title"].line
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(path.as_uri())
    hand = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), *hand, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()  # by the window: the words ignore it
    assert opened.session.text == before
    if pane != "title":
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), *hand, none))
        QApplication.processEvents()
        assert opened.session.path == path


def test_recent_files_are_offered(make_window, qtbot, tmp_path):
    window = make_window()
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name)
        window.open_path(tmp_path / name)
    window.recent_menu.fill()
    assert [action.text() for action in window.recent_menu.actions()] == ["b.md", "a.md"]
    again = make_window()
    pages = again.front.home.page.list
    qtbot.waitUntil(lambda: len(pages.model.rows) == 2)
    pages.view.activated.emit(pages.model.index(1, 0))
    assert again.session.path.name == "a.md"


def test_the_comparison_shows_changed_lines_only():
    lines = [str(number) for number in range(50)]
    new_lines = [*lines[:20], "neu", *lines[21:]]
    compared = list(changed_lines("\n".join(lines), "\n".join(new_lines)))
    assert [line for line in compared if line[0] in "+-"] == [("-", "20"), ("+", "neu")]
    assert len(compared) == 5


def test_the_outline_leads_to_the_pages(opened):
    outline, source = opened.workspace.outline, opened.workspace.source
    items = [each.value() for each in QTreeWidgetItemIterator(outline)]
    spoken = [item.data(0, Qt.ItemDataRole.AccessibleTextRole) for item in items[:7]]
    assert spoken == [
        "Title and details",
        "Header picture",
        "Events, 5",
        "Meetings, 3",
        "Deadlines, 2",
        "Inbox, 0",
        "Whole text",
    ]
    outline.choose(OutlinePart("event"))
    assert opened.workspace.middle.currentWidget() is opened.workspace.middle.events
    [section] = [item for item in items if item.text(0) == "Mobilität"]
    outline.itemClicked.emit(section, 0)
    assert source.textCursor().block().text() == "## Mobilität"
    assert opened.session.text[source.caret :].startswith("## Mobilität")


def test_find_goes_around(opened, qtbot):
    find_bar, source = opened.workspace.find_bar, opened.workspace.source
    opened.workspace.find_words()
    type_into(find_bar.words, "Haushalt")
    qtbot.keyClick(find_bar.words, Qt.Key.Key_Return)
    first = source.textCursor().position()
    qtbot.keyClick(find_bar.words, Qt.Key.Key_Return)
    assert source.textCursor().position() > first
    find_bar.find_previous()
    assert source.textCursor().position() == first
    type_into(find_bar.words, "gibt es nicht")
    find_bar.find_next()
    assert find_bar.answer == "not found"


def test_f6_goes_through_the_panes(opened):
    opened.workspace.outline.setFocus()
    opened.workspace.next_pane()
    assert opened.workspace.middle.isAncestorOf(opened.focusWidget())


class Shadow:
    """Has the attributes of another object; calling one that can be called does nothing."""

    CALLED = "called"

    def __init__(self, owner):
        self.owner = owner

    def __getattr__(self, name):
        return Shadow(getattr(self.owner, name))

    def __call__(self, *_, **__):
        assert callable(self.owner)
        return self.CALLED


def test_every_action_of_the_table_runs_a_method_that_exists(opened):
    for row in ACTIONS:
        assert row.run(Shadow(opened)) == Shadow.CALLED, row.name
        assert opened.actions_by_name[row.name].isEnabled(), row.name


ALIASES = "".join(f"b{i}: &b{i} [{','.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 30))
HOSTILE = {
    "binary": (b"\x89PNG\r\n\0\1", "no text file"),
    "latin-1": ("Müll".encode("latin-1"), "not UTF-8"),
    "alias bomb": (f"---\nb0: &b0 [x]\n{ALIASES}---\nText\n".encode(), None),
    "list markers": (b"- " * 100_000, None),
    "lines of markers": (b"- a\n" * 100_000, None),
}
"""Contents of files, and what is said about them; None where they are shown."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_get_a_sentence_or_are_shown(window, tmp_path, name):
    data, sentence = HOSTILE[name]
    path = tmp_path / "böse.md"
    path.write_bytes(data)
    assert window.open_path(path) is (sentence is None)
    if sentence:
        assert sentence in window.bar.text
        return
    assert window.files.save()
    assert path.read_bytes() == data
    if name == "alias bomb":
        assert "unfolds" in problem_in_head(window)


def test_a_huge_file_and_a_folder_get_a_sentence(window, tmp_path):
    with (tmp_path / "huge.md").open("wb") as file:
        file.truncate(50 * 2**20)
    for path, words in (
        (tmp_path / "huge.md", "too large"),
        (tmp_path, "is a folder"),
        (tmp_path / "none.md", "does not exist"),
    ):
        assert not window.open_path(path)
        assert words in window.bar.text


def test_a_refused_edit_is_said_and_nothing_changes(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: a\ntitle: b\nsubtitle: c\n---\n")
    window.open_path(path)
    window.workspace.show_page("head")
    type_into(window.workspace.head.fields["title"].line, "neu")
    said = [label.text() for label in window.workspace.head.findChildren(QLabel)]
    assert any("stands twice" in text for text in said)
    assert window.workspace.head.fields["title"].line.text() == "neu"
    assert window.session.text == path.read_text()
    type_into(window.workspace.head.fields["subtitle"].line, "d")
    assert window.session.text == path.read_text().replace("subtitle: c", "subtitle: d")
    assert window.workspace.head.fields["title"].line.text() == "neu"
    place = window.session.text.index("title: b")
    window.session.apply([Edit(place, place + 8, "title: c")], "test")
    QApplication.processEvents()
    assert window.workspace.head.fields["title"].line.text() == "c"
    assert not window.workspace.head.fields["title"].property("problem")


def test_broken_front_matter_is_explained_in_the_head(window, tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: a\n\tauthor: b\n---\nText\n")
    window.open_path(path)
    window.workspace.show_page("head")
    assert "line 3" in problem_in_head(window)
    assert window.workspace.head.fields == {}


def test_another_profile_changes_the_form_and_no_byte(opened):
    before = opened.session.text
    opened.workspace.show_page("head")
    kind = field_labelled(opened.workspace.head, "Kind of page")
    kind.setCurrentIndex(kind.findData("blog"))
    kind.activated.emit(kind.currentIndex())
    assert "tags" in opened.workspace.head.fields
    assert opened.session.text == before
    QApplication.processEvents()


def shown_panes(window):
    """The panes that can be seen; none of them sticks out of the window."""
    workspace = window.workspace
    QApplication.processEvents()
    panes = {"outline": workspace.outline, "page": workspace.middle, "preview": workspace.pane}
    for pane in panes.values():
        if pane.isVisible():
            assert window.rect().contains(QRect(pane.mapTo(window, QPoint()), pane.size())), pane
    return [name for name, pane in panes.items() if pane.isVisible()]


@pytest.mark.parametrize(
    ("width", "shown"),
    [(36, ["page"]), (73, ["outline", "page"]), (110, ["outline", "page", "preview"])],
)
def test_the_window_shows_as_many_panes_as_it_has_room_for(opened, width, shown):
    opened.resize(round(width * em_of(opened)), 600)
    QApplication.processEvents()
    assert opened.width() == round(width * em_of(opened))
    assert shown_panes(opened) == shown


def test_a_pane_that_is_called_comes_where_there_is_no_room_for_all(opened):
    opened.resize(round(36 * em_of(opened)), 600)
    QApplication.processEvents()
    actions = opened.actions_by_name
    for name, pane in (("toggle_outline", "outline"), ("toggle_preview", "preview")):
        actions[name].trigger()
        assert shown_panes(opened) == [pane]
    actions["toggle_outline"].trigger()
    opened.workspace.outline.choose(OutlinePart("event"))
    assert shown_panes(opened) == ["page"]


def test_what_is_folded_stays_folded(opened):
    opened.resize(round(110 * em_of(opened)), 600)
    QApplication.processEvents()
    opened.actions_by_name["toggle_preview"].trigger()
    assert shown_panes(opened) == ["outline", "page"]
    assert opened.settings.now.folded == ("preview",)
    assert not opened.app_bar.preview.isChecked()
    opened.actions_by_name["toggle_preview"].trigger()
    assert shown_panes(opened) == ["outline", "page", "preview"]


@pytest.mark.parametrize(
    ("text", "is_colored"),
    [("- a\n" * 30_000, False), ("- a\n" + "Satz. \n" * 19_000, True), ("- kurz\n", True)],
    ids=["many lines", "a long text", "a short text"],
)
def test_texts_of_many_lines_are_not_colored(window, tmp_path, qtbot, text, is_colored):
    path = tmp_path / "a.md"
    path.write_text(text)
    assert window.open_path(path)
    window.workspace.show_page("source")
    source = window.workspace.source
    qtbot.waitUntil(lambda: source.toPlainText() == text, timeout=60_000)
    qtbot.wait(10)
    assert bool(source.document().firstBlock().layout().formats()) is is_colored


def test_another_file_after_a_page_without_a_field(window, tmp_path):
    """PySide lets a widget own what its nextInFocusChain returns; deleted parts took all along."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2026-03-02\n---\nText\n")
    for name in ("a", "b", "c"):
        window.open_path(tmp_path / f"{name}.md")
        window.actions_by_name["show_image"].trigger()
        window.workspace.show_page("source")
        assert window.workspace.source.toPlainText().endswith("Text\n")
        for action in window.actions_by_name.values():
            assert action.text()


def test_there_is_something_to_save_or_not(opened):
    save = opened.app_bar.save
    assert not save.isEnabled()
    opened.session.apply([Edit(0, 0, "x")], "")
    assert save.isEnabled()
    save.click()
    assert not save.isEnabled()
    assert opened.session.path.read_bytes().startswith(b"x")


def test_what_came_out_and_is_only_read_alarms_nobody(window, qtbot, tmp_path, monkeypatch):
    quiet = []
    original = window.app_bar.show_problems

    def note(errors, warnings=0, *, is_quiet=False):
        if errors is not None:
            quiet.append(is_quiet)
        original(errors, warnings, is_quiet=is_quiet)

    monkeypatch.setattr(window.app_bar, "show_problems", note)
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: a\ndate: 2020-02-03\n---\nText\n")
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.open_path(path)
    assert quiet == [True]
    with qtbot.waitSignal(window.workspace.check_runner.finished):
        window.session.apply([Edit(len(window.session.text), len(window.session.text), "x")], "")
    assert quiet[-1] is False
