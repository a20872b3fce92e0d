"""A playing user whose program is killed: nothing is torn, nothing older than a second is lost.

kills.py [KILLS [SIGNALS]]      SIGKILLs (1000), and TERMs, HUPs and dead displays (100 each)

Each round forks a window that types, fills in forms, undoes, saves and exports at random, and
writes down the hash of its text after every step. The parent ends it at a random moment and
compares: the file on disk is a text that was saved, and the draft is the last text, or one that was
the last less than a second before.
"""

import gc
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from editor.app.drafts.draft_folder import find_kept_drafts  # noqa: E402
from editor.app.services.settings import Settings  # noqa: E402
from editor.app.services.temporary_files import clear_stale_files  # noqa: E402
from editor.app.services.write_in_place import finish_writes  # noqa: E402
from editor.core.base.encoding import encode  # noqa: E402
from editor.core.base.errors import UserFacingError  # noqa: E402
from editor.core.events.insertion import add_entries  # noqa: E402
from editor.core.frontmatter.editing import put_value  # noqa: E402
from editor.ui import main  # noqa: E402
from editor.ui.main_window import ending  # noqa: E402
from editor.ui.workspace import workspace  # noqa: E402

SAMPLE = next((ROOT / "resources" / "sample").rglob("*.md"))
STEP = 4
"""Milliseconds between two steps of the user."""
GRACE = 1.0
"""Seconds within which a step has to be on disk."""


def hash_of(data):
    return hashlib.sha256(data).hexdigest()[:16]


class Player:
    """The user: acts on the window, and writes down what the text is after each step."""

    def __init__(self, window, log, seed):
        self.window, self.session = window, window.session
        self.chance, self.log = random.Random(seed), log
        self.session.stepped.connect(lambda _: self.note("step"))

    def note(self, kind):
        data = encode(self.session.text, self.session.form)
        os.write(self.log, f"{time.time():.4f} {kind} {hash_of(data)}\n".encode())

    def act(self):
        if not self.window.isVisible():
            return  # it is closing
        kind = self.chance.randrange(40)
        try:
            if kind < 28:
                self.type_letter()
            elif kind < 32:
                self.put_field()
            elif kind < 34:
                self.session.stack.undo()
            elif kind < 36:
                self.add_entry("event")
            elif kind < 38:
                self.note("save")
                self.window.files.save()
            else:
                self.session.pause()
        except UserFacingError:
            pass

    def type_letter(self):
        pane = self.window.workspace.source
        if self.chance.random() < 0.05:
            pane.go_to(self.chance.randrange(len(self.session.text)))
        pane.insertPlainText(self.chance.choice("abc äöü\n"))

    def put_field(self):
        front = self.session.issue.front
        words = f"Titel {self.chance.randrange(1000)}"
        edits = put_value(self.session.text, front, ("title",), words)
        self.session.apply(edits, "Titel", merge="head:title")

    def add_event(self):
        from datetime import date
        from datetime import time as clock

        from editor.core.calendar.dates import TimeSpan
        from editor.core.events.model import EventData

        data = EventData("Neu", TimeSpan(date(2026, 3, 4), clock(19)), "Haus")
        self.session.apply(add_entries(self.session.edit_context(), [data]), "Termin")


def play(folder, seed):
    """In the child: open the document and act until the end comes from outside."""
    from PySide6.QtCore import QSettings, QTimer

    workspace.Workspace.start_preview = lambda self: None
    app = main.make_application("en")
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window = main.make_window(settings)
    ending.Ending(window, app)
    window.show()
    window.open_path(folder / "site" / SAMPLE.name)
    window.workspace.show_page("source")
    log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    player = Player(window, log, seed)
    player.note("open")
    timer = QTimer(window)
    timer.timeout.connect(player.act)
    timer.start(STEP)
    code = app.exec()
    os._exit(code)


def run_round(seed, how):
    """One life and death; returns what was wrong."""
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    display, own = None, {name: os.environ.get(name, "") for name in ("DISPLAY", "XAUTHORITY")}
    try:
        (folder / "site").mkdir()
        shutil.copy(SAMPLE, folder / "site")
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        if how == "display":
            os.environ.pop("XAUTHORITY", None)  # another display's
            display, os.environ["DISPLAY"] = start_display()
        process = os.fork()
        if process == 0:
            try:
                silence()
                play(folder, seed)
            finally:
                os._exit(70)
        return end_and_look(folder, process, display, how, chance)
    finally:
        os.environ.update(own)
        if display:
            display.kill()
            display.wait()
        shutil.rmtree(folder, ignore_errors=True)


def silence():
    if os.environ.get("KILLS_LOUD"):
        return
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)


def start_display():
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    return server, f":{number}"


def end_and_look(folder, process, display, how, chance):
    log = folder / "log"
    waited = time.monotonic()
    while not log.exists():
        if time.monotonic() - waited > 30:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return "did not start"
        time.sleep(0.01)
    time.sleep(chance.uniform(0.02, 1.2))
    ended = time.time()
    if how == "display":
        display.kill()
    else:
        os.kill(process, getattr(signal, f"SIG{how}"))
    begun = time.monotonic()
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        if time.monotonic() - begun > 10:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return "did not end"
        time.sleep(0.005)
    took = time.monotonic() - begun
    if how in ("TERM", "HUP") and took > 1:
        return f"took {took:.1f} s to end"
    return compare(folder, log, ended, exact=how in ("TERM", "HUP"))


def compare(folder, log, ended, *, exact):
    """What the log says the text was, beside what is on disk and in the draft."""
    records = [line.split() for line in log.read_text().splitlines()]
    records = [(float(moment), kind, digest) for moment, kind, digest in records]
    path = folder / "site" / SAMPLE.name
    on_disk = path.read_bytes()
    saved = {digest for _, kind, digest in records if kind in ("save", "open")}
    finish_writes()
    if hash_of(on_disk) not in saved:
        return "torn file"
    kept = find_kept_drafts()
    texts = {hash_of(encode(each.draft.text, each.draft.form)) for each in kept}
    texts.add(hash_of(on_disk))
    limit = records[-1][0] if exact else ended - GRACE
    newest = next((moment for moment, _, digest in reversed(records) if digest in texts), 0.0)
    if any(newest < moment <= limit for moment, _, _ in records):
        return f"lost {ended - newest:.1f} s"
    time.sleep(0)
    os.utime(path.parent)
    for left in path.parent.glob(".rundbrief-*.tmp"):
        os.utime(left, (1, 1))
    clear_stale_files(path.parent)
    if list(path.parent.glob(".rundbrief-*")):
        return "temporary file left"
    return ""


def campaign(kills, signals):
    results = Counter()
    plan = ["KILL"] * kills + ["TERM", "HUP", "display"] * signals
    begun = time.monotonic()
    for seed, how in enumerate(plan):
        gc.freeze()
        wrong = run_round(seed, how)
        results[how, wrong or "nothing lost"] += 1
        if wrong:
            print(f"seed {seed} {how}: {wrong}", flush=True)
    for (how, outcome), count in sorted(results.items()):
        print(f"{how:8} {count:5}  {outcome}")
    print(f"{time.monotonic() - begun:.0f} s")
    return 0 if all(outcome == "nothing lost" for _, outcome in results) else 1


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]] or [1000, 100]
    sys.exit(campaign(numbers[0], numbers[1] if len(numbers) > 1 else 0))
