"""JSON read with spans.

The decoder of the standard library keeps no positions. So it decodes to values that know where
they began and ended (RFC 8259).
"""

import json
import re
from collections.abc import Callable
from json.decoder import JSONArray, JSONObject, scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]

from msgspec import Struct

from editor.core.base.edits import Span, line_number
from editor.core.base.messages import translate
from editor.core.frontmatter.model import Node, Path, UnreadableFrontMatter
from editor.core.frontmatter.scalars import TEXT_TAG, TYPE_TAGS

_MAX_CHARACTERS = 256 * 1024
"""The longest front matter read."""
_MOST_VALUES = 20_000
_BEFORE_KEY = re.compile(r"[\s,]*")
_SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]"
)
"""Half of a character, which no file can hold."""
_TAGS = {bool: "bool", int: "int", float: "float", type(None): "null"}
_Scan = Callable[[str, int], tuple[object, int]]


class _Noted(Struct):
    """A value and where it stands: for objects pairs of keys and values, for arrays values."""

    value: object
    start: int
    end: int


class _NotingDecoder(json.JSONDecoder):
    """Decodes to noted values."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=tuple)
        self.parse_object = lambda place, strict, scan, *rest: JSONObject(
            place, strict, _note(scan), *rest
        )
        self.parse_array = lambda place, scan: JSONArray(place, _note(scan))
        self.scan_once = _note(py_make_scanner(self))


def _note(scan: _Scan) -> _Scan:
    def noting(text: str, start: int) -> tuple[_Noted, int]:
        value, end = scan(text, start)
        return _Noted(value, start, end), end

    return noting


def read_json(text: str, span: Span) -> Node:
    """Read JSON.

    Args:
        text: The whole document.
        span: The JSON in it: an object, or its pairs without the braces.

    Returns:
        The root.

    Raises:
        UnreadableFrontMatter: If it is no JSON object, or too long.
    """
    if span.end - span.start > _MAX_CHARACTERS:
        message = translate("core", "The front matter is too long to read: over {limit} kB.")
        raise UnreadableFrontMatter(message.fill(limit=_MAX_CHARACTERS // 1024), span.start)
    if text.count(",", span.start, span.end) > _MOST_VALUES:
        message = translate(
            "core", "The front matter unfolds to more than {most} values; it is left alone."
        )
        raise UnreadableFrontMatter(message.fill(most=_MOST_VALUES), span.start)
    source, base = span.of(text), span.start
    start = len(source) - len(source.lstrip())
    if source[start : start + 1] != "{":
        source, base, start = "{" + source + "}", base - 1, 0
    try:
        noted, end = _NotingDecoder().scan_once(source, start)
        assert isinstance(noted, _Noted)
    except json.JSONDecodeError as error:
        raise _locate_error(text, span, base + error.pos, error.msg) from None
    except (RecursionError, StopIteration, ValueError) as error:
        raise _locate_error(text, span, span.start, type(error).__name__) from None
    if _SURROGATE.search(source):
        raise _locate_error(text, span, span.start, "Lone surrogate")
    if source[end:].strip():
        raise _locate_error(text, span, base + end, "Extra data")
    return _build_node(source, base, noted, (), None)


def _build_node(source: str, base: int, noted: _Noted, path: Path, key: Span | None) -> Node:
    span = Span(base + noted.start, base + noted.end)
    children: list[Node] = []
    kind, style, tag, words = "scalar", "", "", ""
    if isinstance(noted.value, tuple):
        kind, style, at = "map", "flow", noted.start + 1
        for name, part in noted.value:
            match = _BEFORE_KEY.match(source, at)
            start = match.end() if match else at
            place = Span(base + start, base + scanstring(source, start + 1)[1])
            children.append(_build_node(source, base, part, (*path, name), place))
            at = part.end
    elif isinstance(noted.value, list):
        kind, style = "list", "flow"
        for index, part in enumerate(noted.value):
            children.append(_build_node(source, base, part, (*path, index), None))
    elif isinstance(noted.value, str):
        style, tag, words = '"', TEXT_TAG, noted.value
    else:
        tag, words = TYPE_TAGS[_TAGS[type(noted.value)]], source[noted.start : noted.end]
    return Node(path, kind, span, span.end, words, tag, style, key, tuple(children))


def _locate_error(text: str, span: Span, position: int, reason: str) -> UnreadableFrontMatter:
    position = max(min(position, span.end), span.start)
    message = translate("core", "The front matter cannot be read in line {line}: {reason}.")
    filled = message.fill(line=line_number(text, position), reason=reason)
    return UnreadableFrontMatter(filled, position)
