"""The entry point. Qt is imported only to open the window, so that scripts start at once."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from editor import __version__
from editor.cli.common import WRONG_USE
from editor.cli.system_libraries import explain_no_window

_COMMANDS = ("new", "import", "export", "render", "check", "explain", "profile", "inbox")
WORKER = "read-events"
"""Starts a process that reads events for the window (app/services/import_worker)."""
SCHEME = "rundbrief:"
"""Addresses that the desktop hands to the program."""


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
            from editor.cli.commands import run_command

            return run_command(arguments)
        options = _window_parser().parse_args(arguments)
        if options.file and options.file.startswith(SCHEME):
            from editor.cli.inbox_command import take_address

            take_address(options.file)
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
    gc.disable()  # looking through what is being loaded takes 15 ms; make_application enables it
    import editor.ui  # noqa: F401 - loads PySide6, before anything else does

    if options.self_test is not None:
        from editor.cli.self_test import run_self_test

        return run_self_test(options.self_test)
    if not options.home:
        from editor.app.services.passing_on import pass_on

        if pass_on(options.file and options.file.absolute()):
            return 0
    from editor.ui.main import run_window

    return run_window(options.file, language=options.lang, is_home=options.home)


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
    from editor.cli.commands import add_commands

    parser = _window_parser()
    add_commands(parser.add_subparsers(prog="rundbrief", metavar="COMMAND"))
    return parser
