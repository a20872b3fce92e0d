"""``rundbrief check`` and ``rundbrief explain``: what is wrong, where, why, and how it is mended."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.cli.common import FINE, PROBLEMS, WRONG_USE, OpenedFile, for_each_file, report_problem

if TYPE_CHECKING:
    from editor.app.checks.check_context import SiteCheckSettings
    from editor.app.checks.speller import Dictionaries
    from editor.app.site.site import Site
    from editor.core.base.messages import Message
    from editor.core.checks.table import CheckContext, Diagnostic

ALL, CALENDAR_LINKS = "all", "calendar-links"
_FIXES = (ALL, CALENDAR_LINKS)
_FORMATS = ("text", "json", "github", "sarif")
_ROUNDS = 5
"""How often fixes are made: one may uncover another."""


def add_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The two commands."""
    check = commands.add_parser("check", help="find what readers would stumble over, and mend it")
    check.add_argument(
        "--format", choices=_FORMATS, help="how problems are reported (default: text)"
    )
    check.add_argument(
        "--level",
        choices=("error", "warning", "hint"),
        help="show (and fail on) problems from this level on (default: show all, fail on errors)",
    )
    check.add_argument(
        "--select", type=_codes, default=(), metavar="CODES", help="only these, separated by commas"
    )
    check.add_argument("--ignore", type=_codes, default=(), metavar="CODES", help="all but these")
    check.add_argument(
        "--fix",
        choices=_FIXES,
        help="mend what can be mended without asking, and write the files; =calendar-links renews all of them",
    )
    check.add_argument(
        "--trust",
        choices=("line", "entry"),
        help="with --fix=calendar-links: whom to believe where a line and its entry contradict each other",
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
    explain = commands.add_parser(
        "explain", help="say why a check is made, and how its problem is mended"
    )
    explain.add_argument("code", nargs="?", help="such as weekday; without it all are listed")
    explain.set_defaults(run=_explain)


def expand_fix_option(given: Sequence[str]) -> list[str]:
    """The arguments with ``--fix`` made ``--fix=all`` where no kind of fix follows."""
    after = [*given[1:], ""]
    return [
        f"--fix={ALL}" if word == "--fix" and follows not in _FIXES else word
        for word, follows in zip(given, after, strict=True)
    ]


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(part.strip() for part in text.split(",") if part.strip())
    if not codes:
        raise argparse.ArgumentTypeError("name at least one check")
    return codes


# --- checking -------------------------------------------------------------------------------------


def run_check(options: argparse.Namespace) -> int:
    """Check, or fix, every file; the report goes to standard output."""
    from editor.core.base.severity import Severity, severities_down_to

    options.fix = options.fix or (ALL if options.diff else None)
    if wrong := _misuse(options):
        print(f"rundbrief check: {wrong}", file=sys.stderr)
        return WRONG_USE
    found: list[tuple[Path, str, list[Diagnostic]]] = []
    surroundings = _Surroundings(options.site)
    failing = severities_down_to(Severity(options.level or Severity.ERROR))

    def work(path: Path, opened: OpenedFile) -> int:
        if options.fix == CALENDAR_LINKS:
            return _calendar_links(path, opened, options)
        checked = _Checked(path, opened, surroundings, options)
        text = checked.mended() if options.fix else opened.text
        diagnostics = checked.diagnostics(text)
        if options.fix:
            _keep(path, opened, text, options)
        found.append((path, text, diagnostics))
        if any(diagnostic.severity in failing for diagnostic in diagnostics):
            return PROBLEMS
        return FINE

    def unreadable(path: Path, sentence: "Message") -> None:
        from editor.core.base.edits import Span
        from editor.core.checks.table import Diagnostic

        found.append((path, "", [Diagnostic(Span(0, 0), sentence, code="unreadable")]))

    paths, empty = _spread(options.files)
    reported = not options.diff and options.fix != CALENDAR_LINKS
    code = max(
        for_each_file(paths, work, unreadable if reported else None),
        surroundings.code,
        WRONG_USE if empty else FINE,
    )
    if reported:
        from editor.app.checks.diagnostics_formats import FORMATS, summarize

        sys.stdout.write(FORMATS[options.format or "text"](found))
        if options.format is None:
            print(summarize(found), file=sys.stderr)
    return code


def _misuse(options: argparse.Namespace) -> str:
    """What makes no sense in the arguments; "" where all is well."""
    from editor.app.checks.check_context import first_unknown_code

    if code := first_unknown_code((*options.select, *options.ignore)):
        return f"no check is called “{code}”; see rundbrief explain"
    if options.site and not options.site.is_dir():
        return f"--site: {options.site} is no folder"
    if options.trust and options.fix != CALENDAR_LINKS:
        return f"--trust goes with --fix={CALENDAR_LINKS}"
    if options.format and (options.diff or options.fix == CALENDAR_LINKS):
        return "--format is for reports; here a comparison is shown, or links are renewed"
    return ""


def _spread(paths: Sequence[Path]) -> tuple[list[Path], bool]:
    """The files, and the Markdown files of the folders; and whether some folder has none."""
    found, empty = [], False
    for path in paths:
        inside = sorted(path.rglob("*.md")) if path.is_dir() else [path]
        if not inside:
            print(f"rundbrief check: {path} holds no Markdown files", file=sys.stderr)
            empty = True
        found += inside
    return found, empty


class _Surroundings:
    """What files of one site share: its settings, and who knows its words. ``code`` is what its settings are worth."""

    def __init__(self, given: Path | None) -> None:
        self._given = given
        self._settings: dict[Path | None, SiteCheckSettings] = {}
        self._spellers: dict[str, Dictionaries | None] = {}
        self.code = FINE

    def site(self, path: Path, opened: OpenedFile) -> "Site":
        from editor.app.site.site import Site, find_site

        found = find_site(path, opened.issue.profile, self._given)
        if self._given:
            return Site(self._given, found.folder, found.profile)
        return found

    def speller(self, language: str) -> "Dictionaries | None":
        from editor.app.checks import speller

        if language not in self._spellers:
            self._spellers[language] = speller.load_speller(language)
        return self._spellers[language]

    def settings(self, root: Path | None) -> "SiteCheckSettings":
        from editor.app.checks.check_context import load_site_checks

        if root not in self._settings:
            self._settings[root], wrong = load_site_checks(root)
            if wrong:
                print(wrong, file=sys.stderr)
                self.code = WRONG_USE
        return self._settings[root]


class _Checked:
    """One file: its problems, and how they are mended."""

    def __init__(
        self, path: Path, opened: OpenedFile, around: _Surroundings, options: argparse.Namespace
    ) -> None:
        self.path, self.opened, self.around, self.options = path, opened, around, options
        self.place = around.site(path, opened)
        self.profile = around.settings(self.place.root).on(
            opened.issue.profile, path, self.place.root
        )

    def context(self, issue: "Any") -> "CheckContext":
        from editor.app.checks.check_context import make_check_context

        return make_check_context(
            self.path,
            issue,
            self.place,
            speller=self.around.speller(self.profile.language) if self.options.spelling else None,
        )

    def diagnostics(self, text: str) -> "list[Diagnostic]":
        """What is chosen of what is wrong with a text of this file."""
        from editor.core.base.severity import Severity, severities_down_to
        from editor.core.checks.table import CHECKS, run_checks
        from editor.core.issue.issue import parse_issue

        wanted = severities_down_to(Severity(self.options.level or Severity.HINT))
        rows = [
            row
            for row in CHECKS
            if (not self.options.select or row.code in self.options.select)
            and row.code not in self.options.ignore
        ]
        same = text == self.opened.text and self.profile == self.opened.issue.profile
        issue = self.opened.issue if same else parse_issue(text, self.profile)
        return [
            diagnostic
            for diagnostic in run_checks(issue, self.context(issue), rows)
            if diagnostic.severity in wanted
        ]

    def mended(self) -> str:
        """The text with all that is sure mended."""
        from editor.core.base.edits import apply
        from editor.core.checks.table import fix_edits

        text = self.opened.text
        for _ in range(_ROUNDS):
            edits = fix_edits(
                text, [diagnostic for diagnostic in self.diagnostics(text) if diagnostic.fixable]
            )
            if not edits:
                break
            text = apply(text, edits)
        return text


def _keep(path: Path, opened: OpenedFile, text: str, options: argparse.Namespace) -> None:
    """Write what is new, or show how it would differ."""
    from editor.app.services.files import write_file
    from editor.core.base.encoding import encode

    if options.diff:
        sys.stdout.writelines(_difference(path, opened.text, text))
    elif text != opened.text:
        write_file(path, encode(text, opened.form))
        if options.fix == ALL:
            print(f"{path}: mended", file=sys.stderr)


def _difference(path: Path, before: str, after: str) -> Iterator[str]:
    """A unified diff that ``patch`` understands."""
    import difflib

    for line in difflib.unified_diff(_lines(before), _lines(after), str(path), str(path)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """As ``patch`` counts them: only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)


def _calendar_links(path: Path, opened: OpenedFile, options: argparse.Namespace) -> int:
    """Renew all calendar links; those whose lines contradict them only if somebody is to be trusted."""
    from editor.app.services.gazetteer_loading import load_gazetteer
    from editor.core.base.edits import apply, line_number
    from editor.core.events.link_refresh import LEAVE, find_refreshes, refresh_edits
    from editor.core.issue.issue import make_edit_context

    context = make_edit_context(opened.issue, opened.form.newline, gazetteer=load_gazetteer()[0])
    decided, code = [], FINE
    for found in find_refreshes(context, context.events):
        if options.trust in found.links and found.contradicts:
            whom = options.trust
        else:
            whom = found.proposed
        line = line_number(opened.text, found.event.span.start)
        if whom == LEAVE:
            code = PROBLEMS
            report_problem(
                path,
                line,
                f"asks: {found.event.title}: line and entry contradict each other ({', '.join(found.contradicts)})",
            )
        decided.append((found, whom))
    _keep(path, opened, apply(opened.text, refresh_edits(context, decided)), options)
    return code


# --- explaining -----------------------------------------------------------------------------------


def _explain(options: argparse.Namespace) -> int:
    from editor.app.checks.check_context import load_explanations
    from editor.core.checks.table import CHECKS, find_check

    said = load_explanations("en")
    if not options.code:
        print("\n".join(f"{row.code:20} {row.severity:8} {said[row.code].what}" for row in CHECKS))
        return FINE
    row, words = find_check(options.code), said.get(options.code)
    if words is None:
        print(
            f"rundbrief explain: no check is called “{options.code}”; without a code all are listed",
            file=sys.stderr,
        )
        return WRONG_USE
    level = f" ({row.severity})" if row else ""
    print(
        f"{options.code}{level}: {words.what}\n\n{words.why}\n{words.how}\n\nSilence it with <!-- rundbrief off: {options.code} --> in the line or the one before."
    )
    return FINE
