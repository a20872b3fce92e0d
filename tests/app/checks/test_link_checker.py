"""Links asked on a click: a loopback server answers; one question at a time, results kept, stopped at once."""

import http.server
import threading
import time

import pytest
from editor.app.checks.link_checker import check_links
from editor.app.services import fetch
from editor.core.base.errors import UserFacingError
from editor.core.checks.table import CheckContext, run_checks
from editor.core.issue.issue import parse_issue

from helpers.loopback import serving


class Answering(http.server.BaseHTTPRequestHandler):
    asked: list = []
    at_once = 0
    most = 0

    def do_HEAD(self):
        type(self).asked.append((self.command, self.path))
        type(self).at_once += 1
        type(self).most = max(self.most, self.at_once)
        time.sleep(0.02)
        type(self).at_once -= 1
        path = self.path.partition("?")[0]
        codes = {"/gone": 404, "/login": 403, "/teapot": 418, "/moved": 301, "/circle": 302}
        code = codes.get(path, 200)
        if path == "/nohead":
            code = 405 if self.command == "HEAD" else 200
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/there" if path == "/moved" else "/circle")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    Answering.asked, Answering.most = [], 0
    with serving(Answering) as address:
        yield address


def asked(urls, known=None, stop=None, told=None):
    return check_links(
        urls,
        known or {},
        lambda *what: told.append(what) if told is not None else None,
        stop or threading.Event(),
        private=True,
        pause=0.01,
    )


def test_what_answers_and_what_does_not(server):
    names = ("ok", "gone", "login", "nohead", "teapot", "moved", "circle")
    told = []
    found = asked(
        [f"{server}/{name}" for name in names] + ["/relativ", "mailto:x@y.example"], told=told
    )
    assert {url.rpartition("/")[2] for url, sentence in found.items() if sentence} == {
        "gone",
        "teapot",
        "circle",
    }
    assert "error 404" in found[f"{server}/gone"] and "circles" in found[f"{server}/circle"]
    assert told[-1] == (7, 7)
    assert (
        ("GET", "/nohead") in Answering.asked
        and ("GET", "/ok") not in Answering.asked
        and ("GET", "/gone") not in Answering.asked
    )


def test_one_at_a_time_and_each_once(server):
    urls = [f"{server}/{number}" for number in range(6)] * 2 + [f"{server}/1#teil"]
    found = asked(urls)
    assert Answering.most == 1 and len(Answering.asked) == 7
    asked(urls, found)
    assert len(Answering.asked) == 7  # known is known


def test_stopping_keeps_what_is_known(server):
    stop = threading.Event()
    found = check_links(
        [f"{server}/{number}" for number in range(50)],
        {},
        lambda done, _: done == 3 and stop.set(),
        stop,
        private=True,
        pause=0.01,
    )
    assert len(found) == 3


def test_ones_own_network_is_not_asked(server):
    found = check_links([f"{server}/x"], {}, lambda *_: None, threading.Event())
    assert f"{server}/x" not in found and not Answering.asked  # nobody was asked, so nobody knows
    with pytest.raises(UserFacingError, match="does not answer"):
        fetch.probe("http://127.0.0.1:9/", private=True, seconds=2)


def test_dead_links_are_problems():
    issue = parse_issue("Ein [Link](https://a.example/x) und https://b.example/y\n")
    context = CheckContext(
        dead_links={
            "https://a.example/x": fetch.translate(
                "core", "{address} answers with the error {code}."
            ).fill(address="a", code=404)
        }
    )
    assert [problem.code for problem in run_checks(issue, context)] == ["link-dead"]
