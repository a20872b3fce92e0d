#!/usr/bin/env python3
"""Everything a developer types. Standard library only: it must run on a bare machine.

    python3 dev.py run [FILE]    start the program (a sample issue where no FILE is named)
    python3 dev.py test [ARGS]   all checks and all tests; ARGS go to pytest
    python3 dev.py fast [ARGS]   the core's tests alone, without those over all real documents
    python3 dev.py check         ruff, mypy --strict, import-linter, translations complete
    python3 dev.py bench [ARGS]  medians and ratios beside references of the same run; --json FILE
                                 keeps them, --against FILE prints ratios to kept ones
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
    python3 dev.py lock          resolve the dependencies anew into requirements.lock

Each command first installs what is missing: Debian's libraries through apt (as root or with sudo),
and a .venv with the locked packages.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
RESOURCES = ROOT / "resources"

WIDGETS = "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
XCB = "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 xvfb xauth"
WEBENGINE = (
    "libnss3 libasound2 libxcomposite1 libxdamage1 libxfixes3 libxrandr2 libxtst6 libxkbfile1 "
    "libgssapi-krb5-2"
)
FONTS = "fonts-dejavu-core fonts-noto-color-emoji"
PACKAGES = f"{WIDGETS} {XCB} {WEBENGINE} {FONTS}".split()
REFERENCES = ["hugo", "bubblewrap", "libenchant-2-2", "hunspell-de-de", "hunspell-en-us"]
REFERENCES += ["at-spi2-core", "dbus", "gir1.2-atspi-2.0", "python3-gi", "xvfb", "xauth"]
"""What the tests compare the program with, dictionaries, and what a screen reader uses: wanted,
but not needed."""
COVERAGE = 95
"""Percent of the core's lines and branches that tests must reach."""


def fail(sentence: str) -> None:
    sys.exit(f"dev.py: {sentence}")


def call(*command: object, **options: object) -> None:
    """Run a command; stop with its exit code where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, **options)  # type: ignore[call-overload]
    if done.returncode:
        print(done.stdout or "", f"{command[0]} failed", sep="", file=sys.stderr, flush=True)
        sys.exit(done.returncode)


# --- set-up: system libraries ----------------------------------------------------------------


def missing_packages(wanted: list[str]) -> list[str]:
    """The Debian packages not installed here; none on systems without dpkg.

    Debian 13 renamed some libraries (libglib2.0-0t64): a package that another one provides counts.
    """
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status} ${Provides}\n"]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = set()
    for line in listed.splitlines():
        package, status, *provides = line.split()
        if status == "installed":
            present |= {package, *(name.strip(",") for name in provides)}
    return [name for name in wanted if name not in present]


def ensure_system() -> None:
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = missing_packages(PACKAGES)
    if missing:
        install(missing)


def ensure_references() -> None:
    """As root only: a test run should not ask for a password."""
    missing = missing_packages(REFERENCES) if shutil.which("apt-get") and os.geteuid() == 0 else []
    if missing:
        try:
            install(missing)
        except SystemExit:
            print(
                f"dev.py: {' '.join(REFERENCES)} could not be installed; "
                "tests against them are skipped",
                flush=True,
            )


def install(missing: list[str]) -> None:
    names = " ".join(missing)
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode:
        fail(
            "Qt needs system libraries that only an administrator can install: "
            f"sudo apt-get install {names}"
        )
    print(f"dev.py: installing {names}", flush=True)
    quiet = {
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        "stdout": subprocess.DEVNULL,
    }
    call(*sudo, "apt-get", "update", "-qq", **quiet)
    call(*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing, **quiet)


# --- set-up: the virtual environment -----------------------------------------------------------


def fingerprint() -> str:
    parts = [
        LOCK.read_bytes(),
        (ROOT / "pyproject.toml").read_bytes(),
        sys.version.encode(),
        str(ROOT).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def find_uv() -> Path:
    """uv from the PATH, else one of our own inside the .venv."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    own = PYTHON.with_name("uv.exe" if os.name == "nt" else "uv")
    if not own.exists():
        call(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv")
    return own


def make_venv() -> None:
    # --clear: a .venv carried over from another machine or Python is no foundation
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        fail("Python's venv module is incomplete; on Debian: apt-get install python3-venv")


def ensure_venv() -> None:
    stamp = VENV / "rundbrief.stamp"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint():
        return
    print("dev.py: preparing .venv (first time: one to three minutes)", flush=True)
    make_venv()
    uv = find_uv()
    call(uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", LOCK)
    call(
        uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        PYTHON,
        "--no-deps",
        "--no-build-isolation",
        "-e",
        ROOT,
    )
    stamp.write_text(fingerprint())


def ensure() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs on whatever Python the machine has
        fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}")
    ensure_system()
    ensure_venv()
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
    """A universal lock with hashes and no addresses: it installs from any mirror."""
    command = (
        find_uv(),
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--upgrade",
        "--python-version",
        "3.11",
    )
    shape = (
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--no-emit-index-url",
        "--group",
        "dev",
    )
    call(*command, *shape, "pyproject.toml", "-o", LOCK)


COMMANDS = {
    "run": run,
    "test": test,
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
    "lock": lock,
}


def main() -> None:
    name, *arguments = sys.argv[1:] or [""]
    if name not in COMMANDS:
        print(__doc__)
        sys.exit(0 if name in ("", "-h", "--help") else 2)
    ensure()
    try:
        COMMANDS[name](arguments)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
