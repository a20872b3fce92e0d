"""Web addresses: their host, their parameters, and what was meant by a broken one."""

import re
from functools import lru_cache
from urllib.parse import unquote_plus, urlsplit


@lru_cache(maxsize=4000)
def read_host(url: str) -> str:
    """Read the host of an address.

    Args:
        url: Any text.

    Returns:
        The host without its "www."; "" where there is none.
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def has_host(url: str) -> bool:
    """Tell whether an address has a host that a browser accepts.

    Args:
        url: Any text.

    Returns:
        Whether there is one, with a dot or a port, or "localhost".
    """
    host = read_host(url)
    return bool(host) and " " not in host and ("." in host or ":" in host or host == "localhost")


_BARE_HOST = re.compile(
    r"""
    (?:[\w-]+\.)+
    (?:de|org|com|net|eu|io|at|ch|fm|berlin|social|gov|edu|uk|fr|nl)
    (?:[/?#:].*)?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A host of a common domain without its scheme."""
_SCHEME_TWICE = re.compile(r"(?:https?:/{0,2}){2,}(?=\w)")
_CLIPPED_SCHEME = re.compile(r"(?:h?t?tps?|htps?|htpps?|hhtps?|htttps?|hppts?)://")
_SCHEME_WITHOUT_SLASH = re.compile(r"(https?):/(?=[^/])|(https?)//")
_USUAL = re.compile(
    r"https?://(?!https?:?/) [a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+ (?:[/?#]\S*)?", re.VERBOSE
)
"""What nearly all addresses look like."""
_OTHER_SCHEMES = ("mailto:", "tel:", "geo:", "matrix:", "xmpp:")
_RELATIVE = ("#", "/", "./", "../", "{{", "?")
_PAGE_NAME = re.compile(r"[\w-]+")
"""Such as "kontakt" or "über-uns", a page beside this one, in small letters."""


@lru_cache(maxsize=4000)
def repair_url(url: str) -> str | None:
    """Find out what an address should be.

    >>> repair_url("ttps://a.example"), repair_url("https://https://a.example")
    ('https://a.example', 'https://a.example')
    >>> repair_url("okfn.de"), repair_url("https://a.example")
    ('https://okfn.de', None)

    Args:
        url: An address as it was typed.

    Returns:
        None where nothing is wrong with it, "" where it is wrong and what was meant is unknown.
    """
    if _USUAL.fullmatch(url):
        return None
    bare = url.strip()
    if not bare:
        return ""
    if bare.startswith((*_RELATIVE, *_OTHER_SCHEMES)) or bare.endswith((".md", ".md#")):
        return None
    if twice := _SCHEME_TWICE.match(bare):
        return _scheme("https" in twice[0]) + bare[twice.end() :]
    if bare.startswith("(http"):
        inner = bare[1:]
        return inner.removesuffix(")") if inner.count(")") > inner.count("(") else inner
    if clipped := _CLIPPED_SCHEME.match(bare):
        if clipped[0] in ("http://", "https://"):
            return None if has_host(bare) else ""
        return _scheme("s:" in clipped[0]) + bare[clipped.end() :]
    if scheme := _SCHEME_WITHOUT_SLASH.match(bare):
        return f"{scheme[1] or scheme[2]}://{bare[scheme.end() :]}"
    if _BARE_HOST.match(bare):
        return f"https://{bare}"
    is_word = re.fullmatch(r"[^\s:/.#?]+", bare)
    is_page = _PAGE_NAME.fullmatch(bare) and bare == bare.lower()
    return "" if is_word and not is_page else None


def _scheme(is_secure: bool) -> str:
    return "https://" if is_secure else "http://"


_SEPARATOR = re.compile(r"(&(?:amp;)?)")
"""HTML writes the one between two parameters as an entity."""


def parameter_names(url: str) -> list[str]:
    """List the names of an address's parameters.

    Args:
        url: The address; "&amp;" separates parameters as "&" does.

    Returns:
        The names, decoded, in their order.
    """
    return [_decode_name(part) for part in _SEPARATOR.split(urlsplit(url).query)[::2] if part]


def _decode_name(parameter: str) -> str:
    return unquote_plus(parameter.partition("=")[0])


def remove_parameters(url: str, names: list[str]) -> str:
    """Remove parameters from an address.

    The others keep their letters, and what stands between them.

    >>> remove_parameters("https://a.example/x?b=1&utm_source=y#c", ["utm_source"])
    'https://a.example/x?b=1#c'
    >>> remove_parameters("https://a.example/x?utm_source=y&amp;b=1&amp;c=2", ["utm_source"])
    'https://a.example/x?b=1&amp;c=2'

    Args:
        url: The address.
        names: The names of the parameters that go.

    Returns:
        The address without them.
    """
    before, _, rest = url.partition("?")
    query, hash_sign, fragment = rest.partition("#")
    first, *others = _SEPARATOR.split(query)
    pairs = [("", first), *zip(others[::2], others[1::2], strict=True)]
    kept = "".join(
        f"{separator}{part}" for separator, part in pairs if _decode_name(part) not in names
    )
    if separator := _SEPARATOR.match(kept):
        kept = kept[separator.end() :]
    if kept:
        kept = f"?{kept}"
    return before + kept + hash_sign + fragment


_LIKE_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-zA-Z]{2,}(?:[/?#:]\S*)?")
_COMPLETE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+|[/#.]\S*|\{\{.*\}\}")


def is_address_like(words: str) -> bool:
    """Tell whether words are meant as an address, not as words to search by.

    >>> is_address_like("codefor.de"), is_address_like("/blog/"), is_address_like("Rathaus fest")
    (True, True, False)

    Args:
        words: What was typed.

    Returns:
        True for addresses with and without a scheme, for mail addresses and paths.
    """
    return bool(_COMPLETE.fullmatch(words) or _LIKE_ADDRESS.fullmatch(words))


def complete_address(address: str) -> str:
    """Write what is missing before an address.

    >>> complete_address("codefor.de"), complete_address("info@a.example")
    ('https://codefor.de', 'mailto:info@a.example')

    Args:
        address: An address as it was typed.

    Returns:
        The address with its scheme; what has one, and paths, as they are.
    """
    if _COMPLETE.fullmatch(address) or not _LIKE_ADDRESS.fullmatch(address):
        return address
    return ("mailto:" if "@" in address else "https://") + address
