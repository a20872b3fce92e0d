"""Front matter in TOML (Hugo, Zola)."""

import json
import re
from collections.abc import Iterator

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter.flow_format import FlowFormat
from editor.core.frontmatter.lines import line_end_at, newline_before
from editor.core.frontmatter.model import Candidate, FrontMatter, Insertion, Node, Value
from editor.core.frontmatter.scalars import TEXT_TAG, TYPE_TAGS, plain_scalar
from editor.core.frontmatter.shapes import shape_of_value

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What TOML allows in no string unescaped, but for line ends and tabs."""


class TomlFormat(FlowFormat):
    """TOML v1.0 as tomlkit and tomllib read it."""

    name = "TOML"

    def read(self, text: str, span: Span, *, strict: bool = False) -> Node | None:
        from editor.core.frontmatter.toml_reading import read_toml  # takes 0.1 s, with tomlkit

        return read_toml(text, span)

    def scalar_candidates(self, value: Value, written: str, node: Node) -> Iterator[Candidate]:
        if not isinstance(value, str):
            yield plain_scalar(value), shape_of_value(value)
            return
        shape = (TEXT_TAG, value)
        if not node.style:
            yield value, (node.tag, value)
        if node.style == "'" and not _CONTROL.search(value) and "\n" not in value:
            yield f"'{value}'", shape
        if len(node.style) == 3:
            yield _write_lines(value, written, node.style), shape
        if node.tag != TYPE_TAGS["timestamp"] or not value:  # a date never becomes a text
            yield _quote(value), shape

    def is_empty(self, node: Node) -> bool:
        return node.text == "" and node.tag in ("", TEXT_TAG)

    def write_entry(self, value: Value) -> str:
        return write_inline(value)

    def write_field(self, key: str, value: Value) -> str:
        return f"{_write_key(key)} = {write_inline(value)}"

    def insert_field(
        self,
        text: str,
        front: FrontMatter,
        parent: Node | None,
        index: int,
        field: tuple[str, Value],
    ) -> Insertion:
        assert front.span is not None
        if parent and parent.style == "flow":
            return super().insert_field(text, front, parent, index, field)
        children = parent.children if parent else ()
        newline = newline_before(text, front.body)
        if (parent is None or not parent.path) and _needs_header(field[1]):
            at = front.span.end
            lead = newline if children else ""
            edit = Edit(at, at, lead + _write_tables(*field, newline))
            return Insertion([edit], len(children))
        # a key behind the header of another table would belong to that one
        places = [place for place, child in enumerate(children, 1) if child.style != "table"]
        if index not in places:
            index = places[-1] if places else 0
        line = self.write_field(*field)
        if index:
            neighbor = children[index - 1]
            end = line_end_at(text, neighbor.extent, front.span.end)
            lead = newline + _indent_of(text, neighbor)
            return Insertion([Edit(end, end, lead + line)], index)
        if parent and parent.path:
            end = line_end_at(text, parent.span.start + 1, front.span.end)
            return Insertion([Edit(end, end, newline + line)], 0)
        return Insertion([Edit(front.span.start, front.span.start, line + newline)], 0)

    def insert_entry(
        self, text: str, front: FrontMatter, node: Node, index: int, value: Value
    ) -> list[Edit]:
        if node.style == "flow":
            return super().insert_entry(text, front, node, index, value)
        assert front.span is not None
        if not isinstance(value, dict):
            return []  # a table holds fields
        newline = newline_before(text, front.body)
        name = node.children[0].span
        header = text[name.start : line_end_at(text, name.start + 1, front.span.end)]
        header = header[: header.index("]]") + 2]
        indent = _indent_of(text, node.children[0])
        first = node.children[0].children[:1]
        lead = _indent_of(text, first[0]) if first else indent
        lines = [header, *(lead + field for field in _write_fields(value))]
        regions = self.entry_spans(text, front, node)
        if index < len(regions):
            at = regions[index].start
            gap = _gap_before(text, regions, index) or newline
            return [Edit(at, at, newline.join(lines) + gap + indent)]
        at = regions[-1].end
        gap = _gap_before(text, regions, len(regions) - 1) or newline
        return [Edit(at, at, gap + indent + newline.join(lines))]

    def cut_part(self, text: str, front: FrontMatter, parent: Node, index: int) -> list[Edit]:
        assert front.span is not None
        if parent.style == "flow":
            return super().cut_part(text, front, parent, index)
        child = parent.children[index]
        start = child.span.start if child.style == "table" else child.start
        line_start = text.rfind("\n", 0, start) + 1
        end = line_end_at(text, child.extent, front.span.end)
        end = min(text.find("\n", end) + 1 or front.span.end, front.span.end)
        if child.style == "table":
            # the empty line above a table goes with it
            above = text[:line_start].rstrip(" \t\r\n")
            line_start = max(text.find("\n", len(above)) + 1, front.span.start)
        return [Edit(line_start, end, "")]

    def entry_spans(self, text: str, front: FrontMatter, node: Node) -> list[Span]:
        assert front.span is not None
        if node.style == "flow":
            return super().entry_spans(text, front, node)
        return [
            Span(child.span.start, line_end_at(text, child.extent, front.span.end))
            for child in node.children
        ]


def _needs_header(value: Value) -> bool:
    """Whether a value is written as tables: a map, or a list of maps."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(part, dict) for part in value)
    return isinstance(value, dict) and bool(value)


def _write_tables(key: str, value: Value, newline: str) -> str:
    tables = value if isinstance(value, list) else [value]
    name = _write_key(key)
    header = f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
    parts = [newline.join([header, *_write_fields(table), ""]) for table in tables]
    return newline.join(parts)


def _write_fields(table: Value) -> list[str]:
    assert isinstance(table, dict)
    return [f"{_write_key(key)} = {write_inline(part)}" for key, part in table.items()]


def _write_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _quote(key)


def _quote(text: str) -> str:
    """Write a basic string: its escapes are those of JSON (TOML v1.0, String)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write_lines(value: str, written: str, quotes: str) -> str:
    """Write a string of several lines as the old one was, with its first line end."""
    newline = "\r\n" if "\r\n" in written else "\n"
    is_led = written[3 : 3 + len(newline)] == newline or value.startswith("\n")
    opening = quotes + newline if is_led else quotes
    if quotes == "'''":
        if "'''" in value or value.endswith("'") or _CONTROL.search(value):
            return _quote(value)
        return opening + value.replace("\n", newline) + quotes
    parts = [_quote(part)[1:-1].replace("\\n", newline) for part in value.split('"')]
    words = '"'.join(parts).replace('"""', '""\\"')
    return opening + re.sub(r'"$', r'\\"', words) + quotes


def write_inline(value: Value) -> str:
    """Write a value on one line.

    Args:
        value: A scalar, or a list or map of values.

    Returns:
        The value; strings in double quotes.
    """
    if isinstance(value, dict):
        return "{ " + ", ".join(_write_fields(value)) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_inline, value)) + "]"
    if isinstance(value, str):
        return _quote(value)
    return plain_scalar(value)


def _indent_of(text: str, node: Node) -> str:
    """What stands before a field in its line: blanks, and the keys above it with their dots."""
    return text[text.rfind("\n", 0, node.start) + 1 : node.start]


def _gap_before(text: str, regions: list[Span], index: int) -> str:
    """What stands between an entry and the one before it, if that is empty lines."""
    if not index:
        return ""
    gap = text[regions[index - 1].end : regions[index].start]
    return "" if gap.strip() else gap
