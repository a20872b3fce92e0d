"""Speed, measured in one run beside named references. Nothing here passes or fails: it prints.

bench.py [core] [checks] [photo] [start] [typing] [journal] [writing] [events] [ten] [thousands]
         [pages] [hugo] [home] [memory] [others] [--json FILE] [--against FILE] [--keep FILE]
         [--profile FILE]

All of it by default, on the largest real issue where it is at hand, else on the sample grown to
its size. ``--json`` keeps the figures in a file, ``--against`` prints how many times those of such
a file each takes now; ``--keep`` does both with one file, from run to run. ``--profile`` says where
the time of the window's thread went, and keeps it for any viewer of Python profiles; figures are
larger then.
"""

import argparse
import cProfile
import json
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --disable-logging")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false;*.info=false")

from bench_others import bench_others
from helpers.corpus import LARGEST, REAL_ISSUES, SAMPLE, text_of

if TYPE_CHECKING:
    from editor.ui.main_window.window import MainWindow
    from PySide6.QtWidgets import QApplication, QTableView, QWidget

ROOT = Path(__file__).resolve().parent.parent
SIZE = 117_000
"""Bytes of the largest real issue, about."""
KEYS = 150
"""How many keys are pressed in each place."""
WARM = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A warm start has compiled modules."""


def issue_text() -> str:
    """Return the text that is measured with."""
    if REAL_ISSUES:
        return text_of(LARGEST)
    text = text_of(SAMPLE)
    start, end = text.index("## Open Data"), text.index("## Recap")
    return text[:start] + text[start:end] * (SIZE // 1500) + text[end:]


def grown(text: str, times: int) -> str:
    """Return a text with its body repeated: as many times the events, headings and paragraphs."""
    from editor.core.frontmatter.reading import read_front_matter

    body = read_front_matter(text).body
    return text[:body] + text[body:] * times


def timed(work: Callable[[], Any], rounds: int = 30) -> list[float]:
    """Return the milliseconds that each of some rounds takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(since(start))
    return times


def since(start: float) -> float:
    """Return the milliseconds since a moment."""
    return (time.perf_counter() - start) * 1000


def kilobytes(text: str) -> str:
    """Return the size of a text in words."""
    return f"{len(text.encode()) / 1000:.0f} kB"


class Figures:
    """The rows of a run, and those of an earlier one that they are held against."""

    def __init__(self) -> None:
        self.part = ""
        self.rows: dict[str, dict[str, float]] = {}
        self.before: dict[str, dict[str, float]] = {}

    def add(self, name: str, median: float, p95: float) -> str:
        """Keep a row; returns what to print of the earlier one."""
        key, number = f"{self.part}: {name}", 1
        while key in self.rows:
            number += 1
            key = f"{self.part}: {name} ({number})"
        self.rows[key] = {"median_ms": round(median, 3), "p95_ms": round(p95, 3)}
        before = self.before.get(key, {}).get("median_ms")
        return f"   {median / before:6.2f} x before" if before else ""


FIGURES = Figures()


def row(name: str, times: list[float], reference: float | None = None) -> float:
    """Print a row; returns its median."""
    times = sorted(times)
    median = statistics.median(times)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    ratio = f"   {median / reference:6.2f} x reference" if reference else ""
    ratio += FIGURES.add(name, median, p95)
    print(f"  {name:<46} median {median:8.2f} ms   p95 {p95:8.2f} ms{ratio}")
    return median


# --- the core -------------------------------------------------------------------------------------


def bench_core(text: str) -> None:
    """Parsing and rendering."""
    from editor.core.frontmatter.reading import read_front_matter
    from editor.core.issue.issue import parse_issue
    from editor.core.rendering.chunks import render_chunk
    from editor.core.rendering.page import render_page
    from markdown_it import MarkdownIt

    print(f"core, {kilobytes(text)} issue; reference: markdown-it's block parse of the same body")
    parser = MarkdownIt("commonmark")
    body = text[read_front_matter(text).body :]
    reference = row(
        "reference: markdown-it, blocks only",
        timed(lambda: parser.block.parse(body, parser, {}, [])),
    )
    plain = row("parse", timed(lambda: parse_issue(text)), reference)
    tenfold = row("parse, ten times the size", timed(lambda: parse_issue(grown(text, 10)), 8))
    print(f"  {'growth of parse, ten times the size':<46} {tenfold / plain:8.2f} x")
    issue = parse_issue(text)

    def cold() -> None:
        render_chunk.cache_clear()
        render_page(issue)

    row("render, all of it", timed(cold, 8), reference)
    at = len(text) // 3
    edits = iter(range(1, 10_000))
    row(
        "render after a key press",
        timed(lambda: render_page(parse_issue(text[:at] + "x" * next(edits) + text[at:]))),
        reference,
    )


def bench_checks(text: str) -> None:
    """All checks, as the window and the command line make them."""
    from editor.app.services import profile_registry
    from editor.app.services.gazetteer_loading import load_gazetteer
    from editor.core.checks.diagnostic import CheckContext
    from editor.core.checks.table import run_checks
    from editor.core.issue.issue import parse_issue

    print(f"checks, {kilobytes(text)} issue; reference: parse")
    profile = profile_registry.load_profiles().named("newsletter")
    reference = row("reference: parse", timed(lambda: parse_issue(text, profile)))
    context, edits = CheckContext(load_gazetteer()[0]), iter(range(1, 10_000))

    def check(text: str) -> None:
        run_checks(parse_issue(text, profile), context)

    check(text)
    row(
        "all checks after a key press",
        timed(lambda: check(text.replace("Open", "Open" + "x" * next(edits), 1))),
        reference,
    )
    ten = grown(text, 10)
    row(
        "all checks, ten times the size",
        timed(lambda: check(ten + "x" * next(edits)), 4),
        reference,
    )
    if REAL_ISSUES:
        bench_check_command([sys.executable, "-m", "editor", "check", *map(str, REAL_ISSUES)])


def bench_check_command(command: list[str]) -> None:
    """``rundbrief check``, with the memory of earlier runs empty, and full."""
    name = f"rundbrief check, {len(REAL_ISSUES)} issues"
    with tempfile.TemporaryDirectory() as cache:
        numbers = iter(range(100))

        def check_anew() -> None:
            run_quietly(command, check=False, cache=f"{cache}/{next(numbers)}")

        check_anew()
        row(name, timed(check_anew, 7))
        again = timed(lambda: run_quietly(command, check=False, cache=f"{cache}/0"), 7)
        row(f"{name}, nothing has changed", again)


def run_quietly(command: list[str], *, check: bool = True, cache: str = "") -> None:
    """Run a command without its output; with ``check`` one that fails ends the measurement."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**WARM, "XDG_CACHE_HOME": cache} if cache else WARM
    subprocess.run(command, cwd=ROOT, env=environment, check=check, **quiet)


def bench_photo() -> None:
    """A photo of 24 megapixels, on its side, made into a header."""
    import io

    from editor.app.services.photos import largest_box, make_photo, open_photo
    from editor.core.profiles.profile import ImageSettings
    from PIL import Image

    exif, file = Image.Exif(), io.BytesIO()
    exif[0x0112] = 6  # the orientation
    picture = Image.effect_noise((4000, 6000), 90).convert("RGB")
    picture.save(file, "JPEG", quality=90, exif=exif)
    data, spec = file.getvalue(), ImageSettings()

    def decode() -> None:
        Image.open(io.BytesIO(data)).load()

    print(f"photo, {len(data) / 1e6:.0f} MB; reference: Pillow's decoding of it")
    reference = row("reference: decoding", timed(decode, 5))
    row("opening", timed(lambda: open_photo(data, "x.jpg"), 5), reference)
    photo = open_photo(data, "x.jpg")
    box = largest_box(photo.size, spec)
    row("making the header", timed(lambda: make_photo(photo, box, spec), 5), reference)


# --- the window -----------------------------------------------------------------------------------


BARE = """
import os
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
class Painted(QWidget):
    def paintEvent(self, event):
        os._exit(0)
window = Painted()
window.show()
app.exec()
"""
OURS = """
import os, sys
from types import ModuleType
def run_window(*arguments, **options):
    del sys.modules["editor.ui.main"]
    from editor.ui import main
    make_frame = main.make_frame
    def make_ending_frame(settings):
        window = make_frame(settings)
        window.painted.connect(lambda: os._exit(0))
        return window
    main.make_frame = make_ending_frame
    main.run_window(*arguments, **options)
module = sys.modules["editor.ui.main"] = ModuleType("editor.ui.main")
module.run_window = run_window
from editor.cli.main import main
os.environ["XDG_RUNTIME_DIR"] = os.environ["XDG_STATE_HOME"] = os.devnull  # no program runs there
main(sys.argv[1:])
"""
"""The command as it is called, which ends when its window has been painted."""


def bench_start() -> None:
    """The time from nothing to a painted window, or to the end of a command."""
    print("start; reference: python3 -c 'import PySide6.QtWidgets' and a bare QWidget, painted")
    starts = {
        "reference: a bare widget, painted": [sys.executable, "-c", BARE],
        "start to painted window, home": [sys.executable, "-c", OURS, "--home"],
        "start to painted window, a file": [sys.executable, "-c", OURS, str(SAMPLE)],
        "rundbrief --version": [sys.executable, "-m", "editor", "--version"],
        "rundbrief check, one issue": [sys.executable, "-m", "editor", "check", str(SAMPLE)],
    }
    times: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(9):  # in turns: a busy host would be slower for one of them
        for name, command in starts.items():
            times[name] += timed(lambda command=command: run_quietly(command), 1)
    reference = None
    for name, taken in times.items():
        median = row(name, taken[1:], reference)  # the first start fills caches
        reference = reference or median


@cache
def application() -> "QApplication":
    """Return the one application of this process."""
    from editor.ui import main

    return main.make_application("de")


@contextmanager
def opened(text: str, *, writing: bool = False) -> "Iterator[MainWindow]":
    """Open a text in a window with everything in it, by default as plain Markdown."""
    from editor.app.services.settings import Settings
    from editor.ui import main
    from PySide6.QtCore import QSettings

    application()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "2026-02-09-out-in-the-open-january-2026.md"
        path.write_text(text, encoding="utf-8")
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")  # drafts are not the user's
        store = QSettings(str(Path(name) / "s.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.keep(writing=writing)
        window = main.make_window(settings)
        window.resize(1360, 860)
        window.show()
        window.open_path(path)
        yield window
        window.session.stack.setClean()
        window.close()


def wait_until(is_ready: Callable[[], bool], seconds: float = 20) -> None:
    """Let events be handled until something is so, or the time is over."""
    from PySide6.QtCore import QCoreApplication

    end = time.perf_counter() + seconds
    while not is_ready() and time.perf_counter() < end:
        QCoreApplication.processEvents()
        time.sleep(0.0002)


def wait(seconds: float) -> None:
    """Let events be handled for some time."""
    wait_until(lambda: False, seconds)


def press(widget: "QWidget", char: str) -> float:
    """Press a key and let it go; returns the milliseconds until the next event."""
    from PySide6.QtCore import Qt

    from helpers.qt_input import press_key

    start = time.perf_counter()
    press_key(widget, Qt.Key.Key_A, char)
    return since(start)


def bench_typing(text: str, keys: int = KEYS) -> None:
    """Typing into the Markdown, with the preview beside it."""
    with opened(text) as window:
        patched: list[float] = []
        window.preview_patched.connect(lambda: patched.append(time.perf_counter()))
        wait_until(lambda: bool(patched))
        events = text.rfind("## Veranstaltungen")
        places = {
            "prose": text.rindex("](", 0, len(text) // 2),
            "events": text.index("**", max(events, 0)) + 3,
        }
        for name, position in places.items():
            window.workspace.show_page("source")
            window.workspace.source.go_to(position)
            wait_until(lambda: not window.workspace.source.isReadOnly())
            wait(0.4)
            type_keys(window, patched, name, keys)
        print(f"  memory after {2 * keys} patches: {describe_memory()}")


def describe_memory() -> str:
    """Say what all processes of the program take; shared pages are shared out where it is known."""
    import psutil

    processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
    sizes = [process.memory_full_info() for process in processes]
    shares = [getattr(size, "pss", 0) for size in sizes]
    memory = sum(shares if all(shares) else (size.rss for size in sizes)) / 2**20
    kind = "PSS" if all(shares) else "resident, shared pages counted each time"
    return f"{memory:.0f} MiB in {len(processes)} processes ({kind})"


def bench_memory(text: str, edits: int = 10_000) -> None:
    """What a day of writing leaves behind: thousands of edits, here and there, some taken back."""
    from editor.core.base.edits import Edit

    print(f"memory, {kilobytes(text)}; opened, and after each {edits // 4} edits")
    with opened(text, writing=True) as window:
        patched: list[float] = []
        window.preview_patched.connect(lambda: patched.append(time.perf_counter()))
        wait_until(lambda: bool(patched))
        wait(3)
        print(f"  opened: {describe_memory()}")
        for number in range(1, edits + 1):
            place = text.rindex("](", 0, len(text) // 4 * (1 + number % 3))
            window.session.apply([Edit(place, place, "x")], "typed", merge=f"{number // 20}")
            if number % 3 == 0:
                window.session.stack.undo()
            wait_until(lambda: True) if number % 10 else wait(0.02)
            if number % (edits // 4) == 0:
                wait(2)
                print(f"  after {number} edits: {describe_memory()}")
        wait(6)  # the engine looks for what nobody needs any more when it has a rest
        print(f"  after a rest: {describe_memory()}")


def run_events(seconds: float, until: Any = None) -> None:
    """Let the window live as it does with a user: its loop sleeps, and takes the lock from nobody.

    ``until`` is a signal that ends it before the time is over.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    if until is not None:
        until.connect(loop.quit)
    QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
    loop.exec()


def type_keys(window: "MainWindow", patched: list[float], place: str, keys: int) -> None:
    """Type where the caret is; ``patched`` gets the moments at which the preview was patched.

    Every other key is for the beats that tell how long the window's thread is blocked: each beat
    takes the interpreter's lock, which slows the rendering down.
    """
    from PySide6.QtCore import Qt, QTimer

    beats: list[float] = []
    heart = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    latencies, blocked, pressed = [], [], []
    for number in range(2 * keys):
        is_beating = number % 2 == 1
        patched.clear()
        beats.clear()
        if is_beating:
            heart.start()
        start = time.perf_counter()
        held = press(window.workspace.source, "aeinrst "[number % 8])
        run_events(3, window.preview_patched)
        end = patched[0] if patched else time.perf_counter()
        run_events(0.16)  # outline and forms follow after 120 ms of quiet
        if is_beating:
            heart.stop()
            gaps = [later - earlier for earlier, later in zip(beats, beats[1:], strict=False)]
            blocked.append(max(0.0, max(gaps, default=0.0) * 1000 - heart.interval()))
        else:
            pressed.append(held)
            latencies.append((end - start) * 1000)
    size = kilobytes(window.session.text)
    print(f"typing {keys} keys in {place}, {size} issue, window and engine real")
    row("key press, until the next event", pressed)
    row("key press to patched preview", latencies)
    row("longest time the GUI thread was blocked, per key", blocked)


def bench_journal(text: str, keys: int = 2 * KEYS) -> None:
    """Typing with the journal and without it, key by key in turn."""
    from editor.app.drafts.draft_keeper import DraftKeeper

    with opened(text) as window:
        patched: list[float] = []
        window.preview_patched.connect(lambda: patched.append(time.perf_counter()))
        wait_until(lambda: bool(patched))
        window.workspace.show_page("source")
        window.workspace.source.go_to(text.rindex("](", 0, len(text) // 2))
        keeper = window.findChild(DraftKeeper)
        stepped, keep = window.session.stepped, keeper._on_stepped
        times: dict[bool, list[list[float]]] = {True: [[], []], False: [[], []]}
        wait(0.4)
        for number in range(keys):
            with_journal = number % 2 == 0
            if not with_journal:
                stepped.disconnect(keep)
            patched.clear()
            start = time.perf_counter()
            times[with_journal][0].append(press(window.workspace.source, "aeinrst "[number % 8]))
            wait_until(lambda: bool(patched), 3)
            times[with_journal][1].append(since(start))
            wait(0.2)
            if not with_journal:
                stepped.connect(keep)
        print(f"typing {keys} keys in prose, {kilobytes(text)} issue, every other with the journal")
        for index, name in enumerate(("until the next event", "to patched preview")):
            reference = row(f"key press {name}, no journal", times[False][index])
            row(f"key press {name}, journal", times[True][index], reference)


def bench_writing(text: str, keys: int = 2 * KEYS) -> None:
    """A key on the page to write on, and in the plain view, until the screen shows it."""
    print(f"typing {keys} keys in prose, {kilobytes(text)} issue, until the screen shows them")
    reference = None
    for is_writing in (False, True):
        with opened(text, writing=is_writing) as window:
            page = window.workspace.text
            window.workspace.show_page("source")
            position = text.rindex("](", 0, len(text) // 2)
            page.go_to(text.rindex("\n", 0, position) + 1 + 20)
            page.view.setFocus()
            wait(1)
            times = []
            for number in range(keys):
                start = time.perf_counter()
                press(page.view, "aeinrst "[number % 8])
                page.view.viewport().repaint()
                times.append(since(start))
                wait(0.2)
            name = "the page to write on" if is_writing else "the plain view"
            reference = row(f"key press until painted, {name}", times, reference)


def bench_pages(text: str, rounds: int = 8) -> None:
    """Opening another document, going from page to page, to home and back; until all is drawn."""
    from editor.ui.workspace.pages import Page
    from PySide6.QtCore import QCoreApplication

    def take(act: Callable[[], object]) -> float:
        start = time.perf_counter()
        act()
        QCoreApplication.processEvents()
        taken = since(start)
        wait(0.3)
        return taken

    with opened(text, writing=True) as window, tempfile.TemporaryDirectory() as name:
        wait(5)
        print(f"pages, {kilobytes(text)} issue: how long the window's thread is held")
        workspace, other = window.workspace, Path(name) / "2026-03-09-out-in-the-open-february.md"
        other.write_text(text.replace("Open", "Offen"), encoding="utf-8")
        opened_path = window.session.path
        assert opened_path
        steps: dict[str, Callable[[], object]] = {
            f"page “{page}”": lambda page=page: workspace.show_page(page) for page in Page
        }
        steps |= {
            "list of problems, opened": lambda: workspace.diagnostics.show_open(True),
            "list of problems, closed": lambda: workspace.diagnostics.show_open(False),
            "publishing": window.front.show_publishing,
            "home": window.front.show_home,
            "back to the document": window.front.show_document,
            "another document": lambda: window.open_path(other),
            "the document of before": lambda: window.open_path(opened_path),
        }
        times: dict[str, list[float]] = {step: [] for step in steps}
        for _ in range(rounds + 1):
            for step, act in steps.items():
                times[step].append(take(act))
        for step, taken in times.items():
            row(step, taken[1:])


def bench_events(text: str, keys: int = 40) -> None:
    """Opening the page of events, and typing into the form of one."""
    from editor.core.issue.issue import parse_issue
    from PySide6.QtCore import QCoreApplication

    with opened(text) as window:
        wait(4)
        workspace, profile = window.workspace, window.session.profile
        count = len(window.session.issue.events)
        print(f"events: {count} in {kilobytes(text)}; reference: parse of the text")
        reference = row("reference: parse", timed(lambda: parse_issue(text, profile), 10))

        def show_events() -> None:
            workspace.show_page("event")
            QCoreApplication.processEvents()

        shown = []
        for _ in range(8):
            workspace.show_page("head")
            QCoreApplication.processEvents()
            shown += timed(show_events, 1)
        row("opening the page of events", shown, reference)
        workspace.middle.events.select(count // 2)
        title, pressed, handled = workspace.middle.events.fields.title, [], []
        title.setFocus()
        for number in range(keys):
            start = time.perf_counter()
            pressed.append(press(title, "aeinrst"[number % 7]))
            QCoreApplication.processEvents()
            handled.append(since(start))
            wait(0.3)
        row("a key in the title, until the text has it", pressed, reference)
        row("a key in the title, with all that follows at once", handled, reference)
        row(
            "scrolling the table",
            scroll(workspace.middle.events.listing.table),
            reference,
        )


def scroll(table: "QTableView") -> list[float]:
    """Scroll a table to and fro; returns the milliseconds of each step."""
    bar, times = table.verticalScrollBar(), []
    for number in range(30):
        start = time.perf_counter()
        bar.setValue(number * 40 % max(bar.maximum(), 1))
        table.viewport().repaint()
        times.append(since(start))
    return times


def two_thousand() -> str:
    """Return an issue with 2000 events."""
    head = "---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n"
    prose = "## Open Data\nEin [Portal](https://t.example) ist da.\n\n## Veranstaltungen\n"
    events = (
        f"* Mittwoch, {4 + 7 * (number % 4):02}.03.2026, 19:00-21:00, "
        f"Haus, Weg {number}, 04109 Leipzig: **Termin {number}**\n"
        f"  * https://t.example/{number}\n"
        for number in range(2000)
    )
    return head + prose + "".join(events)


# --- what authors use without us ------------------------------------------------------------------


def bench_hugo(text: str) -> None:
    """``hugo server`` on a site with this issue and its neighbors: from saving to being served."""
    from editor.app.site.hugo import HugoServer

    from helpers import hugo
    from helpers.corpus import CORPUS

    if hugo.HUGO is None:
        print("hugo: not installed, so not measured")
        return
    application()
    texts = {path.stem: text_of(path) for path in CORPUS}
    bodies = {
        name: neighbor.partition("\n---")[2].lstrip("-\n")
        for name, neighbor in texts.items()
        if "{{<" not in neighbor
    }
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        page = hugo.site(root, bodies)
        page.write_text(text, encoding="utf-8")
        server, news = HugoServer(), []
        server.ready.connect(news.append)
        server.built.connect(lambda: news.append("built"))
        server.failed.connect(lambda message: sys.exit(str(message)))
        start = time.perf_counter()
        server.start(root, page, text.encode())
        wait_until(lambda: bool(news), 600)
        print(f"hugo server, {len(list(page.parent.iterdir()))} pages")
        row("hugo: from the click to the real page", [since(start)])
        address, saved = news[0], []
        for number in range(8):
            news.clear()
            start = time.perf_counter()
            server.update(text.replace("\n\n", f"\n\nSatz {number}. ", 2).encode())
            wait_until(lambda: bool(news), 600)
            with urllib.request.urlopen(address) as answer:
                answer.read()
            saved.append(since(start))
        row("hugo: from saving to the page served", saved)
        server.stop()


def bench_home() -> None:
    """A site of 3,000 pages: how long until all are listed, what it costs the window, searches."""
    from editor.app.library.library import Library
    from editor.app.library.page_index import PageIndex
    from editor.app.services.profile_registry import load_profiles
    from PySide6.QtCore import Qt, QTimer

    application()
    sample = text_of(SAMPLE)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "site"
        folder = root / "content" / "blog"
        folder.mkdir(parents=True)
        (root / "config.toml").write_text('baseURL = "https://codefor.de/"\n')
        for number in range(3_000):
            day = f"{2000 + number % 26}-{number % 12 + 1:02}-{number % 28 + 1:02}"
            text = sample.replace("2026-03-09", day).replace("Frühjahrsputz", f"Seite {number}")
            if number % 5:  # as on the site of the first users, one page of five is an issue
                text = text[: text.index("## Fristen")]
            (folder / f"{day}-{number}.md").write_text(text, encoding="utf-8")
        library = Library(load_profiles())
        for words in ("the first time", "nothing has changed"):
            beats, listed = [], []
            heart = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
            heart.timeout.connect(lambda beats=beats: beats.append(time.perf_counter()))
            library.listed.connect(lambda pages, whole, to=listed: whole and to.append(len(pages)))
            heart.start()
            start = time.perf_counter()
            library.follow(root)
            wait_until(lambda listed=listed: bool(listed), 120)
            took = since(start)
            heart.stop()
            pairs = zip(beats, beats[1:], strict=False)
            gaps = [1000 * (after - before) for before, after in pairs]
            print(f"home: {listed[0]} pages, one of five an issue of 11 kB, {words}")
            row("home: until all are listed", [took])
            row("home: between two beats of the window's thread", gaps)
            print(f"  longest: {max(gaps):.0f} ms")
        index = PageIndex(root)
        for words in ("Hackwochenende", "stammtisch.example/baeume", "chwochenend", "nirgendwo"):
            row(f"home: search for {words}", timed(lambda words=words: index.search(words), 9))
        library.close_down()
        index.throw_away()


def main() -> None:
    """Measure what the arguments name."""
    text = issue_text()
    parts = {
        "core": lambda: bench_core(text),
        "checks": lambda: bench_checks(text),
        "photo": bench_photo,
        "start": bench_start,
        "typing": lambda: bench_typing(text),
        "journal": lambda: bench_journal(text),
        "writing": lambda: bench_writing(text),
        "events": lambda: (bench_events(text), bench_events(two_thousand(), 10)),
        "ten": lambda: bench_typing(grown(text, 10), 20),
        "thousands": lambda: bench_typing(two_thousand(), 40),
        "pages": lambda: bench_pages(text),
        "hugo": lambda: bench_hugo(text),
        "home": bench_home,
        "memory": lambda: bench_memory(text),
        "others": lambda: bench_others(text, row),
    }
    parser = argparse.ArgumentParser(description="Measure, beside references in the same run.")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(parts)}; all where none is named")
    parser.add_argument("--json", type=Path, help="keep the figures in this file")
    parser.add_argument("--against", type=Path, help="print ratios to the figures of this file")
    parser.add_argument("--profile", type=Path, help="keep a profile of the calls in this file")
    parser.add_argument("--keep", type=Path, help="both with one file, if it is there already")
    options = parser.parse_args()
    if options.keep:
        options.json = options.keep
        options.against = options.keep if options.keep.exists() else None
    if unknown := set(options.parts) - set(parts):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    if options.against:
        FIGURES.before = json.loads(options.against.read_text(encoding="utf-8"))["rows"]
    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    # others first: what this process loads as well would be shared out between the two
    for name in sorted(options.parts or parts, key=lambda name: name != "others"):
        FIGURES.part = name
        parts[name]()
    if options.profile:
        profile.disable()
        profile.dump_stats(options.profile)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    if options.json:
        kept = {"machine": f"{os.cpu_count()} cores", "rows": FIGURES.rows}
        options.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
