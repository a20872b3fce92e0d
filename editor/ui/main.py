"""The composition root: the only place that builds the parts and connects them."""

import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from editor.app.document.renderer import Renderer
from editor.app.document.session import Session
from editor.app.services import profile_registry
from editor.app.services.settings import Settings
from editor.app.services.suggestion_loader import SuggestionLoader
from editor.resources import resource
from editor.ui.main_window.window import MainWindow
from editor.ui.widgets import stylesheet
from editor.ui.wording import translation

_SWITCH = 0.0005
"""Seconds a busy thread may keep the interpreter: the renderer must not make typing wait for Python's usual 5 ms."""


def make_application(spoken: str | None = None) -> QApplication:
    """The QApplication, set up once: attributes and language."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(["rundbrief"])
    app.setApplicationName("rundbrief")
    app.setApplicationDisplayName("Rundbrief")
    app.setDesktopFileName("rundbrief")
    app.setWindowIcon(QIcon(str(resource("icons", "rundbrief.svg"))))
    translation.install_translation(app, spoken or translation.system_language())
    sys.setswitchinterval(_SWITCH)
    return app


def make_window(settings: Settings | None = None) -> MainWindow:
    """A window with everything it needs, dressed last: a style sheet set before costs 60 ms of polishing."""
    session = Session(profile_registry.load_profiles())
    renderer, suggestion_loader = Renderer(), SuggestionLoader(session.registry)
    window = MainWindow(session, settings or Settings(), renderer, suggestion_loader)
    session.setParent(window)
    renderer.setParent(window)
    suggestion_loader.setParent(window)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    stylesheet.apply_style(app)
    return window


def install_fault_handler(window: MainWindow) -> None:
    """A fault of ours becomes a sentence: the text is safe, since no half edit exists. Details go to standard error."""

    def say(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        window.report_fault(f"{kind.__name__}: {error}")

    sys.excepthook = say


def run_window(path: Path | None, language: str | None = None) -> int:
    """Open the window and stay until it closes."""
    signal.signal(
        signal.SIGINT, signal.SIG_DFL
    )  # Ctrl+C in the terminal ends the program, without a traceback
    app = make_application(language)
    window = make_window()
    install_fault_handler(window)
    if path:
        chosen = path.absolute()
        window.painted.connect(lambda: window.open_path(chosen), Qt.ConnectionType.QueuedConnection)
    window.show()
    return app.exec()
