"""An address fetched on somebody's click: http and https, a time limit, a size limit, and only from public hosts.

Every host is resolved here and connected to by its address, so that a name cannot point elsewhere between the
look and the connection; redirects are looked at the same way.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from editor import __version__
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.importers.importing import MAX_BYTES

SECONDS = 20
_REDIRECTS = 5
_PIECE = 2**16
_SAFE = "/%:@!$&'()*+,;=~"
_WRAPPED = [ipaddress.ip_network(net) for net in ("::/8", "64:ff9b:1::/48", "fec0::/10")]
"""Ways to write an address of another kind, or one of one's own site."""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came back, and from which address in the end."""

    data: bytes
    address: str


class FetchFailed(UserFacingError):
    """An address that cannot be fetched."""


class PrivateAddress(FetchFailed):
    """An address of one's own network: nobody was asked."""


def fetch(
    address: str,
    *,
    private: bool = False,
    seconds: float = SECONDS,
    stop: threading.Event | None = None,
) -> FetchedPage:
    """What stands at an address. ``private``: hosts of this machine and its network are allowed, too; ``stop`` ends it.

    Raises FetchFailed with a sentence for everything that goes wrong.
    """
    end = time.monotonic() + seconds
    with _Watch(end, stop) as watch:
        return _follow(address, end, watch, private=private)


def probe(
    address: str,
    *,
    private: bool = False,
    seconds: float = SECONDS,
    stop: threading.Event | None = None,
) -> None:
    """Ask whether something stands at an address: HEAD, and GET where a server does not know that; nothing is read.

    Raises FetchFailed with a sentence where nothing does. A server that wants people to log in, or to be no program, answers.
    """
    end = time.monotonic() + seconds
    with _Watch(end, stop) as watch:
        for method in ("HEAD", "GET"):
            status = _status(address, end, watch, method, private=private)
            if status < 400 or status in _BUSY:
                return
            if method == "GET" or status in _GONE:
                raise FetchFailed(
                    translate("core", "{address} answers with the error {code}.").fill(
                        address=address, code=status
                    )
                )


_BUSY = (401, 402, 403, 407, 429, 451, 503, 999)
"""Answers of servers that are there, and do not let programs in."""
_GONE = (404, 410)


def _status(address: str, end: float, watch: "_Watch", method: str, *, private: bool) -> int:
    for _ in range(_REDIRECTS + 1):
        try:
            response, connection = _ask(address, end, watch, private=private, method=method)
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            raise FetchFailed(
                translate("core", "{address} does not answer: {reason}.").fill(
                    address=address, reason=_reason(error)
                )
            ) from None
        connection.close()
        if response.status in (301, 302, 303, 307, 308):
            target = response.getheader("Location")
        else:
            target = None
        if not target:
            return response.status
        address = _joined(address, target)
    raise FetchFailed(translate("core", "{address} leads in circles.").fill(address=address))


def _joined(address: str, target: str) -> str:
    try:
        return urljoin(address, _decoded(target))
    except ValueError as error:
        raise FetchFailed(
            translate("core", "{address} does not answer: {reason}.").fill(
                address=address, reason=error
            )
        ) from None


class _Watch:
    """Closes the connection at hand when time is over or somebody has stopped: a server may drip bytes for ever."""

    def __init__(self, end: float, stop: threading.Event | None) -> None:
        self.end, self.stop = end, stop or threading.Event()
        self.stream: socket.socket | None = None
        self._done = threading.Event()

    def __enter__(self) -> "_Watch":
        threading.Thread(target=self._look, daemon=True, name="fetch-watch").start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()

    def _look(self) -> None:
        while not self._done.wait(0.1):
            if (time.monotonic() > self.end or self.stop.is_set()) and self.stream:
                with contextlib.suppress(OSError):
                    self.stream.shutdown(socket.SHUT_RDWR)


def _follow(address: str, end: float, watch: _Watch, *, private: bool) -> FetchedPage:
    for _ in range(_REDIRECTS + 1):
        try:
            response, connection = _ask(address, end, watch, private=private)
        except (OSError, http.client.HTTPException, UnicodeError, ValueError) as error:
            raise FetchFailed(
                translate("core", "{address} does not answer: {reason}.").fill(
                    address=address, reason=_reason(error)
                )
            ) from None
        try:
            if response.status in (301, 302, 303, 307, 308) and (
                target := response.getheader("Location")
            ):
                address = _joined(address, target)
                continue
            if response.status != 200:
                raise FetchFailed(
                    translate("core", "{address} answers with the error {code}.").fill(
                        address=address, code=response.status
                    )
                )
            return FetchedPage(_read(response, address, end), address)
        finally:
            connection.close()
    raise FetchFailed(translate("core", "{address} leads in circles.").fill(address=address))


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__)[:120]


def _decoded(header: str) -> str:
    """A header's text: http.client reads it as Latin-1, servers write UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _ask(
    address: str, end: float, watch: _Watch, *, private: bool, method: str = "GET"
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchFailed(
            translate("core", "Only addresses that begin with http:// or https:// are fetched.")
        )
    port = parts.port or (443 if parts.scheme == "https" else 80)
    stream = watch.stream = _connect(parts.hostname, port, end, private=private)
    try:
        if parts.scheme == "https":
            stream = watch.stream = ssl.create_default_context().wrap_socket(
                stream, server_hostname=parts.hostname
            )
        connection = http.client.HTTPConnection(parts.hostname, port)
        connection.sock = stream
        path = quote(parts.path or "/", safe=_SAFE) + (
            f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else ""
        )
        kinds = "text/calendar, text/html, application/xhtml+xml, text/plain;q=0.5"
        connection.request(
            method,
            path,
            headers={
                "Host": parts.netloc.rpartition("@")[2].encode("idna").decode(),
                "User-Agent": f"Rundbrief/{__version__}",
                "Accept": kinds,
            },
        )
        return connection.getresponse(), connection
    except BaseException:
        stream.close()
        raise


def _connect(host: str, port: int, end: float, *, private: bool) -> socket.socket:
    """A connection to the first of a host's addresses that may be asked."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [place for *_, place in found if private or is_public(str(place[0]))]
    if not allowed:
        raise PrivateAddress(
            translate(
                "core",
                "{host} is on this machine or in its own network; such addresses are not fetched.",
            ).fill(host=host)
        )
    return socket.create_connection(
        (str(allowed[0][0]), port), timeout=max(end - time.monotonic(), 0.1)
    )


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network; addresses that wrap another one count as that.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("1.1.1.1")
    (False, False, True)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if any(found in net for net in _WRAPPED):
            return False
    return found.is_global and not found.is_multicast


def _read(response: http.client.HTTPResponse, address: str, end: float) -> bytes:
    """The body, piece by piece, within limits of time and size."""
    data = bytearray()
    try:
        while True:
            piece = response.read1(_PIECE)
            if time.monotonic() > end:
                raise TimeoutError  # also where the watch has closed the connection
            if not piece:
                break
            data += piece
            if len(data) > MAX_BYTES:
                raise FetchFailed(
                    translate("core", "{address} sends more than {most} MB; it was not read.").fill(
                        address=address, most=MAX_BYTES // 2**20
                    )
                )
    except (OSError, http.client.HTTPException) as error:
        raise FetchFailed(
            translate("core", "{address} does not answer: {reason}.").fill(
                address=address, reason=_reason(error)
            )
        ) from None
    return bytes(data)
