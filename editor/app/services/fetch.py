"""Addresses fetched when the user asks for it: http and https, within limits of time and size.

httpx speaks HTTP and follows redirects; ``public_network`` decides which hosts may be asked. They
take a third of a second to import, so they are imported on the first request.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from editor import __version__
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import translate
from editor.core.importers.limits import MAX_BYTES

if TYPE_CHECKING:
    import httpx

    from editor.app.services.public_network import Deadline

SECONDS = 20.0
_REDIRECTS = 5
_HEADERS = {
    "User-Agent": f"Rundbrief/{__version__}",
    "Accept": "text/calendar, text/html, application/xhtml+xml, text/plain;q=0.5",
    # what is not unpacked cannot become larger than the limit
    "Accept-Encoding": "identity",
}
_REFUSES_PROGRAMS = (401, 402, 403, 407, 429, 451, 503, 999)
"""Answers of servers that are there, and do not let programs in."""
_GONE = (404, 410)


class Answer(Struct, frozen=True):
    """What a server said to one request: its status, its headers in small letters, its bytes."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class FetchedPage(Struct, frozen=True):
    """What came back, and from which address in the end."""

    data: bytes
    address: str


class FetchFailed(UserFacingError):
    """An address that cannot be fetched."""


class PrivateAddress(FetchFailed):
    """An address of this machine or its network; nothing was sent to it."""


def fetch(
    address: str,
    *,
    private: bool = False,
    seconds: float = SECONDS,
    stop: threading.Event | None = None,
) -> FetchedPage:
    """Fetch what stands at an address.

    Args:
        address: An http or https address, as the user writes it.
        private: Whether hosts of this machine and its network may be asked, too.
        seconds: How long it may take in all.
        stop: Ends the work when it is set.

    Returns:
        At most ``MAX_BYTES`` bytes, and the address they came from after redirects.

    Raises:
        PrivateAddress: If the host is not public.
        FetchFailed: For everything else that goes wrong.
    """
    limits = _Limits(seconds, private=private, stop=stop)
    with _request("GET", address, limits) as response:
        if response.status_code != 200:
            raise _answered_with_error(address, response.status_code)
        data = _read(response, address, MAX_BYTES)
        return FetchedPage(data, str(response.url) if response.history else address)


def exchange(
    method: str,
    address: str,
    *,
    headers: Mapping[str, str],
    content: bytes = b"",
    most: int = MAX_BYTES,
    seconds: float = SECONDS,
    stop: threading.Event | None = None,
    into: Callable[[bytes], object] | None = None,
) -> Answer:
    """Send one request to a host that the user has named, and read what it says.

    Only questions follow redirects; to another host they take no authorization along.

    Args:
        method: Of HTTP, such as POST.
        address: An http or https address.
        headers: What is sent beside the usual headers.
        content: The body.
        most: How many bytes are read at most.
        seconds: How long it may take in all.
        stop: Ends the work when it is set.
        into: Called with each part of an answer with status 200, whose ``data`` stays empty.

    Returns:
        The answer, whatever its status.

    Raises:
        FetchFailed: If there is none.
    """
    limits = _Limits(seconds, private=True, stop=stop)
    with _request(method, address, limits, headers, content) as response:
        kept = into if response.status_code == 200 else None
        data = _read(response, address, most, kept)
        return Answer(response.status_code, response.headers, data)


def _read(
    response: "httpx.Response",
    address: str,
    most: int,
    into: Callable[[bytes], object] | None = None,
) -> bytes:
    data, size = bytearray(), 0
    for chunk in response.iter_raw():
        size += len(chunk)
        if into:
            into(chunk)
        else:
            data += chunk
        if size > most:
            message = translate("core", "{address} sends more than {most} MB; it was not read.")
            raise FetchFailed(message.fill(address=address, most=most // 2**20))
    return bytes(data)


def probe(
    address: str,
    *,
    private: bool = False,
    seconds: float = SECONDS,
    stop: threading.Event | None = None,
) -> None:
    """Ask whether something stands at an address; nothing is read.

    A server that wants a login, or does not let programs in, answers. HEAD is asked first, and GET
    where a server does not know that.

    Args:
        address: An http or https address.
        private: As for ``fetch``.
        seconds: As for ``fetch``.
        stop: As for ``fetch``.

    Raises:
        PrivateAddress: If the host is not public.
        FetchFailed: If nothing stands there, or the server does not answer.
    """
    end = time.monotonic() + seconds
    for method in ("HEAD", "GET"):
        limits = _Limits(end - time.monotonic(), private=private, stop=stop)
        with _request(method, address, limits) as response:
            status = response.status_code
        if status < 400 or status in _REFUSES_PROGRAMS:
            return
        if method == "GET" or status in _GONE:
            raise _answered_with_error(address, status)


class _Limits(Struct, frozen=True):
    seconds: float
    private: bool
    stop: threading.Event | None


@contextlib.contextmanager
def _request(
    method: str,
    address: str,
    limits: _Limits,
    headers: Mapping[str, str] | None = None,
    content: bytes = b"",
) -> Iterator["httpx.Response"]:
    """Open a response, redirects followed.

    Whatever goes wrong, also while it is read, is a FetchFailed.
    """
    import httpx

    from editor.app.services.public_network import Deadline

    deadline = Deadline(time.monotonic() + limits.seconds, limits.stop or threading.Event())
    with _saying_what_fails(address), _make_client(deadline, private=limits.private) as client:
        # with the header given, httpx need not decode the name of the host, which may hold symbols
        url = httpx.URL(_encode_host(address.strip()))
        sent = {"Host": url.netloc.decode(), **(headers or {})}
        asks = method in ("GET", "HEAD")  # a redirect would make a question of all else
        with client.stream(
            method, url, headers=sent, content=content or None, follow_redirects=asks
        ) as response:
            yield response


@contextlib.contextmanager
def _saying_what_fails(address: str) -> Iterator[None]:
    import httpcore
    import httpx

    from editor.app.services.public_network import PrivateHost

    try:
        yield
    except PrivateHost as error:
        message = translate(
            "core",
            "{host} is on this machine or in its own network; such addresses are not fetched.",
        )
        raise PrivateAddress(message.fill(host=error)) from None
    except httpx.TooManyRedirects:
        message = translate("core", "{address} leads in circles.")
        raise FetchFailed(message.fill(address=address)) from None
    except (httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol):
        raise FetchFailed(
            translate("core", "Only addresses that begin with http:// or https:// are fetched.")
        ) from None
    except (httpx.ProtocolError, httpcore.ProtocolError):
        message = translate("core", "{address} breaks off, or its answer is not HTTP.")
        raise FetchFailed(message.fill(address=address)) from None
    except (
        *(httpx.HTTPError, httpx.InvalidURL, OSError, ValueError),
        *(httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProxyError),
    ) as error:
        raise _not_answering(address, error) from None


def _make_client(deadline: "Deadline", *, private: bool) -> "httpx.Client":
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx

    from editor.app.services.public_network import PublicTransport

    return httpx.Client(
        transport=PublicTransport(deadline, private=private),
        headers=_HEADERS,
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        auth=httpx.Auth(),  # a name and password in an address are not sent
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=None,  # the backend's deadline holds for all of it
        trust_env=False,  # a proxy would resolve hosts that may not be asked
    )


def _encode_host(address: str) -> str:
    """Write a host of symbols, such as i❤.ws, as it is asked for: httpx takes words only."""
    try:
        host = urlsplit(address).hostname or ""
        if host.isascii() or all(char.isalnum() or char in "-." for char in host):
            return address
        return address.replace(host, host.encode("idna").decode(), 1)
    except ValueError:
        return address


def _answered_with_error(address: str, status: int) -> FetchFailed:
    message = translate("core", "{address} answers with the error {code}.")
    return FetchFailed(message.fill(address=address, code=status))


def _not_answering(address: str, error: Exception) -> FetchFailed:
    cause: BaseException = error
    while cause.__context__ and not getattr(cause, "strerror", None):
        cause = cause.__context__  # httpcore raises its own errors where the system's came
    reason = str(getattr(cause, "strerror", None) or error or type(error).__name__)[:120]
    message = translate("core", "{address} does not answer: {reason}.")
    return FetchFailed(message.fill(address=address, reason=reason))
