"""A wheel, installed elsewhere: it starts, finds its resources and opens its sample issue."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers.corpus import ROOT

SCRIPT = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from editor.resources import resource
assert "elsewhere" in str(resource("profiles")), resource("profiles")
from editor.ui import main
from PySide6.QtCore import QTimer
app = main.make_application("de")
window = main.make_window()
window.show()
window.open_sample()
assert len(window.session.issue.events) == 5, window.bar.text
assert window.workspace.outline.topLevelItem(0).text(0) == "Titel und Angaben"
QTimer.singleShot(0, app.quit)
app.exec()
window.close()
print("opened")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_program_and_resources(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert names >= {
        "editor/cli/main.py",
        "editor/_resources/profiles/newsletter.toml",
        "editor/_resources/css/page.css",
        "editor/_resources/icons/rundbrief.svg",
        "editor/_resources/translations/rundbrief_de.qm",
    }
    assert any("sample" in name and name.endswith(".jpg") for name in names)


def test_the_wheel_holds_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    folders = {name.partition("/")[0] for name in names}
    (metadata,) = folders - {"editor", "rundbrief.py"}
    assert metadata.endswith(".dist-info")
    useless = re.compile(r"\.ts$|\.md$|packaging/|\.py[cod]$|lucide/.*\.md")
    found = [name for name in names if useless.search(name)]
    assert found == sorted(name for name in found if "/help/" in name or "/sample/" in name)


def test_the_commands_ask_first_whether_the_package_is_ours(wheel):
    names = zipfile.ZipFile(wheel)
    entries = next(name for name in names.namelist() if name.endswith("entry_points.txt"))
    assert names.read(entries).decode().split() == [
        "[console_scripts]", "rundbrief", "=", "rundbrief:main",
        "[gui_scripts]", "rundbrief-window", "=", "rundbrief:main",
    ]  # fmt: skip
    assert b"def find_stranger" in names.read("rundbrief.py")


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """The Python of a fresh environment with the program.

    It borrows the dependencies of this one, so that nothing is fetched.
    """
    fresh = tmp_path_factory.mktemp("fresh") / "elsewhere"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(fresh)], check=True)
    python = fresh / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    find_packages = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([python, "-c", find_packages], text=True).strip())
    zipfile.ZipFile(wheel).extractall(packages)
    ours = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    (packages / "dependencies.pth").write_text(str(ours))
    return python


def test_installed_in_a_fresh_environment_it_opens_its_sample(python, tmp_path):
    opened = subprocess.run([python, "-c", SCRIPT], cwd=tmp_path, capture_output=True, text=True)
    assert opened.stdout == "opened\n", opened.stderr


def test_installed_in_a_fresh_environment_it_tells_its_version(python, tmp_path):
    command = [python, "-m", "editor", "--version"]
    version = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert version.stdout.startswith("rundbrief "), version.stderr
