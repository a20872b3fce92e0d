#!/usr/bin/env python3
"""Everything a developer types. Standard library only: it must run on a bare machine.

    python3 dev.py run [FILE]    start the program (a sample issue where no FILE is named)
    python3 dev.py test [ARGS]   all checks and all tests; ARGS go to pytest
    python3 dev.py fast [ARGS]   the core's tests alone, without those over all real documents
    python3 dev.py thorough [ARGS]  the tests again, where some take a few of the real documents,
                                 cases or moments: now with all of them
    python3 dev.py check         ruff, mypy --strict, import-linter, translations complete
    python3 dev.py bench [ARGS]  medians and ratios beside references of the same run; --json FILE
                                 keeps them, --against FILE prints ratios to kept ones,
                                 --keep FILE does both
    python3 dev.py kills [N [M]] a playing user is killed N times; M times by TERM, HUP, display
    python3 dev.py writing [STEPS] a user writes at random on every page; page and text stay one
    python3 dev.py fields [STEPS]  random edits of front matter, against readers that are not ours
    python3 dev.py engines [NAME]  pages of other sites, as we and as their own engines show them
    python3 dev.py readers [FILE]  calendars that we write, as other programs read them
    python3 dev.py fuzz [MINUTES] [TARGET…]  broken input for every reader; crashes are kept
    python3 dev.py access        every page as a screen reader finds it, over AT-SPI on a real bus
    python3 dev.py shots [DIR]   a picture of every page and dialog: two languages, three schemes,
                                 1x and 2x, small windows, text at 200 %
    python3 dev.py translate     collect the sentences of the program, compile the translations
    python3 dev.py bundle WHAT…  what people install, made and tried: icons, folder, deb, rpm,
                                 windows, check; without WHAT it says more
    python3 dev.py lock          resolve the dependencies anew into requirements.lock

Each command first installs what is missing: on Debian and Ubuntu the system's libraries through apt
(as root or with sudo; elsewhere it says which), and a .venv with the locked packages, for ``run``
without those of developers.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
SIZES = {LOCK: ("750 MB", "about a minute"), DEV_LOCK: ("950 MB", "one to three minutes")}
NO_NETWORK = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "ProxyError")
NO_NETWORK += ("dns error", "error sending request")  # as uv says it
RESOURCES = ROOT / "resources"

FONTS = ["fonts-dejavu-core", "fonts-noto-color-emoji"]
SCREEN = ["xvfb", "xauth"]
"""A screen that nobody sees, where there is none."""
REFERENCES = ["hugo", "bubblewrap", "libenchant-2-2", "hunspell-de-de", "hunspell-en-us"]
REFERENCES += ["at-spi2-core", "dbus", "gir1.2-atspi-2.0", "python3-gi", *SCREEN]
"""What the tests compare the program with, dictionaries, and what a screen reader uses: wanted,
but not needed."""
COVERAGE = 95
"""Percent of the core's lines and branches that tests must reach."""


def fail(sentence: str) -> NoReturn:
    sys.exit(f"dev.py: {sentence}")


def call(*command: object, **options: object) -> None:
    """Run a command; stop with its exit code where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, **options)  # type: ignore[call-overload]
    if done.returncode:
        print(done.stdout or "", f"{command[0]} failed", sep="", file=sys.stderr, flush=True)
        sys.exit(done.returncode)


# --- set-up: system libraries ----------------------------------------------------------------


def missing_packages(wanted: list[str]) -> list[str]:
    """The Debian packages not installed here, if there is dpkg; one that provides them counts."""
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status} ${Provides}\n"]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = set()
    for line in listed.splitlines():
        package, status, *provides = line.split()
        if status == "installed":
            present |= {package, *(name.rstrip(",") for name in provides)}
    return [name for name in wanted if name not in present]


def ensure_system(*, needs_screen: bool) -> None:
    """What Qt loads; on Debian also fonts and, where there is no display, one that nobody sees."""
    from editor.cli.system_libraries import explain_missing, family_here, find_missing

    missing = find_missing()
    if shutil.which("apt-get"):
        wanted = [*FONTS, *(SCREEN if needs_screen else [])]
        packages = [library.debian for library in missing] + missing_packages(wanted)
        if packages:
            install(packages)
    elif missing:
        fail(explain_missing(missing, family_here()))


def ensure_references() -> None:
    """As root only: a test run should not ask for a password."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    missing = missing_packages(REFERENCES) if shutil.which("apt-get") and is_root else []
    if missing:
        try:
            install(missing)
        except SystemExit:
            print(
                f"dev.py: {' '.join(REFERENCES)} could not be installed; "
                "tests against them are skipped",
                flush=True,
            )


def install(packages: list[str]) -> None:
    """Install Debian packages, or say what an administrator has to type."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and not may_sudo():
        names = " ".join(choose_names(packages))
        fail(
            "Qt needs system libraries that only an administrator can install: "
            f"apt-get install {names} (with sudo, or as root)"
        )
    quiet = {
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        "stdout": subprocess.DEVNULL,
    }
    call(*as_root, "apt-get", "update", "-qq", **quiet)
    names = choose_names(packages)
    print(f"dev.py: installing {' '.join(names)}", flush=True)
    call(*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names, **quiet)


def may_sudo() -> bool:
    """Whether sudo is there, and works without a password."""
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def choose_names(packages: list[str]) -> list[str]:
    """Of ``new|old`` the name that this Debian or Ubuntu has: 64-bit times have renamed some."""
    choices = [name.split("|") for name in packages]
    names = (next(filter(is_offered, choice), choice[-1]) for choice in choices)
    return list(dict.fromkeys(names))


def is_offered(package: str) -> bool:
    """Whether apt has a version of a package, and not only others that provide it."""
    policy = subprocess.run(
        ["apt-cache", "policy", package],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    return "Candidate: " in policy and "Candidate: (none)" not in policy


# --- set-up: the virtual environment -----------------------------------------------------------


def fingerprint(lock: Path) -> str:
    parts = [
        lock.read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        sys.version.encode(),
        str(ROOT).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def check_python() -> None:
    """What costs nothing to look at comes first."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs on whatever Python the machine has
        fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    if not PYTHON.exists():
        if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
            fail(
                "Python’s modules venv and ensurepip are not installed "
                "(on Debian and Ubuntu: apt-get install python3-venv)"
            )
        if not os.access(ROOT, os.W_OK):
            fail(f"{ROOT} cannot be written; copy the checkout to a folder of your own")


def make_venv() -> None:
    # --clear: a .venv carried over from another machine or Python is no foundation
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        reason = (made.stderr or made.stdout).strip().splitlines() or ["no reason was given"]
        fail(f"{VENV} could not be made: {reason[-1]}")


def ensure_venv(lock: Path) -> None:
    """A .venv with the packages of a lock file; that of developers has what running needs, too."""
    stamp = VENV / "rundbrief.stamp"
    ready = stamp.read_text() if PYTHON.exists() and stamp.exists() else ""
    if ready in {fingerprint(lock), fingerprint(DEV_LOCK)}:
        return
    size, minutes = SIZES[lock]
    print(f"dev.py: preparing .venv (first time: {minutes}, {size})", flush=True)
    make_venv()
    only_uv = VENV / "uv.lock"
    only_uv.write_text(find_pin("uv"))
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--retries", "2", "install")
    fetch(*pip, "--quiet", "--no-input", "--require-hashes", "-r", only_uv)
    # uv takes a fifth of the time that pip would
    uv = (PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON)
    fetch(*uv, "--require-hashes", "-r", lock)
    if lock is DEV_LOCK:  # the program runs from here without being installed
        fetch(*uv, "--no-deps", "--no-build-isolation", "-e", ROOT)
    stamp.write_text(fingerprint(lock))


def find_pin(package: str) -> str:
    """What the lock file of developers says of one package: its version and hashes."""
    found = re.search(rf"^{package}==(?:.*\\\n)*.*\n", DEV_LOCK.read_text(), re.MULTILINE)
    return found[0] if found else fail(f"{DEV_LOCK.name} does not name {package}")


def fetch(*command: object) -> None:
    """Install packages; a sentence where there is no network."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True)
    if not done.returncode:
        return
    if any(sign in done.stderr for sign in NO_NETWORK):
        fail("the packages cannot be fetched: there is no network; try again when there is")
    if "No space left" in done.stderr:
        fail(f"the disk of {VENV} is full")
    print(done.stderr, file=sys.stderr)
    fail("the packages could not be installed; the reason stands above")


def ensure(lock: Path, *, needs_screen: bool) -> None:
    check_python()
    ensure_system(needs_screen=needs_screen)
    ensure_venv(lock)
    call(PYTHON, "hatch_build.py")  # compiles translations that have changed


# --- commands ----------------------------------------------------------------------------------


def has_display() -> bool:
    return (
        os.name == "nt"
        or sys.platform == "darwin"
        or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    )


def on_display(*command: object) -> None:
    """Run a command that opens windows: on the screen, else under Xvfb."""
    if has_display():
        call(*command)
    elif shutil.which("xvfb-run"):
        print(
            "dev.py: no display here, so the window opens under Xvfb (stop with Ctrl+C)", flush=True
        )
        plain = {
            **os.environ,
            "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
        }  # there is none behind Xvfb
        call("xvfb-run", "-a", "-s", "-screen 0 2880x1800x24", *command, env=plain)
    else:
        fail(
            "no display here and no Xvfb to stand in for it; on Debian: apt-get install xvfb xauth"
        )


def run(arguments: list[str]) -> None:
    files = [
        str(Path(argument).absolute()) if Path(argument).exists() else argument
        for argument in arguments
    ]
    if all(argument.startswith("-") for argument in files):
        files.append(str(next((RESOURCES / "sample").glob("**/*.md"))))
    on_display(PYTHON, "-m", "editor", *files)


def check(_: list[str]) -> None:
    tool = PYTHON.parent
    call(tool / "ruff", "check", "--quiet", ".")
    call(tool / "ruff", "format", "--check", "--quiet", ".")
    call(tool / "mypy")
    call(tool / "lint-imports", "--no-cache", stdout=subprocess.PIPE, text=True)
    call(PYTHON, "tests/translations.py", "--check")
    print("check: ruff, mypy --strict, import-linter and translations: no complaints", flush=True)


def run_pytest(*arguments: str) -> None:
    call(PYTHON, "-m", "pytest", "-q", "-n", "2", *arguments)


def fast(arguments: list[str]) -> None:
    run_pytest("-m", "not slow", "tests/core", *arguments)


def test(arguments: list[str]) -> None:
    """With ARGS these tests; else all checks, the fast tests first, and the core's coverage."""
    ensure_references()
    if arguments:
        run_pytest(*arguments)
        return
    check([])
    # measuring doubles the time, and the slow tests reach no line that the fast ones do not
    fast(["--cov=editor.core", "--cov-branch", "--cov-report="])
    call(PYTHON, "-m", "coverage", "report", "--format=total", f"--fail-under={COVERAGE}")
    run_pytest("-m", "slow", "tests/core")
    run_pytest("tests", "--ignore=tests/core")


def thorough(arguments: list[str]) -> None:
    os.environ["RUNDBRIEF_EVERYTHING"] = "1"
    ensure_references()
    run_pytest(*(arguments or ["tests"]))


def bench(arguments: list[str]) -> None:
    on_display(PYTHON, "tests/bench.py", *arguments)


def kills(arguments: list[str]) -> None:
    on_display(PYTHON, "tests/campaigns/kills.py", *arguments)


def fuzz(arguments: list[str]) -> None:
    call(PYTHON, "tests/campaigns/fuzz.py", *arguments)


def writing(arguments: list[str]) -> None:
    call(PYTHON, "tests/campaigns/writing.py", *arguments)


def fields(arguments: list[str]) -> None:
    call(PYTHON, "tests/campaigns/fields.py", *arguments)


def engines(arguments: list[str]) -> None:
    call(PYTHON, "tests/campaigns/engines.py", *arguments)


def readers(arguments: list[str]) -> None:
    call(PYTHON, "tests/campaigns/readers.py", *arguments)


def access(arguments: list[str]) -> None:
    on_display(PYTHON, "tests/campaigns/access.py", *arguments)


def shots(arguments: list[str]) -> None:
    on_display(PYTHON, "tests/screenshots.py", *arguments)


def translate(_: list[str]) -> None:
    call(PYTHON, "tests/translations.py")


def lock(_: list[str]) -> None:
    """Universal locks with hashes and no addresses: they install from any mirror."""
    shape = (
        *("--quiet", "--universal", "--upgrade", "--python-version", "3.11"),
        *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"),
    )
    compile_lock = (PYTHON, "-m", "uv", "pip", "compile", *shape, "pyproject.toml")
    call(*compile_lock, "--group", "dev", "-o", DEV_LOCK)
    call(*compile_lock, "--constraints", DEV_LOCK, "-o", LOCK)


def bundle(arguments: list[str]) -> None:
    call(PYTHON, "resources/packaging/build.py", *arguments)


COMMANDS = {
    "run": run,
    "test": test,
    "thorough": thorough,
    "fast": fast,
    "check": check,
    "bench": bench,
    "kills": kills,
    "writing": writing,
    "fields": fields,
    "engines": engines,
    "readers": readers,
    "fuzz": fuzz,
    "access": access,
    "shots": shots,
    "translate": translate,
    "bundle": bundle,
    "lock": lock,
}


def main() -> None:
    name, *arguments = sys.argv[1:] or [""]
    if name not in COMMANDS:
        print(__doc__)
        sys.exit(0 if name in ("", "-h", "--help") else 2)
    is_run = name == "run"
    try:
        ensure(LOCK if is_run else DEV_LOCK, needs_screen=not is_run or not has_display())
        COMMANDS[name](arguments)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
