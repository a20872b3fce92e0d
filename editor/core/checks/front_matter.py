"""Checks of the front matter: can it be read, is it complete, does it agree with itself and with the file's name."""

import difflib
import re
from collections.abc import Iterator
from datetime import date

from editor.core.base.edits import Edit, Span, apply, find_spans
from editor.core.base.messages import translate
from editor.core.calendar import dates
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, put_fix, replace_fix
from editor.core.frontmatter.reading import Node, read_front_matter
from editor.core.issue import naming
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Field


def unreadable(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Front matter nobody can read, or that never ends."""
    front = issue.front
    if front.problem and not list(tab(issue, _)):
        yield Diagnostic(Span(front.problem_at, front.problem_at), front.problem)
    if _is_endless(issue):
        message = translate(
            "core", "The front matter has no end: below its last line, --- is missing."
        )
        yield Diagnostic(Span(0, 3), message)


_BEGUN = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\r?\n\w[\w-]*[ \t]*[:=]")
"""A fence and a key below it: no line across the page."""


def _is_endless(issue: Issue) -> bool:
    return issue.front.span is None and not issue.front.problem and bool(_BEGUN.match(issue.text))


def tab(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A tab before a key where nobody can read the front matter: YAML allows none, some readers do."""
    front = issue.front
    text = issue.text[: front.body] if front.span is None else issue.text[: front.span.end]
    found = find_spans(_TAB, text) if front.problem and text.startswith("---") else []
    if found:
        mended = apply(issue.text, [Edit(span.start, span.end, "  ") for span in found])
    else:
        mended = ""
    is_safe_fix = bool(found) and read_front_matter(mended).problem is None
    for span in found:
        yield Diagnostic(
            span,
            translate("core", "YAML allows no tab for indenting."),
            replace_fix(span, "  "),
            is_safe_fix=is_safe_fix,
        )


_TAB = re.compile(r"^[ ]*\t[\t ]*(?=\S)", re.MULTILINE)


def double_key(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A key that stands twice: readers take the one or the other."""
    for parent in issue.front.root.walk() if issue.front.root else ():
        seen = set()
        for child in parent.children if parent.kind == "map" else ():
            if child.name in seen and child.key:
                yield Diagnostic(
                    child.key,
                    translate("core", "The key “{key}” stands twice in the front matter.").fill(
                        key=child.name
                    ),
                )
            seen.add(child.name)


def required(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Fields the profile asks for."""
    for field, node in _fields(issue):
        if (
            field.required
            and not issue.front.text(field.key)
            and (node is None or node.kind == "scalar")
        ):
            yield Diagnostic(
                node.span if node else Span(0, 0),
                translate("core", "The field “{key}” is empty.").fill(key=field.key),
            )


def types(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A value that is not of its field's kind."""
    for field, node in _fields(issue):
        if node is None or not (node.text or node.children):
            continue
        if field.widget == "date" and dates.read_timestamp(node.text) is None:
            yield Diagnostic(
                node.span, translate("core", "“{value}” is no date.").fill(value=node.text)
            )
        elif field.widget == "flag" and not isinstance(node.value, bool):
            yield Diagnostic(
                node.span, translate("core", "“{key}” should be true or false.").fill(key=field.key)
            )
        elif field.widget in ("text", "long", "choice") and node.kind != "scalar":
            yield Diagnostic(
                node.span, translate("core", "“{key}” should be a text.").fill(key=field.key)
            )
        elif field.pattern and node.kind == "scalar" and not re.fullmatch(field.pattern, node.text):
            yield Diagnostic(
                node.span,
                translate("core", "“{value}” does not fit “{key}”.").fill(
                    value=node.text, key=field.key
                ),
            )


def unknown(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A key that nearly is one the profile knows."""
    known = issue.profile.keys
    root = issue.front.root
    present = {child.name for child in root.children} if root else set()
    for child in root.children if root and not issue.front.problem else ():
        name = str(child.name)
        if name not in known and child.key:
            near = difflib.get_close_matches(name, sorted(known - present), 1, 0.8)
        else:
            near = []
        if near and child.key:
            message = translate("core", "Nothing reads “{key}”; is “{near}” meant?").fill(
                key=name, near=near[0]
            )
            yield Diagnostic(child.key, message, replace_fix(child.key, near[0]), is_safe_fix=False)


def _fields(issue: Issue) -> Iterator[tuple[Field, Node | None]]:
    if not issue.front.problem and not _is_endless(issue):
        yield from ((field, issue.front.node(field.key)) for field in issue.profile.fields)


def offset(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A date whose UTC offset does not hold there on that day."""
    node, stamp = issue.front.node("date"), dates.read_timestamp(issue.front.text("date"))
    if node is None or stamp is None or stamp.tzinfo is None:
        return
    right = dates.write_timestamp(stamp.date(), stamp.time(), issue.profile.timezone)
    if right[-6:] != stamp.isoformat()[-6:]:
        place = issue.profile.timezone.rpartition("/")[2]
        message = translate(
            "core", "On that day the clocks of {place} are at {right}; here stands {wrong}."
        )
        yield Diagnostic(
            node.span,
            message.fill(place=place, right=right[-6:], wrong=stamp.isoformat()[-6:]),
            _offset_fix(issue, right[-6:]),
        )


def _offset_fix(issue: Issue, right: str) -> Fix | None:
    written = issue.front.text("date")
    mended = re.sub(r"(?:[+-]\d\d:?\d\d|Z)$", right, written.strip())
    if mended != written:
        return put_fix(issue, ("date",), mended)
    return None


def file_date(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A date in the file's name that no calendar has."""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)-", context.file)
    if found and _day(found) is None and found[1] != "0001":
        yield Diagnostic(
            Span(0, 0),
            translate(
                "core", "The file’s name begins with {date}, a day that does not exist."
            ).fill(date=found[0][:-1]),
        )


def date_file(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A date that is not the file name's: the site takes the file name's."""
    found, node, day = (
        re.match(r"(\d{4})-(\d\d)-(\d\d)-", context.file),
        issue.front.node("date"),
        issue.day,
    )
    named = _day(found) if found else None
    if named and node and day and day != named and "{date}" in issue.profile.file:
        message = translate(
            "core", "The file is named for {named:%d.%m.%Y}, here stands {day:%d.%m.%Y}."
        )
        yield Diagnostic(
            node.span,
            message.fill(named=named, day=day),
            _date_fix(issue, named),
            is_safe_fix=False,
        )


def _date_fix(issue: Issue, day: date) -> Fix | None:
    stamp, written = (
        dates.read_timestamp(issue.front.text("date")),
        issue.front.text("date").strip(),
    )
    if stamp is None:
        return None
    if len(written) == 10:
        new = day.isoformat()
    else:
        new = dates.write_timestamp(day, stamp.time(), issue.profile.timezone)
    return put_fix(issue, ("date",), new)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


_MONTHS = dict(zip(dates.MONTHS_EN, dates.MONTHS_DE, strict=True))


def language(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A month of the other language in the title."""
    node = issue.front.node("title")
    if node is None or not issue.profile.title_suffix:
        return
    if issue.profile.language == "de":
        pairs = list(_MONTHS.items())
    else:
        pairs = [(german, english) for english, german in _MONTHS.items()]
    for wrong, right in pairs:
        found = re.search(rf"\b{wrong}(?= \d{{4}}$)", node.text) if wrong != right else None
        if found:
            new = node.text[: found.start()] + right + node.text[found.end() :]
            message = translate(
                "core", "“{wrong}” is “{right}” in the language of this page."
            ).fill(wrong=wrong, right=right)
            yield Diagnostic(node.span, message, put_fix(issue, ("title",), new))


def title(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A title that is not as the profile's titles are."""
    node = issue.front.node("title")
    suffix = naming.issue_names(issue).suffix
    if (
        node
        and node.text
        and suffix.strip()
        and not node.text.endswith(suffix)
        and not list(language(issue, _))
    ):
        yield Diagnostic(
            node.span,
            translate("core", "Titles of this kind end with “{suffix}”.").fill(suffix=suffix),
        )


def file_name(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A file name that is not as the profile's are."""
    wanted = naming.issue_names(issue).file
    if (
        context.file
        and wanted
        and issue.profile.title_suffix
        and context.file != wanted
        and context.file[10:] != wanted[10:]
    ):
        yield Diagnostic(
            Span(0, 0),
            translate("core", "By the profile the file would be called “{name}”.").fill(
                name=wanted
            ),
        )


def image_name(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A picture that is not named as the profile's are, or not the same in all places."""
    image = issue.profile.image
    node = issue.front.node(*image.name) if image.name else None
    if node is None or not node.text:
        return
    wanted = naming.issue_names(issue).image
    if issue.profile.title_suffix and "{slug}" not in image.file and node.text != wanted:
        yield Diagnostic(
            node.span,
            translate("core", "By the profile the picture would be called “{name}”.").fill(
                name=wanted
            ),
        )
    for path in image.also:
        other = issue.front.node(*path)
        if other and other.text and other.text != node.text:
            message = translate(
                "core", "“{key}” names another picture than the header’s “{name}”."
            ).fill(key=path[-1], name=node.text)
            yield Diagnostic(other.span, message, put_fix(issue, path, node.text))


_CLIPPED = 102 * 1024
_MAIL = 1.13
"""What a body weighs as a mail, per byte without its calendar data: measured on the issues of 2025."""
_PAGE = 300 * 1024


def weight(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A page that is long to load, or too heavy for a mail."""
    body = issue.text[issue.front.body :]
    light = len(re.sub(r"data:text/calendar[^\"'\s)]*", "", body).encode())
    if len(body.encode()) > _PAGE:
        yield Diagnostic(
            Span(0, 0),
            translate("core", "The page weighs {weight} kB without its pictures.").fill(
                weight=len(body.encode()) // 1024
            ),
        )
    elif light * _MAIL > _CLIPPED:
        message = translate(
            "core", "As a mail it weighs about {weight} kB; Gmail cuts mails off at 102 kB."
        )
        yield Diagnostic(Span(0, 0), message.fill(weight=round(light * _MAIL / 1024)))
