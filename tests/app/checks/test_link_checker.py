"""Links asked on a click: one question at a time, results kept, stopped at once.

The server that answers runs on this machine.
"""

import http.server
import threading
import time

import pytest
from editor.app.checks.link_checker import check_links
from editor.app.services import fetch
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue

from helpers.loopback import serving

STATUS = {"/gone": 404, "/login": 403, "/teapot": 418, "/moved": 301, "/circle": 302}


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers as its paths say, and remembers who asked for what, and how many at once."""

    asked: list = []
    at_once = 0
    most = 0

    def do_HEAD(self):
        """Answer, a moment later."""
        type(self).asked.append((self.command, self.path))
        type(self).at_once += 1
        type(self).most = max(self.most, self.at_once)
        time.sleep(0.02)
        type(self).at_once -= 1
        path = self.path.partition("?")[0]
        status = STATUS.get(path, 200)
        if path == "/nohead" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if status in (301, 302):
            self.send_header("Location", "/there" if path == "/moved" else "/circle")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_):
        """Log nothing."""


@pytest.fixture
def server():
    """The address of a server that answers as its paths say."""
    Answering.asked, Answering.most = [], 0
    with serving(Answering) as address:
        yield address


def check(urls, known=None, report_progress=lambda *_: None, stop=None):
    """Check links, those of this machine too, with a short pause between them."""
    return check_links(
        urls,
        known or {},
        report_progress,
        stop or threading.Event(),
        private=True,
        pause=0.01,
    )


def test_what_answers_and_what_does_not(server):
    names = ("ok", "gone", "login", "nohead", "teapot", "moved", "circle")
    addresses = {name: f"{server}/{name}" for name in names}
    progress = []
    answers = check(
        [*addresses.values(), "/relativ", "mailto:x@y.example"],
        report_progress=lambda *steps: progress.append(steps),
    )
    assert set(answers) == set(addresses.values())
    dead = {name for name, address in addresses.items() if answers[address] is not None}
    assert dead == {"gone", "teapot", "circle"}
    assert "error 404" in answers[addresses["gone"]]
    assert "circles" in answers[addresses["circle"]]
    assert progress[-1] == (7, 7)


def test_what_is_asked_is_the_head_and_the_page_only_where_a_server_knows_no_head(server):
    check([f"{server}/{name}" for name in ("ok", "gone", "nohead")])
    assert Answering.asked == [
        ("HEAD", "/ok"),
        ("HEAD", "/gone"),
        ("HEAD", "/nohead"),
        ("GET", "/nohead"),
    ]


def test_one_at_a_time_and_each_once(server):
    urls = [f"{server}/{number}" for number in range(6)] * 2 + [f"{server}/1#teil"]
    answers = check(urls)
    assert Answering.most == 1
    assert len(Answering.asked) == 7
    check(urls, answers)
    assert len(Answering.asked) == 7  # what has answered is not asked again


def test_what_did_not_answer_is_asked_again(server):
    answers = check([f"{server}/gone"])
    check([f"{server}/gone"], answers)
    assert len(Answering.asked) == 2


def test_stopping_keeps_what_is_known(server):
    stop = threading.Event()

    def stop_after_three(done, _):
        if done == 3:
            stop.set()

    answers = check([f"{server}/{number}" for number in range(50)], {}, stop_after_three, stop)
    assert len(answers) == 3


def test_ones_own_network_is_not_asked(server):
    answers = check_links([f"{server}/x"], {}, lambda *_: None, threading.Event())
    assert answers == {}
    assert Answering.asked == []


def test_a_server_that_is_not_there_does_not_answer():
    with pytest.raises(UserFacingError, match="does not answer"):
        fetch.probe("http://127.0.0.1:9/", private=True)


def test_dead_links_are_problems():
    issue = parse_issue("Ein [Bericht](https://a.example/x) und https://b.example/y\n")
    reason = translate("core", "{address} answers with the error {code}.")
    dead_links = {"https://a.example/x": reason.fill(address="a", code=404)}
    diagnostics = run_checks(issue, CheckContext(dead_links=dead_links))
    assert [diagnostic.code for diagnostic in diagnostics] == ["link-dead"]
