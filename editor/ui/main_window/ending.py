"""Ending when the system asks for it: signals, and the end of the user's session."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from editor.ui.main_window.window import MainWindow

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_CANCELLED_AFTER = 30_000
"""Milliseconds after which an announced end of the session counts as called off."""


class Ending(QObject):
    """Closes a window without a question, its draft safe, when the system ends the program."""

    def __init__(
        self,
        window: MainWindow,
        app: QGuiApplication,
        quit_program: Callable[[], object] = QCoreApplication.quit,
    ) -> None:
        """Listen from now on.

        Args:
            window: The window, which becomes the parent.
            app: The application.
            quit_program: Leaves the application's loop.
        """
        super().__init__(window)
        self._window, self._app, self._quit = window, app, quit_program
        self._cancelled = QTimer(self, singleShot=True, interval=_CANCELLED_AFTER)
        self._cancelled.timeout.connect(self._on_cancelled)
        # in the middle of the signal: the session waits for us only as long as this takes
        app.commitDataRequest.connect(self.announce, Qt.ConnectionType.DirectConnection)
        self._listen_to_signals()

    def _listen_to_signals(self) -> None:
        """Let signals wake Qt's loop up, since Python's handlers wait for Python code to run."""
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: None)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _stop_listening(self) -> None:
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _on_signal(self) -> None:
        with suppress(BlockingIOError):
            self._reader.recv(64)
        self.end()

    def announce(self) -> None:
        """Take note that the session is about to end: the window will close without a question."""
        self._window.is_ending = True
        self._cancelled.start()

    def _on_cancelled(self) -> None:
        self._window.is_ending = False

    def end(self) -> None:
        """Close the window and end the program."""
        self._cancelled.stop()
        self._window.is_ending = True
        modal = self._app.modalWindow()
        while modal:  # a question nobody will answer
            modal.close()
            if modal is self._app.modalWindow():
                break
            modal = self._app.modalWindow()
        self._window.close()
        self._stop_listening()
        self._quit()
