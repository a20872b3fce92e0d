"""Problems as reports have them: plain data, which goes to other processes and into files."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from editor.core.base.edits import line_starts
from editor.core.base.severity import Severity

if TYPE_CHECKING:
    from editor.core.checks.diagnostic import Diagnostic


class DiagnosticRecord(TypedDict):
    """A problem as the JSON report has it; scripts rely on these keys.

    Lines and columns count from 1.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    level: Severity
    code: str
    message: str
    fixable: bool


class CheckedFile(NamedTuple):
    """A file, and what was found in it."""

    path: Path
    records: Sequence[DiagnosticRecord]


def make_records(
    path: Path, text: str, diagnostics: "Iterable[Diagnostic]"
) -> list[DiagnosticRecord]:
    """Make the records of the problems of a file.

    Args:
        path: The file.
        text: Its text.
        diagnostics: The problems.

    Returns:
        One record for each problem, in the order given.
    """
    starts = line_starts(text)
    records: list[DiagnosticRecord] = []
    for diagnostic in diagnostics:
        line, column = _locate(starts, diagnostic.span.start)
        end_line, end_column = _locate(starts, diagnostic.span.end)
        records.append(
            {
                "file": str(path),
                "line": line,
                "column": column,
                "end_line": end_line,
                "end_column": end_column,
                "level": diagnostic.severity,
                "code": diagnostic.code,
                "message": " ".join(str(diagnostic.message).split()),
                "fixable": diagnostic.fixable,
            }
        )
    return records


def _locate(starts: Sequence[int], position: int) -> tuple[int, int]:
    """Return the line and the column of a position, given where lines begin."""
    line = bisect_right(starts, position)
    return line, position - starts[line - 1] + 1
