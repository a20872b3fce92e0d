"""What front matter is made of, whatever its format: values, each with its place in the text."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from msgspec import Struct

from editor.core.base.edits import Edit, Span
from editor.core.base.messages import Message
from editor.core.frontmatter.scalars import resolve_scalar

Path = tuple[str | int, ...]
"""Keys and indices from the top, such as ``("images", 0, "alt")``."""
Value = str | int | float | bool | None | dict[str, Any] | list[Any]
Shape = tuple[str, Any]
"""What a value says: ("map", [(key, shape), …]), ("list", [shape, …]) or (tag, text)."""


class Node(Struct, frozen=True):
    """One value: where it stands, what it says, and how it is written."""

    path: Path
    kind: str
    """"scalar", "list" or "map"."""
    span: Span
    """The value alone: quotes included, key, dash and comment not."""
    extent: int
    """The end of the value's last scalar: comments and empty lines behind it do not count."""
    text: str
    """A scalar's content, unquoted and untyped; "" for lists and maps."""
    tag: str
    style: str
    """For scalars "" (plain), or its quotes, "|" or ">"; else "block" or "flow"."""
    key: Span | None = None
    """The key of the value; None for an entry of a list and for the root."""
    children: tuple["Node", ...] = ()

    @property
    def name(self) -> str:
        """The last step of the path: a key, or an index as text; "" for the root."""
        if self.path:
            return str(self.path[-1])
        return ""

    @property
    def start(self) -> int:
        """Where the node begins: its key, or the value itself where it has none."""
        if self.key:
            return self.key.start
        return self.span.start

    @property
    def value(self) -> Any:
        """The value typed as YAML 1.1 types it; a scalar that does not construct is its text."""
        if self.kind == "map":
            return {child.name: child.value for child in self.children}
        if self.kind == "list":
            return [child.value for child in self.children]
        return resolve_scalar(self.tag, self.text)

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all below it, parents first, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class FrontMatter(Struct, frozen=True):
    """The front matter of a text.

    ``root`` is None where there is no front matter, or none that can be read: then ``problem``
    says why.
    """

    format: "Format | None"
    """How it is written; None where there is none, or one of a kind that is not read."""
    span: Span | None
    """What stands between the fences; None where there is no front matter."""
    body: int
    """Where the body starts."""
    root: Node | None = None
    problem: Message | None = None
    problem_at: int = 0
    """The position of the problem in the text."""
    foreign: Message | None = None
    """Says that the front matter is of a kind that is not read, and so left as it is."""

    @property
    def obstacle(self) -> Message | None:
        """Why nothing of it can be changed but as text; None where it can."""
        return self.problem or self.foreign

    def node(self, *path: str | int) -> Node | None:
        """Return the value at a path, the last one where a key is doubled.

        Args:
            *path: Keys and indices from the top, such as ``"images", 0, "alt"``.

        Returns:
            The node; None where there is none.
        """
        node = self.root
        for step in path:
            if node is None:
                return None
            candidates = (child for child in reversed(node.children) if child.path[-1] == step)
            node = next(candidates, None)
        return node

    def text(self, *path: str | int) -> str:
        """Return the content of the scalar at a path.

        Args:
            *path: Keys and indices from the top.

        Returns:
            The content, untyped; "" where there is no scalar.
        """
        node = self.node(*path)
        if node:
            return node.text
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the top level, in their order; doubled ones twice."""
        if self.root:
            return tuple(child.name for child in self.root.children)
        return ()


Candidate = tuple[str, Shape]
"""How a scalar may be written, and its shape then."""


class UnreadableFrontMatter(Exception):
    """Front matter that is not read, with the reason and its position in the text."""

    def __init__(self, message: Message, position: int) -> None:
        super().__init__(message)
        self.message, self.position = message, position


class Insertion(NamedTuple):
    """Edits that insert a part, and the place that it gets among its neighbors."""

    edits: list[Edit]
    place: int


class Format(Protocol):
    """A way to write front matter. What it writes are proposals: ``editing`` proves them."""

    name: str
    """What users call it, such as "TOML"."""
    has_lists: bool
    """Whether it has lists; else several texts are one, with commas."""

    def read(self, text: str, span: Span, *, strict: bool = False) -> Node | None:
        """Read the fields.

        Args:
            text: The whole document.
            span: What stands between the fences.
            strict: Whether to read as strictly as other programs do, which may take longer.

        Returns:
            The root, a map; None where there are no fields.

        Raises:
            UnreadableFrontMatter: If it cannot be read, or would take too long.
        """
        ...

    def agrees(self, before: str, after: str) -> bool:
        """Tell whether a second reader can still read the front matter.

        Args:
            before: The whole document before an edit.
            after: The whole document after it.

        Returns:
            True also where it could not read the one before.
        """
        ...

    def shape_of(self, value: Value) -> Shape:
        """Return the shape that a value has once it is written."""
        ...

    def scalar_candidates(self, value: Value, written: str, node: Node) -> Iterator[Candidate]:
        """Yield the ways to write a scalar in place of another one, best first.

        Args:
            value: The new scalar.
            written: The old one as it stands in the text, quotes included.
            node: The old one.

        Yields:
            The new one as it stands in the text, and its shape.
        """
        ...

    def is_empty(self, node: Node) -> bool:
        """Tell whether a value is nothing, in whose place a list or map may be written."""
        ...

    def write_collection(self, text: str, front: FrontMatter, node: Node, value: Value) -> Edit:
        """Write a list or map in place of nothing."""
        ...

    def write_pair(self, parts: list[str]) -> str:
        """Write a list of two on one line, of values as they stand in the text."""
        ...

    def write_entry(self, value: Value) -> str:
        """Write a value on one line."""
        ...

    def insert_field(
        self,
        text: str,
        front: FrontMatter,
        parent: Node | None,
        index: int,
        field: tuple[str, Value],
    ) -> Insertion:
        """Insert a field into a map.

        Args:
            text: The whole document.
            front: The front matter of that very text.
            parent: The map; None where the front matter is empty.
            index: The index that it shall get, at most the number of fields.
            field: Its key and its value.

        Returns:
            The edits, and the index it gets: other than wanted where the format asks for it.
        """
        ...

    def insert_entry(
        self, text: str, front: FrontMatter, node: Node, index: int, value: Value
    ) -> list[Edit]:
        """Insert an entry into a list, at most behind its last one."""
        ...

    def cut_part(self, text: str, front: FrontMatter, parent: Node, index: int) -> list[Edit]:
        """Cut a field out of a map, or an entry out of a list."""
        ...

    def entry_spans(self, text: str, front: FrontMatter, node: Node) -> list[Span]:
        """Return the spans of a list's entries that change places when one is moved."""
        ...
