"""The composition root: the only place that builds the parts and connects them."""

import gc
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from editor import APP_ID
from editor.app.services.crash_log import CrashLog
from editor.app.services.settings import Settings
from editor.resources import resource
from editor.ui.look.appearance import appearance
from editor.ui.main_window.ending import Ending
from editor.ui.main_window.last_place import find_last_document
from editor.ui.main_window.window import MainWindow
from editor.ui.widgets.announcing import tell_current_rows
from editor.ui.widgets.room import keep_focus_in_sight
from editor.ui.wording import translation

ARGUMENTS = ["rundbrief", "-style", "Fusion"]
"""What Qt is started with. A style that Python gets to see would make 500 constants: 20 ms."""
_SWITCH_INTERVAL = 0.0001
"""Seconds a busy thread may keep the interpreter.

Python's usual 5 ms would make typing wait for the renderer.
"""
_COLLECTED_AFTER = (3_000, 250, 100)
"""After how many new objects cycles are looked for among the young, the middle, and all.

Looking through 3000 takes 1.5 ms, for which the window stands still.
"""


def make_application(language: str | None = None) -> QApplication:
    """Make the application and set it up: attributes, names, icon and language.

    Args:
        language: The language to speak, "de" or "en"; None for the system's.

    Returns:
        The application; it must outlive every window.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(ARGUMENTS)
    app.setApplicationName("rundbrief")
    app.setApplicationDisplayName("Rundbrief")
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(resource("icons", "rundbrief.svg"))))
    translation.install_translation(app, language or translation.system_language())
    keep_focus_in_sight(app)
    tell_current_rows(app)
    sys.setswitchinterval(_SWITCH_INTERVAL)
    # looking through all objects for cycles holds every thread up: for 50 ms with a large site
    gc.freeze()
    gc.set_threshold(*_COLLECTED_AFTER)
    gc.enable()
    return app


def make_window(settings: Settings | None = None) -> MainWindow:
    """Make a window with everything it needs.

    Args:
        settings: The settings to use; None for the user's own.

    Returns:
        The window, not shown yet.
    """
    window = make_frame(settings or Settings())
    window.complete()
    return window


def make_frame(settings: Settings) -> MainWindow:
    """Make a window whose parts are made once it has been painted.

    Args:
        settings: The settings to use.

    Returns:
        The window, not shown yet.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    appearance().start(app, settings.now.scheme, settings.now.text_percent)
    window = MainWindow(settings, _make_parts)
    appearance().finish()
    return window


def _make_parts(window: MainWindow) -> None:
    # importing these takes as long as all that comes before
    from editor.app.document.renderer import Renderer
    from editor.app.document.session import Session
    from editor.app.drafts.draft_keeper import DraftKeeper
    from editor.app.services.profile_registry import load_profiles
    from editor.app.services.suggestion_loader import SuggestionLoader
    from editor.app.versions.version_store import Limits, VersionStore
    from editor.ui.main_window.parts import make_parts

    session, now = Session(load_profiles()), window.settings.now
    keeper = DraftKeeper(session, VersionStore(), Limits(now.versions, now.version_days))
    make_parts(window, session, Renderer(), SuggestionLoader(session.registry), keeper)


def install_fault_handler(window: MainWindow) -> None:
    """Report unexpected exceptions in a window instead of ending the program.

    The text is safe then, since an edit is made whole or not at all. The traceback goes to
    standard error. While there is no more than a frame, the program ends.

    Args:
        window: The window that shows a message about the fault.
    """

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        from editor.app.services.log import log_fault, start_logging

        sys.__excepthook__(kind, error, trace)
        if window.is_complete:
            log_fault(error)
            window.help.report_fault(f"{kind.__name__}: {error}")
        else:
            start_logging()
            log_fault(error)
            QApplication.exit(1)

    sys.excepthook = report


def run_window(path: Path | None, language: str | None = None, *, is_home: bool = False) -> int:
    """Open the window and run the program until it closes.

    Args:
        path: A file to open; None for the document of last time.
        language: The language to speak, "de" or "en"; None for the system's.
        is_home: Whether to begin with the site, not with the document of last time.

    Returns:
        The exit code of the process.
    """
    crash_log = CrashLog()
    crash_log.begin()
    settings = Settings()
    app = make_application(language or settings.now.language)
    window = make_frame(settings)
    install_fault_handler(window)
    Ending(window, app)

    def begin() -> None:
        if not window.is_complete:
            return  # that was a fault, and the program ends
        _listen(window, app)
        if crash_log.crashed:
            window.help.tell_of_crash()
        if path:
            window.open_path(path.absolute())
        elif not is_home:
            window.front.reopen()

    window.painted.connect(begin, Qt.ConnectionType.QueuedConnection)
    window.app_bar.setVisible(bool(path or (not is_home and find_last_document(settings))))
    window.show()
    code = app.exec()
    crash_log.end()
    leave_at_once(code)
    return code


def _listen(window: MainWindow, app: QApplication) -> None:
    """Write a log, and take the files that other starts of the program pass on."""
    from editor.app.services.log import start_logging
    from editor.app.services.running_program import RunningProgram

    start_logging()
    running = RunningProgram(lambda: app.activeModalWidget() is not None, window)
    running.file_wanted.connect(window.front.open_from_outside)
    QTimer.singleShot(0, running, running.listen)


def leave_at_once(code: int) -> None:
    """End the process now if a thread is still busy: the window is closed, nobody waits for it.

    Args:
        code: The exit code.
    """
    busy = [each for each in threading.enumerate() if each is not threading.main_thread()]
    if busy:
        import logging

        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
