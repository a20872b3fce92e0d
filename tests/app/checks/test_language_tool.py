"""A LanguageTool server is asked about the prose, and never holds anything up."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest
from editor.app.checks.language_tool import ask_language_tool
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.grammar import language_tool
from editor.core.issue.issue import parse_issue

TEXT = "---\ntitle: x\n---\n\n🌱 Das ist ein **Satz** mit [Link](https://a.example) und Fehler.\n"


@pytest.fixture
def serve():
    """Serves an answer; gives the address and what was sent."""
    servers = []

    def start(answer):
        sent = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                size = int(self.headers["Content-Length"])
                sent.append(parse_qs(self.rfile.read(size).decode()))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}", sent

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_hints_have_their_place_and_proposals(serve):
    issue = parse_issue(TEXT)
    start = TEXT.index("Fehler")
    match = {
        "offset": start + 1,  # a server counts UTF-16 units
        "length": 6,
        "message": "Ein Artikel fehlt.",
        "replacements": [{"value": "ein Fehler"}],
        "rule": {"category": {"id": "GRAMMAR"}},
    }
    typo = {**match, "rule": {"category": {"id": "TYPOS"}}}
    address, sent = serve(json.dumps({"matches": [match, typo, {"x": 1}]}).encode())
    hints = ask_language_tool(address, issue, "de")
    [question] = sent
    assert question["language"] == ["de-DE"]
    assert "a.example" not in question["text"][0]
    assert "title" not in question["text"][0]
    [problem] = language_tool(issue, CheckContext(grammar=hints))
    assert problem.span.of(TEXT) == "Fehler"
    assert problem.proposals() == ["ein Fehler"]
    assert "Ein Artikel fehlt." in problem.message


@pytest.mark.parametrize("answer", [b"", b"[]", b'{"matches": 3}', b'{"matches": [3]}', b"\xff"])
def test_what_is_no_answer_gives_no_hint(serve, answer):
    address, _ = serve(answer)
    assert ask_language_tool(address, parse_issue(TEXT), "de") == ()


@pytest.mark.parametrize("server", ["http://127.0.0.1:1", "gopher://x", "http://[", ""])
def test_a_server_that_is_not_there_gives_no_hint(server):
    assert ask_language_tool(server, parse_issue(TEXT), "de") == ()
