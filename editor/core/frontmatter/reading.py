"""Front matter, read with spans.

python-frontmatter says where the front matter is and what it means; PyYAML's marks say where each value stands.
Law: reading is total. ``frontedits`` changes what is read here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from editor.core.base.edits import Span, line_number
from editor.core.base.messages import Message, translate
from editor.core.frontmatter.scalars import resolve_scalar

Path = tuple[str | int, ...]
Value = str | int | float | bool | None | dict[str, Any] | list[Any]
Shape = tuple[str, Any]

LIMIT = 256 * 1024
"""The longest front matter read, in characters."""
MOST_NODES = 20_000
"""The most values front matter may unfold to: an alias bomb unfolds to billions."""

DEEPEST = 100
"""The deepest nesting read."""

_LEADS = re.compile(r"^[ \t?:-]+", re.MULTILINE)
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Node:
    """One value: where it stands, what it says, and how it is written."""

    path: Path
    kind: str
    """"scalar", "list" or "map"."""
    span: Span
    """The value alone: quotes included, key, dash and comment not."""
    extent: int
    """The end of the value's last scalar: comments and blank lines behind it do not count."""
    text: str
    """A scalar's content, unquoted and untyped; "" for lists and maps."""
    tag: str
    style: str
    """For scalars "" (plain), '"', "'", "|" or ">"; else "block" or "flow"."""
    key: Span | None = None
    children: tuple["Node", ...] = ()

    @property
    def name(self) -> str:
        if self.path:
            return str(self.path[-1])
        return ""

    @property
    def value(self) -> Any:
        """The value typed as YAML 1.1 types it; a scalar that does not construct is its text."""
        if self.kind == "map":
            return {child.name: child.value for child in self.children}
        if self.kind == "list":
            return [child.value for child in self.children]
        return resolve_scalar(self.tag, self.text)

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a text: ``span`` is what stands between the fences; ``body`` starts the body.

    ``root`` is None where there is no front matter, or none that can be read: then ``problem`` says why.
    """

    span: Span | None
    body: int
    root: Node | None = None
    problem: Message | None = None
    problem_at: int = 0

    def node(self, *path: str | int) -> Node | None:
        """The value at a path such as ("images", 0, "alt"), the last one where a key is doubled."""
        found = self.root
        for step in path:
            if found is None:
                return None
            found = next(
                (child for child in reversed(found.children) if child.path[-1] == step), None
            )
        return found

    def text(self, *path: str | int) -> str:
        """The content of the scalar at a path; "" where there is none."""
        found = self.node(*path)
        if found:
            return found.text
        return ""

    @property
    def keys(self) -> tuple[str, ...]:
        if self.root:
            return tuple(child.name for child in self.root.children)
        return ()


# --- reading ------------------------------------------------------------------------------------


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text. Total: what cannot be read is reported in ``problem``."""
    fence = YAMLHandler.FM_BOUNDARY
    opening = fence.match(text) if text.startswith("---") else None
    closing = fence.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return FrontMatter(None, 0)
    span = Span(text.index("\n", opening.start()) + 1, closing.start())
    line_end = text.find("\n", closing.start())
    body = len(text) if line_end < 0 else line_end + 1
    try:
        return FrontMatter(span, body, _compose(text, span))
    except _Unreadable as error:
        return FrontMatter(span, body, None, error.message, error.position)


class _Unreadable(Exception):
    def __init__(self, sentence: Message, position: int) -> None:
        super().__init__(sentence)
        self.message, self.position = sentence, position


def _compose(text: str, span: Span) -> Node | None:
    if span.end - span.start > LIMIT:
        raise _Unreadable(
            translate("core", "The front matter is too long to read: over {limit} kB.").fill(
                limit=LIMIT // 1024
            ),
            span.start,
        )
    try:
        if _nested_too_deep(span.of(text)):
            raise _Unreadable(
                translate(
                    "core", "The front matter is nested too deeply to read; it is left alone."
                ),
                span.start,
            )
        tree = yaml.compose(span.of(text), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise _marked(text, span, error) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise _Unreadable(
            translate("core", "The front matter cannot be read: {reason}.").fill(reason=reason),
            span.start,
        ) from None
    if tree is None:
        return None
    if not isinstance(tree, yaml.MappingNode):
        raise _Unreadable(
            translate(
                "core", "The front matter holds no fields: it should be lines such as “title: …”."
            ),
            span.start,
        )
    if _weight(tree) > MOST_NODES:
        raise _Unreadable(
            translate(
                "core", "The front matter unfolds to more than {most} values; it is left alone."
            ).fill(most=MOST_NODES),
            span.start,
        )
    return _node(tree, (), span.start, None)


def _nested_too_deep(yaml_text: str) -> bool:
    """libyaml's composer recurses in C and takes the process down at some 10 000 levels; its event stream does not."""
    widest = max((len(lead) for lead in _LEADS.findall(yaml_text)), default=0)
    if yaml_text.count("[") + yaml_text.count("{") < DEEPEST and widest < DEEPEST:
        return False
    depth = 0
    for event in yaml.parse(yaml_text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            return True
    return False


def _marked(text: str, span: Span, error: yaml.MarkedYAMLError) -> _Unreadable:
    mark = error.problem_mark or error.context_mark
    at = min(span.start + (mark.index if mark else 0), span.end)
    return _Unreadable(
        translate("core", "The front matter cannot be read in line {line}: {reason}.").fill(
            line=line_number(text, at), reason=error.problem or error.context
        ),
        at,
    )


def _weight(tree: yaml.Node) -> int:
    """How many nodes a tree unfolds to, aliases followed; MOST_NODES + 1 where it holds itself."""
    known: dict[int, int] = {}
    open_nodes: set[int] = set()

    def weigh(node: yaml.Node) -> int:
        if id(node) in known:
            return known[id(node)]
        if id(node) in open_nodes or len(open_nodes) > 200:
            return MOST_NODES + 1
        open_nodes.add(id(node))
        parts = node.value if isinstance(node, yaml.CollectionNode) else ()
        total = 1 + sum(
            weigh(part) for item in parts for part in (item if isinstance(item, tuple) else (item,))
        )
        open_nodes.discard(id(node))
        known[id(node)] = total
        return total

    return weigh(tree)


def _node(tree: yaml.Node, path: Path, base: int, key: Span | None) -> Node:
    span = Span(base + tree.start_mark.index, base + tree.end_mark.index)
    if isinstance(tree, yaml.ScalarNode):
        style = tree.style or ""
        return Node(path, "scalar", span, span.end, str(tree.value), tree.tag, style, key)
    if isinstance(tree, yaml.MappingNode):
        children = tuple(
            _node(
                value,
                (*path, str(name.value)),
                base,
                Span(base + name.start_mark.index, base + name.end_mark.index),
            )
            for name, value in tree.value
        )
    else:
        children = tuple(
            _node(value, (*path, index), base, None) for index, value in enumerate(tree.value)
        )
    flow = bool(getattr(tree, "flow_style", False))
    extent = span.end if flow or not children else max(child.extent for child in children)
    kind = "map" if isinstance(tree, yaml.MappingNode) else "list"
    return Node(path, kind, span, extent, "", tree.tag, "flow" if flow else "block", key, children)
