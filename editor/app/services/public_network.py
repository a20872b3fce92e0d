"""A transport for httpx that connects to public hosts only, within a deadline.

Every host is resolved here and connected to by its address, so that a name cannot point elsewhere
between the look and the connection. Redirects open connections of their own, and are looked at the
same way.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from functools import cache

import httpcore
import httpx
from msgspec import Struct, field

_WRAPPED = [ipaddress.ip_network(net) for net in ("::/8", "64:ff9b:1::/48", "fec0::/10")]
"""Ways to write an address of another kind, or one of the own site."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SLICE = 0.2
"""Seconds a read waits before it looks at the deadline again."""


class PrivateHost(Exception):
    """A host of this machine or its network; nothing was sent to it."""


class Deadline(Struct, frozen=True):
    """When the work ends at the latest (``time.monotonic``), or earlier, when ``stop`` is set."""

    end: float
    stop: threading.Event = field(default_factory=threading.Event)

    def remaining(self) -> float:
        """Return the seconds left.

        Raises:
            httpcore.ReadTimeout: If there are none.
        """
        left = self.end - time.monotonic()
        if left <= 0 or self.stop.is_set():
            raise httpcore.ReadTimeout("timed out")
        return left


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public network.

    Addresses that wrap another one count as that.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("1.1.1.1")
    (False, False, True)

    Args:
        address: An IPv4 or IPv6 address, with or without a zone.

    Returns:
        Whether it is global, and not multicast.
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        wrapped = parsed.ipv4_mapped or parsed.sixtofour
        if wrapped is None and parsed.teredo:
            wrapped = parsed.teredo[1]
        if wrapped is not None:
            return wrapped.is_global and not wrapped.is_multicast
        if parsed in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
        if any(parsed in network for network in _WRAPPED):
            return False
    return parsed.is_global and not parsed.is_multicast


class PublicNetworkBackend(httpcore.NetworkBackend):
    """Connects to public hosts; with ``private`` also to those of this machine and its network."""

    def __init__(self, deadline: Deadline, *, private: bool = False) -> None:
        self._deadline, self._private = deadline, private
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers.

        Raises:
            PrivateHost: If none of its addresses may be asked.
            httpcore.ConnectError: If none answers.
        """
        if not 0 < port < 2**16:  # getaddrinfo would take it modulo 2**16
            raise httpcore.ConnectError(f"there is no port {port}")
        error: Exception = httpcore.ConnectError(f"no address for {host}")
        for address in self._allowed_addresses(host, port):
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.remaining(), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                error = failure
                continue
            return _DeadlineStream(stream, self._deadline)
        raise error

    def _allowed_addresses(self, host: str, port: int) -> list[str]:
        try:
            places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError from error
        addresses = [str(place[0]) for *_, place in places]
        if self._private:
            return addresses
        public = [address for address in addresses if is_public(address)]
        if not public:
            raise PrivateHost(host)
        return public

    def sleep(self, seconds: float) -> None:
        """Wait between two attempts; nothing here makes a second one."""
        self._deadline.stop.wait(seconds)


class _DeadlineStream(httpcore.NetworkStream):
    """A stream that ends at the deadline: a server may send a byte a second for ever."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        while True:
            try:
                return self._stream.read(max_bytes, min(self._deadline.remaining(), _SLICE))
            except httpcore.ReadTimeout:
                self._deadline.remaining()

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.remaining())
        return _DeadlineStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


@cache
def _secure_context() -> ssl.SSLContext:
    """Make what all connections share: reading the certificates takes 60 ms."""
    return ssl.create_default_context()


class PublicTransport(httpx.BaseTransport):
    """An httpx transport over ``PublicNetworkBackend``: httpx's own takes no network backend."""

    def __init__(self, deadline: Deadline, *, private: bool = False) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_secure_context(),
            network_backend=PublicNetworkBackend(deadline, private=private),
            # many servers close a connection they have promised to keep
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request. What httpcore raises is not translated into httpx's errors."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=url,
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_ResponseStream(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _ResponseStream(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
