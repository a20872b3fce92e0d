"""Lists and maps between brackets: a new part is written as its neighbors are.

YAML's flow style, TOML's arrays and inline tables, and JSON have it in common. Nothing is proved
here: these are proposals, for ``editing`` to prove.
"""

import re

from editor.core.base.edits import Edit
from editor.core.frontmatter.lines import line_end_at
from editor.core.frontmatter.model import Node

_GAP = re.compile(r"\s*,\s*")
_REST = re.compile(r"(?P<comma>[ \t]*,)?(?P<comment>[ \t]*#.*)?")
"""What stands behind a part in its line."""


def insert_in_flow(text: str, parent: Node, index: int, written: str) -> list[Edit]:
    """Insert a part between brackets.

    Args:
        text: The whole document.
        parent: The list or map.
        index: The index that the part gets, at most the number of parts.
        written: The part as it shall stand in the text.

    Returns:
        The edits.
    """
    parts = parent.children
    if not parts:
        at = parent.span.start + 1
        end = at if text[at : parent.span.end - 1].strip() else parent.span.end - 1
        return [Edit(at, end, written)]
    gap = _find_gap(text, parent)
    if index < len(parts):
        return [Edit(parts[index].start, parts[index].start, written + gap)]
    end = parts[-1].span.end
    line_end = line_end_at(text, end, parent.span.end)
    rest = _REST.fullmatch(text, end, line_end)
    if rest is None or not rest["comment"]:
        return [Edit(end, end, gap + written)]
    # the comment stays with the part that it stands behind
    comma = [] if rest["comma"] else [Edit(end, end, ",")]
    blanks = gap[gap.index(",") + 1 :]
    return [*comma, Edit(line_end, line_end, blanks + written + (rest["comma"] or ""))]


def _find_gap(text: str, parent: Node) -> str:
    """What stands between two parts: that of the first two, or as the first one is indented."""
    parts = parent.children
    if len(parts) > 1:
        gap = text[parts[0].span.end : parts[1].start]
        if _GAP.fullmatch(gap):
            return gap
    lead = text[parent.span.start : parts[0].start]
    line = lead.rfind("\n")
    if line < 0:
        return ", "
    newline = "\r\n" if lead[line - 1 : line] == "\r" else "\n"
    return "," + newline + lead[line + 1 :]


def cut_from_flow(text: str, parent: Node, index: int) -> list[Edit]:
    """Cut a part from between brackets; the comments of others stay.

    Args:
        text: The whole document.
        parent: The list or map.
        index: Which of its parts to cut.

    Returns:
        The edits.
    """
    parts = parent.children
    part = parts[index]
    if len(parts) == 1:
        rest = _REST.match(text, part.span.end, parent.span.end)
        end = rest.end("comma") if rest and rest["comma"] else part.span.end
        around = text[parent.span.start + 1 : part.start] + text[end : parent.span.end - 1]
        if not around.strip():
            return [Edit(parent.span.start + 1, parent.span.end - 1, "")]
        return [Edit(part.start, end, "")]
    first, second = (parts[0], parts[1]) if index == 0 else (parts[index - 1], part)
    if _GAP.fullmatch(text, first.span.end, second.start):
        if index == 0:
            return [Edit(first.start, second.start, "")]
        return [Edit(first.span.end, second.span.end, "")]
    start = text.rfind("\n", 0, part.start) + 1
    end = line_end_at(text, part.span.end, parent.span.end)
    is_alone = not text[start : part.start].strip()
    if is_alone and _REST.fullmatch(text, part.span.end, end):
        return [Edit(start, text.index("\n", end) + 1, "")]
    return []
