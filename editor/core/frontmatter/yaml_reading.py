"""YAML read within limits: nothing the user pastes may crash the program or stop it.

PyYAML reads any nesting and any alias; the limits here are what can be read at every key press.
"""

import re
from typing import Any

import yaml

from editor.core.base.edits import Span, line_number
from editor.core.base.messages import translate
from editor.core.frontmatter.model import Node, Path, UnreadableFrontMatter

_MAX_CHARACTERS = 256 * 1024
"""The longest front matter read."""
_MAX_NODES = 20_000
"""The most values front matter may unfold to: an alias bomb unfolds to billions."""
_MAX_DEPTH = 100
"""The deepest nesting read, in brackets, dashes or columns of indentation."""
_MAX_ALIAS_DEPTH = 200
"""The deepest tree that is counted."""

_LEADS = re.compile(r"^[ \t?:-]+", re.MULTILINE)
"""What stands before the first word of a line: each level of a block takes a character of it."""
_Loader = type[Any]
_LOADER: _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, span: Span, *, strict: bool = False) -> Node | None:
    """Read YAML, unless that would take too long or too much.

    Args:
        text: The whole document.
        span: The YAML in it.
        strict: Whether PyYAML's own reader reads it instead of libyaml, which takes more.

    Returns:
        The root; None where it is empty.

    Raises:
        UnreadableFrontMatter: If it is no YAML, holds no fields, or passes a limit.
    """
    tree = _compose_fields(text, span, strict=strict)
    return _build_node(tree, (), span.start, None) if tree else None


def _compose_fields(text: str, span: Span, *, strict: bool) -> yaml.MappingNode | None:
    if span.end - span.start > _MAX_CHARACTERS:
        message = translate("core", "The front matter is too long to read: over {limit} kB.")
        raise UnreadableFrontMatter(message.fill(limit=_MAX_CHARACTERS // 1024), span.start)
    tree = _parse_yaml(text, span, yaml.SafeLoader if strict else _LOADER)
    if tree is None:
        return None
    if not isinstance(tree, yaml.MappingNode):
        message = translate(
            "core", "The front matter holds no fields: it should be lines such as “title: …”."
        )
        raise UnreadableFrontMatter(message, span.start)
    if _count_nodes(tree) > _MAX_NODES:
        message = translate(
            "core", "The front matter unfolds to more than {most} values; it is left alone."
        )
        raise UnreadableFrontMatter(message.fill(most=_MAX_NODES), span.start)
    return tree


_TOO_DEEP = translate("core", "The front matter is nested too deeply to read; it is left alone.")


def _parse_yaml(text: str, span: Span, loader: _Loader) -> yaml.Node | None:
    try:
        if _nested_too_deep(span.of(text)):
            raise UnreadableFrontMatter(_TOO_DEEP, span.start)
        tree: yaml.Node | None = yaml.compose(span.of(text), Loader=loader)
        return tree
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # libyaml's own limit, since PyYAML 6.0.4
            raise UnreadableFrontMatter(_TOO_DEEP, span.start) from None
        raise _locate_error(text, span, error) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = type(error).__name__
        if str(error):
            reason = str(error).splitlines()[0]
        message = translate("core", "The front matter cannot be read: {reason}.")
        raise UnreadableFrontMatter(message.fill(reason=reason), span.start) from None


def _nested_too_deep(yaml_text: str) -> bool:
    """Whether the composer could not take it.

    libyaml's composer recurses in C and takes the process down at some 10 000 levels; its event
    stream does not.
    """
    widest = max((len(lead) for lead in _LEADS.findall(yaml_text)), default=0)
    if yaml_text.count("[") + yaml_text.count("{") < _MAX_DEPTH and widest < _MAX_DEPTH:
        return False
    depth = 0
    for event in yaml.parse(yaml_text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            return True
    return False


def _locate_error(text: str, span: Span, error: yaml.MarkedYAMLError) -> UnreadableFrontMatter:
    mark = error.problem_mark or error.context_mark
    position = span.start
    if mark:
        position = min(position + mark.index, span.end)
    message = translate("core", "The front matter cannot be read in line {line}: {reason}.")
    reason = error.problem or error.context
    return UnreadableFrontMatter(
        message.fill(line=line_number(text, position), reason=reason), position
    )


def _count_nodes(tree: yaml.Node) -> int:
    """How many nodes a tree unfolds to, aliases followed; _MAX_NODES + 1 where it holds itself."""
    known: dict[int, int] = {}
    open_nodes: set[int] = set()

    def count(node: yaml.Node) -> int:
        if id(node) in known:
            return known[id(node)]
        if id(node) in open_nodes or len(open_nodes) > _MAX_ALIAS_DEPTH:
            return _MAX_NODES + 1
        open_nodes.add(id(node))
        total = 1 + sum(map(count, _parts_of(node)))
        open_nodes.discard(id(node))
        known[id(node)] = total
        return total

    return count(tree)


def _parts_of(node: yaml.Node) -> list[yaml.Node]:
    """The keys and values of a map, or the entries of a list."""
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    return []


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
