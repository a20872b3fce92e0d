"""Reports of problems: for the user, for scripts, for GitHub and in SARIF."""

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from editor import __version__
from editor.app.checks.diagnostic_records import CheckedFile, DiagnosticRecord
from editor.app.checks.explanations import Explanation, load_explanations
from editor.core.base.severity import Severity

JsonObject = dict[str, object]


def _records(checked_files: Iterable[CheckedFile]) -> Iterator[DiagnosticRecord]:
    return itertools.chain.from_iterable(file.records for file in checked_files)


def as_text(checked_files: Sequence[CheckedFile]) -> str:
    """Report problems for the user.

    Args:
        checked_files: The files with their problems.

    Returns:
        ``file:line: level: message [code]`` in a line for each problem.
    """
    return "".join(
        f"{record['file']}:{record['line']}: {record['level']}: "
        f"{record['message']} [{record['code']}]\n"
        for record in _records(checked_files)
    )


def summarize(checked_files: Sequence[CheckedFile]) -> str:
    """Count problems for the user.

    Args:
        checked_files: The files with their problems.

    Returns:
        A line such as "2 errors, 1 hint in 3 files".
    """
    counts = Counter(record["level"] for record in _records(checked_files))
    parts = [_count(counts[severity], severity) for severity in Severity if counts[severity]]
    return f"{', '.join(parts) or 'no problems'} in {_count(len(checked_files), 'file')}"


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun}s"


def as_json(checked_files: Sequence[CheckedFile]) -> str:
    """Report problems for scripts.

    Args:
        checked_files: The files with their problems.

    Returns:
        A JSON list of ``DiagnosticRecord``.
    """
    return _write_json(list(_records(checked_files)))


def _write_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


_GITHUB_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "notice",
}


def as_github(checked_files: Sequence[CheckedFile]) -> str:
    """Report problems as workflow commands, which GitHub shows beside the lines of a pull request.

    Args:
        checked_files: The files with their problems.

    Returns:
        One command for each problem, in a line.
    """
    lines = []
    for record in _records(checked_files):
        properties = {
            "file": record["file"],
            "line": record["line"],
            "col": record["column"],
            "endLine": record["end_line"],
            "endColumn": record["end_column"],
            "title": record["code"],
        }
        joined = ",".join(
            f"{name}={_escape_property(str(value))}" for name, value in properties.items()
        )
        command = _GITHUB_LEVELS[record["level"]]
        lines.append(f"::{command} {joined}::{_escape_data(record['message'])}\n")
    return "".join(lines)


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


_SARIF_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "note",
}


def as_sarif(checked_files: Sequence[CheckedFile]) -> str:
    """Report problems in SARIF 2.1.0 (OASIS), which code hosts read.

    Args:
        checked_files: The files with their problems.

    Returns:
        A SARIF log with one run.
    """
    explanations = load_explanations("en")
    driver = {
        "name": "rundbrief",
        "semanticVersion": __version__,
        "rules": [_sarif_rule(code, words) for code, words in explanations.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(record) for record in _records(checked_files)],
    }
    return _write_json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
    )


def _sarif_rule(code: str, words: Explanation) -> JsonObject:
    from editor.core.checks.table import find_check  # with all checks: only this report needs it

    row = find_check(code)
    severity = row.severity if row else Severity.ERROR
    return {
        "id": code,
        "shortDescription": {"text": words.what},
        "fullDescription": {"text": words.why},
        "help": {"text": words.how},
        "defaultConfiguration": {"level": _SARIF_LEVELS[severity]},
    }


def _sarif_result(record: DiagnosticRecord) -> JsonObject:
    region = {
        "startLine": record["line"],
        "startColumn": record["column"],
        "endLine": record["end_line"],
        "endColumn": record["end_column"],
    }
    location = {"artifactLocation": {"uri": _write_uri(Path(record["file"]))}, "region": region}
    return {
        "ruleId": record["code"],
        "level": _SARIF_LEVELS[record["level"]],
        "message": {"text": record["message"]},
        "locations": [{"physicalLocation": location}],
    }


def _write_uri(path: Path) -> str:
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix())


FORMATS: dict[str, Callable[[Sequence[CheckedFile]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The reports by the names that ``rundbrief check --format`` takes."""
