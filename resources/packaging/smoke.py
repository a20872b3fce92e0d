"""Install a bundle as anybody would, and let the installed program try itself.

    smoke.py BUNDLES MADE    BUNDLES holds the package, installer or disk image of this system;
                             MADE gets what the program made, with a picture of its window

Standard library only: the machine has nothing but the bundle.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Install, try, and end with the exit code of the trial."""
    bundles, made = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    program = {"linux": install_deb, "win32": install_exe, "darwin": mount_dmg}[sys.platform]
    *before, name = program(bundles)
    try_program([*before, name, "--self-test"], made)
    for image in bundles.glob("*.AppImage"):
        image.chmod(0o755)
        unpacked = "--appimage-extract-and-run"  # no FUSE on a machine of CI
        try_program([*before, str(image), unpacked, "--self-test"], made / "appimage")


def try_program(command: list[str], made: Path) -> None:
    """Let the program try itself; end where something does not hold."""
    done = subprocess.run([*command, str(made)], capture_output=True, encoding="utf-8", timeout=600)
    print(done.stdout, done.stderr, sep="\n")
    if done.returncode:
        sys.exit(done.returncode)
    if (made / "window.png").stat().st_size < 20_000:
        sys.exit("smoke.py: the picture of the window is empty")


def install_deb(bundles: Path) -> list[str]:
    """Install the Debian package; the program runs on a screen that nobody sees."""
    package = next(bundles.glob("*.deb"))
    subprocess.run(["sudo", "apt-get", "update", "-qq"], check=True)
    install = ["sudo", "apt-get", "install", "-y", "--no-install-recommends"]
    subprocess.run([*install, str(package), "xvfb", "xauth"], check=True)
    return ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "rundbrief"]


def install_exe(bundles: Path) -> list[str]:
    """Run the installer silently."""
    subprocess.run([str(next(bundles.glob("*-setup.exe"))), "/S"], check=True)
    folder = Path(os.environ["LOCALAPPDATA"]) / "Programs" / "Rundbrief"
    return [str(folder / "rundbrief.exe")]


def mount_dmg(bundles: Path) -> list[str]:
    """Copy the application out of the disk image, as by dragging it."""
    image, volume = next(bundles.glob("*.dmg")), Path("/Volumes/Rundbrief")
    subprocess.run(["hdiutil", "attach", "-quiet", str(image)], check=True)
    target = Path.home() / "Applications" / "Rundbrief.app"
    shutil.copytree(volume / "Rundbrief.app", target, symlinks=True)
    return [str(target / "Contents" / "MacOS" / "rundbrief")]


main()
