"""Front matter in YAML."""

from collections.abc import Iterator

from frontmatter.default_handlers import YAMLHandler

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter.flow_format import FlowFormat
from editor.core.frontmatter.lines import column_at, newline_before
from editor.core.frontmatter.model import Candidate, FrontMatter, Insertion, Node, Value
from editor.core.frontmatter.shapes import shape_of_value
from editor.core.frontmatter.yaml_layout import (
    block_entry_spans,
    cut_block_part,
    insert_block_entry,
    insert_block_field,
)
from editor.core.frontmatter.yaml_reading import read_yaml
from editor.core.frontmatter.yaml_writing import scalar_candidates, write_block, write_flow


class YamlFormat(FlowFormat):
    """YAML 1.1 as libyaml reads it."""

    name = "YAML"

    def read(self, text: str, span: Span, *, strict: bool = False) -> Node | None:
        return read_yaml(text, span, strict=strict)

    def agrees(self, before: str, after: str) -> bool:
        """Whether python-frontmatter reads the new text, or could not read the old one either."""
        handler = YAMLHandler()
        try:
            handler.load(handler.split(before)[0])
        except Exception:  # noqa: BLE001 - whatever fails on the old text is excused on the new one
            return True
        try:
            handler.load(handler.split(after)[0])
        except Exception:  # noqa: BLE001
            return False
        return True

    def scalar_candidates(self, value: Value, written: str, node: Node) -> Iterator[Candidate]:
        shape = shape_of_value(value)
        for new, tag in scalar_candidates(value, written, node.style, node.tag):
            yield new, (tag, shape[1])

    def is_empty(self, node: Node) -> bool:
        return node.text in ("", "~", "null")

    def write_collection(self, text: str, front: FrontMatter, node: Node, value: Value) -> Edit:
        indent, start = 0, node.span.start
        if node.key:
            indent, start = column_at(text, node.key.start), node.key.end + 1
        if isinstance(value, dict):
            indent += 2
        newline = newline_before(text, front.body)
        return Edit(start, node.span.end, newline + newline.join(write_block(value, indent)))

    def write_entry(self, value: Value) -> str:
        return write_flow(value)

    def write_field(self, key: str, value: Value) -> str:
        return write_flow({key: value})[1:-1]

    def insert_field(
        self,
        text: str,
        front: FrontMatter,
        parent: Node | None,
        index: int,
        field: tuple[str, Value],
    ) -> Insertion:
        if parent and parent.style == "flow":
            return super().insert_field(text, front, parent, index, field)
        neighbor = parent.children[index - 1] if parent and index else None
        return Insertion([insert_block_field(text, front, neighbor, *field)], index)

    def insert_entry(
        self, text: str, front: FrontMatter, node: Node, index: int, value: Value
    ) -> list[Edit]:
        if node.style == "flow":
            return super().insert_entry(text, front, node, index, value)
        return [insert_block_entry(text, front, node, index, value)]

    def cut_part(self, text: str, front: FrontMatter, parent: Node, index: int) -> list[Edit]:
        assert front.span is not None
        if parent.style == "flow":
            return super().cut_part(text, front, parent, index)
        edit = cut_block_part(text, front.span, parent, index)
        return [edit] if edit else []

    def entry_spans(self, text: str, front: FrontMatter, node: Node) -> list[Span]:
        assert front.span is not None
        if node.style == "flow":
            return super().entry_spans(text, front, node)
        return block_entry_spans(text, front.span, node)
