"""Suppressions: comments in the text that silence checks in a line, or in the whole file."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.issue.issue import Issue

ALL_CODES = "all"
"""Stands for every code."""

_COMMENT = re.compile(r"<!--\s*rundbrief\s+off(?P<file>\s+file)?\s*:(?P<codes>[^<>]{0,500}?)-->")
_CODE = re.compile(r"[\w-]+")


class Suppression(NamedTuple):
    """The codes that a comment silences for problems that start between two places."""

    start: int
    end: int
    codes: frozenset[str]


@lru_cache(maxsize=8)
def find_suppressions(text: str) -> tuple[Suppression, ...]:
    """Find where which codes are silenced.

    A comment holds for its line. Alone on a line it holds for the next line that is not such a
    comment, and with the word "file" for the whole text.

    Args:
        text: The whole document.

    Returns:
        One suppression for each comment, the last comment first.
    """
    suppressions: list[Suppression] = []
    ends: dict[int, int] = {}
    line, is_alone = Span(len(text) + 1, 0), False
    for match in reversed(_find_comments(text)):
        # comments of one line are met one after the other: it is looked at once for all of them
        if match.start() < line.start or match.end() > line.end:
            start = text.rfind("\n", 0, match.start()) + 1
            line = Span(start, _line_end(text, match.end()))
            is_alone = not _COMMENT.sub("", line.of(text)).strip()
        start, end = line.start, line.end
        if match["file"]:
            start, end = 0, len(text)
        elif is_alone:
            # Of several such lines the last is met first, so the end that holds for the next line
            # is known already.
            ends[start] = ends.get(start) or ends.get(end + 1) or _line_end(text, end + 1)
            end = ends[start]
        suppressions.append(Suppression(start, end, frozenset(_CODE.findall(match["codes"]))))
    return tuple(suppressions)


def _find_comments(text: str) -> list[re.Match[str]]:
    if "rundbrief" not in text:
        return []
    return list(_COMMENT.finditer(text))


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    if end >= 0:
        return end
    return len(text)


def is_suppressed(diagnostic: Diagnostic, suppressions: Sequence[Suppression]) -> bool:
    """Tell whether a comment silences a problem.

    Args:
        diagnostic: The problem, with its code.
        suppressions: Those of the very text the problem stands in.

    Returns:
        True where it should not be shown.
    """
    return any(
        start <= diagnostic.span.start <= end and (diagnostic.code in codes or ALL_CODES in codes)
        for start, end, codes in suppressions
    )


def unknown_suppression(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A comment silences a check that does not exist."""
    from editor.core.checks.table import find_check

    for match in _find_comments(issue.text):
        for code in _CODE.finditer(match["codes"]):
            if code[0] != ALL_CODES and find_check(code[0]) is None:
                start = match.start("codes") + code.start()
                yield Diagnostic(
                    Span(start, start + len(code[0])),
                    translate("core", "No check is called “{code}”.").fill(code=code[0]),
                )
