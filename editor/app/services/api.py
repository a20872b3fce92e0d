"""Requests to the API of a host with an account: over https, bounded, read strictly, explained.

What a host says of an error is shown as plain text, and never logged.
"""

import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

import msgspec

from editor.app.services.fetch import Answer, FetchFailed, exchange
from editor.app.services.refusals import limited_until, read_reason
from editor.core.base.errors import UserFacingError
from editor.core.base.messages import Message, translate

_Shape = TypeVar("_Shape")
_MOST_BYTES = 32 * 2**20
_MOST_DOWNLOADED = 2**30
_DOWNLOAD_SECONDS = 1800.0
_MOST_PAGES = 100
_SECONDS = 60.0
_LOOPBACK = ("127.0.0.1", "localhost")
"""What needs no https, as for browsers (W3C Secure Contexts §3.1)."""


def base_of(host: str, path: str) -> str:
    """Return the address of a host's API: https, but for this machine.

    Args:
        host: The name of the host, with its port.
        path: Where the API is there.

    Returns:
        The address.
    """
    scheme = "http" if host.partition(":")[0] in _LOOPBACK else "https"
    return f"{scheme}://{host}{path}"


class HostRefused(UserFacingError):
    """A host that does not do what it was asked; ``status`` is that of its answer."""

    def __init__(self, message: Message, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class NotThere(HostRefused):
    """What was asked for does not exist, or this account may not see it."""


class NotSignedIn(HostRefused):
    """The host does not accept the token."""


class NotAllowed(HostRefused):
    """The account or its token has no right to do this."""


class Clash(HostRefused):
    """It does not fit what is there; the host says what (statuses 400, 409, 422)."""


class Nothing(msgspec.Struct, frozen=True):
    """An answer of which nothing is read."""


class Api:
    """The API of one host, for one account."""

    def __init__(
        self,
        base: str,
        token: str = "",
        stop: threading.Event | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Name the host and the account.

        Args:
            base: The address that all paths follow, such as ``https://api.github.com``.
            token: What proves who asks; "" asks as nobody.
            stop: Ends requests when it is set.
            headers: What this host wants beside the token.

        Raises:
            HostRefused: If the address is not one of https.
        """
        parts = urlsplit(base)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise HostRefused(
                translate(
                    "core", "Hosts with an account are asked by https only; {address} is none."
                ).fill(address=base)
            )
        self.host = parts.netloc
        self._base = base.rstrip("/")
        self._exchange = partial(exchange, most=_MOST_BYTES, seconds=_SECONDS, stop=stop)
        self._headers = {"Accept": "application/json", **(headers or {})}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, shape: type[_Shape], **query: object) -> _Shape:
        """Ask for something.

        Args:
            path: Below the base, quoted.
            shape: The type that the answer has, as msgspec reads it.
            query: Parameters.

        Returns:
            What the host says.

        Raises:
            HostRefused: If it does not give it.
            FetchFailed: If it cannot be reached.
        """
        return self.decode(self.ask("GET", path, query=query), shape)

    def get_pages(self, path: str, shape: type[_Shape], **query: object) -> list[_Shape]:
        """Ask for a list that comes in pages; as ``get``, for what stands in the list.

        Raises:
            HostRefused: If it does not give it.
            FetchFailed: If it cannot be reached.
        """
        found: list[_Shape] = []
        for page in range(1, _MOST_PAGES + 1):
            answer = self.ask("GET", path, query={**query, "page": page})
            found += self.decode(answer, list[shape])  # type: ignore[valid-type]
            if 'rel="next"' not in answer.headers.get("link", ""):
                return found
        message = translate("core", "{host} has more of them than can be read.")
        raise FetchFailed(message.fill(host=self.host))

    def send(self, method: str, path: str, body: object, shape: type[_Shape]) -> _Shape:
        """Let the host do something.

        Args:
            method: Of HTTP.
            path: Below the base, quoted.
            body: What is written as JSON.
            shape: The type of the answer.

        Returns:
            What the host says.

        Raises:
            HostRefused: If it does not do it.
            FetchFailed: If it cannot be reached; it may have done it all the same.
        """
        return self.decode(self.ask(method, path, body=body), shape)

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        body: object = None,
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a request and return the answer as it is, if the host has agreed.

        Args:
            method: Of HTTP.
            path: Below the base, quoted.
            query: Parameters.
            body: What is written as JSON; None for none.
            form: Fields of a form, as OAuth wants them (RFC 6749, section 4.1.3), in its place.

        Returns:
            The answer, with a status from 200 to 299.

        Raises:
            HostRefused: If it has another status.
            FetchFailed: If there is none.
        """
        headers = dict(self._headers)
        content = b""
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = msgspec.json.encode(body)
        elif form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            content = urlencode(form).encode()
        address = self._address(path, query)
        return self._agreed(self._exchange(method, address, headers=headers, content=content))

    def _address(self, path: str, query: Mapping[str, object] | None) -> str:
        return self._base + path + (f"?{urlencode(query)}" if query else "")

    def _agreed(self, answer: Answer) -> Answer:
        if not 200 <= answer.status < 300:
            raise self._explain(answer)
        return answer

    def download(self, path: str, into: Callable[[bytes], object], **query: object) -> None:
        """Ask for something large; redirects lead on, without the token to another host.

        Args:
            path: Below the base, quoted.
            into: Called with each part of it.
            query: Parameters.

        Raises:
            HostRefused: If it does not give it.
            FetchFailed: If it cannot be reached, takes longer than half an hour, or sends more
                than a gigabyte.
        """
        answer = self._exchange(
            *("GET", self._address(path, query)),
            headers={**self._headers, "Accept": "*/*"},
            most=_MOST_DOWNLOADED,
            seconds=_DOWNLOAD_SECONDS,
            into=into,
        )
        self._agreed(answer)

    def decode(self, answer: Answer, shape: type[_Shape]) -> _Shape:
        """Read an answer as a type.

        Args:
            answer: The answer.
            shape: The type that it has.

        Returns:
            What it says.

        Raises:
            FetchFailed: If it is something else.
        """
        if shape is Nothing:
            return Nothing()  # type: ignore[return-value]
        try:
            return msgspec.json.decode(answer.data, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError):
            message = translate("core", "{host} says something that cannot be read.")
            raise FetchFailed(message.fill(host=self.host)) from None

    def _explain(self, answer: Answer) -> HostRefused:
        status, reason = answer.status, read_reason(answer.data)
        if until := limited_until(answer.status, answer.headers):
            message = translate(
                "core",
                "{host} takes no more requests from this account until {time}. Try again then.",
            )
            return HostRefused(message.fill(host=self.host, time=until), status)
        kind, message = _REFUSALS.get(status, (HostRefused, _OTHERWISE))
        return kind(message.fill(host=self.host, reason=reason or str(status)), status)


_REFUSALS = {
    401: (
        NotSignedIn,
        translate("core", "{host} does not accept the token any more. Sign in again. ({reason})"),
    ),
    403: (NotAllowed, translate("core", "{host} does not allow this to the account: {reason}")),
    404: (
        NotThere,
        translate("core", "{host} has nothing there that this account may see. ({reason})"),
    ),
    **dict.fromkeys((400, 409, 422), (Clash, translate("core", "{host} refuses: {reason}"))),
}
_OTHERWISE = translate("core", "{host} answers with an error: {reason}")
