"""What a screen reader finds over AT-SPI, on a real bus, in a window on a display."""

import os
import shutil
import subprocess
import sys

import pytest

from campaigns import access
from helpers.corpus import ROOT


def test_everything_has_a_name_on_a_real_bus():
    reason = access.missing(needs_display=False)
    if reason:
        pytest.skip(reason)
    if not shutil.which("xvfb-run"):
        pytest.skip("xvfb-run is not installed")
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]
    script = str(ROOT / "tests" / "campaigns" / "access.py")
    done = subprocess.run(
        [*screen, sys.executable, script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
