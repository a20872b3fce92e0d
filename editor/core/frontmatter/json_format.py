"""Front matter in JSON (Hugo, Eleventy, Hexo)."""

import json
from collections.abc import Iterator

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter import flow
from editor.core.frontmatter.json_reading import read_json
from editor.core.frontmatter.model import Candidate, FrontMatter, Insertion, Node, Shape, Value
from editor.core.frontmatter.scalars import TEXT_TAG
from editor.core.frontmatter.shapes import shape_of_value


class JsonFormat:
    """JSON (RFC 8259) as the standard library reads it."""

    name, has_lists = "JSON", True

    def read(self, text: str, span: Span, *, strict: bool = False) -> Node | None:
        return read_json(text, span)

    def agrees(self, before: str, after: str) -> bool:
        """Always: the one reader is the one that everybody trusts."""
        return True

    def shape_of(self, value: Value) -> Shape:
        return shape_of_value(value)

    def scalar_candidates(self, value: Value, written: str, node: Node) -> Iterator[Candidate]:
        if isinstance(value, str) and not node.style:
            yield value, (node.tag, value)
        yield _write(value), shape_of_value(value)

    def is_empty(self, node: Node) -> bool:
        return node.text == "null" or (node.text == "" and node.tag in ("", TEXT_TAG))

    def write_collection(self, text: str, front: FrontMatter, node: Node, value: Value) -> Edit:
        return Edit(node.span.start, node.span.end, _write(value))

    def write_pair(self, parts: list[str]) -> str:
        return f"[{', '.join(parts)}]"

    def write_entry(self, value: Value) -> str:
        return _write(value)

    def insert_field(
        self,
        text: str,
        front: FrontMatter,
        parent: Node | None,
        after: int | None,
        field: tuple[str, Value],
    ) -> Insertion:
        assert parent is not None
        index = len(parent.children) if after is None else after + 1
        written = f"{_write(field[0])}: {_write(field[1])}"
        return Insertion(flow.insert_in_flow(text, parent, index, written), index)

    def insert_entry(
        self, text: str, front: FrontMatter, node: Node, index: int, value: Value
    ) -> list[Edit]:
        return flow.insert_in_flow(text, node, index, _write(value))

    def cut_part(self, text: str, front: FrontMatter, parent: Node, index: int) -> list[Edit]:
        return flow.cut_from_flow(text, parent, index)

    def entry_spans(self, text: str, front: FrontMatter, node: Node) -> list[Span]:
        return [child.span for child in node.children]


def _write(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)
