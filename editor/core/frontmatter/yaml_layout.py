"""YAML's block style: edits that add a part or cut one out.

Nothing is proved here: these are proposals, for ``editing`` to prove.
"""

from editor.core.base.edits import Edit, Span
from editor.core.frontmatter.lines import column_at, line_end_at, newline_before
from editor.core.frontmatter.model import FrontMatter, Node, Value
from editor.core.frontmatter.yaml_writing import write_block, write_field


def insert_block_field(
    text: str, front: FrontMatter, neighbor: Node | None, key: str, value: Value
) -> Edit:
    """Insert a field behind its neighbor, or at the end of the front matter.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        neighbor: The field to stand behind; None for the end of the front matter.
        key: The new key.
        value: Its value.

    Returns:
        One insertion.
    """
    assert front.span is not None
    newline = newline_before(text, front.body)
    limit = front.span.end
    if neighbor is None or neighbor.key is None:
        lines = write_field(key, value, 0)
        return Edit(limit, limit, newline.join(lines) + newline)
    lines = write_field(key, value, column_at(text, neighbor.key.start))
    end = line_end_at(text, neighbor.extent, limit)
    return Edit(end, end, newline + newline.join(lines))


def insert_block_entry(text: str, front: FrontMatter, node: Node, index: int, value: Value) -> Edit:
    """Insert an entry into a list.

    Args:
        text: The whole document.
        front: The front matter of that very text.
        node: The list.
        index: The index that the new entry gets, at most the number of entries.
        value: The new entry.

    Returns:
        One insertion.
    """
    indent = column_at(text, node.span.start)
    newline = newline_before(text, front.body)
    lines = write_block([value], indent)
    if index == 0:
        entry = newline.join(lines)[indent:] + newline + " " * indent
        return Edit(node.span.start, node.span.start, entry)
    assert front.span is not None
    end = line_end_at(text, node.children[index - 1].extent, front.span.end)
    return Edit(end, end, newline + newline.join(lines))


def cut_block_part(text: str, within: Span, parent: Node, index: int) -> Edit | None:
    """Cut a field out of a map, or an entry out of a list.

    Args:
        text: The whole document.
        within: The span of the front matter.
        parent: The map or list.
        index: Which of its children to cut.

    Returns:
        One deletion; the only entry of a block list leaves an empty flow list. None where a
        comment would be lost.
    """
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
            if "#" in text[child.extent : end].partition("\n")[2]:
                return None  # a comment of the next key would go
        return Edit(starts[index], end, "")
    end = line_end_at(text, child.extent, within.end)
    return Edit(line_start, min(text.find("\n", end) + 1 or within.end, within.end), "")


def _block_starts(text: str, parent: Node) -> list[int]:
    """Where each part of a block begins: its key, or its dash."""
    if parent.kind == "map":
        return [child.key.start for child in parent.children if child.key]
    above = parent.span.start - 1
    return [text.rfind("-", above, child.start) for child in parent.children]


def block_entry_spans(text: str, within: Span, node: Node) -> list[Span]:
    """Return the spans of a list's entries, in order.

    Args:
        text: The whole document.
        within: The span of the front matter.
        node: The list.

    Returns:
        Each entry from its dash to the end of its last line, without the comments between entries.
    """
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
