"""A text as units that are merged one by one: fields, events, paragraphs, list items.

Law: the units of a text, joined, are the text.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from editor.core.base.edits import line_starts
from editor.core.issue.issue import Issue, parse_issue
from editor.core.markdown.block_starts import ATX_HEADING, LIST_ITEM
from editor.core.profiles.profile import Profile

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


class Unit(Struct, frozen=True):
    """A part of a text, with the line ends and empty lines behind it."""

    text: str
    identity: str = ""
    """What it is called in every version, such as the key of a field; "" for prose."""
    in_front: bool = False
    """Whether it belongs to the front matter."""


def split_units(text: str, profile: Profile) -> list[Unit]:
    """Split a text into units.

    Args:
        text: The whole document.
        profile: The profile through which it is seen: it says where events stand.

    Returns:
        The units in the order of the text.
    """
    issue = parse_issue(text, profile)
    starts = {0: "", **_find_fields(issue), **_find_blocks(issue)}
    places = sorted(starts)
    return [
        Unit(text[start:end], starts[start], end <= issue.front.body)
        for start, end in zip(places, [*places[1:], len(text)], strict=True)
        if start < end
    ]


def _find_fields(issue: Issue) -> dict[int, str]:
    """Where fields begin, and the closing fence; a comment belongs to the field above it."""
    front, text = issue.front, issue.text
    if front.span is None:
        return {}
    starts: dict[int, str] = {}
    for child in front.root.children if front.root else ():
        starts.setdefault(text.rfind("\n", 0, child.start) + 1, f"field {child.name}")
    return {**starts, front.span.end: "fence"}


def _find_blocks(issue: Issue) -> dict[int, str]:
    """Where the body's blocks begin: entries, headings, items, and after empty lines."""
    entries = {entry.span.start: entry for entry in issue.entries}
    starts = {issue.front.body: ""}
    entry_end = 0
    for start, may_begin in _read_lines(issue.text, issue.front.body):
        if start in entries:
            starts[start] = f"event {entries[start].title}"
            entry_end = max(entry_end, entries[start].span.end)
        elif may_begin and start >= entry_end:
            starts[start] = ""
    return starts


def _read_lines(text: str, body: int) -> Iterator[tuple[int, bool]]:
    """Yield where each line of the body starts, and whether a block may begin there."""
    fence, after_empty = "", False
    for start in line_starts(text, body):
        end = text.find("\n", start)
        line = text[start:] if end < 0 else text[start:end]
        mark = _FENCE.match(line)
        is_empty = not line.strip()
        if fence:
            yield start, False
            if mark and mark[1].startswith(fence):
                fence = ""
        else:
            is_lead = bool(ATX_HEADING.match(line) or LIST_ITEM.match(line))
            yield start, not is_empty and (after_empty or is_lead)
            fence = mark[1] if mark else ""
        after_empty = is_empty
