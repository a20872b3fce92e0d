"""Front matter in lines of ``Key: value`` (Pelican, MultiMarkdown, Python-Markdown's "meta").

All values are texts; several are one text with commas. Names are read in small letters, as Pelican
does it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter.lines import line_end_at, newline_before
from editor.core.frontmatter.model import Candidate, FrontMatter, Insertion, Node, Shape, Value
from editor.core.frontmatter.scalars import TEXT_TAG, plain_scalar

if TYPE_CHECKING:
    from markdown.extensions.meta import MetaPreprocessor

_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w .-]*?)[ \t]*:(?P<value>[^\r\n]*)\r?\n?")
_MORE = re.compile(r"[ \t]+(?P<value>\S[^\r\n]*)\r?\n?")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_INDENT = "    "
"""What Python-Markdown wants before further lines of a value."""


class LineFormat:
    """Lines of ``Key: value``."""

    name, has_lists = "“Key: value”", False

    def read(self, text: str, span: Span, *, strict: bool = False) -> Node | None:
        children: list[Node] = []
        at = span.start
        while at < span.end and (field := _FIELD.match(text, at, span.end)):
            at = field.end()
            parts = [_trim(text, Span(*field.span("value")))]
            while more := _MORE.match(text, at, span.end):
                at = more.end()
                parts.append(_trim(text, Span(*more.span("value"))))
            children.append(_make_node(text, Span(*field.span("key")), parts))
        if not children:
            return None
        return Node((), "map", span, children[-1].extent, "", "", "block", None, tuple(children))

    def agrees(self, before: str, after: str) -> bool:
        """Whether Python-Markdown still reads the same as we, if it did before."""
        return not self._is_second_reader(before) or self._is_second_reader(after)

    def _is_second_reader(self, text: str) -> bool:
        root = self.read(text, Span(0, len(text)))
        children = root.children if root else ()
        return _read_meta(text) == {child.name: child.text.split("\n") for child in children}

    def shape_of(self, value: Value) -> Shape:
        if isinstance(value, list):
            return TEXT_TAG, ", ".join(plain_scalar(part).strip() for part in value)
        return TEXT_TAG, "\n".join(map(str.strip, plain_scalar(value).strip().split("\n")))

    def scalar_candidates(self, value: Value, written: str, node: Node) -> Iterator[Candidate]:
        shape = self.shape_of(value)
        newline = "\r\n" if "\r\n" in written else "\n"
        if _CONTROL.search(shape[1]):
            return  # Python-Markdown drops some and changes others
        yield shape[1].replace("\n", newline + _INDENT), shape

    def is_empty(self, node: Node) -> bool:
        return not node.text

    def write_collection(self, text: str, front: FrontMatter, node: Node, value: Value) -> Edit:
        return Edit(node.span.start, node.span.end, self.write_entry(value))

    def write_pair(self, parts: list[str]) -> str:
        return ", ".join(parts)

    def write_entry(self, value: Value) -> str:
        words: str = self.shape_of(value)[1]
        return words.replace("\n", "\n" + _INDENT)

    def insert_field(
        self,
        text: str,
        front: FrontMatter,
        parent: Node | None,
        index: int,
        field: tuple[str, Value],
    ) -> Insertion:
        assert front.span is not None and parent is not None
        neighbor = parent.children[index - 1]
        is_capital = neighbor.key is not None and neighbor.key.of(text)[:1].isupper()
        key = field[0][:1].upper() + field[0][1:] if is_capital else field[0]
        newline = newline_before(text, line_end_at(text, neighbor.extent, len(text)) + 2)
        end = line_end_at(text, neighbor.extent, front.span.end)
        written = self.write_entry(field[1]).replace("\n", newline)
        return Insertion([Edit(end, end, f"{newline}{key}: {written}")], index)

    def insert_entry(
        self, text: str, front: FrontMatter, node: Node, index: int, value: Value
    ) -> list[Edit]:
        return []

    def cut_part(self, text: str, front: FrontMatter, parent: Node, index: int) -> list[Edit]:
        assert front.span is not None
        child = parent.children[index]
        end = line_end_at(text, child.extent, front.span.end)
        return [Edit(child.start, text.find("\n", end) + 1 or len(text), "")]

    def entry_spans(self, text: str, front: FrontMatter, node: Node) -> list[Span]:
        return []


def _trim(text: str, span: Span) -> Span:
    """A part without the blanks around it; an empty one begins where it began."""
    words = span.of(text)
    if not words.strip():
        return Span(span.start, span.start)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _make_node(text: str, key: Span, parts: list[Span]) -> Node:
    span = Span(parts[0].start, parts[-1].end)
    words = "\n".join(part.of(text) for part in parts)
    name = key.of(text).lower()
    return Node((name,), "scalar", span, span.end, words, TEXT_TAG, "", key)


@cache
def _make_meta_reader() -> "MetaPreprocessor":
    from markdown import Markdown  # takes 0.03 s
    from markdown.extensions.meta import MetaPreprocessor

    return MetaPreprocessor(Markdown())


def _read_meta(text: str) -> dict[str, list[str]]:
    """Read what Python-Markdown takes for front matter."""
    reader = _make_meta_reader()
    reader.run(text.splitlines())
    meta: dict[str, list[str]] = reader.md.Meta  # type: ignore[attr-defined]
    return meta
