"""A screen reader's tree, on a real bus: every page of the window is walked, and counted.

It needs a display, ``dbus-run-session``, at-spi2-core and, for the system's Python, gi with Atspi
(Debian: at-spi2-core dbus gir1.2-atspi-2.0 python3-gi). Run by ``dev.py access``.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WALKER = Path(__file__).with_name("access_walker.py")
SYSTEM_PYTHON = "/usr/bin/python3"
VAGUE = ("filler", "unknown", "panel", "layered pane", "invalid")
"""Roles that say nothing."""
SCENES = (
    "window.front.show_home()",
    'window.workspace.show_page("head")',
    'window.workspace.show_page("image")',
    'window.workspace.show_page("event")',
    'window.workspace.show_page("meeting")',
    'window.workspace.show_page("deadline")',
    'window.workspace.show_page("inbox")',
    'window.workspace.show_page("source")',
    "window.workspace.find_words(replacing=True)",
    'window.actions_by_name["toggle_diagnostics"].trigger()',
    "window.front.show_publishing()",
    "window.help.show_manual()",
    "window.help.show_settings()",
    "window.help.show_commands()",
    "window.publishing.new_issue()",
    "window.publishing.export()",
)
MESSAGES = (
    'window.bar.say("Eine Meldung")',
    'window.bar.say("Eine Warnung", warning=True)',
    'window.workspace.pane.find_bar.answer_with("1 of 3")',
    'window.workspace.middle.events.fields.band.point_out("Ein Fehler")',
    "window.front.home.page.list.show_result(result)",
)


def missing(*, needs_display=True):
    """What this machine lacks for the walk; "" for nothing."""
    if not shutil.which("dbus-run-session"):
        return "dbus-run-session is not installed"
    check = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.run([SYSTEM_PYTHON, "-c", check], capture_output=True).returncode:
        return "the system's Python has no Atspi (apt-get install gir1.2-atspi-2.0 python3-gi)"
    has_display = os.environ.get("DISPLAY") or not needs_display
    return "" if has_display else "there is no display"


def drive():
    """Inside the session of the bus: the window, led from one scene to the next."""
    from editor.app.library.library import SearchResult
    from editor.app.services.settings import Settings
    from editor.ui import main
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    def wait(milliseconds):
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def ask(*arguments):
        """Let the walker run while the window goes on answering it."""
        walker = subprocess.Popen(
            [SYSTEM_PYTHON, str(WALKER), *arguments], stdout=subprocess.PIPE, text=True
        )
        while walker.poll() is None:
            wait(50)
        return json.loads(walker.stdout.read().splitlines()[-1])

    app = main.make_application("en")
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(QSettings(str(Path(name) / "s.ini"), QSettings.Format.IniFormat))
        window = main.make_window(settings)
        window.resize(1360, 860)
        window.show()
        wait(1000)
        window.open_sample()
        wait(2000)
        places = {"window": window, "result": SearchResult("", [])}
        answers = {}
        ask()  # the first look at a program comes too early
        for scene in SCENES:
            if "workspace" in scene or "toggle" in scene:
                window.front.show_document()
            exec(scene, places)
            for milliseconds in (300, 2_000, 4_000):  # what comes late is asked for again
                wait(milliseconds)
                answers[scene] = ask()
                if not find_faults(answers[scene]):
                    break
            for dialog in app.topLevelWidgets():
                if dialog is not window and dialog.isVisible():
                    dialog.close()
            wait(200)
        for number, message in enumerate(MESSAGES[:-1]):
            QTimer.singleShot(1500 + 300 * number, lambda message=message: exec(message, places))
        answers["announced"] = ask("4")
        print(json.dumps(answers))
        window.session.stack.setClean()
        window.close()


def find_faults(answer):
    """The stops that say nothing; one where there are no stops."""
    # the widget around a page of the web is a "filler"; what is in it is the document
    return [
        stop
        for stop in answer.get("stops") or [("", "")]
        if not stop[1].strip() or (stop[0] in VAGUE and stop[1] != "Preview")
    ]


def report(answers):
    """Print what was found; the number of faults."""
    faults = 0
    announced = answers.pop("announced")
    for scene, answer in answers.items():
        stops, bad = answer.get("stops", []), find_faults(answer)
        faults += len(bad)
        print(f"{scene:60} {len(stops):4} stops, {len(bad)} nameless {bad or ''}")
        for document in answer.get("documents", []):
            print(f"{'':60} document {document}")
    print(f"announced: {announced}")
    faults += max(len(MESSAGES) - 1 - len(announced), 0)
    print(f"access: {faults} faults")
    return faults


def main():
    """Run the walk in a session of its own."""
    if "--drive" in sys.argv:
        drive()
        return
    reason = missing()
    if reason:
        sys.exit(f"access: {reason}")
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }
    command = ["dbus-run-session", "--", sys.executable, __file__, "--drive"]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=False, timeout=300
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        sys.exit("access: the window gave no answer")
    sys.exit(1 if report(json.loads(lines[-1])) else 0)


if __name__ == "__main__":
    main()
