"""A window with everything in it, and a bot that is patient."""

import pytest
import shiboken6
from editor.app.document.renderer import Renderer
from editor.app.document.session import Session
from editor.app.drafts.draft_keeper import DraftKeeper
from editor.app.services.settings import Settings
from editor.app.services.suggestion_loader import SuggestionLoader
from editor.app.versions.version_store import Limits, VersionStore
from editor.ui.look.appearance import appearance
from editor.ui.main import ARGUMENTS
from editor.ui.main_window.parts import make_parts
from editor.ui.main_window.window import MainWindow
from editor.ui.widgets.announcing import tell_current_rows
from editor.ui.widgets.room import keep_focus_in_sight
from editor.ui.workspace.workspace import Workspace
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.browser import Counter
from helpers.corpus import SAMPLE
from helpers.loopback import serving


@pytest.fixture(scope="session")
def qapp_cls():
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    return QApplication


@pytest.fixture(scope="session")
def qapp_args():
    return ARGUMENTS


@pytest.fixture(scope="session", autouse=True)
def _focus_in_sight(qapp):
    keep_focus_in_sight(qapp)
    tell_current_rows(qapp)


class PatientBot(QtBot):
    """Waits so long that only what never comes is missed: a busy machine may take its time."""

    def waitUntil(self, callback, *, timeout=60_000):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=60_000, **options):
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture
def make_window(qtbot, shelf, tmp_path, monkeypatch):
    """Windows without a preview engine and with plain Markdown, unless others are asked for."""
    made = []

    def make(*, preview=False, recent=(), writing=False):
        appearance().start(QApplication.instance())
        appearance().finish()
        if not preview:
            monkeypatch.setattr(Workspace, "start_preview", lambda self: None)
        settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        settings.keep(writing=writing)
        session = Session(shelf)
        keeper = DraftKeeper(session, VersionStore(), Limits())
        parts = (session, Renderer(), SuggestionLoader(shelf), keeper)
        window = MainWindow(settings, lambda window: make_parts(window, *parts))
        window.complete()
        made.append(window)
        window.resize(1360, 860)
        window.show()
        return window

    yield make
    for window in filter(shiboken6.isValid, made):
        window.session.stack.setClean()
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def shown(make_window, qtbot, tmp_path):
    """A window that shows a text, with the real preview; a call gives window and view."""

    def show(text=None, folder=tmp_path):
        window = make_window(preview=True)
        path = SAMPLE
        if text is not None:
            path = folder / "a.md"
            path.write_text(text, encoding="utf-8")
        with qtbot.waitSignal(window.preview_patched):
            window.open_path(path)
        return window, window.workspace.pane.view

    return show


@pytest.fixture
def server():
    Counter.hits = []
    with serving(Counter) as address:
        yield address
