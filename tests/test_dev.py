"""The two commands of the README on machines that lack something: a sentence each."""

import importlib.util
import os
import re
import subprocess
from types import SimpleNamespace

import pytest
from editor.cli import system_libraries

from helpers.corpus import ROOT


@pytest.fixture
def dev():
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def said(stop):
    return str(stop.value.code)


def pretend(monkeypatch, dev, *, programs=(), root=False, outputs=None):
    """A machine with some programs; ``outputs`` says what a command prints and returns."""
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/bin/{name}" * (name in programs))
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0 if root else 1000, raising=False)
    called = []

    def run(command, **_):
        called.append([str(word) for word in command])
        key = next((key for key in outputs or {} if key in " ".join(called[-1])), None)
        text, code = (outputs or {}).get(key, ("", 0))
        return SimpleNamespace(stdout=text, stderr=text, returncode=code)

    monkeypatch.setattr(dev.subprocess, "run", run)
    return called


def test_every_command_that_is_described_is_there(dev):
    assert set(re.findall(r"python3 dev\.py (\w+)", dev.__doc__)) == set(dev.COMMANDS)


def test_without_sudo_it_says_what_an_administrator_types(monkeypatch, dev):
    policy = ("x:\n  Candidate: 1.0\n", 0)
    pretend(monkeypatch, dev, programs=["apt-get"], outputs={"apt-cache": policy})
    with pytest.raises(SystemExit) as stop:
        dev.install(["libgl1", "libasound2t64|libasound2"])
    assert "only an administrator can install: apt-get install libgl1 libasound2t64" in said(stop)


def test_a_sudo_that_asks_for_a_password_is_none(monkeypatch, dev):
    pretend(monkeypatch, dev, programs=["apt-get", "sudo"], outputs={"sudo -n true": ("", 1)})
    with pytest.raises(SystemExit) as stop:
        dev.install(["libgl1"])
    assert "only an administrator" in said(stop)


@pytest.mark.parametrize(
    ("policy", "name"),
    [
        ("libasound2t64:\n  Candidate: 1.2.11-1\n", "libasound2t64"),
        ("libasound2t64:\n  Candidate: (none)\n", "libasound2"),
        ("", "libasound2"),
    ],
)
def test_a_package_is_called_as_this_system_calls_it(monkeypatch, dev, policy, name):
    outputs = {"t64": (policy, 0), "policy": ("libasound2:\n  Candidate: 1.2.8\n", 0)}
    pretend(monkeypatch, dev, outputs=outputs)
    assert dev.choose_names(["libasound2t64|libasound2"]) == [name]


def test_names_are_chosen_when_the_lists_are_new(monkeypatch, dev):
    called = pretend(monkeypatch, dev, programs=["apt-get"], root=True)
    dev.install(["a|b"])
    words = [" ".join(command) for command in called]
    assert words[0].startswith("apt-get update")
    assert [word for word in words if "policy" in word] == [
        "apt-cache policy a",
        "apt-cache policy b",
    ]
    assert words[-1].endswith("--no-install-recommends b")  # apt says then that there is none


def test_other_systems_are_told_their_packages(monkeypatch, dev):
    pretend(monkeypatch, dev)
    lost = system_libraries.LIBRARIES[7]
    monkeypatch.setattr(system_libraries, "find_missing", lambda *_: [lost])
    monkeypatch.setattr(system_libraries, "family_here", lambda: "fedora")
    with pytest.raises(SystemExit) as stop:
        dev.ensure_system(needs_screen=True)
    assert "dnf install xcb-util-cursor" in said(stop)


def test_what_costs_nothing_to_look_at_comes_first(monkeypatch, dev, tmp_path):
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev.os, "access", lambda *_: False)
    with pytest.raises(SystemExit) as stop:
        dev.check_python()
    assert "cannot be written; copy the checkout" in said(stop)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit) as stop:
        dev.check_python()
    assert "python3-venv" in said(stop)
    monkeypatch.setattr(dev.sys, "version_info", (3, 10))
    with pytest.raises(SystemExit) as stop:
        dev.check_python()
    assert "Python 3.11 or newer is needed" in said(stop)


def test_why_no_environment_is_made_is_said(monkeypatch, dev):
    pretend(monkeypatch, dev, outputs={"venv": ("Traceback\nError: [Errno 28] No space left", 1)})
    with pytest.raises(SystemExit) as stop:
        dev.make_venv()
    assert said(stop).endswith("could not be made: Error: [Errno 28] No space left")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("WARNING: Retrying … NewConnectionError('…: [Errno -3] …')", "there is no network"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "is full"),
        ("error: Request failed after 3 retries\n dns error: failed to lookup", "is no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "the reason stands above"),
    ],
)
def test_why_packages_are_not_installed_is_said(monkeypatch, dev, words, sentence):
    pretend(monkeypatch, dev, outputs={"pip": (words, 1)})
    with pytest.raises(SystemExit) as stop:
        dev.fetch("pip", "install", "x")
    assert sentence in said(stop)


def test_what_running_needs_is_enough_to_run(monkeypatch, dev, tmp_path):
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    (tmp_path / "python").touch()
    made = []
    monkeypatch.setattr(dev, "make_venv", lambda: made.append("venv"))
    monkeypatch.setattr(dev, "fetch", lambda *command: made.append(command[-1]))
    only_uv = tmp_path / "uv.lock"
    dev.ensure_venv(dev.LOCK)
    assert made == ["venv", only_uv, dev.LOCK]
    assert re.fullmatch(r"uv==[\d.]+ \\\n(    --hash=sha256:\w+( \\)?\n)+", only_uv.read_text())
    dev.ensure_venv(dev.LOCK)
    assert len(made) == 3
    dev.ensure_venv(dev.DEV_LOCK)
    assert made[3:] == ["venv", only_uv, dev.DEV_LOCK, dev.ROOT]
    dev.ensure_venv(dev.LOCK)  # developers have what running needs
    assert len(made) == 7


def pins(name):
    text = (ROOT / name).read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def test_both_locks_say_the_same_and_hold_no_address():
    running, developing = pins("requirements.lock"), pins("requirements-dev.lock")
    assert running.items() <= developing.items()
    assert "pytest" not in running
    assert {"pyside6-essentials", "icalendar", "markdown", "pillow"} <= set(running)
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text()
        unhashed = [line for line in (ROOT / name).read_text().splitlines() if "==" in line]
        assert all(line.rstrip().endswith("\\") for line in unhashed)


def test_the_help_names_each_command(dev):
    for name in dev.COMMANDS:
        assert f"python3 dev.py {name} " in dev.__doc__ or f"dev.py {name}\n" in dev.__doc__
    done = subprocess.run(
        [os.fspath(dev.PYTHON) if dev.PYTHON.exists() else "python3", ROOT / "dev.py", "--help"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "python3 dev.py test" in done.stdout
