"""Serves a folder to this machine alone, always as it is now."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_HOST = "127.0.0.1"


class _Handler(SimpleHTTPRequestHandler):
    """Files as they are: two builds within a second have the same time, so none is "unchanged"."""

    def do_GET(self) -> None:
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: addresses are the user's."""


class StaticServer:
    """Serves until it is closed, in a thread."""

    def __init__(self, folder: Path) -> None:
        """Begin to serve, on a free port.

        Args:
            folder: The folder; it need not exist yet.
        """
        handler = partial(_Handler, directory=str(folder))
        self._server = ThreadingHTTPServer((_HOST, 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://{_HOST}:{self._server.server_port}/"
        thread = threading.Thread(
            target=self._server.serve_forever, args=(0.1,), name="static", daemon=True
        )
        thread.start()

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()
