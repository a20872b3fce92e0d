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


def find_records(
    paths: Sequence[Path], options: argparse.Namespace
) -> tuple[list[CheckedFile], int]:
    """Find what is wrong with files: what is known of them from before, else by checking them.

    Args:
        paths: The files.
        options: The parsed arguments of ``rundbrief check``, without a fix.

    Returns:
        As ``checking.check_files``.
    """
    memory = CheckMemory(options)
    known = memory.recall(paths)
    left = [path for path in paths if path not in known]
    code = FINE
    if left:
        from editor.app.services.profile_registry import load_profiles
        from editor.cli.checking import check_files  # with all checks

        checked, code = check_files(left, options)
        # what is said about settings and profiles has to be said again
        if code in (FINE, PROBLEMS) and not load_profiles().problems:
            memory.keep(checked)
        known |= {file.path: file for file in checked}
    return [known[path] for path in paths if path in known], code


def exit_code_of(files: Sequence[CheckedFile], options: argparse.Namespace) -> int:
    """Decide whether what was found in files is a failure.

    Args:
        files: The files, with what was found in them.
        options: The parsed arguments of ``rundbrief check``, whose level decides.

    Returns:
        The exit code.
    """
    failing = severities_down_to(Severity(options.level or Severity.ERROR))
    has_failed = any(record["level"] in failing for file in files for record in file.records)
    return PROBLEMS if has_failed else FINE


def write_report(files: Sequence[CheckedFile], options: argparse.Namespace) -> None:
    """Write the report to standard output, and a line of counts to standard error.

    Args:
        files: The files, with what was found in them.
        options: The parsed arguments of ``rundbrief check``.
    """
    sys.stdout.write(FORMATS[options.format or "text"](files))
    if options.format is None:
        print(summarize(files), file=sys.stderr)
