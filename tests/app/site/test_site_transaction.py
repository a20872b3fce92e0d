"""Files brought into a site: all or none, also when the program is killed at any line."""

import json
import os
import random
import subprocess
import sys

import pytest
from editor.app.site import site_transaction, transaction_journal
from editor.app.site.export_formats import make_zip
from editor.app.site.site_transaction import commit_files
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.base.messages import translate
from editor.core.publishing.site_files import SiteFile, SiteFileKind

from helpers.corpus import EVERYTHING, ROOT

OLD = {
    "content/blog/a.md": b"alt\n",
    "static/blog/a.jpg": b"altes Bild" * 1000,
    "static/calendar/feed.ics": b"alt",
}
PIECES = [
    SiteFile("content/blog/a.md", b"neu\n" * 500, SiteFileKind.PAGE),
    SiteFile("static/blog/a.jpg", b"neues Bild" * 2000, SiteFileKind.PICTURE),
    SiteFile("static/calendar/feed.ics", b"neu", SiteFileKind.FEED),
    SiteFile("static/calendar/neu/eins.ics", b"eins", SiteFileKind.CALENDAR),
    SiteFile("static/calendar/neu/zwei.ics", b"zwei", SiteFileKind.CALENDAR),
]
NEW = {piece.path: piece.data for piece in PIECES}


@pytest.fixture
def site(tmp_path):
    """A site with the old files."""
    return furnish(tmp_path / "site")


def furnish(root):
    """Put the old files into a folder."""
    for path, data in OLD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def state(root):
    """Return every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def folders(root):
    """Return every folder below a folder."""
    return {path for path in root.rglob("*") if path.is_dir()}


def stop():
    """Fail, as a commit may."""
    raise EditRejected(translate("core", "Stopped."))


def test_everything_arrives_and_nothing_else(site):
    (site / "static/blog/a.jpg").chmod(0o640)
    site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert state(site) == NEW
    assert (site / "static/blog/a.jpg").stat().st_mode & 0o777 == 0o640
    site_transaction.commit_files(site, PIECES)  # what is there already is no collision
    assert state(site) == NEW


def test_a_collision_is_never_overwritten_unasked(site):
    with pytest.raises(UserFacingError, match=r"content/blog/a\.md"):
        site_transaction.commit_files(site, PIECES, may_replace=["static/blog/a.jpg"])
    assert state(site) == OLD
    assert site_transaction.read_target(site, PIECES[0]) == b"alt\n"
    assert site_transaction.read_target(site, PIECES[3]) is None


@pytest.mark.parametrize(
    "path", ["../draussen.md", "/etc/x", "content/../../x", "", "content", "a\0b"]
)
def test_no_file_leaves_the_site(site, path):
    with pytest.raises(UserFacingError):
        site_transaction.commit_files(site, [SiteFile(path, b"x", SiteFileKind.PAGE)])
    assert state(site) == OLD


def test_links_that_lead_out_are_refused(site, tmp_path):
    (tmp_path / "draussen").mkdir()
    (site / "content" / "weg").symlink_to(tmp_path / "draussen")
    (site / "content" / "datei.md").symlink_to(tmp_path / "draussen" / "datei.md")
    for path in ("content/weg/a.md", "content/datei.md"):
        with pytest.raises(UserFacingError, match="is no place"):
            site_transaction.commit_files(site, [SiteFile(path, b"x", SiteFileKind.PAGE)])
    assert not any((tmp_path / "draussen").iterdir())


def test_what_fails_is_taken_back(site):
    folders_before, states = folders(site), []

    def look_and_stop():
        states.append(state(site))
        stop()

    with pytest.raises(UserFacingError, match="Stopped"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD, then=look_and_stop)
    assert [seen | NEW == seen for seen in states] == [True]
    assert state(site) == OLD
    assert folders(site) == folders_before


def test_a_rename_that_fails_is_taken_back(site, monkeypatch):
    replace, refused = os.replace, []

    def fail_once(source, target):
        if target == site / "static/blog/a.jpg" and not refused:
            refused.append(target)
            assert (site / "content/blog/a.md").read_bytes() == NEW["content/blog/a.md"]
            raise PermissionError(13, "no", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail_once)
    with pytest.raises(UserFacingError, match="may not be"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert len(refused) == 1
    assert state(site) == OLD


def test_one_at_a_time(site):
    with pytest.raises(UserFacingError, match="Another Rundbrief"):
        site_transaction.commit_files(
            site,
            PIECES,
            may_replace=OLD,
            then=lambda: site_transaction.commit_files(site, PIECES, may_replace=OLD),
        )
    assert state(site) == OLD


CRASHING = """
import os, runpy, sys
from pathlib import Path
from editor.app.site import site_transaction

test = runpy.run_path(sys.argv[1])
root = Path(sys.argv[2])
replace = os.replace

def crash_at_first_file(source, target):
    if target == root / "content/blog/a.md":
        os._exit(7)
    replace(source, target)

os.replace = crash_at_first_file
site_transaction.commit_files(root, test["PIECES"], may_replace=test["OLD"])
"""
"""Ends without a word when everything is staged, and no file of the site is replaced yet."""


def run_child(script, *arguments):
    """Run a script that is given this module and arguments; returns the process, ended."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return subprocess.run(
        [sys.executable, "-c", script, __file__, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )


def test_what_was_staged_before_the_crash_arrives_at_the_next_start(site):
    crashed = run_child(CRASHING, site)
    assert crashed.returncode == 7, crashed.stderr
    assert {path: (site / path).read_bytes() for path in OLD} == OLD
    assert site_transaction.recover_site(site) is None
    assert state(site) == NEW


def test_what_the_user_changed_after_the_crash_is_left_alone(site):
    crashed = run_child(CRASHING, site)
    assert crashed.returncode == 7, crashed.stderr
    (site / "content/blog/a.md").write_bytes(b"von Hand\n")
    sentence = site_transaction.recover_site(site)
    assert "content/blog/a.md" in sentence
    assert "rundbrief-export" in sentence
    assert (site / "content/blog/a.md").read_bytes() == b"von Hand\n"
    staged = [path.read_bytes() for path in (site / "rundbrief-export").iterdir()]
    assert PIECES[0].data in staged
    assert site_transaction.recover_site(site) is None


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"{",
        b"[]",
        b"[1]",
        b"5",
        b'{"a": 1}',
        b'{"state":"forward","staging":"x","entries":[1]}',
        b"[" * 100_000,
    ],
)
def test_a_broken_journal_is_cleared_away(site, journal):
    path = transaction_journal.journal_path(site)
    path.parent.mkdir(parents=True)
    path.write_bytes(journal)
    assert site_transaction.recover_site(site) is None
    assert state(site) == OLD
    assert not path.exists()
    site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert state(site) == NEW


def test_a_journal_that_came_with_the_site_is_no_journal(site):
    """A cloned site may hold anything; a staging folder of its own could write into .git/hooks."""
    staging = site / transaction_journal.STAGING
    staging.mkdir()
    (staging / "0.new").write_bytes(b"#!/bin/sh\n")
    (staging / "journal.json").write_text(
        json.dumps([{"path": ".git/hooks/post-checkout", "new": "x", "old": None, "made": None}])
    )
    before = state(site)
    assert site_transaction.recover_site(site) is None
    assert state(site) == before
    site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert not (site / ".git").exists()


@pytest.mark.parametrize(
    "path",
    [
        ".git/hooks/x",
        "a/.GIT/config",
        ".gitmodules",
        ".rundbrief-export/x",
        "x" * 300,
        "a\0b/x",
        "\ud800",
    ],
)
def test_git_and_staging_are_no_place(site, path):
    with pytest.raises(UserFacingError):
        site_transaction.commit_files(site, [SiteFile(path, b"x", SiteFileKind.PAGE)])
    assert state(site) == OLD


def test_what_a_hook_has_changed_is_put_back_too(site):
    def format_and_stop():
        with (site / "content/blog/a.md").open("ab") as file:
            file.write(b"formatiert\n")
        (site / "static/calendar/neu/eins.ics").write_bytes(b"auch")
        stop()

    folders_before = folders(site)
    with pytest.raises(UserFacingError, match="Stopped"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD, then=format_and_stop)
    assert state(site) == OLD
    assert folders(site) == folders_before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything"
)
def test_a_read_only_file_is_not_replaced(site):
    (site / "content/blog/a.md").chmod(0o444)
    with pytest.raises(UserFacingError, match="may not be"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert state(site) == OLD


# --- killed ---------------------------------------------------------------------------------------

KILLED = """
import os, runpy, signal, sys
from pathlib import Path
from editor.app.site import site_transaction
from editor.core.base.errors import UserFacingError

test = runpy.run_path(sys.argv[1])
base, way, *points = Path(sys.argv[2]), *sys.argv[3:]
TRACED = (
    "site_transaction.py",
    "transaction_journal.py",
    "target_paths.py",
    "services/files.py",
    "pathlib.py",
    "shutil.py",
)


def work(root):
    then = test["stop"] if way == "back" else None
    try:
        site_transaction.commit_files(root, test["PIECES"], may_replace=test["OLD"], then=then)
    except UserFacingError:
        pass


def work_until(root, point):
    \"\"\"Work in a process that kills itself at a line; returns how many lines were executed.\"\"\"
    lines = 0

    def trace(frame, event, _):
        nonlocal lines
        if not frame.f_code.co_filename.endswith(TRACED):
            return None
        lines += event == "line"
        if lines == point:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    work(root)
    sys.settrace(None)
    return lines


def fork_and_work(root, point):
    child = os.fork()
    if not child:
        lines = work_until(root, point)
        (root.parent / "lines").write_text(str(lines))
        os._exit(0)
    return os.waitpid(child, 0)[1]


if points == ["count"]:
    assert fork_and_work(test["furnish"](base / "count"), -1) == 0
else:
    for point in points:
        end = fork_and_work(test["furnish"](base / point), int(point))
        assert end in (0, signal.SIGKILL), point  # 0: the last lines differ from run to run
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killing at a line needs fork")
@pytest.mark.parametrize("way", ["forward", "back"])
def test_killed_at_any_point_the_site_is_old_or_new(tmp_path, way):
    """The lines at which the program dies are chosen at random from all it executes.

    Recovery is what its next start does.
    """
    counted = run_child(KILLED, tmp_path, way, "count")
    assert counted.returncode == 0, counted.stderr
    lines = int((tmp_path / "lines").read_text())
    points = sorted(random.Random(way).sample(range(1, lines), 400 if EVERYTHING else 40))
    killed = run_child(KILLED, tmp_path, way, *points)
    assert killed.returncode == 0, killed.stderr
    ends = {"old": 0, "new": 0}
    for point in points:
        root = tmp_path / str(point)
        for path, data in NEW.items():  # even before anything is recovered no file is half written
            present = (root / path).read_bytes() if (root / path).exists() else None
            assert present in (OLD.get(path), data)
        assert site_transaction.recover_site(root) is None
        recovered = state(root)
        assert recovered in (OLD, NEW), (point, sorted(recovered))
        ends["old" if recovered == OLD else "new"] += 1
    assert ends["old"] > 4, ends
    if way == "forward":
        assert ends["new"] > 4, ends


@pytest.mark.parametrize(
    "name", ["CON.jpg", "aux", "a:b.jpg", "x.jpg.", "..\\..\\x.jpg", "a\u202eb"]
)
def test_names_that_some_system_cannot_have_are_refused(site, name):
    file = SiteFile(f"static/blog/{name}", b"x", SiteFileKind.PICTURE)
    with pytest.raises(UserFacingError, match="no place for a file"):
        commit_files(site, [file])
    with pytest.raises(UserFacingError, match="cannot be unpacked"):
        make_zip([file], "", None)


def test_a_name_that_is_there_already_may_stay(site):
    path = site / "content/blog/a: b.md"
    path.write_bytes(b"alt")
    file = SiteFile("content/blog/a: b.md", b"neu", SiteFileKind.PAGE)
    commit_files(site, [file], ["content/blog/a: b.md"])
    assert path.read_bytes() == b"neu"
