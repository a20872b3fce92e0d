"""After a crash the next window offers what was not saved; versions can be had back."""

import os
import signal

import pytest
from editor.app.drafts.draft_folder import drafts_folder, find_kept_drafts
from editor.core.base.edits import Edit
from editor.core.base.encoding import FileFormat
from editor.ui.dialogs.versions_dialog import VersionsDialog
from editor.ui.main_window.ending import Ending
from PySide6.QtWidgets import QApplication


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"---\ntitle: Denial of Service\n---\n\nText\n")
    return path


def crash(window):
    """End a window as a crash would leave it: its draft stays."""
    window.unsaved_work.close(keep=True)
    window.session.stack.setClean()
    window.close()


def append(session, text):
    """Append a text as one step."""
    session.apply([Edit(len(session.text), len(session.text), text)], "Tippen")


def answer(window, label):
    """Press the button of the message bar with this label."""
    button = next(button for button in window.bar.buttons if button.text() == label)
    button.click()


@pytest.fixture
def crashed(make_window, path):
    """The text of a window that has crashed with unsaved work."""
    window = make_window()
    window.open_path(path)
    append(window.session, "eins ")
    append(window.session, "zwei")
    text = window.session.text
    crash(window)
    return text


def test_unsaved_work_is_offered_and_restored(make_window, qtbot, crashed, path):
    window = make_window()
    qtbot.waitUntil(lambda: "Denial of Service" in window.bar.text)
    assert "2 change" in window.bar.text
    answer(window, "Restore")
    assert window.session.text == crashed
    assert window.session.path == path
    assert window.isWindowModified()
    window.session.stack.undo()
    window.session.stack.undo()
    assert window.session.saved


def test_a_draft_is_offered_again_when_its_document_is_opened(make_window, qtbot, crashed, path):
    window = make_window()
    qtbot.waitUntil(lambda: bool(window.bar.text))
    window.bar.clear()
    window.open_path(path)
    assert "Denial of Service" in window.bar.text


def test_a_discarded_draft_is_moved_aside_and_can_still_be_had(make_window, qtbot, crashed, path):
    window = make_window()
    qtbot.waitUntil(lambda: bool(window.bar.text))
    answer(window, "Discard")
    assert not window.bar.isVisible()
    assert find_kept_drafts() == []
    window.open_path(path)
    dialog = show_versions(window, qtbot)
    assert [dialog.tree.topLevelItem(0).child(0).text(0)[8:]] == ["work that was not saved"]
    dialog.restore_button.click()
    assert window.session.text == crashed


def show_versions(window, qtbot):
    """Open the dialog of versions, and wait until it lists them."""
    window.unsaved_work.show_versions()
    dialog = window.unsaved_work.dialog
    assert isinstance(dialog, VersionsDialog)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() > 0)
    return dialog


@pytest.fixture
def left(make_window, qtbot, path, tmp_path):
    """A window in which a document was left unsaved for another one, and its text."""
    other = tmp_path / "b.md"
    other.write_bytes(b"# Anderes\n")
    window = make_window()
    window.open_path(path)
    append(window.session, "eins")
    text = window.session.text
    window.open_path(other)
    qtbot.waitUntil(lambda: "is not saved" in window.bar.text)
    return window, text


def test_another_document_is_opened_without_a_question(left, path):
    window, text = left
    assert window.session.path.name == "b.md"
    assert window.session.saved
    assert path.read_bytes().endswith(b"Text\n")
    assert "Denial of Service" in window.bar.text
    answer(window, "Back to it")
    assert (window.session.text, window.session.path) == (text, path)
    assert window.isWindowModified()
    assert window.unsaved_work.kept == []


def test_a_document_left_unsaved_is_opened_as_it_was_left(left, path):
    window, text = left
    window.open_path(path)
    assert window.session.text == text
    assert "here again" in window.bar.text
    window.session.stack.undo()
    assert window.session.saved


def test_home_lists_what_was_left_unsaved(left, path):
    window, text = left
    window.front.show_home()
    [button] = window.front.home.page.unfinished_card.buttons()
    assert "Denial of Service" in button.accessibleName()
    button.click()
    assert window.session.text == text


def test_what_was_left_unsaved_is_offered_at_the_next_start(left, make_window, qtbot):
    left[0].close()
    window = make_window()
    qtbot.waitUntil(lambda: "Not saved when it was left: “Denial of Service”" in window.bar.text)


def test_a_document_left_saved_leaves_no_draft(make_window, path, tmp_path, qtbot):
    other = tmp_path / "b.md"
    other.write_bytes(b"# Anderes\n")
    window = make_window()
    window.open_path(path)
    append(window.session, "eins")
    window.session.stack.undo()
    window.open_path(other)
    qtbot.waitUntil(lambda: not find_kept_drafts() and not list(drafts_folder().glob("*.jsonl")))


def test_a_version_is_restored_as_one_step(make_window, qtbot, path):
    window = make_window()
    window.open_path(path)
    before = window.session.text
    append(window.session, "neu")
    assert window.files.save()
    append(window.session, "er")
    dialog = show_versions(window, qtbot)
    assert "Today" in dialog.tree.topLevelItem(0).text(0)
    assert "neuer" in dialog.view.page.toPlainText()
    assert "neuer" in dialog.view.lines.toPlainText()
    dialog.restore_button.click()
    assert "version is back" in window.bar.text
    assert window.session.text == before
    window.session.stack.undo()
    assert window.session.text == before + "neuer"


def test_a_file_changed_meanwhile_is_seen_after_restoring(make_window, qtbot, crashed, path):
    path.write_bytes(b"somebody's\n")
    window = make_window()
    qtbot.waitUntil(lambda: "Denial of Service" in window.bar.text)
    answer(window, "Restore")
    assert window.session.text == crashed
    qtbot.waitUntil(lambda: "changed by another program" in window.bar.text)
    assert path.read_bytes() == b"somebody's\n"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_program_without_a_question(make_window, qtbot, path, name):
    window = make_window()
    before = {number: signal.getsignal(number) for number in (1, 2, 15)}
    quits = []
    Ending(window, QApplication.instance(), quit_program=lambda: quits.append(1))
    try:
        window.open_path(path)
        append(window.session, "nicht gesichert")
        os.kill(os.getpid(), getattr(signal, name))
        qtbot.waitUntil(lambda: bool(quits))
    finally:
        signal.set_wakeup_fd(-1)
        for number, handler in before.items():
            signal.signal(number, handler)
    assert not window.isVisible()
    assert find_kept_drafts()[0].draft.text.endswith("nicht gesichert")


def test_the_end_of_the_session_asks_nothing(make_window, path):
    window = make_window()
    window.open_path(path)
    append(window.session, "nicht gesichert")
    window.is_ending = True
    assert window.close()
    assert find_kept_drafts()[0].draft.text.endswith("nicht gesichert")


def test_a_full_disk_is_said_and_loses_nothing(make_window, qtbot, path):
    drafts_folder().parent.mkdir(parents=True, exist_ok=True)
    drafts_folder().write_bytes(b"in the way")
    window = make_window()
    window.open_path(path)
    append(window.session, "nicht gesichert")
    qtbot.waitUntil(lambda: "No draft can be kept" in window.bar.text)
    assert window.files.save()
    assert path.read_bytes().endswith(b"nicht gesichert")


def test_a_new_issue_is_offered_too(make_window, qtbot, shelf):
    window = make_window()
    newsletter = shelf.named("newsletter")
    window.begin(lambda: window.session.begin("# Neu\n", FileFormat(), newsletter, None))
    crash(window)
    window = make_window()
    qtbot.waitUntil(lambda: "Neu" in window.bar.text)
    answer(window, "Restore")
    assert window.session.text == "# Neu\n"
    assert not window.session.saved
