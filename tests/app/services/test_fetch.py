"""Fetching an address: what may be asked, and what is made of the answers. The server runs on loopback."""

import http.server
import threading
import time

import pytest
from editor.app.services import public_network
from editor.app.services.fetch import FetchedPage, fetch
from editor.app.services.public_network import is_public
from editor.core.base.errors import UserFacingError

from helpers.loopback import serving


class Handler(http.server.BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header(
                "Location", self.path[4:] if "://" in self.path else "/" + self.path[4:]
            )
            self.end_headers()
        elif self.path == "/missing":
            self.send_error(404)
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(200):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            except OSError:
                pass
        elif self.path == "/drip":
            try:
                for char in b"HTTP/1.1 200 OK\r\n" * 200:
                    self.wfile.write(bytes([char]))
                    time.sleep(0.05)
            except OSError:
                pass
        elif "%C3%BC" in self.path:
            self.send_response(302)
            self.send_header("Location", "/gefunden hier")
            self.end_headers()
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"hallo")

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
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
    real = public_network.is_public
    monkeypatch.setattr(public_network, "is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(UserFacingError, match="own network"):
        fetch(f"{server}/to/http://127.0.0.2:1/x")
    assert Handler.asked == ["/to/http://127.0.0.2:1/x"] and not real("127.0.0.2")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/drip", "does not answer"),
        ("/missing", "error 404"),
        ("/endless", "more than 5 MB"),
        ("/slow", "does not answer"),
        ("/to/to/to/to/to/to/to/a", "circles"),
        ("/to/ftp://x.example/a", "Only addresses"),
    ],
)
def test_what_goes_wrong_is_a_sentence(server, path, words):
    with pytest.raises(UserFacingError, match=words):
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
        fetch(address, private=True, seconds=2)


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


def test_public_addresses_are_known():
    assert is_public("1.1.1.1") and is_public("2606:4700:4700::1111")


def test_addresses_with_umlauts_and_blanks_are_fetched(server):
    assert fetch(f"{server}/für alle?ö=1", private=True).data == b"hallo"
    assert Handler.asked == ["/f%C3%BCr%20alle?%C3%B6=1", "/gefunden%20hier"]


def test_somebody_may_stop(server):
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    began = time.monotonic()
    with pytest.raises(UserFacingError):
        fetch(f"{server}/drip", private=True, seconds=20, stop=stop)
    assert time.monotonic() - began < 5
