"""The command line. Qt is imported by nothing here but the window itself, so that scripts start at once."""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date
from pathlib import Path
from typing import TYPE_CHECKING

from editor import __version__

if TYPE_CHECKING:
    from editor.app.library import Library
    from editor.core.text import Edit

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
_COMMANDS = ("new", "export", "render", "check")


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point. Exit codes: 0 fine, 1 problems found, 2 wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] and given[0] in _COMMANDS:
            options = _parser().parse_args(given)
            return int(options.run(options))
        options = _window_parser().parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    from editor.ui.main import run

    return run(options.file, language=options.lang)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rundbrief",
        description="Edit newsletter issues: forms over Markdown that lose not one byte.",
        epilog="Commands: rundbrief new | export | render | check, each with --help.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the issue to open")
    parser.add_argument("--lang", choices=("de", "en"), help="the language of the window (default: the system's)")
    parser.add_argument("--version", action="version", version=f"rundbrief {__version__}")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rundbrief")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    new = commands.add_parser("new", help="make the next issue from an earlier one")
    new.add_argument("--from", dest="source", type=Path, required=True, metavar="FILE", help="the issue to start from")
    new.add_argument("--issue", type=_month, metavar="YYYY-MM", help="the month it is about (default: the one after FILE's)")
    new.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD", help="the day it comes out (default: the first Monday after that month, or the second)"
    )
    new.add_argument("--title", default="", metavar="TEXT", help="the punch line, or the whole title")
    new.add_argument("--photo", default="", metavar="URL", help="the page of the header's photo, or an attribution")
    new.add_argument("--renew-links", action="store_true", help="give meetings fresh start dates; without it kept lines keep every byte")
    new.add_argument("--out", type=Path, required=True, metavar="FILE|DIR", help="where to; in a folder it takes the name the profile gives it")
    new.set_defaults(run=_new)
    export = commands.add_parser("export", help="write the finished Markdown, calendar files or a page")
    export.add_argument("--to", choices=tuple(EXPORTS), required=True)
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.set_defaults(run=_export)
    render = commands.add_parser("render", help="write the body as the preview shows it")
    render.add_argument("--out", type=Path, required=True, metavar="DIR")
    render.set_defaults(run=_render)
    check = commands.add_parser("check", help="find what would break the page")
    check.add_argument("--fix", choices=tuple(FIXES), help="mend what can be mended without asking, and write the files")
    check.add_argument("--trust", choices=("line", "entry"), help="whom to believe where a line and its calendar entry contradict each other")
    check.add_argument("--diff", action="store_true", help="with --fix: show what would change, write nothing")
    check.set_defaults(run=_check)
    for command in (export, render, check):
        command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    return parser


def _month(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    if not found or not MINYEAR < int(found[1]) < MAXYEAR:
        raise argparse.ArgumentTypeError(f"“{text}” is no month; write it as 2026-02")
    return int(found[1]), int(found[2])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2026-02-09") from None


def complain(path: Path, line: int, sentence: str) -> None:
    """One line on standard error: file, line, what is wrong."""
    print(f"{path}:{line}: {' '.join(str(sentence).split())}", file=sys.stderr)


# --- commands ----------------------------------------------------------------------------------

# Imported inside: `rundbrief --help` should not wait for YAML and Markdown.


def _each(paths: Sequence[Path], work: "Callable[[Path, Opened], int]") -> int:
    """Do something with every file that can be opened; a sentence for each that cannot."""
    from editor.app import library
    from editor.core.text import Refused

    shelf = library.load()
    for problem in shelf.problems:
        print(problem, file=sys.stderr)
    code = FINE
    for path in paths:
        try:
            code = max(code, work(path, Opened(path, shelf)))
        except Refused as refused:
            complain(path, 1, refused.sentence)
            code = PROBLEMS
    return code


class Opened:
    """A file as the command line sees it."""

    def __init__(self, path: Path, shelf: "Library") -> None:
        from editor.app import files
        from editor.core import source

        self.text, self.form = source.decode(files.read(path))
        self.issue = shelf.parse(self.text, path)


def _new(options: argparse.Namespace) -> int:
    return _each([options.source], lambda path, opened: _next(path, opened, options))


def _next(path: Path, opened: Opened, options: argparse.Namespace) -> int:
    """Write the next issue, and say what was only assumed."""
    from editor.app import knowledge
    from editor.core import naming, next_issue, source
    from editor.core.text import Refused, translate

    today = date.today()  # noqa: DTZ011, TID251 - the command line is where the clock is
    year, month = options.issue or naming.month_after(*naming.issue_month(opened.issue))
    wish = next_issue.Wish(year, month, options.date or naming.publication(year, month, today), options.title, options.photo)
    known, sources = knowledge.load()[0], knowledge.photo_sources()
    text = next_issue.made(opened.issue, wish, next_issue.Choices(renew=options.renew_links, sources=sources, knowledge=known))
    name = wish.names(opened.issue.profile).file or path.name
    target = options.out / name if options.out.is_dir() or not options.out.suffix else options.out
    if target.exists():
        raise Refused(translate("core", "“{name}” exists already; nothing was written.").fill(name=target))
    if assumed := next_issue.taken_over(opened.issue, wish, sources):
        complain(target, 1, f"the photo's address does not say who took it; “{assumed}” is taken over from {path.name}")
    _write(target.parent, target.name, source.encode(text, opened.form))
    print(target)
    return FINE


def _write(folder: Path, name: str, data: bytes) -> None:
    from editor.app import files
    from editor.core.text import Refused

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(files.reason(error, folder)) from None
    files.write(folder / name, data)


def _export(options: argparse.Namespace) -> int:
    export = EXPORTS[options.to]
    return _each(options.files, lambda path, opened: export(path, opened, options.out))


def _markdown(path: Path, opened: Opened, out: Path) -> int:
    from editor.core import source

    _write(out, path.name, source.encode(opened.text, opened.form))
    return FINE


def _ics(path: Path, opened: Opened, out: Path) -> int:
    from editor.core.export import calendar_files

    code = FINE
    for file in calendar_files(opened.issue):
        if file.problem:
            complain(path, file.line, file.problem)
            code = PROBLEMS
        else:
            _write(out / path.stem, file.name, file.data)
    return code


def _outlet(name: str) -> "Callable[[Path, Opened, Path], int]":
    def export(path: Path, opened: Opened, out: Path) -> int:
        from editor.app.outlets import OUTLETS
        from editor.core.mail import CLIPPED

        data = OUTLETS[name].make(opened.issue)
        _write(out, path.stem + OUTLETS[name].suffix, data)
        if name == "mail" and len(data) > CLIPPED:
            complain(path, 1, f"the mail weighs {len(data) // 1024} kB; Gmail clips mails at {CLIPPED // 1024} kB")
        return FINE

    return export


def _zip(path: Path, opened: Opened, out: Path) -> int:
    from editor.app import outlets, site
    from editor.core import parcel, source

    issue = opened.issue
    photo = site.find(path, issue.profile).image(issue.front.text(*issue.profile.image.name)) if issue.profile.image.name else None
    picture = parcel.picture(issue, photo.read_bytes()) if photo else None
    pieces = [parcel.page(issue, source.encode(opened.text, opened.form)), *([picture] if picture else []), *parcel.calendars(issue)]
    _write(out, f"{path.stem}.zip", outlets.zipped(pieces, parcel.guide(issue, pieces, issue.profile.language), issue.stamp))
    return FINE


EXPORTS: "dict[str, Callable[[Path, Opened, Path], int]]" = {
    "markdown": _markdown,
    "ics": _ics,
    "zip": _zip,
    **{name: _outlet(name) for name in ("html", "mail", "text", "feed")},
}


def _render(options: argparse.Namespace) -> int:
    def work(path: Path, opened: Opened) -> int:
        from editor.core.render import body_html

        _write(options.out, f"{path.stem}.html", body_html(opened.issue).encode())
        return FINE

    return _each(options.files, work)


def _check(options: argparse.Namespace) -> int:
    if options.fix:
        return _each(options.files, lambda path, opened: _fix(path, opened, options))

    def work(path: Path, opened: Opened) -> int:
        problems = list(_problems(path, opened))
        return PROBLEMS if "error" in problems else FINE

    return _each(options.files, work)


def _problems(path: Path, opened: Opened) -> Iterator[str]:
    from editor.app import knowledge
    from editor.core.checks import Context, check
    from editor.core.text import line_of

    for problem in check(opened.issue, Context(knowledge.load()[0])):
        complain(path, line_of(opened.text, problem.span.start), f"{problem.level}: {problem.message} [{problem.code}]")
        yield problem.level


# --- fixes -------------------------------------------------------------------------------------


def _fix(path: Path, opened: Opened, options: argparse.Namespace) -> int:
    """Write the mended text, or show how it would differ; 1 where something needs a decision."""
    from editor.app import files
    from editor.core import source
    from editor.core.text import apply

    edits, code = FIXES[options.fix](path, opened, options.trust)
    after = apply(opened.text, edits)
    if options.diff:
        sys.stdout.writelines(_difference(path, opened.text, after))
    elif edits:
        files.write(path, source.encode(after, opened.form))
    return code


def _difference(path: Path, before: str, after: str) -> Iterator[str]:
    """A unified diff that ``patch`` understands."""
    import difflib

    for line in difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), str(path), str(path)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _calendar_links(path: Path, opened: Opened, trust: "str | None") -> "tuple[list[Edit], int]":
    """All calendar links renewed; those whose lines contradict them only if somebody is to be trusted."""
    from editor.app import knowledge
    from editor.core import renewal
    from editor.core.issue import scene
    from editor.core.text import line_of

    stage = scene(opened.issue, opened.form.newline, knowledge=knowledge.load()[0])
    decided, code = [], FINE
    for found in renewal.renewals(stage, stage.events):
        whom = trust if trust and trust in found.links and found.contradicts else found.proposed
        line = line_of(opened.text, found.event.span.start)
        if whom == renewal.LEAVE:
            code = PROBLEMS
            complain(path, line, f"asks: {found.event.title}: line and entry contradict each other ({', '.join(found.contradicts)})")
        decided.append((found, whom))
    return renewal.edits(stage, decided), code


FIXES: "dict[str, Callable[[Path, Opened, str | None], tuple[list[Edit], int]]]" = {"calendar-links": _calendar_links}
