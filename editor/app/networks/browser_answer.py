"""The answer of a sign-in in the browser, which comes to an address of this machine.

RFC 8252, section 7.3: a server on a free port of the loopback interface, for one answer.
"""

import html
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, urlsplit

from editor.app.services.api import HostRefused
from editor.core.base.messages import translate

_HOST = "127.0.0.1"
_SECONDS = 600.0
"""How long somebody may look for a password."""
_PAGE = """<!doctype html><html><meta charset="utf-8"><title>Rundbrief</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<body style="font: 1.1rem system-ui, sans-serif; margin: 15vh auto; max-width: 30rem;
text-align: center"><p>{words}</p>"""


class BrowserAnswer:
    """Waits for one answer, which must have the state that was sent along."""

    def __init__(self, state: str, thanks: str) -> None:
        """Begin to listen.

        Args:
            state: What nobody else knows, and the answer must have.
            thanks: The words that the browser shows then.
        """
        self._arrived = threading.Event()
        self._fields: dict[str, str] = {}
        page = _PAGE.format(words=html.escape(thanks)).encode()
        keep = self._keep

        class Handler(BaseHTTPRequestHandler):
            timeout = 10.0

            def do_GET(self) -> None:
                fields = dict(parse_qsl(urlsplit(self.path).query))
                is_ours = fields.get("state") == state
                self.send_response(200 if is_ours else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Referrer-Policy", "no-referrer")
                self.send_header("Content-Length", str(len(page) if is_ours else 0))
                self.end_headers()
                if is_ours:
                    self.wfile.write(page)
                    keep(fields)

            def log_message(self, format: str, *args: object) -> None:
                """Log nothing: the answer is a secret."""

        self._server = ThreadingHTTPServer((_HOST, 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://{_HOST}:{self._server.server_port}/"
        """Where the browser is to be sent."""
        threading.Thread(
            target=self._server.serve_forever, args=(0.1,), name="sign in", daemon=True
        ).start()

    def _keep(self, fields: dict[str, str]) -> None:
        if not self._arrived.is_set():
            self._fields = fields
            self._arrived.set()

    def wait(self, stop: threading.Event, seconds: float = _SECONDS) -> dict[str, str]:
        """Wait for the answer.

        Args:
            stop: Ends the waiting when it is set.
            seconds: How long it may take.

        Returns:
            The fields of the answer.

        Raises:
            HostRefused: If none has come.
        """
        end = time.monotonic() + seconds
        while not self._arrived.wait(0.1):
            if stop.is_set() or time.monotonic() > end:
                raise HostRefused(translate("core", "Nobody has agreed in the browser."))
        return self._fields

    def __enter__(self) -> "BrowserAnswer":
        """Return it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Listen no more."""
        self._server.shutdown()
        self._server.server_close()
