"""How ``rundbrief check --fix=calendar-links`` works. Imported only when it runs."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from editor.app.services.gazetteer_loading import load_gazetteer
from editor.cli.common import FINE, PROBLEMS, OpenedFile, for_each_file, report_problem
from editor.cli.fixed_files import write_fixed_file
from editor.core.base.edits import apply, line_number
from editor.core.events.link_refresh import LinkRefresh, Trust, find_refreshes, refresh_edits
from editor.core.issue.issue import make_edit_context


def renew_links(paths: Sequence[Path], options: argparse.Namespace) -> int:
    """Write all calendar links of some files anew.

    Args:
        paths: The files.
        options: The parsed arguments of ``rundbrief check``. Links whose lines contradict their
            entries are renewed only if ``--trust`` says which of the two is right.

    Returns:
        The exit code.
    """

    def renew(path: Path, opened: OpenedFile) -> int:
        return _renew_links_of_file(path, opened, options)

    return for_each_file(paths, renew)


def _renew_links_of_file(path: Path, opened: OpenedFile, options: argparse.Namespace) -> int:
    gazetteer, _ = load_gazetteer()
    context = make_edit_context(opened.issue, opened.form.newline, gazetteer=gazetteer)
    code = FINE
    decisions = []
    for refresh in find_refreshes(context, context.events):
        trust = _decide_trust(refresh, options.trust)
        if trust is Trust.LEAVE:
            code = PROBLEMS
            line = line_number(opened.text, refresh.event.span.start)
            report_problem(path, line, _describe_contradiction(refresh))
        decisions.append((refresh, trust))
    text = apply(opened.text, refresh_edits(context, decisions))
    write_fixed_file(path, opened, text, only_show=options.diff)
    return code


def _decide_trust(refresh: LinkRefresh, user_trust: str | None) -> Trust:
    """Return whom to believe: the user's choice where line and entry contradict each other."""
    if user_trust and refresh.contradicts and user_trust in refresh.links:
        return Trust(user_trust)
    return refresh.proposed


def _describe_contradiction(refresh: LinkRefresh) -> str:
    return (
        f"asks: {refresh.event.title}: line and entry contradict each other "
        f"({', '.join(refresh.contradicts)})"
    )
