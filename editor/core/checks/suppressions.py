"""What people do not want to hear of: comments that silence a line, or a file."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks.diagnostic import CheckContext, Diagnostic
from editor.core.issue.issue import Issue

ALL_CODES = "all"
"""Stands for every code."""
_COMMENT = re.compile(r"<!--\s*rundbrief\s+off(?P<file>\s+file)?\s*:(?P<codes>[^<>]{0,500}?)-->")

_CODE = re.compile(r"[\w-]+")


@lru_cache(maxsize=8)
def find_suppressions(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """Where which codes are silenced: a comment speaks for its line, alone on a line for the next one, or for the file."""
    found = []
    ends: dict[int, int] = {}
    for match in reversed(list(_COMMENT.finditer(text) if "rundbrief" in text else ())):
        start, end = text.rfind("\n", 0, match.start()) + 1, _line_end(text, match.end())
        if match["file"]:
            start, end = 0, len(text)
        elif not _COMMENT.sub(
            "", text[start:end]
        ).strip():  # alone on its line it speaks for the next that is no comment
            ends[start] = ends.get(start) or ends.get(end + 1) or _line_end(text, end + 1)
            end = ends[start]
        found.append((start, end, frozenset(_CODE.findall(match["codes"]))))
    return tuple(found)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end >= 0:
        return end
    return len(text)


def is_suppressed(
    text: str, diagnostic: Diagnostic, quiet: Sequence[tuple[int, int, frozenset[str]]]
) -> bool:
    """Whether a comment silences a problem."""
    return any(
        start <= diagnostic.span.start <= end and (diagnostic.code in codes or ALL_CODES in codes)
        for start, end, codes in quiet
    )


def unknown_suppression(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A comment that silences a check nobody makes."""
    from editor.core.checks.table import find_check

    for match in _COMMENT.finditer(issue.text) if "rundbrief" in issue.text else ():
        for code in _CODE.finditer(match["codes"]):
            if code[0] != ALL_CODES and find_check(code[0]) is None:
                start = match.start("codes") + code.start()
                yield Diagnostic(
                    Span(start, start + len(code[0])),
                    translate("core", "No check is called “{code}”.").fill(code=code[0]),
                )
