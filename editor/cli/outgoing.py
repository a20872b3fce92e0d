"""The commands that make something: the next issue, the formats it goes out in, the body as the preview shows it."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from editor.cli.common import FINE, PROBLEMS, Opened, complain, each, store


def new(options: argparse.Namespace) -> int:
    return each([options.source], lambda path, opened: _next(path, opened, options))


def _next(path: Path, opened: Opened, options: argparse.Namespace) -> int:
    """Write the next issue, and say what was only assumed."""
    from editor.app import knowledge
    from editor.core import naming, next_issue, source
    from editor.core.text import Refused, translate

    today = date.today()  # noqa: DTZ011, TID251 - the command line is where the clock is
    year, month = options.issue or naming.month_after(*naming.issue_month(opened.issue))
    wish = next_issue.Wish(
        year,
        month,
        options.date or naming.publication(year, month, today),
        options.title,
        options.photo,
    )
    known, sources = knowledge.load()[0], knowledge.photo_sources()
    text = next_issue.made(
        opened.issue,
        wish,
        next_issue.Choices(renew=options.renew_links, sources=sources, knowledge=known),
    )
    name = wish.names(opened.issue.profile).file or path.name
    target = options.out / name if options.out.is_dir() or not options.out.suffix else options.out
    if target.exists():
        raise Refused(
            translate("core", "“{name}” exists already; nothing was written.").fill(name=target)
        )
    if assumed := next_issue.taken_over(opened.issue, wish, sources):
        complain(
            target,
            1,
            f"the photo's address does not say who took it; “{assumed}” is taken over from {path.name}",
        )
    store(target, source.encode(text, opened.form))
    print(target)
    return FINE


def export(options: argparse.Namespace) -> int:
    way = EXPORTS[options.to]
    return each(options.files, lambda path, opened: way(path, opened, options.out))


def _markdown(path: Path, opened: Opened, out: Path) -> int:
    from editor.core import source

    store(out / path.name, source.encode(opened.text, opened.form))
    return FINE


def _ics(path: Path, opened: Opened, out: Path) -> int:
    from editor.core.export import calendar_files

    code = FINE
    for file in calendar_files(opened.issue):
        if file.problem:
            complain(path, file.line, file.problem)
            code = PROBLEMS
        else:
            store(out / path.stem / file.name, file.data)
    return code


def _outlet(name: str) -> "Callable[[Path, Opened, Path], int]":
    def export(path: Path, opened: Opened, out: Path) -> int:
        from editor.app import site
        from editor.app.outlets import OUTLETS
        from editor.core.export import calendar_files
        from editor.core.mail import CLIPPED

        for file in calendar_files(opened.issue) if name == "feed" else ():
            if file.problem:
                complain(path, file.line, file.problem)
        data = OUTLETS[name].make(opened.issue, site.find(path, opened.issue.profile), path.name)
        store(out / f"{path.stem}{OUTLETS[name].suffix}", data)
        if name == "mail" and len(data) > CLIPPED:
            complain(
                path,
                1,
                f"the mail weighs {len(data) // 1024} kB; Gmail clips mails at {CLIPPED // 1024} kB",
            )
        return FINE

    return export


def _zip(path: Path, opened: Opened, out: Path) -> int:
    from editor.app import files, outlets, site
    from editor.core import parcel, source

    issue = opened.issue
    photo = (
        site.find(path, issue.profile).image(issue.front.text(*issue.profile.image.name))
        if issue.profile.image.name
        else None
    )
    picture = parcel.picture(issue, files.read(photo)) if photo else None
    pieces = [
        parcel.page(issue, source.encode(opened.text, opened.form), path.name),
        *([picture] if picture else []),
        *parcel.calendars(issue, path.name),
    ]
    store(
        out / f"{path.stem}.zip",
        outlets.zipped(pieces, parcel.guide(issue, pieces, issue.profile.language), issue.stamp),
    )
    return FINE


EXPORTS: "dict[str, Callable[[Path, Opened, Path], int]]" = {
    "markdown": _markdown,
    "ics": _ics,
    "zip": _zip,
    **{name: _outlet(name) for name in ("html", "mail", "text", "feed")},
}


def render(options: argparse.Namespace) -> int:
    def work(path: Path, opened: Opened) -> int:
        from editor.core.render import body_html

        store(options.out / f"{path.stem}.html", body_html(opened.issue).encode())
        return FINE

    return each(options.files, work)
