"""How ``rundbrief check`` checks files, and makes safe fixes. Imported only when it runs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from editor.app.checks.check_context import make_check_context
from editor.app.checks.diagnostic_records import CheckedFile, make_records
from editor.app.checks.site_check_settings import SiteCheckSettings, load_site_checks
from editor.app.checks.speller import Dictionaries, load_speller
from editor.app.services.site_reading import looking_once
from editor.app.site.site import Site, find_site
from editor.cli.common import FINE, WRONG_USE, OpenedFile, for_each_file
from editor.cli.fixed_files import write_fixed_file
from editor.core.base.edits import Span, apply
from editor.core.base.messages import Message
from editor.core.base.severity import Severity, severities_down_to
from editor.core.checks.diagnostic import Diagnostic
from editor.core.checks.fixing import fix_edits
from editor.core.checks.spelling import page_language
from editor.core.checks.table import CHECKS, CheckRow, run_checks
from editor.core.issue.issue import parse_issue

_WORTH_PROCESSES = 12
"""How many files are worth the start of further processes."""
_FIX_ROUNDS = 5
"""How often all fixes are made: one may uncover another problem."""


def check_files(
    paths: Sequence[Path], options: argparse.Namespace
) -> tuple[list[CheckedFile], int]:
    """Check files, after fixing them where the user wants it.

    Args:
        paths: The files.
        options: The parsed arguments of ``rundbrief check``.

    Returns:
        The files with what was found in them, in the same order, and an exit code for what else
        went wrong.
    """
    if len(paths) >= _WORTH_PROCESSES and not options.fix:
        from editor.cli.check_processes import check_in_processes

        return check_in_processes(paths, options)
    return check_some(paths, options)


def check_some(paths: Sequence[Path], options: argparse.Namespace) -> tuple[list[CheckedFile], int]:
    """Do the same in this process.

    Args:
        paths: As for ``check_files``.
        options: As for ``check_files``.

    Returns:
        As ``check_files``.
    """
    checked_files: list[CheckedFile] = []
    resources = _SharedResources(options.site)

    def check(path: Path, opened: OpenedFile) -> int:
        checker = _FileChecker(path, opened, resources, options)
        text = opened.text
        if options.fix:
            text = checker.fix_text()
        diagnostics = checker.find_diagnostics(text)
        if options.fix and write_fixed_file(path, opened, text, only_show=options.diff):
            print(f"{path}: mended", file=sys.stderr)
        checked_files.append(CheckedFile(path, make_records(path, text, diagnostics)))
        return FINE

    def add_unreadable(path: Path, message: Message) -> None:
        diagnostic = Diagnostic(Span(0, 0), message, code="unreadable")
        checked_files.append(CheckedFile(path, make_records(path, "", [diagnostic])))

    with looking_once():
        if options.diff:
            code = for_each_file(paths, check)
        else:
            code = for_each_file(paths, check, add_unreadable)
    return checked_files, max(code, resources.code)


class _SharedResources:
    """What the files of one run share: the settings of their sites, and dictionaries.

    Attributes:
        code: The exit code for what is wrong with the settings.
    """

    def __init__(self, site_root: Path | None) -> None:
        """Load nothing yet.

        Args:
            site_root: The folder of the site; None to find it around each file.
        """
        self.code = FINE
        self._site_root = site_root
        self._settings: dict[Path | None, SiteCheckSettings] = {}
        self._spellers: dict[str, Dictionaries | None] = {}

    def find_site(self, path: Path, opened: OpenedFile) -> Site:
        site = find_site(path, opened.issue.profile, self._site_root)
        if self._site_root:
            return Site(self._site_root, site.folder, site.profile)
        return site

    def load_speller(self, language: str) -> Dictionaries | None:
        if language not in self._spellers:
            self._spellers[language] = load_speller(language)
        return self._spellers[language]

    def load_settings(self, root: Path | None) -> SiteCheckSettings:
        """Load the settings of a site, and report once what is wrong with them."""
        if root not in self._settings:
            self._settings[root], problem = load_site_checks(root)
            if problem:
                print(problem, file=sys.stderr)
                self.code = WRONG_USE
        return self._settings[root]


class _FileChecker:
    """Checks the texts of one file: as it is, and as fixes make it."""

    def __init__(
        self,
        path: Path,
        opened: OpenedFile,
        resources: _SharedResources,
        options: argparse.Namespace,
    ) -> None:
        self._path, self._opened, self._options = path, opened, options
        self._site = resources.find_site(path, opened)
        root = self._site.root
        self._profile = resources.load_settings(root).apply_to(opened.issue.profile, path, root)
        self._speller: Dictionaries | None = None
        if options.spelling:
            self._speller = resources.load_speller(page_language(opened.issue))
        self._rows = [row for row in CHECKS if self._is_selected(row)]
        self._shown = severities_down_to(Severity(options.level or Severity.HINT))

    def _is_selected(self, row: CheckRow) -> bool:
        if self._options.select and row.code not in self._options.select:
            return False
        return row.code not in self._options.ignore

    def find_diagnostics(self, text: str) -> list[Diagnostic]:
        """Return the problems of a text of this file that the user wants to see."""
        issue = self._opened.issue
        if text != self._opened.text or self._profile != issue.profile:
            issue = parse_issue(text, self._profile)
        context = make_check_context(self._path, issue, self._site, speller=self._speller)
        return [
            diagnostic
            for diagnostic in run_checks(issue, context, self._rows)
            if diagnostic.severity in self._shown
        ]

    def fix_text(self) -> str:
        """Return the file's text with all safe fixes made."""
        text = self._opened.text
        for _ in range(_FIX_ROUNDS):
            fixable = [
                diagnostic for diagnostic in self.find_diagnostics(text) if diagnostic.fixable
            ]
            edits = fix_edits(text, fixable)
            if not edits:
                break
            text = apply(text, edits)
        return text
