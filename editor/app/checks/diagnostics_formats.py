"""Problems as others read them: people, scripts, GitHub's annotations, SARIF. Lines and columns count from 1."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from editor import __version__
from editor.app.checks.check_context import load_explanations
from editor.core.base.edits import line_starts
from editor.core.base.severity import Severity
from editor.core.checks.table import Diagnostic, find_check

CheckedFiles = Sequence[tuple[Path, str, Sequence[Diagnostic]]]
"""Files with their texts and problems."""


def diagnostic_records(found: CheckedFiles) -> Iterator[dict[str, Any]]:
    """One per problem: file, line, column, end_line, end_column, level, code, message, fixable."""
    for path, text, diagnostics in found:
        starts = line_starts(text)
        for diagnostic in diagnostics:
            (line, column), (end_line, end_column) = (
                _place(starts, at) for at in (diagnostic.span.start, diagnostic.span.end)
            )
            yield {
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


def _place(starts: Sequence[int], at: int) -> tuple[int, int]:
    from bisect import bisect_right

    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1


def as_text(found: CheckedFiles) -> str:
    """``file:line: level: message [code]``, a line each."""
    return "".join(
        f"{one['file']}:{one['line']}: {one['level']}: {one['message']} [{one['code']}]\n"
        for one in diagnostic_records(found)
    )


def summarize(found: CheckedFiles) -> str:
    """How many of which level in how many files: a line for people."""
    counts = Counter(
        diagnostic.severity for _, _, diagnostics in found for diagnostic in diagnostics
    )
    words = [
        f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}"
        for level in Severity
        if counts[level]
    ]
    return (
        f"{', '.join(words) or 'no problems'} in {len(found)} file{'' if len(found) == 1 else 's'}"
    )


def as_json(found: CheckedFiles) -> str:
    """A list of the records."""
    return json.dumps(list(diagnostic_records(found)), ensure_ascii=False, indent=1) + "\n"


_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "notice",
}


def as_github(found: CheckedFiles) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    lines = []
    for one in diagnostic_records(found):
        values = {
            "file": one["file"],
            "line": one["line"],
            "col": one["column"],
            "endLine": one["end_line"],
            "endColumn": one["end_column"],
            "title": one["code"],
        }
        said = ",".join(
            f"{name}={_escaped(str(value), property_=True)}" for name, value in values.items()
        )
        lines.append(f"::{_COMMANDS[one['level']]} {said}::{_escaped(one['message'])}\n")
    return "".join(lines)


def _escaped(text: str, *, property_: bool = False) -> str:
    for char, code in (
        ("%", "%25"),
        ("\r", "%0D"),
        ("\n", "%0A"),
        *(((":", "%3A"), (",", "%2C")) if property_ else ()),
    ):
        text = text.replace(char, code)
    return text


_SARIF_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "note",
}


def as_sarif(found: CheckedFiles) -> str:
    """SARIF 2.1.0, which code hosts read (OASIS)."""
    rules = [
        {
            "id": code,
            "shortDescription": {"text": words.what},
            "fullDescription": {"text": words.why},
            "help": {"text": words.how},
            "defaultConfiguration": {
                "level": _SARIF_LEVELS[
                    row.severity if (row := find_check(code)) else Severity.ERROR
                ]
            },
        }
        for code, words in load_explanations("en").items()
    ]
    results = [
        {
            "ruleId": one["code"],
            "level": _SARIF_LEVELS[one["level"]],
            "message": {"text": one["message"]},
            "locations": [{"physicalLocation": _location(one)}],
        }
        for one in diagnostic_records(found)
    ]
    driver = {"name": "rundbrief", "semanticVersion": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _location(one: dict[str, Any]) -> dict[str, Any]:
    region = {
        "startLine": one["line"],
        "startColumn": one["column"],
        "endLine": one["end_line"],
        "endColumn": one["end_column"],
    }
    return {"artifactLocation": {"uri": _uri(Path(one["file"]))}, "region": region}


def _uri(path: Path) -> str:
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix())


FORMATS: dict[str, Callable[[CheckedFiles], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
