"""Speed, measured in one run beside named references. Nothing here passes or fails: it prints.

bench.py [core] [checks] [start] [typing] [events] [ten] [hugo]    all of it by default, on the largest real issue where it is at hand, else on the sample grown to its size
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --disable-logging")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false;*.info=false")

from helpers.corpus import LARGEST, SAMPLE, text_of

ROOT = Path(__file__).resolve().parent.parent
SIZE = 117_000
KEYS = 150
WARM = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A warm start has compiled modules."""


def issue_text() -> str:
    if LARGEST:
        return text_of(LARGEST)
    text = text_of(SAMPLE)
    at = text.index("## Open Data")
    return (
        text[:at]
        + text[at : text.index("## Recap")] * (SIZE // 1500)
        + text[text.index("## Recap") :]
    )


def grown(text: str, times: int) -> str:
    """The text with its body repeated: as many times the events, headings and paragraphs."""
    from editor.core.frontmatter.reading import read_front_matter

    body = read_front_matter(text).body
    return text[:body] + text[body:] * times


def timed(work, rounds: int = 30) -> list[float]:
    """Milliseconds of each of some rounds."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def row(name: str, times: list[float], reference: float | None = None) -> float:
    times = sorted(times)
    median = statistics.median(times)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    ratio = f"   {median / reference:6.2f} x reference" if reference else ""
    print(f"  {name:<46} median {median:8.2f} ms   p95 {p95:8.2f} ms{ratio}")
    return median


# --- the core -------------------------------------------------------------------------------------


def bench_core(text: str) -> None:
    from editor.core.frontmatter.reading import read_front_matter
    from editor.core.issue.issue import parse_issue
    from editor.core.rendering.chunks import render_chunk
    from editor.core.rendering.page import render_page
    from markdown_it import MarkdownIt

    print(
        f"core, {len(text.encode()) / 1000:.0f} kB issue; reference: markdown-it's block parse of the same body"
    )
    parser = MarkdownIt("commonmark")
    body = text[read_front_matter(text).body :]
    reference = row(
        "reference: markdown-it, blocks only",
        timed(lambda: parser.block.parse(body, parser, {}, [])),
    )
    one = row("parse", timed(lambda: parse_issue(text)), reference)
    ten = row("parse, ten times the size", timed(lambda: parse_issue(grown(text, 10)), 8))
    print(f"  {'growth of parse, ten times the size':<46} {ten / one:8.2f} x")
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
    from editor.app.services import profile_registry
    from editor.app.services.gazetteer_loading import load_gazetteer
    from editor.core.checks.table import CheckContext, run_checks
    from editor.core.issue.issue import parse_issue

    from helpers.corpus import ISSUES

    print(f"checks, {len(text.encode()) / 1000:.0f} kB issue; reference: parse")
    kind = profile_registry.load_profiles().named("newsletter")
    reference = row("reference: parse", timed(lambda: parse_issue(text, kind)))
    around, edits = CheckContext(load_gazetteer()[0]), iter(range(1, 10_000))
    run_checks(parse_issue(text, kind), around)
    row(
        "all checks after a key press",
        timed(
            lambda: run_checks(
                parse_issue(text.replace("Open", "Open" + "x" * next(edits), 1), kind), around
            )
        ),
        reference,
    )
    ten = grown(text, 10)
    row(
        "all checks, ten times the size",
        timed(lambda: run_checks(parse_issue(ten + "x" * next(edits), kind), around), 4),
        reference,
    )
    if ISSUES:
        command = [sys.executable, "-m", "editor", "check", *map(str, ISSUES)]

        def run():
            subprocess.run(
                command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=WARM
            )

        run()
        row(f"rundbrief check, {len(ISSUES)} issues", timed(run, 7))


# --- the window -----------------------------------------------------------------------------------


def bench_start() -> None:
    print("start; reference: python3 -c 'import PySide6.QtWidgets' and a bare QWidget, painted")
    bare = "import os\nfrom PySide6.QtWidgets import QApplication, QWidget as W\na = QApplication([])\nclass P(W):\n def paintEvent(self, e): os._exit(0)\nw = P(); w.show(); a.exec()"
    ours = "import os\nfrom editor.ui import main\na = main.make_application('de')\nw = main.make_window()\nw.painted.connect(lambda: os._exit(0))\nw.show(); a.exec()"
    command = f"from editor.cli.main import main; main(['check', {str(SAMPLE)!r}])"

    def start(code: str):
        return lambda: subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=True, stderr=subprocess.DEVNULL, env=WARM
        )

    for code in (bare, ours, command):
        start(code)()
    reference = row("reference: a bare widget, painted", timed(start(bare), 7))
    row("start to painted window", timed(start(ours), 7), reference)
    row(
        "rundbrief --version",
        timed(
            lambda: subprocess.run(
                [sys.executable, "-m", "editor", "--version"],
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                env=WARM,
            ),
            7,
        ),
    )
    row("rundbrief check, one issue", timed(start(command), 7))


def bench_typing(text: str, keys: int = KEYS) -> None:
    import psutil
    from editor.app.services.settings import Settings
    from editor.ui import main
    from PySide6.QtCore import QElapsedTimer, QEvent, QSettings, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or main.make_application("de")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "issue.md"
        path.write_text(text, encoding="utf-8")
        window = main.make_window(
            Settings(QSettings(str(Path(name) / "s.ini"), QSettings.Format.IniFormat))
        )
        window.resize(1360, 860)
        window.show()
        window.open_path(path)
        patched = []
        window.preview_patched.connect(lambda: patched.append(time.perf_counter()))
        gaps, clock = [], QElapsedTimer()
        clock.start()
        beat = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        beat.timeout.connect(lambda: gaps.append(clock.nsecsElapsed() / 1e6))

        def until(ready, limit: float = 20) -> None:
            end = time.perf_counter() + limit
            while not ready() and time.perf_counter() < end:
                app.processEvents()
                time.sleep(0.0002)

        until(lambda: bool(patched))
        for place in ("prose", "events"):
            words = "Veranstaltungen" if place == "events" else "\n\n"
            at = (
                text.rindex("](", 0, len(text) // 2)
                if place == "prose"
                else text.index("**", text.rindex("## " + words) if "## " + words in text else 0)
                + 3
            )
            window.workspace.show_source()
            window.workspace.source.go_to(at)
            until(lambda: False, 0.4)
            type_keys(
                window,
                app,
                patched,
                gaps,
                beat,
                until,
                QKeyEvent,
                QEvent,
                Qt,
                QApplication,
                place,
                keys,
            )
        processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
        memory = sum(process.memory_info().rss for process in processes) / 2**20
        print(
            f"  memory of all {len(processes)} processes after {2 * keys} patches (resident, shared pages counted each time): {memory:.0f} MiB"
        )
        window.session.stack.setClean()
        window.close()


def bench_events(text: str, keys: int = 40) -> None:
    """Opening the page of events, and typing into the form of one: what the window's thread is busy with."""
    from editor.app.services.settings import Settings
    from editor.core.issue.issue import parse_issue
    from editor.ui import main
    from PySide6.QtCore import QEvent, QSettings, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or main.make_application("de")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "2026-02-09-out-in-the-open-january-2026.md"
        path.write_text(text, encoding="utf-8")
        window = main.make_window(
            Settings(QSettings(str(Path(name) / "s.ini"), QSettings.Format.IniFormat))
        )
        window.resize(1360, 860)
        window.show()
        window.open_path(path)
        end = time.perf_counter() + 4
        while time.perf_counter() < end:
            app.processEvents()
        workspace = window.workspace
        print(
            f"events: {len(window.session.issue.events)} in {len(text.encode()) / 1000:.0f} kB; reference: parse of the text"
        )
        reference = row(
            "reference: parse", timed(lambda: parse_issue(text, window.session.profile), 10)
        )

        def shown() -> None:
            workspace.show_head()
            app.processEvents()
            start = time.perf_counter()
            workspace.show_events()
            app.processEvents()
            opened.append((time.perf_counter() - start) * 1000)

        opened: list[float] = []
        for _ in range(8):
            shown()
        row("opening the page of events", opened, reference)
        workspace.events.select(len(window.session.issue.events) // 2)
        title, typed, pressed = workspace.events.fields.title, [], []
        title.setFocus()
        for number in range(keys):
            start = time.perf_counter()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    title,
                    QKeyEvent(
                        kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "aeinrst"[number % 7]
                    ),
                )
            pressed.append((time.perf_counter() - start) * 1000)
            app.processEvents()
            typed.append((time.perf_counter() - start) * 1000)
            end = time.perf_counter() + 0.3
            while time.perf_counter() < end:
                app.processEvents()
        row("a key in the title, until the text has it", pressed, reference)
        row("a key in the title, with all that follows at once", typed, reference)
        table, scrolled = workspace.events.listing.table, []
        for number in range(30):
            start = time.perf_counter()
            table.verticalScrollBar().setValue(
                number * 40 % max(table.verticalScrollBar().maximum(), 1)
            )
            table.viewport().repaint()
            scrolled.append((time.perf_counter() - start) * 1000)
        row("scrolling the table", scrolled, reference)
        window.session.stack.setClean()
        window.close()


def two_thousand() -> str:
    lines = "".join(
        f"* Mittwoch, {4 + 7 * (i % 4):02}.03.2026, 19:00-21:00, Haus, Weg {i}, 04109 Leipzig: **Termin {i}**\n  * https://t.example/{i}\n"
        for i in range(2000)
    )
    return f"---\ntitle: x\ndate: '2026-02-09T08:00:00+01:00'\n---\n## Veranstaltungen\n{lines}"


def type_keys(
    window, app, patched, gaps, beat, until, QKeyEvent, QEvent, Qt, QApplication, place, keys
) -> None:
    latency, blocked, pressed = [], [], []
    for number in range(keys):
        patched.clear()
        gaps.clear()
        beat.start()
        start = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                window.workspace.source,
                QKeyEvent(
                    kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "aeinrst "[number % 8]
                ),
            )
        pressed.append((time.perf_counter() - start) * 1000)
        until(lambda: bool(patched), 3)
        latency.append(((patched[0] if patched else time.perf_counter()) - start) * 1000)
        until(lambda: False, 0.16)  # outline and forms follow after 120 ms of quiet
        beat.stop()
        blocked.append(max((b - a for a, b in zip(gaps, gaps[1:], strict=False)), default=0) - 1)
    print(
        f"typing {keys} keys in {place}, {len(window.session.text.encode()) / 1000:.0f} kB issue, window and engine real"
    )
    row("key press, until the next event", pressed)
    row("key press to patched preview", latency)
    row("longest time the GUI thread was blocked, per key", [max(value, 0) for value in blocked])


# --- what authors use without us ------------------------------------------------------------------


def bench_hugo(text: str) -> None:
    """``hugo server`` on a scratch site with this issue and its neighbours: from saving to the page being served."""
    from editor.app.site.hugo import HugoServer
    from editor.ui import main
    from PySide6.QtWidgets import QApplication

    from helpers import hugo
    from helpers.corpus import CORPUS

    if hugo.HUGO is None:
        print("hugo: not installed, so not measured")
        return
    app = QApplication.instance() or main.make_application("de")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        page = hugo.site(
            root,
            {
                path.stem: text_of(path).partition("\n---")[2].lstrip("-\n")
                for path in CORPUS
                if "{{<" not in text_of(path)
            },
        )
        page.write_text(text, encoding="utf-8")
        server, news = HugoServer(), []
        server.ready.connect(news.append)
        server.built.connect(lambda: news.append("built"))
        server.failed.connect(lambda sentence: sys.exit(str(sentence)))

        def wait() -> None:
            news.clear()
            while not news:
                app.processEvents()
                time.sleep(0.0005)

        started = time.perf_counter()
        server.start(root, page, text.encode())
        wait()
        address = news[0]
        print(f"hugo server, {len(list(page.parent.iterdir()))} pages")
        row("hugo: from the click to the real page", [(time.perf_counter() - started) * 1000])
        saved = []
        for number in range(8):
            at = time.perf_counter()
            server.update(text.replace("\n\n", f"\n\nSatz {number}. ", 2).encode())
            wait()
            with urllib.request.urlopen(address) as answer:
                answer.read()
            saved.append((time.perf_counter() - at) * 1000)
        row("hugo: from saving to the page served", saved)
        server.stop()


def main() -> None:
    text = issue_text()
    parts = {
        "core": lambda: bench_core(text),
        "checks": lambda: bench_checks(text),
        "start": bench_start,
        "typing": lambda: bench_typing(text),
        "events": lambda: (bench_events(text), bench_events(two_thousand(), 10)),
        "ten": lambda: bench_typing(grown(text, 10), 20),
        "hugo": lambda: bench_hugo(text),
    }
    for name in sys.argv[1:] or parts:
        parts[name]()


if __name__ == "__main__":
    main()
