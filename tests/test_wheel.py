"""A wheel, installed elsewhere: it starts, finds its resources and opens its sample issue."""

import os
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
assert "site-packages" in str(resource("profiles")) or "elsewhere" in str(resource("profiles")), resource("profiles")
from editor.ui import main
from PySide6.QtCore import QTimer
app = main.make_application("de")
window = main.make_window()
window.show()
window.open_sample()
assert len(window.session.issue.events) == 5, window.bar.text
assert window.workspace.outline.topLevelItem(0).text(0) == "Kopf"
QTimer.singleShot(0, app.quit)
app.exec()
window.close()
print("opened")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_program_and_resources(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "editor/cli/main.py",
        "editor/_resources/profiles/newsletter.toml",
        "editor/_resources/css/page.css",
        "editor/_resources/icons/rundbrief.svg",
    ):
        assert wanted in names
    assert any(name.endswith("rundbrief_de.qm") for name in names) and any(
        "sample" in name and name.endswith(".jpg") for name in names
    )
    assert not any(name.startswith(("tests", "resources")) for name in names)


def test_installed_in_a_fresh_environment_it_starts(wheel, tmp_path):
    """The environment borrows this one's dependencies, so that nothing is fetched; the program comes from the wheel."""
    fresh = tmp_path / "elsewhere"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(fresh)], check=True)
    python = fresh / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    zipfile.ZipFile(wheel).extractall(site)
    ours = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    (site / "dependencies.pth").write_text(str(ours))
    done = subprocess.run([python, "-c", SCRIPT], cwd=tmp_path, capture_output=True, text=True)
    assert "opened" in done.stdout, done.stderr
    done = subprocess.run(
        [python, "-m", "editor", "--version"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout.startswith("rundbrief")
