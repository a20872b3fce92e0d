"""Where front matter is, and how it is written.

Generators and tools write it in many ways: YAML, TOML and JSON between fences of many kinds,
``Key: value`` (Pelican, MultiMarkdown), YAML that does not begin in the first line or has another
end (Hexo, Jekyll). Others are found, too, so that nothing is ever added to them: ``#+title:``
(org), ``% Title`` (pandoc), scripts (Eleventy).
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct

from editor.core.base.edits import Span
from editor.core.base.messages import Message, translate
from editor.core.frontmatter.formats import JSON, LINES, TOML, YAML
from editor.core.frontmatter.model import Format

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
_JSON_LIKE = re.compile(r"\{\s*(?://|/\*|['\w-]+\s*:)")
"""JSON with comments, or with keys that are not quoted."""
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
_DOTS = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)
"""Another end of YAML."""
_BRACE = re.compile(r"^\}[ \t]*\r?$", re.MULTILINE)
_FORMATS: dict[str, Format] = {
    "---": YAML,
    "---yaml": YAML,
    "---yml": YAML,
    "---toml": TOML,
    "---json": JSON,
    "+++": TOML,
    "+++toml": TOML,
    ";;;": JSON,
    ";;;json": JSON,
}
_NAMES = {"js": "JavaScript", "ts": "TypeScript", "coffee": "CoffeeScript"}


class Location(Struct, frozen=True):
    """Where front matter is."""

    format: Format | None
    """How it is written; None where that is not read."""
    span: Span | None
    """What stands between the fences; None where it is not read."""
    body: int
    """Where the body begins: 0 where it may be prose, and so belongs to every export."""
    message: Message | None = None
    """Says that it is not read."""


def find_front_matter(text: str) -> Location | None:
    """Find the front matter of a text.

    Args:
        text: The whole document.

    Returns:
        Where it is; None where the text has none.
    """
    fenced = _find_yaml(text)
    if fenced is None or _DOTS.search(text, fenced[0].start, fenced[0].end):
        found = _find_at(text, _skip_lead(text))
        if found or fenced is None:
            return found
    return Location(YAML, *fenced)


def _find_yaml(text: str) -> tuple[Span, int] | None:
    """YAML between two lines of ``---`` as python-frontmatter finds it, and where the body is."""
    if not text.startswith("---"):
        return None
    fence = YAMLHandler.FM_BOUNDARY
    opening = fence.match(text)
    closing = fence.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return None
    span = Span(text.index("\n", opening.start()) + 1, closing.start())
    return span, text.find("\n", closing.start()) + 1 or len(text)


def _foreign(name: str, body: int) -> Location:
    message = translate(
        "core",
        "The front matter of this page is {format}. It is shown in the source and left as it is.",
    )
    return Location(None, None, body, message.fill(format=name))


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


def _find_at(text: str, start: int) -> Location | None:
    """Front matter that begins at a position."""
    first = _line_at(text, start)
    if fence := _FENCE.fullmatch(first):
        return _find_fenced(text, start, fence)
    if _JSON.match(text, start):
        return _find_json(text, start)
    if _JSON_LIKE.match(text, start):
        return _foreign("JSON", 0)
    if _JSON_FIELD.fullmatch(first):
        return _find_json_fields(text)
    if _ORG.fullmatch(first):
        return _foreign("Org", 0)
    if _PANDOC.fullmatch(first):
        return _foreign("Pandoc", 0)
    if _FIELD_LIST.fullmatch(first) and _KNOWN_FIELD.fullmatch(first[1:]):
        return _foreign("reStructuredText", 0)
    if comment := _COMMENT.match(text):
        if any(_KNOWN_FIELD.fullmatch(line.strip(" \t\r*")) for line in comment[0].split("\n")):
            return _foreign("HTML", 0)
        return None
    return _find_fields(text, start)


def _find_fenced(text: str, start: int, fence: re.Match[str]) -> Location | None:
    mark, language = fence["mark"], fence["language"].lower()
    style = _FORMATS.get(mark + language)
    name = style.name if style else _NAMES.get(language, language.upper())
    inside = list(_lines(text, start))[1:]
    for number, (at, line) in enumerate(inside):
        is_end = line.rstrip() == mark or (style is YAML and line.rstrip() == "...")
        if not is_end or not (number or language or mark != "---"):
            continue
        if style is YAML and not _holds_fields(inside[:number]):
            return None  # two rules across the page
        body = _next_line(text, at)
        if style:
            return Location(style, Span(inside[0][0], at), body)
        return _foreign(name, body)
    if language or (mark != "---" and len(inside) > 0):
        return _foreign(name, 0)  # without an end nobody knows where the body begins
    return None  # a check says so


def _holds_fields(lines: list[tuple[int, str]]) -> bool:
    written = [line.rstrip() for _, line in lines if line.strip()]
    return bool(written) and all(
        _FIELD.fullmatch(line) or _CONTINUED.fullmatch(line) or line.startswith(("#", "-"))
        for line in written
    )


def _find_json(text: str, start: int) -> Location | None:
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        if not re.match(r'\{\s*"[^"\n]*"\s*:', text[start : start + 500]):
            return None
        closing = _BRACE.search(text, start)
        end = closing.end() if closing else len(text)
    below = _next_line(text, end)
    return Location(JSON, Span(start, end), end if text[end:below].strip() else below)


def _find_json_fields(text: str) -> Location | None:
    """JSON without its braces, down to a line of ``;;;`` (Hexo)."""
    for at, line in _lines(text, 0):
        if line.rstrip() == ";;;":
            return Location(JSON, Span(0, at), _next_line(text, at))
    return None


class _FieldLines(NamedTuple):
    """Lines of ``Key: value`` at the start of a text."""

    keys: list[str]
    known: int
    """How many of the keys are those of front matter."""
    is_plain: bool
    """Whether there are no comments and lists among them, which only YAML has."""
    end: int
    fence: int | None
    """Where a line of ``---`` ends them; None where an empty line does."""


def _find_fields(text: str, start: int) -> Location | None:
    """``Key: value`` down to an empty line, or to a line of ``---`` (Hexo).

    With a title it is front matter, if most other keys are known, too; otherwise it may be prose.
    """
    lines = _read_field_lines(text, start)
    if lines is None:
        return None
    is_titled = any(_TITLE.match(f"{key}:") for key in lines.keys)
    if lines.fence is not None and is_titled:
        if len(lines.keys) == 1 and not lines.keys[0].islower():
            return None  # a heading
        return Location(YAML, Span(start, lines.fence), _next_line(text, lines.fence))
    is_sure = is_titled and 2 * lines.known >= len(lines.keys)
    if is_sure and lines.is_plain:
        return Location(LINES, Span(start, lines.end), lines.end)
    if is_titled or lines.known > 1:
        return _foreign(LINES.name, lines.end if is_sure else 0)
    return None


def _read_field_lines(text: str, start: int) -> _FieldLines | None:
    """The lines; None for prose that begins with a word and a colon."""
    keys: list[str] = []
    known, is_plain = 0, True
    end, fence = start, None
    for at, line in _lines(text, start):
        written = line.rstrip()
        if at > start and written == "---":
            fence = at
        if not written or fence is not None:
            break
        if _FIELD.fullmatch(written):
            keys.append(written.partition(":")[0].strip())
            is_known = bool(_KNOWN_FIELD.fullmatch(written))
            known += is_known
            if " " in keys[-1] and not is_known:
                known -= 1  # words before a colon, as in a letter
        elif at == start or not (_CONTINUED.fullmatch(written) or written.startswith("#")):
            return None
        else:
            is_plain = is_plain and written[0] in " \t"
        end = _next_line(text, at)
    return _FieldLines(keys, known, is_plain, end, fence)


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
