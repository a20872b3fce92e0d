"""The system libraries that Qt loads on Linux, and what each system calls their packages.

Standard library only, and no Qt: it is asked before Qt is loaded, and by ``dev.py`` on a machine
that has nothing yet. Other systems bring all of it along.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A library, the packages that hold it, and which part of the program needs it."""

    name: str
    debian: str
    fedora: str
    arch: str
    suse: str
    part: str
    """"window" for any window, "x11" for one on an X display, "web" for the preview."""


LIBRARIES = tuple(
    Library(*line.split())
    for line in """
    libGL.so.1             libgl1                     libglvnd-glx    libglvnd         Mesa-libGL1         window
    libEGL.so.1            libegl1                    libglvnd-egl    libglvnd         Mesa-libEGL1        window
    libglib-2.0.so.0       libglib2.0-0t64|libglib2.0-0  glib2        glib2            libglib-2_0-0       window
    libdbus-1.so.3         libdbus-1-3                dbus-libs       dbus             libdbus-1-3         window
    libfontconfig.so.1     libfontconfig1             fontconfig      fontconfig       libfontconfig1      window
    libxkbcommon.so.0      libxkbcommon0              libxkbcommon    libxkbcommon     libxkbcommon0       window
    libxkbcommon-x11.so.0  libxkbcommon-x11-0         libxkbcommon-x11  libxkbcommon-x11  libxkbcommon-x11-0  x11
    libxcb-cursor.so.0     libxcb-cursor0             xcb-util-cursor xcb-util-cursor  libxcb-cursor0      x11
    libxcb-icccm.so.4      libxcb-icccm4              xcb-util-wm     xcb-util-wm      libxcb-icccm4       x11
    libxcb-keysyms.so.1    libxcb-keysyms1            xcb-util-keysyms  xcb-util-keysyms  libxcb-keysyms1  x11
    libxcb-shape.so.0      libxcb-shape0              libxcb          libxcb           libxcb-shape0       x11
    libnss3.so             libnss3                    nss             nss              mozilla-nss         web
    libasound.so.2         libasound2t64|libasound2   alsa-lib        alsa-lib         libasound2          web
    libXcomposite.so.1     libxcomposite1             libXcomposite   libxcomposite    libXcomposite1      web
    libXdamage.so.1        libxdamage1                libXdamage      libxdamage       libXdamage1         web
    libXfixes.so.3         libxfixes3                 libXfixes       libxfixes        libXfixes3          web
    libXrandr.so.2         libxrandr2                 libXrandr       libxrandr        libXrandr2          web
    libXtst.so.6           libxtst6                   libXtst         libxtst          libXtst6            web
    libxkbfile.so.1        libxkbfile1                libxkbfile      libxkbfile       libxkbfile1         web
    libgssapi_krb5.so.2    libgssapi-krb5-2           krb5-libs       krb5             krb5                web
    """.strip().splitlines()  # noqa: E501 - a table
)
"""``a|b``: the package is called ``a`` on newer systems, ``b`` on older ones."""

_INSTALL = {
    "debian": "apt-get install",
    "fedora": "dnf install",
    "arch": "pacman -S",
    "suse": "zypper install",
}
_FAMILIES = {
    "debian": "debian",
    "ubuntu": "debian",
    "fedora": "fedora",
    "rhel": "fedora",
    "centos": "fedora",
    "arch": "arch",
    "suse": "suse",
    "opensuse": "suse",
}


def read_family(release: str) -> str:
    """Tell of which family a system is.

    >>> read_family('ID=linuxmint\\nID_LIKE="ubuntu debian"')
    'debian'

    Args:
        release: The text of /etc/os-release (freedesktop.org, os-release(5)).

    Returns:
        "debian", "fedora", "arch" or "suse"; "" for others.
    """
    pairs = (line.partition("=") for line in release.splitlines())
    values = {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}
    likes = f"{values.get('ID', '')} {values.get('ID_LIKE', '')}".lower().split()
    known = (_FAMILIES.get(like.partition("-")[0], "") for like in likes)
    return next(filter(None, known), "")


def family_here() -> str:
    """Tell of which family this system is, as ``read_family`` does."""
    for place in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            return read_family(Path(place).read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    return ""


def find_missing(*parts: str) -> list[Library]:
    """Find the libraries that this system lacks.

    Args:
        parts: The parts of the program that are wanted; none for all.

    Returns:
        The missing ones; [] on systems other than Linux.
    """
    if not sys.platform.startswith("linux"):
        return []
    wanted = (each for each in LIBRARIES if not parts or each.part in parts)
    return [library for library in wanted if not _is_there(library.name)]


def _is_there(name: str) -> bool:
    import ctypes  # takes 3 ms, for a window only

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_command(missing: Iterable[Library], family: str) -> str:
    """Write the command that installs libraries.

    Args:
        missing: The libraries.
        family: The family of the system.

    Returns:
        What an administrator types; "" for a family that is not known.
    """
    if family not in _INSTALL:
        return ""
    packages = dict.fromkeys(getattr(library, family).partition("|")[0] for library in missing)
    return f"{_INSTALL[family]} {' '.join(packages)}"


def explain_missing(missing: Iterable[Library], family: str) -> str:
    """Say which libraries are missing, and what to do.

    Args:
        missing: The libraries, at least one.
        family: The family of the system.

    Returns:
        One sentence.
    """
    listed = list(missing)
    names = ", ".join(library.name for library in listed)
    command = install_command(listed, family)
    if family == "debian" and any("|" in library.debian for library in listed):
        command += " (before Debian 13 and Ubuntu 24.04 without “t64”)"
    remedy = f"as an administrator: {command}" if command else "install them with your system"
    return f"Rundbrief needs system libraries that are not here ({names}); {remedy}"


def explain_no_window(environment: Mapping[str, str]) -> str:
    """Say why no window can be opened here, before Qt ends the process without a word to help.

    Args:
        environment: The environment of the process.

    Returns:
        One sentence; "" where nothing speaks against it.
    """
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and platform != "xcb":
        parts: tuple[str, ...] = ("window",)
    elif environment.get("WAYLAND_DISPLAY"):
        parts = ("window",)
    elif environment.get("DISPLAY"):
        parts = ("window", "x11")
    else:
        return (
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "on a server, xvfb-run rundbrief gives the window one that nobody sees"
        )
    if find_missing(*parts):  # then all at once, with those of the preview
        return explain_missing(find_missing(), family_here())
    return ""
