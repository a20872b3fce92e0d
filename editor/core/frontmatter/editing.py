"""Front matter as a lens: edits that are proved before anybody sees them.

Law: every edit returned has been played on the text and read again; the value asked for is there, every other
value and the body are what they were. What cannot be proved raises EditRejected. Nothing here writes YAML as a
whole: an edit touches the span of one value.
"""

from collections.abc import Callable
from typing import Any

from frontmatter.default_handlers import YAMLHandler

from editor.core.base.edits import Edit, Span, apply, drop_idle_edits
from editor.core.base.errors import EditRejected
from editor.core.base.messages import translate
from editor.core.frontmatter.reading import FrontMatter, Node, Path, Shape, Value, read_front_matter
from editor.core.frontmatter.scalars import (
    newline_before,
    plain_scalar,
    scalar_candidates,
    tag_of_value,
    write_block,
    write_field,
    write_flow,
)

# --- proof --------------------------------------------------------------------------------------


def _shape(node: Node | None) -> Shape:
    """What a tree says, free of where and how it stands; doubled keys stay doubled."""
    if node is None:
        return ("map", [])
    if node.kind == "scalar":
        return (node.tag, node.text)
    if node.kind == "map":
        return ("map", [(child.name, _shape(child)) for child in node.children])
    return ("list", [_shape(child) for child in node.children])


def _shape_of(value: Value) -> Shape:
    if isinstance(value, dict):
        return ("map", [(name, _shape_of(part)) for name, part in value.items()])
    if isinstance(value, list):
        return ("list", [_shape_of(part) for part in value])
    return (tag_of_value(value), plain_scalar(value))


def _replaced(shape: Shape, path: Path, change: Callable[[Shape], Shape]) -> Shape:
    """The shape with the part at ``path`` changed; the caller has made sure that it is there once."""
    if not path:
        return change(shape)
    kind, parts = shape
    step, rest = path[0], path[1:]
    if kind == "map":
        return (
            kind,
            [
                (name, _replaced(part, rest, change) if name == step else part)
                for name, part in parts
            ],
        )
    return (
        kind,
        [
            _replaced(part, rest, change) if index == step else part
            for index, part in enumerate(parts)
        ],
    )


def _proved(text: str, front: FrontMatter, edits: list[Edit], expected: Shape) -> list[Edit] | None:
    """The edits if the text they make reads as expected and its body is untouched; else None."""
    candidate = apply(text, edits)
    after = read_front_matter(candidate)
    if after.root is None and expected[1]:
        return None
    if _shape(after.root) != expected or candidate[after.body :] != text[front.body :]:
        return None
    if _agrees(text, candidate):
        return edits
    return None


def _agrees(before: str, after: str) -> bool:
    """python-frontmatter, the second reader, must go on reading what it could read before."""
    handler = YAMLHandler()
    try:
        handler.load(handler.split(before)[0])
    except Exception:  # noqa: BLE001 - any reader's failure on the old text excuses it for the new one
        return True
    try:
        handler.load(handler.split(after)[0])
    except Exception:  # noqa: BLE001
        return False
    return True


def _ready(front: FrontMatter, path: Path) -> Node:
    """The node at a path, if edits there can be proved at all."""
    if front.problem:
        raise EditRejected(front.problem)
    for end in range(1, len(path) + 1):
        parent, step = front.node(*path[: end - 1]), path[end - 1]
        if parent and sum(child.path[-1] == step for child in parent.children) > 1:
            raise EditRejected(
                translate(
                    "core",
                    "The key “{key}” stands twice in the front matter; delete one of the two in the source first.",
                ).fill(key=step)
            )
    node = front.node(*path)
    if node is None:
        raise EditRejected(
            translate("core", "The front matter has no “{key}”.").fill(key=".".join(map(str, path)))
        )
    return node


def _unproved(path: Path) -> EditRejected:
    return EditRejected(
        translate(
            "core",
            "“{key}” cannot be changed here without touching something else; change it in the source.",
        ).fill(key=".".join(map(str, path)))
    )


# --- edits --------------------------------------------------------------------------------------


def put_value(text: str, front: FrontMatter, path: Path, value: Value) -> list[Edit]:
    """The edits that set the scalar at ``path``; none where it says so already.

    A string keeps the quoting that stands there; plain becomes double-quoted where the string would not
    come back the same. A plain number, date or truth value may be set by its text while its type stays.
    """
    wanted = plain_scalar(value)
    there = front.node(*path)
    if (
        there
        and there.kind == "scalar"
        and there.text == wanted
        and (isinstance(value, str) or there.tag == tag_of_value(value))
    ):
        return []
    node = _ready(front, path)
    if isinstance(value, dict | list):
        return _put_whole(text, front, node, value)
    if node.kind != "scalar":
        raise _unproved(path)
    for written, tag in scalar_candidates(value, node.span.of(text), node.style, node.tag):
        if node.span.start == node.span.end and text[node.span.start - 1 : node.span.start] == ":":
            lead = " "
        else:
            lead = ""
        edits = [Edit(node.span.start, node.span.end, lead + written)]
        expected = _replaced(_shape(front.root), path, lambda _, tag=tag: (tag, wanted))  # type: ignore[misc]
        if proved := _proved(text, front, edits, expected):
            return proved
    raise _unproved(path)


def _put_whole(
    text: str, front: FrontMatter, node: Node, value: dict[str, Any] | list[Any]
) -> list[Edit]:
    """A list or map where nothing stood: ``key:`` or ``key: []``. Others are edited by their parts."""
    if _shape(node) == _shape_of(value):
        return []
    if node.children or node.text not in ("", "~", "null"):
        raise _unproved(node.path)
    indent = _column(text, node.key.start) if node.key else 0
    lines = write_block(value, indent if isinstance(value, list) else indent + 2)
    newline = newline_before(text, front.body)
    start = node.key.end + 1 if node.key else node.span.start
    edits = [Edit(start, node.span.end, newline + newline.join(lines))]
    expected = _replaced(_shape(front.root), node.path, lambda _: _shape_of(value))
    if proved := _proved(text, front, edits, expected):
        return proved
    raise _unproved(node.path)


def add_key(
    text: str, front: FrontMatter, path: Path, value: Value, *, after: str | None = None
) -> list[Edit]:
    """The edits that add the key ``path[-1]`` to the map at ``path[:-1]``, behind the key ``after`` or last."""
    if front.span is None:
        return _first(text, path, value)
    if front.problem:
        raise EditRejected(front.problem)
    *parents, key = path
    parent = _ready(front, tuple(parents)) if front.root else None
    if parent and (parent.kind != "map" or any(child.name == key for child in parent.children)):
        raise _unproved(path)
    newline = newline_before(text, front.body)
    if parent and parent.children:
        before = next(
            (child for child in parent.children if child.name == after), parent.children[-1]
        )
    else:
        before = None
    if before is None or before.key is None or parent is None:
        lines = write_field(str(key), value, 0)
        edits = [Edit(front.span.end, front.span.end, newline.join(lines) + newline)]
        position = 0
    elif parent.style == "flow":
        edits = [Edit(before.extent, before.extent, ", " + write_flow({str(key): value})[1:-1])]
        position = parent.children.index(before) + 1
    else:
        lines = write_field(str(key), value, _column(text, before.key.start))
        at = _line_end(text, before.extent, front.span.end)
        edits = [Edit(at, at, newline + newline.join(lines))]
        position = parent.children.index(before) + 1

    def grown(shape: Shape) -> Shape:
        kind, parts = shape
        return (kind, [*parts[:position], (key, _shape_of(value)), *parts[position:]])

    expected = _replaced(_shape(front.root), tuple(parents), grown)
    if proved := _proved(text, front, edits, expected):
        return proved
    raise _unproved(path)


def _first(text: str, path: Path, value: Value) -> list[Edit]:
    """Front matter for a text that has none."""
    if len(path) != 1 or (text.startswith("---") and text[3:4] in ("", "\n", "\r")):
        raise _unproved(path)
    newline = newline_before(text, text.find("\n") + 1)
    lines = ["---", *write_field(str(path[0]), value, 0), "---", ""]
    edits = [Edit(0, 0, newline.join(lines))]
    after = read_front_matter(apply(text, edits))
    if _shape(after.root) != ("map", [(path[0], _shape_of(value))]):
        raise _unproved(path)
    return edits


def insert_item(text: str, front: FrontMatter, path: Path, index: int, value: Value) -> list[Edit]:
    """The edits that put a new entry at ``index`` of the list at ``path``."""
    node = _ready(front, path)
    if node.kind == "scalar" and node.text in ("", "~", "null"):
        return _put_whole(text, front, node, [value])
    if node.kind != "list" or not 0 <= index <= len(node.children):
        raise _unproved(path)
    if node.style == "flow":
        edit = _insert_flow(node, index, value)
    else:
        edit = _insert_block(text, front, node, index, value)

    def grown(shape: Shape) -> Shape:
        return (shape[0], [*shape[1][:index], _shape_of(value), *shape[1][index:]])

    if proved := _proved(text, front, [edit], _replaced(_shape(front.root), path, grown)):
        return proved
    raise _unproved(path)


def _insert_flow(node: Node, index: int, value: Value) -> Edit:
    written = write_flow(value)
    if not node.children:
        return Edit(node.span.start + 1, node.span.end - 1, written)
    if index == 0:
        at = node.children[0].span.start
        return Edit(at, at, written + ", ")
    at = node.children[index - 1].span.end
    return Edit(at, at, ", " + written)


def _insert_block(text: str, front: FrontMatter, node: Node, index: int, value: Value) -> Edit:
    indent = _column(text, node.span.start)
    newline = newline_before(text, front.body)
    lines = write_block([value], indent)
    if index == 0:
        written = newline.join(lines)[indent:] + newline + " " * indent
        return Edit(node.span.start, node.span.start, written)
    assert front.span is not None
    at = _line_end(text, node.children[index - 1].extent, front.span.end)
    return Edit(at, at, newline + newline.join(lines))


def remove_node(text: str, front: FrontMatter, path: Path) -> list[Edit]:
    """The edits that take out a key with its value, or an entry of a list."""
    _ready(front, path)
    parent = front.node(*path[:-1])
    if parent is None or front.span is None:
        raise _unproved(path)
    index = next(i for i, child in enumerate(parent.children) if child.path[-1] == path[-1])
    if parent.style == "flow":
        edit = _without_flow(parent, index)
    else:
        edit = _without_block(text, front.span, parent, index)

    def shrunk(shape: Shape) -> Shape:
        return (shape[0], [part for i, part in enumerate(shape[1]) if i != index])

    expected = _replaced(_shape(front.root), path[:-1], shrunk)
    if not expected[1] and parent.path == ():
        raise _unproved(path)
    if proved := _proved(text, front, [edit], expected):
        return proved
    raise _unproved(path)


def _without_flow(parent: Node, index: int) -> Edit:
    starts = [child.key.start if child.key else child.span.start for child in parent.children]
    ends = [child.span.end for child in parent.children]
    if index:
        return Edit(ends[index - 1], ends[index], "")
    return Edit(starts[0], starts[1] if len(starts) > 1 else ends[0], "")


def _without_block(text: str, within: Span, parent: Node, index: int) -> Edit:
    starts = _starts(text, parent)
    child = parent.children[index]
    if len(parent.children) == 1 and parent.kind == "list":
        # "key:\n- only" becomes "key: []": an empty block list does not exist
        lead = len(text[: parent.span.start]) - len(text[: parent.span.start].rstrip(" \r\n"))
        return Edit(parent.span.start - lead, child.extent, " []")
    line_start = text.rfind("\n", 0, starts[index]) + 1
    if text[line_start : starts[index]].strip():
        # the first key of a list's entry shares its line with the dash
        return Edit(
            starts[index], starts[index + 1] if index + 1 < len(starts) else child.extent, ""
        )
    end = _line_end(text, child.extent, within.end)
    return Edit(line_start, min(text.find("\n", end) + 1 or within.end, within.end), "")


def move_item(text: str, front: FrontMatter, path: Path, source: int, target: int) -> list[Edit]:
    """The edits that bring entry ``source`` of the list at ``path`` to the place ``target``."""
    node = _ready(front, path)
    count = len(node.children)
    if (
        node.kind != "list"
        or not (0 <= source < count and 0 <= target < count)
        or front.span is None
    ):
        raise _unproved(path)
    order = list(range(count))
    order.insert(target, order.pop(source))
    if node.style == "flow":
        spans = [child.span for child in node.children]
    else:
        spans = _chunks(text, front.span, node)
    edits = drop_idle_edits(
        text, [Edit(spans[i].start, spans[i].end, spans[j].of(text)) for i, j in enumerate(order)]
    )

    def moved(shape: Shape) -> Shape:
        return (shape[0], [shape[1][i] for i in order])

    if source == target:
        return []
    if proved := _proved(text, front, edits, _replaced(_shape(front.root), path, moved)):
        return proved
    raise _unproved(path)


def _starts(text: str, parent: Node) -> list[int]:
    """Where each part of a block begins: its key, or its dash."""
    if parent.kind == "map":
        return [child.key.start for child in parent.children if child.key]
    return [
        text.rfind("-", parent.span.start - 1, child.key.start if child.key else child.span.start)
        for child in parent.children
    ]


def _chunks(text: str, within: Span, node: Node) -> list[Span]:
    """The entries of a block list, dash to end of line; comments between entries stay where they are."""
    starts = []
    for child in node.children:
        first = next(
            part
            for part in child.walk()
            if part.kind == "scalar" or part.style == "flow" or not part.children
        )
        begin = min(child.span.start, first.key.start if first.key else first.span.start)
        starts.append(text.rindex("-", node.span.start, max(begin, node.span.start + 1)))
    return [
        Span(start, _line_end(text, child.extent, within.end))
        for start, child in zip(starts, node.children, strict=True)
    ]


def _column(text: str, position: int) -> int:
    return position - (text.rfind("\n", 0, position) + 1)


def _line_end(text: str, position: int, limit: int) -> int:
    """The end of the line that holds a position, line end not included, comment included."""
    if position and text[position - 1] == "\n":
        position -= 1
    at = text.find("\n", position, limit)
    at = limit if at < 0 else at
    if at > position and text[at - 1] == "\r":
        return at - 1
    return at
