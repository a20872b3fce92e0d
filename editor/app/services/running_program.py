"""One program for each user: a file that is opened from outside goes to the window that runs."""

import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.app.services.folders import make_private_folder
from editor.app.services.passing_on import BUSY, CONNECT, TAKEN, TOKEN, find_address

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)
_LONGEST = 16_384
"""Bytes of a call."""


class RunningProgram(QObject):
    """Listens for files that other starts of the program pass on."""

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

        address = find_address()
        probe = QLocalSocket()
        probe.connectToServer(address)
        if probe.waitForConnected(CONNECT):
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
        call.write(BUSY if is_busy else TAKEN)
        call.flush()
        call.disconnectFromServer()
        if not is_busy:
            if token and "\0" not in token:
                os.environ[TOKEN] = token
            self.file_wanted.emit(Path(name) if name else None)
