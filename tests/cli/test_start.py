"""The command of the installed program, where another package has the name of ours."""

import subprocess
import sys
from pathlib import Path

import editor
import pytest

START = Path(editor.__file__).parent / "cli" / "start.py"


def start(folder):
    """Run the command with nothing but a folder to import from."""
    code = "import sys, rundbrief; sys.exit(rundbrief.main())"
    return subprocess.run(
        [sys.executable, "-S", "-c", code, "--version"],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(folder), "PATH": ""},
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "rundbrief.py").write_bytes(START.read_bytes())
    return tmp_path


def test_a_stranger_of_the_same_name_is_named(folder):
    (folder / "editor").mkdir()
    (folder / "editor" / "__init__.py").write_text("import xmod\n")
    said = start(folder)
    assert said.returncode == 2
    assert f"is installed in {folder / 'editor'}" in said.stderr
    assert "uv tool install rundbrief, or pipx install rundbrief" in said.stderr
    assert said.stderr.count("\n") == 1


def test_files_that_a_stranger_took_away_are_missed(folder):
    (folder / "editor" / "cli").mkdir(parents=True)
    (folder / "editor" / "cli" / "main.py").write_text("")
    said = start(folder)
    assert said.returncode == 2
    assert "another package named “editor”" in said.stderr


def test_a_stranger_that_is_one_file_is_named(folder):
    (folder / "editor.py").write_text("")
    said = start(folder)
    assert said.returncode == 2
    assert f"is installed in {folder}" in said.stderr


def test_ours_is_started(folder):
    for path in Path(editor.__file__).parent.rglob("*.py"):
        target = folder / "editor" / path.relative_to(Path(editor.__file__).parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    said = start(folder)
    assert "another package" not in said.stderr
