"""Other editors beside ours, from outside: until a window is drawn and filled, and its memory."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
_PROGRAMS = ("ghostwriter", "retext", "apostrophe")
_ROUNDS = 5
_SETTLED = 6
"""Seconds after which its memory is measured."""
_LONGEST = 30


def bench_others(text: str, row: Callable[..., float]) -> None:
    """Start each program on the same file."""
    if not os.environ.get("DISPLAY"):
        print("others: no display, nothing is measured")
        return
    print("others, on the same file: until its window is drawn, and half of what it shows at last")
    commands = {"Rundbrief": [sys.executable, "-m", "editor"]}
    commands |= {name: [path] for name in _PROGRAMS if (path := shutil.which(name))}
    drawn_reference = filled_reference = None
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "2026-02-09-out-in-the-open-january-2026.md"
        path.write_text(text, encoding="utf-8")
        starts: dict[str, list[tuple[float, float, float]]] = {program: [] for program in commands}
        for _ in range(_ROUNDS + 1):  # in turns: a busy host would be slower for one of them
            for program, command in commands.items():
                home = Path(name) / f"{program}-home"
                starts[program].append(_start([*command, str(path)], home))
        for program, measured in starts.items():
            drawn, filled, memory = zip(*measured[1:], strict=True)  # the first fills caches
            median = row(f"{program}: window drawn", list(drawn), drawn_reference)
            drawn_reference = drawn_reference or median
            median = row(f"{program}: filled", list(filled), filled_reference)
            filled_reference = filled_reference or median
            taken = f"{statistics.median(memory):.0f} MiB after {_SETTLED} seconds"
            print(f"  {program}: {taken} (PSS, all processes)")


def _start(command: list[str], home: Path) -> tuple[float, float, float]:
    """Milliseconds until something is drawn, and until much is; and MiB of all processes."""
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu --no-sandbox",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a warm start has compiled modules
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    watch = subprocess.Popen(
        [sys.executable, str(ROOT / "tests/helpers/screen_watch.py"), str(_LONGEST)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert watch.stdout
    assert watch.stdout.readline() == "ready\n"
    began = time.monotonic()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, cwd=home, **quiet) as process:
        moments = [float(line) for line in watch.stdout]
        watch.wait()
        time.sleep(max(0.0, began + _SETTLED - time.monotonic()))
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(True)]
        memory = sum(each.memory_full_info().pss for each in family) / 2**20
        for each in reversed(family):
            each.kill()
    time.sleep(0.5)
    drawn, filled = moments or (began + _LONGEST, began + _LONGEST)
    return (drawn - began) * 1000, (filled - began) * 1000, memory
