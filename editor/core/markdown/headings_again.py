"""Headings read again around a change: those far from it are known.

Law: what is read again is what reading the whole text would say.
"""

from bisect import bisect_left
from collections.abc import Sequence

from editor.core.base.edits import Edit
from editor.core.markdown.outline import (
    MAX_CANDIDATES,
    MAX_HEADINGS,
    Heading,
    find_headings,
    read_headings,
)


def read_headings_again(
    before: str, known: Sequence[Heading], text: str, change: Edit, start: int
) -> tuple[Heading, ...]:
    """Read the headings of a text that differs in one place from one whose headings are known.

    Those above the change are kept. Reading ends at a known heading below it: a heading has no
    state behind it (CommonMark §4.2, §4.3), and what lies further down is the same.

    Args:
        before: The text before.
        known: Its headings.
        text: The text after.
        change: The edit that leads from the one to the other.
        start: Where the body starts in both.

    Returns:
        What ``read_headings(text, start)`` returns.
    """
    lines_gone = before.count("\n", change.start, change.end) - change.new.count("\n")
    if text.count("\n") + max(lines_gone, 0) >= MAX_CANDIDATES or len(known) == MAX_HEADINGS:
        return read_headings(text, start)  # it may end before the text does
    line = max(text.rfind("\n", start, change.start) + 1, start)
    headings = list(known[: bisect_left(known, line, key=lambda each: each.span.end)])
    floor = headings[-1].span.end if headings else start
    growth = change.growth
    for heading in find_headings(text, start, floor):
        at = heading.span.start
        # items above may decide about a heading with blanks before it, and what lies below that
        if at >= change.start + len(change.new) and text[at] != " ":
            old = heading.moved(-growth)
            index = bisect_left(known, old.span.start, key=lambda each: each.span.start)
            if index < len(known) and known[index] == old:
                headings += [each.moved(growth) for each in known[index:]]
                break
        headings.append(heading)
    return tuple(headings[:MAX_HEADINGS])
