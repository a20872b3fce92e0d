"""The commands that make something: the next issue, exports, the body as the preview shows it."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from editor.cli.common import (
    FINE,
    PROBLEMS,
    OpenedFile,
    Outputs,
    for_each_file,
    report_problem,
)

if TYPE_CHECKING:
    from editor.core.publishing.issue_head import NextIssue
    from editor.core.publishing.series import IssueSeries


def run_new(options: argparse.Namespace) -> int:
    """Run ``rundbrief new``: write the next issue.

    Args:
        options: The command's arguments.

    Returns:
        The exit code.
    """
    return for_each_file([options.source], lambda path, file: _write_next(path, file, options))


def _read_series(
    path: Path, opened: OpenedFile, options: argparse.Namespace, today: date
) -> "IssueSeries | None":
    """What the issues have in common, of a newsletter whose profile does not say it."""
    from editor.app.services.profile_registry import load_profiles
    from editor.app.services.series_loading import load_series
    from editor.app.site.site import find_site

    if opened.issue.profile.site or options.issue:
        return None
    issues = find_site(path.resolve(), opened.issue.profile).issues()
    return load_series(opened.issue, path.resolve(), issues, load_profiles(), today)


def _plan_next(
    opened: OpenedFile, options: argparse.Namespace, series: "IssueSeries | None", today: date
) -> "NextIssue":
    """What the next issue is about, by the options, else by the series or the month."""
    from editor.core.base.errors import InputRejected
    from editor.core.base.messages import translate
    from editor.core.issue import naming
    from editor.core.publishing.issue_head import NextIssue

    if series:
        day = options.date or series.day
        title = options.title or series.title
        if not title:
            raise InputRejected(translate("core", "Give it a title with --title."))
        return NextIssue(day.year, day.month, day, title, options.photo, start=day)
    year, month = options.issue or naming.month_after(*naming.issue_month(opened.issue))
    day = options.date or naming.publication_day(year, month, today)
    return NextIssue(year, month, day, options.title, options.photo)


def _write_next(path: Path, opened: OpenedFile, options: argparse.Namespace) -> int:
    """Write the next issue, and say what was only assumed."""
    from editor.app.services.gazetteer_loading import load_gazetteer, load_sources
    from editor.core.base.encoding import encode
    from editor.core.base.errors import InputRejected
    from editor.core.base.messages import translate
    from editor.core.publishing import issue_head, next_issue

    today = date.today()  # noqa: DTZ011, TID251 - the command line is where the clock is
    series = _read_series(path, opened, options, today)
    wanted = _plan_next(opened, options, series, today)
    sources = load_sources()
    carry_over = next_issue.CarryOver(
        renew=options.renew_links,
        series=series,
        sources=sources,
        gazetteer=load_gazetteer()[0],
    )
    text = next_issue.make_next_issue(opened.issue, wanted, carry_over)
    name = wanted.names(opened.issue.profile).file or path.name
    target = options.out
    if target.is_dir() or not target.suffix:
        target = target / name
    if target.exists():
        message = translate("core", "“{name}” exists already; nothing was written.")
        raise InputRejected(message.fill(name=target))
    if photographer := issue_head.assumed_photographer(opened.issue, wanted, sources):
        report_problem(
            target,
            1,
            f"the photo's address does not say who took it; “{photographer}” is taken over "
            f"from {path.name}",
        )
    Outputs([path], force=False).write({target: encode(text, opened.form)})
    print(target)
    return FINE


def run_export(options: argparse.Namespace) -> int:
    """Run ``rundbrief export``.

    Args:
        options: The command's arguments.

    Returns:
        The exit code: PROBLEMS where something could not be exported.
    """
    outputs = Outputs(options.files, force=options.force)
    return for_each_file(
        options.files, lambda path, file: _export(path, file, options.to, options.out, outputs)
    )


def _export(path: Path, opened: OpenedFile, to: str, folder: Path, outputs: Outputs) -> int:
    from editor.app.site.export_formats import EXPORT_FORMATS, ExportSource
    from editor.app.site.site import find_site
    from editor.core.base.encoding import encode

    content = encode(opened.text, opened.form)
    site = find_site(path, opened.issue.profile)
    export_format = EXPORT_FORMATS[to]
    export = export_format.export(ExportSource(opened.issue, content, path.name, site))
    for problem in export.problems:
        report_problem(path, problem.line, problem.message)
    stem = path.stem if path.stem not in ("index", "_index") else path.resolve().parent.name
    if isinstance(export.content, Mapping):
        outputs.write({folder / stem / name: data for name, data in export.content.items()})
    else:
        name = export.name or f"{stem}{export_format.suffix}"
        outputs.write({folder / name: export.content})
    return PROBLEMS if any(problem.is_missing for problem in export.problems) else FINE


def run_render(options: argparse.Namespace) -> int:
    """Run ``rundbrief render``: write the body as the preview shows it.

    Args:
        options: The command's arguments.

    Returns:
        The exit code.
    """
    outputs = Outputs(options.files, force=options.force)

    def render(path: Path, opened: OpenedFile) -> int:
        from editor.core.rendering.page import render_body_html

        html = render_body_html(opened.issue)
        outputs.write({options.out / f"{path.stem}.html": html.encode()})
        return FINE

    return for_each_file(options.files, render)
