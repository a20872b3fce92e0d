"""``python3 dev.py bundle WHAT…``: what people install, made and tried here as in CI.

    icons      the icon in all sizes and forms, from the SVG
    folder     one folder with the program, Python and Qt (PyInstaller)
    linux      what a Linux desktop wants to know: entry, metainfo, icons, man page, completions
    deb, rpm   packages of both (nfpm)
    appdir, appimage   one file that runs without being installed, and what is in it (mksquashfs)
    check      the package in bare systems made here (Debian, Ubuntu): installed, tried, taken away;
               as root
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
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import trials
from editor import __version__
from folder import ensure_icons, make_folder, make_icons
from linux import make_app_dir, make_appimage, make_linux, make_package
from places import BUILD, FOLDER, PACKAGING, SETUP, run
from release import make_release, make_wheel, try_dependencies

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
    "appdir": make_app_dir,
    "appimage": make_appimage,
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
