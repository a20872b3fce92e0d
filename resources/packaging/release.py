"""Python's packages, what stands beside the bundles of a release, and other dependencies."""

import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path

from editor import HOME_PAGE, __version__
from places import BUILD, ROOT, WHEEL, run


def make_wheel() -> Path:
    """Build wheel and source distribution.

    Returns:
        The folder they are in.
    """
    folder = WHEEL
    shutil.rmtree(folder, ignore_errors=True)
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


def make_release() -> None:
    """Put checksums, the list of parts and the text of a release beside its bundles."""
    tag = os.environ.get("GITHUB_REF_NAME", f"v{__version__}")
    if tag != f"v{__version__}":
        sys.exit(f"build.py: the tag {tag} is not the version {__version__}")
    folder = BUILD / "release"
    folder.mkdir(parents=True, exist_ok=True)
    for file in make_wheel().iterdir():
        shutil.copy(file, folder)
    page = f"{HOME_PAGE}/releases/tag/v{__version__}"
    newest = json.dumps({"version": __version__, "page": page})
    (folder / "release.json").write_text(newest + "\n", encoding="utf-8")  # app/services/releases
    parts = folder / "rundbrief.cdx.json"
    cyclonedx = [sys.executable, "-m", "cyclonedx_py", "requirements", ROOT / "requirements.lock"]
    project = ["--pyproject", ROOT / "pyproject.toml", "--output-reproducible"]
    run(*cyclonedx, *project, "--of", "JSON", "-o", parts)
    lines = [
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        for file in sorted(folder.iterdir())
        if file.name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    (BUILD / "notes.md").write_text(release_notes(), encoding="utf-8")


def release_notes() -> str:
    """Take what the changelog says of this version, or of what is not released yet."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = re.split(r"^## ", changes, flags=re.MULTILINE)[1:]
    own = [part for part in parts if part.startswith(__version__)] or parts[:1]
    return own[0].partition("\n")[2].strip() + "\n"


def try_dependencies(resolution: str) -> None:
    """Run the fast tests with other dependencies than the locked ones.

    Args:
        resolution: "lowest-direct" or "highest", as uv names them.
    """
    place = BUILD / resolution
    shutil.rmtree(place, ignore_errors=True)
    uv = [sys.executable, "-m", "uv"]
    run(*uv, "venv", "--python", sys.executable, place)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [*uv, "pip", "install", "--python", python]
    run(*install, "--group", "pyproject.toml:dev", cwd=ROOT)
    run(*install, "--resolution", resolution, "--upgrade", ROOT)
    run(python, "-m", "pytest", "-q", "-n", "2", "-m", "not slow", "tests/core", cwd=ROOT)
