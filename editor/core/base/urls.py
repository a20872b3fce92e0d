"""Addresses of the web as people write them: their host, their parameters, and what was meant by a broken one."""

import re
from functools import lru_cache
from urllib.parse import unquote_plus, urlsplit


@lru_cache(maxsize=4000)
def read_host(url: str) -> str:
    """The host of an address without its "www."; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def has_host(url: str) -> bool:
    """Whether an address has a host a browser accepts."""
    host = read_host(url)
    return bool(host) and " " not in host and ("." in host or ":" in host or host == "localhost")


_HOST = re.compile(
    r"(?:[\w-]+\.)+(?:de|org|com|net|eu|io|at|ch|fm|berlin|social|gov|edu|uk|fr|nl)(?:[/?#:].*)?$",
    re.IGNORECASE,
)
_TWICE = re.compile(r"(?:https?:/{0,2}){2,}(?=\w)")
_CLIPPED = re.compile(r"(?:h?t?tps?|htps?|htpps?|hhtps?|htttps?|hppts?)://")
_SCHEME = re.compile(r"(https?):/(?=[^/])|(https?)//")


_PLAIN = re.compile(r"https?://(?!https?:?/)[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+(?:[/?#]\S*)?")
"""What nearly all addresses look like."""


@lru_cache(maxsize=4000)
def repair_url(url: str) -> str | None:
    """What an address should be: None where nothing is wrong with it, "" where nobody knows.

    >>> repair_url("ttps://a.example"), repair_url("https://https://a.example"), repair_url("okfn.de"), repair_url("https://a.example")
    ('https://a.example', 'https://a.example', 'https://okfn.de', None)
    """
    if _PLAIN.fullmatch(url):
        return None
    bare = url.strip()
    if not bare:
        return ""
    if bare.startswith(
        ("#", "/", "./", "../", "mailto:", "tel:", "{{", "geo:", "matrix:", "xmpp:", "?")
    ) or bare.endswith((".md", ".md#")):
        return None
    if twice := _TWICE.match(bare):
        rest = bare[twice.end() :]
        return ("https://" if "https" in twice[0] else "http://") + rest
    if bare.startswith("(http"):
        if bare.count(")") > bare.count("(") - 1:
            return bare[1:].removesuffix(")")
        return bare[1:]
    if clipped := _CLIPPED.match(bare):
        if clipped[0] in ("http://", "https://"):
            if has_host(bare):
                return None
            return ""
        return ("https://" if "s:" in clipped[0] else "http://") + bare[clipped.end() :]
    if scheme := _SCHEME.match(bare):
        return f"{scheme[1] or scheme[2]}://{bare[scheme.end() :]}"
    if _HOST.match(bare):
        return f"https://{bare}"
    return (
        "" if re.fullmatch(r"[^\s:/.#?]+", bare) and not re.fullmatch(r"[a-z\d_-]+", bare) else None
    )  # "kontakt" is a page beside this one


_SEPARATOR = re.compile(r"(&(?:amp;)?)")
"""HTML writes the one between two parameters as an entity."""


def parameter_names(url: str) -> list[str]:
    """The names of an address's parameters."""
    return [_name(part) for part in _SEPARATOR.split(urlsplit(url).query)[::2] if part]


def _name(parameter: str) -> str:
    return unquote_plus(parameter.partition("=")[0])


def remove_parameters(url: str, names: list[str]) -> str:
    """An address without some parameters; the others keep their letters, and what stands between them.

    >>> remove_parameters("https://a.example/x?b=1&utm_source=y#c", ["utm_source"])
    'https://a.example/x?b=1#c'
    >>> remove_parameters("https://a.example/x?utm_source=y&amp;b=1&amp;c=2", ["utm_source"])
    'https://a.example/x?b=1&amp;c=2'
    """
    before, _, rest = url.partition("?")
    query, fence, fragment = rest.partition("#")
    first, *others = _SEPARATOR.split(query)
    pairs = [("", first), *zip(others[::2], others[1::2], strict=True)]
    kept = "".join(f"{separator}{part}" for separator, part in pairs if _name(part) not in names)
    kept = _SEPARATOR.sub("", kept, 1) if _SEPARATOR.match(kept) else kept
    return before + (f"?{kept}" if kept else "") + fence + fragment
