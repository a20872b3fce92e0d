"""The commands: what each of them understands, and how one is run."""

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editor.cli import (
    check_commands,
    export_commands,
    import_command,
    inbox_command,
    profile_command,
)
from editor.cli.common import PROBLEMS

_COLLECTED_AFTER = (50_000, 20, 100)
"""After how many new objects cycles are looked for; Python's usual 700 take a fifth of the time."""
_YEARS = range(1970, 2200)


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that the arguments begin with.

    Args:
        arguments: The command line without the name of the program.

    Returns:
        The exit code.

    Raises:
        SystemExit: The arguments are wrong, or ask for help.
    """
    gc.set_threshold(*_COLLECTED_AFTER)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that knows no emoji
    options = _command_parser().parse_args(check_commands.expand_fix_option(arguments))
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on, as behind "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    return code


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the parsers of all commands.

    Args:
        commands: Where they go.
    """
    from editor.app.site.export_formats import EXPORT_FORMATS

    _add_new_parser(commands)
    imported = commands.add_parser(
        "import", help="write a text of Word, LibreOffice, a mail or a page as Markdown"
    )
    imported.add_argument("source", type=Path, metavar="FILE")
    imported.add_argument("--out", type=Path, required=True, metavar="FILE.md")
    imported.set_defaults(run=import_command.run_import)
    export = commands.add_parser(
        "export", help="write the finished Markdown, calendar files or a page"
    )
    export.add_argument("--to", choices=tuple(EXPORT_FORMATS), required=True)
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.set_defaults(run=export_commands.run_export)
    render = commands.add_parser("render", help="write the body as the preview shows it")
    render.add_argument("--out", type=Path, required=True, metavar="DIR")
    render.set_defaults(run=export_commands.run_render)
    check_commands.add_parsers(commands)
    profile_command.add_parser(commands)
    inbox_command.add_parser(commands)
    for command in (export, render):
        command.add_argument(
            "--force", action="store_true", help="replace files in DIR that exist already"
        )
        command.add_argument("files", nargs="+", type=Path, metavar="FILE")


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rundbrief")
    add_commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    return parser


def _add_new_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    new = commands.add_parser("new", help="make the next issue from an earlier one")
    new.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="FILE",
        help="the issue to start from",
    )
    _add_issue_options(new)
    new.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE|DIR",
        help="where to; in a folder it takes the name the profile gives it",
    )
    new.set_defaults(run=export_commands.run_new)


def _add_issue_options(new: argparse.ArgumentParser) -> None:
    new.add_argument(
        "--issue",
        type=_read_month,
        metavar="YYYY-MM",
        help="the month it is about (default: the one after FILE's)",
    )
    new.add_argument(
        "--date",
        type=_read_day,
        metavar="YYYY-MM-DD",
        help="the day it comes out (default: the first Monday after that month, or the second)",
    )
    new.add_argument(
        "--title", default="", metavar="TEXT", help="the punch line, or the whole title"
    )
    new.add_argument(
        "--photo",
        default="",
        metavar="URL",
        help="the page of the header's photo, or an attribution",
    )
    new.add_argument(
        "--renew-links",
        action="store_true",
        help="give meetings fresh start dates; without it kept lines keep every byte",
    )


def _read_month(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if not match or int(match[1]) not in _YEARS:
        raise argparse.ArgumentTypeError(f"“{text}” is no month; write it as 2026-02")
    return int(match[1]), int(match[2])


def _read_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
        if day.year not in _YEARS:
            raise ValueError
        return day
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2026-02-09") from None
