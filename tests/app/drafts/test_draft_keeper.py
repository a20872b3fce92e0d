"""Unsaved work survives the program: it is on disk within a second, and comes back whole."""

import json
import os
import stat
import subprocess
import sys
import time

import pytest
from editor.app.document.session import Session
from editor.app.drafts.draft_folder import drafts_folder, find_kept_drafts
from editor.app.drafts.draft_keeper import DraftKeeper
from editor.app.services.folders import state_folder
from editor.app.versions.version_store import Limits, VersionStore
from editor.core.base.edits import Edit
from editor.core.base.encoding import FileFormat

from helpers.corpus import ROOT, SAMPLE


@pytest.fixture
def make_keeper(shelf, qapp):
    """Keepers, each with a session of its own; they end when the test does."""
    made = []

    def make():
        session = Session(shelf)
        keeper = DraftKeeper(session, VersionStore(), Limits())
        made.append(keeper)
        return session, keeper

    yield make
    for keeper in made:
        keeper.close(keep=False)


@pytest.fixture
def opened(make_keeper, tmp_path):
    """A keeper whose session has a file open."""
    path = tmp_path / "a.md"
    path.write_bytes(b"---\r\ntitle: Alt\r\n---\r\nText\r\n")
    session, keeper = make_keeper()
    session.open(path)
    return session, keeper, path


def type_text(session, text):
    """Append letters one by one, as one step."""
    for letter in text:
        end = len(session.text)
        session.apply([Edit(end, end, letter)], "Tippen", merge="typing")


def test_a_draft_comes_back_with_its_undo_steps(opened, make_keeper):
    session, keeper, path = opened
    type_text(session, "neu")
    session.apply([Edit(0, 0, "\u00a0")], "Anfang")
    session.stack.undo()
    session.stack.redo()
    text = session.text
    keeper.close(keep=True)
    (kept,) = find_kept_drafts()
    assert (kept.draft.text, kept.draft.changes) == (text, 2)
    again, other = make_keeper()
    other.restore(kept)
    assert (again.text, again.path, again.saved) == (text, path, False)
    assert again.stack.undoText() == "Anfang"
    again.stack.undo()
    again.stack.undo()
    assert again.saved
    again.save()
    assert path.read_bytes() == b"---\r\ntitle: Alt\r\n---\r\nText\r\n"


def test_a_restored_draft_is_a_draft_again(opened, make_keeper):
    session, keeper, _ = opened
    type_text(session, "neu")
    keeper.close(keep=True)
    again, other = make_keeper()
    other.restore(find_kept_drafts()[0])
    type_text(again, "er")
    other.close(keep=True)
    (kept,) = find_kept_drafts()
    assert kept.draft.text.endswith("neuer")


def test_a_new_document_is_kept_before_the_first_key(make_keeper, shelf):
    session, keeper = make_keeper()
    session.begin("# Neu\n", FileFormat(), shelf.named("newsletter"), None)
    keeper.close(keep=True)
    (kept,) = find_kept_drafts()
    assert (kept.draft.text, kept.draft.header.profile) == ("# Neu\n", "newsletter")
    again, other = make_keeper()
    other.restore(kept)
    assert (again.text, again.path, again.profile.name) == ("# Neu\n", None, "newsletter")


def test_what_was_saved_or_given_up_is_not_offered_but_not_deleted(opened):
    session, keeper, path = opened
    type_text(session, "eins")
    session.save()
    type_text(session, "zwei")
    keeper.close(keep=False)
    assert find_kept_drafts() == []
    assert len(list((drafts_folder() / "aside").iterdir())) == 2


def test_what_was_moved_aside_goes_after_thirty_days(opened):
    session, keeper, _ = opened
    type_text(session, "x")
    keeper.close(keep=False)
    (file,) = (drafts_folder() / "aside").iterdir()
    find_kept_drafts()
    assert file.exists()
    old = time.time() - 31 * 24 * 3600
    os.utime(file, (old, old))
    find_kept_drafts()
    assert not file.exists()


def test_drafts_are_private(opened):
    session, keeper, _ = opened
    type_text(session, "x")
    session.save()
    type_text(session, "y")
    keeper.close(keep=True)
    for path in (drafts_folder(), *state_folder().rglob("*.jsonl"), VersionStore().file):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_draft_of_a_living_window_is_not_offered(opened):
    session, keeper, _ = opened
    type_text(session, "x")
    wait_for(lambda: list(drafts_folder().glob("*.jsonl")))
    assert find_kept_drafts() == []
    keeper.close(keep=True)
    assert len(find_kept_drafts()) == 1


def test_two_windows_on_one_file_know_of_each_other(opened, make_keeper, qtbot):
    _, first, path = opened
    session, second = make_keeper()
    told = []
    for keeper in (first, second):  # the one that comes second, whichever that is
        keeper.open_elsewhere.connect(told.append)
    session.open(path)
    qtbot.waitUntil(lambda: told == [path], timeout=20_000)


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path, make_keeper, qtbot):
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    subprocess.run([sys.executable, "-c", HOLD_AND_DIE, path], cwd=ROOT, check=True)
    session, keeper = make_keeper()
    told = []
    keeper.open_elsewhere.connect(told.append)
    session.open(path)
    type_text(session, "y")
    wait_for(lambda: list(drafts_folder().glob("*.jsonl")))
    qtbot.wait(50)
    assert told == []


HOLD_AND_DIE = """
import os, sys
from pathlib import Path
from editor.app.document.session import Session
from editor.app.drafts.draft_keeper import DraftKeeper
from editor.app.services.profile_registry import load_profiles
from editor.app.versions.version_store import Limits, VersionStore
session = Session(load_profiles())
keeper = DraftKeeper(session, VersionStore(), Limits())
session.open(Path(sys.argv[1]))
keeper._lock_document(Path(sys.argv[1]))
os._exit(0)
"""


def test_drafts_that_cannot_be_written_are_said_and_caught_up(opened, qtbot):
    session, keeper, _ = opened
    keeper.close(keep=False)
    drafts_folder().mkdir(parents=True, exist_ok=True)
    drafts_folder().rename(state_folder() / "drafts-away")
    drafts_folder().write_bytes(b"in the way")
    keeper = DraftKeeper(session, VersionStore(), Limits())
    try:
        with qtbot.waitSignal(keeper.failed, timeout=20_000):
            type_text(session, "neu")
        drafts_folder().unlink()
        with qtbot.waitSignal(keeper.recovered, timeout=20_000):
            type_text(session, "er")
    finally:
        keeper.close(keep=True)
    (kept,) = find_kept_drafts()
    assert kept.draft.text == session.text


def test_each_save_keeps_the_text_before(opened):
    session, keeper, path = opened
    first = path.read_bytes()
    for number in range(3):
        type_text(session, f"{number}")
        session.save()
    keeper.close(keep=True)
    store = VersionStore()
    texts = [store.read(version) for version in store.list(path)]
    assert texts == [first + b"01", first + b"0", first]


def test_saving_over_another_file_keeps_that(opened, tmp_path):
    session, keeper, _ = opened
    other = tmp_path / "other.md"
    other.write_bytes(b"somebody's")
    session.save(other)
    keeper.close(keep=True)
    store = VersionStore()
    assert [store.read(version) for version in store.list(other)] == [b"somebody's"]


def wait_for(condition, seconds=20):
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_every_step_reaches_the_disk_by_itself(opened):
    session, keeper, _ = opened
    session.apply([Edit(0, 0, "jetzt")], "x")
    wait_for(
        lambda: any(
            json.loads(line[9:]).get("played") == [[[0, 0, "jetzt"]]]
            for file in drafts_folder().glob("*.jsonl")
            for line in file.read_bytes().splitlines()
        )
    )


def test_a_draft_whose_file_was_changed_meanwhile_keeps_its_own_base(opened, make_keeper):
    session, keeper, path = opened
    type_text(session, "hier")
    keeper.close(keep=True)
    path.write_bytes(b"dort\n")
    again, other = make_keeper()
    other.restore(find_kept_drafts()[0])
    assert again.text.endswith("hier")
    assert again.disk.same(path) is False


def test_the_sample_is_journaled_whole(make_keeper):
    session, keeper = make_keeper()
    session.open(SAMPLE)
    session.apply([Edit(0, len(session.text), session.text.upper())], "x")
    keeper.close(keep=True)
    assert find_kept_drafts()[0].draft.text == session.text
