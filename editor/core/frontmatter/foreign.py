"""Front matter that is not read: found, so that it is shown as it is and never added to.

Other generators and other tools write it in other ways: TOML and JSON (Hugo), ``Key: value``
(Pelican, MultiMarkdown), ``#+title:`` (org), ``% Title`` (pandoc), YAML that does not begin in the
first line or has another end (Hexo, Jekyll).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.core.base.messages import Message, translate

_TITLE = re.compile(r"(?:title|titel)[ \t]*:", re.IGNORECASE)
_KNOWN_FIELD = re.compile(
    r"""
    (?:
        abstract | aliases | authors? | categor(?:y|ies) | created | date | description | draft
        | keywords | lang | language | layout | license | modified | permalink | save_as | slug
        | status | subject | subtitle | summary | tags? | template | thumbnail | title | url
        | published | pubdate | updated | titel | datum | autor(?:in)?
    )
    [ \t]*:(?:[ \t].*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIELD = re.compile(r"[A-Za-z_][\w .-]{0,40}:(?:[ \t].*)?")
_CONTINUED = re.compile(r"[ \t]+\S.*|- .*")
_FENCE = re.compile(
    r"""
    (?P<mark> --- | \+\+\+ | ;;; ) [ \t]*
    (?P<language>
        (?: ya?ml | toml | json5? | js | javascript | ts | typescript | coffee | cson | lua )?
    )
    [ \t]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_JSON = re.compile(r"\{\s*(?:\"|\})")
_JSON_FIELD = re.compile(r'"[\w .-]+"[ \t]*:.*')
_ORG = re.compile(r"#\+[A-Za-z_]+(?:\[\])?:.*")
_PANDOC = re.compile(r"%(?:[ \t].*)?")
_FIELD_LIST = re.compile(r":[A-Za-z_][\w -]*:(?:[ \t].*)?")
_COMMENT = re.compile(r"<!--.*?-->|/\*.*?\*/", re.DOTALL)
_LEAD = re.compile(r"(?:[\ufeff\u200b\u2060]|[ \t\xa0]*\r?\n|[ \t\xa0]+|%YAML[^\n]*\n)+")
"""What may stand before front matter that does not begin in the first line."""
_HASHES = re.compile(r"(?:[ \t]*(?:#|//)[^\n]*\n)+")
_MAX_LINES = 2000
"""The most lines that are searched for an end."""


@dataclass(frozen=True, slots=True)
class ForeignFrontMatter:
    """What was found."""

    body: int
    """Where the body begins: 0 where it may be prose, and so belongs to every export."""
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
    name, body = found
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
    return ForeignFrontMatter(body, message)


_YAML = "YAML"


def _skip_lead(text: str) -> int:
    """Skip empty lines and comments, if a fence follows; else nothing."""
    at = 0
    hashed = False
    while match := _COMMENT.match(text, at) or _LEAD.match(text, at) or _HASHES.match(text, at):
        hashed = hashed or match.re is _HASHES
        at = match.end()
    if not _FENCE.fullmatch(_line_at(text, at)):
        return 0
    # a heading and a rule look like a comment and a fence, but for the fields that follow
    if hashed and not _KNOWN_FIELD.fullmatch(_line_at(text, _next_line(text, at))):
        return 0
    return at


def _find_at(text: str, start: int) -> tuple[str, int] | None:
    """The name of a format that begins at a position, and where the body begins behind it."""
    first = _line_at(text, start)
    if fence := _FENCE.fullmatch(first):
        return _find_fenced(text, start, fence)
    if _JSON.match(text, start):
        return _find_json(text, start)
    if _JSON_FIELD.fullmatch(first):
        return _find_json_fields(text)
    if _ORG.fullmatch(first):
        return "Org", 0
    if _PANDOC.fullmatch(first):
        return "Pandoc", 0
    if _FIELD_LIST.fullmatch(first) and _KNOWN_FIELD.fullmatch(first[1:]):
        return "reStructuredText", 0
    if comment := _COMMENT.match(text):
        if any(_KNOWN_FIELD.fullmatch(line.strip(" \t\r*")) for line in comment[0].split("\n")):
            return "HTML", 0
        return None
    return _find_fields(text, start)


def _find_fenced(text: str, start: int, fence: re.Match[str]) -> tuple[str, int] | None:
    mark, language = fence["mark"], fence["language"].lower()
    formats = {"+++": "TOML", ";;;": "JSON", "---": _YAML}
    named = {"js": "JavaScript", "ts": "TypeScript", "yml": _YAML, "coffee": "CoffeeScript"}
    name = named.get(language) or language.upper() or formats[mark]
    inside = list(_lines(text, start))[1:]
    for number, (at, line) in enumerate(inside):
        is_end = line.rstrip() == mark or (name == _YAML and line.rstrip() == "...")
        if is_end and (number or language):
            if name == _YAML and not _holds_fields(inside[:number]):
                return None  # two rules across the page
            return name, _next_line(text, at)
    if language or (mark != "---" and len(inside) > 0):
        return name, 0  # without an end nobody knows where the body begins
    return None  # a check says so


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


def _find_json_fields(text: str) -> tuple[str, int] | None:
    """JSON without its braces, down to a line of ``;;;`` (Hexo)."""
    for at, line in _lines(text, 0):
        if line.rstrip() == ";;;":
            return "JSON", _next_line(text, at)
    return None


def _find_fields(text: str, start: int) -> tuple[str, int] | None:
    """``Key: value`` down to an empty line, or to a line of ``---`` (Hexo).

    With a title it is front matter for sure; with two known fields it may be prose.
    """
    name = "“Key: value”"
    known, titled = 0, False
    end = start
    for at, line in _lines(text, start):
        written = line.rstrip()
        if not written or (at > start and written == "---"):
            if written:
                name, end = _YAML, _next_line(text, at)
            break
        if _FIELD.fullmatch(written):
            known += bool(_KNOWN_FIELD.fullmatch(written))
            titled = titled or bool(_TITLE.match(written))
        elif at == start or not (_CONTINUED.fullmatch(written) or written.startswith("#")):
            return None  # prose that begins with a word and a colon
        end = _next_line(text, at)
    if titled:
        return name, end
    if known > 1:
        return name, 0
    return None


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
