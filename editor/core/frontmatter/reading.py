"""Front matter, read with spans.

python-frontmatter says where the front matter is and what it means; PyYAML's marks say where each
value stands. Law: reading is total. ``editing`` changes what is read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from editor.core.base.edits import Span
from editor.core.base.messages import Message
from editor.core.frontmatter.composition import UnreadableYaml, compose_fields
from editor.core.frontmatter.foreign import find_foreign_front_matter
from editor.core.frontmatter.scalars import resolve_scalar

_ENDED_BY_DOTS = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE)
Path = tuple[str | int, ...]
"""Keys and indices from the top, such as ``("images", 0, "alt")``."""
Value = str | int | float | bool | None | dict[str, Any] | list[Any]
Shape = tuple[str, Any]
"""What a value says: ("map", [(key, shape), …]), ("list", [shape, …]) or (tag, text)."""


@dataclass(frozen=True, slots=True)
class Node:
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
    """For scalars "" (plain), '"', "'", "|" or ">"; else "block" or "flow"."""
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


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a text.

    ``root`` is None where there is no front matter, or none that can be read: then ``problem``
    says why.
    """

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


# --- reading ------------------------------------------------------------------------------------


def read_front_matter(text: str, *, strict: bool = False) -> FrontMatter:
    """Read the front matter of a text.

    Args:
        text: The whole document.
        strict: Whether it is read as strictly as other programs do, which takes longer.

    Returns:
        The front matter. Total: what cannot be read is reported in ``problem``.
    """
    fences = _find_fences(text)
    if fences is None or _ENDED_BY_DOTS.search(text, fences[0].end(), fences[1].start()):
        foreign = find_foreign_front_matter(text)
        if foreign:
            return FrontMatter(None, foreign.body, foreign=foreign.message)
    if fences is None:
        return FrontMatter(None, 0)
    opening, closing = fences
    span = Span(text.index("\n", opening.start()) + 1, closing.start())
    body = text.find("\n", closing.start()) + 1 or len(text)
    try:
        tree = compose_fields(text, span, strict=strict)
    except UnreadableYaml as error:
        return FrontMatter(span, body, None, error.message, error.position)
    if tree is None:
        return FrontMatter(span, body)
    return FrontMatter(span, body, _build_node(tree, (), span.start, None))


def _find_fences(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    if not text.startswith("---"):
        return None
    fence = YAMLHandler.FM_BOUNDARY
    opening = fence.match(text)
    if not opening:
        return None
    closing = fence.search(text, opening.end())
    if not closing:
        return None
    return opening, closing


def _build_node(tree: yaml.Node, path: Path, base: int, key: Span | None) -> Node:
    """The node of a YAML tree whose marks count from ``base``."""
    span = Span(base + tree.start_mark.index, base + tree.end_mark.index)
    if isinstance(tree, yaml.ScalarNode):
        return Node(
            path=path,
            kind="scalar",
            span=span,
            extent=span.end,
            text=str(tree.value),
            tag=tree.tag,
            style=tree.style or "",
            key=key,
        )
    children: list[Node] = []
    kind = "list"
    if isinstance(tree, yaml.MappingNode):
        kind = "map"
        for name, value in tree.value:
            name_span = Span(base + name.start_mark.index, base + name.end_mark.index)
            children.append(_build_node(value, (*path, str(name.value)), base, name_span))
    else:
        for index, value in enumerate(tree.value):
            children.append(_build_node(value, (*path, index), base, None))
    style, extent = "flow", span.end
    if not getattr(tree, "flow_style", False):
        style = "block"
        extent = max((child.extent for child in children), default=span.end)
    return Node(
        path=path,
        kind=kind,
        span=span,
        extent=extent,
        text="",
        tag=tree.tag,
        style=style,
        key=key,
        children=tuple(children),
    )
