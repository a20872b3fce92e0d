"""Files brought into a site: all or none, also when the program is killed at any line."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from editor.app.site import site_transaction, transaction_journal
from editor.core.base.errors import EditRejected, UserFacingError
from editor.core.publishing.site_files import SiteFile, SiteFileKind

from helpers.corpus import ROOT

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
    return furnish(tmp_path / "site")


def furnish(root):
    for path, data in OLD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def state(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def folders(root):
    return {path for path in root.rglob("*") if path.is_dir()}


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
    there = folders(site)

    def no():
        assert state(site) | NEW == state(site)
        raise EditRejected(site_transaction.translate("core", "Stopped."))

    with pytest.raises(UserFacingError, match="Stopped"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD, then=no)
    assert state(site) == OLD and folders(site) == there


def test_a_rename_that_fails_is_taken_back(site, monkeypatch):
    real, count = os.replace, []

    def failing(source, target):
        count.append(target)
        if len(count) == 4:
            raise PermissionError(13, "no", str(target))
        real(source, target)

    monkeypatch.setattr(site_transaction.os, "replace", failing)
    with pytest.raises(UserFacingError, match="may not be"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD)
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


def test_what_somebody_changed_after_the_crash_is_left_alone(site):
    site_transaction._stage(site, PIECES)
    (site / "content/blog/a.md").write_bytes(b"von Hand\n")
    sentence = site_transaction.recover_site(site)
    assert "content/blog/a.md" in sentence and "rundbrief-export" in sentence
    assert (site / "content/blog/a.md").read_bytes() == b"von Hand\n"
    assert any(
        path.read_bytes() == PIECES[0].data for path in (site / "rundbrief-export").iterdir()
    )
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
    assert state(site) == OLD and not path.exists()
    site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert state(site) == NEW


def test_a_journal_that_came_with_the_site_is_no_journal(site):
    """A cloned site may hold anything: its staging folder would otherwise write into .git/hooks."""
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
    def formats():
        with (site / "content/blog/a.md").open("ab") as file:
            file.write(b"formatiert\n")
        (site / "static/calendar/neu/eins.ics").write_bytes(b"auch")
        raise EditRejected(site_transaction.translate("core", "Stopped."))

    there = folders(site)
    with pytest.raises(UserFacingError, match="Stopped"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD, then=formats)
    assert state(site) == OLD and folders(site) == there


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything"
)
def test_a_read_only_file_is_not_replaced(site):
    (site / "content/blog/a.md").chmod(0o444)
    with pytest.raises(UserFacingError, match="may not be"):
        site_transaction.commit_files(site, PIECES, may_replace=OLD)
    assert state(site) == OLD


# --- killed ---------------------------------------------------------------------------------------

CHILD = """
import os, signal, sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
import platformdirs
from editor.app.site import site_transaction
from app_test_delivery import OLD, PIECES, furnish
from editor.core.base.errors import EditRejected, InputRejected, UserFacingError
from editor.core.base.messages import translate

def no():
    raise EditRejected(translate("core", "Stopped."))

def work(root, back):
    try:
        site_transaction.commit_files(root, PIECES, may_replace=OLD, then=no if back else None)
    except UserFacingError:
        pass

TRACED = (
    "site_transaction.py",
    "transaction_journal.py",
    "target_paths.py",
    "services/files.py",
    "pathlib.py",
    "shutil.py",
)

def counted(at):
    seen = 0
    def trace(frame, event, _):
        nonlocal seen
        if not frame.f_code.co_filename.endswith(TRACED):
            return None
        seen += event == "line"
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    return trace, lambda: seen

def run(root, back, at):
    pid = os.fork()
    if not pid:
        trace, seen = counted(at)
        sys.settrace(trace)
        work(root, back)
        sys.settrace(None)
        if at < 0:
            (root.parent / "lines").write_text(str(seen()))
        os._exit(0)
    return os.waitpid(pid, 0)[1]

base, back = Path(sys.argv[1]), sys.argv[2] == "back"
if sys.argv[3] == "count":
    run(furnish(base / "count"), back, -1)
else:
    for at in sys.argv[3:]:
        assert run(furnish(base / at), back, int(at)) in (0, signal.SIGKILL), at  # 0: the last lines differ from run to run
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killing at a line needs fork")
@pytest.mark.parametrize("way", ["forward", "back"])
def test_killed_at_a_hundred_points_the_site_is_old_or_new(tmp_path, way):
    """The lines at which the program dies are chosen at random from all it executes; recovery is what its next start does."""
    (tmp_path / "app_test_delivery.py").write_text(
        Path(__file__).read_text(encoding="utf-8"), encoding="utf-8"
    )
    script = CHILD.format(root=str(ROOT), tests=str(tmp_path))
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests"), str(tmp_path)]),
    }

    def child(*arguments):
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path), way, *arguments],
            env=environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr

    child("count")
    lines = int((tmp_path / "lines").read_text())
    points = sorted(random.Random(way).sample(range(1, lines), 100))
    child(*map(str, points))
    ends = {"old": 0, "new": 0}
    for at in points:
        root = tmp_path / str(at)
        for path in NEW:  # even before anything is recovered no file is half written
            assert not (root / path).exists() or (root / path).read_bytes() in (
                OLD.get(path),
                NEW[path],
            )
        assert site_transaction.recover_site(root) is None
        found = state(root)
        assert found in (OLD, NEW), (at, sorted(found))
        ends["old" if found == OLD else "new"] += 1
    assert ends["old"] > 10 and (ends["new"] > 10 or way == "back"), json.dumps(ends)
