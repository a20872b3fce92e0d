"""Front matter as a lens: edits that are proved before they are returned.

Law: every edit returned has been played on the text and read again; the value asked for is there,
every other value and the body are what they were. What cannot be proved raises EditRejected.
Nothing here writes front matter as a whole: an edit touches the span of one value.
"""

import re
from collections.abc import Callable

from editor.core.base.edits import Edit, apply
from editor.core.base.errors import EditRejected
from editor.core.frontmatter.lines import newline_before
from editor.core.frontmatter.model import FrontMatter, Node, Path, Shape, Value
from editor.core.frontmatter.proof import (
    is_proved,
    require_format,
    require_node,
    require_proof,
    unproved_edit,
)
from editor.core.frontmatter.reading import read_front_matter
from editor.core.frontmatter.scalars import TEXT_TAG
from editor.core.frontmatter.shapes import change_part, shape_of_node, shape_of_value
from editor.core.frontmatter.yaml_writing import write_field

_LONE_LF = re.compile(r"(?<!\r)\n")


def put_value(text: str, front: FrontMatter, path: Path, value: Value) -> list[Edit]:
    """Set the value at a path.

    A string keeps the quoting of the old one; plain becomes double-quoted where the string would
    not come back the same. A plain number, date or truth value may be set by its text while its
    type stays.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        path: Keys and indices from the top, such as ``("images", 0, "alt")``.
        value: The new value; a list or map only where nothing stood.

    Returns:
        Edits on ``text``; none where it says so already.

    Raises:
        EditRejected: If there is no such path, or the new text would not read back as asked.
    """
    node = front.node(*path)
    if node is not None and front.format and _says_already(node, front.format.shape_of(value)):
        return []
    node, style = require_node(front, path), require_format(front)
    if isinstance(value, dict | list) and style.has_lists:
        return _put_collection(text, front, node, value)
    if node.kind != "scalar":
        raise unproved_edit(path)
    lead = ""
    if node.span.start == node.span.end and text[node.span.start - 1 : node.span.start] == ":":
        lead = " "
    is_crlf = newline_before(text, front.body) == "\r\n"
    for written, shape in style.scalar_candidates(value, node.span.of(text), node):
        if is_crlf:
            written = _LONE_LF.sub("\r\n", written)
        edits = [Edit(node.span.start, node.span.end, lead + written)]
        if is_proved(text, front, edits, _with_part(front, path, shape)):
            return edits
    raise unproved_edit(path)


def _says_already(node: Node, shape: Shape) -> bool:
    """Whether a scalar says a value: a text may be put where a number says the same."""
    tag, text = shape
    if node.kind != "scalar" or node.text != text:
        return False
    return node.tag == tag or tag == TEXT_TAG


def _with_part(front: FrontMatter, path: Path, part: Shape) -> Shape:
    """The shape of the front matter with one part replaced."""
    return change_part(shape_of_node(front.root), path, lambda _: part)


def _put_collection(text: str, front: FrontMatter, node: Node, value: Value) -> list[Edit]:
    """Write a list or map where nothing stood: ``key:`` or ``key: []``.

    Others are edited by their parts.
    """
    style = require_format(front)
    shape = style.shape_of(value)
    if shape_of_node(node) == shape:
        return []
    if node.children or not style.is_empty(node) or "#" in node.span.of(text):
        raise unproved_edit(node.path)
    edits = [style.write_collection(text, front, node, value)]
    return require_proof(text, front, node.path, edits, _with_part(front, node.path, shape))


def add_key(
    text: str, front: FrontMatter, path: Path, value: Value, *, after: str | None = None
) -> list[Edit]:
    """Add a key to a map.

    Args:
        text: The whole document; without front matter it gets some.
        front: The front matter of that very text.
        path: Keys and indices from the top; the last one is the new key.
        value: The value of the new key.
        after: The key to stand behind; None, or a key that is not there, is the last one.

    Returns:
        Edits on ``text``.

    Raises:
        EditRejected: If the key is there already, its parent is not a map, or the new text would
            not read back as asked.
    """
    if front.obstacle:
        raise EditRejected(front.obstacle)
    if front.span is None:
        return _add_first_key(text, path, value)
    *steps, key = path
    parent = None
    if front.root:
        parent = require_node(front, tuple(steps))
        if parent.kind != "map" or any(child.name == key for child in parent.children):
            raise unproved_edit(path)
    style = require_format(front)
    key = str(key) if style.has_lists else str(key).lower()  # names of lines are small
    edits, index = style.insert_field(
        text, front, parent, _find_place(parent, after), (str(key), value)
    )

    grown = _insert_part(index, (key, style.shape_of(value)))
    expected = change_part(shape_of_node(front.root), tuple(steps), grown)
    return require_proof(text, front, path, edits, expected)


def _insert_part(index: int, part: object) -> Callable[[Shape], Shape]:
    """Put a part into the shape of a list or map."""
    return lambda shape: (shape[0], [*shape[1][:index], part, *shape[1][index:]])


def _find_place(parent: Node | None, key: str | None) -> int:
    """The index right behind the field of a key; behind all where there is none."""
    children = parent.children if parent else ()
    places = (place for place, child in enumerate(children, 1) if child.name == key)
    return next(places, len(children))


def _add_first_key(text: str, path: Path, value: Value) -> list[Edit]:
    """Front matter for a text that has none."""
    if len(path) != 1 or text.startswith(("---", "+++")):
        raise unproved_edit(path)
    newline = newline_before(text, text.find("\n") + 1)
    lines = ["---", *write_field(str(path[0]), value, 0), "---", ""]
    edits = [Edit(0, 0, newline.join(lines))]
    new_front = read_front_matter(apply(text, edits))
    if shape_of_node(new_front.root) != ("map", [(path[0], shape_of_value(value))]):
        raise unproved_edit(path)
    return edits


def insert_item(text: str, front: FrontMatter, path: Path, index: int, value: Value) -> list[Edit]:
    """Insert an entry into a list.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        path: Keys and indices from the top, down to the list; an empty value becomes a list.
        index: The index that the new entry gets, at most the number of entries.
        value: The new entry.

    Returns:
        Edits on ``text``.

    Raises:
        EditRejected: If there is no list, the index is outside of it, or the new text would not
            read back as asked.
    """
    node = require_node(front, path)
    style = require_format(front)
    if node.kind == "scalar" and style.has_lists and style.is_empty(node):
        return _put_collection(text, front, node, [value])
    if node.kind == "scalar" and index in (0, 1):
        return _make_list(text, front, node, index, value)
    if node.kind != "list" or not 0 <= index <= len(node.children):
        raise unproved_edit(path)
    edits = style.insert_entry(text, front, node, index, value)

    grown = _insert_part(index, style.shape_of(value))
    expected = change_part(shape_of_node(front.root), path, grown)
    return require_proof(text, front, path, edits, expected)


def _make_list(text: str, front: FrontMatter, node: Node, index: int, value: Value) -> list[Edit]:
    """A single text becomes a list of two; one of several texts, with commas, gets one more."""
    style = require_format(front)
    if node.style in ("|", ">"):
        raise unproved_edit(node.path)  # lines cannot stand between brackets
    if isinstance(value, str) and ("," in node.text or not style.has_lists):
        texts = node.text.split(",")
        joined = ", ".join(part.strip() for part in [*texts[: index * len(texts)], value])
        rest = node.text if index == 0 else ""
        return put_value(text, front, node.path, ", ".join(filter(None, [joined, rest])))
    old = node.span.of(text)
    expected: list[Shape] = [shape_of_node(node)]
    expected.insert(index, style.shape_of(value))
    for written in (old, style.write_entry(node.text)):
        parts = [written]
        parts.insert(index, style.write_entry(value))
        edits = [Edit(node.span.start, node.span.end, style.write_pair(parts))]
        if is_proved(text, front, edits, _with_part(front, node.path, ("list", expected))):
            return edits
    raise unproved_edit(node.path)


def remove_node(text: str, front: FrontMatter, path: Path) -> list[Edit]:
    """Remove a key with its value, or an entry of a list.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        path: Keys and indices from the top, down to what is removed.

    Returns:
        Edits on ``text``.

    Raises:
        EditRejected: If nothing is there, nothing else would be left, or the new text would not
            read back as asked.
    """
    require_node(front, path)
    parent = front.node(*path[:-1]) if path else None
    if parent is None or front.span is None:
        raise unproved_edit(path)
    index = next(i for i, child in enumerate(parent.children) if child.path[-1] == path[-1])
    edits = require_format(front).cut_part(text, front, parent, index)

    def shrunk(shape: Shape) -> Shape:
        kind, parts = shape
        return (kind, [*parts[:index], *parts[index + 1 :]])

    expected = change_part(shape_of_node(front.root), path[:-1], shrunk)
    if not expected[1] and parent.path == ():
        raise unproved_edit(path)
    return require_proof(text, front, path, edits, expected)


def move_item(text: str, front: FrontMatter, path: Path, source: int, target: int) -> list[Edit]:
    """Move an entry of a list; comments between entries stay where they are.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        path: Keys and indices from the top, down to the list.
        source: The index of the entry.
        target: The index it gets.

    Returns:
        Edits on ``text``; none where source and target are the same.

    Raises:
        EditRejected: If there is no list, an index is outside of it, or the new text would not read
            back as asked.
    """
    node = require_node(front, path)
    indices = range(len(node.children))
    if node.kind != "list" or source not in indices or target not in indices or front.span is None:
        raise unproved_edit(path)
    if source == target:
        return []
    order = list(indices)
    order.insert(target, order.pop(source))
    spans = require_format(front).entry_spans(text, front, node)
    swaps = [
        Edit(old.start, old.end, spans[index].of(text))
        for old, index in zip(spans, order, strict=True)
    ]

    def moved(shape: Shape) -> Shape:
        kind, parts = shape
        return (kind, [parts[index] for index in order])

    expected = change_part(shape_of_node(front.root), path, moved)
    if expected == shape_of_node(front.root):
        return []  # two entries that say the same
    return require_proof(text, front, path, swaps, expected)
