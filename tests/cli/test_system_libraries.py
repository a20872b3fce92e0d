"""What Qt needs of a Linux system: named before Qt is loaded, in the words of that system."""

import sys

import pytest
from editor.cli import main as cli_main
from editor.cli import system_libraries
from editor.cli.system_libraries import (
    LIBRARIES,
    explain_missing,
    explain_no_window,
    find_missing,
    install_command,
    read_family,
)

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of Linux")


@pytest.mark.parametrize(
    ("release", "family"),
    [
        ("ID=debian\nVERSION_ID=12\n", "debian"),
        ("NAME=Ubuntu\nID=ubuntu\nID_LIKE=debian\n", "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "debian"),
        ("ID=fedora\n", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("ID=arch\n", "arch"),
        ("ID=endeavouros\nID_LIKE=arch\n", "arch"),
        ('ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', "suse"),
        ('ID="opensuse-leap"\n', "suse"),
        ("ID=nixos\n", ""),
        ("", ""),
    ],
)
def test_the_family_of_a_system_is_read(release, family):
    assert read_family(release) == family


@pytest.mark.parametrize(
    ("family", "command"),
    [
        ("debian", "apt-get install libgl1 libegl1 libglib2.0-0t64"),
        ("fedora", "dnf install libglvnd-glx libglvnd-egl glib2"),
        ("arch", "pacman -S libglvnd glib2"),
        ("suse", "zypper install Mesa-libGL1 Mesa-libEGL1 libglib-2_0-0"),
        ("", ""),
    ],
)
def test_the_command_is_that_of_the_system(family, command):
    assert install_command(LIBRARIES[:3], family) == command


def test_each_library_has_its_packages():
    for library in LIBRARIES:
        assert library.name.partition(".so")[1] and all(library), library
        assert library.part in ("window", "x11", "web")


def test_a_sentence_names_libraries_and_command():
    sentence = explain_missing(LIBRARIES[2:3], "debian")
    assert "libglib-2.0.so.0" in sentence
    assert "apt-get install libglib2.0-0t64 (before Debian 13" in sentence
    assert explain_missing(LIBRARIES[:1], "").endswith("install them with your system")


@ON_LINUX
def test_no_screen_is_said():
    assert "no screen" in explain_no_window({})
    assert explain_no_window({"QT_QPA_PLATFORM": "offscreen"}) == ""


@ON_LINUX
def test_what_is_missing_is_said_and_ends_the_program(monkeypatch, capsys):
    lost = LIBRARIES[7]._replace(name="libnot-here.so.9")
    monkeypatch.setattr(system_libraries, "LIBRARIES", (lost,))
    assert find_missing("x11") == [lost]
    assert find_missing("web") == []
    assert "libxcb-cursor0" in explain_no_window({"DISPLAY": ":0"}) or "xcb" in explain_no_window(
        {"DISPLAY": ":0"}
    )
    monkeypatch.setenv("DISPLAY", ":0")
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli_main.main([]) == 2
    said = capsys.readouterr().err
    assert said.startswith("rundbrief: Rundbrief needs system libraries")
    assert "libnot-here.so.9" in said
    assert said.count("\n") == 1
