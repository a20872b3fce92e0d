"""A page from the outside: scripts in our own world, and a server that counts who asks."""

import http.server
import json


def script(qtbot, view, code):
    """Return what a script returns that runs on the page, in our own world."""
    from PySide6.QtWebEngineCore import QWebEngineScript

    answers = []
    view.page().runJavaScript(
        f"JSON.stringify(eval({json.dumps(code)}))",
        QWebEngineScript.ScriptWorldId.ApplicationWorld,
        answers.append,
    )
    # a page that never answers must not hang the tests; a busy machine may take its time
    qtbot.waitUntil(lambda: bool(answers), timeout=60_000)
    return json.loads(answers[0] or "null")  # a page that is just being loaded says nothing


def blocks(qtbot, view):
    """Return the text of each block of the page."""
    return script(
        qtbot,
        view,
        "[...document.querySelectorAll('main > .block')].map(b => b.textContent.trim())",
    )


class Counter(http.server.BaseHTTPRequestHandler):
    """Remembers the path of every request."""

    hits: list[str] = []

    def do_GET(self):
        """Answer with nothing."""
        self.hits.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        """Log nothing."""
