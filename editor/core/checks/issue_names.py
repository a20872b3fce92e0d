"""Checks of an issue's title, of the name of its file and of the name of its picture."""

import re
from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.base.phrasebook import ENGLISH, GERMAN
from editor.core.checks.diagnostic import CheckContext, Diagnostic, put_fix
from editor.core.issue import naming
from editor.core.issue.issue import Issue

_DATE_LENGTH = len("2026-02-09")

_FOREIGN_MONTHS = {
    "de": dict(zip(ENGLISH.months, GERMAN.months, strict=True)),
    "en": dict(zip(GERMAN.months, ENGLISH.months, strict=True)),
}
"""By the language of a page: the months of the other language, each with its own name for it."""


def month_language(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A month in the title has its name in the other language."""
    node = issue.front.node("title")
    if node is None or not issue.profile.title_suffix:
        return
    months = _FOREIGN_MONTHS.get(issue.profile.language, _FOREIGN_MONTHS["en"])
    for wrong, right in months.items():
        if wrong == right:
            continue
        match = re.search(rf"\b{wrong}(?= \d{{4}}$)", node.text)
        if match:
            new = node.text[: match.start()] + right + node.text[match.end() :]
            message = translate("core", "“{wrong}” is “{right}” in the language of this page.")
            yield Diagnostic(
                node.span,
                message.fill(wrong=wrong, right=right),
                put_fix(issue, ("title",), new),
            )


def title(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The title does not end as the profile's titles do."""
    node = issue.front.node("title")
    suffix = naming.issue_names(issue).suffix
    if node is None or not node.text or not suffix.strip() or node.text.endswith(suffix):
        return
    if not any(month_language(issue, context)):
        message = translate("core", "Titles of this kind end with “{suffix}”.")
        yield Diagnostic(node.span, message.fill(suffix=suffix))


def file_name(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The name of the file is not the one the profile gives it, apart from its date."""
    wanted = naming.issue_names(issue).file
    if (
        context.file_name
        and wanted
        and issue.profile.title_suffix
        and context.file_name[_DATE_LENGTH:] != wanted[_DATE_LENGTH:]
    ):
        message = translate("core", "By the profile the file would be called “{name}”.")
        yield Diagnostic(Span(0, 0), message.fill(name=wanted))


def image_name(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The picture's name is not the one the profile gives it, or not the same everywhere."""
    image = issue.profile.image
    if not image.name:
        return
    node = issue.front.node(*image.name)
    if node is None or not node.text:
        return
    wanted = naming.issue_names(issue).image
    if issue.profile.title_suffix and "{slug}" not in image.file and node.text != wanted:
        message = translate("core", "By the profile the picture would be called “{name}”.")
        yield Diagnostic(node.span, message.fill(name=wanted))
    for path in image.also:
        other_node = issue.front.node(*path)
        if other_node and other_node.text and other_node.text != node.text:
            message = translate(
                "core", "“{key}” names another picture than the header’s “{name}”."
            ).fill(key=path[-1], name=node.text)
            yield Diagnostic(other_node.span, message, put_fix(issue, path, node.text))
