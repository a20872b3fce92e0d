"""``rundbrief check`` and ``rundbrief explain``: what is wrong, where, why, and how it is fixed."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from editor.app.services.page_files import find_pages
from editor.cli.common import FINE, WRONG_USE

ALL, CALENDAR_LINKS = "all", "calendar-links"
"""The kinds of fixes: all that are safe, or all calendar links written anew."""
_FIXES = (ALL, CALENDAR_LINKS)
_FORMATS = ("text", "json", "github", "sarif")


def add_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the parsers of the two commands.

    Args:
        commands: The parsers of all commands.
    """
    _add_check_parser(commands)
    explain = commands.add_parser(
        "explain", help="say why a check is made, and how its problem is mended"
    )
    explain.add_argument("code", nargs="?", help="such as weekday; without it all are listed")
    explain.set_defaults(run=run_explain)


def _add_check_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="find what readers would stumble over, and mend it")
    _add_report_options(check)
    check.add_argument(
        "--fix",
        choices=_FIXES,
        help="mend what can be mended without asking, and write the files; "
        "=calendar-links renews all of them",
    )
    check.add_argument(
        "--trust",
        choices=("line", "entry"),
        help="with --fix=calendar-links: whom to believe where a line and its entry "
        "contradict each other",
    )
    check.add_argument(
        "--diff", action="store_true", help="show what --fix would change, write nothing"
    )
    check.add_argument(
        "--spelling",
        action="store_true",
        help="look words up in the dictionaries that are installed",
    )
    check.add_argument(
        "--site",
        type=Path,
        metavar="DIR",
        help="the site's folder (default: found around each file)",
    )
    check.add_argument("files", nargs="+", type=Path, metavar="FILE|DIR")
    check.set_defaults(run=run_check)


def _add_report_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--format", choices=_FORMATS, help="how problems are reported (default: text)"
    )
    check.add_argument(
        "--level",
        choices=("error", "warning", "hint"),
        help="show (and fail on) problems from this level on (default: show all, fail on errors)",
    )
    check.add_argument(
        "--select",
        type=_read_codes,
        default=(),
        metavar="CODES",
        help="only these, separated by commas",
    )
    check.add_argument(
        "--ignore", type=_read_codes, default=(), metavar="CODES", help="all but these"
    )


def _read_codes(text: str) -> tuple[str, ...]:
    codes = tuple(part.strip() for part in text.split(",") if part.strip())
    if not codes:
        raise argparse.ArgumentTypeError("name at least one check")
    return codes


def expand_fix_option(arguments: Sequence[str]) -> list[str]:
    """Write ``--fix`` as ``--fix=all`` where no kind of fix follows.

    argparse cannot do it: with ``nargs="?"`` the option would take the file after it for a kind.

    Args:
        arguments: The command line, without the name of the program.

    Returns:
        The arguments for the parser.
    """
    next_arguments = [*arguments[1:], ""]
    return [
        f"--fix={ALL}" if argument == "--fix" and next_argument not in _FIXES else argument
        for argument, next_argument in zip(arguments, next_arguments, strict=True)
    ]


def run_check(options: argparse.Namespace) -> int:
    """Check, or fix, every file; the report goes to standard output.

    Args:
        options: The parsed arguments; ``--diff`` alone is ``--fix=all --diff``.

    Returns:
        The exit code.
    """
    if options.diff and not options.fix:
        options.fix = ALL
    misuse = _find_misuse(options)
    if misuse:
        print(f"rundbrief check: {misuse}", file=sys.stderr)
        return WRONG_USE
    paths, code = _find_files(options.files)
    if options.fix == CALENDAR_LINKS:
        from editor.cli.link_renewal import renew_links

        return max(code, renew_links(paths, options))
    from editor.cli.check_report import exit_code_of, find_records, write_report

    if options.fix:
        from editor.cli.checking import check_files

        files, other_code = check_files(paths, options)
    else:
        files, other_code = find_records(paths, options)
    if not options.diff:
        write_report(files, options)
    return max(code, other_code, exit_code_of(files, options))


def _find_misuse(options: argparse.Namespace) -> str:
    """Return what makes no sense in the arguments; "" where all is well."""
    if codes := (*options.select, *options.ignore):
        from editor.app.checks.site_check_settings import first_unknown_code

        if unknown_code := first_unknown_code(codes):
            return f"no check is called “{unknown_code}”; see rundbrief explain"
    if options.site and not options.site.is_dir():
        return f"--site: {options.site} is no folder"
    if options.trust and options.fix != CALENDAR_LINKS:
        return f"--trust goes with --fix={CALENDAR_LINKS}"
    if options.format and (options.diff or options.fix == CALENDAR_LINKS):
        return "--format is for reports; here a comparison is shown, or links are renewed"
    return ""


def _find_files(paths: Sequence[Path]) -> tuple[list[Path], int]:
    """Return the files, with the Markdown files of folders, and an exit code."""
    files: list[Path] = []
    code = FINE
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        markdown_files = [file for file in find_pages(path) if _lies_in(path, file)]
        if not markdown_files:
            print(f"rundbrief check: {path} holds no Markdown files", file=sys.stderr)
            code = WRONG_USE
        files += markdown_files
    return files, code


def _lies_in(folder: Path, file: Path) -> bool:
    """Whether a file is really there: a link may lead out of the folder, and --fix would follow."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


_TABLES = {
    "profile": "[[profile]], or the top of a file with one profile",
    "field": "[[profile.field]]",
}


def _explain_profile() -> int:
    """List every key of a profile."""
    from editor.app.services.profile_keys import list_profile_keys

    table = ""
    for key in list_profile_keys("en"):
        if key.table != table:
            table = key.table
            print("\n" + _TABLES.get(table, f"[profile.{table}]"))
        default = f"; default {key.default}" if key.default else ""
        print(f"  {key.name:14} {key.words} ({key.kind}{default})")
    return FINE


def run_explain(options: argparse.Namespace) -> int:
    """Explain a check, or list all checks.

    Args:
        options: The parsed arguments; without a code all checks are listed.

    Returns:
        The exit code.
    """
    from editor.app.checks.explanations import load_explanations
    from editor.core.checks.table import CHECKS, find_check

    code, explanations = options.code, load_explanations("en")
    if code == "profile":
        return _explain_profile()
    if not code:
        for row in CHECKS:
            print(f"{row.code:20} {row.severity:8} {explanations[row.code].what}")
        return FINE
    explanation = explanations.get(code)
    if explanation is None:
        print(
            f"rundbrief explain: no check is called “{code}”; without a code all are listed",
            file=sys.stderr,
        )
        return WRONG_USE
    check = find_check(code)
    level = f" ({check.severity})" if check else ""
    print(f"{code}{level}: {explanation.what}\n")
    print(f"{explanation.why}\n{explanation.how}\n")
    print(f"Silence it with <!-- rundbrief off: {code} --> in the line or the one before.")
    return FINE
