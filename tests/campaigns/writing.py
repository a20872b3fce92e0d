"""A user who writes at random on every real page: page and text stay one, undo takes all back.

writing.py [STEPS [SEED]]      steps in all (5000), shared out over all pages of the corpus
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp()
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from editor.app.services.settings import Settings  # noqa: E402
from editor.ui import main  # noqa: E402
from editor.ui.workspace.workspace import Workspace  # noqa: E402
from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from helpers.corpus import DOCUMENTS  # noqa: E402
from helpers.writer import Writer  # noqa: E402


def play(window, path, steps, seed):
    """Write on a page and take it back; the acts that ended in an error, else None."""
    window.session.stack.setClean()
    window.open_path(path)
    window.workspace.show_page("source")
    QApplication.processEvents()
    if not window.workspace.text.is_writing:
        return None  # a giant, which is shown as Markdown
    writer = Writer(window, seed)
    try:
        for _ in range(steps):
            writer.step()
        writer.undo_all()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        print(f"{path.name}: {type(error).__name__} {error} after {writer.done[-6:]}")
        return writer.done
    return None


def run(steps=5000, seed=1):
    """Play, and say what came of it."""
    app = main.make_application("en")
    Workspace.start_preview = lambda _: None
    store = QSettings(tempfile.mktemp(), QSettings.Format.IniFormat)
    window = main.make_window(Settings(store))
    window.show()
    start, failed = time.monotonic(), 0
    each = max(int(steps) // len(DOCUMENTS), 1)
    for number, path in enumerate(DOCUMENTS):
        failed += play(window, path, each, int(seed) + number) is not None
    took = time.monotonic() - start
    print(
        f"{each * len(DOCUMENTS)} steps on {len(DOCUMENTS)} pages, {failed} failures, {took:.0f} s"
    )
    window.session.stack.setClean()
    window.close()
    app.clipboard().clear()  # offscreen, what was copied would be freed after Python has ended
    app.quit()
    return failed


if __name__ == "__main__":
    sys.exit(bool(run(*sys.argv[1:])))
