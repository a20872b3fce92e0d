"""Fetching an address: what may be asked, and what is made of the answers.

The server runs on this machine.
"""

import http.server
import threading
import time
from contextlib import suppress

import pytest
from editor.app.services import public_network
from editor.app.services.fetch import FetchedPage, fetch, probe
from editor.app.services.public_network import is_public
from editor.core.base.errors import UserFacingError

from helpers.loopback import serving


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as its paths say, and remembers which were asked for."""

    asked: list[str] = []

    def do_GET(self):
        """Answer."""
        self.asked.append(self.path)
        answers = {
            "/missing": lambda: self.send_error(404),
            "/endless": self.send_without_end,
            "/slow": self.send_slowly,
            "/drip": self.send_status_line_slowly,
        }
        if self.path in answers:
            with suppress(OSError):  # who asked may be gone
                answers[self.path]()
        elif self.path.startswith("/to/"):
            target = self.path.removeprefix("/to/")
            self.redirect(target if "://" in target else f"/{target}")
        elif "%C3%BC" in self.path:
            self.redirect("/gefunden hier")
        else:
            self.begin()
            self.wfile.write(b"hallo")

    def begin(self):
        """Send a status line and headers."""
        self.send_response(200)
        self.end_headers()

    def redirect(self, target):
        """Lead somewhere else."""
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def send_without_end(self):
        """Send as much as is taken."""
        self.begin()
        while True:
            self.wfile.write(b"x" * 65536)

    def send_slowly(self):
        """Send a byte now and then, for minutes."""
        self.begin()
        for _ in range(6000):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def send_status_line_slowly(self):
        """Send a byte now and then, for minutes, before there is a body."""
        for char in b"HTTP/1.1 200 OK\r\n" * 400:
            self.wfile.write(bytes([char]))
            time.sleep(0.05)

    def log_message(self, *_):
        """Log nothing."""


@pytest.fixture
def server():
    """The address of a server that answers as its paths say."""
    Handler.asked.clear()
    with serving(Handler) as address:
        yield address


def test_an_address_is_fetched_where_that_is_allowed(server):
    assert fetch(f"{server}/a", private=True) == FetchedPage(b"hallo", f"{server}/a")
    assert fetch(f"{server}/to/b", private=True).address == f"{server}/b"


@pytest.mark.parametrize("path", ["/a", "/to/b"])
def test_this_machine_is_never_asked_by_itself(server, path):
    for address in (
        server,
        server.replace("127.0.0.1", "localhost"),
        server.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
        server.replace("127.0.0.1", "2130706433"),
    ):
        with pytest.raises(UserFacingError):
            fetch(address + path)
    assert Handler.asked == []


def test_a_redirect_to_this_machine_is_not_followed(server, monkeypatch):
    """The first host counts as public here, the one it leads to does not."""
    assert not is_public("127.0.0.2")
    monkeypatch.setattr(public_network, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(UserFacingError, match="own network"):
        fetch(f"{server}/to/http://127.0.0.2:1/x")
    assert Handler.asked == ["/to/http://127.0.0.2:1/x"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "error 404"),
        ("/endless", "more than 5 MB"),
        ("/to/to/to/to/to/to/to/a", "circles"),
        ("/to/ftp://x.example/a", "Only addresses"),
    ],
)
def test_what_goes_wrong_is_a_sentence(server, path, words):
    with pytest.raises(UserFacingError, match=words):
        fetch(server + path, private=True)


@pytest.mark.parametrize("path", ["/drip", "/slow"])
def test_an_answer_that_takes_too_long_is_a_sentence(server, path):
    with pytest.raises(UserFacingError, match="does not answer"):
        fetch(server + path, private=True, seconds=1)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://a.example",
        "javascript:1",
        "nonsense",
        "http://",
        "http://a b/",
        "https://127.0.0.1:1/",
        "http://[::1/",
        "http://a.invalid./",
    ],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(UserFacingError):
        fetch(address, private=True)


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "172.16.0.1",
        "100.64.0.1",
        "0.0.0.0",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "224.0.0.1",
        "fec0::1",
        "64:ff9b:1::7f00:1",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "::ffff:224.0.0.1",
    ],
)
def test_private_addresses_are_known(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111"])
def test_public_addresses_are_known(address):
    assert is_public(address)


def test_addresses_with_umlauts_and_spaces_are_fetched(server):
    assert fetch(f"{server}/für alle?ö=1", private=True).data == b"hallo"
    assert Handler.asked == ["/f%C3%BCr%20alle?%C3%B6=1", "/gefunden%20hier"]


def test_fetching_can_be_stopped(server):
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    began = time.monotonic()
    with pytest.raises(UserFacingError, match="does not answer"):
        fetch(f"{server}/drip", private=True, seconds=600, stop=stop)
    # no measure of speed: without the stop the server would send for more than five minutes
    assert time.monotonic() - began < 60


class HangingUp(http.server.BaseHTTPRequestHandler):
    """Promises to keep the connection, as HTTP/1.1 does, and closes it after each answer."""

    protocol_version = "HTTP/1.1"
    headers_seen: list[dict[str, str]] = []

    def do_GET(self):
        """Redirect, with a cookie; other paths say hello."""
        self.headers_seen.append(dict(self.headers))
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Location", "/there")
        self.send_header("Set-Cookie", "who=you")
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"hallo")
        self.close_connection = True


def test_a_redirect_of_a_server_that_hangs_up_is_followed():
    with serving(HangingUp) as address:
        for _ in range(20):
            assert fetch(f"{address}/away", private=True).address == f"{address}/there"


def test_neither_passwords_nor_cookies_are_sent():
    HangingUp.headers_seen.clear()
    with serving(HangingUp) as address:
        fetch(f"{address.replace('//', '//me:secret@')}/away", private=True)
    assert len(HangingUp.headers_seen) == 2
    for headers in HangingUp.headers_seen:
        assert not {"Authorization", "Cookie"} & set(headers)


@pytest.mark.parametrize("path", ["/straßenfest?ö=1", "/a/../b", "/%7efest#top", " ", "/\n"])
def test_an_address_stays_as_it_was_written(path):
    with serving(HangingUp) as address:
        assert fetch(address + path, private=True).address == address + path


@pytest.mark.parametrize("offset", [65536, 2 * 65536])
def test_a_port_that_does_not_exist_answers_nothing(offset):
    with serving(HangingUp) as address:
        port = int(address.rpartition(":")[2]) + offset
        with pytest.raises(UserFacingError, match="does not answer: there is no port"):
            fetch(f"http://127.0.0.1:{port}/", private=True)


def test_reasons_are_the_systems_own():
    with serving(HangingUp) as address:
        pass
    with pytest.raises(UserFacingError, match="does not answer: Connection refused.$"):
        fetch(address, private=True)


@pytest.mark.parametrize("host", ["i❤.example", "xn--i-7iq.example"])
def test_hosts_of_symbols_are_asked(host, monkeypatch):
    asked = []

    def resolve(name, *_, **__):
        asked.append(name)
        raise OSError(-2, "unknown")

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    with pytest.raises(UserFacingError, match="does not answer: unknown"):
        probe(f"http://{host}/")
    assert asked == ["xn--i-7iq.example"]


class Babble(http.server.BaseHTTPRequestHandler):
    """Answers without a status line."""

    def do_GET(self):
        """Answer."""
        self.wfile.write(b"Hallo, wer da?\r\n\r\n")


def test_what_is_not_http_is_a_sentence():
    with (
        serving(Babble) as address,
        pytest.raises(UserFacingError, match="breaks off, or its answer is not HTTP"),
    ):
        fetch(address, private=True)
