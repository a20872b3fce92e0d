"""Passing a file on to the program that runs already.

Each start of the program comes through here first, so what only an answer needs is imported then.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCryptographicHash

from editor.app.services.folders import state_folder

CONNECT = 300
"""Milliseconds until the running program takes a call."""
TOKEN = "XDG_ACTIVATION_TOKEN"
"""Lets a window of a Wayland desktop come to the front: whoever was clicked passes it on."""
TAKEN, BUSY = b"taken\n", b"busy\n"
"""The answers."""
_ANSWER = 2_000
"""Milliseconds until it has answered; a program that hangs is left alone."""


def find_address() -> str:
    """Name where the program listens that keeps its drafts in the user's folder, on this screen.

    Returns:
        The path of a socket; on Windows the name of a pipe.
    """
    folder = state_folder()
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY")]
    place = "\0".join([str(folder), *screen]).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
    name = f"rundbrief-{digest.data().hex()[:12]}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(runtime or folder) / f"{name}.socket")


def pass_on(path: Path | None) -> bool:
    """Pass a file on to the program that runs already.

    Args:
        path: An absolute path; None to bring its window to the front.

    Returns:
        Whether it was taken; False where no program runs, or it does not answer.
    """
    address = find_address()
    if sys.platform != "win32" and not Path(address).exists():
        return False
    import json

    from PySide6.QtNetwork import QLocalSocket

    call = QLocalSocket()
    call.connectToServer(address)
    if not call.waitForConnected(CONNECT):
        return False
    asked = {"path": str(path) if path else "", "token": os.environ.get(TOKEN, "")}
    call.write(json.dumps(asked).encode("ascii") + b"\n")
    answer = b""
    while not answer.endswith(b"\n") and call.waitForReadyRead(_ANSWER):
        answer += call.readAll().data()
    return answer == TAKEN
