"""One program for each user: a file that is opened from outside goes to the window that runs."""

import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.app.services.folders import make_private_folder, state_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)
_CONNECT = 300
"""Milliseconds until the running program takes a call."""
_ANSWER = 2_000
"""Milliseconds until it has answered; a program that hangs is left alone."""
_LONGEST = 16_384
"""Bytes of a call."""
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""Lets a window of a Wayland desktop come to the front: whoever was clicked passes it on."""
_TAKEN, _BUSY = b"taken\n", b"busy\n"


def _address() -> str:
    """Where the program listens that keeps its drafts in the user's folder, on this screen."""
    folder = state_folder()
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY")]
    place = "\0".join([str(folder), *screen]).encode("utf-8", "surrogateescape")
    name = f"rundbrief-{hashlib.sha256(place).hexdigest()[:12]}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime or folder) / f"{name}.socket")


def hand_over(path: Path | None) -> bool:
    """Hand a file over to the program that runs already.

    Args:
        path: An absolute path; None to bring its window to the front.

    Returns:
        Whether it was taken; False where no program runs, or it does not answer.
    """
    address = _address()
    if sys.platform != "win32" and not Path(address).exists():
        return False  # without the time that Qt's network takes to load
    from PySide6.QtNetwork import QLocalSocket

    call = QLocalSocket()
    call.connectToServer(address)
    if not call.waitForConnected(_CONNECT):
        return False
    asked = {"path": str(path) if path else "", "token": os.environ.get(_TOKEN, "")}
    call.write(json.dumps(asked).encode("ascii") + b"\n")
    answer = b""
    while not answer.endswith(b"\n") and call.waitForReadyRead(_ANSWER):
        answer += call.readAll().data()
    return answer == _TAKEN


class RunningProgram(QObject):
    """Listens for files that other starts of the program hand over."""

    file_wanted = Signal(object)
    """The Path of a file that was opened from outside; None to show the window alone."""

    def __init__(self, is_busy: Callable[[], bool], parent: QObject) -> None:
        """Listen to nothing yet.

        Args:
            is_busy: Tells whether files are refused, since a dialog waits for an answer.
            parent: The window.
        """
        super().__init__(parent)
        self._is_busy = is_busy
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Listen from now on, unless another program does."""
        from PySide6.QtNetwork import QLocalServer, QLocalSocket

        address = _address()
        probe = QLocalSocket()
        probe.connectToServer(address)
        if probe.waitForConnected(_CONNECT):
            probe.abort()
            return
        QLocalServer.removeServer(address)  # of a program that was killed
        if sys.platform != "win32":
            make_private_folder(Path(address).parent)
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_call)
        if not server.listen(address):
            _log.warning("running program: %s", server.errorString())

    def _on_call(self) -> None:
        assert self._server
        call = self._server.nextPendingConnection()
        if call:
            call.readyRead.connect(lambda: self._answer(call))
            call.disconnected.connect(call.deleteLater)

    def _answer(self, call: "QLocalSocket") -> None:
        if not call.canReadLine():
            if call.bytesAvailable() > _LONGEST:
                call.abort()
            return
        try:
            asked = json.loads(bytes(call.readLine(_LONGEST).data()))
            name, token = str(asked["path"]), str(asked["token"])
        except (ValueError, TypeError, KeyError):
            call.abort()
            return
        is_busy = self._is_busy()
        call.write(_BUSY if is_busy else _TAKEN)
        call.flush()
        call.disconnectFromServer()
        if not is_busy:
            if token and "\0" not in token:
                os.environ[_TOKEN] = token
            self.file_wanted.emit(Path(name) if name else None)
