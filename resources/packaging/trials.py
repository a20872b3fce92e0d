"""What people install, tried as they would: in bare systems that are made here, and under wine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from editor import APP_ID
from editor.cli.system_libraries import LIBRARIES
from places import BUILD, ROOT, SETUP, WHEEL, package, run

SYSTEMS = ("bookworm", "trixie", "sid", "noble")
"""Debian: the oldest release that the package is for, the newest, and the next; Ubuntu's LTS."""
_UBUNTU = {"noble": "http://archive.ubuntu.com/ubuntu"}
_UBUNTU_KEYS = Path("/usr/share/keyrings/ubuntu-archive-keyring.gpg")
_ENTER = """
set -eu
mount --bind "$1" "$1"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mkdir -p "$1/before"
cd "$1"
pivot_root . before
umount -l /before
exec bash -eu /try.sh
"""
_BEGIN = r"""
set -o pipefail
. /settings
export DEBIAN_FRONTEND=noninteractive
useradd --create-home --shell /bin/bash editor
! command -v python3
apt-get update -qq
install() { apt-get install -y -qq --no-install-recommends "$@" > /dev/null; }
as_editor() { su --login editor -c "set -eu; . /settings; $1"; }
screen='xvfb-run -a -s "-screen 0 1600x1000x24"'
"""


def try_in(system: str, script: str, files: Sequence[Path]) -> None:
    """Run a script in a bare system, as root; what it leaves in /made is kept in build/checked.

    Args:
        system: The release of Debian or Ubuntu.
        script: What bash does there, after ``_BEGIN``.
        files: What lies in the root folder there.
    """
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        sys.exit("build.py: this needs root, and debootstrap (apt-get install debootstrap)")
    root, fresh = BUILD / "systems" / system, BUILD / "systems" / f"{system}-tried"
    if not (root / "etc" / "debian_version").exists():
        root.parent.mkdir(parents=True, exist_ok=True)
        run("debootstrap", *_choose_source(system, root), stdout=subprocess.DEVNULL)
    shutil.rmtree(fresh, ignore_errors=True)
    run("cp", "-a", "--reflink=auto", root, fresh)
    for file in files:
        shutil.copy(file, fresh)
    shutil.copy("/etc/resolv.conf", fresh / "etc")
    still = fresh / "etc" / "apt" / "apt.conf.d" / "99still"  # a mirror may stand still
    still.write_text('Acquire::Check-Valid-Until "false";\n')
    (fresh / "settings").write_text(_trust_in(fresh), encoding="utf-8")
    (fresh / "try.sh").write_text(_BEGIN + script, encoding="utf-8")
    # its own mounts, which go with it: nothing of this machine can be left in the folder
    run("unshare", "--mount", "--pid", "--fork", "sh", "-c", _ENTER, "sh", fresh)
    target = BUILD / "checked" / system
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(fresh / "made", target)
    shutil.rmtree(fresh)
    print(f"{system}: all of it went well", flush=True)


def _choose_source(system: str, root: Path) -> list[str]:
    """What debootstrap is told."""
    common = ["--variant=minbase"]
    if system not in _UBUNTU:
        return [*common, system, str(root)]
    # Debian has no keys of Ubuntu's; what is fetched runs in the trial alone
    keys = f"--keyring={_UBUNTU_KEYS}" if _UBUNTU_KEYS.exists() else "--no-check-gpg"
    script = "/usr/share/debootstrap/scripts/gutsy"  # what all of Ubuntu's releases are made by
    own = [keys, "--components=main,universe"]
    return [*common, *own, system, str(root), _UBUNTU[system], script]


def _trust_in(fresh: Path) -> str:
    """Whom this machine trusts when it fetches packages, as settings of a shell."""
    trusted = os.environ.get("SSL_CERT_FILE", "")
    if not trusted:
        return ""
    shutil.copy(trusted, fresh / "trusted.crt")
    names = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE")
    return "".join(f"export {name}=/trusted.crt\n" for name in names)


# --- the package ----------------------------------------------------------------------------------

_PACKAGE = r"""
install /package.deb xvfb xauth fonts-dejavu-core
as_editor "rundbrief --version; time $screen rundbrief --self-test made"
as_editor 'rundbrief export --to ics --out calendars made/markdown/*.md; ls calendars/*/*.ics'
mv /home/editor/made /made
test -f /usr/share/applications/APP_ID.desktop
apt-get remove -y -qq rundbrief > /dev/null
! test -e /usr/lib/rundbrief
! test -e /usr/bin/rundbrief
"""


def try_package() -> None:
    """Install the package in bare systems without Python and let it try itself."""
    tried = BUILD / "package.deb"
    shutil.copy(package("deb"), tried)
    for system in SYSTEMS:
        try_in(system, _PACKAGE.replace("APP_ID", APP_ID), [tried])


# --- the README's commands ------------------------------------------------------------------------

_COMMANDS = r"""
install python3
place='/home/editor/Eigene Dateien/Rundbrief für München'
mkdir -p "$place"
tar xf /checkout.tar -C "$place"
chown -R editor: /home/editor
as_editor_there() { as_editor "cd '$place'; $1"; }
refused() {
    if as_editor_there "$1" > /said 2>&1; then cat /said; exit 1; fi
    tail -n 1 /said
    grep -q "$2" /said
}

refused 'python3 dev.py run' 'apt-get install python3-venv'
install python3-venv ca-certificates
refused 'python3 dev.py run' 'only an administrator can install: apt-get install libgl1'
chown root "$place"
chmod a-w "$place"
refused 'python3 dev.py run' 'cannot be written'
chmod u+w "$place"
chown editor "$place"

mkdir /root/checkout
tar xf /checkout.tar -C /root/checkout
cd /root/checkout
time python3 dev.py run --self-test /made
cd /
rm -rf /root/checkout

refused 'unshare -rn python3 dev.py run' 'there is no network'
as_editor_there 'time python3 dev.py run --self-test made'
as_editor_there 'time unshare -rn python3 dev.py run --self-test made'
as_editor_there 'python3 dev.py fast' | tail -n 5
"""


def try_commands() -> None:
    """Type the README's commands in bare systems, and see what is said where something lacks."""
    checkout = BUILD / "checkout.tar"
    run("git", "archive", "--format=tar", f"--output={checkout}", "HEAD", cwd=ROOT)
    for system in SYSTEMS:
        try_in(system, _COMMANDS, [checkout])


# --- the wheel ------------------------------------------------------------------------------------

_WHEEL = r"""
install python3 python3-venv ca-certificates pipx xvfb xauth fonts-dejavu-core
as_editor_with() { as_editor "export PATH=~/.local/bin:\$PATH; $1"; }
wheel=$(ls /rundbrief-*.whl)

as_editor_with "pipx install $wheel; rundbrief --version"
if as_editor_with "$screen rundbrief" > /said 2>&1; then exit 1; fi
grep 'Rundbrief needs system libraries' /said
names='LIBRARIES'
if test "$(cut -d. -f1 /etc/debian_version)" = 12; then names=${names//t64/}; fi
install $names
as_editor_with "time $screen rundbrief --self-test made"
as_editor_with 'pipx uninstall rundbrief; test ! -e ~/.local/bin/rundbrief'

as_editor_with "pipx install uv; uv tool install --quiet $wheel; rundbrief --version"
as_editor_with "$screen rundbrief --self-test made"
as_editor_with 'uv tool uninstall rundbrief; test ! -e ~/.local/bin/rundbrief'
as_editor_with "uvx --quiet --from $wheel rundbrief --version"
mv /home/editor/made /made
"""


def try_wheel() -> None:
    """Install the wheel by pipx and uv in a fresh home; start it, and take it away."""
    wheel = next(WHEEL.glob("*.whl"))
    names = " ".join(dict.fromkeys(each.debian.partition("|")[0] for each in LIBRARIES))
    for system in SYSTEMS:
        try_in(system, _WHEEL.replace("LIBRARIES", names), [wheel])


# --- the installer for Windows --------------------------------------------------------------------


def try_installer() -> None:
    """Install, start and take away under wine, silently, as an ordinary user would."""
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
    wine(SETUP, "/S")
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
    wine(SETUP, "/S")  # once more, over itself
    assert (installed / "_internal" / "Ünïcode.txt").exists()
    # _?= keeps the uninstaller from copying itself away and going on behind our back
    wine(installed / "Uninstall.exe", "/S", "_?=" + _to_windows(installed, prefix))
    left = [path.name for path in installed.iterdir() if path.name != "Uninstall.exe"]
    assert left == ["my own.txt"], left
    assert not link.exists()
    query = ["wine", "reg", "query", r"HKCU\Software\Classes\Rundbrief.Markdown"]
    assert subprocess.run(query, env=environment, capture_output=True).returncode, "key left"
    print("installer: installed, started, renewed, taken away", flush=True)


def _to_windows(path: Path, prefix: Path) -> str:
    """Write a path below a wine prefix as Windows does."""
    return "C:\\" + str(path.relative_to(prefix / "drive_c")).replace("/", "\\")
