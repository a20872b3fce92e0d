"""The command line. Qt is imported by nothing here but the window itself, so that scripts start at once."""

import argparse
import io
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from editor import __version__
from editor.cli import check_commands, export_commands
from editor.cli.common import FINE, PROBLEMS, WRONG_USE

__all__ = ("FINE", "PROBLEMS", "WRONG_USE", "main")
_COMMANDS = ("new", "export", "render", "check", "explain")


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point. Exit codes: 0 fine, 1 problems found, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] and given[0] in _COMMANDS:
            for stream in (sys.stdout, sys.stderr):
                if isinstance(stream, io.TextIOWrapper):
                    stream.reconfigure(errors="backslashreplace")  # a console that knows no emoji
            options = _parser().parse_args(check_commands.expand_fix_option(given))
            return int(options.run(options))
        options = _window_parser().parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    from editor.ui.main import run_window

    return run_window(options.file, language=options.lang)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rundbrief",
        description="Edit newsletter issues: forms over Markdown that lose not one byte.",
        epilog="Commands: rundbrief new | export | render | check | explain, each with --help.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the issue to open")
    parser.add_argument(
        "--lang", choices=("de", "en"), help="the language of the window (default: the system's)"
    )
    parser.add_argument("--version", action="version", version=f"rundbrief {__version__}")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rundbrief")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    new = commands.add_parser("new", help="make the next issue from an earlier one")
    new.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="FILE",
        help="the issue to start from",
    )
    new.add_argument(
        "--issue",
        type=_month,
        metavar="YYYY-MM",
        help="the month it is about (default: the one after FILE's)",
    )
    new.add_argument(
        "--date",
        type=_day,
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
    new.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE|DIR",
        help="where to; in a folder it takes the name the profile gives it",
    )
    new.set_defaults(run=export_commands.run_new)
    export = commands.add_parser(
        "export", help="write the finished Markdown, calendar files or a page"
    )
    export.add_argument("--to", choices=tuple(export_commands.EXPORTS), required=True)
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.set_defaults(run=export_commands.run_export)
    render = commands.add_parser("render", help="write the body as the preview shows it")
    render.add_argument("--out", type=Path, required=True, metavar="DIR")
    render.set_defaults(run=export_commands.run_render)
    check_commands.add_parsers(commands)
    for command in (export, render):
        command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    return parser


def _month(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if not found or not 1970 <= int(found[1]) < 2200:
        raise argparse.ArgumentTypeError(f"“{text}” is no month; write it as 2026-02")
    return int(found[1]), int(found[2])


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
        if not 1970 <= found.year < 2200:
            raise ValueError
        return found
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2026-02-09") from None
