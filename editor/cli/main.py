"""The entry point. Qt is imported only to open the window, so that scripts start at once."""

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editor import __version__
from editor.cli import (
    check_commands,
    export_commands,
    import_command,
    inbox_command,
    profile_command,
)
from editor.cli.common import PROBLEMS, WRONG_USE
from editor.cli.system_libraries import explain_no_window

_COMMANDS = ("new", "import", "export", "render", "check", "explain", "profile", "inbox")
WORKER = "read-events"
"""Starts a process that reads events for the window (app/services/import_worker)."""
SCHEME = "rundbrief:"
"""Addresses that the desktop hands to the program."""
_YEARS = range(1970, 2200)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, or open the window.

    Args:
        arguments: The command line without the name of the program; None for that of the process.

    Returns:
        The exit code: 0 where all is fine, 1 where problems were found, 2 for wrong use.
    """
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a process of services/processes goes no further
    if arguments is None:
        arguments = sys.argv[1:]
    try:
        if arguments == [WORKER]:
            from editor.app.services.import_worker import run_worker

            return run_worker()
        if arguments and arguments[0] in _COMMANDS:
            return _run_command(arguments)
        options = _window_parser().parse_args(arguments)
        if options.file and options.file.startswith(SCHEME):
            inbox_command.take_address(options.file)
            options.file = None  # and the window comes to the front
        options.file = options.file and Path(options.file)
    except SystemExit as stop:
        return int(stop.code or 0)
    obstacle = explain_no_window(os.environ)
    if obstacle:
        print(f"rundbrief: {obstacle}", file=sys.stderr)
        return WRONG_USE
    return _open_window(options)


def _open_window(options: argparse.Namespace) -> int:
    if options.self_test is not None:
        from editor.cli.self_test import run_self_test

        return run_self_test(options.self_test)
    if not options.home:
        from editor.app.services.running_program import hand_over

        if hand_over(options.file and options.file.absolute()):
            return 0
    gc.disable()  # looking through what is being loaded takes 15 ms; make_application enables it
    from editor.ui.main import run_window

    return run_window(options.file, language=options.lang, is_home=options.home)


def _run_command(arguments: Sequence[str]) -> int:
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


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rundbrief",
        description="Edit newsletter issues: forms over Markdown that lose not one byte.",
        epilog=f"Commands: {', '.join(_COMMANDS)}, each with --help.",
    )
    parser.add_argument("file", nargs="?", metavar="FILE", help="the issue to open")
    parser.add_argument(
        "--lang", choices=("de", "en"), help="the language of the window (default: the system's)"
    )
    parser.add_argument(
        "--home", action="store_true", help="begin with the site, not with the last document"
    )
    parser.add_argument(
        "--self-test",
        type=Path,
        metavar="DIR",
        help="try the installed program in a folder of its own; DIR gets what it made",
    )
    parser.add_argument("--version", action="version", version=f"rundbrief {__version__}")
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """Return what the program understands, for its man page and what shells complete."""
    parser = _window_parser()
    _add_commands(parser.add_subparsers(prog="rundbrief", metavar="COMMAND"))
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rundbrief")
    _add_commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    return parser


def _add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
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
