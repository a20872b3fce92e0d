"""Where things are that are built, and how a command is run."""

import subprocess
from pathlib import Path

from editor import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
BUILD = ROOT / "build"
FOLDER = BUILD / "bundle" / "rundbrief"
LINUX = BUILD / "linux"
SETUP = BUILD / f"rundbrief-{__version__}-setup.exe"
WHEEL = BUILD / "wheel"
DICTIONARIES = BUILD / "dictionaries"
"""Those that go into a bundle, with their licences."""


def package(kind: str) -> Path:
    """Name the package for Linux: "deb" or "rpm"."""
    return BUILD / f"rundbrief_{__version__}_amd64.{kind}"


def run(*command: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command; stop where it fails."""
    words = [str(word) for word in command]
    print("$", " ".join(word.strip().splitlines()[-1] for word in words if word), flush=True)
    return subprocess.run(words, check=True, **options)  # type: ignore[call-overload,no-any-return]
