"""Shapes: what a tree of values says, whatever its layout and its format."""

from collections.abc import Callable

from editor.core.frontmatter.model import Node, Path, Shape, Value
from editor.core.frontmatter.scalars import plain_scalar, tag_of_value


def shape_of_node(node: Node | None) -> Shape:
    """Return what a tree says, whatever its layout; doubled keys stay doubled.

    Args:
        node: The root of the tree; None is an empty map.

    Returns:
        The kind and the parts of a list or map, or the tag and the text of a scalar.
    """
    if node is None:
        return ("map", [])
    if node.kind == "scalar":
        return (node.tag, node.text)
    if node.kind == "map":
        return ("map", [(child.name, shape_of_node(child)) for child in node.children])
    return ("list", [shape_of_node(child) for child in node.children])


def shape_of_value(value: Value) -> Shape:
    """Return the shape that a value has once it is written.

    Args:
        value: A scalar, or a list or map of values.

    Returns:
        A shape to compare with ``shape_of_node``.
    """
    if isinstance(value, dict):
        return ("map", [(name, shape_of_value(part)) for name, part in value.items()])
    if isinstance(value, list):
        return ("list", [shape_of_value(part) for part in value])
    return (tag_of_value(value), plain_scalar(value))


def change_part(shape: Shape, path: Path, change: Callable[[Shape], Shape]) -> Shape:
    """Return a shape with one of its parts changed.

    Args:
        shape: The shape of the whole front matter.
        path: Where the part is; the caller has made sure that it is there exactly once.
        change: Makes the new part from the old one.

    Returns:
        The new shape of the whole.
    """
    if not path:
        return change(shape)
    kind, parts = shape
    step, rest = path[0], path[1:]
    changed = []
    if kind == "map":
        for name, part in parts:
            if name == step:
                part = change_part(part, rest, change)
            changed.append((name, part))
    else:
        for index, part in enumerate(parts):
            if index == step:
                part = change_part(part, rest, change)
            changed.append(part)
    return (kind, changed)
