import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from editor.app.services.files import read_file, write_file
from editor.core.base.encoding import MAX_BYTES, decode
from editor.core.base.errors import UserFacingError

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_the_mode_stays_and_links_are_followed(tmp_path):
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "real.md"]


@pytest.mark.parametrize("make", [lambda p: p / "missing.md", lambda p: p])
def test_what_cannot_be_read_is_said(tmp_path, make):
    with pytest.raises(UserFacingError, match="does not exist|is a folder"):
        read_file(make(tmp_path))


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
    with pytest.raises(UserFacingError):
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


WRITER = """
import sys
from pathlib import Path
from editor.app import files
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        files.write(path, letter * 3_000_000)
"""


def test_killed_in_mid_write_the_file_is_old_or_new(tmp_path):
    path = tmp_path / "issue.md"
    for round_ in range(12):
        path.write_bytes(b"a" * 3_000_000)
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
        )
        process.stdout.readline()
        time.sleep(0.003 * round_)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        data = path.read_bytes()
        assert len(data) == 3_000_000 and len(set(data)) == 1


def test_odd_paths_are_refused_not_raised(tmp_path):
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    for path in (loop, Path("a\0b"), tmp_path / ("x" * 300)):
        with pytest.raises(UserFacingError):
            write_file(path, b"x")
        with pytest.raises(UserFacingError):
            read_file(path)
    long = tmp_path / ("n" * 250 + ".md")
    write_file(long, b"x")
    assert long.read_bytes() == b"x"
