"""What hosts say of the requests that they refuse, as plain words."""

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec


def limited_until(status: int, headers: Mapping[str, str]) -> str:
    """Find out until when a host wants no more requests.

    >>> limited_until(403, {"x-ratelimit-remaining": "12"})
    ''

    Args:
        status: Of its answer.
        headers: Of its answer, in small letters.

    Returns:
        The time on the user's clock, such as "14:05"; "?" where it is not told, and "" where the
        host has refused for another reason.
    """
    if status not in (403, 429):
        return ""
    try:
        if "retry-after" in headers:
            when: float = time.time() + int(headers["retry-after"])
        elif headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining")) == "0":
            when = _read_moment(
                headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", ""))
            )
        elif status == 429:
            when = time.time() + 60
        else:
            return ""
        return f"{datetime.fromtimestamp(when):%H:%M}"
    except (ValueError, OverflowError, OSError):
        return "?"


def _read_moment(text: str) -> float:
    """Seconds since 1970 as most hosts have them, or a day and time as Mastodon has."""
    return float(text) if text.isdecimal() else datetime.fromisoformat(text).timestamp()


def read_reason(data: bytes) -> str:
    """Read what a host says of an error.

    >>> read_reason(b'{"message": "Validation Failed", "errors": [{"message": "No commits"}]}')
    'Validation Failed: No commits'

    Args:
        data: Its answer.

    Returns:
        Its words as one line of plain text, at most 300 characters; "" where it has none.
    """
    try:
        said = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
    if not isinstance(said, dict):
        return ""
    words = [said.get(name) for name in ("message", "error", "error_description")]
    errors = said.get("errors")
    words += errors if isinstance(errors, list) else []
    parts = (part for word in words for part in _plain_words(word))
    return ": ".join(dict.fromkeys(parts))[:300]


def _plain_words(word: Any) -> list[str]:
    """Texts, lists and tables of texts: GitLab has all of them."""
    if isinstance(word, str):
        return [" ".join(word.split())] if word.strip() else []
    if isinstance(word, list):
        return [part for each in word[:5] for part in _plain_words(each)]
    if isinstance(word, dict):
        inner = word.get("message") or [
            f"{name} {part}" for name, value in word.items() for part in _plain_words(value)
        ]
        return _plain_words(inner)
    return []
