"""Web addresses as every program reads them: in ASCII (RFC 3986), whatever people write."""

import re
from urllib.parse import quote, urlsplit

_SAFE = "/?#[]@:!$&'()*+,;=%-._~"
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def to_ascii_address(address: str) -> str:
    """Write an address in ASCII: a host by IDNA, the rest percent-encoded as UTF-8.

    >>> to_ascii_address("https://übersicht.example/?f=ü")
    'https://xn--bersicht-55a.example/?f=%C3%BC'

    Args:
        address: An address (RFC 3987); what is encoded stays so.

    Returns:
        The address (RFC 3986); a host that IDNA refuses is percent-encoded, too.
    """
    if address.isascii() and not re.search(r"[\s<>\"{}|\\^`]", address):
        return address
    try:
        host = urlsplit(address).hostname or ""
        encoded = host.encode("idna").decode() if not host.isascii() else host
    except ValueError:  # UnicodeError is one
        host = encoded = ""
    if host != encoded:
        at = address.casefold().find(host)
        address = address[:at] + encoded + address[at + len(host) :]
    return quote(_BROKEN_PERCENT.sub("%25", address), safe=_SAFE)
