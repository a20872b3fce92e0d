"""The layout of lists and maps: edits that add a part or cut one out, in block and flow style.

Nothing is proved here: these are proposals, for ``editing`` to prove.
"""

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter.reading import FrontMatter, Node, Value
from editor.core.frontmatter.scalars import write_block, write_field, write_flow


def column_at(text: str, position: int) -> int:
    """Return the column of a position.

    Args:
        text: The whole document.
        position: A position in it.

    Returns:
        The number of characters before it in its line.
    """
    return position - (text.rfind("\n", 0, position) + 1)


def line_end_at(text: str, position: int, limit: int) -> int:
    """Return the end of the line that holds a position, comment included, line end not included.

    Args:
        text: The whole document.
        position: A position in it; right behind a line end it counts for the line before.
        limit: Where the front matter ends.

    Returns:
        The position of the line end, or ``limit`` if none comes before.
    """
    if position and text[position - 1] == "\n":
        position -= 1
    end = text.find("\n", position, limit)
    if end < 0:
        end = limit
    if end > position and text[end - 1] == "\r":
        return end - 1
    return end


def newline_before(text: str, line_start: int) -> str:
    """Return the line end of the line before a position.

    Args:
        text: The whole document.
        line_start: Where a line begins.

    Returns:
        LF or CR LF; LF where there is no line before.
    """
    if text[max(0, line_start - 2) : line_start] == "\r\n":
        return "\r\n"
    return "\n"


def insert_field(
    text: str,
    front: FrontMatter,
    parent: Node | None,
    neighbor: Node | None,
    *,
    key: str,
    value: Value,
) -> Edit:
    """Insert a field behind its neighbor, or at the end of the front matter.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        parent: The map that gets the field; None is an empty front matter.
        neighbor: The field of ``parent`` to stand behind; None for the end of the front matter.
        key: The new key.
        value: Its value.

    Returns:
        One insertion.
    """
    assert front.span is not None
    newline = newline_before(text, front.body)
    limit = front.span.end
    if parent is None or neighbor is None or neighbor.key is None:
        lines = write_field(key, value, 0)
        return Edit(limit, limit, newline.join(lines) + newline)
    if parent.style == "flow":
        field = write_flow({key: value})[1:-1]
        return Edit(neighbor.extent, neighbor.extent, ", " + field)
    lines = write_field(key, value, column_at(text, neighbor.key.start))
    end = line_end_at(text, neighbor.extent, limit)
    return Edit(end, end, newline + newline.join(lines))


def insert_entry(text: str, front: FrontMatter, node: Node, index: int, value: Value) -> Edit:
    """Insert an entry into a list.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        node: The list.
        index: The index that the new entry gets, at most the number of entries.
        value: The new entry.

    Returns:
        One insertion, or the replacement of an empty flow list's inside.
    """
    if node.style == "flow":
        return _insert_flow_entry(node, index, value)
    indent = column_at(text, node.span.start)
    newline = newline_before(text, front.body)
    lines = write_block([value], indent)
    if index == 0:
        entry = newline.join(lines)[indent:] + newline + " " * indent
        return Edit(node.span.start, node.span.start, entry)
    assert front.span is not None
    end = line_end_at(text, node.children[index - 1].extent, front.span.end)
    return Edit(end, end, newline + newline.join(lines))


def _insert_flow_entry(node: Node, index: int, value: Value) -> Edit:
    entry = write_flow(value)
    if not node.children:
        return Edit(node.span.start + 1, node.span.end - 1, entry)
    if index == 0:
        start = node.children[0].span.start
        return Edit(start, start, entry + ", ")
    end = node.children[index - 1].span.end
    return Edit(end, end, ", " + entry)


def cut_part(text: str, within: Span, parent: Node, index: int) -> Edit:
    """Cut a field out of a map, or an entry out of a list.

    Args:
        text: The whole document.
        within: The span of the front matter.
        parent: The map or list.
        index: Which of its children to cut.

    Returns:
        One deletion; the only entry of a block list leaves an empty flow list.
    """
    if parent.style == "flow":
        return _cut_flow_part(parent, index)
    starts = _block_starts(text, parent)
    child = parent.children[index]
    if len(parent.children) == 1 and parent.kind == "list":
        # "key:\n- only" becomes "key: []": an empty block list does not exist
        end_of_key = len(text[: parent.span.start].rstrip(" \r\n"))
        return Edit(end_of_key, child.extent, " []")
    line_start = text.rfind("\n", 0, starts[index]) + 1
    if text[line_start : starts[index]].strip():
        # the first key of a list's entry shares its line with the dash
        end = child.extent
        if index + 1 < len(starts):
            end = starts[index + 1]
        return Edit(starts[index], end, "")
    end = line_end_at(text, child.extent, within.end)
    return Edit(line_start, min(text.find("\n", end) + 1 or within.end, within.end), "")


def _cut_flow_part(parent: Node, index: int) -> Edit:
    children = parent.children
    if index:
        return Edit(children[index - 1].span.end, children[index].span.end, "")
    if len(children) > 1:
        return Edit(children[0].start, children[1].start, "")
    return Edit(children[0].start, children[0].span.end, "")


def _block_starts(text: str, parent: Node) -> list[int]:
    """Where each part of a block begins: its key, or its dash."""
    if parent.kind == "map":
        return [child.key.start for child in parent.children if child.key]
    above = parent.span.start - 1
    return [text.rfind("-", above, child.start) for child in parent.children]


def entry_spans(text: str, within: Span, node: Node) -> list[Span]:
    """Return the spans of a list's entries, in order.

    Args:
        text: The whole document.
        within: The span of the front matter.
        node: The list.

    Returns:
        In flow style the values alone; in block style each entry from its dash to the end of its
        last line, without the comments between entries.
    """
    if node.style == "flow":
        return [child.span for child in node.children]
    spans = []
    for child in node.children:
        first = next(part for part in child.walk() if _has_own_position(part))
        begin = min(child.span.start, first.start)
        start = text.rindex("-", node.span.start, max(begin, node.span.start + 1))
        spans.append(Span(start, line_end_at(text, child.extent, within.end)))
    return spans


def _has_own_position(node: Node) -> bool:
    """Whether a node does not begin where its first child does."""
    return node.kind == "scalar" or node.style == "flow" or not node.children
