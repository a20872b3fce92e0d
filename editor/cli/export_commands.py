"""The commands that make something: the next issue, the formats it goes out in, the body as the preview shows it."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from editor.cli.common import (
    FINE,
    PROBLEMS,
    OpenedFile,
    for_each_file,
    report_problem,
    write_output,
)


def run_new(options: argparse.Namespace) -> int:
    return for_each_file([options.source], lambda path, opened: _next(path, opened, options))


def _next(path: Path, opened: OpenedFile, options: argparse.Namespace) -> int:
    """Write the next issue, and say what was only assumed."""
    from editor.app.services.gazetteer_loading import load_gazetteer, load_sources
    from editor.core.base.encoding import encode
    from editor.core.base.errors import InputRejected
    from editor.core.base.messages import translate
    from editor.core.issue import naming
    from editor.core.publishing import next_issue

    today = date.today()  # noqa: DTZ011, TID251 - the command line is where the clock is
    year, month = options.issue or naming.month_after(*naming.issue_month(opened.issue))
    wish = next_issue.NextIssue(
        year,
        month,
        options.date or naming.publication_day(year, month, today),
        options.title,
        options.photo,
    )
    known, sources = load_gazetteer()[0], load_sources()
    text = next_issue.make_next_issue(
        opened.issue,
        wish,
        next_issue.CarryOver(renew=options.renew_links, sources=sources, gazetteer=known),
    )
    name = wish.names(opened.issue.profile).file or path.name
    target = options.out / name if options.out.is_dir() or not options.out.suffix else options.out
    if target.exists():
        raise InputRejected(
            translate("core", "“{name}” exists already; nothing was written.").fill(name=target)
        )
    if assumed := next_issue.assumed_photographer(opened.issue, wish, sources):
        report_problem(
            target,
            1,
            f"the photo's address does not say who took it; “{assumed}” is taken over from {path.name}",
        )
    write_output(target, encode(text, opened.form))
    print(target)
    return FINE


def run_export(options: argparse.Namespace) -> int:
    way = EXPORTS[options.to]
    return for_each_file(options.files, lambda path, opened: way(path, opened, options.out))


def _markdown(path: Path, opened: OpenedFile, out: Path) -> int:
    from editor.core.base.encoding import encode

    write_output(out / path.name, encode(opened.text, opened.form))
    return FINE


def _ics(path: Path, opened: OpenedFile, out: Path) -> int:
    from editor.core.publishing.calendar_files import make_calendar_files

    code = FINE
    for file in make_calendar_files(opened.issue):
        if file.problem:
            report_problem(path, file.line, file.problem)
            code = PROBLEMS
        else:
            write_output(out / path.stem / file.name, file.data)
    return code


def _outlet(name: str) -> "Callable[[Path, OpenedFile, Path], int]":
    def export(path: Path, opened: OpenedFile, out: Path) -> int:
        from editor.app.site.export_formats import EXPORT_FORMATS
        from editor.app.site.site import find_site
        from editor.core.publishing.calendar_files import make_calendar_files
        from editor.core.publishing.mail import GMAIL_CLIPS_AT

        for file in make_calendar_files(opened.issue) if name == "feed" else ():
            if file.problem:
                report_problem(path, file.line, file.problem)
        data = EXPORT_FORMATS[name].make(
            opened.issue, find_site(path, opened.issue.profile), path.name
        )
        write_output(out / f"{path.stem}{EXPORT_FORMATS[name].suffix}", data)
        if name == "mail" and len(data) > GMAIL_CLIPS_AT:
            report_problem(
                path,
                1,
                f"the mail weighs {len(data) // 1024} kB; Gmail clips mails at {GMAIL_CLIPS_AT // 1024} kB",
            )
        return FINE

    return export


def _zip(path: Path, opened: OpenedFile, out: Path) -> int:
    from editor.app.services.files import read_file
    from editor.app.site.export_formats import make_zip
    from editor.app.site.site import find_site
    from editor.core.base.encoding import encode
    from editor.core.publishing.site_files import (
        calendar_site_files,
        page_file,
        picture_file,
        upload_guide,
    )

    issue = opened.issue
    if issue.profile.image.name:
        photo = find_site(path, issue.profile).image(issue.front.text(*issue.profile.image.name))
    else:
        photo = None
    picture = picture_file(issue, read_file(photo)) if photo else None
    pieces = [
        page_file(issue, encode(opened.text, opened.form), path.name),
        *([picture] if picture else []),
        *calendar_site_files(issue, path.name),
    ]
    write_output(
        out / f"{path.stem}.zip",
        make_zip(pieces, upload_guide(issue, pieces, issue.profile.language), issue.stamp),
    )
    return FINE


EXPORTS: "dict[str, Callable[[Path, OpenedFile, Path], int]]" = {
    "markdown": _markdown,
    "ics": _ics,
    "zip": _zip,
    **{name: _outlet(name) for name in ("html", "mail", "text", "feed")},
}


def run_render(options: argparse.Namespace) -> int:
    def work(path: Path, opened: OpenedFile) -> int:
        from editor.core.rendering.blocks import render_body_html

        write_output(options.out / f"{path.stem}.html", render_body_html(opened.issue).encode())
        return FINE

    return for_each_file(options.files, work)
