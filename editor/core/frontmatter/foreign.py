"""Front matter that is not read: found, so that it is shown as it is and never added to.

Other generators and other tools write it in other ways: TOML and JSON (Hugo), ``Key: value``
(Pelican, MultiMarkdown), ``#+title:`` (org), ``% Title`` (pandoc), YAML that does not begin in the
first line or has another end (Hexo, Jekyll).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.core.base.edits import Span
from editor.core.base.messages import Message, translate

_KNOWN_KEYS = (
    "abstract|aliases|author|authors|categories|category|created|date|description|draft|keywords"
    "|lang|language|layout|license|modified|permalink|save_as|slug|status|subject|subtitle|summary"
    "|tag|tags|template|thumbnail|title|titel|datum|autor|autorin|published|pubdate|updated|url"
)
_FIELD = re.compile(r"[A-Za-z_][\w .-]{0,40}:(?:[ \t].*)?")
_KNOWN_FIELD = re.compile(rf"(?:{_KNOWN_KEYS})[ \t]*:(?:[ \t].*)?", re.IGNORECASE)
_CONTINUED = re.compile(r"[ \t]+\S.*|- .*")
_FENCE = re.compile(r"(?P<mark>---|\+\+\+|;;;)(?P<language>[ \t]*[A-Za-z]*)[ \t]*")
_JSON = re.compile(r"\{\s*(?:\"|\})")
_ORG = re.compile(r"#\+[A-Za-z_]+(?:\[\])?:.*")
_PANDOC = re.compile(r"%(?:[ \t].*)?")
_COMMENT = re.compile(r"<!--.*?-->|/\*.*?\*/", re.DOTALL)
_LEAD = re.compile(r"(?:\ufeff|[ \t]*\r?\n|[ \t]+|[ \t]*(?:#|//)[^\n+]*\n)+")
"""What may stand before front matter that does not begin in the first line."""
_MAX_LINES = 2000
"""The most lines that are searched for an end."""


@dataclass(frozen=True, slots=True)
class ForeignFrontMatter:
    """Where it stands, with its fences, and what to say of it."""

    span: Span
    message: Message


def find_foreign_front_matter(text: str) -> ForeignFrontMatter | None:
    """Find front matter that is not YAML between two lines of ``---`` at the very start.

    Args:
        text: The whole document, without such YAML.

    Returns:
        What was found; None where the text has no front matter at all.
    """
    start = _skip_lead(text)
    found = _find_at(text, start)
    if found is None:
        return None
    name, end = found
    if name == _YAML and start:
        message = translate(
            "core",
            "The front matter does not begin in the first line, and not every site reads it then. "
            "It is shown in the source and left as it is.",
        )
    elif name == _YAML:
        message = translate(
            "core",
            "The front matter does not stand between two lines of ---, and not every site reads it "
            "then. It is shown in the source and left as it is.",
        )
    else:
        message = translate(
            "core",
            "The front matter of this page is {format}. "
            "It is shown in the source and left as it is.",
        ).fill(format=name)
    return ForeignFrontMatter(Span(0, end), message)


_YAML = "YAML"


def _skip_lead(text: str) -> int:
    """Skip empty lines and comments, if a fence follows; else nothing."""
    at = 0
    while True:
        match = _COMMENT.match(text, at) or _LEAD.match(text, at)
        if match is None or match.end() == at:
            break
        at = match.end()
    if at and _FENCE.fullmatch(_line_at(text, at)):
        return at
    return 0


def _find_at(text: str, start: int) -> tuple[str, int] | None:
    """The name of a format that begins at a position, and where it ends."""
    first = _line_at(text, start)
    if fence := _FENCE.fullmatch(first):
        return _find_fenced(text, start, fence)
    if _JSON.match(text, start):
        return _find_json(text, start)
    if _ORG.fullmatch(first):
        return "Org", _end_of_lines(text, start, _ORG)
    if _PANDOC.fullmatch(first):
        return "Pandoc", _end_of_lines(text, start, _PANDOC, _CONTINUED)
    if _COMMENT.match(text):
        return _find_commented(text)
    return _find_fields(text, start)


def _find_fenced(text: str, start: int, fence: re.Match[str]) -> tuple[str, int] | None:
    mark, language = fence["mark"], fence["language"].strip().lower()
    formats = {"+++": "TOML", ";;;": "JSON", "---": _YAML}
    named = {"js": "JavaScript", "javascript": "JavaScript", "coffee": "CoffeeScript"}
    name = named.get(language) or language.upper() or formats[mark]
    inside = list(_lines(text, start))[1:]
    for number, (at, line) in enumerate(inside):
        is_end = line.rstrip() == mark or (name == _YAML and line.rstrip() == "...")
        if is_end and (number or language):
            if name == _YAML and not _holds_fields(inside[:number]):
                return None  # two rules across the page
            return name, _next_line(text, at)
    if language:
        return name, len(text)
    return None  # without an end: a check says so


def _holds_fields(lines: list[tuple[int, str]]) -> bool:
    written = [line.rstrip() for _, line in lines if line.strip()]
    return bool(written) and all(
        _FIELD.fullmatch(line) or _CONTINUED.fullmatch(line) or line.startswith(("#", "-"))
        for line in written
    )


def _find_json(text: str, start: int) -> tuple[str, int] | None:
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        if not re.match(r'\{\s*"[^"\n]*"\s*:', text[start : start + 500]):
            return None
        closing = re.compile(r"^\}[ \t]*\r?$", re.MULTILINE).search(text, start)
        end = closing.end() if closing else len(text)
    return "JSON", _next_line(text, end)


def _find_commented(text: str) -> tuple[str, int] | None:
    """Fields in a comment at the start."""
    comment = _COMMENT.match(text)
    if comment is None:
        return None
    inside = comment[0][4:-3] if comment[0].startswith("<!--") else comment[0][2:-2]
    if any(_KNOWN_FIELD.fullmatch(line.strip()) for line in inside.splitlines()):
        return "HTML", _next_line(text, comment.end())
    return None


def _find_fields(text: str, start: int) -> tuple[str, int] | None:
    """``Key: value`` down to an empty line, or to a line of ``---`` (Hexo)."""
    known = False
    end = start
    for at, line in _lines(text, start):
        written = line.rstrip()
        if at > start and written in ("---", ";;;"):
            return (_YAML, _next_line(text, at)) if known else None
        is_field = bool(_FIELD.fullmatch(written))
        if not is_field and not (at > start and _CONTINUED.fullmatch(written)):
            if written:
                return None  # prose that begins with a word and a colon
            break
        known = known or bool(_KNOWN_FIELD.fullmatch(written))
        end = _next_line(text, at)
    return ("“Key: value”", end) if known else None


def _end_of_lines(text: str, start: int, *patterns: re.Pattern[str]) -> int:
    """The end of the lines that fit one of some patterns."""
    end = start
    for at, line in _lines(text, start):
        if not any(pattern.fullmatch(line.rstrip()) for pattern in patterns):
            break
        end = _next_line(text, at)
    return end


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    at = start
    for _ in range(_MAX_LINES):
        if at >= len(text):
            return
        yield at, _line_at(text, at)
        at = _next_line(text, at)


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start:].rstrip("\r") if end < 0 else text[start:end].rstrip("\r")


def _next_line(text: str, start: int) -> int:
    return text.find("\n", start) + 1 or len(text)
