"""What formats with brackets have in common: JSON has nothing else, YAML and TOML have more."""

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter import flow
from editor.core.frontmatter.model import FrontMatter, Insertion, Node, Shape, Value
from editor.core.frontmatter.shapes import shape_of_value


class FlowFormat:
    """Lists and maps between brackets; how a value and a field look, each format says itself."""

    has_lists = True

    def agrees(self, before: str, after: str) -> bool:
        """Whether a second reader agrees: always, where reading asks it already, or needs none."""
        return True

    def shape_of(self, value: Value) -> Shape:
        return shape_of_value(value)

    def write_entry(self, value: Value) -> str:
        """Write a value on one line."""
        raise NotImplementedError

    def write_field(self, key: str, value: Value) -> str:
        """Write a field of a map between brackets."""
        raise NotImplementedError

    def write_pair(self, parts: list[str]) -> str:
        return f"[{', '.join(parts)}]"

    def write_collection(self, text: str, front: FrontMatter, node: Node, value: Value) -> Edit:
        return Edit(node.span.start, node.span.end, self.write_entry(value))

    def insert_field(
        self,
        text: str,
        front: FrontMatter,
        parent: Node | None,
        index: int,
        field: tuple[str, Value],
    ) -> Insertion:
        assert parent is not None
        return Insertion(flow.insert_in_flow(text, parent, index, self.write_field(*field)), index)

    def insert_entry(
        self, text: str, front: FrontMatter, node: Node, index: int, value: Value
    ) -> list[Edit]:
        return flow.insert_in_flow(text, node, index, self.write_entry(value))

    def cut_part(self, text: str, front: FrontMatter, parent: Node, index: int) -> list[Edit]:
        return flow.cut_from_flow(text, parent, index)

    def entry_spans(self, text: str, front: FrontMatter, node: Node) -> list[Span]:
        return [child.span for child in node.children]
