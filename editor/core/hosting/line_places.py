"""Where the line of an earlier text stands now."""

from editor.core.base.differences import find_edits
from editor.core.base.edits import line_starts


def find_line(before: str, now: str, line: int) -> int:
    r"""Find the line that a comment speaks of in a text that has changed since.

    >>> find_line("a\nb\nc\n", "new\na\nb, changed\nc\n", 3)
    4
    >>> find_line("a\nb\nc\n", "new\na\nc\n", 2)
    2

    Args:
        before: The text that the comment was made in.
        now: The text as it is.
        line: The line, from 1.

    Returns:
        The same line now; for one that is gone, one beside it.
    """
    starts = [*line_starts(before), len(before) + 1]
    end_of_line = starts[min(max(line, 1), len(starts) - 1)] - 1
    growth = 0
    for edit in find_edits(before, now):
        if edit.start >= end_of_line:
            break
        if edit.end > end_of_line:
            end_of_line = edit.start
            break
        growth += edit.growth
    return now.count("\n", 0, end_of_line + growth) + 1
