"""Files are read whole and replaced whole; what cannot be read or written is a sentence."""

import os
import stat
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from editor.app.services.files import read_file, write_file
from editor.app.services.folders import state_folder
from editor.app.services.write_in_place import finish_writes
from editor.core.base.encoding import MAX_BYTES, decode
from editor.core.base.errors import UserFacingError

from helpers.corpus import ROOT

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_the_mode_stays_and_links_are_followed(tmp_path):
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "real.md"]


@pytest.mark.parametrize(
    ("name", "words"), [("missing.md", "does not exist"), (".", "is a folder")]
)
def test_what_cannot_be_read_is_said(tmp_path, name, words):
    with pytest.raises(UserFacingError, match=words):
        read_file(tmp_path / name)


def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(UserFacingError, match="no regular file"):
        read_file(tmp_path / "pipe.md")


@pytest.mark.skipif(AS_ROOT, reason="root may write everything")
def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(UserFacingError, match="may not be read or written"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_said_and_nothing_left_behind(tmp_path):
    with pytest.raises(UserFacingError, match="does not exist"):
        write_file(tmp_path / "no" / "a.md", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_huge_file_is_not_read_whole(tmp_path):
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    data = read_file(path)
    assert len(data) == MAX_BYTES + 1
    with pytest.raises(UserFacingError, match="too large"):
        decode(data)


SIZE = 3_000_000
WRITER = f"""
import sys
from pathlib import Path
from editor.app.services.files import write_file
path = Path(sys.argv[1])
write_file(path, b"b" * {SIZE})
print("written", flush=True)
while True:
    for letter in (b"a", b"b"):
        write_file(path, letter * {SIZE})
"""
"""Replaces a file with other bytes until it is killed."""


OLD_AND_NEW = (b"a" * SIZE, b"b" * SIZE)


@contextmanager
def writing(path):
    """Let another process replace a file without end, from its first time on; then kill it."""
    path.write_bytes(b"a" * SIZE)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout.readline() == b"written\n"
            yield
        finally:
            process.kill()


def test_who_reads_meanwhile_sees_the_old_or_the_new_bytes(tmp_path):
    path = tmp_path / "issue.md"
    with writing(path):
        seen = {path.read_bytes() for _ in range(200)}
    assert {data in OLD_AND_NEW for data in seen} == {True}
    assert len(seen) == 2


def test_killed_in_mid_write_the_file_is_old_or_new(tmp_path):
    cut_off = 0
    for round_ in range(12):
        path = tmp_path / str(round_) / "issue.md"
        path.parent.mkdir()
        with writing(path):
            time.sleep(0.003 * round_)
        assert path.read_bytes() in OLD_AND_NEW
        cut_off += len(list(path.parent.iterdir())) - 1  # a temporary file that was left
    assert cut_off > 0


@pytest.mark.parametrize("name", ["loop.md", "a\0b", "x" * 300])
def test_odd_paths_are_refused_not_raised(tmp_path, name):
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    with pytest.raises(UserFacingError):
        write_file(tmp_path / name, b"x")
    with pytest.raises(UserFacingError):
        read_file(tmp_path / name)


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path):
    path = tmp_path / ("n" * 250 + ".md")
    write_file(path, b"x")
    assert path.read_bytes() == b"x"


def list_names(folder):
    """The names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def in_another_process(code, *arguments):
    """Run Python code."""
    subprocess.run([sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, check=True)


def test_a_file_with_two_names_keeps_both(tmp_path):
    path, other = tmp_path / "a.md", tmp_path / "b.md"
    path.write_bytes(b"old and long")
    os.link(path, other)
    write_file(path, b"new")
    assert other.read_bytes() == b"new"
    assert path.stat().st_nlink == 2
    assert list_names(tmp_path) == ["a.md", "b.md"]


def test_a_pipe_is_not_replaced_by_a_file(tmp_path):
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    with pytest.raises(UserFacingError, match="no regular file"):
        write_file(pipe, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_extended_attributes_stay(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.origin", b"kept")
    except OSError:
        pytest.skip("the file system knows no extended attributes")
    write_file(path, b"new")
    assert os.getxattr(path, "user.origin") == b"kept"


@pytest.mark.skipif(not AS_ROOT, reason="only root may give files away")
def test_owner_and_group_stay(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o664)
    os.chown(path, 1234, 5678)
    write_file(path, b"new")
    state = path.stat()
    assert (state.st_uid, state.st_gid, stat.S_IMODE(state.st_mode)) == (1234, 5678, 0o664)


WRITE = """
import os, sys
from pathlib import Path
os.environ["XDG_STATE_HOME"] = sys.argv[2]
from editor.app.services.files import write_file
os.setgroups([])
os.setgid(1234)
os.setuid(1234)
write_file(Path(sys.argv[1]), b"new")
"""
"""Writes as another user than root."""


@pytest.mark.skipif(not AS_ROOT, reason="only root may make files of two owners")
@pytest.mark.parametrize(
    ("folder_mode", "owner", "group"),
    [(0o755, 1234, 1234), (0o1777, 0, 1234), (0o777, 1234, 0), (0o777, 0, 1234)],
    ids=["closed folder", "sticky folder", "group of another", "owner is another"],
)
def test_a_writable_file_is_written_whatever_surrounds_it(
    tmp_path_factory, folder_mode, owner, group
):
    base = tmp_path_factory.mktemp("shared")
    for folder in (base, *base.parents[:-2]):
        folder.chmod(folder.stat().st_mode | 0o055)
    inside, state = base / "inside", base / "state"
    inside.mkdir()
    state.mkdir(mode=0o777)
    state.chmod(0o777)
    path = inside / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o666)
    os.chown(path, owner, group)
    inside.chmod(folder_mode)
    in_another_process(WRITE, path, state)
    assert path.read_bytes() == b"new"
    assert (path.stat().st_uid, path.stat().st_gid) == (owner, group)
    assert list_names(inside) == ["a.md"]
    assert list(state.rglob("about.json")) == []


def test_what_killed_programs_left_behind_is_cleared(tmp_path):
    left = tmp_path / f".rundbrief-{dead_process()}-abcd_123.tmp"
    written_now = tmp_path / f".rundbrief-{os.getpid()}-abcd_123.tmp"
    for temporary in (left, written_now):
        temporary.write_bytes(b"x")
        os.utime(temporary, (time.time() - 10, time.time() - 10))
    write_file(tmp_path / "a.md", b"x")
    assert list_names(tmp_path) == [written_now.name, "a.md"]


def dead_process():
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


TORN = """
import os, sys
from pathlib import Path
from editor.app.services import write_in_place
write_in_place._overwrite = lambda target, data: (
    target.open("r+b").write(data[: int(sys.argv[2])]), os._exit(0))
write_in_place.write_in_place(Path(sys.argv[1]), b"n" * 1000)
"""


@pytest.mark.parametrize("written", [0, 1, 500, 1000])
def test_a_write_in_place_that_was_cut_off_is_finished(tmp_path, written):
    path = tmp_path / "a.md"
    path.write_bytes(b"o" * 700)
    in_another_process(TORN, path, written)
    finish_writes()
    assert path.read_bytes() == (b"n" * 1000 if written else b"o" * 700)
    assert list(state_folder().rglob("about.json")) == []


def test_a_file_changed_after_a_cut_off_write_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"o" * 700)
    in_another_process(TORN, path, 500)
    path.write_bytes(b"something else")
    finish_writes()
    assert path.read_bytes() == b"something else"
