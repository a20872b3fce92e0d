"""TOML read with spans.

tomlkit reads it and keeps no positions. So its parser is asked, at each key, value and header,
where it has come to; tomllib, the second reader, must have read the same values (TOML v1.0).
"""

import re
import tomllib
from functools import lru_cache

from msgspec import Struct, field
from tomlkit.exceptions import ParseError, TOMLKitError
from tomlkit.items import (
    AoT,
    Array,
    Bool,
    Date,
    DateTime,
    Float,
    InlineTable,
    Integer,
    Item,
    Key,
    String,
    Table,
    Time,
)
from tomlkit.parser import Parser

from editor.core.base.edits import Span, line_number, line_starts
from editor.core.base.messages import translate
from editor.core.frontmatter.model import Node, Path, UnreadableFrontMatter
from editor.core.frontmatter.scalars import TEXT_TAG, TYPE_TAGS

_MAX_CHARACTERS = 64 * 1024
"""The longest front matter read: tomlkit takes 10 ms for 20 kB."""
_MOST_REMEMBERED = 64
_QUOTES = re.compile(r"\"\"\"|'''|\"|'")
_PLACE = re.compile(r" at line \d+ col \d+$")
_TAGS = {
    Integer: TYPE_TAGS["int"],
    Float: TYPE_TAGS["float"],
    Bool: TYPE_TAGS["bool"],
    Date: TYPE_TAGS["timestamp"],
    DateTime: TYPE_TAGS["timestamp"],
    Time: TYPE_TAGS["time"],
}


class _Value(Struct):
    """A value that the parser has read, and those within it."""

    span: Span
    item: Item
    keys: list[tuple[str, Span]]
    """The parts of its key, each with its place; none for an entry of an array."""
    parts: list["_Header | _Value"]


class _Header(Struct):
    """The name of a table, ``[a.b]`` or ``[[a.b]]``."""

    keys: list[tuple[str, Span]]
    start: int
    is_entry: bool
    """Whether the table is an entry of a list."""


class _NotingParser(Parser):
    """Notes headers and values in the order of the text, and the keys of values."""

    def __init__(self, source: str, base: int) -> None:
        super().__init__(source)
        self._base = base
        """Where the source stands in the document."""
        self.noted: list[_Header | _Value] = []
        self._siblings: list[_Header | _Value] = self.noted
        self._keys: list[tuple[str, Span]] = []
        self._header_at: int | None = None
        self._is_peeking = False

    def _parse_key(self) -> Key:
        self._keys = []
        key = super()._parse_key()
        if self._header_at is not None and not self._is_peeking:
            is_entry = self._src[self._header_at : self._header_at + 2] == "[["
            self.noted.append(_Header(self._keys, self._base + self._header_at, is_entry))
            self._header_at = None
        return key

    def _parse_simple_key(self) -> Key:
        start = self._idx
        key = super()._parse_simple_key()
        written = self._src[start : self._idx]
        start += self._base + len(written) - len(written.lstrip())
        self._keys.append((key.key, Span(start, start + len(written.strip()))))
        return key

    def _parse_table(
        self, parent_name: Key | None = None, parent: Table | None = None
    ) -> tuple[Key, Table | AoT]:
        self._header_at = self._idx
        return super()._parse_table(parent_name, parent)

    def _peek_table(self) -> tuple[bool, Key]:
        self._is_peeking = True
        try:
            return super()._peek_table()
        finally:
            self._is_peeking = False

    def _parse_value(self) -> Item:
        start, keys, siblings = self._idx, self._keys, self._siblings
        self._keys, self._siblings = [], []
        item = super()._parse_value()
        parts, self._siblings = self._siblings, siblings
        length = len(self._src[start : self._idx].rstrip())
        span = Span(self._base + start, self._base + start + length)
        siblings.append(_Value(span, item, keys, parts))
        return item


class _Draft(Struct):
    """A node that may still get children."""

    path: Path
    kind: str
    span: Span
    style: str
    key: Span | None
    text: str = ""
    tag: str = ""
    children: list["_Draft"] = field(default_factory=list)

    def child(self, step: str | int) -> "_Draft | None":
        return next((each for each in self.children if each.path[-1] == step), None)

    def add(self, step: str | int, kind: str, span: Span, style: str, key: Span | None) -> "_Draft":
        self.children.append(_Draft((*self.path, step), kind, span, style, key))
        return self.children[-1]

    def to_node(self) -> Node:
        children = tuple(child.to_node() for child in self.children)
        extent = max(self.span.end, *(child.extent for child in children), 0)
        span = self.span
        if self.style in ("table", "dotted"):
            span = Span(span.start, extent)
        return Node(
            self.path,
            self.kind,
            span,
            extent,
            self.text,
            self.tag,
            self.style,
            self.key,
            children,
        )


def read_toml(text: str, span: Span) -> Node | None:
    """Read TOML.

    Args:
        text: The whole document.
        span: The TOML in it.

    Returns:
        The root; None where it is empty. Tables with a header have the style "table", maps that
        dotted keys make "dotted".

    Raises:
        UnreadableFrontMatter: If it is no TOML, or too long.
    """
    if span.end - span.start > _MAX_CHARACTERS:
        message = translate("core", "The front matter is too long to read: over {limit} kB.")
        raise UnreadableFrontMatter(message.fill(limit=_MAX_CHARACTERS // 1024), span.start)
    try:
        return _read(span.of(text), span.start)
    except (TOMLKitError, ValueError, RecursionError, LookupError) as error:
        # tomllib's errors are ValueErrors; it takes no TOML 1.1, as tomlkit does
        raise _locate_error(text, span, error) from None


@lru_cache(_MOST_REMEMBERED)
def _read(source: str, start: int) -> Node | None:
    parser = _NotingParser(source, start)
    parser.parse()
    root = _Draft((), "map", Span(start, start + len(source)), "block", None)
    table = root
    for noted in parser.noted:
        if isinstance(noted, _Header):
            table = _enter_table(root, noted, source, start)
        else:
            _add_value(table, noted)
    if not root.children:
        return None
    node = root.to_node()
    if not _says(node, tomllib.loads(source)):
        raise TOMLKitError("two readers disagree")
    return node


def _enter_table(root: _Draft, header: _Header, source: str, start: int) -> _Draft:
    """The table that a header opens, and those above it that no header has opened."""
    closing = "]]" if header.is_entry else "]"
    name_end = header.keys[-1][1].end - start
    span = Span(header.start, start + source.index(closing, name_end) + len(closing))
    table = root
    for number, (name, key) in enumerate(header.keys, start=1):
        known = table.child(name)
        if header.is_entry and number == len(header.keys):
            entries = known or table.add(name, "list", span, "table", key)
            return entries.add(len(entries.children), "map", span, "table", None)
        if known and known.kind == "list":
            known = known.children[-1]
        table = known or table.add(name, "map", span, "table", key)
    return table


def _add_value(table: _Draft, value: _Header | _Value) -> None:
    assert isinstance(value, _Value)
    *outer, (name, key) = value.keys
    for step, place in outer:
        table = table.child(step) or table.add(step, "map", place, "dotted", place)
    _fill(table.add(name, "scalar", value.span, "", key), value)


def _fill(draft: _Draft, value: _Value) -> None:
    """Let a node be what its value is."""
    item = value.item
    if isinstance(item, InlineTable):
        draft.kind, draft.style = "map", "flow"
        for part in value.parts:
            _add_value(draft, part)
    elif isinstance(item, Array):
        draft.kind, draft.style = "list", "flow"
        for index, part in enumerate(value.parts):
            assert isinstance(part, _Value)
            _fill(draft.add(index, "scalar", part.span, "", None), part)
    elif isinstance(item, String):
        quotes = _QUOTES.match(item.as_string())
        draft.style, draft.text = quotes[0] if quotes else "", str(item).replace("\r\n", "\n")
        draft.tag = TEXT_TAG
    else:
        draft.text, draft.tag = item.as_string(), _TAGS[type(item)]


def _says(node: Node, value: object) -> bool:
    """Whether a node says what tomllib has read."""
    if isinstance(value, dict):
        names = [child.name for child in node.children]
        return (
            node.kind == "map"
            and sorted(names) == sorted(value)
            and all(_says(child, value[child.name]) for child in node.children)
        )
    if isinstance(value, list):
        return (
            node.kind == "list"
            and len(node.children) == len(value)
            and all(map(_says, node.children, value))
        )
    if isinstance(value, str):
        return node.tag == TEXT_TAG and node.text == value
    return node.kind == "scalar" and node.tag != TEXT_TAG


def _locate_error(text: str, span: Span, error: Exception) -> UnreadableFrontMatter:
    position, reason = span.start, str(error) or type(error).__name__
    if isinstance(error, ParseError):
        starts = line_starts(span.of(text))
        position += min(starts[min(error.line, len(starts)) - 1] + error.col, len(span.of(text)))
        reason = _PLACE.sub("", reason)
    message = translate("core", "The front matter cannot be read in line {line}: {reason}.")
    filled = message.fill(line=line_number(text, position), reason=reason)
    return UnreadableFrontMatter(filled, position)
