"""The report of ``rundbrief check``: what is known from before, and what is checked now."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from editor.app.checks.diagnostic_records import CheckedFile
from editor.app.checks.diagnostics_formats import FORMATS, summarize
from editor.cli.check_memory import CheckMemory
from editor.cli.common import FINE, PROBLEMS
from editor.core.base.severity import Severity, severities_down_to


def report_files(paths: Sequence[Path], options: argparse.Namespace) -> int:
    """Check files, and write the report to standard output.

    Args:
        paths: The files.
        options: The parsed arguments of ``rundbrief check``, without a fix.

    Returns:
        The exit code.
    """
    memory = CheckMemory(options)
    known = memory.recall(paths)
    left = [path for path in paths if path not in known]
    code = FINE
    if left:
        from editor.cli.checking import check_files  # with all checks

        checked, code = check_files(left, options)
        if code in (FINE, PROBLEMS):  # what is said about settings has to be said again
            memory.keep(checked)
        known |= {file.path: file for file in checked}
    failing = severities_down_to(Severity(options.level or Severity.ERROR))
    files = [known[path] for path in paths if path in known]
    if any(record["level"] in failing for file in files for record in file.records):
        code = max(code, PROBLEMS)
    write_report(files, options)
    return code


def write_report(files: Sequence[CheckedFile], options: argparse.Namespace) -> None:
    """Write the report to standard output, and a line of counts to standard error.

    Args:
        files: The files, with what was found in them.
        options: The parsed arguments of ``rundbrief check``.
    """
    sys.stdout.write(FORMATS[options.format or "text"](files))
    if options.format is None:
        print(summarize(files), file=sys.stderr)
