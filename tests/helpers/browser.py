"""A page from the outside: scripts in our own world, and a server that counts who asks."""

import http.server
import json


def script(qtbot, view, code):
    """What a script in our own world returns."""
    from PySide6.QtWebEngineCore import QWebEngineScript

    got = []
    view.page().runJavaScript(
        f"JSON.stringify(eval({json.dumps(code)}))",
        QWebEngineScript.ScriptWorldId.ApplicationWorld,
        got.append,
    )
    qtbot.waitUntil(lambda: bool(got), timeout=10_000)
    return json.loads(got[0])


def blocks(qtbot, view):
    return script(
        qtbot,
        view,
        "[...document.querySelectorAll('main > .block')].map(b => b.textContent.trim())",
    )


class Counter(http.server.BaseHTTPRequestHandler):
    hits: list[str] = []

    def do_GET(self):
        self.hits.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass
