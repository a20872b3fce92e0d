"""Other editors beside ours, from outside: until a window is drawn, and what it takes then."""

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
    print("others, on the same file: until its window is drawn; reference: ours")
    commands = {"Rundbrief": [sys.executable, "-m", "editor"]}
    commands |= {name: [path] for name in _PROGRAMS if (path := shutil.which(name))}
    reference = None
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "2026-02-09-out-in-the-open-january-2026.md"
        path.write_text(text, encoding="utf-8")
        starts: dict[str, list[tuple[float, float]]] = {program: [] for program in commands}
        for _ in range(_ROUNDS + 1):  # in turns: a busy host would be slower for one of them
            for program, command in commands.items():
                home = Path(name) / f"{program}-home"
                starts[program].append(_start([*command, str(path)], home))
        for program, measured in starts.items():
            times, memory = zip(*measured[1:], strict=True)  # the first start fills caches
            median = row(f"{program}: window drawn", list(times), reference)
            reference = reference or median
            taken = f"{statistics.median(memory):.0f} MiB after {_SETTLED} seconds"
            print(f"  {program}: {taken} (PSS, all processes)")


def _start(command: list[str], home: Path) -> tuple[float, float]:
    """Milliseconds until something is drawn, and MiB of all processes."""
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
        seen = watch.stdout.readline()
        watch.wait()
        time.sleep(_SETTLED)
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(True)]
        memory = sum(each.memory_full_info().pss for each in family) / 2**20
        for each in reversed(family):
            each.kill()
    time.sleep(0.5)
    return (float(seen) - began) * 1000 if seen else _LONGEST * 1000, memory
