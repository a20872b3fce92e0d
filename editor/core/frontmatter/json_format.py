"""Front matter in JSON (Hugo, Eleventy, Hexo)."""

import json
from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.frontmatter.flow_format import FlowFormat
from editor.core.frontmatter.json_reading import read_json
from editor.core.frontmatter.model import Candidate, Node, Value
from editor.core.frontmatter.scalars import TEXT_TAG
from editor.core.frontmatter.shapes import shape_of_value


class JsonFormat(FlowFormat):
    """JSON (RFC 8259) as the standard library reads it."""

    name = "JSON"

    def read(self, text: str, span: Span, *, strict: bool = False) -> Node | None:
        return read_json(text, span)

    def scalar_candidates(self, value: Value, written: str, node: Node) -> Iterator[Candidate]:
        if isinstance(value, str) and not node.style:
            yield value, (node.tag, value)
        yield self.write_entry(value), shape_of_value(value)

    def is_empty(self, node: Node) -> bool:
        return node.text == "null" or (node.text == "" and node.tag in ("", TEXT_TAG))

    def write_entry(self, value: Value) -> str:
        return json.dumps(value, ensure_ascii=False)

    def write_field(self, key: str, value: Value) -> str:
        return f"{self.write_entry(key)}: {self.write_entry(value)}"
