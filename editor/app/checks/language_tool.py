"""Hints of grammar from a LanguageTool server that the user has named: none is asked otherwise."""

import json
from collections.abc import Mapping

from editor.app.document.utf16_positions import Utf16Positions
from editor.core.base.edits import Span
from editor.core.checks.diagnostic import GrammarHint
from editor.core.checks.prose_mask import mask_words
from editor.core.issue.issue import Issue

_SECONDS = 8.0
_MOST = 200
_LARGEST = 4_000_000
"""Bytes of an answer."""


def ask_language_tool(server: str, issue: Issue, language: str) -> tuple[GrammarHint, ...]:
    """Ask a server about the prose of an issue.

    Args:
        server: Its address, such as "http://localhost:8081".
        issue: The issue; only the words of its prose are sent.
        language: The language, such as "de".

    Returns:
        The hints; none where the server does not answer as it should. Hints never block.
    """
    import httpx  # takes a third of a second

    words = mask_words(issue.text, issue.front.body)
    data = {"text": words, "language": _TAGS.get(language, language)}
    try:
        with httpx.stream(
            "POST", server.rstrip("/") + "/v2/check", data=data, timeout=_SECONDS
        ) as response:
            answer = bytearray()
            for chunk in response.iter_bytes():
                answer += chunk
                if len(answer) > _LARGEST:
                    return ()
        found = json.loads(bytes(answer))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RecursionError):
        return ()
    matches = found.get("matches") if isinstance(found, Mapping) else None
    if not isinstance(matches, list):
        return ()
    positions = Utf16Positions(words)
    hints = (_read_match(match, positions, len(words)) for match in matches[:_MOST])
    return tuple(hint for hint in hints if hint)


_TAGS = {"de": "de-DE", "en": "en-US"}


def _read_match(match: object, positions: Utf16Positions, size: int) -> GrammarHint | None:
    """A match of the answer; None for one that is not as it should be."""
    if not isinstance(match, Mapping):
        return None
    try:
        start, length = int(match["offset"]), int(match["length"])
        message = str(match["message"])
        rule = match.get("rule", {}).get("category", {}).get("id", "")
        words = [str(each["value"]) for each in match.get("replacements", ())[:6]]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if rule == "TYPOS" or length < 1 or start < 0 or not message:
        return None  # spelling is looked up in our own dictionaries
    span = Span(positions.to_text(start), positions.to_text(start + length))
    return GrammarHint(span, message[:300], tuple(words)) if span.end <= size else None
